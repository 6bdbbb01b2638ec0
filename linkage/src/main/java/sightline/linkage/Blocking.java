package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pairs of records are compared at all: a union of equality keys. A pair is made once, by the
 * first rule whose key both records have.
 *
 * <p>Which keys: records of one person are imagined with errors as the comparisons expect them, and
 * the keys are taken that bring most of those together that no key before did, for the fewest pairs
 * in these very records.
 */
public final class Blocking {
    private static final int IMAGINED = 2000;

    /** A key of which more of the records than this would be left out brings nobody together. */
    private static final double MOST_LEFT_OUT = 0.1;

    private static final long TOO_MANY = Long.MAX_VALUE;
    private static final int SAMPLE = 16_000;
    private static final int SEEN_OF_A_BLOCK = 16;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int LEAST_GAIN = 2;
    private static final long EVERY_PAIR = 600_000;
    private static final int FEW_RECORDS = 20_000;

    private final List<BlockingRule> rules;

    private final CodeMatrix keys;

    private final double reach;

    /**
     * @param records how many records have their keys in the rules: all, or none where pairs are
     *     made elsewhere
     * @param reach how much of the imagined pairs of one person some key brings together
     */
    Blocking(List<BlockingRule> rules, int records, double reach) {
        this.reach = reach;
        this.rules = List.copyOf(rules);
        this.keys = CodeMatrix.of(rules.stream().map(r -> r.keys).toList(), records);
    }

    /** How much of the imagined pairs of one person some key brings together. */
    double reach() {
        return reach;
    }

    List<BlockingRule> rules() {
        return rules;
    }

    /** The rules, with how many pairs each has by itself and what was left out, for people. */
    public List<String> describe() {
        return rules.stream().map(Blocking::describe).toList();
    }

    private static String describe(BlockingRule rule) {
        String left =
                rule.leftOutBlocks == 0
                        ? ""
                        : "; %d keys of %d records left out as too frequent"
                                .formatted(rule.leftOutBlocks, rule.leftOutRecords);
        return rule.name + ": " + rule.pairs + " pairs" + left;
    }

    /** Whether a rule before this one also brings the two records together. */
    boolean madeBefore(int rule, int i, int j) {
        int first = keys.start(i);
        int second = keys.start(j);
        for (int r = 0; r < rule; r++) {
            int key = keys.at(first + r);
            if (key >= 0 && key == keys.at(second + r)) {
                return true;
            }
        }
        return false;
    }

    /** Writes these records' keys in the rules before this one, one record after another. */
    void layOut(int[] members, int from, int records, int rule, int[] to) {
        keys.layOut(members, from, records, rule, to);
    }

    /**
     * Of how many records one is drawn to count keys: so few that a key which the largest block may
     * have is seen many times.
     */
    static int step(int records, int block) {
        return Math.clamp(records / SAMPLE, 1, Math.max(1, block / SEEN_OF_A_BLOCK));
    }

    static BlockingPlan choose(Records records, List<Comparator> comparators, Limits limits) {
        return new Choice(records, comparators, limits).choose();
    }

    /** The keys that the settings name, in their order. */
    static BlockingPlan of(Records records, List<Comparator> comparators, Settings settings) {
        return new Choice(records, comparators, settings.limits()).given(settings.blocking());
    }

    /** The names of the parts of each key, as settings have them. */
    List<List<String>> keys() {
        return rules.stream().map(r -> r.parts).toList();
    }

    /** A key of one to three parts, with its cost and whom of the imagined it brings together. */
    private record Candidate(List<KeyPart> parts, long pairs, java.util.BitSet reached) {}

    private static final class Choice {
        private final int n;
        private final List<Comparator> comparators;
        private final List<KeyPart> parts;
        private final List<java.util.BitSet> reachedBy = new ArrayList<>();
        private final int step;
        private final Limits limits;
        private final int[] sample;

        /** For each part the keys of the sample, and how many pairs it makes by itself. */
        private final int[][] sampled;

        private final long[] alone;

