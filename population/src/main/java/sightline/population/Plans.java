package sightline.population;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is due to happen, by week; packed into numbers that sort in order of time. */
final class Plans {

    static final int WEEK_DAYS = 7;
    private static final long WEEK_SECONDS = WEEK_DAYS * 86_400L;
    private static final int ARGUMENT_MAX = 63;

    private final long start;
    private final long end;
    private final Map<Integer, Week> weeks = new HashMap<>();

    Plans(long startSecond, long endSecond) {
        start = startSecond;
        end = endSecond;
    }

    /** Plans something; what is before the start or after the end is left out. */
    void add(long second, Happening happening, int argument, Someone person) {
        if (second < start || second >= end) {
            return;
        }
        int week = (int) ((second - start) / WEEK_SECONDS);
        long within = (second - start) % WEEK_SECONDS;
        long packed =
                (within << 43)
                        | ((long) happening.code() << 37)
                        | ((long) Math.min(argument, ARGUMENT_MAX) << 31)
                        | person.id;
        weeks.computeIfAbsent(week, w -> new Week()).add(packed);
    }

    /** The week's plans in order; they are then forgotten. */
    long[] take(int week) {
        Week taken = weeks.remove(week);
        return taken == null ? new long[0] : taken.sorted();
    }

    static long second(long packed) {
        return packed >>> 43;
    }

    static Happening happening(long packed) {
        return Happening.of((int) (packed >>> 37 & 63));
    }

    static int argument(long packed) {
        return (int) (packed >>> 31 & ARGUMENT_MAX);
    }

    static int person(long packed) {
        return (int) (packed & 0x7fffffff);
    }

    /** A list of longs that grows. */
    private static final class Week {
        private long[] plans = new long[16];
        private int size;

        void add(long packed) {
            if (size == plans.length) {
                plans = Arrays.copyOf(plans, size * 2);
            }
            plans[size++] = packed;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(plans, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
