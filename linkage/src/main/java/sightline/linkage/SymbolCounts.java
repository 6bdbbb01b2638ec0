package sightline.linkage;

/**
 * How often a text has each of ten classes of symbols, as bits: a bound on how few edits can turn
 * one text into another, for next to nothing. For digits each is a class of its own. The bound
 * never rules out what is so.
 */
final class SymbolCounts {
    private static final int CLASSES = 10;
    private static final int MOST = 6;
    private static final long ALL = (1L << MOST) - 1;

    private final long[] marks;

    SymbolCounts(char[][] chars) {
        marks = new long[chars.length];
        for (int i = 0; i < marks.length; i++) {
            for (char c : chars[i]) {
                marks[i] = withOneMore(marks[i], c);
            }
        }
    }

    /** A class of which there are more than six counts as having six. */
    private static long withOneMore(long mark, char c) {
        int shift = (c >= '0' && c <= '9' ? c - '0' : c % CLASSES) * MOST;
        long own = (mark >>> shift) & ALL;
        return mark | (((own << 1) | 1) & ALL) << shift;
    }

    /** Whether at most so many edits may turn the one into the other: each changes two counts. */
    boolean mayBeWithin(int a, int b, int edits) {
        return Long.bitCount(marks[a] ^ marks[b]) <= 2 * edits;
    }
}
