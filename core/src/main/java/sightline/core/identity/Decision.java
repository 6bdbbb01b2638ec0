package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Comparator;

/**
 * What a person decided about two source records. The pair is unordered; {@code first} is always
 * the smaller, whichever way round it was given.
 *
 * <p>No automatic step overrules a decision. Where decisions contradict each other, also through
 * third records, the newer ones hold and the older is reported as overruled. Undoing one removes
 * it, and what held before holds again.
 *
 * @param by an opaque reference to who decided, never a name
 */
public record Decision(
        SourceRecord first, SourceRecord second, Verdict verdict, String by, Instant at) {

    /** Newest first; at one instant the more cautious first, then any fixed order. */
    static final Comparator<Decision> NEWEST_FIRST =
            Comparator.comparing(Decision::at)
                    .reversed()
                    .thenComparing(Decision::verdict)
                    .thenComparing(Decision::first)
                    .thenComparing(Decision::second)
                    .thenComparing(Decision::by);

    public Decision {
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "A decision is about two records, and %s was given twice.\nName the other record."
                            .formatted(first));
        }
        if (first.compareTo(second) > 0) {
            var smaller = second;
            second = first;
            first = smaller;
        }
    }

    /** Whether the decision is about this record and another. */
    public boolean touches(SourceRecord record) {
        return first.equals(record) || second.equals(record);
    }
}
