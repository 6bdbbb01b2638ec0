package sightline.library;

import sightline.core.library.PublishedReview;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.feeds.CsvTable;
import sightline.library.Sidecar.WrongFieldException;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings existing reviews in: a folder of PDF and DOCX, each with its fields in a JSON file of the
 * same name or in a row of {@code fields.csv}, whose column {@code file} names it. A file that came
 * in before is not read again, so an import that was stopped goes on.
 */
public final class LibraryImport {
    private static final int FIELDS_BYTES_MAX = 4 * 1024 * 1024;
    private static final int ROWS_MAX = 20_000;
    private static final String TABLE = "fields.csv";
    private static final String FILE = "file";

    private final Transactions transactions;
    private final InstantSource clock;

    public LibraryImport(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Came {
        /** The file's name. */
        String file();

        /** It is in. */
        record In(String file, String reference, int pages, List<String> leftBehind)
                implements Came {
            public In {
                leftBehind = List.copyOf(leftBehind);
            }
        }

        /** It was in already, unchanged. */
        record Known(String file, int pages) implements Came {}

        /** It is set aside, and why. */
        record Aside(String file, String because) implements Came {}
    }

    /** Told of each file as it is done. */
    public interface Listener {
        void came(Came came, int done, int of);
    }

    /** Reads every PDF and DOCX of a folder, by name. */
    public void folder(Path folder, Listener listener) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(LibraryImport::isReport).sorted().toList();
        }
        Map<String, Sidecar> table = table(folder);
        int done = 0;
        for (Path file : files) {
            Came came = one(file, table);
            done++;
            listener.came(came, done, files.size());
        }
    }

    /** The fields of {@code fields.csv} by the file's name; none where there is no such table. */
    private static Map<String, Sidecar> table(Path folder) throws IOException {
        Path file = folder.resolve(TABLE);
        Map<String, Sidecar> table = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return table;
        }
        try (Reader in = Files.newBufferedReader(file)) {
            CsvTable rows = new CsvTable(in, ',');
            List<String> headings = rows.next();
            if (headings == null || !headings.contains(FILE)) {
                throw new IOException(TABLE + " has no column " + FILE + ". Add it.");
            }
            for (List<String> row = rows.next();
                    row != null && table.size() < ROWS_MAX;
                    row = rows.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(row.size(), headings.size()); i++) {
                    cells.put(headings.get(i).strip(), row.get(i).strip());
                }
                table.put(cells.getOrDefault(FILE, ""), Sidecar.of(cells));
            }
        } catch (CharacterCodingException coding) {
            throw new IOException(TABLE + " is not in UTF-8. Save it so.", coding);
        } catch (IllegalArgumentException broken) {
            throw new IOException(TABLE + " cannot be read: " + broken.getMessage(), broken);
        }
        return table;
    }

    private static boolean isReport(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".pdf") || name.endsWith(".docx");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Came one(Path file, Map<String, Sidecar> table) throws IOException {
        String name = name(file);
        Path beside = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
        Optional<Sidecar> inTable = Optional.ofNullable(table.get(name));
        if (inTable.isEmpty() && !Files.isRegularFile(beside)) {
            return new Came.Aside(
                    name,
                    "No fields lie beside it. Write them into "
                            + name(beside)
                            + ", or into a row of "
                            + TABLE
                            + ".");
        }
        if (inTable.isEmpty() && Files.size(beside) > FIELDS_BYTES_MAX) {
            return new Came.Aside(name, "The fields are larger than 4 MB. Shorten them.");
        }
        byte[] fields = inTable.isPresent() ? inTable.get().bytes() : Files.readAllBytes(beside);
        String digest = digest(file, fields);
        if (isIn(digest)) {
            return new Came.Known(name, 0);
        }
        try {
            Sidecar sidecar = Sidecar.of(fields);
            sidecar.review(List.of());
            return switch (Documents.read(file)) {
                case ReadDocument.Refused(var why) -> new Came.Aside(name, why.says());
                case ReadDocument.Hidden hidden -> new Came.Aside(name, hidden.says());
                case ReadDocument.Text text -> in(name, sidecar, text, digest);
            };
        } catch (WrongFieldException wrong) {
            return new Came.Aside(name, String.valueOf(wrong.getMessage()));
        }
    }

    private Came in(String name, Sidecar sidecar, ReadDocument.Text text, String digest)
            throws WrongFieldException {
        PublishedReview review = sidecar.review(text.sections());
        var published = sidecar.published();
        var now = clock.instant();
        transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    Shelving.put(sql, review, published, now);
                    return sql.sql(
                                    """
                                    INSERT INTO library.imported (digest, reference, imported_at) VALUES (:d, :r, :now)
                                    ON CONFLICT DO NOTHING
                                    """)
                            .param("d", digest)
                            .param("r", review.reference().value())
                            .param("now", Timestamp.from(now))
                            .update();
                });
        return new Came.In(name, review.reference().value(), text.pages(), text.leftBehind());
    }

    private boolean isIn(String digest) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql("SELECT EXISTS (SELECT FROM library.imported WHERE digest = :d)")
                                .param("d", digest)
                                .query(Boolean.class)
                                .single());
    }

    private static String digest(Path file, byte[] fields) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest(fields));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
