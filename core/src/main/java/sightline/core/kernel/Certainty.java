package sightline.core.kernel;

/** How sure a statement is: four fixed words, strongest first. */
public enum Certainty {
    /** A person checked, or the same record or number says so. */
    CONFIRMED("Confirmed"),
    /** Records agree strongly; no person has checked. */
    LIKELY("Likely"),
    /** Some of the record agrees. */
    POSSIBLE("Possible"),
    /** Not known. */
    NOT_KNOWN("Not known");

    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    /** The word as it stands on pages. */
    public String word() {
        return word;
    }

    /** The weaker of the two. */
    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
