package sightline.core.kernel;

/**
 * Where a rule, a clock or a value of a pack comes from.
 *
 * @param source the law, guidance or page
 * @param mark P primary text, S secondary, C public code, GK general knowledge, INF an inference
 */
public record Provision(String source, String mark) {
    /** Whether a page must say that it is unconfirmed. */
    public boolean unconfirmed() {
        return unconfirmed(mark);
    }

    /** Whether a mark says that nobody saw the text. */
    public static boolean unconfirmed(String mark) {
        return mark.equals("GK") || mark.equals("INF");
    }
}
