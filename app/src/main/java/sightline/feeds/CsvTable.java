package sightline.feeds;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 writes it: quoted cells may hold delimiters, line ends and doubled quotes.
 * A byte order mark at the start is passed over. A row at a time: nothing else is held.
 */
public final class CsvTable {
    private static final int CELL_MAX = 1_048_576;
    private static final int CELLS_MAX = 2_000;
    private static final int END = -1;
    private static final int MARK = 0xFEFF;

    private final PushbackReader in;
    private final char delimiter;
    private boolean started;

    /**
     * A table.
     *
     * @param in the file, buffered
     * @param delimiter what stands between two cells
     */
    public CsvTable(Reader in, char delimiter) {
        this.in = new PushbackReader(in);
        this.delimiter = delimiter;
    }

    /**
     * The cells of the next row that is not blank, or null after the last.
     *
     * @throws IllegalArgumentException when it cannot be read on: a quotation mark is not closed, a
     *     cell or a row is larger than any register has
     */
    public @Nullable List<String> next() throws IOException {
        if (!started) {
            started = true;
            passOver(MARK);
        }
        for (var first = in.read(); first != END; first = in.read()) {
            if (first != '\n' && first != '\r') {
                in.unread(first);
                return row();
            }
        }
        return null;
    }

    private List<String> row() throws IOException {
        var cells = new ArrayList<String>();
        while (true) {
            if (cells.size() >= CELLS_MAX) {
                throw new IllegalArgumentException(
                        "A row has more than %d cells.\nIs this the right file?"
                                .formatted(CELLS_MAX));
            }
            cells.add(cell());
            var after = in.read();
            if (after != delimiter) {
                if (after == '\r') {
                    passOver('\n');
                }
                return cells;
            }
        }
    }

    private String cell() throws IOException {
        var first = in.read();
        if (first == '"') {
            return quoted();
        }
        var text = new StringBuilder();
        var next = first;
        while (next != END && next != delimiter && next != '\n' && next != '\r') {
            add(text, next);
            next = in.read();
        }
        if (next != END) {
            in.unread(next);
        }
        return text.toString();
    }

    private String quoted() throws IOException {
        var text = new StringBuilder();
        for (var next = in.read(); next != END; next = in.read()) {
            if (next != '"') {
                add(text, next);
                continue;
            }
            var after = in.read();
            if (after == '"') {
                add(text, '"');
                continue;
            }
            if (after != END) {
                in.unread(after);
            }
            return text.toString();
        }
        throw new IllegalArgumentException(
                "A quoted cell does not end before the file does.\nClose the quotation mark.");
    }

    private static void add(StringBuilder text, int character) {
        if (text.length() >= CELL_MAX) {
            throw new IllegalArgumentException(
                    "A cell has more than %d characters.\nIs a quotation mark not closed?"
                            .formatted(CELL_MAX));
        }
        text.append((char) character);
    }

    private void passOver(int character) throws IOException {
        var next = in.read();
        if (next != character && next != END) {
            in.unread(next);
        }
    }
}
