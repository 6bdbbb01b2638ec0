package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/** Addresses of e-mail: equal, slips, the same or a like name at another provider. */
final class EmailComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int SAME_NAME = 2;
    private static final int LIKE_NAME = 3;
    private static final int DIFFERENT = 4;
    private static final double LIKE_FROM = 0.9;

    private final char[][] local;

    EmailComparator(Feature feature) {
        super(
                feature,
                List.of(
                        new Level("equal", 0.80),
                        new Level("slips", 0.08),
                        new Level("same name", 0.02),
                        new Level("like name", 0.02),
                        new Level("different", 0.08)));
        local = new char[feature.text.length][];
        for (int i = 0; i < local.length; i++) {
            int at = feature.text[i].indexOf('@');
            local[i] = (at < 0 ? feature.text[i] : feature.text[i].substring(0, at)).toCharArray();
        }
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        if (Math.abs(x.length - y.length) <= 2 && similarity.alignment(x, y) <= 2) {
            return SLIP;
        }
        int edits = similarity.alignment(local[a], local[b]);
        if (edits == 0) {
            return SAME_NAME;
        }
        return similarity.jaroWinkler(local[a], local[b]) >= LIKE_FROM ? LIKE_NAME : DIFFERENT;
    }
}
