package sightline.linkage;

import java.util.Arrays;

/** A sample of one blocking rule's pairs, with equal patterns of cells kept once and counted. */
final class PairSample {
    private static final int K = Population.COUNT;
    private static final int BITS = 5;
    private static final int PACKED_COLUMNS = 12;
    private static final double ALL = 0x1p53;

    /** With fewer among its pairs, a rule teaches nothing of one person's records. */
    private static final double LEAST_OF_ONE_PERSON = 0.02;

    private final boolean[] involved;
    private final boolean selective;
    private final int columns;
    private final byte[] cells;
    private final int[] weights;
    private final int[] onceWeights;
    private final int size;
    private final double scale;
    private final double[] mix = new double[K];
    private boolean hasOwnMix = true;

    /**
     * What was drawn.
     *
     * @param begin the mix of kinds before anything is learnt
     */
    PairSample(BlockingRule rule, Drawing drawing, double[] begin) {
        involved = rule.involved;
        selective = rule.isSelective();
        columns = drawing.columns;
        size = drawing.patterns.size();
        cells = Arrays.copyOf(drawing.cells, size * columns);
        weights = Arrays.copyOf(drawing.weights, size);
        onceWeights = Arrays.copyOf(drawing.onceWeights, size);
        scale = drawing.drawn == 0 ? 0 : (double) rule.pairs / drawing.drawn;
        System.arraycopy(begin, 0, mix, 0, K);
    }

    /** Draws about as many pairs of a rule as wanted. */
    static PairSample draw(
            PairCells pairCells, Blocking blocking, int rule, int wanted, double[] begin) {
        BlockingRule r = blocking.rules().get(rule);
        Drawing drawing = new Drawing(pairCells.columns(), wanted);
        byte[] one = new byte[pairCells.columns()];
        drawn(
                blocking,
                rule,
                gate(r, wanted),
                (first, i, j) -> {
                    pairCells.compare(i, j, one);
                    drawing.add(one, blocking.madeBefore(rule, i, j));
                    return !drawing.isFull();
                });
        return new PairSample(r, drawing, begin);
    }

    /** Is given pairs that were drawn; false for no more of them. */
    interface Taker {
        boolean take(int first, int i, int j);
    }

    /** Gives the pairs of a rule that are drawn, each with the first record of its block. */
    static void drawn(Blocking blocking, int rule, long gate, Taker taker) {
        BlockingRule r = blocking.rules().get(rule);
        for (int b = 0; b < r.blocks(); b++) {
            int first = r.members[r.starts[b]];
            for (int x = r.starts[b]; x < r.starts[b + 1]; x++) {
                int i = r.members[x];
                for (int y = x + 1; y < r.starts[b + 1]; y++) {
                    int j = r.members[y];
                    if (isDrawn(i, j, gate) && !taker.take(first, i, j)) {
                        return;
                    }
                }
            }
        }
    }

    /** Which hashes of a rule's pairs are drawn: those below it. */
    static long gate(BlockingRule rule, int wanted) {
        return (long) (Math.min(1, wanted / (double) Math.max(1, rule.pairs)) * ALL);
    }

    /** Whether a pair is drawn: by a hash of its records' places, which depend on what they say. */
    static boolean isDrawn(int i, int j, long gate) {
        return (Estimation.mix((long) i << 32 | j) >>> 11) < gate;
    }

    /** Pairs as they are drawn: equal patterns of cells are numbered as they come, and counted. */
    static final class Drawing {
        private final int columns;
        private final int most;
        private final byte[] cells;
        private final int[] weights;
        private final int[] onceWeights;
        private final KeyIndex patterns;
        private int drawn;

        Drawing(int columns, int wanted) {
            this.columns = columns;
            most = wanted + wanted / 4 + 64;
            cells = new byte[most * columns];
            weights = new int[most];
            onceWeights = new int[most];
            patterns = new KeyIndex(wanted);
        }

        boolean isFull() {
            return drawn == most;
        }

