package sightline.linkage;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Pairs of records with their log-odds, in growing arrays. */
final class Edges {
    int[] left = new int[1024];
    int[] right = new int[1024];
    float[] odds = new float[1024];
    int size;

    void add(int i, int j, float logOdds) {
        if (size == left.length) {
            int wider = Math.addExact(size, size);
            left = Arrays.copyOf(left, wider);
            right = Arrays.copyOf(right, wider);
            odds = Arrays.copyOf(odds, wider);
        }
        left[size] = i;
        right[size] = j;
        odds[size++] = logOdds;
    }

    /** All edges of all, in this order. */
    static Edges joined(Edges[] parts) {
        Edges all = new Edges();
        all.size = Arrays.stream(parts).mapToInt(p -> p.size).reduce(0, Math::addExact);
        all.left = new int[Math.max(1, all.size)];
        all.right = new int[Math.max(1, all.size)];
        all.odds = new float[Math.max(1, all.size)];
        int at = 0;
        for (Edges part : parts) {
            System.arraycopy(part.left, 0, all.left, at, part.size);
            System.arraycopy(part.right, 0, all.right, at, part.size);
            System.arraycopy(part.odds, 0, all.odds, at, part.size);
            at += part.size;
        }
        return all;
    }

    /** The same edges between records that have other numbers. */
    Edges renumbered(IntUnaryOperator numberOf) {
        Edges out = new Edges();
        for (int e = 0; e < size; e++) {
            out.add(numberOf.applyAsInt(left[e]), numberOf.applyAsInt(right[e]), odds[e]);
        }
        return out;
    }

    /** The numbers of the edges, the highest odds first; equal odds in order of the records. */
    int[] descending() {
        long[] keys = new long[size];
        for (int e = 0; e < size; e++) {
            int bits = Float.floatToIntBits(odds[e]);
            int ordered = bits >= 0 ? bits : bits ^ 0x7FFFFFFF;
            keys[e] = (long) ~ordered << 32 | e;
        }
        Arrays.parallelSort(keys);
        int[] order = new int[size];
        for (int e = 0; e < size; e++) {
            order[e] = (int) keys[e];
        }
        return order;
    }
}
