package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares two records column by column. Numbers of values are compared first; the outcome for two
 * unequal values of a column of few is kept, so that frequent pairs of values are compared once.
 * One instance a thread.
 */
final class PairCells {
    private static final int FEW_KEPT_BITS = 13;
    private static final int MANY_KEPT_BITS = 16;

    /** Codes of columns whose outcomes are kept: two and a cell make a long. */
    private static final int CODE_BITS = 28;

    /** Two values of a column of more values than this seldom meet twice. */
    private static final int MOST_VALUES = 1 << 16;

    private final Comparator[] comparators;
    private final CodeMatrix codes;
    private final byte[][] buckets;
    private final int[] missing;
    private final long[][] kept;
    private final int keptBits;
    private final Similarity similarity = new Similarity();
    private final Crossing crossing;

    PairCells(List<Comparator> comparators, Crossing crossing, CodeMatrix codes) {
        this(comparators, crossing, codes, FEW_KEPT_BITS);
    }

    /** For very many pairs: remembers more of what it has compared. */
    static PairCells ofMany(List<Comparator> comparators, Crossing crossing, CodeMatrix codes) {
        return new PairCells(comparators, crossing, codes, MANY_KEPT_BITS);
    }

    private PairCells(
            List<Comparator> comparators, Crossing crossing, CodeMatrix codes, int keptBits) {
        this.keptBits = keptBits;
        this.codes = codes;
        this.comparators = comparators.toArray(new Comparator[0]);
        int n = this.comparators.length;
        this.buckets = new byte[n][];
        this.missing = new int[n];
        this.kept = new long[n][];
        for (int c = 0; c < n; c++) {
            buckets[c] = this.comparators[c].feature.bucket;
            missing[c] = this.comparators[c].missing();
            boolean few = this.comparators[c].feature.text.length <= MOST_VALUES;
            kept[c] = new long[few ? 1 << keptBits : 0];
        }
        this.crossing = crossing;
    }

    int columns() {
        return comparators.length;
    }

    /** Writes the cell of each column for the two records. */
    void compare(int i, int j, byte[] cells) {
        compare(codes.numbers(), codes.start(i), codes.start(j), cells);
    }

    /** As {@link #compare(int, int, byte[])}, of records whose codes begin at these places. */
    void compare(int[] numbers, int first, int second, byte[] cells) {
        for (int c = 0; c < comparators.length; c++) {
            cells[c] = cell(c, numbers[first + c], numbers[second + c]);
        }
        if (crossing.exists()) {
            crossing.look(numbers, first, second, cells, 0);
        }
    }

    /** Writes these records' codes one after another. */
    void layOut(int[] members, int from, int records, int[] to) {
        codes.layOut(members, from, records, codes.columns(), to);
    }

    /** As {@link #compare(int[], int, int, byte[])} of many pairs, column by column. */
    void compareAll(int[] numbers, int[] firsts, int[] seconds, int pairs, byte[] cells) {
        int columns = comparators.length;
        for (int c = 0; c < columns; c++) {
            for (int p = 0, at = c; p < pairs; p++, at += columns) {
                cells[at] = cell(c, numbers[firsts[p] + c], numbers[seconds[p] + c]);
            }
        }
        if (crossing.exists()) {
            for (int p = 0; p < pairs; p++) {
                crossing.look(numbers, firsts[p], seconds[p], cells, p * columns);
            }
        }
    }

    /** The cell of two values of one column. */
    byte cell(int c, int a, int b) {
        if (a == b) {
            return a < 0 ? (byte) missing[c] : buckets[c][a];
        }
        return a < 0 || b < 0 ? (byte) missing[c] : unequal(c, a, b);
    }

