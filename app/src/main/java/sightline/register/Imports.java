package sightline.register;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.SourceRecord;
import sightline.database.Transactions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Files of existing registers, for those who keep one: uploaded, looked at, confirmed, thrown away.
 * Each is its agency's; what is shown of it is in the journal first.
 */
public final class Imports {
    /** The most bytes of a file. */
    public static final long BYTES_MAX = 64L * 1024 * 1024;

    /** The most rows of one look, and of one part of a file that is handed out. */
    public static final int PAGE = 50;

    private static final int PIECE = 1024 * 1024;
    private static final int NAME_MAX = 100;
    private static final int NEWEST = 50;
    private static final int PART = 500;

    private final Transactions transactions;
    private final Journal journal;
    private final ImportFiles files;

    Imports(Transactions transactions, Journal journal, ImportFiles files) {
        this.transactions = transactions;
        this.journal = journal;
        this.files = files;
    }

    /** A row that would go in, in short. */
    public record Ready(int number, String localId, String name, String offence, String register) {
        @Override
        public String toString() {
            return "Ready[" + number + ", redacted]";
        }
    }

    /** A row that is set aside, with every reason. */
    public record Aside(int number, String localId, List<RowProblem> problems) {
        public Aside {
            problems = List.copyOf(problems);
        }

        @Override
        public String toString() {
            return "Aside[" + number + ", redacted]";
        }
    }

    /** What a keeper looks at before confirming. */
    public record Look(List<Ready> ready, List<Aside> aside) {
        public Look {
            ready = List.copyOf(ready);
            aside = List.copyOf(aside);
        }
    }

    /** Whether somebody keeps a register. */
    public static boolean keeps(ReaderContext reader) {
        return reader.accessRoles().contains(AccessRole.REGISTER_KEEPER);
    }

