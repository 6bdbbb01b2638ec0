package sightline.linkage;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs that a worker found, with what it found of each, and how many it compared. Several of them
 * are put into the one order in which a single process would have found them: by rule, by the first
 * record of the block, by the records.
 */
public final class FoundPairs implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HEAD = 4;

    /** Of each pair: rule, first record of the block, both records, what was found. */
    private int[] rows = new int[256];

    private final int width;
    private int size;
    private long compared;

    /** None yet, with so many numbers found of each. */
    FoundPairs(int found) {
        this.width = HEAD + found;
    }

    /** How many were found. */
    public int size() {
        return size;
    }

    /** How many pairs were compared to find them. */
    public long compared() {
        return compared;
    }

    void compared(long pairs) {
        compared += pairs;
    }

    /** Adds a pair; gives the place where what was found of it is to be written. */
    int add(int rule, int first, int i, int j) {
        int at = size++ * width;
        if (at + width > rows.length) {
            rows = Arrays.copyOf(rows, Math.multiplyExact(Math.max(at + width, rows.length), 2));
        }
        rows[at] = rule;
        rows[at + 1] = first;
        rows[at + 2] = i;
        rows[at + 3] = j;
        return at + HEAD;
    }

    /** Adds a pair that was drawn, with its cells. */
    void addDrawn(int rule, int first, int i, int j, boolean madeBefore, byte[] cells) {
        int at = add(rule, first, i, j);
        rows[at] = madeBefore ? 1 : 0;
        for (int c = 0; c < cells.length; c++) {
            rows[at + 1 + c] = cells[c];
        }
    }

    void set(int place, int value) {
        rows[place] = value;
    }

    int rule(int pair) {
        return rows[pair * width];
    }

    int left(int pair) {
        return rows[pair * width + 2];
    }

    int right(int pair) {
        return rows[pair * width + 3];
    }

    int found(int pair, int number) {
        return rows[pair * width + HEAD + number];
    }

    /** Without the room for more. */
    public FoundPairs trimmed() {
        rows = Arrays.copyOf(rows, size * width);
        return this;
    }

    /** All of them in the one order. */
    static FoundPairs ordered(List<FoundPairs> parts, int found) {
        FoundPairs all = new FoundPairs(found);
        int size = parts.stream().mapToInt(FoundPairs::size).reduce(0, Math::addExact);
        int width = all.width;
        int[] rows = new int[Math.multiplyExact(size, width)];
        int at = 0;
        for (FoundPairs part : parts) {
            System.arraycopy(part.rows, 0, rows, at, part.size * width);
            at += part.size * width;
            all.compared += part.compared;
        }
        all.rows = new int[rows.length];
        all.size = size;
        int to = 0;
        for (int pair : order(rows, width, size)) {
            System.arraycopy(rows, pair * width, all.rows, to, width);
            to += width;
        }
        return all;
    }

    /** The numbers of the pairs in order: by rule and block first, then within the block. */
    private static int[] order(int[] rows, int width, int size) {
        int rules = 0;
        for (int p = 0; p < size; p++) {
            rules = Math.max(rules, rows[p * width] + 1);
        }
        int[] starts = new int[rules + 1];
        for (int p = 0; p < size; p++) {
            starts[rows[p * width] + 1]++;
        }
        for (int r = 0; r < rules; r++) {
            starts[r + 1] += starts[r];
        }
        long[] keys = new long[size];
        int[] at = starts.clone();
        for (int p = 0; p < size; p++) {
            keys[at[rows[p * width]]++] = (long) rows[p * width + 1] << 32 | p;
        }
        int[] order = new int[size];
        for (int r = 0; r < rules; r++) {
            Arrays.parallelSort(keys, starts[r], starts[r + 1]);
            for (int k = starts[r]; k < starts[r + 1]; k++) {
                order[k] = (int) keys[k];
            }
            for (int from = starts[r]; from < starts[r + 1]; ) {
                int to = from + 1;
                while (to < starts[r + 1] && keys[to] >>> 32 == keys[from] >>> 32) {
                    to++;
                }
                orderBlock(rows, width, order, from, to);
                from = to;
            }
        }
        return order;
    }

    /** A block's pairs come in order, save where several workers had a part of it. */
    private static void orderBlock(int[] rows, int width, int[] order, int from, int to) {
        boolean inOrder = true;
        for (int k = from + 1; k < to && inOrder; k++) {
            inOrder = pair(rows, width, order[k - 1]) < pair(rows, width, order[k]);
        }
        if (inOrder) {
            return;
        }
        Integer[] block = new Integer[to - from];
        Arrays.setAll(block, k -> order[from + k]);
        Arrays.sort(block, java.util.Comparator.comparingLong(p -> pair(rows, width, p)));
        for (int k = 0; k < block.length; k++) {
            order[from + k] = block[k];
        }
    }

    private static long pair(int[] rows, int width, int p) {
        return (long) rows[p * width + 2] << 32 | rows[p * width + 3];
    }
}
