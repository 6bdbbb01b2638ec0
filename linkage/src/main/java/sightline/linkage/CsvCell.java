package sightline.linkage;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Where the next value of a CSV file stands in its bytes, without blanks at its ends. */
final class CsvCell {
    private static final int WHOLE = -1;

    private final byte[] bytes;
    private final byte delimiter;
    private byte[] unquoted = new byte[64];
    private int length;

    /** The value is {@code source[from..to)}, hashed. */
    byte[] source;

    int from;
    int to;
    int hash;

    /** Whether the value is the last of its row. */
    boolean endsRow;

    /** Where a quotation mark stands that opens a value whose end is not clear; -1 for none. */
    int brokenAt = WHOLE;

    CsvCell(byte[] bytes, byte delimiter) {
        this.bytes = bytes;
        this.delimiter = delimiter;
        this.source = bytes;
    }

    /** Reads the value that begins there; returns where the next one begins. */
    int read(int begin) {
        int at = begin;
        while (at < bytes.length
                && (bytes[at] == ' ' || bytes[at] == '\t')
                && bytes[at] != delimiter) {
            at++;
        }
        if (at < bytes.length && bytes[at] == '"') {
            return readQuoted(at + 1);
        }
        int h = 0;
        int start = at;
        byte d = delimiter;
        byte[] b = bytes;
        while (at < b.length) {
            byte c = b[at];
            if (c == d || c == '\n' || c == '\r') {
                break;
            }
            h = h * 31 + c;
            at++;
        }
        int end = at;
        while (end > start && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
            end--;
        }
        if (end != at) {
            h = hash(b, start, end);
        }
        source = b;
        from = start;
        to = end;
        hash = h;
        return afterValue(at);
    }

    private int readQuoted(int begin) {
        int at = begin;
        length = 0;
        boolean closed = false;
        boolean apart = false;
        while (at < bytes.length && !closed) {
            byte c = bytes[at++];
            if (c == '"') {
                closed = at == bytes.length || bytes[at] != '"';
                at += closed ? 0 : 1;
            }
            apart |= c == delimiter || c == '\n' || c == '\r';
            if (!closed) {
                keep(c);
            }
        }
        int afterQuote = at;
        while (at < bytes.length
                && bytes[at] != delimiter
                && bytes[at] != '\n'
                && bytes[at] != '\r') {
            keep(bytes[at++]);
        }
        if (!closed || (apart && !isBlank(afterQuote, at))) {
            brokenAt = begin - 1;
        }
        stripUnquoted();
        return afterValue(at);
    }

    private void keep(byte c) {
        if (length == unquoted.length) {
            unquoted = Arrays.copyOf(unquoted, Math.addExact(length, length));
        }
        unquoted[length++] = c;
    }

    private boolean isBlank(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void stripUnquoted() {
        int start = 0;
        int end = length;
        while (start < end && unquoted[start] <= ' ' && unquoted[start] >= 0) {
            start++;
        }
        while (end > start && unquoted[end - 1] <= ' ' && unquoted[end - 1] >= 0) {
            end--;
        }
        source = unquoted;
        from = start;
        to = end;
        hash = hash(unquoted, start, end);
    }

    private int afterValue(int at) {
        if (at >= bytes.length) {
            endsRow = true;
            return at;
        }
        endsRow = bytes[at] != delimiter;
        if (endsRow && bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
            return at + 2;
        }
        return at + 1;
    }

    private static int hash(byte[] b, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) {
            h = h * 31 + b[i];
        }
        return h;
    }

    String text(Charset charset) {
        return new String(source, from, to - from, charset);
    }
}
