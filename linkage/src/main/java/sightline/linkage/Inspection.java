package sightline.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be seen in a run without knowing the truth.
 *
 * @param scores the pairs that were kept, by their score
 * @param columns what was learnt of each column
 * @param unlinkable records that say so little that not even a perfect copy would be joined to them
 * @param examples pairs worth looking at: the surest, and those nearest to the threshold
 */
public record Inspection(
        List<Bin> scores, List<LearntLevels> columns, long unlinkable, List<Pair> examples) {
    private static final int BINS = 40;
    private static final double LOG2 = Math.log(2);

    /**
     * Pairs whose log-odds, in bits, lie in a range.
     *
     * @param together how many of them were grouped into one person
     */
    public record Bin(double from, double to, long pairs, long together) {}

    /**
     * What was learnt of one column.
     *
     * @param present how many records have a value
     */
    public record LearntLevels(String column, FieldKind kind, long present, List<Weight> levels) {
        public LearntLevels {
            levels = List.copyOf(levels);
        }
    }

    /**
     * One level.
     *
     * @param onePerson how often two records of one person are there
     * @param two how often two records of two people are there
     */
    public record Weight(String level, double onePerson, double two) {
        /** What it adds to the log-odds by itself. */
        public double bits() {
            return Math.log(Math.max(onePerson, 1e-12) / Math.max(two, 1e-12)) / LOG2;
        }
    }

    /** Two records, by their numbers. */
    public record Pair(int first, int second) {}

    public Inspection {
        scores = List.copyOf(scores);
        columns = List.copyOf(columns);
        examples = List.copyOf(examples);
    }

    static Inspection of(Linkage linkage) {
        return new Inspection(
                scores(linkage),
                linkage.model.comparators.stream().map(c -> levels(linkage, c)).toList(),
                unlinkable(linkage),
                examples(linkage));
    }

    private static List<Bin> scores(Linkage linkage) {
        Edges edges = linkage.edges();
        double low = 0;
        double high = 1;
        for (int e = 0; e < edges.size; e++) {
            low = Math.min(low, edges.odds[e] / LOG2);
            high = Math.max(high, edges.odds[e] / LOG2);
        }
        double width = Math.ceil((high - low + 1e-9) / BINS);
        double from = Math.floor(low / width) * width;
        int count = (int) Math.floor((high - from) / width) + 1;
        long[] pairs = new long[count];
        long[] together = new long[count];
        for (int e = 0; e < edges.size; e++) {
            int bin = Math.min(count - 1, (int) Math.floor((edges.odds[e] / LOG2 - from) / width));
            pairs[bin]++;
            together[bin] += linkage.areTogether(edges.left[e], edges.right[e]) ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            bins.add(new Bin(from + b * width, from + (b + 1) * width, pairs[b], together[b]));
        }
        return bins;
    }

    private static LearntLevels levels(Linkage linkage, Comparator comparator) {
        Model model = linkage.model;
        double[] table = model.probability[model.comparators.indexOf(comparator)];
        double[] one = new double[comparator.levels.size()];
        double[] two = new double[comparator.levels.size()];
        double[] all = new double[2];
        for (Population kind : Population.values()) {
            double share = model.share[kind.index];
            all[kind.isOnePerson() ? 0 : 1] += share;
            double[] to = kind.isOnePerson() ? one : two;
            for (int cell = 0; cell < comparator.missing(); cell++) {
                to[Comparator.level(cell)] += share * table[cell * Population.COUNT + kind.index];
            }
        }
        List<Weight> weights = new ArrayList<>();
        for (int l = 0; l < one.length; l++) {
            weights.add(
                    new Weight(
                            comparator.levels.get(l).name(),
                            one[l] / Math.max(1e-300, all[0]),
                            two[l] / Math.max(1e-300, all[1])));
        }
        Feature feature = comparator.feature;
        return new LearntLevels(feature.name, feature.kind, feature.present, weights);
    }

    private static long unlinkable(Linkage linkage) {
        Model model = linkage.model;
        byte[] cells = new byte[model.comparators.size()];
        double[] scratch = new double[Population.COUNT];
        long count = 0;
        for (int record = 0; record < linkage.size(); record++) {
            for (int c = 0; c < cells.length; c++) {
                Comparator comparator = model.comparators.get(c);
                int code = comparator.feature.codes[record];
                cells[c] = code < 0 ? (byte) comparator.missing() : comparator.feature.bucket[code];
            }
            count += model.logOdds(cells, scratch) < linkage.settings().threshold() ? 1 : 0;
        }
        return count;
    }

    private static List<Pair> examples(Linkage linkage) {
        Edges edges = linkage.edges();
        int surest = -1;
        int above = -1;
        int below = -1;
        double threshold = linkage.settings().threshold();
        for (int e : edges.descending()) {
            surest = surest < 0 ? e : surest;
            if (edges.odds[e] >= threshold) {
                above = e;
            } else if (below < 0) {
                below = e;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int e : new int[] {surest, above, below}) {
            if (e >= 0) {
                var pair = linkage.pair(edges.left[e], edges.right[e]);
                if (!pairs.contains(pair)) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }
}
