package sightline.core.library;

import sightline.core.library.PublicationPolicy.Extent;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a published review, as the public is told of it: counts, and nothing of its text.
 *
 * @param from the minute from which it can be read
 * @param children how many children of the published numbers could be meant by what is told; empty
 *     where nobody counted them
 * @param leftOut how many passages were left out of the report that was deposited
 */
public record Edition(Instant from, Extent extent, Optional<Long> children, int leftOut) {
    public Edition {
        if (leftOut < 0) {
            throw new IllegalArgumentException("no fewer than no passages are left out");
        }
    }

    /** The version that a release of this file makes. */
    public static Edition of(ReleaseFile file, Extent extent, Instant from) {
        return new Edition(
                from,
                extent,
                file.newest(ReleaseEntry.Counted.class).map(ReleaseEntry.Counted::k),
                file.newest(ReleaseEntry.Redacted.class)
                        .map(ReleaseEntry.Redacted::passagesLeftOut)
                        .orElse(0));
    }
}
