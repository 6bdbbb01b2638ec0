package sightline.documents;

import sightline.documents.ReadTable.Refused;
import sightline.documents.ReadTable.Table;
import sightline.documents.ReadTable.Tables;
import sightline.documents.ReadTable.Why;
import sightline.feeds.CsvTable;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

/** Reads the tables of a file by what it holds, whatever it is called. */
public final class TableFile {
    /** The most bytes of one file. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    /** The most rows of one file. */
    public static final int ROWS_MAX = 20_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    private static final String DELIMITERS = ",;\t|";

    private TableFile() {}

    /** More rows than a table may have. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Reads a file. */
    public static ReadTable read(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused(Why.EMPTY);
        }
        if (bytes.length > BYTES_MAX) {
            return new Refused(Why.TOO_LARGE);
        }
        if (startsWith(bytes, COMPOUND)) {
            return new Refused(Why.ENCRYPTED);
        }
        if (startsWith(bytes, PDF)) {
            return new Refused(Why.PDF);
        }
        try {
            return startsWith(bytes, ZIP) ? office(bytes) : csv(bytes);
        } catch (OfficeFile.SwellsException swells) {
            return new Refused(Why.SWELLS);
        } catch (TooLongException tooLong) {
            return new Refused(Why.TOO_LONG);
        } catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
            return new Refused(
                    damaged.getCause() instanceof OfficeFile.SwellsException
                            ? Why.SWELLS
                            : Why.DAMAGED);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length
                && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static ReadTable office(byte[] bytes) throws IOException, XMLStreamException {
        try (OfficeFile file = OfficeFile.of(bytes)) {
            if (VisibleText.in(file)) {
                var tables = new DocxTables();
                VisibleText.read(file, tables);
                return found(tables.tables(), tables.left());
            }
            if (Sheets.in(file)) {
                var sheets = new Sheets(file);
                return found(sheets.read(), sheets.left());
            }
            return new Refused(Why.OTHER_KIND);
        }
    }

    private static ReadTable found(List<Table> tables, Set<String> left) throws TooLongException {
        if (tables.stream().mapToInt(t -> t.rows().size()).sum() > ROWS_MAX) {
            throw new TooLongException();
        }
        List<Table> full = tables.stream().filter(t -> !t.rows().isEmpty()).toList();
        return full.isEmpty() ? new Refused(Why.NO_TABLE) : new Tables(full, List.copyOf(left));
    }

    private static ReadTable csv(byte[] bytes) throws IOException {
        Optional<String> text = text(bytes);
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return new Refused(Why.OTHER_KIND);
        }
        List<List<String>> rows = new ArrayList<>();
        CsvTable table = new CsvTable(new StringReader(text.get()), delimiter(text.get()));
        for (List<String> row = table.next(); row != null; row = table.next()) {
            if (rows.size() >= ROWS_MAX) {
                throw new TooLongException();
            }
            rows.add(row.stream().map(String::strip).toList());
        }
        return found(List.of(new Table("", rows)), new LinkedHashSet<>());
    }

    private static Optional<String> text(byte[] bytes) {
        return CHARSETS.stream().flatMap(c -> decoded(bytes, c).stream()).findFirst();
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** Whatever stands most often in the first line. */
    private static char delimiter(String text) {
        String line = text.split("[\r\n]", 2)[0];
        return (char)
                DELIMITERS
                        .chars()
                        .boxed()
                        .max(
                                java.util.Comparator.comparingLong(
                                        d -> line.chars().filter(c -> c == d).count()))
                        .orElse((int) ',')
                        .intValue();
    }
}
