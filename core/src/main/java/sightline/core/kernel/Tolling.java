package sightline.core.kernel;

import java.util.List;

/**
 * What stops a clock: custody, hospital, being abroad. A stop runs from its first to its last whole
 * day, so the day of release is the day after it and counts.
 */
public sealed interface Tolling {
    /** Nothing does. */
    record None() implements Tolling {}

    /** The days of the stops do not count (Sexual Offences Act 2003 s83, disregarded time). */
    record Pauses(List<Period> stops) implements Tolling {
        public Pauses {
            stops = List.copyOf(stops);
        }
    }

    /**
     * The days count, but a clock that would end in a stop goes on for some days after it (Sexual
     * Offences Act 2003 s85: 3 days beginning with release).
     *
     * @param daysAfter how many days after the last whole day of the stop, at least 1
     */
    record Extends(List<Period> stops, int daysAfter) implements Tolling {
        public Extends {
            stops = List.copyOf(stops);
            if (daysAfter < 1 || daysAfter > Limit.MAX_AMOUNT) {
                throw new IllegalArgumentException(
                        "%d days after a stop is out of range.\nUse 1 to %d."
                                .formatted(daysAfter, Limit.MAX_AMOUNT));
            }
        }
    }
}
