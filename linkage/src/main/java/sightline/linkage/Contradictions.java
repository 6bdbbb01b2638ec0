package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What two groups say of themselves for life and cannot both be true of one person, though each
 * pair of their records could be a mistake: one group's forename or date of birth stands in it
 * twice or more, so does another in the other group, the two are wholly different, and neither
 * group has the other's. A mistake seldom happens twice in the same way; twins are told apart by
 * it. Two numbers whose check digits are right are two people, where one person's seldom differ.
 */
final class Contradictions {
    /** How much more the mean of the log-odds must say for it where there is a contradiction. */
    private static final double WEIGHT = 4;

    /**
     * Where one person's records differ outright more often than this, that is no contradiction.
     */
    private static final double SELDOM = 0.06;

    private final List<Comparator> comparators;
    private final List<Integer> columns = new ArrayList<>();
    private final List<Comparator> numbers = new ArrayList<>();
    private final Similarity similarity = new Similarity();

    Contradictions(Model model) {
        this.comparators = model.comparators;
        for (int c = 0; c < comparators.size(); c++) {
            if (isForLife(comparators.get(c).feature.kind) && outright(model, c) < SELDOM) {
                columns.add(c);
                if (comparators.get(c).feature.kind == FieldKind.IDENTIFIER) {
                    numbers.add(comparators.get(c));
                }
            }
        }
    }

    private static boolean isForLife(FieldKind kind) {
        return kind == FieldKind.GIVEN_NAME
                || kind == FieldKind.BIRTH_DATE
                || kind == FieldKind.IDENTIFIER;
    }

    /** How often two records of one person were learnt to differ outright. */
    private static double outright(Model model, int c) {
        Comparator comparator = model.comparators.get(c);
        double rate = 0;
        for (int level = 1; level < comparator.levels.size(); level++) {
            int at = Comparator.cell(level) * Population.COUNT + Population.SAME.index;
            rate += comparator.isOutright(level) ? model.probability[c][at] : 0;
        }
        return rate;
    }

    /** Whether groups of so many records can contradict one another here. */
    boolean mayBeBetween(int one, int other) {
        return !numbers.isEmpty() || (!columns.isEmpty() && one > 1 && other > 1);
    }

    /** How much more than usual must speak for making the two groups one. */
    double against(int[] one, int[] other) {
        if (numbersDiffer(one, other)) {
            return Double.POSITIVE_INFINITY;
        }
        return one.length > 1 && other.length > 1 && between(one, other) ? WEIGHT : 0;
    }

    /** Whether each has a number that proves itself right, and they have none in common. */
    private boolean numbersDiffer(int[] one, int[] other) {
        for (Comparator column : numbers) {
            int[] ours = sure(column, one);
            int[] theirs = sure(column, other);
            if (ours.length > 0 && theirs.length > 0 && !meet(ours, theirs)) {
                return true;
            }
        }
        return false;
    }

    private static int[] sure(Comparator column, int[] records) {
        return Arrays.stream(codes(column, records)).filter(column::isSure).toArray();
    }

    private boolean between(int[] one, int[] other) {
        for (int c : columns) {
            Comparator comparator = comparators.get(c);
            if (contradict(comparator, one, other) && !changedPlaces(comparator, one, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean changedPlaces(Comparator column, int[] one, int[] other) {
        return column.feature.kind == FieldKind.GIVEN_NAME
                && (areCrossed(column, one, other) || areCrossed(column, other, one));
    }

    /** Whether a given name of the one group is a surname of the other. */
    private boolean areCrossed(Comparator given, int[] one, int[] other) {
        for (Comparator surname : comparators) {
            if (surname.feature.kind == FieldKind.SURNAME) {
                for (int j : codes(surname, other)) {
                    String name = surname.feature.text[j];
                    for (int i : codes(given, one)) {
                        if (given.feature.text[i].equals(name)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean contradict(Comparator comparator, int[] one, int[] other) {
        int[] ours = codes(comparator, one);
        int[] theirs = codes(comparator, other);
        boolean found = false;
        for (int i = 0; i < ours.length; i++) {
            if (!isAttested(ours, i)) {
                continue;
            }
            for (int j = 0; j < theirs.length; j++) {
                if (!isAttested(theirs, j)) {
                    continue;
                }
                if (!areOpposed(comparator, ours[i], theirs[j])) {
                    return false;
                }
                found = true;
            }
        }
        return found && !meet(ours, theirs);
    }

    /** The values that the records have, in order. */
    private static int[] codes(Comparator comparator, int[] records) {
        int[] all = new int[records.length];
        int size = 0;
        for (int record : records) {
            int code = comparator.feature.codes[record];
            if (code >= 0) {
                all[size++] = code;
            }
        }
        int[] codes = Arrays.copyOf(all, size);
        Arrays.sort(codes);
        return codes;
    }

    /** Whether the value, at its first place, stands often enough not to be a mistake. */
    private static boolean isAttested(int[] codes, int i) {
        boolean first = i == 0 || codes[i] != codes[i - 1];
        return first && i + 1 < codes.length && codes[i] == codes[i + 1];
    }

    private boolean areOpposed(Comparator comparator, int x, int y) {
        return x != y
                && comparator.isOutright(
                        comparator.compare(Math.min(x, y), Math.max(x, y), similarity));
    }

    private static boolean meet(int[] ours, int[] theirs) {
        for (int code : ours) {
            if (Arrays.binarySearch(theirs, code) >= 0) {
                return true;
            }
        }
        return false;
    }
}
