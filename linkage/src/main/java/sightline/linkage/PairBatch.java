package sightline.linkage;

/**
 * Some blocks of one rule at a time: their records' numbers are first laid side by side, then the
 * pairs that no rule before has are compared column by column, so that memory is read far ahead and
 * what is known of a column stays near. One instance a thread.
 */
final class PairBatch {
    private static final int RECORDS = 1024;
    private static final int PAIRS = 1024;

    private final Blocking blocking;
    private final PairCells pairCells;
    private final OddsMemo memo;
    private final double least;
    private final int columns;
    private int[] codes;
    private int[] keys;
    private final int[] left = new int[PAIRS];
    private final int[] right = new int[PAIRS];
    private final int[] first = new int[PAIRS];
    private final int[] second = new int[PAIRS];
    private final byte[] cells;
    private int size;

    /**
     * @param least log-odds from which a pair is kept
     */
    PairBatch(Blocking blocking, PairCells pairCells, OddsMemo memo, double least) {
        this.blocking = blocking;
        this.pairCells = pairCells;
        this.memo = memo;
        this.least = least;
        columns = pairCells.columns();
        codes = new int[RECORDS * columns];
        keys = new int[RECORDS * blocking.rules().size()];
        cells = new byte[PAIRS * columns];
    }

    /** Adds the pairs of these blocks that are worth keeping, in order. */
    void score(int rule, int fromBlock, int toBlock, Edges found) {
        BlockingRule r = blocking.rules().get(rule);
        int from = fromBlock;
        while (from < toBlock) {
            int to = from + 1;
            while (to < toBlock && r.starts[to + 1] - r.starts[from] <= RECORDS) {
                to++;
            }
            compare(found);
            layOut(r, rule, from, to);
            for (int b = from; b < to; b++) {
                int begin = r.starts[b] - r.starts[from];
                pair(rule, r, r.starts[from], begin, r.starts[b + 1] - r.starts[from], found);
            }
            from = to;
        }
        compare(found);
    }

    private void layOut(BlockingRule r, int rule, int fromBlock, int toBlock) {
        int from = r.starts[fromBlock];
        int records = r.starts[toBlock] - from;
        if (records * columns > codes.length) {
            codes = new int[Math.multiplyExact(records, columns)];
        }
        if (records * rule > keys.length) {
            keys = new int[Math.multiplyExact(records, rule)];
        }
        pairCells.layOut(r.members, from, records, codes);
        blocking.layOut(r.members, from, records, rule, keys);
    }

    /** Takes the pairs of the records between these places, as far as no rule before has them. */
    private void pair(int rule, BlockingRule r, int offset, int begin, int end, Edges found) {
        int[] before = keys;
        for (int x = begin; x < end; x++) {
            int i = r.members[offset + x];
            for (int y = x + 1; y < end; y++) {
                if (rule > 0 && meet(before, x * rule, y * rule, rule)) {
                    continue;
                }
                if (size == PAIRS) {
                    compare(found);
                }
                left[size] = i;
                right[size] = r.members[offset + y];
                first[size] = x * columns;
                second[size++] = y * columns;
            }
        }
    }

    private static boolean meet(int[] keys, int x, int y, int rules) {
        for (int r = 0; r < rules; r++) {
            int key = keys[x + r];
            if (key >= 0 && key == keys[y + r]) {
                return true;
            }
        }
        return false;
    }

    private void compare(Edges found) {
        pairCells.compareAll(codes, first, second, size, cells);
        for (int p = 0; p < size; p++) {
            double odds = memo.logOdds(cells, p * columns);
            if (odds >= least) {
                found.add(left[p], right[p], (float) odds);
            }
        }
        size = 0;
    }
}
