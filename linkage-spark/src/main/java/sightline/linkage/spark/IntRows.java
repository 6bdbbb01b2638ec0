package sightline.linkage.spark;

import java.util.Arrays;

/** Rows of numbers, in a growing array. */
final class IntRows {
    private static final int BEGIN = 64;

    private int[] numbers = new int[BEGIN];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(size, 2));
        }
        numbers[size++] = number;
    }

    void add(int[] from, int at, int count) {
        if (size + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(size + count, 2));
        }
        System.arraycopy(from, at, numbers, size, count);
        size += count;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
