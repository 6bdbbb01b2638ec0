package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts a full name: which of its words are given names, and which the surname. */
final class FullName {
    private static final Set<String> TITLES =
            Set.of(
                    "mr",
                    "mrs",
                    "ms",
                    "miss",
                    "dr",
                    "sir",
                    "lady",
                    "prof",
                    "rev",
                    "mx",
                    "master",
                    "revd",
                    "reverend",
                    "professor",
                    "lord",
                    "dame",
                    "cllr",
                    "councillor",
                    "capt",
                    "captain",
                    "lt",
                    "sgt",
                    "herr",
                    "frau",
                    "mme",
                    "mlle",
                    "sra",
                    "srta");
    private static final Set<String> PARTICLES =
            Set.of(
                    "van", "von", "de", "der", "den", "la", "le", "del", "della", "di", "da", "dos",
                    "el", "al", "bin", "ibn", "ter", "ten", "st", "mac", "mc", "o");
    private static final Set<String> SUFFIXES =
            Set.of(
                    "", "jr", "sr", "ii", "iii", "iv", "junior", "senior", "md", "phd", "dphil",
                    "esq", "obe", "mbe", "cbe", "kbe", "dbe", "bem", "jp", "qc", "kc", "mp", "bsc",
                    "msc", "mba", "llb", "llm", "frs", "frcs", "frcp", "mrcp", "rgn", "hons");

    /** Degrees that are names too, as in Yo-Yo MA: no part of one only behind a comma. */
    private static final Set<String> DEGREES = Set.of("ba", "ma");

    private static final String VOWELS = "AEIOUY";
    private static final Pattern REMARK = Pattern.compile("\\(([^()]*)\\)");

    private FullName() {}

    /**
     * Given names and surname, folded. A comma or semicolon is between a surname and the given
     * names behind it, unless what is behind it is a suffix such as Jr. Capitals at one end tell a
     * surname from given names in small letters: KOWALSKA Maria, Maria KOWALSKA. Titles and letters
     * behind a name are no part of either.
     */
    static String[] split(String cell) {
        String raw = withoutTitle(cell);
        int comma = Math.max(raw.indexOf(','), raw.indexOf(';'));
        if (comma >= 0 && !SUFFIXES.contains(Folding.fold(raw.substring(comma + 1)))) {
            return parts(raw.substring(comma + 1), raw.substring(0, comma));
        }
        if (holdsBothCases(raw)) {
            List<String> words = new ArrayList<>(List.of(raw.strip().split(" +")));
            words.removeIf(FullName::isNoPart);
            int first = surnameAtTheBeginning(words);
            if (first > 0) {
                return parts(words, first, words.size(), 0, first);
            }
            int last = surnameAtTheEnd(words);
            if (last < words.size()) {
                return parts(words, 0, last, last, words.size());
            }
        }
        return byPlace(raw);
    }

    /**
     * The name without titles before it and letters behind it, whether in brackets or not: of
     * "MARSH, Ada (Mrs)" and "The Revd Ada Marsh, BA (Hons)" the name alone.
     */
    static String withoutTitle(String cell) {
        String bare = withoutLetters(cell);
        String[] words = bare.split(" +");
        int from = titles(words);
        return from == 0 ? bare : String.join(" ", Arrays.copyOfRange(words, from, words.length));
    }

    /** The name without letters behind it and without what is in brackets, but with titles. */
    static String withoutLetters(String cell) {
        String bare =
                cell.indexOf('(') < 0
                        ? cell
                        : REMARK.matcher(cell)
                                .replaceAll(r -> isNoPart(r.group(1)) ? " " : "$0")
                                .strip();
        String[] words = bare.split(" +");
        int to = words.length;
        while (to - titles(words) > 2 && isBehind(words[to - 2], words[to - 1])) {
            to--;
        }
        if (to == words.length) {
            return bare;
        }
        String name = String.join(" ", Arrays.copyOf(words, to));
        return name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
    }

    /** With how many titles a name begins, "The" before one of them counted. */
    private static int titles(String[] words) {
        int from = 0;
        while (from + 1 < words.length && TITLES.contains(Folding.fold(words[from]))) {
            from++;
        }
        boolean named = words.length > 2 && from == 0 && words[0].equalsIgnoreCase("the");
        return named && TITLES.contains(Folding.fold(words[1])) ? 2 : from;
    }

    /** Whether a name's last word is a suffix or a degree, as the word before it lets it be. */
    private static boolean isBehind(String before, String word) {
        String folded = Folding.fold(word);
        return SUFFIXES.contains(folded) || (before.endsWith(",") && DEGREES.contains(folded));
    }

    /** Whether the word stands before a surname and may be written small, as in "van Dam". */
    static boolean isParticle(String word) {
        return PARTICLES.contains(Folding.fold(word));
    }

    private static String[] byPlace(String raw) {
        List<String> tokens = List.of(Folding.fold(raw).split(" "));
        if (tokens.size() == 1) {
            return new String[] {"", tokens.getFirst()};
        }
        int from = tokens.size() - 1;
        while (from > 1 && PARTICLES.contains(tokens.get(from - 1))) {
            from--;
        }
        return new String[] {
            String.join(" ", tokens.subList(0, from)),
            String.join(" ", tokens.subList(from, tokens.size()))
        };
    }

    private static String[] parts(List<String> words, int from, int to, int start, int end) {
        return parts(
                String.join(" ", words.subList(from, to)),
                String.join(" ", words.subList(start, end)));
    }

    private static String[] parts(String given, String surname) {
        return new String[] {Folding.fold(given), Folding.fold(surname)};
    }

    private static boolean isNoPart(String word) {
        String folded = Folding.fold(word);
        return TITLES.contains(folded) || SUFFIXES.contains(folded);
    }

    /** How many words in capitals the name begins with, where all others are not in capitals. */
    private static int surnameAtTheBeginning(List<String> words) {
        int to = 0;
        while (to < words.size() && isInCapitals(words.get(to))) {
            to++;
        }
        return to < words.size() && noneInCapitals(words.subList(to, words.size())) ? to : 0;
    }

    /** From which word on the name is in capitals to its end, where none before is. */
    private static int surnameAtTheEnd(List<String> words) {
        int from = words.size();
        while (from > 0 && isInCapitals(words.get(from - 1))) {
            from--;
        }
        return from > 0 && noneInCapitals(words.subList(0, from)) ? from : words.size();
    }

    private static boolean noneInCapitals(List<String> words) {
        return words.stream().noneMatch(FullName::isInCapitals);
    }

    private static boolean holdsBothCases(String raw) {
        boolean small = false;
        boolean capitals = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            small |= Character.isLowerCase(c);
            capitals |=
                    i > 0 && Character.isUpperCase(c) && Character.isUpperCase(raw.charAt(i - 1));
        }
        return small && capitals;
    }

    /** Two letters are initials, as JJ and DJ are, but where they can be spoken: LI, WU. */
    private static boolean isInCapitals(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLowerCase(c) || Character.isDigit(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters > 2
                || (word.length() == 2
                        && letters == 2
                        && VOWELS.indexOf(word.charAt(0)) < 0
                        && VOWELS.indexOf(word.charAt(1)) >= 0);
    }
}
