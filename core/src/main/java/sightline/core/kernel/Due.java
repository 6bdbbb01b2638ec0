package sightline.core.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When something is due.
 *
 * @param at the first instant at which it is overdue. For a clock in days that is the start, in
 *     London, of the day after the last day, so whatever is done on the last day is in time
 * @param lastDay the last day in London on which it is in time: what a page shows
 * @param dayByDay how it was counted, line by line, at most {@value Explanation#MAX_LINES} lines
 */
public record Due(Instant at, LocalDate lastDay, List<String> dayByDay) implements Reckoning {
    public Due {
        dayByDay = Explanation.kept(dayByDay);
    }

    /** Whether it is overdue at that instant. */
    public boolean overdueAt(Instant now) {
        return !now.isBefore(at);
    }
}
