package sightline.register;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Directory;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.identity.Identities;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What uploaded registers hold of somebody whose records are erased: the rows under those records'
 * own ids, and those that plainly name the same person. They are made empty where they stand, so
 * that every other row keeps its number; the file is kept sealed as before.
 */
public final class UploadedRows {
    private static final int PIECE = 1024 * 1024;
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final ImportFiles files;
    private final Identities identities;

    public UploadedRows(
            Transactions transactions, Secrets secrets, Supplier<? extends Directory> directory) {
        this.transactions = transactions;
        this.files = new ImportFiles(new ImportSeal(secrets), directory);
        this.identities = new Identities(secrets, new Facts(secrets));
    }

    /**
     * Rows of files, by the file's id.
     *
     * @param rows their numbers
     */
    public record Marked(Map<String, Set<Integer>> rows) {
        public Marked {
            rows = Map.copyOf(rows);
        }

        /** How many. */
        public int count() {
            return rows.values().stream().mapToInt(Set::size).sum();
        }
    }

    /** The rows that are about these records; to be asked while their details are still there. */
    public Marked about(Collection<UUID> records) {
        Set<UUID> keys = Set.copyOf(records);
        return transactions.asJob(
                JobName.REGISTER_IMPORT,
                sql -> {
                    ImportStore store = new ImportStore(sql);
                    Map<String, Set<Integer>> found = new LinkedHashMap<>();
                    for (ImportFile file : store.kept()) {
                        Set<Integer> rows = about(sql, store, file, keys);
                        if (!rows.isEmpty()) {
                            found.put(file.id(), rows);
                        }
                    }
                    return new Marked(found);
                });
    }

    private Set<Integer> about(JdbcClient sql, ImportStore store, ImportFile file, Set<UUID> keys) {
        Set<Integer> found = new HashSet<>();
        try {
            ImportTable table = open(store, file);
            RowReader reader = files.reader(file);
            List<CheckedRow> part = part(table, reader);
            while (!part.isEmpty()) {
                part.stream()
                        .filter(r -> own(file.agency(), r.row()).filter(keys::contains).isPresent())
                        .forEach(r -> found.add(r.row().number()));
                found.addAll(alike(sql, part, keys));
                part = part(table, reader);
            }
        } catch (UnreadableFile _) {
            // What cannot be read as rows goes in nowhere; what could be read of it was looked at.
        }
        return found;
    }

    private static Optional<UUID> own(AgencyId agency, ImportRow row) {
        try {
            return Optional.of(
                    RecordKey.of(new SourceRecord(agency, row.cell(ImportColumn.LOCAL_ID))));
        } catch (IllegalArgumentException namesNobody) {
            return Optional.empty();
        }
    }

    /** Those who are, by number or by name and birth, whoever one of the records is. */
    private Set<Integer> alike(JdbcClient sql, List<CheckedRow> part, Set<UUID> keys) {
        Map<SourceRecord, RecordDetails> details = new LinkedHashMap<>();
        for (CheckedRow row : part) {
            if (row.details() != null) {
                details.putIfAbsent(row.details().record(), row.details());
            }
        }
        Set<SourceRecord> same = new HashSet<>();
        for (AgencyId agency : agencies(sql, keys)) {
            identities
                    .alikeIn(sql)
                    .at(agency, details.values())
                    .forEach((record, others) -> {
                        if (others.stream().map(RecordKey::of).anyMatch(keys::contains)) {
                            same.add(record);
                        }
                    });
        }
        return part.stream()
                .filter(r -> r.record() != null && same.contains(r.record()))
                .map(r -> r.row().number())
                .collect(Collectors.toSet());
    }

    private Set<AgencyId> agencies(JdbcClient sql, Set<UUID> keys) {
        return identities.in(sql).withKeys(keys).stream()
                .map(SourceRecord::agency)
                .collect(Collectors.toSet());
    }

    private static List<CheckedRow> part(ImportTable table, RowReader reader) {
        List<CheckedRow> part = new ArrayList<>();
        while (part.size() < AT_ONCE) {
            Optional<ImportRow> row = table.next();
            if (row.isEmpty()) {
                return part;
            }
            part.add(reader.read(row.get()));
        }
        return part;
    }

    private ImportTable open(ImportStore store, ImportFile file) {
        return files.open(file, n -> store.piece(file.id(), n));
    }

    /** Makes these rows empty, in one transaction a file. */
    public void end(Marked marked) {
        marked.rows()
                .forEach((id, rows) ->
                        transactions.asJob(
                                JobName.REGISTER_IMPORT,
                                sql -> {
                                    ImportStore store = new ImportStore(sql);
                                    store.find(id).ifPresent(file -> end(store, file, rows));
                                    return true;
                                }));
    }

    private void end(ImportStore store, ImportFile file, Set<Integer> rows) {
        byte[] text = without(open(store, file), rows);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < text.length; from += PIECE) {
            int to = Math.min(text.length, from + PIECE);
            pieces.add(
                    files.seal()
                            .seal(
                                    file.id(),
                                    pieces.size(),
                                    java.util.Arrays.copyOfRange(text, from, to)));
        }
        store.anew(file, pieces, text.length, StandardCharsets.UTF_8.name());
        if (file.state() == ImportState.GOING_IN || file.state() == ImportState.IN) {
            int late = 0;
            TreeMap<Integer, List<RowProblem>> aside = new TreeMap<>();
            for (int row : rows) {
                boolean before = store.aside(file.id(), row - 1, 1).containsKey(row);
                if (before || row > file.done()) {
                    aside.put(row, List.of(RowReader.EMPTY));
                    late += before ? 0 : 1;
                }
            }
            store.aside(file.id(), file.agency(), aside);
            store.recount(file.id(), late);
        }
    }

    /** The whole file, every row with its number, those empty. */
    private static byte[] without(ImportTable table, Set<Integer> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(line(table.headings()));
        try {
            for (Optional<ImportRow> row = table.next(); row.isPresent(); row = table.next()) {
                out.writeBytes(
                        line(
                                rows.contains(row.get().number())
                                        ? java.util.Collections.nCopies(table.headings().size(), "")
                                        : row.get().cells()));
            }
        } catch (UnreadableFile _) {
            // From here on no row of it can be relied upon, and none went in: it ends here.
        }
        return out.toByteArray();
    }

    private static byte[] line(List<String> cells) {
        return (cells.stream().map(UploadedRows::quoted).collect(Collectors.joining(",")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As it stood: nothing is changed for a spreadsheet. */
    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
