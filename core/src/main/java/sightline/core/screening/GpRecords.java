package sightline.core.screening;

import sightline.core.facts.HealthBody.GpRecordTransfer;
import sightline.core.facts.HealthBody.GpRecordTransfer.TransferStage;
import sightline.core.facts.HealthBody.GpRegistration;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * GP records that a practice waits for: asked for, or of somebody registered there from another
 * practice, and not received whole.
 */
public final class GpRecords {
    private static final int DAYS = 28;
    private static final int WARN_DAYS = 14;

    /**
     * One record that is awaited.
     *
     * @param start the registration; the request where no registration is recorded
     * @param asked what started the clock: the request, else the registration
     * @param practice who waits
     * @param from the practice before, where known
     * @param warnAt when 14 days, beginning with the request, have passed
     * @param dueAt when 28 days, beginning with the request, have passed, and it is known here
     * @param dueAsWritten the same for whoever wrote it down
     */
    public record Awaited(
            Individual person,
            Entry<?> start,
            Entry<?> asked,
            AgencyId practice,
            Optional<AgencyId> from,
            Instant warnAt,
            Instant dueAt,
            Instant dueAsWritten) {}

    private final Individual person;
    private final WorkingClock clock;
    private final List<Entry<GpRecordTransfer>> transfers;
    private final List<Entry<GpRegistration>> registrations;

    private GpRecords(Individual person, WorkingClock clock) {
        this.person = person;
        this.clock = clock;
        this.transfers = person.about(GpRecordTransfer.class);
        this.registrations =
                person.about(GpRegistration.class).stream()
                        .filter(r -> !r.body().temporary())
                        .sorted(Order.OLDEST_FIRST)
                        .toList();
    }

    /** What is awaited of one person; due or not. */
    public static List<Awaited> awaited(Individual person, WorkingClock clock) {
        return new GpRecords(person, clock).awaited();
    }

    private List<Awaited> awaited() {
        List<Awaited> all = new ArrayList<>();
        for (Entry<GpRegistration> registration : registrations) {
            AgencyId practice = registration.fact().source();
            Optional<Entry<GpRecordTransfer>> request = requests(practice).findFirst();
            if (registration.body().previous().isPresent() || request.isPresent()) {
                Entry<?> asked = request.<Entry<?>>map(r -> r).orElse(registration);
                awaited(registration, asked, practice, registration.body().previous())
                        .ifPresent(all::add);
            }
        }
        transfers.stream()
                .filter(t -> t.body().stage() == TransferStage.REQUESTED)
                .filter(t ->
                        registrations.stream()
                                .noneMatch(r -> r.fact().source().equals(practiceOf(t))))
                .filter(t -> first(t))
                .forEach(t -> awaited(t, t, practiceOf(t), t.body().from()).ifPresent(all::add));
        return List.copyOf(all);
    }

    private java.util.stream.Stream<Entry<GpRecordTransfer>> requests(AgencyId practice) {
        return transfers.stream()
                .filter(t -> t.body().stage() == TransferStage.REQUESTED)
                .filter(t -> practiceOf(t).equals(practice))
                .sorted(Order.OLDEST_FIRST);
    }

    private boolean first(Entry<GpRecordTransfer> request) {
        return requests(practiceOf(request)).findFirst().filter(request::equals).isPresent();
    }

    private static AgencyId practiceOf(Entry<GpRecordTransfer> transfer) {
        return transfer.body().to().orElse(transfer.fact().source());
    }

    private Optional<Awaited> awaited(
            Entry<?> start, Entry<?> asked, AgencyId practice, Optional<AgencyId> from) {
        Instant due = clock.daysBeginningWith(Order.day(asked), DAYS);
        if (received(asked, practice) || moved(start, due)) {
            return Optional.empty();
        }
        Instant warn = clock.daysBeginningWith(Order.day(asked), WARN_DAYS);
        return Optional.of(
                new Awaited(
                        person,
                        start,
                        asked,
                        practice,
                        from,
                        Order.later(warn, asked.received()),
                        Order.later(due, asked.received()),
                        Order.later(due, Order.written(asked))));
    }

    private boolean received(Entry<?> asked, AgencyId practice) {
        return transfers.stream()
                .filter(t -> t.body().stage() == TransferStage.RECEIVED)
                .filter(t -> practiceOf(t).equals(practice) || t.fact().source().equals(practice))
                .anyMatch(t -> !Order.day(t).isBefore(Order.day(asked)));
    }

    /** Registered elsewhere before it fell due: then that practice waits. */
    private boolean moved(Entry<?> start, Instant due) {
        return registrations.stream()
                .filter(r -> Order.follows(r, start))
                .filter(r -> !r.fact().source().equals(start.fact().source()))
                .map(Entry::received)
                .min(Comparator.naturalOrder())
                .filter(r -> r.isBefore(due))
                .isPresent();
    }
}
