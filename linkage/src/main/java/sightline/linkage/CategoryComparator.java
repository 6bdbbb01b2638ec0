package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/** Words from a short list: equal, one slip, one begins the other, different. */
final class CategoryComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int BEGINS = 2;
    private static final int DIFFERENT = 3;
    private static final int LONG_ENOUGH = 4;

    CategoryComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        if (Math.min(x.length, y.length) >= LONG_ENOUGH && similarity.alignment(x, y) == 1) {
            return SLIP;
        }
        String p = feature.text[a];
        String q = feature.text[b];
        return p.startsWith(q) || q.startsWith(p) ? BEGINS : DIFFERENT;
    }
}
