package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;

/**
 * Years and other numbers: equal, one apart, one slip, near, different. What is next to each other
 * and what is near is learnt from how the column's values are spread, so that degrees, prices and
 * lengths each have their own measure; of whole numbers it is at least one and five.
 */
final class NumberComparator extends Comparator {
    private static final int ONE_APART = 1;
    private static final int SLIP = 2;
    private static final int NEAR = 3;
    private static final int DIFFERENT = 4;
    private static final int NEAR_BY = 5;

    /** Of all pairs of unequal values so many lie no further apart than what is next or near. */
    private static final double NEXT_TO_EACH_OTHER = 0.0025;

    private static final double NEAR_EACH_OTHER = 0.02;
    private static final int PAIRS = 40_000;

    /** A cell is so many steps wide, so that most neighbours are in one. */
    private static final double STEPS_OF_A_CELL = 4;

    private final double[] value;
    private final double step;
    private final double near;
    private final boolean measured;

    NumberComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        value = values(feature);
        measured =
                feature.kind == FieldKind.NUMBER
                        && Arrays.stream(value)
                                .anyMatch(v -> Double.isFinite(v) && v != Math.rint(v));
        double[] apart = feature.kind == FieldKind.NUMBER ? apart() : new double[0];
        step = least(measured ? 0 : 1, NEXT_TO_EACH_OTHER, apart);
        near = least(measured ? 0 : NEAR_BY, NEAR_EACH_OTHER, apart);
    }

    private NumberComparator(Feature values, NumberComparator column) {
        super(values, column.levels);
        value = values(values);
        measured = column.measured;
        step = column.step;
        near = column.near;
    }

    @Override
    Comparator over(Feature values) {
        return new NumberComparator(values, this);
    }

    private static double[] values(Feature feature) {
        return Arrays.stream(feature.text).mapToDouble(Numbers::read).toArray();
    }

    private static double least(double usual, double share, double[] apart) {
        return apart.length == 0 ? usual : Math.max(usual, apart[(int) (apart.length * share)]);
    }

    /** How far unequal values of records drawn at random lie apart, in order. */
    private double[] apart() {
        int[] order =
                java.util.stream.IntStream.range(0, value.length)
                        .filter(i -> !Double.isNaN(value[i]) && feature.counts[i] > 0)
                        .boxed()
                        .sorted(java.util.Comparator.comparingDouble(i -> value[i]))
                        .mapToInt(i -> i)
                        .toArray();
        long[] until = new long[order.length];
        long all = 0;
        for (int i = 0; i < order.length; i++) {
            all += feature.counts[order[i]];
            until[i] = all;
        }
        double[] apart = new double[PAIRS];
        int size = 0;
        for (int p = 0; p < PAIRS && all > 1; p++) {
            double one = value[order[place(until, Estimation.mix(2L * p) >>> 1, all)]];
            double other = value[order[place(until, Estimation.mix(2L * p + 1) >>> 1, all)]];
            if (one != other) {
                apart[size++] = Math.abs(one - other);
            }
        }
        double[] sorted = Arrays.copyOf(apart, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int place(long[] until, long drawn, long all) {
        int at = Arrays.binarySearch(until, drawn % all + 1);
        return at < 0 ? -at - 1 : at;
    }

    /** Whether the numbers have decimals, so that equal ones are rare and near ones count. */
    boolean isMeasured() {
        return measured && step > 0;
    }

    /** The stretch of numbers that this one lies in; empty for what is no number. */
    String cell(String plain) {
        double number = Numbers.read(plain);
        return Double.isNaN(number)
                ? ""
                : Long.toString((long) Math.floor(number / (STEPS_OF_A_CELL * step)));
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        double apart = Math.abs(value[a] - value[b]);
        if (apart <= step) {
            return ONE_APART;
        }
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        if (!measured && Math.max(x.length, y.length) >= 3 && similarity.alignment(x, y) == 1) {
            return SLIP;
        }
        return apart <= near ? NEAR : DIFFERENT;
    }
}
