package sightline.population;

import java.util.List;

/** A small seeded generator (SplitMix64); one is made for each thing that is decided. */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    static Draw of(long seed, long subject, long purpose) {
        return new Draw(mix(mix(mix(seed + GOLDEN) ^ subject) + purpose * GOLDEN));
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to below 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0 to below {@code bound}. */
    int below(int bound) {
        return (int) Math.floor(unit() * bound);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Exponentially distributed, with this mean. */
    double exponential(double mean) {
        return -mean * Math.log(1 - unit());
    }

    /** Near enough normal: the sum of twelve uniform numbers. */
    double normal(double mean, double deviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return mean + deviation * sum;
    }

    /** Poisson distributed; meant for small means. */
    int poisson(double mean) {
        double left = unit() - Math.exp(-mean);
        double term = Math.exp(-mean);
        int count = 0;
        while (left >= 0 && count < 40) {
            count++;
            term *= mean / count;
            left -= term;
        }
        return count;
    }
}
