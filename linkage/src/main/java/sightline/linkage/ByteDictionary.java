package sightline.linkage;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Gives each distinct run of bytes a number, in order of first appearance, and counts it. */
final class ByteDictionary {
    private int[] table = new int[64];
    private int[] hashes = new int[32];
    private int[] starts = new int[33];
    private int[] counts = new int[32];
    private byte[] arena = new byte[512];
    private int size;

    int size() {
        return size;
    }

    int count(int code) {
        return counts[code];
    }

    int add(byte[] source, int from, int to, int hash) {
        int mixed = hash * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        int mask = table.length - 1;
        int slot = mixed & mask;
        while (true) {
            int code = table[slot] - 1;
            if (code < 0) {
                break;
            }
            if (hashes[code] == mixed
                    && Arrays.equals(arena, starts[code], starts[code + 1], source, from, to)) {
                counts[code]++;
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return insert(source, from, to, mixed, slot);
    }

    private int insert(byte[] source, int from, int to, int mixed, int slot) {
        int code = size++;
        if (code == hashes.length) {
            hashes = Arrays.copyOf(hashes, code * 2);
            counts = Arrays.copyOf(counts, code * 2);
            starts = Arrays.copyOf(starts, code * 2 + 1);
        }
        int start = starts[code];
        int end = Math.addExact(start, to - from);
        if (end > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(end, arena.length + (arena.length >> 1) + 64));
        }
        System.arraycopy(source, from, arena, start, to - from);
        starts[code + 1] = end;
        hashes[code] = mixed;
        counts[code] = 1;
        table[slot] = code + 1;
        if (size * 2 > table.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        int[] wider = new int[table.length * 2];
        int mask = wider.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = code + 1;
        }
        table = wider;
    }

    String text(int code, Charset charset) {
        return new String(arena, starts[code], starts[code + 1] - starts[code], charset);
    }
}
