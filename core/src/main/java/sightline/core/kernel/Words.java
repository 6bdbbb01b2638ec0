package sightline.core.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Dates and times as the pages write them: "9:12am, 16 September 2025". */
public final class Words {
    private static final int HOURS_TO_NOON = 12;

    /** Looked up once: the platform's lookup is slow, and clocks write a line for each day. */
    private static final List<String> WEEKDAYS =
            Stream.of(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.UK))
                    .toList();

    private static final List<String> MONTHS =
            Stream.of(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK))
                    .toList();

    private Words() {}

    /** With a capital to begin with. */
    public static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** "16 September 2025". */
    public static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day));
    }

    /** "Tuesday 16 September 2025". */
    public static String weekday(LocalDate day) {
        return weekday(day.getDayOfWeek()) + " " + day(day);
    }

    /** "Tuesday". */
    public static String weekday(DayOfWeek day) {
        return WEEKDAYS.get(day.getValue() - 1);
    }

    /** "September 2025". */
    public static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear();
    }

    /** "9:12am, 16 September 2025", in London time. */
    public static String moment(Instant instant) {
        var local = London.time(instant);
        return time(local.toLocalTime()) + ", " + day(local.toLocalDate());
    }

    /** "9:12am", "9am"; midday is "12pm" and midnight "12am", whole minutes only. */
    public static String time(LocalTime time) {
        var hour =
                time.getHour() % HOURS_TO_NOON == 0
                        ? HOURS_TO_NOON
                        : time.getHour() % HOURS_TO_NOON;
        var half = time.getHour() < HOURS_TO_NOON ? "am" : "pm";
        if (time.getMinute() == 0) {
            return hour + half;
        }
        return String.format(Locale.ROOT, "%d:%02d%s", hour, time.getMinute(), half);
    }
}
