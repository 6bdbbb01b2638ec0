package sightline.core.register;

/**
 * Where a value of a pack comes from.
 *
 * @param source the law, guidance or page
 * @param mark P primary text, S secondary, C public code, GK general knowledge, INF an inference
 */
public record Provision(String source, String mark) {
    /** Whether a page must say that it is unconfirmed. */
    public boolean unconfirmed() {
        return mark.equals("GK") || mark.equals("INF");
    }
}
