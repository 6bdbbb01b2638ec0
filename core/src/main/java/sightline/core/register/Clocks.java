package sightline.core.register;

import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Due;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.Reckoning;
import sightline.core.kernel.Stopped;
import sightline.core.kernel.Tolling;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.NoticeRules.Clock;
import sightline.core.register.NoticeRules.Stopping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Counts the clocks of one life, with its absences. */
final class Clocks {
    private final Absences absences;
    private final WorkingCalendar calendar;

    Clocks(Absences absences, WorkingCalendar calendar) {
        this.absences = absences;
        this.calendar = calendar;
    }

    Reckoning due(LocalDate start, Clock clock, Limit within) {
        List<Period> stops = absences.stops(start, Lengths.days(start, within), clock.afterStop());
        Tolling tolling =
                clock.stopping() == Stopping.DISREGARDED
                        ? new Tolling.Pauses(stops)
                        : new Tolling.Extends(stops, clock.afterStop());
        return ClockArithmetic.due(
                London.startOf(start), within, clock.counting(), calendar, tolling);
    }

    /** The last day in time; none while the clock stands without a known end. */
    static Optional<LocalDate> lastDay(Reckoning due) {
        return switch (due) {
            case Due(var _, LocalDate lastDay, var _) -> Optional.of(lastDay);
            case Stopped _ -> Optional.empty();
        };
    }
}
