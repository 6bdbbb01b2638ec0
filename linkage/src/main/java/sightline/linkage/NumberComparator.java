package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/** Years and other whole numbers: equal, one apart, one slip, near, different. */
final class NumberComparator extends Comparator {
    private static final int ONE_APART = 1;
    private static final int SLIP = 2;
    private static final int NEAR = 3;
    private static final int DIFFERENT = 4;
    private static final int NEAR_BY = 5;

    private final double[] value;

    NumberComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        value = new double[feature.text.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = number(feature.text[i]);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        double apart = Math.abs(value[a] - value[b]);
        if (apart <= 1) {
            return ONE_APART;
        }
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        if (Math.max(x.length, y.length) >= 3 && similarity.alignment(x, y) == 1) {
            return SLIP;
        }
        return apart <= NEAR_BY ? NEAR : DIFFERENT;
    }
}
