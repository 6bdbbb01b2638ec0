package sightline.linkage;

import java.util.Arrays;

/**
 * How right the clusters can be expected to be, from the odds alone.
 *
 * <p>A pair within a group is one person as surely as its own odds say, or as the mean of its group
 * says, whichever is more: that is what the group was made by. A pair of two groups is missed as
 * surely as its own odds say, or as the mean between the two groups says, whichever is less, and
 * less again where a source that has each person once stands in both. What no key brought together
 * is missed at the rate at which keys leave apart imagined records of one person. The range is what
 * comes out where the model is too sure, or too unsure, by a factor of the odds, or where its
 * columns say but half of what they seem to, together with chance. Columns that depend on each
 * other within a kind of pair count twice what is known once, and rates of error that a model of
 * independent columns expects are too low by it (Belin and Rubin, JASA 90, 1995); raising a
 * likelihood to a power below 1 is the usual guard (Miller and Dunson, JASA 114, 2019).
 */
final class Expectation {
    /** Pairs that were not kept have log-odds below this. */
    private static final double NOT_KEPT = -7;

    private static final double BOUND = 10;

    /** By how much log-odds may be wrong all together. */
    private static final double SHIFT = 3;

    private static final double SHIFTED = Math.exp(SHIFT);

    private static final double TWO_SIGMA = 1.96;

    /**
     * What no model knows of itself: there are kinds of pair that it does not have. With it the
     * truth lay within for about nineteen in twenty of 83 made-up sets
     * (docs/benchmarks/linkage.md).
     */
    private static final double NOT_MODELLED = 0.015;

    private static final int LOOKED_AT = 2000;

    private final PairCells pairCells;
    private final OddsMemo memo;
    private final Edges edges;
    private final int[] groupOf;
    private final long[] sources;
    private final double reach;
    private final byte[] cells;

    /**
     * @param groupOf the group of each record, numbered by one of its records
     * @param sources as clustering takes them
     * @param reach how much of imagined pairs of one person the keys bring together
     */
    Expectation(
            PairCells pairCells,
            Model model,
            Edges edges,
            int[] groupOf,
            long[] sources,
            double reach) {
        this.pairCells = pairCells;
        this.memo = new OddsMemo(model);
        this.edges = edges;
        this.groupOf = groupOf;
        this.sources = sources;
        this.reach = reach;
        this.mean = new double[groupOf.length];
        this.cells = new byte[pairCells.columns()];
    }

    /** Expected numbers of pairs, at shifts of the log-odds of -SHIFT, 0 and SHIFT. */
    private final double[] joined = new double[3];

    private final double[] missed = new double[3];
    private double pairs;

    /** Per group the mean log-odds within it. */
    private final double[] mean;

    Quality quality() {
        within();
        between();
        double[] precision = new double[3];
        double[] recall = new double[3];
        for (int s = 0; s < 3; s++) {
            precision[s] = pairs == 0 ? 1 : joined[s] / pairs;
            double real = (joined[s] + missed[s]) / Math.max(0.5, reach);
            recall[s] = real == 0 ? 1 : joined[s] / real;
        }
        return new Quality(
                range(precision[1], precision[0], precision[2], pairs),
                range(recall[1], recall[2], recall[0], joined[1] + missed[1]));
    }

    private static Quality.Share range(double share, double one, double other, double of) {
        double chance = TWO_SIGMA * Math.sqrt((share * (1 - share) + 1 / (of + 4)) / (of + 1));
        double beside = chance + NOT_MODELLED;
        double low = Math.min(share, Math.min(one, other)) - beside;
        double high = Math.max(share, Math.max(one, other)) + beside;
        return new Quality.Share(share, Math.max(0, low), Math.min(1, high));
    }

