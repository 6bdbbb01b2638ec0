package sightline.linkage.text;

/**
 * Edit distances and Jaro-Winkler similarity of two strings, 64 characters at a time in the bits of
 * a long where both fit, and by the textbook's table where they do not.
 *
 * <p>An instance holds scratch memory and belongs to one thread. Nothing is allocated for strings
 * of at most 64 ASCII characters.
 */
public final class Similarity {
    private static final int WORD = 64;
    private static final int ASCII = 128;
    private static final double PREFIX_WEIGHT = 0.1;
    private static final double BOOST_FROM = 0.7;
    private static final int PREFIX_MAX = 4;

    private final long[] positions = new long[ASCII];

    /** Levenshtein distance: the fewest insertions, deletions and substitutions (Myers 1999). */
    public int levenshtein(char[] a, char[] b) {
        if (a.length == 0 || b.length == 0) {
            return Math.max(a.length, b.length);
        }
        if (!fits(a) || !fits(b)) {
            return TableDistance.levenshtein(a, b);
        }
        mark(a);
        long plus = -1L;
        long minus = 0L;
        int distance = a.length;
        long last = 1L << (a.length - 1);
        for (char c : b) {
            long equal = positions[c];
            long vertical = equal | minus;
            long horizontal = (((equal & plus) + plus) ^ plus) | equal;
            long up = minus | ~(horizontal | plus);
            long down = plus & horizontal;
            if ((up & last) != 0) {
                distance++;
            }
            if ((down & last) != 0) {
                distance--;
            }
            up = (up << 1) | 1L;
            down <<= 1;
            plus = down | ~(vertical | up);
            minus = up & vertical;
        }
        unmark(a);
        return distance;
    }

    /**
     * Optimal string alignment: as Levenshtein, and two neighbours changing places counts one; no
     * part is edited twice (Hyyrö 2003).
     */
    public int alignment(char[] a, char[] b) {
        if (a.length == 0 || b.length == 0) {
            return Math.max(a.length, b.length);
        }
        if (!fits(a) || !fits(b)) {
            return TableDistance.alignment(a, b);
        }
        mark(a);
        long plus = -1L;
        long minus = 0L;
        long diagonal = 0L;
        long equalBefore = 0L;
        int distance = a.length;
        long last = 1L << (a.length - 1);
        for (char c : b) {
            long equal = positions[c];
            long crossed = ((~diagonal & equal) << 1) & equalBefore;
            diagonal = (((equal & plus) + plus) ^ plus) | equal | minus | crossed;
            long up = minus | ~(diagonal | plus);
            long down = diagonal & plus;
            if ((up & last) != 0) {
                distance++;
            }
            if ((down & last) != 0) {
                distance--;
            }
            up = (up << 1) | 1L;
            down <<= 1;
            plus = down | ~(diagonal | up);
            minus = up & diagonal;
            equalBefore = equal;
        }
        unmark(a);
        return distance;
    }

    /**
     * Jaro-Winkler similarity from 0 to 1, as most databases have it: a common prefix of at most
     * four characters counts 0.1 each where Jaro's similarity is above 0.7.
     */
    public double jaroWinkler(char[] a, char[] b) {
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 1 : 0;
        }
        if (!fits(a) || !fits(b)) {
            return TableDistance.jaroWinkler(a, b);
        }
        return withPrefix(jaro(a, b), a, b);
    }

    static double withPrefix(double jaro, char[] a, char[] b) {
        if (jaro <= BOOST_FROM) {
            return jaro;
        }
        int limit = Math.min(PREFIX_MAX, Math.min(a.length, b.length));
        int prefix = 0;
        while (prefix < limit && a[prefix] == b[prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private double jaro(char[] a, char[] b) {
        mark(a);
        int window = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
        long reach = window + 1 >= WORD ? -1L : (1L << (window + 1)) - 1;
        long ofA = 0L;
        long ofB = 0L;
        for (int j = 0; j < b.length; j++) {
            long free = positions[b[j]] & reach & ~ofA;
            ofA |= free & -free;
            ofB |= (free != 0 ? 1L : 0L) << j;
            reach = j < window ? (reach << 1) | 1L : reach << 1;
        }
        unmark(a);
        int common = Long.bitCount(ofA);
        if (common == 0) {
            return 0;
        }
        int displaced = 0;
        while (ofA != 0) {
            if (a[Long.numberOfTrailingZeros(ofA)] != b[Long.numberOfTrailingZeros(ofB)]) {
                displaced++;
            }
            ofA &= ofA - 1;
            ofB &= ofB - 1;
        }
        return jaro(common, displaced, a.length, b.length);
    }

    static double jaro(int common, int displaced, int lengthA, int lengthB) {
        double m = common;
        int crossings = displaced / 2;
        return (m / lengthA + m / lengthB + (m - crossings) / m) / 3;
    }

    private static boolean fits(char[] text) {
        if (text.length > WORD) {
            return false;
        }
        int all = 0;
        for (char c : text) {
            all |= c;
        }
        return all < ASCII;
    }

    private void mark(char[] a) {
        for (int i = 0; i < a.length; i++) {
            positions[a[i]] |= 1L << i;
        }
    }

    private void unmark(char[] a) {
        for (char c : a) {
            positions[c] = 0L;
        }
    }
}
