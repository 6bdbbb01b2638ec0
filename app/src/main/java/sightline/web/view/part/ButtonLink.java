package sightline.web.view.part;

/**
 * A link that looks like a button, because it starts something.
 *
 * @param about words for a screen reader only; empty when the text suffices
 */
public record ButtonLink(String text, String href, boolean primary, String about) {
    public static ButtonLink first(String text, String href) {
        return new ButtonLink(text, href, true, "");
    }

    public static ButtonLink also(String text, String href) {
        return new ButtonLink(text, href, false, "");
    }
}
