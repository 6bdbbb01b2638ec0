package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Turns what happened into what agencies recorded, and gives it out in the order of recording. */
final class Recorder {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Comparator<Pending> ORDER =
            Comparator.comparingLong(Pending::recorded).thenComparingLong(Pending::sequence);

    private final World world;
    private final Scribe scribe;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(ORDER);
    private final double late;
    private final double lateDays;
    private final double duplicate;
    private final double refresh;
    private final double refreshAtHospital;
    private Instant newest = Instant.MIN;
    private long sequence;
    private long number;

    Recorder(World world) {
        this.world = world;
        this.scribe = new Scribe(world);
        late = world.rates.value("recorded.late");
        lateDays = world.rates.value("recorded.late.days");
        duplicate = world.rates.value("record.duplicate") * world.settings.errorFactor();
        refresh = world.rates.value("record.refresh");
        refreshAtHospital = world.rates.value("record.refresh.hospital");
    }

    Scribe scribe() {
        return scribe;
    }

    /**
     * The agency's record of somebody at a contact: made, made twice, checked again or as it was.
     */
    Participant as(String role, Someone person, int agency, Moment when) {
        return participant(role, person, agency, when, false);
    }

    /** The same where the contact is about the address, so that it is the current one. */
    Participant atAddress(String role, Someone person, int agency, Moment when) {
        return participant(role, person, agency, when, true);
    }

    private Participant participant(
            String role, Someone person, int agency, Moment when, boolean fresh) {
        RecordBook book = world.records;
        int rec = book.find(person.id, agency);
        if (rec < 0 || when.draw().chance(duplicate)) {
            rec = book.add(person.id, agency, when.day(), fresh);
        } else if (fresh || when.draw().chance(checked(agency))) {
            book.capture(rec, when.day(), true);
        }
        return new Participant(role, scribe.read(rec));
    }

    private double checked(int agency) {
        boolean hospital = world.agencies.get(agency).kind() == AgencyKind.HOSPITAL;
        return hospital ? refreshAtHospital : refresh;
    }

    /** Details that the agency was told: captured anew. */
    Participant told(String role, Someone person, int agency, Moment when) {
        int rec = world.records.find(person.id, agency);
        if (rec < 0) {
            return atAddress(role, person, agency, when);
        }
        world.records.capture(rec, when.day(), true);
        return new Participant(role, scribe.read(rec));
    }

    /** Records an event some minutes or hours after it happened, and now and then days after. */
    void record(
            String kind,
            int agency,
            Moment when,
            @Nullable Address place,
            List<Participant> people,
            Map<String, Detail> details) {
        Draw draw = when.draw();
        double delay =
                draw.chance(late)
                        ? draw.exponential(lateDays) * Moment.DAY_SECONDS
                        : 120 + draw.exponential(4_000);
        pending.add(
                new Pending(
                        when.second() + Math.round(delay),
                        sequence++,
                        kind,
                        agency,
                        when.second(),
                        place,
                        people,
                        details));
    }

    /** The next event that was recorded before a second, or null. */
    @Nullable LifeEvent nextBefore(long second) {
        Pending first = pending.peek();
        if (first == null || first.recorded() >= second) {
            return null;
        }
        pending.remove();
        LocalDateTime happened = local(first.happened());
        Instant recordedAt = inOrder(local(first.recorded()).atZone(LONDON).toInstant());
        return new LifeEvent(
                number++,
                first.kind(),
                world.agencies.get(first.agency()).id(),
                LocalDate.from(happened),
                LocalTime.from(happened).withSecond(0),
                recordedAt,
                first.place(),
                first.people(),
                first.details());
    }

    /** The hour when clocks change would put two records in the wrong order. */
    private Instant inOrder(Instant recordedAt) {
        newest = recordedAt.isBefore(newest) ? newest : recordedAt;
        return newest;
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }

    /** An event that waits for its turn. */
    private record Pending(
            long recorded,
            long sequence,
            String kind,
            int agency,
            long happened,
            @Nullable Address place,
            List<Participant> people,
            Map<String, Detail> details) {}
}
