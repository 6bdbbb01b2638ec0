package sightline.linkage;

import java.util.List;

/**
 * What was learnt: how frequent each kind of pair is, and how often each kind's pairs are at each
 * level of each column. Gives the log-odds that two records are about one person.
 */
final class Model {
    final List<Comparator> comparators;

    /** How many pairs of each kind there are among all pairs of records, as a share. */
    final double[] share;

    /** Per column, at cell * COUNT + kind: the probability of the cell. */
    final double[][] probability;

    Model(List<Comparator> comparators, double[] share, double[][] probability) {
        this.comparators = List.copyOf(comparators);
        this.share = share;
        this.probability = probability;
    }

    /** The same with another share of pairs that are of one person. */
    Model withPrior(double prior) {
        double one = 0;
        for (int k = FIRST_ONE_PERSON; k < Population.COUNT; k++) {
            one += share[k];
        }
        double[] other = new double[Population.COUNT];
        for (int k = 0; k < Population.COUNT; k++) {
            other[k] =
                    k < FIRST_ONE_PERSON
                            ? share[k] * (1 - prior) / Math.max(1e-300, 1 - one)
                            : share[k] * prior / Math.max(1e-300, one);
        }
        return new Model(comparators, other, probability);
    }

    /** The natural logarithm of the odds that a pair with these cells is one person. */
    double logOdds(byte[] cells, double[] scratch) {
        joint(cells, scratch);
        double one = 0;
        double two = 0;
        for (int k = 0; k < Population.COUNT; k++) {
            if (k >= FIRST_ONE_PERSON) {
                one += scratch[k];
            } else {
                two += scratch[k];
            }
        }
        return Math.log((one + 1e-300) / (two + 1e-300));
    }

    static final int FIRST_ONE_PERSON = Population.SAME.index;

    /** The probability of the cells together with each kind. */
    void joint(byte[] cells, double[] out) {
        System.arraycopy(share, 0, out, 0, Population.COUNT);
        for (int c = 0; c < probability.length; c++) {
            double[] table = probability[c];
            int at = cells[c] * Population.COUNT;
            for (int k = 0; k < Population.COUNT; k++) {
                out[k] *= table[at + k];
            }
        }
    }
}
