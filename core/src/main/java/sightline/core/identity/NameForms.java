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
                    "UNIDENTIFIED",
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
            Set.of("UNKNOWN", "NK", "NOTKNOWN", "NONE", "TBC", "TBA", "UNNAMED", "UNIDENTIFIED");

    /** "Baby of Maja", "B/O Maja": what follows is the mother's name. */
    private static final Set<String> OF_A_MOTHER =
            Set.of(
                    "BABY",
                    "INFANT",
                    "UNBORN",
                    "NEWBORN",
                    "CHILD",
                    "TWIN",
                    "TRIPLET",
                    "BOY",
                    "GIRL",
                    "MALE",
                    "FEMALE",
                    "SON",
                    "DAUGHTER");

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

    /** Forenames in order; none when only a placeholder was written, or whose child it is. */
    static List<String> given(List<String> written) {
        var words = written.stream().flatMap(text -> words(text).stream()).toList();
        return words.subList(0, childOf(words)).stream()
                .filter(word -> !NOT_A_GIVEN_NAME.contains(word))
                .toList();
    }

    /** Where the words begin to say whose child it is; their end where they do not. */
    private static int childOf(List<String> words) {
        if (words.size() > 1 && words.get(0).equals("B") && words.get(1).equals("O")) {
            return 0;
        }
        var of = words.indexOf("OF");
        var placeholders =
                of > 0
                        && OF_A_MOTHER.contains(words.getFirst())
                        && words.subList(1, of).stream().allMatch(NOT_A_GIVEN_NAME::contains);
        return placeholders ? 0 : words.size();
    }

    /**
     * The family name in one word; empty when none is known.
     *
     * @param given as {@link #given} has them: without any, "Male" is no family name, nor "Boy"
     */
    static String family(String written, List<String> given) {
        var words = words(written);
        var joined = String.join("", words);
        var nothing =
                NOT_A_FAMILY_NAME.contains(joined)
                        || ((given.isEmpty() || words.size() > 1)
                                && NOT_A_GIVEN_NAME.containsAll(words));
        return nothing ? "" : joined;
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
