package sightline.core.directory;

import sightline.core.kernel.WorkingCalendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a post is at work in an ordinary week, London time. A public holiday is outside the hours.
 *
 * @param from the first minute of the day
 * @param until the first minute after it, later than {@code from}
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Hours {
        if (days.isEmpty() || !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Hours from %s until %s on %s are none.\nName a day, and an end after the start."
                            .formatted(from, until, days));
        }
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }

    /** Monday to Friday, 9am to 5pm. */
    public static Hours office() {
        return new Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0));
    }

    /** Whether a local time is within these hours, and its day no public holiday. */
    public boolean include(ZonedDateTime local, WorkingCalendar calendar) {
        var day = local.toLocalDate();
        var time = local.toLocalTime();
        return days.contains(day.getDayOfWeek())
                && !time.isBefore(from)
                && time.isBefore(until)
                && !calendar.holidays(Year.from(day)).containsKey(day);
    }
}