    private byte unequal(int c, int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        long[] known = kept[c];
        if (known.length == 0) {
            return cellOf(c, low, high);
        }
        long key = ((long) low << CODE_BITS) | high;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - keptBits));
        long entry = known[slot];
        if (entry >>> Byte.SIZE == key) {
            return (byte) entry;
        }
        byte cell = cellOf(c, low, high);
        known[slot] = (key << Byte.SIZE) | cell;
        return cell;
    }

    private byte cellOf(int c, int low, int high) {
        return (byte) Comparator.cell(comparators[c].compare(low, high, similarity));
    }

    /** The level of two unequal values, in the order of their text. */
    int level(Comparator comparator, int one, int other) {
        char[][] chars = comparator.feature.chars;
        return Arrays.compare(chars[one], chars[other]) < 0
                ? comparator.compare(one, other, similarity)
                : comparator.compare(other, one, similarity);
    }

    /**
     * Given name and surname that changed places: seen only where both columns disagree. Of full
     * names, in which nobody says which is which, the words tell: Nguyen Thi Lan is Lan Nguyen.
     */
    static final class Crossing {
        private final int given;
        private final int surname;
        private final int[] asSurname;
        private final byte crossed;
        private final byte surnameMissing;
        private final int goodGiven;
        private final int goodSurname;

        /** The words of each given name and surname, where both are parts of a full name. */
        private final FullNameWords words;

        private Crossing(int given, int surname, List<Comparator> comparators) {
            this.given = given;
            this.surname = surname;
            this.words = FullNameWords.of(given, surname, comparators);
            if (given < 0 || surname < 0) {
                asSurname = new int[0];
                crossed = 0;
                surnameMissing = 0;
                goodGiven = 0;
                goodSurname = 0;
                return;
            }
            Comparator ofGiven = comparators.get(given);
            Comparator ofSurname = comparators.get(surname);
            Map<String, Integer> surnames = new HashMap<>();
            for (int i = 0; i < ofSurname.feature.text.length; i++) {
                surnames.put(ofSurname.feature.text[i], i);
            }
            asSurname = new int[ofGiven.feature.text.length];
            for (int i = 0; i < asSurname.length; i++) {
                asSurname[i] = surnames.getOrDefault(ofGiven.feature.text[i], -2);
            }
            crossed = (byte) Comparator.cell(ofGiven.crossed());
            surnameMissing = (byte) ofSurname.missing();
            goodGiven = Feature.BUCKETS + 3;
            goodSurname = Feature.BUCKETS + 3;
        }

        static Crossing of(List<Comparator> comparators) {
            int given = fullest(FieldKind.GIVEN_NAME, comparators);
            int surname = fullest(FieldKind.SURNAME, comparators);
            return given < 0 || surname < 0
                    ? new Crossing(-1, -1, comparators)
                    : new Crossing(given, surname, comparators);
        }

        /** Of several columns of names the first of those that most records have. */
        private static int fullest(FieldKind kind, List<Comparator> comparators) {
            return IntStream.range(0, comparators.size())
                    .filter(c -> comparators.get(c).feature.kind == kind)
                    .boxed()
                    .max(
                            java.util.Comparator.comparingInt(
                                            (Integer c) -> comparators.get(c).feature.present)
                                    .thenComparing(java.util.Comparator.reverseOrder()))
                    .orElse(-1);
        }

        boolean exists() {
            return given >= 0;
        }

        int given() {
            return given;
        }

        int surname() {
            return surname;
        }

        /**
         * The chance that the names of two people drawn at random changed places: both, or one
         * where another is not known.
         */
        double chance(List<Comparator> comparators) {
            Feature ofGiven = comparators.get(given).feature;
            Feature ofSurname = comparators.get(surname).feature;
            double one = words.exist() ? FullNameWords.chance(ofGiven, ofSurname) : 0;
            for (int i = 0; i < asSurname.length && !words.exist(); i++) {
                if (asSurname[i] >= 0) {
                    one += ofGiven.frequency(i) * ofSurname.frequency(asSurname[i]);
                }
            }
            double known = known(ofGiven) * known(ofSurname);
            double half = 1 - known * known;
            return half * one + (1 - half) * one * one;
        }

        private static double known(Feature feature) {
            return (double) feature.present / Math.max(1, feature.codes.length);
        }

        /** As {@link #look}, of two records by what they say; empty for what they do not. */
        void look(String[] one, String[] other, byte[] cells) {
            if (cells[given] < goodGiven || cells[surname] < goodSurname) {
                return;
            }
            int crossings = 0;
            crossings += !one[given].isEmpty() && one[given].equals(other[surname]) ? 1 : 0;
            crossings += !other[given].isEmpty() && other[given].equals(one[surname]) ? 1 : 0;
            boolean half =
                    one[given].isEmpty()
                            || other[given].isEmpty()
                            || one[surname].isEmpty()
                            || other[surname].isEmpty();
            if (crossings == 2
                    || (crossings == 1 && half)
                    || (!half
                            && words.exist()
                            && FullNameWords.areSame(
                                    one[given], one[surname], other[given], other[surname]))) {
                cells[given] = crossed;
                cells[surname] = surnameMissing;
            }
        }

        private void look(int[] numbers, int i, int j, byte[] cells, int at) {
            if (cells[at + given] < goodGiven || cells[at + surname] < goodSurname) {
                return;
            }
            int first = numbers[i + given];
            int second = numbers[j + given];
            int firstSurname = numbers[i + surname];
            int secondSurname = numbers[j + surname];
            int crossings = 0;
            if (first >= 0 && asSurname[first] == secondSurname) {
                crossings++;
            }
            if (second >= 0 && asSurname[second] == firstSurname) {
                crossings++;
            }
            boolean half = first < 0 || second < 0 || firstSurname < 0 || secondSurname < 0;
            if (crossings == 2
                    || (crossings == 1 && half)
                    || (!half
                            && words.exist()
                            && words.areSame(first, firstSurname, second, secondSurname))) {
                cells[at + given] = crossed;
                cells[at + surname] = surnameMissing;
            }
        }
    }
}
