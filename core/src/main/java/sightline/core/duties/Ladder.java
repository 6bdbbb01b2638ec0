package sightline.core.duties;

import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told when a duty is late. Rungs count from the due time, or from when the start was known
 * if that is later; the last rung repeats every day at nine.
 */
final class Ladder {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Situation situation;
    private final Owners owners;
    private final WorkingCalendar calendar;

    Ladder(Situation situation, Owners owners, WorkingCalendar calendar) {
        this.situation = situation;
        this.owners = owners;
        this.calendar = calendar;
    }

    /** The rungs reached, and the next one while the duty is open. */
    List<Duty.Told> told(
            ClockDefinition clock, Start start, Instant due, Optional<Instant> closed) {
        Instant from = due.isBefore(start.received()) ? start.received() : due;
        List<Duty.Told> told = new ArrayList<>();
        for (int i = 0; i < clock.ladder().size(); i++) {
            Rung rung = clock.ladder().get(i);
            Instant at = after(from, rung.after());
            if (closed.filter(c -> !at.isBefore(c)).isPresent()) {
                return told;
            }
            told.add(new Duty.Told(i + 1, at, owners.all(rung.tell(), start), 0));
            if (at.isAfter(situation.now())) {
                return told;
            }
        }
        if (closed.isEmpty()) {
            daily(clock, start, told);
        }
        return told;
    }

    /** The newest daily repetition reached, and the next. */
    private void daily(ClockDefinition clock, Start start, List<Duty.Told> told) {
        Set<Recipient> to = owners.all(clock.ladder().getLast().tell(), start);
        var last = London.time(told.getLast().at());
        LocalDate first =
                last.toLocalTime().isBefore(NINE)
                        ? last.toLocalDate()
                        : last.toLocalDate().plusDays(1);
        LocalDate today = situation.today();
        boolean nine = !London.time(situation.now()).toLocalTime().isBefore(NINE);
        int reached = (int) ChronoUnit.DAYS.between(first, today) + (nine ? 1 : 0);
        for (int day = Math.max(1, reached); day <= Math.max(0, reached) + 1; day++) {
            Instant at = first.plusDays(day - 1L).atTime(NINE).atZone(London.ZONE).toInstant();
            told.add(new Duty.Told(clock.ladder().size() + day, at, to, day));
        }
    }

    private Instant after(Instant from, Limit limit) {
        Counting counting =
                limit.unit() == Limit.Unit.WORKING_DAYS
                        ? Counting.WORKING_DAY_AFTER
                        : Counting.CLOCK_HOURS;
        return ClockArithmetic.due(from, limit, counting, calendar).at();
    }
}
