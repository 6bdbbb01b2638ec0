package sightline.reviews;

import sightline.core.reviews.Refusal;

/** What came of adding an entry. */
public sealed interface Added {
    /** It is kept. */
    record Kept() implements Added {}

    /** It is not, for that reason. */
    record Refused(Refusal why) implements Added {}

    /** There is no such review for this reader. */
    record Nowhere() implements Added {}
}
