package sightline.core.screening;

import sightline.core.household.Entry;

import java.time.Instant;

/**
 * A visit that was owed: planned, promised, under a plan or an enquiry, announced to the family, or
 * made because of a referral or a concern.
 *
 * @param entry the visit, or the plan of a visit that nobody made
 * @param outcome what came of it
 * @param known when that was known here; for a day that passed, its end
 */
public record OwedVisit(Entry<?> entry, Outcome outcome, Instant known) {

    /** What came of an owed visit. */
    public enum Outcome {
        SEEN("the child was seen"),
        NOT_EXAMINABLE("the child was seen but could not be examined"),
        AT_A_DISTANCE("the child was seen at a distance only"),
        NO_ACCESS("nobody let the visitor in"),
        REFUSED("the visit was refused"),
        NOT_AT_HOME("nobody was at home"),
        CANCELLED("the visit was cancelled"),
        NOT_MADE("the planned visit was not made that day");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** As a sentence says it. */
        public String words() {
            return words;
        }

        /** Whether somebody owed a visit and the child was not met. */
        public boolean failed() {
            return this != SEEN && this != NOT_EXAMINABLE && this != CANCELLED;
        }
    }
}
