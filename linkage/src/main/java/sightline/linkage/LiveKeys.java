package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The records that have a key of one blocking rule: those of the beginning in one sorted array of
 * key and record, those that came later beside it.
 */
final class LiveKeys {
    private static final int RECORD_BITS = 28;
    private static final long RECORD = (1L << RECORD_BITS) - 1;
    private static final long START = 0x9E3779B97F4A7C15L;

    private final List<KeyPart> parts;
    private final int limit;
    private final long[] entries;
    private final Map<Long, List<Integer>> later = new HashMap<>();

    LiveKeys(List<KeyPart> parts, int records, int limit) {
        this.parts = parts;
        this.limit = limit;
        List<long[]> marks = parts.stream().map(LiveKeys::marks).toList();
        long[] all = new long[records];
        int size = 0;
        for (int i = 0; i < records; i++) {
            long key = START;
            for (int p = 0; p < marks.size() && key != 0; p++) {
                int part = parts.get(p).keys().of(i);
                key = part < 0 ? 0 : Estimation.mix(key + marks.get(p)[part]) | 1;
            }
            if (key != 0) {
                all[size++] = (key & ~RECORD) | i;
            }
        }
        entries = Arrays.copyOf(all, size);
        Arrays.parallelSort(entries);
    }

    /** A number for each key of a part, by its text alone. */
    private static long[] marks(KeyPart part) {
        long[] marks = new long[part.distinct()];
        String[] values = part.values();
        for (int code = 0; code < values.length; code++) {
            int key = part.keys().ofCode(code);
            if (key >= 0 && marks[key] == 0) {
                marks[key] = mark(part.rule().apply(values[code]));
            }
        }
        return marks;
    }

    private static long mark(String text) {
        long mark = text.length();
        for (int i = 0; i < text.length(); i++) {
            mark = mark * 0x9E3779B97F4A7C15L + text.charAt(i);
        }
        return Estimation.mix(mark) | 1;
    }

    /** The key of a record that says this, or 0 where it has none. */
    private long keyOf(String[] record) {
        long key = START;
        for (KeyPart part : parts) {
            String value = record[part.column()];
            String text = value.isEmpty() ? "" : part.rule().apply(value);
            if (text.isEmpty()) {
                return 0;
            }
            key = Estimation.mix(key + mark(text)) | 1;
        }
        return key & ~RECORD;
    }

    void add(int record, String[] says) {
        long key = keyOf(says);
        if (key != 0) {
            later.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
        }
    }

    void remove(Integer record, String[] says) {
        List<Integer> those = later.get(keyOf(says));
        if (those != null) {
            those.remove(record);
        }
    }

    /** Tells each record that has the key of one that says this; none where too many have it. */
    void find(String[] says, IntConsumer found) {
        long key = keyOf(says);
        if (key == 0) {
            return;
        }
        int from = Arrays.binarySearch(entries, key);
        from = from < 0 ? -from - 1 : from;
        int to = from;
        while (to < entries.length && (entries[to] & ~RECORD) == key) {
            to++;
            if (to - from > limit && !parts.isEmpty()) {
                return;
            }
        }
        for (int at = from; at < to; at++) {
            found.accept((int) (entries[at] & RECORD));
        }
        for (int record : later.getOrDefault(key, List.of())) {
            found.accept(record);
        }
    }
}
