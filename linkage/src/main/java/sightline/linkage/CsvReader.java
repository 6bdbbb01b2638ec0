package sightline.linkage;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a CSV file with a header into a {@link Table}.
 *
 * <p>The delimiter (comma, semicolon, tab or bar) is the one that the header has most of. UTF-8 or
 * UTF-16, with or without a mark; what is neither is read as Windows-1252, and the table says so.
 * Quoted fields may hold delimiters, line ends and doubled quotes; one whose end is not clear is
 * refused with its line and column, before it swallows what follows. A row that is too short lacks
 * its last values, one that is too long loses the surplus; both are counted. Blank lines are
 * skipped. Empty fields and the usual words for "nothing" are missing. A first line that holds
 * values and no names is a record, and the columns are numbered.
 */
public final class CsvReader {
    private static final Set<String> NOTHING =
            Set.of(
                    "",
                    "null",
                    "none",
                    "nan",
                    "n/a",
                    "nil",
                    "\\n",
                    "-",
                    "--",
                    ".",
                    "?",
                    "unknown",
                    "not known",
                    "not stated",
                    "#n/a",
                    "<na>");
    private static final int LONGEST_NOTHING = 10;
    private static final String BEGINS_NOTHING = "nNuU\\-.?#<";
    private static final int MOST_COLUMNS = 2000;
    private static final long LARGEST = Integer.MAX_VALUE - 64L;

    /** Bytes that a core reads at a time. */
    private static final int LEAST_RUN = 1 << 16;

    private static final int LARGEST_RUN = 1 << 22;

    private final String name;
    private final byte[] bytes;
    private final byte delimiter;
    private final Charset charset;
    private final List<String> header = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private ByteDictionary[] dictionaries = new ByteDictionary[0];
    private int[][] codes = new int[0][];
    private int rows;
    private int shortRows;
    private int longRows;

    private CsvReader(String name, CsvEncoding encoding) {
        this.name = name;
        this.bytes = encoding.bytes();
        this.charset = encoding.charset();
        this.delimiter = delimiter(bytes);
        remarks.addAll(encoding.remarks());
    }

