package sightline.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which keys bring records together, before any record has been looked up by them.
 *
 * @param keys each key's parts; none for every pair
 * @param records how many records there are
 * @param columns how many columns are compared
 * @param limits how large a block may be
 * @param reach how much of the imagined pairs of one person some key brings together
 */
record BlockingPlan(
        List<List<KeyPart>> keys, int records, int columns, Limits limits, double reach) {
    BlockingPlan {
        keys = keys.stream().map(List::copyOf).toList();
    }

    /** The keys looked up in this process. */
    Blocking here() {
        return new Blocking(keys.parallelStream().map(this::rule).toList(), records, reach);
    }

    /** The keys as they were counted elsewhere; no pair can be looked up. */
    Blocking counted(List<RuleCount> counts) {
        return new Blocking(
                IntStream.range(0, keys.size())
                        .mapToObj(r -> new BlockingRule(names(r), involved(r), counts.get(r)))
                        .toList(),
                0,
                reach);
    }

    /** The names of a key's parts. */
    List<String> names(int rule) {
        return keys.get(rule).stream().map(KeyPart::name).toList();
    }

    /** The most records that one key may bring together. */
    int limit(int rule) {
        return keys.get(rule).isEmpty() ? records : limits.block();
    }

    private boolean[] involved(int rule) {
        return involved(keys.get(rule));
    }

    private boolean[] involved(List<KeyPart> of) {
        boolean[] involved = new boolean[columns];
        of.forEach(part -> involved[part.column()] = true);
        return involved;
    }

    BlockingRule rule(List<KeyPart> of) {
        if (of.isEmpty()) {
            return new BlockingRule(List.of(), new int[records], 1, records, involved(of));
        }
        List<String> names = new ArrayList<>();
        of.forEach(part -> names.add(part.name()));
        if (of.size() == 1) {
            KeyPart alone = of.getFirst();
            int[] keys = new int[records];
            for (int i = 0; i < records; i++) {
                keys[i] = alone.keys().of(i);
            }
            return new BlockingRule(names, keys, alone.distinct(), limits.block(), involved(of));
        }
        KeyGroups groups = new KeyGroups(of, records);
        return new BlockingRule(
                names, groups.groups(), groups.size(), limits.block(), involved(of));
    }

    /** Two parts of a key of three in one number, which seldom is that of two others. */
    static int mixed(int key, int other) {
        return (int) (Estimation.mix((long) key << 32 | other) >>> 33);
    }
}
