package sightline.core.reviews;

import java.util.Locale;

/**
 * How far an organisation is with a recommendation. Worked out from entries, never kept.
 *
 * <p>No answer, then not accepted or accepted; started, with evidence, done by own account,
 * verified by somebody else, effective. From verified or effective to slipped, and from there back
 * or to re-opened, from which only new evidence and a new verification lead on.
 */
public enum Standing {
    NO_ANSWER("No answer yet", "N"),
    NOT_ACCEPTED("Not accepted", "X"),
    ACCEPTED("Accepted, not started", "A"),
    STARTED("Started", "S"),
    EVIDENCED("Started, with evidence", "S"),
    DONE("Done by own account", "D"),
    VERIFIED("Verified by somebody else", "V"),
    EFFECTIVE("Effective", "E"),
    SLIPPED("Slipped", "▼"),
    REOPENED("Re-opened", "R");

    private final String words;
    private final String mark;

    Standing(String words, String mark) {
        this.words = words;
        this.mark = mark;
    }

    /** In plain words. */
    public String words() {
        return words;
    }

    /** One character, for a picture that has the words beside it. */
    public String mark() {
        return mark;
    }

    /** The word in addresses and files: {@code no-answer}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody else saw it, and it holds. */
    public boolean verified() {
        return this == VERIFIED || this == EFFECTIVE;
    }

    /** Whether it was verified once and does not hold. */
    public boolean fellBack() {
        return this == SLIPPED || this == REOPENED;
    }
}
