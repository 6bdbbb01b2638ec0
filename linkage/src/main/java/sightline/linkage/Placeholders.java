package sightline.linkage;

import java.util.Set;

/**
 * Words that stand where a name is not known: they are missing, so that two babies without a name
 * do not agree on it, and a baby does not differ from itself once named. In folded spelling.
 */
final class Placeholders {
    private static final Set<String> NEVER_A_NAME =
            Set.of(
                    "unknown",
                    "unknown male",
                    "unknown female",
                    "unknown name",
                    "unknown unknown",
                    "male unknown",
                    "female unknown",
                    "name unknown",
                    "not known",
                    "not given",
                    "not stated",
                    "not recorded",
                    "no name",
                    "no name given",
                    "nk",
                    "nfn",
                    "nln",
                    "fnu",
                    "lnu",
                    "tbc",
                    "tba",
                    "xx",
                    "xxx",
                    "xxxx");
    private static final Set<String> NEVER_A_GIVEN_NAME =
            Set.of(
                    "baby",
                    "babe",
                    "infant",
                    "newborn",
                    "unborn",
                    "unborn baby",
                    "unborn child",
                    "male",
                    "female",
                    "male infant",
                    "female infant",
                    "male baby",
                    "female baby",
                    "baby boy",
                    "baby girl",
                    "baby male",
                    "baby female",
                    "boy",
                    "girl",
                    "twin",
                    "unnamed");
    private static final String[] OF_SOMEBODY = {
        "baby of",
        "babe of",
        "infant of",
        "unborn of",
        "unborn baby of",
        "unborn child of",
        "bb of",
        "child of",
        "son of",
        "daughter of",
        "baby boy of",
        "baby girl of",
        "twin of"
    };

    private Placeholders() {}

    /** Whether nothing is known of the name, whatever part of a name it is. */
    static boolean isNoName(String folded) {
        return NEVER_A_NAME.contains(folded);
    }

    /** Whether nothing is known of the given name. */
    static boolean isNoGivenName(String folded) {
        String plain = withoutNumber(folded);
        if (isNoName(plain) || NEVER_A_GIVEN_NAME.contains(plain)) {
            return true;
        }
        for (String beginning : OF_SOMEBODY) {
            if (plain.startsWith(beginning) && follows(plain, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(String text, int at) {
        return text.length() == at || text.charAt(at) == ' ';
    }

    /** "twin 1" is "twin": a number or a single letter at the end says which of several. */
    private static String withoutNumber(String folded) {
        int blank = folded.lastIndexOf(' ');
        boolean number = blank > 0 && blank == folded.length() - 2;
        return number ? folded.substring(0, blank) : folded;
    }
}
