package sightline.linkage;

import sightline.linkage.Population.Habit;
import sightline.linkage.text.Similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Learns a {@link Model} without labels.
 *
 * <p>How often strangers agree is counted: equality from the frequencies of the values, the other
 * levels on pairs drawn at random. The other habits are learnt by expectation-maximisation over a
 * sample of each blocking rule's pairs. What a rule's key is made of says nothing within that
 * rule's pairs and is left out there; habits are common to all rules, the mix of kinds is each
 * rule's own, and begins with what the rules together say: a rule that then has hardly a pair of
 * one person never gets a mix of its own. The shares of the kinds among all pairs are found on the
 * union of all rules, where the number of strangers is known. Twins are told apart while learning,
 * so that one person's forename is not learnt to be another's now and then; as a kind to be
 * expected they would cost more true pairs than they save.
 */
final class Estimation {
    private static final int RANDOM_PAIRS = 80_000;
    private static final int PAIRS_A_RULE = 4_000;
    private static final int ROUNDS = 18;
    private static final int SHARE_ROUNDS = 40;
    private static final int SHARE_ROUNDS_BETWEEN = 3;

    /** Rounds in which no rule has a mix of kinds of its own yet. */
    private static final int FIRST_ROUNDS = 3;

    /** A kind of which nothing is found is still possible. */
    private static final double LEAST_PAIRS = 1e-3;

    /** A date of birth is the same for life: what differs outright is another person's. */
    private static final double OTHER_BIRTH = 0.05;

    private static final double STILL = 0.002;
    private static final double MORE_ERRORS = 5;
    private static final double TELLING = 4;
    private static final double SHARED_BY_PEOPLE = 0.04;
    private static final int LATER_ROUNDS = 7;
    private static final double ALIKE_BY = 6;
    private static final double MOST_ALIKE = 30;
    private static final double LEAST_LEFT = 0.05;
    private static final double LEAST_EQUAL = 0.3;
    private static final double MOST_MOVED = 3;
    private static final double MOSTLY_OWN = 0.2;
    private static final int MOST_OF_ONE = 50;

    /** Nothing is known but the place: then what differs outright is another one. */
    private static final double OTHER_PLACE = 0.1;

    private static final int MANY_OF_A_PLACE = 20;
    private static final double PLACED_FROM = 0.15;
    private static final double PLACED_TIMES = 3;
    private static final double COMMON_TIMES = 1.7;
    private static final int PLACES_SEEN = 5_000;
    private static final int SHARING_LOOKED_AT = 200_000;
    private static final int SHARING_ENOUGH = 40;
    private static final double SHARED_OFTEN = 0.2;

    /**
     * Nothing is known but one line of text, so that no other column tells how alike one thing's
     * are: where they are to be found at all, they are said in many ways.
     */
    private static final double[] TEXT_ALONE = {.1, .15, .3, .25, .1, .1};

    private static final int K = Population.COUNT;

    private final Records records;
    private final List<Comparator> comparators;
    private final PairCells pairCells;
    private final PairCells.Crossing crossing;
    private final PairSource pairs;
    private final int columns;
    private final double[][] chance;
    private final double[][] massOnce;
    private final double[][] massTwice;
    private final double[] collision;
    private final double[][][] habits;
    private final double[][][] opinions;
    private final double[][] probability;
    private final int[][] habitOf;

    /** Which columns that are a person's own hold what families have in common here. */
    private final boolean[] shared;

    /** Which columns of which nothing is known go with where one lives. */
    private final boolean[] placed;

    /** What the names of strangers have to do with each other, where it is much. */
    private final Optional<Communities> communities;

    /** Which columns go with the communities that names tell of. */
    private final boolean[] ofCommunity;

    /** Whether the records tell of places and nothing else. */
    private final boolean placesAlone;

    private final List<PairSample> samples = new ArrayList<>();

