package sightline.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people type it: "27 3 2025", "27/03/2025" or "2025-03-27"; or as the pages write it, "27
 * March 2025", its month cut short or not.
 */
final class TypedDate {
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th)?[ \u00a0/.-]+(\\d{1,2}|[a-z]{3,9})"
                            + "[ \u00a0/.,-]+(\\d{4})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private TypedDate() {}

    /** The day; empty when it is none. */
    static Optional<LocalDate> read(String typed) {
        Matcher dayFirst = DAY_FIRST.matcher(typed.strip());
        Matcher yearFirst = YEAR_FIRST.matcher(typed.strip());
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        return yearFirst.matches()
                ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                : Optional.empty();
    }

    static String write(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonthValue() + " " + day.getYear();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(year), month(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Its number; 0, which no month has, for a word that is no month's. */
    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        String word = written.toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(word))
                .mapToInt(Month::getValue)
                .findFirst()
                .orElse(0);
    }
}
