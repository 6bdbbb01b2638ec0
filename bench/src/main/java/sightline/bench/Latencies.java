package sightline.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, and what they come to. Safe for several threads. */
final class Latencies {
    private static final double MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long value) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = Math.max(0, value);
    }

    synchronized int size() {
        return size;
    }

    /** The smallest time that this share of all stayed within, in milliseconds; NaN of none. */
    synchronized double millis(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(share * size) - 1;
        return sorted[Math.clamp(at, 0, size - 1)] / MILLI;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, longest %.1f ms, of %d",
                millis(0.5),
                millis(0.99),
                millis(1),
                size());
    }
}
