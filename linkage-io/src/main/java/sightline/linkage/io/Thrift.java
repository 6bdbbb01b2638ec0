package sightline.linkage.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structures in Thrift's compact protocol: as much of it as a Parquet footer needs. */
final class Thrift {
    private static final int INT = 5;
    private static final int LONG = 6;
    private static final int TEXT = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    /** Begins a structure that is an element of a list, or the whole. */
    Thrift begin() {
        outer.push(last);
        last = 0;
        return this;
    }

    /** Begins a structure that is a field. */
    Thrift struct(int field) {
        header(field, STRUCT);
        return begin();
    }

    Thrift end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    Thrift number(int field, int value) {
        header(field, INT);
        zigzag(value);
        return this;
    }

    Thrift longNumber(int field, long value) {
        header(field, LONG);
        zigzag(value);
        return this;
    }

    Thrift text(int field, String value) {
        header(field, TEXT);
        text(value);
        return this;
    }

    /** A list of structures, which follow. */
    Thrift list(int field, int size) {
        listHeader(field, size, STRUCT);
        return this;
    }

    Thrift numbers(int field, int only) {
        listHeader(field, 1, INT);
        zigzag(only);
        return this;
    }

    Thrift texts(int field, String only) {
        listHeader(field, 1, TEXT);
        text(only);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void header(int field, int type) {
        out.write(((field - last) << 4) | type);
        last = field;
    }

    private void listHeader(int field, int size, int type) {
        header(field, LIST);
        if (size < SHORT_LIST) {
            out.write((size << 4) | type);
        } else {
            out.write((SHORT_LIST << 4) | type);
            varint(size);
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
