package sightline.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Precision and recall of pairs, by themselves and not as grouped, at every threshold.
 *
 * @param points from the highest threshold to the lowest
 * @param reach the share of true pairs that blocking brought together and that were kept: no
 *     threshold has more recall
 */
public record Curve(List<Point> points, Rate reach) {
    private static final int MOST_POINTS = 200;

    /**
     * One threshold.
     *
     * @param bits the log-odds, to base two, from which pairs are taken
     */
    public record Point(double bits, double precision, double recall) {
        /** The harmonic mean of precision and recall. */
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public Curve {
        points = List.copyOf(points);
    }

    static Curve of(Edges edges, int[] truthOfRecord, long real) {
        List<Point> points = new ArrayList<>();
        int[] order = edges.descending();
        int step = Math.max(1, order.length / MOST_POINTS);
        long right = 0;
        for (int n = 0; n < order.length; n++) {
            int e = order[n];
            right += truthOfRecord[edges.left[e]] == truthOfRecord[edges.right[e]] ? 1 : 0;
            boolean last = n + 1 == order.length;
            boolean next = last || edges.odds[order[n + 1]] != edges.odds[e];
            if (last || (next && n / step != (n + 1) / step)) {
                double recall = real == 0 ? 1 : (double) right / real;
                points.add(
                        new Point(edges.odds[e] / Math.log(2), (double) right / (n + 1), recall));
            }
        }
        return new Curve(points, Rate.of(right, real));
    }
}
