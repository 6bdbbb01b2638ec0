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
            Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "prof", "rev", "mx", "master");
    private static final Set<String> PARTICLES =
            Set.of(
                    "van", "von", "de", "der", "den", "la", "le", "del", "della", "di", "da", "dos",
                    "el", "al", "bin", "ibn", "ter", "ten", "st", "mac", "mc", "o");
    private static final Set<String> SUFFIXES =
            Set.of(
                    "", "jr", "sr", "ii", "iii", "iv", "junior", "senior", "md", "phd", "esq",
                    "obe");
    private static final String VOWELS = "AEIOUY";
    private static final Pattern REMARK = Pattern.compile("\\(([^()]*)\\)");

    private FullName() {}

    /**
     * Given names and surname, folded. A comma or semicolon is between a surname and the given
     * names behind it, unless what is behind it is a suffix such as Jr. Capitals at one end tell a
     * surname from given names in small letters: KOWALSKA Maria, Maria KOWALSKA. A title in
     * brackets is no part of either.
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

    /** The name without a title in brackets, as in "MARSH, Ada (Mrs)". */
    static String withoutTitle(String cell) {
        return cell.indexOf('(') < 0
                ? cell
                : REMARK.matcher(cell).replaceAll(r -> isNoPart(r.group(1)) ? " " : "$0").strip();
    }

    /** Whether the word stands before a surname and may be written small, as in "van Dam". */
    static boolean isParticle(String word) {
        return PARTICLES.contains(Folding.fold(word));
    }

    private static String[] byPlace(String raw) {
        List<String> tokens = new ArrayList<>(Arrays.asList(Folding.fold(raw).split(" ")));
        while (tokens.size() > 1 && TITLES.contains(tokens.getFirst())) {
            tokens.removeFirst();
        }
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