        /** Adds a pair, where there is room. */
        void add(byte[] one, boolean madeBefore) {
            if (isFull()) {
                return;
            }
            int pattern = number(patterns, one);
            if (weights[pattern]++ == 0) {
                System.arraycopy(one, 0, cells, pattern * columns, columns);
            }
            onceWeights[pattern] += madeBefore ? 0 : 1;
            drawn++;
        }
    }

    private static int number(KeyIndex patterns, byte[] cells) {
        long key = 0;
        if (cells.length <= PACKED_COLUMNS) {
            for (byte cell : cells) {
                key = key << BITS | cell;
            }
        } else {
            for (byte cell : cells) {
                key = Estimation.mix(key + cell + 1);
            }
        }
        return patterns.number((int) (key >>> 32), (int) key);
    }

    /** False for the pairs of everybody with everybody, among which one person's are too few. */
    boolean isSelective() {
        return selective;
    }

    /**
     * One expectation step: adds expected counts, and moves this rule's mix of kinds.
     *
     * @param share of each kind among all pairs
     * @param asWhole whether to take the kinds as frequent as they are among all pairs, the rule's
     *     own columns being evidence, rather than as they are among this rule's pairs
     * @param probability per column, at cell * K + kind
     * @param missing per column, the cell that says nothing
     * @param counts per column, at level * K + kind
     */
    void expect(
            double[][] probability,
            int[] missing,
            double[][] counts,
            double[] share,
            boolean asWhole) {
        boolean whole = asWhole || !hasOwnMix;
        double[] joint = new double[K];
        double[] sum = new double[K];
        for (int p = 0; p < size; p++) {
            int at = p * columns;
            System.arraycopy(whole ? share : mix, 0, joint, 0, K);
            for (int c = 0; c < columns; c++) {
                if ((whole || !involved[c]) && cells[at + c] != missing[c]) {
                    double[] table = probability[c];
                    int cell = cells[at + c] * K;
                    for (int k = 0; k < K; k++) {
                        joint[k] *= table[cell + k];
                    }
                }
            }
            share(joint, weights[p]);
            for (int k = 0; k < K; k++) {
                sum[k] += joint[k];
            }
            for (int c = 0; c < columns; c++) {
                if (!involved[c] && cells[at + c] != missing[c]) {
                    int level = Comparator.level(cells[at + c]) * K;
                    double[] of = counts[c];
                    for (int k = 0; k < K; k++) {
                        of[level + k] += joint[k];
                    }
                }
            }
        }
        move(sum);
        if (asWhole) {
            hasOwnMix = shareOfOnePerson() > LEAST_OF_ONE_PERSON;
        }
    }

    private double shareOfOnePerson() {
        double one = 0;
        for (int k = Model.FIRST_ONE_PERSON; k < K; k++) {
            one += mix[k];
        }
        return one;
    }

    private static void share(double[] joint, int weight) {
        double total = 1e-300;
        for (double x : joint) {
            total += x;
        }
        double factor = weight / total;
        for (int k = 0; k < joint.length; k++) {
            joint[k] *= factor;
        }
    }

    private void move(double[] sum) {
        double total = 0;
        for (int k = 0; k < K; k++) {
            mix[k] = mix[k] > 0 ? sum[k] + 0.5 : 0;
            total += mix[k];
        }
        for (int k = 0; k < K; k++) {
            mix[k] /= total;
        }
    }

    /** How many pairs of each kind the model sees among those that no rule before has. */
    double[] once(Model model) {
        double[] found = new double[K];
        double[] joint = new double[K];
        byte[] one = new byte[columns];
        for (int p = 0; p < size; p++) {
            if (onceWeights[p] > 0) {
                System.arraycopy(cells, p * columns, one, 0, columns);
                model.joint(one, joint);
                share(joint, onceWeights[p]);
                for (int k = 0; k < K; k++) {
                    found[k] += scale * joint[k];
                }
            }
        }
        return found;
    }
}
