package sightline.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Makes and compares the pairs of one block after another, of records that came as {@link
 * CodedRecords#rows}. For one thread.
 */
public final class PairWorker {
    /** Records whose key was left out, or that have none. */
    private static final long NONE = -1;

    private static final long NOT_YET = -2;

    private final List<Comparator> comparators;
    private final PairCells pairCells;
    private final int[][] columns;
    private final KeyPart.Keys[][] parts;
    private final int width;
    private final byte[] cells;
    private KeySet[] leftOut;
    private long[] keysBefore = new long[0];

    PairWorker(List<Comparator> comparators, List<List<KeyPart>> keys) {
        this.comparators = comparators;
        CodeMatrix none = CodeMatrix.of(List.of(), 0);
        pairCells = PairCells.ofMany(comparators, PairCells.Crossing.of(comparators), none);
        columns = new int[keys.size()][];
        parts = new KeyPart.Keys[keys.size()][];
        for (int rule = 0; rule < parts.length; rule++) {
            columns[rule] = keys.get(rule).stream().mapToInt(KeyPart::column).toArray();
            parts[rule] = keys.get(rule).stream().map(KeyPart::keys).toArray(KeyPart.Keys[]::new);
        }
        width = 1 + comparators.size();
        cells = new byte[comparators.size()];
        leftOut = keys.stream().map(k -> KeySet.of(List.of())).toArray(KeySet[]::new);
    }

    /** How many rules make pairs. */
    public int rules() {
        return parts.length;
    }

    /**
     * Says which keys bring nobody together, because too many records have them.
     *
     * @param keys for each rule such keys
     */
    public void leaveOut(List<List<Long>> keys) {
        leftOut = keys.stream().map(KeySet::of).toArray(KeySet[]::new);
    }

    /** The record's key in a rule, or -1 where it has none or the key is left out. */
    public long key(int rule, int[] rows, int at) {
        KeyPart.Keys[] of = parts[rule];
        if (of.length == 0) {
            return 0;
        }
        int key = part(rule, 0, rows, at);
        if (of.length == 1) {
            return known(rule, key);
        }
        for (int p = 1; p < of.length - 1 && key >= 0; p++) {
            int other = part(rule, p, rows, at);
            key = other < 0 ? -1 : BlockingPlan.mixed(key, other);
        }
        int other = part(rule, of.length - 1, rows, at);
        return key < 0 || other < 0 ? NONE : known(rule, (long) key << 32 | other);
    }

    private int part(int rule, int p, int[] rows, int at) {
        int code = rows[at + 1 + columns[rule][p]];
        return code < 0 ? -1 : parts[rule][p].ofCode(code);
    }

    private long known(int rule, long key) {
        return leftOut[rule].has(key) ? NONE : key;
    }

    /** A sample that nothing was drawn for yet. */
    public FoundPairs emptySample() {
        return new FoundPairs(1 + comparators.size());
    }

    /** No pairs kept yet. */
    public FoundPairs noPairs() {
        return new FoundPairs(1);
    }

    /**
     * Draws from the pairs of a block.
     *
     * @param block whose pairs
     * @param gate which hashes are drawn
     * @param to where they are added
     */
    public void sample(Block block, long gate, FoundPairs to) {
        forgetKeys(block);
        for (int x = 0; x < block.size; x++) {
            int i = block.number(x);
            for (int y = x + 1; y < block.size; y++) {
                int j = block.number(y);
                if (block.has(i, j) && PairSample.isDrawn(i, j, gate)) {
                    pairCells.compare(block.rows, block.codes(x), block.codes(y), cells);
                    boolean before = wasMadeBefore(block, x, y);
                    to.addDrawn(block.rule, block.first, i, j, before, cells);
                }
            }
        }
    }

    /** Scores pairs with these weights, one block after another. */
    public Scorer scorer(Weights weights, double least) {
        return new Scorer(weights.on(comparators), least);
    }

    /** Scores the pairs of blocks. */
    public final class Scorer {
        private final OddsMemo memo;
        private final double least;

        private Scorer(Model model, double least) {
            this.memo = new OddsMemo(model);
            this.least = least;
        }

        /** Adds the pairs of the block, no rule before having made them, that are worth keeping. */
        public void score(Block block, FoundPairs to) {
            forgetKeys(block);
            long compared = 0;
            for (int x = 0; x < block.size; x++) {
                int i = block.number(x);
                for (int y = x + 1; y < block.size; y++) {
                    int j = block.number(y);
                    if (block.has(i, j) && !wasMadeBefore(block, x, y)) {
                        pairCells.compare(block.rows, block.codes(x), block.codes(y), cells);
                        double odds = memo.logOdds(cells);
                        compared++;
                        if (odds >= least) {
                            int at = to.add(block.rule, block.first, i, j);
                            to.set(at, Float.floatToIntBits((float) odds));
                        }
                    }
                }
            }
            to.compared(compared);
        }
    }

    private void forgetKeys(Block block) {
        int keys = block.size * block.rule;
        if (keysBefore.length < keys) {
            keysBefore = new long[Math.max(1024, keys * 2)];
        }
        Arrays.fill(keysBefore, 0, keys, NOT_YET);
    }

    /** A record's key in a rule before the block's, made when it is first asked for. */
    private long keyBefore(Block block, int x, int rule) {
        int at = x * block.rule + rule;
        long key = keysBefore[at];
        if (key == NOT_YET) {
            key = key(rule, block.rows, x * width);
            keysBefore[at] = key;
        }
        return key;
    }

    private boolean wasMadeBefore(Block block, int x, int y) {
        for (int rule = 0; rule < block.rule; rule++) {
            long key = keyBefore(block, x, rule);
            if (key != NONE && key == keyBefore(block, y, rule)) {
                return true;
            }
        }
        return false;
    }

    /** How many numbers a record has in a block's rows. */
    public int width() {
        return width;
    }

    /**
     * The records of one key, or a tile of them: where very many records have a key they are dealt
     * into groups, and a tile has the pairs of two groups, so that several workers share the block.
     */
    public static final class Block {
        private final int rule;
        private final int first;
        private final int groups;
        private final int one;
        private final int other;
        private final int[] rows;
        private final int width;
        private final int size;

        /**
         * @param rule the rule whose key they have
         * @param first the number of the first record that has the key, in this tile or another
         * @param tile which of its pairs are meant
         * @param rows the records, in order
         * @param width how many numbers a record has
         */
        public Block(int rule, int first, Tile tile, int[] rows, int width) {
            this.rule = rule;
            this.first = first;
            this.groups = tile.groups;
            this.one = tile.one;
            this.other = tile.other;
            this.rows = rows;
            this.width = width;
            this.size = rows.length / width;
        }

        /** The rule whose key the records have. */
        public int rule() {
            return rule;
        }

        private int number(int x) {
            return rows[x * width];
        }

        private int codes(int x) {
            return x * width + 1;
        }

        private boolean has(int i, int j) {
            return groups == 1 || one == other || Tile.group(i, groups) != Tile.group(j, groups);
        }
    }

    /**
     * Which pairs of a block.
     *
     * @param groups into how many groups its records are dealt; 1 for all pairs
     * @param one the one group
     * @param other the other, or the same for the pairs within one
     */
    public record Tile(int groups, int one, int other) {
        /** All pairs of a block. */
        public static final Tile WHOLE = new Tile(1, 0, 0);

        /** Whether the tile has the record. */
        public boolean has(int record) {
            int group = groups == 1 ? 0 : group(record, groups);
            return group == one || group == other;
        }

        /** The group that a record is dealt into. */
        public static int group(int record, int groups) {
            return (int) Long.remainderUnsigned(Estimation.mix(record), groups);
        }
    }
}