    Estimation(
            Records records,
            List<Comparator> comparators,
            PairCells.Crossing crossing,
            CodeMatrix codes,
            PairSource pairs) {
        this.records = records;
        this.comparators = comparators;
        this.crossing = crossing;
        this.pairs = pairs;
        this.pairCells = new PairCells(comparators, crossing, codes);
        this.columns = comparators.size();
        this.chance = new double[columns][];
        this.massOnce = new double[columns][Feature.BUCKETS];
        this.massTwice = new double[columns][Feature.BUCKETS];
        this.collision = new double[columns];
        this.habits = new double[columns][Habit.COUNT][];
        this.opinions = new double[columns][Habit.COUNT][];
        this.probability = new double[columns][];
        this.habitOf = new int[columns][K];
        this.shared = new boolean[columns];
        this.placed = new boolean[columns];
        this.communities = Communities.of(comparators);
        this.ofCommunity = new boolean[columns];
        this.placesAlone =
                comparators.stream()
                        .map(x -> x.feature.kind.sharing())
                        .allMatch(s -> s == FieldKind.Sharing.HOME || s == FieldKind.Sharing.AREA);
        for (int c = 0; c < columns; c++) {
            shared[c] = isShared(c);
            placed[c] = isPlaced(c);
            ofCommunity[c] = communities.isPresent() && isOfCommunity(c);
            probability[c] = new double[comparators.get(c).cells() * K];
            for (Population kind : Population.values()) {
                habitOf[c][kind.index] = habitOf(kind, c).index;
            }
        }
    }

    Model learn() {
        countChance();
        for (int c = 0; c < columns; c++) {
            begin(c);
            fill(c);
        }
        draw();
        double[] share = beginning();
        for (int round = 0; round < ROUNDS; round++) {
            share = shares(share, SHARE_ROUNDS_BETWEEN);
            maximise(share, round < FIRST_ROUNDS);
        }
        share = shares(share, SHARE_ROUNDS);
        takeOutOnePerson(share);
        for (int round = 0; round < LATER_ROUNDS; round++) {
            share = shares(share, SHARE_ROUNDS_BETWEEN);
            maximise(share, false);
        }
        return new Model(comparators, shares(share, SHARE_ROUNDS), probability);
    }

    private void draw() {
        double[] mix = new double[K];
        for (Population kind : Population.values()) {
            mix[kind.index] = exists(kind) ? 1 : 0;
        }
        mix[Population.STRANGERS.index] = 4;
        mix[Population.SAME.index] = 2;
        mix[Population.GARBLED.index] = 0.3;
        normalise(mix);
        samples.addAll(pairs.samples(PAIRS_A_RULE, mix));
    }

    /**
     * What was counted as chance held the pairs of one person too; where people have many records
     * that is most of it.
     */
    private void takeOutOnePerson(double[] share) {
        double onePerson = 0;
        for (Population kind : Population.values()) {
            onePerson += kind.isOnePerson() ? share[kind.index] : 0;
        }
        for (int c = 0; c < columns; c++) {
            double[] kept = habits[c][Habit.KEPT.index];
            double sum = 0;
            for (int b = 0; b < Feature.BUCKETS; b++) {
                massTwice[c][b] = without(massTwice[c][b], onePerson * kept[0] * massOnce[c][b]);
                sum += massTwice[c][b];
            }
            collision[c] = Math.max(sum, 1e-12);
            chance[c][0] = collision[c];
            for (int l = 1; l < kept.length; l++) {
                chance[c][l] = without(chance[c][l], onePerson * kept[l]);
            }
            normalise(chance[c]);
            habits[c][Habit.CHANCE.index] = chance[c].clone();
            fill(c);
        }
    }

    private static double without(double whole, double part) {
        return Math.max(LEAST_LEFT * whole, whole - part);
    }

