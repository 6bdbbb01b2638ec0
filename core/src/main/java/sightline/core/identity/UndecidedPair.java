package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

/**
 * Two records of different people about whom somebody should decide. There is one for any two
 * people: that of their strongest link.
 *
 * @param held why no automatic step joined them
 */
public record UndecidedPair(
        SourceRecord first, SourceRecord second, Held held, Explanation explanation) {

    /** Why a pair waits for a person. */
    public enum Held {
        /** Too little speaks for it. */
        TOO_LITTLE,
        /** Something speaks against it: the explanation's reason, or third records' details. */
        CONTRADICTED,
        /** The record fits two people equally well who are not one. */
        FITS_SEVERAL,
        /** The person would have more records than an automatic step may give to one. */
        TOO_MANY_RECORDS,
        /** Somebody looked, and could not tell yet. */
        COULD_NOT_TELL
    }

    /** Whether the pair is about this record. */
    public boolean touches(SourceRecord record) {
        return first.equals(record) || second.equals(record);
    }
}
