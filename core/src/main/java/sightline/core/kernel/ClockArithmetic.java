package sightline.core.kernel;

import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * When something is due that must be done so long before a day: hours before the day begins,
     * working days or days of the calendar of which the day itself is none. No days at all are the
     * end of the day. What was known too late for that is due when it was known.
     *
     * @param known when it was known that it is owed
     */
    public static Due before(LocalDate day, Limit limit, WorkingCalendar calendar, Instant known) {
        return new CountBack(day, known).due(limit, calendar);
    }

    /** The last day of a limit of the calendar that begins the day after a day. */
    public static LocalDate dayAfter(LocalDate day, Limit limit) {
        return switch (limit.unit()) {
            case DAYS -> day.plusDays(limit.amount());
            case WEEKS -> day.plusWeeks(limit.amount());
            case MONTHS -> day.plusMonths(limit.amount());
            case HOURS, WORKING_DAYS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                    throw new IllegalArgumentException(
                            limit.text() + " is no limit of the calendar");
        };
    }

    /**
     * The same, put off by a named person.
     *
     * @param until the day until which it was put off
     * @param most by how much it may be put off; a later day counts as that one
     * @param why in whose words, and whose
     */
    public static Due putOff(
            Due due, LocalDate until, Limit most, WorkingCalendar calendar, String why) {
        return PutOff.of(due, until, most, calendar, why);
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
