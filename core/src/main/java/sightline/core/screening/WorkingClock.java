package sightline.core.screening;

import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.WorkingCalendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a limit in a rule has run out: the first moment at which the thing is overdue, so that a
 * rule fires at that moment and not before. Working days are those of the child's area.
 */
public final class WorkingClock {
    private final WorkingCalendar calendar;

    private WorkingClock(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The working days of the area that is responsible for the subject; else of England. */
    public static WorkingClock of(Situation situation) {
        return new WorkingClock(
                situation.recipients().areas().stream()
                        .findFirst()
                        .map(situation.directory()::calendar)
                        .orElseGet(() -> WorkingCalendar.of(Nation.ENGLAND)));
    }

    /** So many working days after a moment; the next working day is day 1. */
    public Instant workingDaysAfter(Instant start, int days) {
        return due(start, Limit.workingDays(days), Counting.WORKING_DAY_AFTER);
    }

    /** The working days of the subject's area. */
    WorkingCalendar calendar() {
        return calendar;
    }

    /** So many days of the calendar, the day given being day 1. */
    public Instant daysBeginningWith(LocalDate day, int days) {
        return due(London.startOf(day), Limit.days(days), Counting.BEGINNING_WITH);
    }

    private Instant due(Instant start, Limit limit, Counting counting) {
        return ClockArithmetic.due(start, limit, counting, calendar).at();
    }
}
