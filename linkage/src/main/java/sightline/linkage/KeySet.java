package sightline.linkage;

import java.util.Arrays;
import java.util.List;

/** A set of keys, none of them negative, that is asked very often. */
final class KeySet {
    private static final long FREE = -1;
    private static final int ROOM = 4;

    private final long[] slots;

    private KeySet(int keys) {
        slots = new long[Integer.highestOneBit(Math.max(1, keys * ROOM))];
        Arrays.fill(slots, FREE);
    }

    static KeySet of(List<Long> keys) {
        KeySet set = new KeySet(keys.size());
        for (long key : keys) {
            set.slots[set.slot(key)] = key;
        }
        return set;
    }

    boolean has(long key) {
        return slots[slot(key)] == key && key != FREE;
    }

    /** Where the key is, or would be: there is always room left. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Integer.SIZE) & mask;
        while (slots[slot] != FREE && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
