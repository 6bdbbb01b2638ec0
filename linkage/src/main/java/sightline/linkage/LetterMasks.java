package sightline.linkage;

/**
 * Which letters a text has, as bits: a bound on how alike two texts can be, for a fraction of what
 * it costs to see how alike they are. The bounds never rule out what is so.
 */
final class LetterMasks {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX_MAX = 4;

    private final int[] masks;
    private final char[][] chars;

    LetterMasks(char[][] chars) {
        this.chars = chars;
        masks = new int[chars.length];
        for (int i = 0; i < masks.length; i++) {
            for (char c : chars[i]) {
                masks[i] |= 1 << (c & 31);
            }
        }
    }

    /** Whether at most so many edits may turn the one into the other. */
    boolean mayBeWithin(int a, int b, int edits) {
        return Integer.bitCount(masks[a] & ~masks[b]) <= edits
                && Integer.bitCount(masks[b] & ~masks[a]) <= edits;
    }

    /** Whether they have a letter in common. */
    boolean meet(int a, int b) {
        return (masks[a] & masks[b]) != 0;
    }

    private int common(int a, int b, int x, int y) {
        return Math.min(
                x - Integer.bitCount(masks[a] & ~masks[b]),
                y - Integer.bitCount(masks[b] & ~masks[a]));
    }

    /** Jaro-Winkler similarity is at most this. */
    double mostAlike(int a, int b) {
        char[] x = chars[a];
        char[] y = chars[b];
        int common = common(a, b, x.length, y.length);
        if (common <= 0) {
            return 0;
        }
        double jaro = ((double) common / x.length + (double) common / y.length + 1) / 3;
        int limit = Math.min(PREFIX_MAX, Math.min(x.length, y.length));
        int prefix = 0;
        while (prefix < limit && x[prefix] == y[prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro) + 1e-12;
    }
}
