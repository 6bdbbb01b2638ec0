package sightline.core.kernel;

/**
 * The form of ids that somebody else chose: anything printable. What is refused is what could not
 * be copied from a page and typed back: nothing, control characters, blanks at either end.
 */
final class Token {
    static final int MAX_LENGTH = 128;
    private static final int SHOWN = 80;

    private Token() {}

    /**
     * Returns the value, or throws with a message that does not repeat it: it may lead to a person.
     */
    static String require(String value, String what) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    what + " is blank or has blanks at an end.\nSend it without them.");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "%s has %d characters.\nUse at most %d."
                            .formatted(what, value.length(), MAX_LENGTH));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " has a control character in it.\nSend it without.");
        }
        return value;
    }

    /** A value cut so that a message that quotes it stays short and on one line. */
    static String shown(String value) {
        var line = value.codePoints().map(c -> Character.isISOControl(c) ? '?' : c);
        var text =
                line.limit(SHOWN)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return value.length() > SHOWN ? text + "..." : text;
    }
}
