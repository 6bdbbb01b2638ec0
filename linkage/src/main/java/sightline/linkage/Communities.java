package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;
import java.util.Optional;

/**
 * Whether strangers' names depend on each other, as where people of several languages stand in one
 * file: who is called Gurpreet is seldom called Nguyen. There two strangers of one given name have
 * the surname in common more often than by chance.
 *
 * <p>What is written of two of one community is what explains how often both names go together and
 * leaves how often one of them alone is in common nearly as it is.
 *
 * @param share of all pairs, how many are to be taken for two of one community
 * @param given how much more often these two have a given name in common than any two
 * @param surname the same of surnames
 * @param beside the same of what goes with names, such as a nationality
 */
record Communities(double share, double given, double surname, double beside) {
    /** Not even of two from one village more have a name in common. */
    static final double MOST_EQUAL = 0.3;

    private static final double CONCENTRATION = 3;

    /** Below that, families and chance may be all. */
    private static final double LEAST_LIFT = 2;

    private static final double MOST_LIFT = 20;
    private static final int DRAWN = 60_000;
    private static final int ENOUGH_PAIRS = 1_000;
    private static final int ENOUGH_NAMESAKES = 40;

    /**
     * What is found on pairs of one given name whose dates of birth are wholly different. As many
     * of these may be one person with a wrong date as there are with the same.
     */
    static Optional<Communities> of(List<Comparator> comparators) {
        Optional<Comparator> given = columnOf(FieldKind.GIVEN_NAME, comparators);
        Optional<Comparator> surname = columnOf(FieldKind.SURNAME, comparators);
        Optional<Comparator> born = columnOf(FieldKind.BIRTH_DATE, comparators);
        if (given.isEmpty() || surname.isEmpty() || born.isEmpty()) {
            return Optional.empty();
        }
        double lift = lift(given.get().feature, surname.get().feature, born.get());
        if (lift < LEAST_LIFT) {
            return Optional.empty();
        }
        double one = times(given.get(), lift);
        double other = times(surname.get(), lift);
        return Optional.of(new Communities((lift - 1) / (one * other), one, other, lift));
    }

    private static double times(Comparator name, double lift) {
        double most = MOST_EQUAL / Math.max(1e-9, name.feature.collision());
        return Math.max(1, Math.min(CONCENTRATION * (lift + 1), most));
    }

    private static double lift(Feature given, Feature surname, Comparator born) {
        Similarity similarity = new Similarity();
        int[] last = new int[given.text.length];
        int n = given.codes.length;
        int seen = 0;
        int namesakes = 0;
        int ones = 0;
        for (long draw = 0; draw < DRAWN && n > 0; draw++) {
            int i = (int) Long.remainderUnsigned(Estimation.mix(draw), n);
            int date = born.feature.codes[i];
            if (given.codes[i] < 0 || surname.codes[i] < 0 || date < 0) {
                continue;
            }
            int j = last[given.codes[i]] - 1;
            last[given.codes[i]] = i + 1;
            if (j < 0 || i == j) {
                continue;
            }
            int other = born.feature.codes[j];
            boolean equal = surname.codes[i] == surname.codes[j];
            if (date == other) {
                ones += equal ? 1 : 0;
            } else if (areOthers(born, date, other, similarity)) {
                seen++;
                namesakes += equal ? 1 : 0;
            }
        }
        int found = namesakes - ones;
        boolean enough = seen >= ENOUGH_PAIRS && found >= ENOUGH_NAMESAKES;
        double chance = Math.max(1e-9, surname.collision());
        return enough ? Math.min(MOST_LIFT, found / (seen * chance)) : 1;
    }

    private static boolean areOthers(Comparator born, int x, int y, Similarity similarity) {
        return born.isOutright(born.compare(Math.min(x, y), Math.max(x, y), similarity));
    }

    private static Optional<Comparator> columnOf(FieldKind kind, List<Comparator> comparators) {
        return comparators.stream().filter(x -> x.feature.kind == kind).findFirst();
    }
}
