package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Cells of several values: the best that any value of the one finds in the other. A value that both
 * have is equality, told apart by how rare that value is.
 */
final class SeveralComparator extends Comparator {
    private final Comparator one;
    private final int[][] values;

    SeveralComparator(Feature feature, List<Level> levels, Names names) {
        super(feature, levels);
        Map<String, Integer> known = new HashMap<>();
        Column.Builder elements = new Column.Builder(feature.name);
        for (int i = 0; i < feature.text.length; i++) {
            for (String value : Several.values(feature.text[i])) {
                for (int n = 0; n < feature.counts[i]; n++) {
                    elements.add(value);
                }
            }
        }
        Column column = elements.build();
        Draft draft =
                Draft.of(
                        feature.name,
                        "",
                        feature.kind,
                        List.of(column),
                        List.of(UnaryOperator.identity()));
        Feature single = new Feature(draft, IntStream.range(0, column.rows()).toArray());
        for (int i = 0; i < single.text.length; i++) {
            known.put(single.text[i], i);
        }
        one = Comparator.of(single, levels, names);
        values = new int[feature.text.length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Several.values(feature.text[i]).stream().mapToInt(known::get).toArray();
        }
    }

    @Override
    int crossed() {
        return one.crossed();
    }

    /**
     * A level, or for equality its bucket below the rarest, so that {@link #cell} gives the bucket.
     */
    @Override
    int compare(int a, int b, Similarity similarity) {
        int best = Integer.MAX_VALUE;
        int rarest = -1;
        for (int x : values[a]) {
            for (int y : values[b]) {
                if (x == y) {
                    rarest = Math.max(rarest, one.feature.bucket[x]);
                } else if (rarest < 0) {
                    best = Math.min(best, one.compare(x, y, similarity));
                }
            }
        }
        return rarest < 0 ? best : rarest - (Feature.BUCKETS - 1);
    }
}
