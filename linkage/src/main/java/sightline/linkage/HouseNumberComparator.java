package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/** House numbers: equal, one number in common, one slip, different. */
final class HouseNumberComparator extends Comparator {
    private static final int PART = 1;
    private static final int SLIP = 2;
    private static final int DIFFERENT = 3;

    private final String[] number;

    HouseNumberComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        number = new String[feature.text.length];
        for (int i = 0; i < number.length; i++) {
            number[i] = feature.text[i].replaceAll("[^0-9]+", " ").strip();
        }
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        if (!number[a].isEmpty() && !number[b].isEmpty() && common(number[a], number[b])) {
            return PART;
        }
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        return Math.max(x.length, y.length) >= 2 && similarity.alignment(x, y) == 1
                ? SLIP
                : DIFFERENT;
    }

    private static boolean common(String x, String y) {
        for (String part : x.split(" ")) {
            if ((" " + y + " ").contains(" " + part + " ")) {
                return true;
            }
        }
        return false;
    }
}
