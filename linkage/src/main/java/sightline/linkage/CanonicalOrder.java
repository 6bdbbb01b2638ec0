package sightline.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An order of the records that depends on what they say and not on how they came: everything after
 * it, from numbers of values to samples and sums, is the same for the same records in any order.
 *
 * <p>Records of one surname stand together, so that those that are compared are near one another in
 * memory. Records that say the same are told apart by their source and id.
 */
final class CanonicalOrder {
    private static final int LEADING_BITS = 20;
    private static final int RUN = 1 << 14;

    private CanonicalOrder() {}

    /**
     * The rows in order.
     *
     * @param nameOf what tells two rows apart that say the same
     */
    static int[] of(List<Draft> drafts, int rows, IntFunction<String> nameOf) {
        long[] marks = marks(drafts, rows);
        int[] order = sorted(marks);
        for (int from = 0; from < rows; ) {
            int to = from + 1;
            while (to < rows && marks[order[to]] == marks[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                byName(order, from, to, nameOf);
            }
            from = to;
        }
        return order;
    }

    private static long[] marks(List<Draft> drafts, int rows) {
        long[][] of = drafts.parallelStream().map(Draft::marks).toArray(long[][]::new);
        Draft leading = leading(drafts);
        long[] ofLeading = leading == null ? new long[0] : of[drafts.indexOf(leading)];
        long[] marks = new long[rows];
        IntStream.range(0, (rows + RUN - 1) / RUN)
                .parallel()
                .forEach(run -> {
                    int from = run * RUN;
                    int to = Math.min(rows, from + RUN);
                    for (int d = 0; d < of.length; d++) {
                        mark(marks, from, to, drafts.get(d).codes, of[d], Estimation.mix(d));
                    }
                    if (leading != null) {
                        setInFront(marks, from, to, leading.codes, ofLeading);
                    }
                });
        return marks;
    }

    private static void mark(long[] marks, int from, int to, int[] codes, long[] of, long missing) {
        for (int row = from; row < to; row++) {
            int code = codes[row];
            marks[row] = marks[row] * 0x9E3779B97F4A7C15L + (code < 0 ? missing : of[code]);
        }
    }

    private static void setInFront(long[] marks, int from, int to, int[] codes, long[] of) {
        for (int row = from; row < to; row++) {
            int code = codes[row];
            long front = code < 0 ? 0 : of[code] >>> (Long.SIZE - LEADING_BITS);
            marks[row] =
                    (Estimation.mix(marks[row]) >>> LEADING_BITS)
                            | (front << (Long.SIZE - LEADING_BITS));
        }
    }

    private static @Nullable Draft leading(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.kind == FieldKind.SURNAME) {
                return draft;
            }
        }
        return drafts.isEmpty() ? null : drafts.getFirst();
    }

    /** The numbers of the marks, lowest mark first: by the front half, then by the other. */
    private static int[] sorted(long[] marks) {
        long[] keys = new long[marks.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = key((int) (marks[row] >>> Integer.SIZE), row);
        }
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        for (int from = 0; from < keys.length; ) {
            int to = from + 1;
            while (to < keys.length && keys[to] >>> Integer.SIZE == keys[from] >>> Integer.SIZE) {
                to++;
            }
            if (to - from > 1) {
                for (int at = from; at < to; at++) {
                    keys[at] = key((int) marks[(int) keys[at]], (int) keys[at]);
                }
                Arrays.sort(keys, from, to);
            }
            for (int at = from; at < to; at++) {
                order[at] = (int) keys[at];
            }
            from = to;
        }
        return order;
    }

    /** Half a mark without a sign, and the row behind it. */
    private static long key(int half, int row) {
        return (long) (half ^ Integer.MIN_VALUE) << Integer.SIZE | row;
    }

    private static void byName(int[] order, int from, int to, IntFunction<String> nameOf) {
        Integer[] rows = new Integer[to - from];
        Arrays.setAll(rows, i -> order[from + i]);
        Arrays.sort(rows, java.util.Comparator.comparing(nameOf::apply));
        for (int i = 0; i < rows.length; i++) {
            order[from + i] = rows[i];
        }
    }
}
