package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How right clusters are for each group of records. A pair counts for a group when at least one of
 * its records is in it. Pairs of one person hang together, so the intervals are those of fewer
 * cases (Kish's number), as many as there would be if each person weighed the same.
 */
final class Fairness {
    private final int[] found;
    private final int[] truth;

    Fairness(Clusters clusters, int[] truth) {
        this.found = clusters.copy();
        this.truth = truth;
    }

    /** The figures of each group, in the order of the names; -1 is no group. */
    List<Group> groups(int[] groupOf, List<String> names) {
        List<Group> out = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            out.add(group(groupOf, g, names.get(g)));
        }
        return out;
    }

    private Group group(int[] groupOf, int group, String name) {
        boolean[] in = new boolean[groupOf.length];
        int records = 0;
        for (int i = 0; i < in.length; i++) {
            in[i] = groupOf[i] == group;
            records += in[i] ? 1 : 0;
        }
        Map<Long, long[]> both = counted(in, true, true);
        return new Group(
                name,
                records,
                rate(counted(in, true, false), both),
                rate(counted(in, false, true), both));
    }

    /** For each person, cluster or part of both: how many records, and how many in the group. */
    private Map<Long, long[]> counted(boolean[] in, boolean byTruth, boolean byFound) {
        Map<Long, long[]> counts = new HashMap<>();
        for (int i = 0; i < in.length; i++) {
            long key =
                    (byTruth ? (long) truth[i] << 32 : 0) | (byFound ? found[i] & 0xFFFFFFFFL : 0);
            long[] count = counts.computeIfAbsent(key, k -> new long[2]);
            count[0]++;
            count[1] += in[i] ? 1 : 0;
        }
        return counts;
    }

    private static Rate rate(Map<Long, long[]> whole, Map<Long, long[]> both) {
        long part = both.values().stream().mapToLong(Fairness::pairs).sum();
        long of = 0;
        double squares = 0;
        for (long[] count : whole.values()) {
            long pairs = pairs(count);
            of += pairs;
            squares += (double) pairs * pairs;
        }
        return Rate.of(part, of, squares == 0 ? 0 : (double) of * of / squares);
    }

    private static long pairs(long[] count) {
        long all = count[0] * (count[0] - 1) / 2;
        long rest = count[0] - count[1];
        return all - rest * (rest - 1) / 2;
    }

    /** How much of a record is there, as groups: everything, one value missing, more. */
    static int[] completeness(int[] missing) {
        return Arrays.stream(missing).map(m -> Math.min(m, 2)).toArray();
    }
}
