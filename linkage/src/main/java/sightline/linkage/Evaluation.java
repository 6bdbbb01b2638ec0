package sightline.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How right clusters are where the truth is known. All true pairs count, whether or not blocking
 * ever brought them together.
 *
 * @param truePositive pairs that are together and ought to be
 * @param falsePositive pairs that are together and ought not to be
 * @param falseNegative pairs that ought to be together and are not
 * @param cubedPrecision B-cubed precision: of a record's cluster, the share that belongs to it
 * @param cubedRecall B-cubed recall: of what belongs to a record, the share in its cluster
 */
public record Evaluation(
        long truePositive,
        long falsePositive,
        long falseNegative,
        double cubedPrecision,
        double cubedRecall) {

    /** Compares with the truth: the person of each record, any equal numbers meaning one person. */
    public static Evaluation of(Clusters clusters, int[] truth) {
        return of(clusters, truth, new int[truth.length], false);
    }

    /** As {@link #of}, counting only pairs whose records come from different sources. */
    public static Evaluation acrossSources(Clusters clusters, int[] truth, int[] source) {
        return of(clusters, truth, source, true);
    }

    private static Evaluation of(Clusters clusters, int[] truth, int[] source, boolean across) {
        int n = truth.length;
        int[] found = clusters.copy();
        Map<Long, int[]> both = new HashMap<>();
        Map<Integer, int[]> person = new HashMap<>();
        Map<Integer, int[]> cluster = new HashMap<>();
        int sources = Arrays.stream(source).max().orElse(0) + 1;
        for (int i = 0; i < n; i++) {
            both.computeIfAbsent(key(truth[i], found[i]), k -> new int[sources])[source[i]]++;
            person.computeIfAbsent(truth[i], k -> new int[sources])[source[i]]++;
            cluster.computeIfAbsent(found[i], k -> new int[sources])[source[i]]++;
        }
        long tp = both.values().stream().mapToLong(c -> pairs(c, across)).sum();
        long made = cluster.values().stream().mapToLong(c -> pairs(c, across)).sum();
        long real = person.values().stream().mapToLong(c -> pairs(c, across)).sum();
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < n; i++) {
            double common = sum(both.getOrDefault(key(truth[i], found[i]), new int[sources]));
            precision += common / sum(cluster.getOrDefault(found[i], new int[sources]));
            recall += common / sum(person.getOrDefault(truth[i], new int[sources]));
        }
        return new Evaluation(
                tp, made - tp, real - tp, precision / Math.max(1, n), recall / Math.max(1, n));
    }

    private static long key(int a, int b) {
        return (long) a << 32 | (b & 0xFFFFFFFFL);
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static long pairs(int[] counts, boolean across) {
        long all = sum(counts);
        long pairs = all * (all - 1) / 2;
        if (across) {
            for (int count : counts) {
                pairs -= (long) count * (count - 1) / 2;
            }
        }
        return pairs;
    }

    /** The share of pairs together that ought to be. */
    public double precision() {
        return share(truePositive, truePositive + falsePositive);
    }

    /** The share of pairs that ought to be together that are. */
    public double recall() {
        return share(truePositive, truePositive + falseNegative);
    }

    /** The harmonic mean of precision and recall of pairs. */
    public double f1() {
        return share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
    }

    /** The harmonic mean of B-cubed precision and recall. */
    public double cubed() {
        return cubedPrecision + cubedRecall == 0
                ? 0
                : 2 * cubedPrecision * cubedRecall / (cubedPrecision + cubedRecall);
    }

    private static double share(long part, long of) {
        return of == 0 ? 1 : (double) part / of;
    }
}
