package sightline.core.reviews;

import sightline.core.kernel.When;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of one table, in whatever style each is written: 3/4/2026, 03.04.26, 3rd April 2026,
 * 2026-04-03, April 2026, 2026. The day stands first, unless a date of the same table can only have
 * the month first: then those that could be either are not guessed.
 */
public final class WrittenDates {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2}) ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[ t].*)?");
    private static final Pattern WORDS =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\-]([a-z]{3,9})\\.?,?[ \\-](\\d{4}|\\d{2})");
    private static final Pattern MONTH = Pattern.compile("([a-z]{3,9})\\.?,?[ \\-](\\d{4})");
    private static final Pattern MONTH_NUMBER = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern WEEKDAY =
            Pattern.compile("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? ");
    private static final Pattern TIME =
            Pattern.compile("[, ]+(?:at )?\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:am|pm|hrs|h)?$");

    /** Two digits are of this century up to that year, and of the last one after it. */
    private static final int LAST_SHORT_YEAR = 60;

    private final boolean monthFirst;

    private WrittenDates(boolean monthFirst) {
        this.monthFirst = monthFirst;
    }

    /** Reads the dates of a table, once all of them were seen. */
    public static WrittenDates of(Collection<String> all) {
        return new WrittenDates(all.stream().anyMatch(WrittenDates::onlyMonthFirst));
    }

    private static boolean onlyMonthFirst(String written) {
        Matcher numbers = NUMBERS.matcher(plain(written));
        return numbers.matches()
                && day(numbers.group(3), numbers.group(2), numbers.group(1)).isEmpty()
                && day(numbers.group(3), numbers.group(1), numbers.group(2)).isPresent();
    }

    /** What came of reading one; {@code doubt} says why there is no date. */
    public record Read(When when, String doubt) {}

    /** Reads one. */
    public Read read(String written) {
        String text = plain(written);
        if (text.isEmpty()) {
            return new Read(new When.Unknown(), "No date is given.");
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            Optional<LocalDate> dayFirst =
                    day(numbers.group(3), numbers.group(2), numbers.group(1));
            Optional<LocalDate> monthsFirst =
                    day(numbers.group(3), numbers.group(1), numbers.group(2));
            if (monthFirst
                    && dayFirst.isPresent()
                    && monthsFirst.isPresent()
                    && !dayFirst.equals(monthsFirst)) {
                return new Read(
                        new When.Unknown(),
                        "Day and month could each be the other: a date of this table has the month first.");
            }
            return dayFirst.or(() -> monthFirst ? monthsFirst : Optional.empty())
                    .map(d -> new Read(new When.Day(d), ""))
                    .orElseGet(WrittenDates::none);
        }
        return other(text).map(w -> new Read(w, "")).orElseGet(WrittenDates::none);
    }

    private static Read none() {
        return new Read(new When.Unknown(), "The date cannot be read.");
    }

    private static Optional<When> other(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                    .map(When.Day::new);
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return month(words.group(2))
                    .flatMap(m -> day(words.group(3), String.valueOf(m), words.group(1)))
                    .map(When.Day::new);
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return month(month.group(1))
                    .map(m -> new When.Month(YearMonth.of(Integer.parseInt(month.group(2)), m)));
        }
        Matcher monthNumber = MONTH_NUMBER.matcher(text);
        if (monthNumber.matches()) {
            int number = Integer.parseInt(monthNumber.group(2));
            return number < 1 || number > MONTHS.size()
                    ? Optional.empty()
                    : Optional.of(
                            new When.Month(
                                    YearMonth.of(Integer.parseInt(monthNumber.group(1)), number)));
        }
        return YEAR.matcher(text).matches()
                ? Optional.of(new When.Year(Integer.parseInt(text)))
                : Optional.empty();
    }

    /** The day, where the date is one day. */
    public Optional<LocalDate> day(String written) {
        return read(written).when() instanceof When.Day(LocalDate day)
                ? Optional.of(day)
                : Optional.empty();
    }

    private static String plain(String written) {
        String text = written.replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
        return TIME.matcher(WEEKDAY.matcher(text).replaceFirst("")).replaceFirst("").strip();
    }

    private static Optional<Integer> month(String word) {
        int index = MONTHS.indexOf(word.substring(0, 3));
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int of = Integer.parseInt(year);
        int full = year.length() == 4 ? of : of <= LAST_SHORT_YEAR ? 2000 + of : 1900 + of;
        try {
            return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
