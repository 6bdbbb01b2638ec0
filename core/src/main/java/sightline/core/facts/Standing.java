package sightline.core.facts;

/** Whether a fact can be relied on today, and if not, why. */
public enum Standing {
    /** Nothing speaks against it. */
    STANDS,
    /** Its subject disputes it; it still counts, and every path says so. */
    DISPUTED,
    /** A suspicion that ended without conviction; shown with its ending, feeds no rule after it. */
    ENDED,
    /** Its sender sent a correction, which stands in its place. */
    CORRECTED,
    /** Its sender took it back. */
    RETRACTED;

    /** Whether rules read the fact. */
    public boolean counts() {
        return this == STANDS || this == DISPUTED;
    }
}
