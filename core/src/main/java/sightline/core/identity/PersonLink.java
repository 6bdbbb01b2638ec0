package sightline.core.identity;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.SourceRecord;

import java.util.Comparator;

/**
 * Two records that a comparison found at least possibly one person. {@code first} is the smaller.
 */
public record PersonLink(SourceRecord first, SourceRecord second, Explanation explanation) {

    /** The order in which links are tried: identifiers, then weight, then a fixed order. */
    static final Comparator<PersonLink> STRONGEST_FIRST =
            Comparator.comparing((PersonLink link) -> link.explanation().certainty())
                    .thenComparing(
                            link -> link.explanation().weightTenths(), Comparator.reverseOrder())
                    .thenComparing(PersonLink::first)
                    .thenComparing(PersonLink::second);

    public PersonLink {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException(
                    "%s and %s are not in order.\nGive the smaller record first."
                            .formatted(first, second));
        }
    }

    static PersonLink between(SourceRecord a, SourceRecord b, Explanation explanation) {
        return a.compareTo(b) < 0
                ? new PersonLink(a, b, explanation)
                : new PersonLink(b, a, explanation);
    }

    /** Whether it is strong enough to join the two without a person's decision. */
    public boolean joins() {
        return explanation.certainty().compareTo(Certainty.LIKELY) <= 0;
    }

    /** The other end. */
    SourceRecord other(SourceRecord end) {
        return first.equals(end) ? second : first;
    }
}
