package sightline.core.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the three precisions in which dates are written: 2007-05-25, 2007-05, 2007. */
final class DateForms {
    static final int FIRST_YEAR = 1000;
    static final int LAST_YEAR = 9999;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private DateForms() {}

    static Optional<LocalDate> day(String text) {
        return DAY.matcher(text).matches()
                ? attempt(() -> LocalDate.parse(text))
                : Optional.empty();
    }

    static Optional<YearMonth> month(String text) {
        return MONTH.matcher(text).matches()
                ? attempt(() -> YearMonth.parse(text))
                : Optional.empty();
    }

    static Optional<Year> year(String text) {
        return YEAR.matcher(text).matches()
                ? attempt(() -> Year.of(requireYear(Integer.parseInt(text))))
                : Optional.empty();
    }

    /** First day of a day, month or year. */
    static Optional<LocalDate> earliest(String text) {
        return day(text)
                .or(() -> month(text).map(month -> month.atDay(1)))
                .or(() -> year(text).map(year -> year.atDay(1)));
    }

    /** Last day of a day, month or year. */
    static Optional<LocalDate> latest(String text) {
        return day(text)
                .or(() -> month(text).map(YearMonth::atEndOfMonth))
                .or(() -> year(text).map(year -> year.atDay(year.length())));
    }

    /** Keeps dates to years of four digits, so that their text form reads back as itself. */
    static int requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException(
                    "The year %d is out of range.\nUse %d to %d."
                            .formatted(year, FIRST_YEAR, LAST_YEAR));
        }
        return year;
    }

    private static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
