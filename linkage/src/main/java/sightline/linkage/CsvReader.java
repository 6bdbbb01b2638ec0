package sightline.linkage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a CSV file with a header into a {@link Table}.
 *
 * <p>The delimiter (comma, semicolon, tab or bar) is the one that the header has most of. UTF-8
 * with or without a mark, UTF-16 with a mark; what is not UTF-8 is read as Windows-1252, and the
 * table says so. Quoted fields may hold delimiters, line ends and doubled quotes. A row that is too
 * short lacks its last values, one that is too long loses the surplus; both are counted. Blank
 * lines are skipped. Empty fields and the usual words for "nothing" are missing.
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
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final long LARGEST = Integer.MAX_VALUE - 64L;

    private final byte[] bytes;
    private final byte delimiter;
    private final List<String> header = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;
    private ByteDictionary[] dictionaries = new ByteDictionary[0];
    private int[][] codes = new int[0][];
    private int rows;
    private int shortRows;
    private int longRows;

    private CsvReader(byte[] bytes) {
        this.bytes = bytes;
        this.delimiter = delimiter(bytes);
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
        return new CsvReader(plain(content)).table(name);
    }

    private static byte[] plain(byte[] content) {
        if (content.length >= 2) {
            int mark = (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return new String(content, StandardCharsets.UTF_16)
                        .getBytes(StandardCharsets.UTF_8);
            }
        }
        boolean marked =
                content.length >= 3
                        && (content[0] & 0xFF) == 0xEF
                        && (content[1] & 0xFF) == 0xBB
                        && (content[2] & 0xFF) == 0xBF;
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
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

    private Table table(String name) {
        findCharset();
        int at = readHeader();
        if (header.isEmpty()) {
            throw new LinkageException(
                    "%s is empty.%nIt needs a first line with the names of its columns."
                            .formatted(name));
        }
        if (bytes.length > 0 && indexOfZero() >= 0) {
            throw new LinkageException(
                    "%s is no text: it holds zero bytes.%nSave it as CSV in UTF-8."
                            .formatted(name));
        }
        readRows(at);
        remark();
        return new Table(name, columns(), rows, remarks);
    }

    private int indexOfZero() {
        for (int i = 0; i < Math.min(bytes.length, 1 << 16); i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private void findCharset() {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b < 0) {
                ascii = false;
                break;
            }
        }
        if (ascii) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            charset = WINDOWS;
            remarks.add("not UTF-8: read as Windows-1252");
        }
    }

    private void remark() {
        if (shortRows > 0) {
            remarks.add(shortRows + " rows are shorter than the header; what they lack is missing");
        }
        if (longRows > 0) {
            remarks.add(longRows + " rows are longer than the header; the surplus was left out");
        }
    }

    private int readHeader() {
        Field field = new Field(bytes, delimiter);
        int at = 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        while (at < bytes.length) {
            at = field.read(at);
            String name = field.text(charset).strip();
            header.add(name.isEmpty() ? "column " + (header.size() + 1) : name);
            if (field.endsRow) {
                break;
            }
        }
        makeNamesDistinct();
        dictionaries = new ByteDictionary[header.size()];
        Arrays.setAll(dictionaries, i -> new ByteDictionary());
        codes = new int[header.size()][1024];
        return at;
    }

    private void makeNamesDistinct() {
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            int number = 2;
            while (header.subList(0, i).contains(header.get(i))) {
                header.set(i, name + " " + number++);
            }
        }
    }

    private void readRows(int from) {
        Field field = new Field(bytes, delimiter);
        int width = header.size();
        int at = from;
        while (at < bytes.length) {
            byte first = bytes[at];
            if (first == '\n' || first == '\r') {
                at++;
                continue;
            }
            if (rows == codes[0].length) {
                grow();
            }
            int column = 0;
            do {
                at = field.read(at);
                if (column < width) {
                    codes[column][rows] =
                            field.from == field.to
                                    ? Column.MISSING
                                    : dictionaries[column].add(
                                            field.source, field.from, field.to, field.hash);
                }
                column++;
            } while (!field.endsRow);
            finish(column, width);
        }
    }

    private void finish(int read, int width) {
        if (read < width) {
            shortRows++;
            for (int column = read; column < width; column++) {
                codes[column][rows] = Column.MISSING;
            }
        } else if (read > width) {
            longRows++;
        }
        rows++;
    }

    private void grow() {
        long remaining = (long) codes[0].length * 2;
        int wider = (int) Math.min(remaining, LARGEST);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.copyOf(codes[i], wider);
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
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
            if (any) {
                for (int row = 0; row < rows; row++) {
                    if (rowCodes[row] >= 0 && nothing[rowCodes[row]]) {
                        rowCodes[row] = Column.MISSING;
                    }
                }
            }
            columns.add(new Column(header.get(i), rowCodes, values));
        }
        return columns;
    }

    private static boolean isNothing(String value) {
        return value.length() <= LONGEST_NOTHING
                && BEGINS_NOTHING.indexOf(value.charAt(0)) >= 0
                && NOTHING.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** Where the next field stands in the bytes, without blanks at its ends. */
    private static final class Field {
        private final byte[] bytes;
        private final byte delimiter;
        private byte[] source;
        private int from;
        private int to;
        private int hash;
        private boolean endsRow;
        private byte[] unquoted = new byte[64];

        Field(byte[] bytes, byte delimiter) {
            this.bytes = bytes;
            this.delimiter = delimiter;
            this.source = bytes;
        }

        /** Reads the field that begins there; returns where the next one begins. */
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
            return afterField(at);
        }

        private int readQuoted(int begin) {
            int at = begin;
            int length = 0;
            while (at < bytes.length) {
                byte c = bytes[at++];
                if (c == '"') {
                    if (at < bytes.length && bytes[at] == '"') {
                        at++;
                    } else {
                        break;
                    }
                }
                if (length == unquoted.length) {
                    unquoted = Arrays.copyOf(unquoted, length * 2);
                }
                unquoted[length++] = c;
            }
            while (at < bytes.length
                    && bytes[at] != delimiter
                    && bytes[at] != '\n'
                    && bytes[at] != '\r') {
                if (length == unquoted.length) {
                    unquoted = Arrays.copyOf(unquoted, length * 2);
                }
                unquoted[length++] = bytes[at++];
            }
            int start = 0;
            while (start < length && unquoted[start] <= ' ' && unquoted[start] >= 0) {
                start++;
            }
            while (length > start && unquoted[length - 1] <= ' ' && unquoted[length - 1] >= 0) {
                length--;
            }
            source = unquoted;
            from = start;
            to = length;
            hash = hash(unquoted, start, length);
            return afterField(at);
        }

        private int afterField(int at) {
            if (at >= bytes.length) {
                endsRow = true;
                return at;
            }
            endsRow = bytes[at] != delimiter;
            if (endsRow && bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
                return at + 2;
            }
            if (!endsRow && at + 1 == bytes.length) {
                return at + 1;
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
}
