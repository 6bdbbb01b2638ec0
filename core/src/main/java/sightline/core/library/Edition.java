package sightline.core.library;

import sightline.core.library.PublicationPolicy.Extent;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a published review, as the public is told of it: counts, and nothing of its text.
 *
 * @param from the minute from which it can be read
 * @param children how many children of the published numbers could be meant by what is told: 0
 *     where they are fewer than {@link Reidentification#ENOUGH}, for the exact number would itself
 *     tell too much; empty where nobody counted them
 * @param leftOut how many passages were left out of the report that was deposited; empty where
 *     nobody said
 */
public record Edition(
        Instant from, Extent extent, Optional<Long> children, Optional<Integer> leftOut) {
    public Edition {
        if (leftOut.filter(n -> n < 0).isPresent()) {
            throw new IllegalArgumentException("no fewer than no passages are left out");
        }
        children = children.map(k -> k < Reidentification.ENOUGH ? 0 : k);
    }

    /** The version that a release of this file makes. */
    public static Edition of(ReleaseFile file, Extent extent, Instant from) {
        return new Edition(
                from,
                extent,
                file.newest(ReleaseEntry.Counted.class).map(ReleaseEntry.Counted::k),
                file.newest(ReleaseEntry.Redacted.class)
                        .map(ReleaseEntry.Redacted::passagesLeftOut));
    }
}
