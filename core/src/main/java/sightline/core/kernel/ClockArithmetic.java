package sightline.core.kernel;

import java.time.Instant;
import java.util.List;

/**
 * Counts clocks as their law counts them: the conventions of {@link Counting}, the working days of
 * a {@link WorkingCalendar}, and what stops them.
 */
public final class ClockArithmetic {
    private ClockArithmetic() {}

    /**
     * When something is due that nothing stops.
     *
     * @param start when the clock starts; its day is the day in London
     * @throws IllegalArgumentException if the counting does not {@linkplain Counting#accepts
     *     accept} the limit
     */
    public static Due due(Instant start, Limit limit, Counting counting, WorkingCalendar calendar) {
        return switch (due(start, limit, counting, calendar, new Tolling.None())) {
            case Due due -> due;
            case Stopped _ -> throw new IllegalStateException("Nothing stops this clock.");
        };
    }

    /** As {@link #due(Instant, Limit, Counting, WorkingCalendar, Tolling)}; the stops pause it. */
    public static Reckoning due(
            Instant start,
            Limit limit,
            Counting counting,
            WorkingCalendar calendar,
            List<Period> pauses) {
        return due(start, limit, counting, calendar, new Tolling.Pauses(pauses));
    }

    /**
     * When something is due, or that its clock stands still.
     *
     * @param start when the clock starts; its day is the day in London
     * @throws IllegalArgumentException if the counting does not {@linkplain Counting#accepts
     *     accept} the limit
     */
    public static Reckoning due(
            Instant start,
            Limit limit,
            Counting counting,
            WorkingCalendar calendar,
            Tolling tolling) {
        if (!counting.accepts(limit)) {
            throw new IllegalArgumentException(
                    "The counting %s cannot count '%s'.\nChoose another counting or unit."
                            .formatted(counting.slug(), limit.text()));
        }
        return switch (tolling) {
            case Tolling.None() -> count(start, limit, counting, calendar, List.of());
            case Tolling.Pauses(var stops) -> count(start, limit, counting, calendar, stops);
            case Tolling.Extends extension ->
                    Extension.of(count(start, limit, counting, calendar, List.of()), extension);
        };
    }

    private static Reckoning count(
            Instant start,
            Limit limit,
            Counting counting,
            WorkingCalendar calendar,
            List<Period> pauses) {
        var count = new Count(start, Stops.of(pauses));
        if (limit.unit() == Limit.Unit.SAME_DAY) {
            return count.sameDay();
        }
        return switch (counting) {
            case CLOCK_HOURS -> count.hours(limit);
            case WORKING_DAY_AFTER -> count.workingDaysAfter(limit, calendar);
            case WORKING_DAY_INCLUSIVE -> count.workingDaysInclusive(limit, calendar);
            case BEGINNING_WITH -> count.beginningWith(limit);
            case CALENDAR_AFTER, MONTHS_AS_DAYS -> count.calendarAfter(limit, counting);
        };
    }
}
