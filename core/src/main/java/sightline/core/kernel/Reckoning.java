package sightline.core.kernel;

import java.util.List;
import java.util.Optional;

/** What a clock comes to: a time at which something is due, or a clock that stands still. */
public sealed interface Reckoning permits Due, Stopped {
    /** How it was counted, line by line, for the page of the duty. */
    List<String> dayByDay();

    /** The due time, unless the clock stands still. */
    default Optional<Due> due() {
        return switch (this) {
            case Due due -> Optional.of(due);
            case Stopped _ -> Optional.empty();
        };
    }
}
