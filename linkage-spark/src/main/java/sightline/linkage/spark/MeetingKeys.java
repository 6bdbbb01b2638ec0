package sightline.linkage.spark;

import java.io.Serializable;

/**
 * The keys of one part that bring records together, as bits: a record whose key nobody else has
 * need not travel. Now and then a key that does not is taken for one that does, never the other
 * way.
 */
final class MeetingKeys implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BITS_A_KEY = 8;
    private static final int MOST_BITS = 1 << 30;

    private final long[] bits;
    private final int mask;

    MeetingKeys(int keys) {
        long wanted = Math.min(MOST_BITS, Math.max(Long.SIZE, (long) keys * BITS_A_KEY));
        int size = Integer.highestOneBit((int) wanted);
        mask = size - 1;
        bits = new long[size / Long.SIZE];
    }

    private int bit(int rule, long key) {
        return (int) (Hash.of(~rule, key) >>> Integer.SIZE) & mask;
    }

    void add(int rule, long key) {
        int bit = bit(rule, key);
        bits[bit / Long.SIZE] |= 1L << bit;
    }

    boolean mayHave(int rule, long key) {
        int bit = bit(rule, key);
        return (bits[bit / Long.SIZE] & 1L << bit) != 0;
    }
}
