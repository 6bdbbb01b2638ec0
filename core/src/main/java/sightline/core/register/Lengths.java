package sightline.core.register;

import sightline.core.kernel.Limit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Lengths of time as registers use them. */
final class Lengths {
    private static final int MONTHS_A_YEAR = 12;

    /** More public holidays than any run of working days meets. */
    private static final int HOLIDAYS = 14;

    private Lengths() {}

    /** "10 years" rather than "120 months". */
    static String inWords(Limit limit) {
        int years = limit.amount() / MONTHS_A_YEAR;
        boolean whole = limit.unit() == Limit.Unit.MONTHS && limit.amount() % MONTHS_A_YEAR == 0;
        if (!whole || years == 0) {
            return limit.inWords();
        }
        return years == 1 ? "1 year" : years + " years";
    }

    /** Half of it: what somebody under 18 gets of a finite period. */
    static Limit half(Limit limit) {
        return new Limit(limit.amount() / 2, limit.unit());
    }

    /** The last day of a length that begins with a day. */
    static LocalDate lastDay(LocalDate from, Limit limit) {
        return switch (limit.unit()) {
            case DAYS -> from.plusDays(limit.amount() - 1L);
            case WEEKS -> from.plusWeeks(limit.amount()).minusDays(1);
            case MONTHS -> from.plusMonths(limit.amount()).minusDays(1);
            case HOURS, WORKING_DAYS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                    throw notOfTheCalendar(limit);
        };
    }

    /** How many days a length that begins with a day has at the most. */
    static int days(LocalDate from, Limit limit) {
        return limit.unit() == Limit.Unit.WORKING_DAYS
                ? limit.amount() * 2 + HOLIDAYS
                : (int) ChronoUnit.DAYS.between(from, lastDay(from, limit)) + 2;
    }

    /** The day that lies so much later. */
    static LocalDate later(LocalDate day, Limit limit) {
        return lastDay(day, limit).plusDays(1);
    }

    /** The first day of a length that ends with a day. */
    static LocalDate before(LocalDate last, Limit limit) {
        return switch (limit.unit()) {
            case DAYS -> last.minusDays(limit.amount() - 1L);
            case WEEKS -> last.minusWeeks(limit.amount()).plusDays(1);
            case MONTHS -> last.minusMonths(limit.amount()).plusDays(1);
            case HOURS, WORKING_DAYS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                    throw notOfTheCalendar(limit);
        };
    }

    private static IllegalArgumentException notOfTheCalendar(Limit limit) {
        return new IllegalArgumentException(
                "A register counts this in days, weeks or months, not '%s'."
                        .formatted(limit.text()));
    }
}
