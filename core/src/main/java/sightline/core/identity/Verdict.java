package sightline.core.identity;

/** The three answers to "are these one?", the most cautious first. */
public enum Verdict {
    /** Two different people, or places. */
    NOT_THE_SAME,
    /** Looked at, and left open: kept apart until somebody decides, and listed as such. */
    CANNOT_TELL,
    /** One person, or place. */
    JOIN
}
