package sightline.linkage;

import java.util.Arrays;

/**
 * A run of rows of a CSV file: where each value stands, and its hash. Several can be read at once;
 * whether one began at a row's beginning is known when the one before it has been read.
 */
final class CsvSegment {
    private static final int NO_VALUE = 0;

    private final byte[] bytes;
    private final int width;
    private final CsvCell cell;
    private int begin;
    private int end;
    private int rows;
    private int shortRows;
    private int longRows;

    /** Row by row: where the value begins and how long it is. */
    private long[] places = new long[1024];

    private int[] hashes = new int[1024];

    /** Values that do not stand in the file as they are meant, one after another. */
    private byte[] rewritten = new byte[0];

    private int rewrittenSize;
    private int brokenAt = -1;
    private int brokenColumn;

    CsvSegment(byte[] bytes, byte delimiter, int width) {
        this.bytes = bytes;
        this.width = width;
        this.cell = new CsvCell(bytes, delimiter);
    }

    /** Reads the rows that begin before the limit, the first of them here. */
    void read(int from, int limit) {
        begin = from;
        rows = 0;
        shortRows = 0;
        longRows = 0;
        rewrittenSize = 0;
        cell.brokenAt = -1;
        brokenAt = -1;
        int at = from;
        while (at < limit && brokenAt < 0) {
            byte first = bytes[at];
            at = first == '\n' || first == '\r' ? at + 1 : readRow(at);
        }
        end = at;
    }

    private int readRow(int from) {
        int at = from;
        int base = rows * width;
        if (base + width > places.length) {
            int wider = Math.max(base + width, Math.addExact(places.length, places.length));
            places = Arrays.copyOf(places, wider);
            hashes = Arrays.copyOf(hashes, wider);
        }
        int column = 0;
        do {
            at = cell.read(at);
            if (cell.brokenAt >= 0) {
                brokenAt = cell.brokenAt;
                brokenColumn = column;
                return at;
            }
            if (column < width) {
                places[base + column] = place();
                hashes[base + column] = cell.hash;
            }
            column++;
        } while (!cell.endsRow);
        if (column < width) {
            Arrays.fill(places, base + column, base + width, NO_VALUE);
            shortRows++;
        } else if (column > width) {
            longRows++;
        }
        rows++;
        return at;
    }

    private long place() {
        int length = cell.to - cell.from;
        if (cell.source == bytes || length == 0) {
            return ((long) cell.from << Integer.SIZE) | length;
        }
        if (rewrittenSize + length > rewritten.length) {
            int wider = Math.max(1024, Math.addExact(rewrittenSize, rewrittenSize) + length);
            rewritten = Arrays.copyOf(rewritten, wider);
        }
        System.arraycopy(cell.source, cell.from, rewritten, rewrittenSize, length);
        rewrittenSize += length;
        return ((long) ~(rewrittenSize - length) << Integer.SIZE) | length;
    }

    /** Numbers the values of one column, from a row on. */
    void number(int column, ByteDictionary dictionary, int[] codes, int firstRow) {
        for (int row = 0, at = column; row < rows; row++, at += width) {
            int length = (int) places[at];
            int from = (int) (places[at] >> Integer.SIZE);
            if (length == 0) {
                codes[firstRow + row] = Column.MISSING;
            } else if (from >= 0) {
                codes[firstRow + row] = dictionary.add(bytes, from, from + length, hashes[at]);
            } else {
                codes[firstRow + row] =
                        dictionary.add(rewritten, ~from, ~from + length, hashes[at]);
            }
        }
    }

    int begin() {
        return begin;
    }

    /** Where the next row begins. */
    int end() {
        return end;
    }

    int rows() {
        return rows;
    }

    int shortRows() {
        return shortRows;
    }

    int longRows() {
        return longRows;
    }

    /** Where a quotation mark stands that opens a value whose end is not clear; -1 for none. */
    int brokenAt() {
        return brokenAt;
    }

    int brokenColumn() {
        return brokenColumn;
    }
}
