package sightline.register;

import sightline.feeds.CsvTable;
import sightline.register.ImportRow.ColumnAt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a file, one at a time, read the same way each time. */
final class ImportTable {
    /** The most rows of one file. */
    static final int ROWS_MAX = 200_000;

    private static final int HEADER_MAX = 64 * 1024;
    private static final String DELIMITERS = ",;\t|";
    private static final String AGAIN =
            " Mend the file and upload it again: nothing of it has gone in.";

    private final CsvTable table;
    private final List<String> headings;
    private final List<ColumnAt> columns;
    private int number;

    private ImportTable(CsvTable table, List<String> headings, List<ColumnAt> columns) {
        this.table = table;
        this.headings = List.copyOf(headings);
        this.columns = List.copyOf(columns);
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableFile when it has no header that says what its columns are
     */
    static ImportTable open(InputStream bytes, Charset charset) {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()), HEADER_MAX);
        try {
            CsvTable table = new CsvTable(text, delimiter(text));
            List<String> headings = table.next();
            if (headings == null) {
                throw new UnreadableFile("The file is empty. Its first line names the columns.");
            }
            return new ImportTable(table, headings, columns(headings));
        } catch (CharacterCodingException malformed) {
            throw noText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableFile(
                    "The first line cannot be read. " + oneLine(malformed) + AGAIN);
        }
    }

    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(HEADER_MAX);
        char[] start = new char[HEADER_MAX - 1];
        int length = text.read(start);
        text.reset();
        String line = length <= 0 ? "" : new String(start, 0, length).split("[\r\n]", 2)[0];
        char best = ',';
        int most = -1;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char each = DELIMITERS.charAt(i);
            int known = known(line, each);
            if (known > most) {
                most = known;
                best = each;
            }
        }
        return best;
    }

    private static int known(String line, char delimiter) throws IOException {
        try {
            List<String> cells = new CsvTable(new StringReader(line), delimiter).next();
            return cells == null
                    ? 0
                    : (int) cells.stream().filter(c -> ImportColumn.of(c).isPresent()).count();
        } catch (IllegalArgumentException notThisOne) {
            return 0;
        }
    }

    private static List<ColumnAt> columns(List<String> headings) {
        List<ColumnAt> columns = new ArrayList<>();
        Set<ImportColumn> seen = EnumSet.noneOf(ImportColumn.class);
        for (int i = 0; i < headings.size(); i++) {
            Optional<ImportColumn> column = ImportColumn.of(headings.get(i));
            if (column.isPresent() && !seen.add(column.get())) {
                throw new UnreadableFile(
                        "Two columns are both "
                                + column.get().heading()
                                + ". Leave one of them out."
                                + AGAIN);
            }
            int index = i;
            column.ifPresent(c -> columns.add(new ColumnAt(c, index)));
        }
        if (columns.isEmpty()) {
            throw new UnreadableFile(
                    "The first line names no column that is known: it may be another file, or no CSV. Compare it with the template."
                            + AGAIN);
        }
        List<String> missing =
                Arrays.stream(ImportColumn.values())
                        .filter(c -> c.needed() && !seen.contains(c))
                        .map(ImportColumn::heading)
                        .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile(
                    "The first line has no column " + String.join(", ", missing) + "." + AGAIN);
        }
        return columns;
    }

    /** The first line, as it stands. */
    List<String> headings() {
        return headings;
    }

    /**
     * The next row; none after the last.
     *
     * @throws UnreadableFile when the rest cannot be read, or there are too many rows
     */
    Optional<ImportRow> next() {
        try {
            List<String> cells = table.next();
            if (cells == null) {
                return Optional.empty();
            }
            number++;
            if (number > ROWS_MAX) {
                throw new UnreadableFile(
                        "The file has more than 200,000 rows. Split it into several." + AGAIN);
            }
            if (cells.stream().anyMatch(c -> c.indexOf('\0') >= 0)) {
                throw noText();
            }
            return Optional.of(ImportRow.of(number, columns, cells, headings.size()));
        } catch (CharacterCodingException malformed) {
            throw noText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableFile(
                    "From row "
                            + (number + 1)
                            + " on it cannot be read. "
                            + oneLine(malformed)
                            + AGAIN);
        }
    }

    private static UnreadableFile noText() {
        return new UnreadableFile(
                "The file holds bytes that are no text. Save it as CSV (UTF-8) and upload that.");
    }

    private static String oneLine(IllegalArgumentException malformed) {
        return String.valueOf(malformed.getMessage()).replace('\n', ' ');
    }
}