    /** Most groups have all their pairs among those that were kept; the others are compared. */
    private void within() {
        int n = groupOf.length;
        int[] size = new int[n];
        for (int group : groupOf) {
            size[group]++;
        }
        int[] kept = new int[n];
        for (int e = 0; e < edges.size; e++) {
            int group = groupOf[edges.left[e]];
            if (group == groupOf[edges.right[e]]) {
                kept[group]++;
                mean[group] += Math.clamp(edges.odds[e], -BOUND, BOUND);
            }
        }
        for (int group = 0; group < n; group++) {
            long of = (long) size[group] * (size[group] - 1) / 2;
            pairs += of;
            if (of > 0 && of == kept[group]) {
                mean[group] /= of;
            } else {
                kept[group] = -1;
                mean[group] = NOT_KEPT;
            }
        }
        for (int e = 0; e < edges.size; e++) {
            int group = groupOf[edges.left[e]];
            if (group == groupOf[edges.right[e]] && kept[group] > 0) {
                add(joined, Math.max(edges.odds[e], mean[group]), 1);
            }
        }
        compareWithin(size, kept);
    }

    /** Compares the pairs within groups that have some which were not kept. */
    private void compareWithin(int[] size, int[] kept) {
        int n = groupOf.length;
        int[] first = new int[n];
        int[] next = new int[n];
        Arrays.fill(first, -1);
        for (int i = n - 1; i >= 0; i--) {
            next[i] = first[groupOf[i]];
            first[groupOf[i]] = i;
        }
        double[] odds = new double[LOOKED_AT];
        for (int group = 0; group < n; group++) {
            if (size[group] < 2 || kept[group] > 0) {
                continue;
            }
            int seen = 0;
            double sum = 0;
            for (int i = first[group]; i >= 0 && seen < LOOKED_AT; i = next[i]) {
                for (int j = next[i]; j >= 0 && seen < LOOKED_AT; j = next[j]) {
                    pairCells.compare(Math.min(i, j), Math.max(i, j), cells);
                    odds[seen] = memo.logOdds(cells);
                    sum += Math.clamp(odds[seen++], -BOUND, BOUND);
                }
            }
            double of = (double) size[group] * (size[group] - 1) / 2;
            for (int p = 0; p < seen; p++) {
                add(joined, Math.max(odds[p], sum / seen), of / seen);
            }
            mean[group] = sum / seen;
        }
    }

    private static void add(double[] to, double odds, double times) {
        double against = Math.exp(-odds);
        double half = Math.exp(-odds / 2);
        to[0] += times / (1 + Math.max(half, against * SHIFTED));
        to[1] += times / (1 + against);
        to[2] += times / (1 + Math.min(half, against / SHIFTED));
    }

    private void between() {
        int n = groupOf.length;
        int[] size = new int[n];
        long[] has = new long[n];
        for (int i = 0; i < n; i++) {
            size[groupOf[i]]++;
            has[groupOf[i]] |= sources[i];
        }
        KeyIndex groups = new KeyIndex(1024);
        double[] sums = new double[1024];
        int[] counts = new int[1024];
        for (int e = 0; e < edges.size; e++) {
            int a = groupOf[edges.left[e]];
            int b = groupOf[edges.right[e]];
            if (a != b) {
                int between = groups.number(Math.min(a, b), Math.max(a, b));
                if (between >= sums.length) {
                    sums = Arrays.copyOf(sums, Math.multiplyExact(between, 2));
                    counts = Arrays.copyOf(counts, sums.length);
                }
                sums[between] += Math.clamp(edges.odds[e], -BOUND, BOUND);
                counts[between]++;
            }
        }
        for (int e = 0; e < edges.size; e++) {
            int a = groupOf[edges.left[e]];
            int b = groupOf[edges.right[e]];
            if (a != b) {
                int between = groups.number(Math.min(a, b), Math.max(a, b));
                double of = (double) size[a] * size[b];
                double across = (sums[between] + (of - counts[between]) * NOT_KEPT) / of;
                boolean taken = (has[a] & has[b]) != 0;
                double against = taken ? Math.log1p(Math.exp(Math.max(mean[a], mean[b]))) : 0;
                add(missed, Math.min(edges.odds[e], across) - against, 1);
            }
        }
    }
}
