package sightline.linkage;

/** Counts keys, none of them negative, of a known number of records; used again and again. */
final class KeyTally {
    private static final int ROOM = 4;

    private final long[] keys;
    private final int[] counts;
    private final int[] used;
    private int size;

    KeyTally(int records) {
        keys = new long[Integer.highestOneBit(Math.max(16, records)) * ROOM];
        counts = new int[keys.length];
        used = new int[Math.max(16, records)];
    }

    void add(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Integer.SIZE) & mask;
        while (counts[slot] > 0) {
            if (keys[slot] == key) {
                counts[slot]++;
                return;
            }
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        counts[slot] = 1;
        used[size++] = slot;
    }

    /** How many keys there are. */
    int size() {
        return size;
    }

    /** How many records have the key of that number. */
    int count(int number) {
        return counts[used[number]];
    }

    void clear() {
        for (int number = 0; number < size; number++) {
            counts[used[number]] = 0;
        }
        size = 0;
    }
}
