package sightline.linkage;

import sightline.linkage.text.Folding;
import sightline.linkage.text.Similarity;

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

    private final Names names;
    private final String[] skeleton;
    private final double nearFrom;
    private final double likeFrom;

    NameComparator(Feature feature, List<Level> levels, Names names) {
        super(feature, levels);
        this.names = names;
        this.nearFrom = levels.get(NEAR).least();
        this.likeFrom = levels.get(LIKE).least();
        this.skeleton = new String[feature.text.length];
        for (int i = 0; i < skeleton.length; i++) {
            skeleton[i] = Folding.skeleton(feature.text[i]);
        }
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
        if (names.variants(feature.text[a], feature.text[b])) {
            return VARIANT;
        }
        if (Math.abs(x.length - y.length) <= 1
                && x.length + y.length >= 7
                && similarity.alignment(x, y) == 1) {
            return CLOSE;
        }
        if (skeleton[a].length() >= SHORTEST_SKELETON && skeleton[a].equals(skeleton[b])) {
            return SOUND;
        }
        double likeness = similarity.jaroWinkler(x, y);
        if (likeness >= nearFrom) {
            return NEAR;
        }
        if (isPart(feature.text[a], feature.text[b])) {
            return PART;
        }
        return likeness >= likeFrom ? LIKE : DIFFERENT;
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
