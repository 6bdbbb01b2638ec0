package sightline.web.view.part;

/**
 * A link as it is read: its text says what it opens, {@code about} is read out after it and not
 * shown.
 *
 * @param about words for a screen reader that tell this link from its neighbours; empty when none
 */
public record Link(String text, String href, String about) {
    public static Link to(String text, String href) {
        return new Link(text, href, "");
    }

    /** A telephone number as a link. */
    public static Link telephone(String number) {
        return new Link(number, "tel:" + number.replace(" ", ""), "");
    }
}
