package sightline.core.screening;

import sightline.core.facts.HealthBody.Appointment;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Appointments to which a child was not brought, three in six months, all services together. The
 * service that holds the third owes a check of letters, language, distance and disability.
 */
public final class NotBrought {
    static final int APPOINTMENTS = 3;
    static final int MONTHS = 6;

    /**
     * One appointment with which three in six months were reached, or a later one of that run.
     *
     * @param third the one with which the run reached three; it names the matter
     * @param missed this appointment
     * @param counted this and the earlier ones within six months
     * @param known when the three were first all known here
     */
    public record Run(
            Entry<Appointment> third,
            Entry<Appointment> missed,
            List<Entry<Appointment>> counted,
            Instant known) {
        public Run {
            counted = List.copyOf(counted);
        }

        /** When the last of them was written down. */
        Instant written() {
            return counted.stream()
                    .map(Order::written)
                    .max(Comparator.naturalOrder())
                    .orElse(known);
        }

        /** The service that holds the third and owes the check of access needs. */
        public AgencyId owes() {
            return third.fact().source();
        }
    }

    private NotBrought() {}

    /** The newest appointment to which the child was not brought, and those that count with it. */
    static List<Entry<Appointment>> newest(Child child) {
        List<Entry<Appointment>> missed = missed(child);
        return missed.isEmpty() ? missed : within(missed, months(child));
    }

    private static int months(Child child) {
        return child.situation()
                .parameters()
                .number(ThirdAppointmentNotBrought.ID, "months", MONTHS);
    }

    private static List<Entry<Appointment>> missed(Child child) {
        return child.entries(Appointment.class).stream()
                .filter(e -> e.body().outcome() == Appointment.Kept.NOT_BROUGHT)
                .sorted(Order.OLDEST_FIRST)
                .toList();
    }

    /** The appointments of a child that make or lengthen a run of three in six months. */
    public static List<Run> runs(Child child) {
        int months = months(child);
        List<Entry<Appointment>> missed = missed(child);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < missed.size(); i++) {
            List<Entry<Appointment>> counted = within(missed.subList(0, i + 1), months);
            if (counted.size() >= APPOINTMENTS) {
                boolean longer =
                        !runs.isEmpty() && runs.getLast().missed().equals(missed.get(i - 1));
                Entry<Appointment> third = longer ? runs.getLast().third() : missed.get(i);
                runs.add(new Run(third, missed.get(i), counted, known(counted)));
            }
        }
        return List.copyOf(runs);
    }

    private static List<Entry<Appointment>> within(List<Entry<Appointment>> upTo, int months) {
        LocalDate from = Order.day(upTo.getLast()).minusMonths(months);
        return upTo.stream().filter(e -> !Order.day(e).isBefore(from)).toList();
    }

    /** With the newest of the appointment itself and the two that were known first. */
    private static Instant known(List<Entry<Appointment>> counted) {
        Instant others =
                counted.subList(0, counted.size() - 1).stream()
                        .map(Entry::received)
                        .sorted(Comparator.naturalOrder())
                        .skip(APPOINTMENTS - 2)
                        .findFirst()
                        .orElseThrow();
        return Order.later(others, counted.getLast().received());
    }
}
