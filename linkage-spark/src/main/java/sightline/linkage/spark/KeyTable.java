package sightline.linkage.spark;

import java.util.Arrays;

/** Counts keys: how many records have each, and which is the first of them. */
final class KeyTable {
    private static final long FREE = -1;
    private static final int LEAST = 1024;

    private long[] keys = free(LEAST);
    private int[] counts = new int[LEAST];
    private int[] firsts = new int[LEAST];
    private int size;

    private static long[] free(int capacity) {
        long[] keys = new long[capacity];
        Arrays.fill(keys, FREE);
        return keys;
    }

    /** Adds records that have the key, which is not negative. */
    void add(long key, int count, int first) {
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            firsts[slot] = first;
            counts[slot] = count;
            if (++size * 2 > keys.length) {
                grow();
            }
            return;
        }
        counts[slot] += count;
        firsts[slot] = Math.min(firsts[slot], first);
    }

    /** How many keys more than one record has. */
    int meeting() {
        int meeting = 0;
        for (int i = 0; i < keys.length; i++) {
            meeting += keys[i] != FREE && counts[i] > 1 ? 1 : 0;
        }
        return meeting;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (Hash.of(key) >>> 20) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        int[] oldFirsts = firsts;
        keys = free(oldKeys.length * 2);
        counts = new int[keys.length];
        firsts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
                firsts[slot] = oldFirsts[i];
            }
        }
    }

    /** Is told of every key. */
    interface Visitor {
        void key(long key, int count, int first);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                visitor.key(keys[i], counts[i], firsts[i]);
            }
        }
    }
}
