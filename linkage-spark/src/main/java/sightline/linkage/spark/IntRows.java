package sightline.linkage.spark;

import java.nio.ByteBuffer;
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

    /** The rows as bytes, which are sooner written and read than numbers are. */
    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(size, Integer.BYTES));
        bytes.asIntBuffer().put(numbers, 0, size);
        return bytes.array();
    }

    /** How many numbers the bytes hold. */
    static int size(byte[] bytes) {
        return bytes.length / Integer.BYTES;
    }

    /** Reads the numbers back, to a place. */
    static void read(byte[] bytes, int[] to, int at) {
        ByteBuffer.wrap(bytes).asIntBuffer().get(to, at, size(bytes));
    }
}