    /** Reads the file; throws {@link LinkageException} where it is none that can be read. */
    public static Table read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new LinkageException(
                        "%s is larger than 2 GiB.%nSplit it, and name the parts one after another."
                                .formatted(file.getFileName()));
            }
            return parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LinkageException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Reads the bytes of a file. */
    public static Table parse(String name, byte[] content) {
        return new CsvReader(name, CsvEncoding.of(name, content)).table();
    }

    private static byte delimiter(byte[] bytes) {
        int[] seen = new int[4];
        String candidates = ",;\t|";
        boolean quoted = false;
        for (byte b : bytes) {
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '\n' || b == '\r')) {
                break;
            } else if (!quoted && candidates.indexOf(b) >= 0) {
                seen[candidates.indexOf(b)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < seen.length; i++) {
            if (seen[i] > seen[best]) {
                best = i;
            }
        }
        return (byte) candidates.charAt(best);
    }

    private Table table() {
        int at = readHeader();
        if (header.isEmpty()) {
            throw new LinkageException(
                    "%s is empty.%nIt needs a first line with the names of its columns."
                            .formatted(name));
        }
        readRows(at);
        remark();
        return new Table(name, columns(), rows, remarks);
    }

    private void remark() {
        if (rows == 0) {
            remarks.add("no records below the header");
        }
        if (shortRows > 0) {
            remarks.add(shortRows + " rows are shorter than the header; what they lack is missing");
        }
        if (longRows > 0) {
            remarks.add(longRows + " rows are longer than the header; the surplus was left out");
        }
    }

    /** Reads the names of the columns; returns where the first record begins. */
    private int readHeader() {
        CsvCell cell = new CsvCell(bytes, delimiter);
        int at = 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        int first = at;
        while (at < bytes.length) {
            at = cell.read(at);
            check(cell.brokenAt, header.size());
            header.add(cell.text(charset).strip());
            if (header.size() > MOST_COLUMNS) {
                throw new LinkageException(
                        "%s has more than %,d columns.%nIs its first line really a header?"
                                .formatted(name, MOST_COLUMNS));
            }
            if (cell.endsRow) {
                break;
            }
        }
        if (Header.isRecord(header)) {
            header.replaceAll(value -> "");
            remarks.add("its first line holds values, so the columns have no names: column 1, ...");
            at = first;
        }
        Header.name(header);
        dictionaries = new ByteDictionary[header.size()];
        Arrays.setAll(dictionaries, i -> new ByteDictionary());
        codes = new int[header.size()][1024];
        return at;
    }

    private void check(int brokenAt, int column) {
        if (brokenAt >= 0) {
            String title = column < header.size() ? " (" + header.get(column) + ")" : "";
            throw new LinkageException(
                    "%s, line %,d, column %d%s: a quotation mark opens this value, and it is not clear where it ends.%nClose it, or write each quotation mark within a value twice."
                            .formatted(name, lineOf(brokenAt), column + 1, title));
        }
    }

    private int lineOf(int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            boolean ends =
                    bytes[i] == '\n'
                            || (bytes[i] == '\r'
                                    && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
            line += ends ? 1 : 0;
        }
        return line;
    }

    /**
     * Reads the rows in waves: each core takes a run of rows, then each takes columns whose values
     * it numbers. A run that turns out to begin within a quoted value is read again from where the
     * one before it ended.
     */
    private void readRows(int from) {
        int cores = Runtime.getRuntime().availableProcessors();
        int size = Math.clamp((bytes.length - from) / cores + 1, LEAST_RUN, LARGEST_RUN);
        CsvSegment[] wave = new CsvSegment[cores];
        Arrays.setAll(wave, i -> new CsvSegment(bytes, delimiter, header.size()));
        int at = from;
        while (at < bytes.length) {
            at = readWave(wave, at, size);
        }
    }

    private int readWave(CsvSegment[] wave, int from, int size) {
        int[] starts = new int[wave.length + 1];
        starts[0] = from;
        for (int i = 1; i < starts.length; i++) {
            starts[i] = nextLine(starts[i - 1], size);
        }
        IntStream.range(0, wave.length)
                .parallel()
                .forEach(i -> wave[i].read(starts[i], starts[i + 1]));
        int at = from;
        int[] firstRows = new int[wave.length];
        for (int i = 0; i < wave.length; i++) {
            if (wave[i].begin() != at) {
                wave[i].read(at, starts[i + 1]);
            }
            check(wave[i].brokenAt(), wave[i].brokenColumn());
            at = wave[i].end();
            firstRows[i] = rows;
            rows = Math.addExact(rows, wave[i].rows());
            shortRows += wave[i].shortRows();
            longRows += wave[i].longRows();
        }
        IntStream.range(0, codes.length)
                .parallel()
                .forEach(column -> number(column, wave, firstRows));
        return at;
    }

    private void number(int column, CsvSegment[] wave, int[] firstRows) {
        if (codes[column].length < rows) {
            int wider = (int) Math.min(LARGEST, Math.max(rows, codes[column].length * 2L));
            codes[column] = Arrays.copyOf(codes[column], wider);
        }
        for (int i = 0; i < wave.length; i++) {
            wave[i].number(column, dictionaries[column], codes[column], firstRows[i]);
        }
    }

    /** Where a line begins that lies about so many bytes further on. */
    private int nextLine(int from, int size) {
        int at = (int) Math.min(bytes.length, (long) from + size);
        while (at < bytes.length
                && bytes[at - 1] != '\n'
                && (bytes[at - 1] != '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private List<Column> columns() {
        return IntStream.range(0, codes.length).parallel().mapToObj(this::column).toList();
    }

    private Column column(int i) {
        ByteDictionary dictionary = dictionaries[i];
        String[] values = new String[dictionary.size()];
        boolean[] nothing = new boolean[values.length];
        boolean any = false;
        for (int code = 0; code < values.length; code++) {
            values[code] = dictionary.text(code, charset);
            nothing[code] = isNothing(values[code]);
            any |= nothing[code];
        }
        int[] rowCodes = Arrays.copyOf(codes[i], rows);
        codes[i] = new int[0];
        dictionaries[i] = new ByteDictionary();
        if (any) {
            for (int row = 0; row < rows; row++) {
                if (rowCodes[row] >= 0 && nothing[rowCodes[row]]) {
                    rowCodes[row] = Column.MISSING;
                }
            }
        }
        return new Column(header.get(i), rowCodes, values);
    }

    private static boolean isNothing(String value) {
        return value.length() <= LONGEST_NOTHING
                && BEGINS_NOTHING.indexOf(value.charAt(0)) >= 0
                && NOTHING.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
