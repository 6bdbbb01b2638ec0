package sightline.core.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Postcodes in one form, and how close two are. */
final class Postcodes {
    private static final String OUTWARD = "[A-Z]{1,2}[0-9][A-Z0-9]?";
    private static final Pattern ANYWHERE =
            Pattern.compile("\\b(" + OUTWARD + ")\\s*([0-9O][A-Z]{2})(?![A-Z0-9])");
    private static final String NOWHERE = "ZZ99";

    private Postcodes() {}

    /** The last postcode in a text, normalised; none if there is none. */
    static Optional<String> in(String text) {
        var found = ANYWHERE.matcher(text.toUpperCase(Locale.ROOT));
        var last = Optional.<String>empty();
        while (found.find()) {
            last =
                    Optional.of(
                            found.group(1)
                                    + " "
                                    + found.group(2).replace('O', '0').charAt(0)
                                    + found.group(2).substring(1));
        }
        return last;
    }

    /** The text without any postcode. */
    static String removedFrom(String text) {
        return ANYWHERE.matcher(text).replaceAll(" ");
    }

    /** Whether it stands for "no fixed abode" or "not known". */
    static boolean isNowhere(String postcode) {
        return postcode.startsWith(NOWHERE);
    }

    /** The part before the blank, such as IP1. */
    static String outward(String postcode) {
        return postcode.substring(0, postcode.indexOf(' '));
    }

    /** Whether one is the other but for its last two letters. */
    static boolean oneSector(String a, String b) {
        return a.substring(0, a.length() - 2).equals(b.substring(0, b.length() - 2));
    }
}