        Choice(Records records, List<Comparator> comparators, Limits limits) {
            this.limits = limits;
            this.n = records.size();
            this.comparators = comparators;
            this.parts = KeyPart.of(comparators);
            this.step = step(n, limits.block());
            this.sample = sample();
            this.sampled = new int[parts.size()][];
            this.alone = new long[parts.size()];
            IntStream.range(0, sampled.length)
                    .parallel()
                    .forEach(p -> {
                        KeyPart.Keys keys = parts.get(p).keys();
                        sampled[p] = Arrays.stream(sample).map(keys::of).toArray();
                        alone[p] = pairs(new KeyTally(sample.length), p);
                    });
            imagine();
        }

        /** Some records, drawn one by one: those of one surname stand together. */
        private int[] sample() {
            return IntStream.range(0, n)
                    .filter(i -> step == 1 || unit(Estimation.mix(i)) * step < 1)
                    .toArray();
        }

        /** Draws pairs of one person and notes which parts of keys would agree. */
        private void imagine() {
            parts.forEach(p -> reachedBy.add(new java.util.BitSet(IMAGINED)));
            long state = 7;
            for (int s = 0; s < IMAGINED; s++) {
                for (int c = 0; c < comparators.size(); c++) {
                    Feature f = comparators.get(c).feature;
                    double present = (double) f.present / Math.max(1, n);
                    state = Estimation.mix(state + 1);
                    if (unit(state) >= present * present) {
                        continue;
                    }
                    state = Estimation.mix(state + 1);
                    int level = draw(comparators.get(c), unit(state));
                    state = Estimation.mix(state + 1);
                    double luck = unit(state);
                    for (int p = 0; p < parts.size(); p++) {
                        if (parts.get(p).column() == c
                                && luck < parts.get(p).agreement().get(level)) {
                            reachedBy.get(p).set(s);
                        }
                    }
                }
            }
        }

        private static double unit(long bits) {
            return (bits >>> 11) * 0x1p-53;
        }

        /** A level, with twice the errors that the comparison expects. */
        private static int draw(Comparator comparator, double at) {
            double errors = 2 * (1 - comparator.levels.getFirst().share());
            double left = at - (1 - Math.min(0.8, errors));
            if (left < 0) {
                return 0;
            }
            double scale = Math.min(0.8, errors) / (1 - comparator.levels.getFirst().share());
            for (int l = 1; l < comparator.levels.size(); l++) {
                left -= comparator.levels.get(l).share() * scale;
                if (left < 0) {
                    return l;
                }
            }
            return comparator.different();
        }

        BlockingPlan given(List<List<String>> keys) {
            return plan(keys.stream().map(this::named).toList(), 1);
        }

        private BlockingPlan plan(List<List<KeyPart>> keys, double reach) {
            return new BlockingPlan(keys, n, comparators.size(), limits, reach);
        }

        private List<KeyPart> named(List<String> key) {
            List<KeyPart> of = new ArrayList<>();
            for (String name : key) {
                of.add(
                        parts.stream()
                                .filter(p -> p.name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> noPart(name)));
            }
            return of;
        }

        private LinkageException noPart(String name) {
            return new LinkageException(
                    "Blocking: there is no part of a key called %s.%nThere are: %s."
                            .formatted(
                                    name,
                                    String.join(", ", parts.stream().map(KeyPart::name).toList())));
        }

        BlockingPlan choose() {
            long budget = limits.budget(n);
            List<Candidate> candidates = candidates(budget / 3);
            List<List<KeyPart>> chosen = new ArrayList<>();
            java.util.BitSet reached = new java.util.BitSet(IMAGINED);
            long spent = 0;
            while (chosen.size() < limits.rules()) {
                Candidate best = null;
                double bestValue = 0;
                for (Candidate candidate : candidates) {
                    if (spent + candidate.pairs > budget) {
                        continue;
                    }
                    java.util.BitSet fresh = (java.util.BitSet) candidate.reached.clone();
                    fresh.andNot(reached);
                    int gain = fresh.cardinality();
                    double value = gain / (candidate.pairs + 0.5 * n);
                    if (gain >= leastGain() && value > bestValue) {
                        best = candidate;
                        bestValue = value;
                    }
                }
                if (best == null) {
                    break;
                }
                reached.or(best.reached);
                spent += best.pairs;
                chosen.add(best.parts);
            }
            addSpare(chosen, budget - spent);
            boolean all = chosen.stream().anyMatch(List::isEmpty);
            return plan(chosen, all ? 1 : (double) reached.cardinality() / IMAGINED);
        }

