package sightline.core.duties;

import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            told.add(new Duty.Told(i + 1, at, owners.of(rung.tell(), start), false));
            if (at.isAfter(situation.now())) {
                return told;
            }
        }
        if (closed.isEmpty()) {
            told.add(daily(clock, start));
        }
        return told;
    }

    private Duty.Told daily(ClockDefinition clock, Start start) {
        Rung top = clock.ladder().getLast();
        var today = London.time(situation.now());
        var day =
                today.toLocalTime().isBefore(NINE)
                        ? today.toLocalDate()
                        : today.toLocalDate().plusDays(1);
        Instant next = day.atTime(NINE).atZone(London.ZONE).toInstant();
        return new Duty.Told(clock.ladder().size() + 1, next, owners.of(top.tell(), start), true);
    }

    private Instant after(Instant from, Limit limit) {
        Counting counting =
                limit.unit() == Limit.Unit.WORKING_DAYS
                        ? Counting.WORKING_DAY_AFTER
                        : Counting.CLOCK_HOURS;
        return ClockArithmetic.due(from, limit, counting, calendar).at();
    }
}
