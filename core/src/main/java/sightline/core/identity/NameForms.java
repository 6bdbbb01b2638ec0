package sightline.core.identity;

import sightline.linkage.text.Folding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names brought into the form in which they are compared. */
final class NameForms {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DROPPED = Pattern.compile("['’`´.]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int PART_MIN = 3;

    /** Words that stand where a forename is not known, or not given yet. */
    private static final Set<String> NOT_A_GIVEN_NAME =
            Set.of(
                    "BABY",
                    "INFANT",
                    "UNBORN",
                    "NEWBORN",
                    "FOETUS",
                    "FETUS",
                    "CHILD",
                    "TWIN",
                    "TRIPLET",
                    "BOY",
                    "GIRL",
                    "MALE",
                    "FEMALE",
                    "OF",
                    "UNKNOWN",
                    "UNNAMED",
                    "NK",
                    "NOT",
                    "KNOWN",
                    "NOTKNOWN",
                    "NONE",
                    "TBC",
                    "TBA",
                    "MR",
                    "MRS",
                    "MISS",
                    "MS",
                    "MASTER",
                    "ONE",
                    "TWO",
                    "1",
                    "2",
                    "3");

    private static final Set<String> NOT_A_FAMILY_NAME =
            Set.of("UNKNOWN", "NK", "NOTKNOWN", "NONE", "TBC", "TBA", "UNNAMED");

    private NameForms() {}

    /**
     * The words of a name in upper case, without accents or apostrophes, other letters and scripts
     * spelt in Latin ones, so that Þorsteinn and Thorsteinn are one.
     */
    static List<String> words(String text) {
        var upper = Folding.fold(DROPPED.matcher(text).replaceAll("")).toUpperCase(Locale.ROOT);
        var words = new ArrayList<String>();
        for (var word : SEPARATORS.split(upper)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Upper case without accents. */
    static String unaccented(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT);
    }

    /** Forenames in order; none when only a placeholder was written. */
    static List<String> given(List<String> written) {
        return written.stream()
                .flatMap(text -> words(text).stream())
                .filter(word -> !NOT_A_GIVEN_NAME.contains(word))
                .toList();
    }

    /** The family name in one word; empty when none is known. */
    static String family(String written) {
        var joined = String.join("", words(written));
        return NOT_A_FAMILY_NAME.contains(joined) ? "" : joined;
    }

    /** The parts of a double-barrelled family name; none of a plain one. */
    static List<String> familyParts(String written) {
        var words = words(written);
        return words.size() < 2
                ? List.of()
                : words.stream().filter(word -> word.length() >= PART_MIN).toList();
    }

    /**
     * How a name sounds, roughly: Soundex with the first letter coded like the others, so that Karr
     * and Carr sound alike. Names in other scripts keep their first three letters.
     */
    static String sound(String name) {
        var start = name;
        for (var silent : List.of("KN", "WR", "GN")) {
            if (name.startsWith(silent)) {
                start = name.substring(1);
            }
        }
        if (name.startsWith("PH")) {
            start = "F" + name.substring(2);
        }
        if (start.isEmpty() || code(start.charAt(0)) == 'X') {
            return start.substring(0, Math.min(PART_MIN, start.length()));
        }
        var sound = new StringBuilder().append(code(start.charAt(0)));
        for (var i = 1; i < start.length() && sound.length() < 4; i++) {
            var code = code(start.charAt(i));
            if (code != '0' && code != code(start.charAt(i - 1))) {
                sound.append(code);
            }
        }
        return sound.toString();
    }

    private static char code(char letter) {
        return switch (letter) {
            case 'B', 'F', 'P', 'V' -> '1';
            case 'C', 'G', 'J', 'K', 'Q', 'S', 'X', 'Z' -> '2';
            case 'D', 'T' -> '3';
            case 'L' -> '4';
            case 'M', 'N' -> '5';
            case 'R' -> '6';
            case 'A', 'E', 'I', 'O', 'U', 'H', 'W', 'Y' -> '0';
            default -> 'X';
        };
    }
}