        /** Where there is time left, what no imagined error called for. */
        private void addSpare(List<List<KeyPart>> rules, long budget) {
            if ((long) n * (n - 1) / 2 <= EVERY_PAIR) {
                rules.add(List.of());
                return;
            }
            if (rules.isEmpty()) {
                addWhatIsThere(rules, budget);
            }
            long left = budget;
            for (KeyPart part : parts) {
                long pairs = alone[parts.indexOf(part)];
                if (rules.size() < limits.rules()
                        && n <= FEW_RECORDS
                        && pairs > 0
                        && pairs <= left / 4) {
                    rules.add(List.of(part));
                    left -= pairs;
                }
            }
        }

        /** Where every key leaves most records out, each still brings the others together. */
        private void addWhatIsThere(List<List<KeyPart>> rules, long budget) {
            for (KeyPart part : parts) {
                List<KeyPart> key = List.of(part);
                if (rules.size() < limits.rules()
                        && plan(List.of(key), 1).rule(key).pairs <= budget / 4) {
                    rules.add(key);
                }
            }
        }

        private List<Candidate> candidates(long most) {
            return IntStream.range(0, parts.size())
                    .parallel()
                    .mapToObj(first -> candidates(first, most))
                    .flatMap(List::stream)
                    .toList();
        }

        /** The keys that begin with this part. */
        private List<Candidate> candidates(int a, long most) {
            KeyTally tally = new KeyTally(sample.length);
            List<Candidate> out = new ArrayList<>();
            offer(out, most, alone[a], a);
            for (int b = a + 1; b < parts.size(); b++) {
                if (parts.get(a).column() == parts.get(b).column() || !bringsEnough(a, b)) {
                    continue;
                }
                long two = pairs(tally, a, b);
                offer(out, most, two, a, b);
                if (two > most) {
                    for (int c = 0; c < parts.size(); c++) {
                        if (parts.get(c).column() != parts.get(a).column()
                                && parts.get(c).column() != parts.get(b).column()
                                && (c > b || alone[c] > most)
                                && bringsEnough(a, b, c)) {
                            offer(out, most, pairs(tally, a, b, c), a, b, c);
                        }
                    }
                }
            }
            return out;
        }

        /** Whether a key of these parts could ever be chosen, whatever it costs. */
        private boolean bringsEnough(int... numbers) {
            return reached(numbers).cardinality() >= leastGain();
        }

        private int leastGain() {
            return n <= FEW_RECORDS ? 1 : LEAST_GAIN;
        }

        private java.util.BitSet reached(int... numbers) {
            java.util.BitSet reached = (java.util.BitSet) reachedBy.get(numbers[0]).clone();
            for (int number : numbers) {
                reached.and(reachedBy.get(number));
            }
            return reached;
        }

        private void offer(List<Candidate> out, long most, long pairs, int... numbers) {
            if (pairs > 0 && pairs <= most) {
                List<KeyPart> of = Arrays.stream(numbers).mapToObj(parts::get).toList();
                out.add(new Candidate(of, pairs, reached(numbers)));
            }
        }

        /** How many pairs a key makes, from a sample of the records where they are many. */
        private long pairs(KeyTally tally, int... numbers) {
            tally.clear();
            for (int s = 0; s < sample.length; s++) {
                long key = 0;
                for (int number : numbers) {
                    int part = sampled[number][s];
                    key = part < 0 || key < 0 ? -1 : (key * FACTOR + part + 1) & Long.MAX_VALUE;
                }
                if (key >= 0) {
                    tally.add(key);
                }
            }
            double pairs = 0;
            long kept = 0;
            long left = 0;
            for (int number = 0; number < tally.size(); number++) {
                int count = tally.count(number);
                if ((double) count * step <= limits.block()) {
                    pairs += (double) count * (count - 1) / 2;
                    kept += count;
                } else {
                    left += count;
                }
            }
            if (left > MOST_LEFT_OUT * (kept + left)) {
                return TOO_MANY;
            }
            return (long) Math.ceil(pairs * step * step);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(rules.stream().map(r -> r.name).toArray());
    }
}
