package sightline.linkage;

import java.util.Arrays;

/**
 * Groups records by the whole of what is known of a group: two groups become one where the mean
 * log-odds of all pairs across them speak for it, strongest pairs first.
 */
final class Clustering {
    private static final int LOOKED_AT = 2000;

    /** No single pair speaks louder than this for or against a group. */
    private static final double BOUND = 10;

    private final Model model;
    private final PairCells pairCells;
    private final double threshold;
    private final byte[] cells;
    private final double[] scratch = new double[Population.COUNT];
    private final int[] parent;
    private final int[] next;
    private final int[] last;
    private final int[] sizes;
    private final long[] sources;

    /**
     * @param sources the source of each record as a bit, where a source has each person once; all
     *     zero where sources have people several times
     */
    Clustering(
            Model model, PairCells pairCells, int records, double threshold, long[] sources) {
        this.model = model;
        this.sources = sources;
        this.pairCells = pairCells;
        this.threshold = threshold;
        this.cells = new byte[pairCells.columns()];
        parent = new int[records];
        next = new int[records];
        last = new int[records];
        sizes = new int[records];
        for (int i = 0; i < records; i++) {
            parent[i] = i;
            next[i] = -1;
            last[i] = i;
            sizes[i] = 1;
        }
    }

    Clusters cluster(Edges edges) {
        for (int e : edges.descending()) {
            if (edges.odds[e] < threshold) {
                break;
            }
            int a = find(edges.left[e]);
            int b = find(edges.right[e]);
            if (a != b && (sources[a] & sources[b]) == 0 && (sizes[a] + sizes[b] == 2 || mean(a, b) >= threshold)) {
                join(Math.min(a, b), Math.max(a, b));
            }
        }
        int[] clusterOf = new int[parent.length];
        Arrays.setAll(clusterOf, this::find);
        return new Clusters(clusterOf);
    }

    private int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        while (parent[i] != root) {
            int up = parent[i];
            parent[i] = root;
            i = up;
        }
        return root;
    }

    private void join(int a, int b) {
        parent[b] = a;
        next[last[a]] = b;
        last[a] = last[b];
        sizes[a] += sizes[b];
        sources[a] |= sources[b];
    }

    private double mean(int a, int b) {
        double sum = 0;
        int count = 0;
        for (int i = a; i >= 0 && count < LOOKED_AT; i = next[i]) {
            for (int j = b; j >= 0 && count < LOOKED_AT; j = next[j]) {
                pairCells.compare(Math.min(i, j), Math.max(i, j), cells);
                double odds = model.logOdds(cells, scratch);
                sum += Math.clamp(odds, -BOUND, BOUND);
                count++;
            }
        }
        return sum / count;
    }
}
