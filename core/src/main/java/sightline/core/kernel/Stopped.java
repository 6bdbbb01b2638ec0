package sightline.core.kernel;

import java.time.LocalDate;
import java.util.List;

/**
 * A clock that stands still with no end of the stop known. It is counted again when the end is.
 *
 * @param since the first day that does not count, or on which it would have been due
 * @param dayByDay how it was counted so far
 */
public record Stopped(LocalDate since, List<String> dayByDay) implements Reckoning {
    public Stopped {
        dayByDay = Explanation.kept(dayByDay);
    }
}