    /**
     * Keeps a file, sealed, and gives its id.
     *
     * @throws UnreadableFile when it is no CSV, empty or too large; nothing of it is kept
     */
    public String upload(ReaderContext reader, String fileName, InputStream in, Instant now) {
        String id = UUID.randomUUID().toString();
        String name = fileName.replaceAll("[^\\p{L}\\p{N} ._-]", "");
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    ImportStore store = new ImportStore(sql);
                    store.begin(id, name.substring(0, Math.min(NAME_MAX, name.length())), now);
                    keep(store, id, in);
                    journal.write(
                            sql, Entry.of(Event.RECORD, "/register/import, a file was uploaded"));
                    return id;
                });
    }

    private void keep(ImportStore store, String id, InputStream in) {
        ImportCharset charset = new ImportCharset();
        long bytes = 0;
        try {
            for (int piece = 0; ; piece++) {
                byte[] next = in.readNBytes(PIECE);
                if (next.length == 0) {
                    break;
                }
                bytes += next.length;
                if (bytes > BYTES_MAX) {
                    throw new UnreadableFile(
                            "The file is larger than 64 MB. Split it into several.");
                }
                charset.add(next, next.length);
                store.piece(id, piece, files.seal().seal(id, piece, next));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (bytes == 0) {
            throw new UnreadableFile("The file is empty. Choose the CSV of your register.");
        }
        store.whole(id, bytes, charset.found().name());
    }

    /** The newest files of the reader's agency. */
    public List<ImportFile> newest(ReaderContext reader) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/register/import"));
                    return new ImportStore(sql).newest(NEWEST);
                });
    }

    /** A file of the reader's agency. */
    public Optional<ImportFile> find(ReaderContext reader, String id) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/register/import/file"));
                    return new ImportStore(sql).find(id);
                });
    }

    /**
     * The first rows that would go in, and a page of those set aside.
     *
     * @param after the number of the last row of the page before; 0 for the first
     */
    public Look look(ReaderContext reader, ImportFile file, int after) {
        NavigableMap<Integer, List<RowProblem>> aside = asideAfter(reader, file, after, PAGE);
        List<Ready> ready = new ArrayList<>();
        List<Aside> shown = new ArrayList<>();
        List<SourceRecord> records = new ArrayList<>();
        boolean preview = file.state() == ImportState.CHECKED && after == 0;
        Set<Integer> first = preview ? Set.copyOf(file.firstReady()) : Set.of();
        int last =
                Math.max(
                        aside.isEmpty() ? 0 : aside.lastKey(),
                        first.stream().max(Integer::compare).orElse(0));
        walk(
                reader,
                file,
                row -> {
                    List<RowProblem> problems = aside.get(row.number());
                    if (problems != null) {
                        shown.add(
                                new Aside(row.number(), row.cell(ImportColumn.LOCAL_ID), problems));
                        record(file, row).ifPresent(records::add);
                    } else if (first.contains(row.number())) {
                        ready.add(ready(row));
                        record(file, row).ifPresent(records::add);
                    }
                    return row.number() < last;
                });
        transactions.asReader(
                reader,
                List.of(),
                sql ->
                        journal.write(
                                sql,
                                Entry.reveal(
                                        List.of(),
                                        records,
                                        Set.of(Sensitivity.CORE, Sensitivity.CRIMINAL),
                                        records.size(),
                                        "/register/import/file, its rows")));
        return new Look(ready, shown);
    }

    private static Optional<SourceRecord> record(ImportFile file, ImportRow row) {
        try {
            return Optional.of(new SourceRecord(file.agency(), row.cell(ImportColumn.LOCAL_ID)));
        } catch (IllegalArgumentException namesNobody) {
            return Optional.empty();
        }
    }

    private static Ready ready(ImportRow row) {
        return new Ready(
                row.number(),
                row.cell(ImportColumn.LOCAL_ID),
                row.cell(ImportColumn.GIVEN_NAMES) + " " + row.cell(ImportColumn.FAMILY_NAME),
                row.cell(ImportColumn.OFFENCE),
                row.cell(ImportColumn.REGISTER));
    }

    private NavigableMap<Integer, List<RowProblem>> asideAfter(
            ReaderContext reader, ImportFile file, int after, int most) {
        return transactions.asReader(
                reader, List.of(), sql -> new ImportStore(sql).aside(file.id(), after, most));
    }

    /** Reads rows while they are wanted. */
    private void walk(
            ReaderContext reader, ImportFile file, java.util.function.Predicate<ImportRow> more) {
        ImportTable table = table(reader, file);
        Optional<ImportRow> row = table.next();
        while (row.isPresent() && more.test(row.get())) {
            row = table.next();
        }
    }

    private ImportTable table(ReaderContext reader, ImportFile file) {
        return files.open(
                file,
                n ->
                        transactions.asReader(
                                reader,
                                List.of(),
                                sql -> new ImportStore(sql).piece(file.id(), n)));
    }

    /** Confirms what was looked at: it goes in. False where it cannot, or somebody was faster. */
    public boolean confirm(ReaderContext reader, ImportFile file, Instant now) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(
                            sql, Entry.of(Event.RECORD, "/register/import, a file was confirmed"));
                    return new ImportStore(sql).confirm(file.id(), now);
                });
    }

    /** Throws the file and what is set aside of it away; what went in stays in. */
    public boolean discard(ReaderContext reader, ImportFile file, Instant now) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(
                            sql,
                            Entry.of(Event.RECORD, "/register/import, a file was thrown away"));
                    return new ImportStore(sql).discard(file.id(), now);
                });
    }

    /**
     * What is set aside, as CSV: the rows as they stand, each with its reasons and what to do in
     * two last columns, which an upload passes over. Each part is in the journal before it is
     * handed out.
     */
    public void aside(ReaderContext reader, ImportFile file, Consumer<String> out) {
        ImportTable table = table(reader, file);
        out.accept(CsvCells.row(with(table.headings(), "set_aside_because", "what_to_do")));
        int after = 0;
        while (true) {
            NavigableMap<Integer, List<RowProblem>> part = asideAfter(reader, file, after, PART);
            if (part.isEmpty()) {
                return;
            }
            after = part.lastKey();
            out.accept(part(reader, file, table, part));
        }
    }

    private String part(
            ReaderContext reader,
            ImportFile file,
            ImportTable table,
            NavigableMap<Integer, List<RowProblem>> part) {
        StringBuilder text = new StringBuilder();
        List<SourceRecord> records = new ArrayList<>();
        Optional<ImportRow> row = Optional.empty();
        while (row.isEmpty() || row.get().number() < part.lastKey()) {
            row = table.next();
            if (row.isEmpty()) {
                break;
            }
            List<RowProblem> problems = part.get(row.get().number());
            if (problems != null) {
                record(file, row.get()).ifPresent(records::add);
                text.append(CsvCells.row(with(cells(row.get()), says(problems), fixes(problems))));
            }
        }
        transactions.asReader(
                reader,
                List.of(),
                sql ->
                        journal.write(
                                sql,
                                new Entry(
                                        Event.EXPORT,
                                        List.of(),
                                        records,
                                        Set.of(Sensitivity.CORE, Sensitivity.CRIMINAL),
                                        part.size(),
                                        Set.of(),
                                        "/register/import/set-aside.csv",
                                        Optional.empty())));
        return text.toString();
    }

    private static List<String> cells(ImportRow row) {
        List<String> cells =
                new ArrayList<>(row.cells().subList(0, Math.min(row.width(), row.cells().size())));
        while (cells.size() < row.width()) {
            cells.add("");
        }
        return cells;
    }

    private static List<String> with(List<String> cells, String... last) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(Arrays.asList(last));
        return all;
    }

    private static String says(List<RowProblem> problems) {
        return String.join(" ", problems.stream().map(Imports::says).toList());
    }

    /** A reason with the column that it is about. */
    public static String says(RowProblem problem) {
        return problem.column().isEmpty()
                ? problem.says()
                : problem.column() + ": " + problem.says();
    }

    private static String fixes(List<RowProblem> problems) {
        return String.join(" ", problems.stream().map(RowProblem::fix).distinct().toList());
    }

    /** The columns of the template, by whether they are needed. */
    public static Map<Boolean, List<ImportColumn>> columns() {
        return Arrays.stream(ImportColumn.values())
                .collect(java.util.stream.Collectors.partitioningBy(ImportColumn::needed));
    }
}
