package sightline.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What depends on who somebody is.
 *
 * @param due when the first of the duties is due
 */
public record Hanging(int alerts, int duties, Optional<Instant> due) {
    /** Nothing. */
    static final Hanging NOTHING = new Hanging(0, 0, Optional.empty());

    Hanging and(Hanging other) {
        return new Hanging(
                alerts + other.alerts,
                duties + other.duties,
                Stream.concat(due.stream(), other.due.stream()).min(Instant::compareTo));
    }
}
