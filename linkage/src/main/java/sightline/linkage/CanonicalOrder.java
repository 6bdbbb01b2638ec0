package sightline.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An order of the records that depends on what they say and not on how they came: everything after
 * it, from numbers of values to samples and sums, is the same for the same records in any order.
 *
 * <p>Records of one surname stand together, so that those that are compared are near one another in
 * memory. Records that say the same are told apart by their source and id.
 */
final class CanonicalOrder {
    private static final int LEADING_BITS = 20;

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
        long[] marks = new long[rows];
        for (int d = 0; d < drafts.size(); d++) {
            Draft draft = drafts.get(d);
            long[] of = draft.marks();
            long missing = Estimation.mix(d);
            for (int row = 0; row < rows; row++) {
                int code = draft.codes[row];
                marks[row] = marks[row] * 0x9E3779B97F4A7C15L + (code < 0 ? missing : of[code]);
            }
        }
        Draft leading = leading(drafts);
        if (leading != null) {
            long[] of = leading.marks();
            for (int row = 0; row < rows; row++) {
                int code = leading.codes[row];
                long front = code < 0 ? 0 : of[code] >>> (Long.SIZE - LEADING_BITS);
                marks[row] =
                        (Estimation.mix(marks[row]) >>> LEADING_BITS)
                                | (front << (Long.SIZE - LEADING_BITS));
            }
        }
        return marks;
    }

    private static @Nullable Draft leading(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.kind == FieldKind.SURNAME) {
                return draft;
            }
        }
        return drafts.isEmpty() ? null : drafts.getFirst();
    }

    /** The numbers of the marks, lowest mark first, by their bytes. */
    private static int[] sorted(long[] marks) {
        int[] order = new int[marks.length];
        Arrays.setAll(order, i -> i);
        int[] other = new int[marks.length];
        for (int shift = 0; shift < Long.SIZE; shift += 16) {
            int[] starts = new int[(1 << 16) + 1];
            for (long mark : marks) {
                starts[(int) (mark >>> shift & 0xFFFF) + 1]++;
            }
            for (int i = 0; i < 1 << 16; i++) {
                starts[i + 1] += starts[i];
            }
            for (int row : order) {
                other[starts[(int) (marks[row] >>> shift & 0xFFFF)]++] = row;
            }
            int[] spare = order;
            order = other;
            other = spare;
        }
        return order;
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
