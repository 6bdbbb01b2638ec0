package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.WorkingCalendar;

import java.time.Instant;
import java.time.LocalDate;

/** How late something is in working days of the reader's area, whatever its own clock counts. */
final class LateDays {
    /** More is said in no page: a duty from before a go-live may be years late. */
    private static final int MOST = 2_000;

    private final LocalDate today;
    private final WorkingCalendar calendar;

    LateDays(Visit visit) {
        this.today = visit.today();
        this.calendar =
                visit.directory()
                        .agency(visit.account().agency())
                        .map(Agency::area)
                        .map(visit.directory()::calendar)
                        .orElseGet(() -> WorkingCalendar.of(Nation.ENGLAND));
    }

    /** Working days after the last day on which it was in time, today included. */
    int since(LocalDate last) {
        int days = 0;
        LocalDate day = last;
        while (day.isBefore(today) && days < MOST) {
            day = calendar.after(day);
            if (!day.isAfter(today)) {
                days++;
            }
        }
        return days;
    }

    /** The same in words; empty before the first of them is over. */
    String inWords(Instant due) {
        int days = since(London.day(due.minusNanos(1)));
        return days == 0 ? "" : Wording.count(days, "working day") + " late";
    }

    /** The end of so many working days from now. */
    Instant endAfterWorkingDays(int days) {
        LocalDate day = today;
        for (int i = 0; i < days; i++) {
            day = calendar.after(day);
        }
        return London.endOf(day);
    }
}
