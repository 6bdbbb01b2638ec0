package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/** Addresses of e-mail: equal, slips, the same or a like name at another provider. */
final class EmailComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int SAME_NAME = 2;
    private static final int LIKE_NAME = 3;
    private static final int DIFFERENT = 4;

    private final char[][] local;
    private final double likeFrom;

    EmailComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        likeFrom = levels.get(LIKE_NAME).least();
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
        return similarity.jaroWinkler(local[a], local[b]) >= likeFrom ? LIKE_NAME : DIFFERENT;
    }
}
