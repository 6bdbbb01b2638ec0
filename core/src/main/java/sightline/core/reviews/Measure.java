package sightline.core.reviews;

/**
 * Something that the running system counts each month for each organisation. Whoever computes one
 * gives numbers of a month that is over; what they were is then kept.
 *
 * @param key how an entry names it
 * @param name in plain words
 * @param counts what is counted, as a sentence
 * @param unit what one of them is called, in the plural
 */
public record Measure(String key, String name, String counts, String unit) {
    /** Below target for the first month: slipped. That many in a row: re-opened. */
    public static final int REOPENS_AFTER = 3;

    /** That many months in a row at target: effective. */
    public static final int EFFECTIVE_AFTER = 6;

    /** That many months at target before what was re-opened may be verified again. */
    public static final int CLOSES_AFTER = 3;
}
