package sightline.core.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a clock counts. Laws and guidance differ, so each clock says which it is; every one of them
 * ends with the end of its last day in London, save {@link #CLOCK_HOURS}.
 */
public enum Counting {
    /**
     * The day named is day 1: "3 days beginning with" (Sexual Offences Act 2003 s83). A month that
     * begins with a day ends the day before its namesake in the next month, or with that month if
     * it has no such day.
     */
    BEGINNING_WITH,
    /** The next working day is day 1: the usual reading of guidance. */
    WORKING_DAY_AFTER,
    /**
     * The start day is day 1, if it is a working day: how the child-in-need census counts
     * (data-to-insight, csc-validator-be-cin).
     */
    WORKING_DAY_INCLUSIVE,
    /**
     * Months turned into days after the start: 3 are 91 and 6 are 183, as the department's extracts
     * count reviews (data-to-insight, ssd-data-model); others in the same proportion, rounded.
     */
    MONTHS_AS_DAYS,
    /** To the minute, on every day alike; a day is 24 hours. For immediate harm. */
    CLOCK_HOURS,
    /** The day after the start is day 1; days of the calendar. */
    CALENDAR_AFTER;

    /** The word used in packs: "working-day-after". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The convention of that slug. */
    public static Optional<Counting> of(String slug) {
        return Arrays.stream(values()).filter(counting -> counting.slug().equals(slug)).findFirst();
    }

    /**
     * Says that a limit cannot be counted back from a day.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static void checkBackwards(Counting counting, Limit limit) {
        boolean fits =
                switch (limit.unit()) {
                    case HOURS -> counting == CLOCK_HOURS;
                    case WORKING_DAYS -> counting == WORKING_DAY_AFTER;
                    case DAYS, WEEKS -> counting == CALENDAR_AFTER;
                    case MONTHS, SAME_DAY, HOURS_BEFORE_SCHOOL -> false;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "%s cannot be counted back by %s".formatted(limit.text(), counting.slug()));
        }
    }

    /** Whether a limit makes sense under this convention; the same day does under each. */
    public boolean accepts(Limit limit) {
        var calendarDays = limit.unit() == Limit.Unit.DAYS || limit.unit() == Limit.Unit.WEEKS;
        var workingDays = limit.unit() == Limit.Unit.WORKING_DAYS;
        var months = limit.unit() == Limit.Unit.MONTHS;
        return limit.unit() == Limit.Unit.SAME_DAY
                || switch (this) {
                    case BEGINNING_WITH -> (calendarDays || months) && limit.amount() > 0;
                    case WORKING_DAY_AFTER -> workingDays;
                    case WORKING_DAY_INCLUSIVE -> workingDays && limit.amount() > 0;
                    case MONTHS_AS_DAYS -> months;
                    case CLOCK_HOURS ->
                            calendarDays
                                    || limit.unit() == Limit.Unit.HOURS
                                    || limit.unit() == Limit.Unit.HOURS_BEFORE_SCHOOL;
                    case CALENDAR_AFTER -> calendarDays || months;
                };
    }
}
