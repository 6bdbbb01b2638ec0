package sightline.feeds;

import java.time.Instant;
import java.util.List;

/**
 * How far a sender may be relied on when nothing is known from it. Only {@link Fresh} allows to say
 * so; the others are different things and are shown as such.
 */
public sealed interface Freshness {
    /** Complete, by its own word and without a gap, up to this time. */
    record Fresh(Instant asOf) implements Freshness {}

    /** Its last word, for this time, is older than it promised. */
    record Stale(Instant since) implements Freshness {}

    /**
     * Messages are known to be missing.
     *
     * @param gaps the first of the numbers missing; none for a sender that only counts
     * @param missing how many in all
     */
    record Incomplete(List<Gap> gaps, long missing) implements Freshness {
        public Incomplete {
            gaps = List.copyOf(gaps);
        }
    }

    /** Nothing at all has come from it for three times as long as it promised. */
    record Down(Instant since) implements Freshness {}

    /** Nothing has ever come from it. */
    record NeverHeard() implements Freshness {}
}
