package sightline.core.kernel;

import java.util.regex.Pattern;

/**
 * The form of ids that we choose ourselves: lower-case words of letters and digits joined by
 * hyphens.
 */
final class Slug {
    static final int MAX_LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    static boolean fits(String value) {
        return value.length() <= MAX_LENGTH && FORM.matcher(value).matches();
    }

    static String require(String value, String what) {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    what
                            + " '"
                            + Token.shown(value)
                            + "' is not a slug.\nUse lower-case letters and digits joined by"
                            + " hyphens, at most "
                            + MAX_LENGTH
                            + " characters, like 'westmarsh-police'.");
        }
        return value;
    }
}
