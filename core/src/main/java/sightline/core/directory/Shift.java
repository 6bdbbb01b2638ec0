package sightline.core.directory;

import sightline.core.kernel.PostId;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * A window of the week in which some post is on call, London time.
 *
 * @param day the day on which it begins
 * @param until its end; not later than {@code from} means on the next day, so 17:00 until 09:00 is
 *     a night and 00:00 until 00:00 a whole day
 */
public record Shift(DayOfWeek day, LocalTime from, LocalTime until, PostId onCall) {
    /** Whether a local time is in the window. */
    public boolean includes(ZonedDateTime local) {
        var time = local.toLocalTime();
        var today = local.getDayOfWeek() == day;
        if (from.isBefore(until)) {
            return today && !time.isBefore(from) && time.isBefore(until);
        }
        var tomorrow = local.getDayOfWeek() == day.plus(1);
        return (today && !time.isBefore(from)) || (tomorrow && time.isBefore(until));
    }
}
