package sightline.linkage;

/**
 * What the records themselves say against a model that takes itself to be right.
 *
 * <p>Of the pairs that were joined, one column after another is held back, and what it says is
 * compared with what the others let expect of one person (a posterior predictive check: Gelman,
 * Meng and Stern, Statistica Sinica 6, 1996). Where it speaks against one person more often than
 * expected, some of the pairs may be of a kind that the model does not have.
 */
final class Misfit {
    private static final int SEEN_ENOUGH = 200;
    private static final int SEEN_MOST = 20_000;
    private static final double TWO_SIGMA = 1.96;

    /** A column tells little where strangers and one person differ by less than that. */
    private static final double TELLS = 0.3;

    private final Model model;
    private final PairCells pairCells;
    private final int[] groupOf;
    private final byte[] cells;
    private final double[] joint = new double[Population.COUNT];

    /** Per column: the pairs seen, those that speak against, and how many were expected to. */
    private final int[] seen;

    private final int[] against;
    private final double[] expected;

    /** Per column and kind, how often a level speaks against one person. */
    private final double[][] speaks;

    Misfit(Model model, PairCells pairCells, int[] groupOf) {
        this.model = model;
        this.pairCells = pairCells;
        this.groupOf = groupOf;
        int columns = model.comparators.size();
        this.cells = new byte[columns];
        this.seen = new int[columns];
        this.against = new int[columns];
        this.expected = new double[columns];
        this.speaks = new double[columns][Population.COUNT];
        for (int c = 0; c < columns; c++) {
            int levels = model.comparators.get(c).levels.size();
            for (int level = 0; level < levels; level++) {
                for (int k = 0; speaksAgainst(c, level) && k < Population.COUNT; k++) {
                    speaks[c][k] += probability(c, level, k);
                }
            }
        }
    }

    /**
     * Which share of the joined pairs may be of another kind, by the column that says most; 0 where
     * all say what was expected, or chance explains it.
     */
    double falseShare(Edges edges) {
        int step = 1 + edges.size / SEEN_MOST;
        for (int e = 0; e < edges.size; e++) {
            boolean joined = groupOf[edges.left[e]] == groupOf[edges.right[e]];
            if (joined && Long.remainderUnsigned(Estimation.mix(e), step) == 0) {
                look(edges.left[e], edges.right[e]);
            }
        }
        double most = 0;
        for (int c = 0; c < cells.length; c++) {
            most = Math.max(most, falseShare(c));
        }
        return most;
    }

    private double falseShare(int c) {
        double chance = speaks[c][Population.STRANGERS.index];
        double usual = expected[c] / Math.max(1, seen[c]);
        if (seen[c] < SEEN_ENOUGH || chance - usual < TELLS) {
            return 0;
        }
        double share = (double) against[c] / seen[c];
        double noise = TWO_SIGMA * Math.sqrt(share * (1 - share) / seen[c]);
        return Math.clamp((share - noise - usual) / (chance - usual), 0, 1);
    }

    private void look(int i, int j) {
        pairCells.compare(i, j, cells);
        model.joint(cells, joint);
        for (int c = 0; c < cells.length; c++) {
            if (cells[c] != model.comparators.get(c).missing()) {
                hold(c);
            }
        }
    }

    /** Adds what a column says and what the others let expect. */
    private void hold(int c) {
        double[] table = model.probability[c];
        double sum = 0;
        double spoken = 0;
        for (int k = Model.FIRST_ONE_PERSON; k < Population.COUNT; k++) {
            double others = joint[k] / table[cells[c] * Population.COUNT + k];
            sum += others;
            spoken += others * speaks[c][k];
        }
        if (sum > 0) {
            seen[c]++;
            against[c] += speaksAgainst(c, Comparator.level(cells[c])) ? 1 : 0;
            expected[c] += spoken / sum;
        }
    }

    private boolean speaksAgainst(int c, int level) {
        return probability(c, level, Population.SAME.index)
                < probability(c, level, Population.STRANGERS.index);
    }

    private double probability(int c, int level, int kind) {
        double[] table = model.probability[c];
        if (level > 0) {
            return table[Comparator.cell(level) * Population.COUNT + kind];
        }
        double sum = 0;
        for (int b = 0; b < Feature.BUCKETS; b++) {
            sum += table[b * Population.COUNT + kind];
        }
        return sum;
    }
}
