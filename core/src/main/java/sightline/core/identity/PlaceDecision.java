package sightline.core.identity;

import java.time.Instant;
import java.util.Comparator;

/**
 * What a person decided about two addresses. The pair is unordered; {@code first} is always the one
 * whose {@link PlaceKey#text()} is smaller. It holds as a {@link Decision} holds.
 *
 * @param by an opaque reference to who decided, never a name
 */
public record PlaceDecision(
        PlaceKey first, PlaceKey second, Verdict verdict, String by, Instant at) {

    /** Newest first; at one instant the more cautious first, then any fixed order. */
    static final Comparator<PlaceDecision> NEWEST_FIRST =
            Comparator.comparing(PlaceDecision::at)
                    .reversed()
                    .thenComparing(PlaceDecision::verdict)
                    .thenComparing(decision -> decision.first().text())
                    .thenComparing(decision -> decision.second().text())
                    .thenComparing(PlaceDecision::by);

    public PlaceDecision {
        var order = first.text().compareTo(second.text());
        if (order == 0) {
            throw new IllegalArgumentException(
                    "A decision is about two addresses, and one was given twice.\nName the other.");
        }
        if (order > 0) {
            var smaller = second;
            second = first;
            first = smaller;
        }
    }

    @Override
    public String toString() {
        return "PlaceDecision[" + verdict + ", redacted]";
    }
}
