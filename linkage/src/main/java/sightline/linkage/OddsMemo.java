package sightline.linkage;

import java.util.Arrays;

/**
 * The log-odds of pairs by their pattern of cells: most pairs of a run have one of few patterns,
 * and each is reckoned once while it is remembered. One instance a thread.
 */
final class OddsMemo {
    private static final int BITS = 5;
    private static final int IN_A_WORD = 12;
    private static final int SLOT_BITS = 15;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Model model;
    private final double[] scratch = new double[Population.COUNT];
    private final int columns;
    private final long[] patterns;
    private final long[] further;
    private final double[] odds;

    OddsMemo(Model model) {
        this.model = model;
        this.columns = model.comparators.size();
        boolean fits = columns <= 2 * IN_A_WORD;
        patterns = new long[fits ? 1 << SLOT_BITS : 0];
        further = new long[fits && columns > IN_A_WORD ? 1 << SLOT_BITS : 0];
        odds = new double[patterns.length];
        Arrays.fill(patterns, -1);
    }

    /** As {@link Model#logOdds}. */
    double logOdds(byte[] cells) {
        return logOdds(cells, 0);
    }

    /** As {@link Model#logOdds}, of the cells that begin there. */
    double logOdds(byte[] cells, int at) {
        if (patterns.length == 0) {
            return model.logOdds(own(cells, at), scratch);
        }
        int first = Math.min(columns, IN_A_WORD);
        long pattern = 0;
        for (int c = 0; c < first; c++) {
            pattern = (pattern << BITS) | cells[at + c];
        }
        long more = 0;
        for (int c = first; c < columns; c++) {
            more = (more << BITS) | cells[at + c];
        }
        int slot = (int) (((pattern * FACTOR + more) * FACTOR) >>> (Long.SIZE - SLOT_BITS));
        boolean wide = further.length > 0;
        if (patterns[slot] == pattern && (!wide || further[slot] == more)) {
            return odds[slot];
        }
        double found = model.logOdds(own(cells, at), scratch);
        patterns[slot] = pattern;
        if (wide) {
            further[slot] = more;
        }
        odds[slot] = found;
        return found;
    }

    private byte[] own(byte[] cells, int at) {
        return at == 0 ? cells : Arrays.copyOfRange(cells, at, at + columns);
    }
}
