package sightline.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.Transactions;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Writes the journal to a folder that can be verified anywhere: {@code leaves} has a line a leaf
 * (its position, its hash, the leaf), {@code checkpoints} the signed notes, oldest first, apart by
 * an empty line more. Names, reasons and keys are not in it.
 */
public final class AuditExport {
    static final String LEAVES = "leaves";
    static final String CHECKPOINTS = "checkpoints";
    private static final int PAGE = 5_000;

    private final Transactions transactions;

    /** Exports from this database. */
    public AuditExport(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Writes the export.
     *
     * @return how many leaves it has
     */
    public long to(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(folder.resolve(CHECKPOINTS))) {
                notes(out);
            }
            try (var out = Files.newBufferedWriter(folder.resolve(LEAVES))) {
                return leaves(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the export to " + folder, e);
        }
    }

    private long leaves(BufferedWriter out) throws IOException {
        var position = 0L;
        while (true) {
            var from = position;
            var lines = transactions.asSequencer(sql -> page(sql, from));
            for (var line : lines) {
                out.write(line);
                out.write('\n');
            }
            position += lines.size();
            if (lines.size() < PAGE) {
                return position;
            }
        }
    }

    /** A signed note, and how many leaves it is of. */
    private record Note(long size, String text) {}

    private void notes(BufferedWriter out) throws IOException {
        var size = 0L;
        while (true) {
            var from = size;
            var page = transactions.asSequencer(sql -> notes(sql, from));
            for (var note : page) {
                if (size > 0) {
                    out.write('\n');
                }
                out.write(note.text());
                size = note.size();
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private static List<Note> notes(JdbcClient sql, long after) {
        return sql.sql(
                        """
                        SELECT size, note FROM audit.checkpoint WHERE size > :after ORDER BY size LIMIT :most
                        """)
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) ->
                        new Note(row.getLong(1), Objects.requireNonNull(row.getString(2))))
                .list();
    }

    private static List<String> page(JdbcClient sql, long from) {
        return sql.sql(
                        """
                        SELECT l.position, l.hash, e.leaf FROM audit.leaf l
                          JOIN audit.entry e ON e.writer = l.writer AND e.counter = l.counter
                         WHERE l.position >= :from ORDER BY l.position LIMIT :most
                        """)
                .param("from", from)
                .param("most", PAGE)
                .query((row, _) ->
                        row.getLong(1)
                                + " "
                                + HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes(2)))
                                + " "
                                + row.getString(3))
                .list();
    }
}
