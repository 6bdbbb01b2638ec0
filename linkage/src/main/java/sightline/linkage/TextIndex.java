package sightline.linkage;

import java.util.Arrays;

/** Numbers texts: equal texts get one number, in order of first appearance. */
final class TextIndex {
    private static final int LEAST = 16;

    private String[] texts;
    private int[] table;
    private int size;

    TextIndex(int expected) {
        texts = new String[Math.max(LEAST, expected)];
        table = new int[Integer.highestOneBit(texts.length) * 4];
    }

    int number(String text) {
        int mask = table.length - 1;
        int slot = slot(text, mask);
        while (table[slot] != 0) {
            int known = table[slot] - 1;
            if (texts[known].equals(text)) {
                return known;
            }
            slot = (slot + 1) & mask;
        }
        if (size == texts.length) {
            grow();
            return number(text);
        }
        texts[size] = text;
        table[slot] = size + 1;
        return size++;
    }

    /** The number of a text, or -1. */
    int find(String text) {
        int mask = table.length - 1;
        int slot = slot(text, mask);
        while (table[slot] != 0) {
            int known = table[slot] - 1;
            if (texts[known].equals(text)) {
                return known;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    String text(int number) {
        return texts[number];
    }

    private static int slot(String text, int mask) {
        int mixed = text.hashCode() * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & mask;
    }

    private void grow() {
        texts = Arrays.copyOf(texts, Math.multiplyExact(size, 2));
        table = new int[Integer.highestOneBit(texts.length) * 4];
        int mask = table.length - 1;
        for (int known = 0; known < size; known++) {
            int slot = slot(texts[known], mask);
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = known + 1;
        }
    }

    int size() {
        return size;
    }

    String[] texts() {
        return Arrays.copyOf(texts, size);
    }
}