    private void countChance() {
        for (int c = 0; c < columns; c++) {
            Feature f = comparators.get(c).feature;
            boolean own = isOnesOwn(c);
            for (int v = 0; v < f.counts.length; v++) {
                double share = f.frequency(v);
                double byChance = own && f.counts[v] <= MOST_OF_ONE ? LEAST_LEFT : 1;
                massOnce[c][f.bucket[v]] += share;
                massTwice[c][f.bucket[v]] += byChance * share * share;
                collision[c] += byChance * share * share;
            }
            chance[c] = new double[comparators.get(c).levels.size()];
        }
        long n = Math.max(1, records.size());
        byte[] cells = new byte[columns];
        long state = 42;
        double[] seen = new double[columns];
        for (int p = 0; p < RANDOM_PAIRS; p++) {
            state = mix(state + p);
            int i = (int) Long.remainderUnsigned(state, n);
            state = mix(state);
            int j = (int) Long.remainderUnsigned(state, n);
            if (i == j) {
                continue;
            }
            pairCells.compare(Math.min(i, j), Math.max(i, j), cells);
            for (int c = 0; c < columns; c++) {
                if (cells[c] != comparators.get(c).missing()) {
                    chance[c][Comparator.level(cells[c])]++;
                    seen[c]++;
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            int levels = chance[c].length;
            double rest = 0;
            for (int l = 1; l < levels; l++) {
                chance[c][l] = (chance[c][l] + 0.5) / (seen[c] + 0.5 * levels);
                chance[c][l] *= isLineAlone() && l <= TextComparator.MOST ? LEAST_LEFT : 1;
                rest += chance[c][l];
            }
            chance[c][0] = Math.max(collision[c], 1e-9);
            for (int l = 1; l < levels; l++) {
                chance[c][l] *= (1 - chance[c][0]) / rest;
            }
            if (crossing.exists() && c == crossing.given()) {
                int crossed = comparators.get(c).crossed();
                chance[c][crossed] = Math.max(crossing.chance(comparators), 1e-6);
            }
        }
    }

    /**
     * Whether the values were given out one by one: strangers do not have one in common by chance,
     * so that records that do are hardly strangers. What very many have is no such value.
     */
    private boolean isOnesOwn(int c) {
        Feature f = comparators.get(c).feature;
        boolean family = exists(Population.RENAMED);
        boolean given =
                switch (f.kind) {
                    case IDENTIFIER -> true;
                    case EMAIL -> !shared[c];
                    case PHONE, UPRN -> !family;
                    case TEXT -> Titles.isTitle(f, comparators);
                    default -> false;
                };
        return given && f.text.length > MOSTLY_OWN * f.present;
    }

    /**
     * Whether a column that should be a person's own is often a whole family's, such as an address
     * of e-mail or a father's name: too many of those who have the value in common, and of names
     * the surname with it, have forenames that are wholly different, and chance does not explain
     * it.
     */
    private boolean isShared(int c) {
        Feature own = comparators.get(c).feature;
        Optional<Comparator> given = columnOf(FieldKind.GIVEN_NAME);
        Optional<Comparator> surname = columnOf(FieldKind.SURNAME);
        boolean name = own.kind == FieldKind.MIDDLE_NAME && surname.isPresent();
        if (given.isEmpty() || !(name || own.kind == FieldKind.EMAIL)) {
            return false;
        }
        int[] families = name ? surname.get().feature.codes : own.codes;
        int step = Math.max(1, own.present / SHARING_LOOKED_AT);
        double all = (double) own.present * (own.present - 1) / 2 / step;
        double byChance = name ? all * own.collision() * surname.get().feature.collision() : 0;
        KeyIndex keys = new KeyIndex(1024);
        int[] last = new int[1024];
        int seen = 0;
        int others = 0;
        for (int i = 0; i < own.codes.length; i++) {
            if (own.codes[i] < 0
                    || families[i] < 0
                    || given.get().feature.codes[i] < 0
                    || Long.remainderUnsigned(mix(own.codes[i]), step) != 0) {
                continue;
            }
            int key = keys.number(own.codes[i], families[i]);
            if (key >= last.length) {
                last = Arrays.copyOf(last, Math.multiplyExact(key, 2));
            }
            int before = last[key] - 1;
            last[key] = i + 1;
            if (before >= 0) {
                seen++;
                others += areOthers(given.get(), before, i) ? 1 : 0;
            }
        }
        return seen >= SHARING_ENOUGH && others - byChance > SHARED_OFTEN * seen;
    }

    private Optional<Comparator> columnOf(FieldKind kind) {
        return comparators.stream().filter(x -> x.feature.kind == kind).findFirst();
    }

    private static boolean areOthers(Comparator given, int i, int j) {
        int x = given.feature.codes[i];
        int y = given.feature.codes[j];
        return x != y
                && given.isOutright(
                        given.compare(Math.min(x, y), Math.max(x, y), new Similarity()));
    }

    /**
     * Whether a column such as degrees of latitude goes with the place: where records drawn at
     * random have a town or the like in common, which many records have, it is mostly alike too.
     */
    private boolean isPlaced(int c) {
        if (comparators.get(c).feature.kind.sharing() != FieldKind.Sharing.NONE) {
            return false;
        }
        double alike = alikeWithin(c, new int[records.size()]);
        return comparators.stream()
                .filter(x -> x.feature.kind.sharing() == FieldKind.Sharing.AREA)
                .filter(x -> x.feature.collision() * records.size() > MANY_OF_A_PLACE)
                .anyMatch(
                        x -> alikeWithin(c, x.feature.codes) > PLACED_FROM + PLACED_TIMES * alike);
    }

    /** Whether a column is a name, or as a nationality does goes with names. */
    private boolean isOfCommunity(int c) {
        FieldKind kind = comparators.get(c).feature.kind;
        if (kind.sharing() != FieldKind.Sharing.NONE || placed[c]) {
            return kind == FieldKind.GIVEN_NAME || kind == FieldKind.SURNAME;
        }
        double alike = alikeWithin(c, new int[records.size()]);
        return columnOf(FieldKind.SURNAME)
                .filter(x -> x.feature.collision() * records.size() > MANY_OF_A_PLACE)
                .filter(x -> alikeWithin(c, x.feature.codes) > COMMON_TIMES * alike)
                .isPresent();
    }

    /** How often the column is alike in two records, drawn by lot, that are of one group. */
    private double alikeWithin(int c, int[] groupOf) {
        Comparator column = comparators.get(c);
        Similarity similarity = new Similarity();
        int[] last = new int[Arrays.stream(groupOf).max().orElse(0) + 1];
        int n = records.size();
        int seen = 0;
        int alike = 0;
        for (long draw = 0; draw < 2L * PLACES_SEEN && n > 0 && last.length > 0; draw++) {
            int i = (int) Long.remainderUnsigned(mix(draw), n);
            if (groupOf[i] < 0 || column.feature.codes[i] < 0) {
                continue;
            }
            int j = last[groupOf[i]] - 1;
            last[groupOf[i]] = i + 1;
            if (j < 0 || i == j) {
                continue;
            }
            int x = column.feature.codes[i];
            int y = column.feature.codes[j];
            seen++;
            boolean outright =
                    x != y
                            && column.isOutright(
                                    column.compare(Math.min(x, y), Math.max(x, y), similarity));
            alike += outright ? 0 : 1;
        }
        return seen < SHARING_ENOUGH ? 0 : (double) alike / seen;
    }

    private FieldKind.Sharing sharing(int c) {
        if (placed[c]) {
            return FieldKind.Sharing.AREA;
        }
        return shared[c] ? FieldKind.Sharing.HOME : comparators.get(c).feature.kind.sharing();
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The habits before anything is learnt. */
    private void begin(int c) {
        Comparator comparator = comparators.get(c);
        double[] kept = expected(comparator.levels, isLineAlone());
        if (isMeasured(c)) {
            double alike = (kept[0] + kept[1]) / 2;
            kept[0] = alike;
            kept[1] = alike;
        }
        normalise(kept);
        double[] u = chance[c];
        habits[c][Habit.CHANCE.index] = u.clone();
        habits[c][Habit.KEPT.index] = kept;
        habits[c][Habit.CHANGED.index] = blend(kept, 0.05, u, 0.95);
        habits[c][Habit.NEAR.index] = blend(kept, 0.7, u, 0.3);
        habits[c][Habit.GARBLED.index] = garbled(c, kept);
        habits[c][Habit.ALIKE.index] = alike(c, timesAlike(c, ALIKE_BY));
        double common =
                switch (sharing(c)) {
                    case PERSON -> 0.02;
                    case FAMILY -> 0.75;
                    case HOME -> 0.85;
                    case AREA -> 0.95;
                    case ORIGIN -> 0.4;
                    case NONE -> 0.3;
                };
        habits[c][Habit.HOUSEHOLD.index] = blend(kept, common, u, 1 - common);
        for (int h = 0; h < Habit.COUNT; h++) {
            opinions[c][h] = habits[c][h].clone();
        }
    }

    /**
     * How often one thing's values are at each level; where somebody wrote it, as it is written.
     */
    static double[] expected(List<Level> levels, boolean lineAlone) {
        return lineAlone && levels.equals(Levels.TEXT)
                ? TEXT_ALONE.clone()
                : levels.stream().mapToDouble(Level::share).toArray();
    }

    /** Whether nothing is known but one line of text. */
    private boolean isLineAlone() {
        return columns == 1 && comparators.getFirst().feature.kind == FieldKind.TEXT;
    }

    /** How much more often two namesakes have a value in common: counted, where it could be. */
    private double timesAlike(int c, double otherwise) {
        if (!ofCommunity[c] || communities.isEmpty()) {
            return otherwise;
        }
        return switch (comparators.get(c).feature.kind) {
            case GIVEN_NAME -> communities.get().given();
            case SURNAME -> communities.get().surname();
            default -> communities.get().beside();
        };
    }

    /** Equal more often than by chance, in proportion to how frequent a value is. */
    private double[] alike(int c, double times) {
        double[] out = chance[c].clone();
        out[0] = Math.min(Communities.MOST_EQUAL, out[0] * times);
        normalise(out);
        return out;
    }

    /** Whether a column holds measures, which taken twice are next to each other and not equal. */
    private boolean isMeasured(int c) {
        return comparators.get(c) instanceof NumberComparator number && number.isMeasured();
    }

    /** One person in two bad records errs as others do, only more often. */
    private double[] garbled(int c, double[] kept) {
        double[] garbled = kept.clone();
        for (int l = isMeasured(c) ? 2 : 1; l < garbled.length; l++) {
            garbled[l] *= MORE_ERRORS;
        }
        normalise(garbled);
        return garbled;
    }

    private static double[] blend(double[] a, double shareA, double[] b, double shareB) {
        double[] out = new double[a.length];
        for (int l = 0; l < a.length; l++) {
            out[l] = a[l] * shareA + b[l] * shareB;
        }
        normalise(out);
        return out;
    }

    private static void normalise(double[] p) {
        double sum = 0;
        for (double x : p) {
            sum += x;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
    }

    /** Writes the probabilities of the cells from the habits. */
    private void fill(int c) {
        Comparator comparator = comparators.get(c);
        double[] table = probability[c];
        for (Population kind : Population.values()) {
            int k = kind.index;
            double[] p = habits[c][habitOf(kind, c).index];
            double u = Math.max(collision[c], 1e-12);
            boolean alike = habitOf[c][k] == Habit.ALIKE.index;
            double cause = alike ? 0 : Math.max(0, (p[0] - u) / Math.max(1e-9, 1 - u));
            double byChance = alike ? p[0] / u : Math.min(1, p[0] / u) * (1 - cause);
            for (int b = 0; b < Feature.BUCKETS; b++) {
                table[b * K + k] =
                        Math.max(1e-15, cause * massOnce[c][b] + byChance * massTwice[c][b]);
            }
            for (int l = 1; l < p.length; l++) {
                table[Comparator.cell(l) * K + k] = Math.max(1e-12, p[l]);
            }
            table[comparator.missing() * K + k] = 1;
        }
    }

    private Habit habitOf(Population kind, int c) {
        FieldKind own = comparators.get(c).feature.kind;
        boolean origin = ofCommunity[c] && !own.isName();
        return kind.habit(placed[c] ? FieldKind.TOWN : origin ? FieldKind.BIRTH_PLACE : own);
    }

    private void maximise(double[] share, boolean asWhole) {
        int[] missing = comparators.stream().mapToInt(Comparator::missing).toArray();
        double[][] counts = emptyCounts();
        samples.parallelStream()
                .filter(PairSample::isSelective)
                .map(sample -> {
                    double[][] own = emptyCounts();
                    sample.expect(probability, missing, own, share, asWhole);
                    return own;
                })
                .forEachOrdered(own -> add(own, counts));
        for (int c = 0; c < columns; c++) {
            for (Habit habit : Habit.values()) {
                if (habit != Habit.CHANCE && habit != Habit.GARBLED) {
                    update(c, habit, countsOf(c, habit, counts[c]));
                }
            }
            habits[c][Habit.GARBLED.index] = garbled(c, habits[c][Habit.KEPT.index]);
            fill(c);
        }
    }

    private double[][] emptyCounts() {
        double[][] counts = new double[columns][];
        Arrays.setAll(counts, c -> new double[chance[c].length * K]);
        return counts;
    }

    private static void add(double[][] own, double[][] to) {
        for (int c = 0; c < to.length; c++) {
            for (int i = 0; i < to[c].length; i++) {
                to[c][i] += own[c][i];
            }
        }
    }

    private double[] countsOf(int c, Habit habit, double[] byKind) {
        double[] counts = new double[chance[c].length];
        for (int k = 0; k < K; k++) {
            if (habitOf[c][k] == habit.index) {
                for (int l = 0; l < counts.length; l++) {
                    counts[l] += byKind[l * K + k];
                }
            }
        }
        return counts;
    }

    private void update(int c, Habit habit, double[] counts) {
        double[] now = habits[c][habit.index];
        double[] opinion = opinions[c][habit.index];
        double strength =
                switch (habit) {
                    case CHANCE, KEPT, GARBLED -> 20;
                    case CHANGED -> 100;
                    case HOUSEHOLD, NEAR, ALIKE -> 50;
                };
        double[] next = new double[now.length];
        for (int l = 0; l < now.length; l++) {
            next[l] = counts[l] + strength * opinion[l];
        }
        normalise(next);
        switch (habit) {
            case HOUSEHOLD -> hold(c, next);
            case KEPT -> {
                keep(c, next);
                keepEqual(next, opinion[0], comparators.get(c).feature.kind == FieldKind.NUMBER);
            }
            case ALIKE -> {
                double times = next[0] / chance[c][0];
                next = alike(c, timesAlike(c, Math.clamp(times, 1, MOST_ALIKE)));
            }
            case CHANCE, CHANGED, NEAR, GARBLED -> {}
        }
        habits[c][habit.index] = next;
    }

    /**
     * One person's records seldom disagree outright; without this bound a household could be learnt
     * to be one person.
     */
    private void keep(int c, double[] p) {
        FieldKind kind = comparators.get(c).feature.kind;
        double bound =
                switch (sharing(c)) {
                    case PERSON -> kind == FieldKind.BIRTH_DATE ? OTHER_BIRTH : 0.18;
                    case FAMILY -> 0.18;
                    case HOME, AREA -> placesAlone ? OTHER_PLACE : 0.35;
                    case ORIGIN, NONE -> 0.5;
                };
        double against = 0;
        for (int l = 1; l < p.length; l++) {
            against += p[l] < TELLING * chance[c][l] ? p[l] : 0;
        }
        if (against <= bound) {
            return;
        }
        for (int l = 0; l < p.length; l++) {
            boolean speaksAgainst = l > 0 && p[l] < TELLING * chance[c][l];
            p[l] *= speaksAgainst ? bound / against : (1 - bound) / (1 - against);
        }
    }

    /**
     * Not even bad records of one person are mostly unequal: what is learnt so is another kind.
     * Measures are seldom taken twice alike: all levels but the last, on which they are wholly
     * other, are as good as equal, and are raised together. All probabilities are above 0.
     */
    static void keepEqual(double[] p, double expected, boolean measure) {
        double least = LEAST_EQUAL * expected;
        int levels = measure ? p.length - 1 : 1;
        double alike = 0;
        for (int l = 0; l < levels; l++) {
            alike += p[l];
        }
        if (alike >= least) {
            return;
        }
        for (int l = 0; l < p.length; l++) {
            p[l] *= l < levels ? least / alike : (1 - least) / (1 - alike);
        }
    }

    /**
     * Two people of one household share a birthday or a forename now and then, and an identifier by
     * mistake: without this bound the kind could be learnt to mean one person.
     */
    private void hold(int c, double[] p) {
        FieldKind kind = comparators.get(c).feature.kind;
        if (sharing(c) != FieldKind.Sharing.PERSON || kind == FieldKind.SEX) {
            return;
        }
        double[] kept = habits[c][Habit.KEPT.index];
        double telling = 0;
        double expected = 0;
        for (int l = 0; l < p.length; l++) {
            if (kept[l] > TELLING * chance[c][l]) {
                telling += p[l];
                expected += SHARED_BY_PEOPLE * kept[l] + chance[c][l];
            }
        }
        if (telling <= expected) {
            return;
        }
        for (int l = 0; l < p.length; l++) {
            boolean tells = kept[l] > TELLING * chance[c][l];
            p[l] *= tells ? expected / telling : (1 - expected) / (1 - telling);
        }
    }

    /** The kinds that the columns at hand can tell apart. */
    private boolean exists(Population kind) {
        boolean place = false;
        boolean family = false;
        boolean area = false;
        boolean born = false;
        boolean given = false;
        boolean person = false;
        boolean lasting = false;
        for (Comparator comparator : comparators) {
            person |= isOfPeople(comparator.feature.kind);
            born |= comparator.feature.kind == FieldKind.BIRTH_DATE;
            given |= comparator.feature.kind == FieldKind.GIVEN_NAME;
            switch (comparator.feature.kind.sharing()) {
                case HOME -> place = true;
                case AREA -> {
                    place = true;
                    area = true;
                }
                case FAMILY -> family = true;
                case PERSON, ORIGIN, NONE -> lasting = true;
            }
        }
        return switch (kind) {
            case STRANGERS, SAME, GARBLED -> true;
            case NEIGHBOURS -> area;
            case NAMESAKES -> family;
            case HOUSEHOLD -> (place && person) || family;
            case TWINS -> family && born && given;
            case MOVED -> place && (lasting || family) && !tellsPlaces();
            case RENAMED -> family && (lasting || place);
            case MOVED_AND_RENAMED -> place && family && lasting;
        };
    }

    /** Things that have degrees of latitude and longitude, and are not people, stay there. */
    private boolean tellsPlaces() {
        int degrees = 0;
        for (int c = 0; c < columns; c++) {
            degrees += placed[c] && isMeasured(c) ? 1 : 0;
        }
        return degrees >= 2 && comparators.stream().noneMatch(x -> isOfPeople(x.feature.kind));
    }

    /** Things that have one address are not members of one household. */
    private static boolean isOfPeople(FieldKind kind) {
        return switch (kind) {
            case GIVEN_NAME, SEX, EMAIL -> true;
            default -> false;
        };
    }

    private double[] beginning() {
        double[] share = new double[K];
        for (Population kind : Population.values()) {
            share[kind.index] = exists(kind) ? 1.0 / records.size() : 0;
        }
        share[Population.STRANGERS.index] = 1;
        communities.ifPresent(many -> share[Population.NAMESAKES.index] = many.share());
        return share;
    }

    /**
     * Where nobody stands twice, neighbours could be learnt to be people who changed their names.
     */
    private static void mostKeepTheirNames(double[] found) {
        int moved = Population.MOVED.index;
        int renamed = Population.RENAMED.index;
        int both = Population.MOVED_AND_RENAMED.index;
        double kept = found[Population.SAME.index] + found[Population.GARBLED.index];
        found[moved] = Math.min(found[moved], MOST_MOVED * kept);
        found[renamed] = Math.min(found[renamed], kept + found[moved]);
        found[both] = Math.min(found[both], found[moved] + found[renamed]);
    }

    /** The shares of the kinds among all pairs, found where all rules' pairs are counted once. */
    private double[] shares(double[] from, int rounds) {
        double all = (double) records.size() * (records.size() - 1) / 2;
        double[] share = from;
        for (int round = 0; round < rounds; round++) {
            double[] found = new double[K];
            Model model = new Model(comparators, share, probability);
            samples.parallelStream()
                    .map(sample -> sample.once(model))
                    .forEachOrdered(own -> {
                        for (int k = 0; k < K; k++) {
                            found[k] += own[k];
                        }
                    });
            mostKeepTheirNames(found);
            double[] next = new double[K];
            double moved = 0;
            for (Population kind : Population.values()) {
                double pairs = Math.max(found[kind.index], LEAST_PAIRS);
                if (kind == Population.TWINS) {
                    pairs = LEAST_PAIRS;
                }
                if (kind == Population.NAMESAKES && communities.isPresent()) {
                    pairs = communities.get().share() * all;
                }
                next[kind.index] = exists(kind) ? pairs / all : 0;
                moved += Math.abs(next[kind.index] - share[kind.index]) * all;
            }
            next[Population.STRANGERS.index] = 1;
            moved -= Math.abs(found[0] / all - share[0]) * all;
            share = next;
            if (moved < STILL * Math.max(1, found[Population.SAME.index])) {
                break;
            }
        }
        return share;
    }
}
