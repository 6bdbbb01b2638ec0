package sightline.core.kernel;

import java.time.LocalDate;
import java.util.ArrayList;

/** Puts a due day off, by no more than a clock allows. */
final class PutOff {
    private PutOff() {}

    static Due of(Due due, LocalDate until, Limit most, WorkingCalendar calendar, String why) {
        LocalDate latest = latest(due.lastDay(), most, calendar);
        LocalDate day = until.isAfter(latest) ? latest : until;
        if (!day.isAfter(due.lastDay())) {
            return due;
        }
        var lines = new ArrayList<>(due.dayByDay());
        lines.add("Put off before it was due, %s".formatted(why));
        if (until.isAfter(latest)) {
            lines.add(
                    "%s was asked for; it may be put off by %s at most."
                            .formatted(Words.weekday(until), most.inWords()));
        }
        lines.add("Due by the end of " + Words.weekday(day) + ".");
        return new Due(London.endOf(day), day, lines);
    }

    private static LocalDate latest(LocalDate last, Limit most, WorkingCalendar calendar) {
        if (most.unit() != Limit.Unit.WORKING_DAYS) {
            return ClockArithmetic.dayAfter(last, most);
        }
        LocalDate day = last;
        for (int counted = 0; counted < most.amount(); counted++) {
            day = calendar.after(day);
        }
        return day;
    }
}
