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
                    "", "jr", "sr", "phd", "dphil", "esq", "cbe", "kbe", "dbe", "qc", "bsc", "msc",
                    "llb", "llm", "frs", "frcs", "frcp", "mrcp", "rgn", "hons");

    /** Which of those of one name it is; written as names are, they are surnames: Ii, Iv. */
    private static final Set<String> NUMERALS = Set.of("ii", "iii", "iv");

    /**
     * Letters and words that are surnames too, as in Yo-Yo MA and Sita Devi KC: no part of a name
     * only behind a comma, beside other letters, or behind a surname in capitals.
     */
    private static final Set<String> DEGREES =
            Set.of(
                    "ba", "ma", "junior", "senior", "md", "obe", "mbe", "bem", "jp", "kc", "mp",
                    "mba");

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
        if (comma >= 0 && !isSuffix(raw.substring(comma + 1).strip())) {
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
                                .replaceAll(r ->
                                        isNoPart(r.group(1)) || isLetters(r.group(1)) ? " " : "$0")
                                .strip();
        String[] words = bare.split(" +");
        int to = endOfName(words);
        if (to == words.length) {
            return bare;
        }
        String name = String.join(" ", Arrays.copyOf(words, to));
        return name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
    }

    /** With how many titles a name begins, "The" before one of them counted. */
    private static int titles(String[] words) {
        int from = 0;
        while (from + 1 < words.length && isTitle(words[from])) {
            from++;
        }
        boolean named = words.length > 2 && from == 0 && words[0].equalsIgnoreCase("the");
        return named && isTitle(words[1]) ? 2 : from;
    }

    /** What a comma stands behind is a surname: "Lord, Peter". */
    private static boolean isTitle(String word) {
        return TITLES.contains(Folding.fold(word)) && !word.endsWith(",") && !word.endsWith(";");
    }

    /** Where letters begin behind a name of two words or more; all words where none stand there. */
    private static int endOfName(String[] words) {
        int from = titles(words);
        int to = words.length;
        while (to - from > 2 && isLetters(words[to - 1])) {
            to--;
        }
        boolean alone = to == words.length - 1 && !isSuffix(words[to]);
        return alone && !endsName(Arrays.copyOfRange(words, from, to)) ? words.length : to;
    }

    /** Whether a name is at its end: a comma is there, or its surname alone is in capitals. */
    private static boolean endsName(String[] name) {
        String last = name[name.length - 1];
        return last.endsWith(",") || (isInCapitals(last) && holdsBothCases(String.join(" ", name)));
    }

    private static boolean isLetters(String word) {
        return isSuffix(word) || DEGREES.contains(Folding.fold(word));
    }

    private static boolean isSuffix(String word) {
        String folded = Folding.fold(word);
        boolean small = word.length() > 1 && Character.isLowerCase(word.charAt(1));
        boolean asName = small && Character.isUpperCase(word.charAt(0));
        return SUFFIXES.contains(folded) || (NUMERALS.contains(folded) && !asName);
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
        return TITLES.contains(Folding.fold(word)) || isSuffix(word);
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
