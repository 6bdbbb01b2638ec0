package sightline.linkage;

import sightline.linkage.text.Folding;
import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;

/** Names: variants, slips of the pen, spellings of one sound, initials, parts of compound names. */
final class NameComparator extends Comparator {
    private static final int VARIANT = 1;
    private static final int CLOSE = 2;
    private static final int SOUND = 3;
    private static final int NEAR = 4;
    private static final int INITIAL = 5;
    private static final int PART = 6;
    private static final int LIKE = 7;
    private static final int DIFFERENT = 8;
    private static final int CROSSED = 9;
    private static final int SHORTEST_SKELETON = 2;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_BARE = 4;

    /** Two names together have so many letters, where one slip does not make another name. */
    private static final int LETTERS_OF_SLIPS = 7;

    private final Names names;
    private final String[] skeleton;
    private final String[] bare;

    /** How the first word of a given name sounds. */
    private final String[] first;

    private final String[] stem;
    private final int[][] forms;
    private final int[][] surnameForms;
    private final boolean[] hasBlank;
    private final LetterMasks letters;
    private final double nearFrom;
    private final double likeFrom;

    NameComparator(Feature feature, List<Level> levels, Names names) {
        super(feature, levels);
        this.names = names;
        this.nearFrom = levels.get(NEAR).least();
        this.likeFrom = levels.get(LIKE).least();
        this.skeleton = new String[feature.text.length];
        this.bare = new String[feature.text.length];
        boolean given = feature.kind == FieldKind.GIVEN_NAME;
        this.first = new String[given ? feature.text.length : 0];
        for (int i = 0; i < skeleton.length; i++) {
            skeleton[i] = Folding.skeleton(feature.text[i]);
            boolean whole = hasVowels(feature.text[i]) || feature.text[i].length() < SHORTEST_BARE;
            bare[i] = whole ? "" : withoutDoubles(skeleton[i]);
        }
        for (int i = 0; i < first.length; i++) {
            first[i] = Folding.skeleton(firstWord(i));
        }
        boolean surnames = feature.kind == FieldKind.SURNAME;
        this.stem = surnames ? new String[feature.text.length] : new String[0];
        for (int i = 0; i < stem.length; i++) {
            stem[i] = SurnameForms.stem(feature.text[i]);
        }
        this.letters = new LetterMasks(feature.chars);
        this.forms = new int[feature.text.length][];
        this.surnameForms = new int[stem.length][];
        this.hasBlank = new boolean[feature.text.length];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = names.formsOf(feature.text[i]);
            hasBlank[i] = feature.text[i].indexOf(' ') >= 0;
        }
        for (int i = 0; i < stem.length; i++) {
            surnameForms[i] = names.surnameFormsOf(feature.text[i]);
        }
    }

    @Override
    Comparator over(Feature values) {
        return new NameComparator(values, levels, names);
    }

    @Override
    int crossed() {
        return CROSSED;
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        if (x.length == 1 || y.length == 1) {
            return x[0] == y[0] ? INITIAL : DIFFERENT;
        }
        if (x[0] == y[0] && areInitials(x, y)) {
            return INITIAL;
        }
        if (Names.meet(forms[a], forms[b])
                || (stem.length > 0 && oneSurname(a, b))
                || (hasBlank[a] && hasBlank[b] && sameWords(feature.text[a], feature.text[b]))) {
            return VARIANT;
        }
        if (Math.abs(x.length - y.length) <= 1
                && x.length + y.length >= LETTERS_OF_SLIPS
                && letters.mayBeWithin(a, b, 1)
                && similarity.alignment(x, y) == 1) {
            return CLOSE;
        }
        if (soundAlike(a, b)) {
            return SOUND;
        }
        double likeness =
                letters.mostAlike(a, b) < Math.min(nearFrom, likeFrom)
                        ? 0
                        : similarity.jaroWinkler(x, y);
        if (likeness >= nearFrom) {
            return NEAR;
        }
        if ((letters.meet(a, b) && isPart(feature.text[a], feature.text[b]))
                || (hasBlank[a] != hasBlank[b] && firstSoundsAlike(a, b, similarity))) {
            return PART;
        }
        return likeness >= likeFrom ? LIKE : DIFFERENT;
    }

    private boolean soundAlike(int a, int b) {
        if (skeleton[a].length() >= SHORTEST_SKELETON && skeleton[a].equals(skeleton[b])) {
            return true;
        }
        return writtenWithoutVowels(a, b) || writtenWithoutVowels(b, a);
    }

    /**
     * Whether the first, from a script that leaves vowels out, has the consonants of the second:
     * there, two equal ones with a vowel between them stand side by side.
     */
    private boolean writtenWithoutVowels(int a, int b) {
        return bare[a].length() >= SHORTEST_SKELETON && bare[a].equals(withoutDoubles(skeleton[b]));
    }

    /**
     * Whether the first of several given names sounds as the only one of the other, or is that with
     * a slip, as where one file has the father's name, too, and the other writes in another script.
     * Consonants alone are few: they begin alike, too, or the words are like each other.
     */
    private boolean firstSoundsAlike(int a, int b, Similarity similarity) {
        if (first.length == 0 || Math.max(first[a].length(), first[b].length()) < SHORTEST_PART) {
            return false;
        }
        String one = firstWord(a);
        String other = firstWord(b);
        boolean whole = hasVowels(one) && hasVowels(other);
        boolean sound =
                whole
                        ? first[a].equals(first[b])
                        : withoutDoubles(first[a]).equals(withoutDoubles(first[b]));
        if (!sound && isSlip(one, other, similarity)) {
            return true;
        }
        return sound
                && (initial(one) == initial(other)
                        || similarity.jaroWinkler(one.toCharArray(), other.toCharArray())
                                >= likeFrom);
    }

    /** Whether two words of some length differ in one slip of the pen behind one initial. */
    private static boolean isSlip(String one, String other, Similarity similarity) {
        return one.charAt(0) == other.charAt(0)
                && Math.abs(one.length() - other.length()) <= 1
                && one.length() + other.length() >= LETTERS_OF_SLIPS
                && similarity.alignment(one.toCharArray(), other.toCharArray()) == 1;
    }

    private String firstWord(int value) {
        String text = feature.text[value];
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The first letter, y and j being one with i. */
    private static char initial(String word) {
        char first = word.charAt(0);
        return first == 'y' || first == 'j' ? 'i' : first;
    }

    private static boolean hasVowels(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("aeiouy".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String withoutDoubles(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private boolean oneSurname(int a, int b) {
        return Names.meet(surnameForms[a], surnameForms[b]) || stem[a].equals(stem[b]);
    }

    /**
     * Whether word by word one is the initial of the other or equal to it: "j p" and "john paul".
     */
    private static boolean areInitials(char[] x, char[] y) {
        int i = 0;
        int j = 0;
        boolean initial = false;
        while (i < x.length && j < y.length) {
            if (x[i] != y[j]) {
                return false;
            }
            int endX = wordEnd(x, i);
            int endY = wordEnd(y, j);
            boolean one = endX - i == 1 || endY - j == 1;
            if (!one && !Arrays.equals(x, i, endX, y, j, endY)) {
                return false;
            }
            initial |= one && endX - i != endY - j;
            i = endX + 1;
            j = endY + 1;
        }
        return initial && i >= x.length && j >= y.length;
    }

    private static int wordEnd(char[] text, int from) {
        int end = from;
        while (end < text.length && text[end] != ' ') {
            end++;
        }
        return end;
    }

    /** The same words in another order, as of compound and double-barrelled names. */
    private static boolean sameWords(String a, String b) {
        if (a.length() != b.length() || a.indexOf(' ') < 0 || b.indexOf(' ') < 0) {
            return false;
        }
        String[] x = a.split(" ");
        String[] y = b.split(" ");
        Arrays.sort(x);
        Arrays.sort(y);
        return Arrays.equals(x, y);
    }

    private static boolean isPart(String a, String b) {
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        if (shorter.length() >= SHORTEST_PART && longer.startsWith(shorter)) {
            return true;
        }
        if (longer.indexOf(' ') < 0 && shorter.indexOf(' ') < 0) {
            return shorter.length() > SHORTEST_PART && longer.contains(shorter);
        }
        int from = 0;
        while (from < shorter.length()) {
            int blank = shorter.indexOf(' ', from);
            int to = blank < 0 ? shorter.length() : blank;
            if (to - from >= SHORTEST_PART && holdsWord(longer, shorter, from, to - from)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean holdsWord(String text, String word, int from, int length) {
        for (int at = 0; at + length <= text.length(); at++) {
            boolean begins = at == 0 || text.charAt(at - 1) == ' ';
            boolean ends = at + length == text.length() || text.charAt(at + length) == ' ';
            if (begins && ends && text.regionMatches(at, word, from, length)) {
                return true;
            }
        }
        return false;
    }
}
