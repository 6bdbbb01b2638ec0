package sightline.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.DualControl;
import sightline.access.ReaderContext;
import sightline.access.ReaderRecords;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.PersonId;
import sightline.core.register.State;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.household.People;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Exports of a register under dual control: one keeper asks, another of the same agency approves or
 * refuses, the first fetches it, once and within a day. Whoever is sealed from the asker is neither
 * in it nor counted.
 */
public final class Exports {
    /** The most people of one part: each part has its own entry in the journal, written first. */
    public static final int PART = 50;

    private static final int NEWEST = 50;
    private static final int SUBJECTS = 500;
    private static final DualControl CONTROL = new DualControl();

    private final Transactions transactions;
    private final Journal journal;
    private final People people;
    private final Supplier<? extends Directory> directory;

    Exports(
            Transactions transactions,
            Journal journal,
            People people,
            Supplier<? extends Directory> directory) {
        this.transactions = transactions;
        this.journal = journal;
        this.people = people;
        this.directory = directory;
    }

    /** The lines of each person who is to be in an export, by person. */
    public record Rows(Map<PersonId, List<RegisterLine>> people) {
        public Rows {
            people = new LinkedHashMap<>(people);
        }

        String digest() {
            String text =
                    people.entrySet().stream()
                            .flatMap(e ->
                                    e.getValue().stream()
                                            .map(l -> e.getKey().value() + "/" + l.entry().pack()))
                            .sorted()
                            .collect(Collectors.joining("\n"));
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }

    /** What came of fetching an export. */
    public sealed interface Fetched {
        /** It may be made, now and never again. */
        record Open(ExportRequest request, Rows rows) implements Fetched {}

        /** People came on or went off since it was asked for: it has to be asked for again. */
        record Changed() implements Fetched {}

        /** It is not this reader's, not approved, too late, or was fetched. */
        record Refused() implements Fetched {}
    }

    /** Asks for an export; gives the number of the request. */
    public String ask(ReaderContext reader, ExportAsked asked, Instant now) {
        Rows rows = rows(reader, asked);
        String id = UUID.randomUUID().toString();
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    long approval =
                            CONTROL.ask(
                                    sql,
                                    DualControl.Action.EXPORT,
                                    asked.exactly(id, rows.digest()));
                    insert(sql, id, asked, rows, approval, now);
                    journal.write(sql, Entry.of(Event.APPROVE, "/register/export, asked for"));
                    return id;
                });
    }

    private static void insert(
            JdbcClient sql, String id, ExportAsked asked, Rows rows, long approval, Instant now) {
        sql.sql(
                        """
                        INSERT INTO register.export (export_id, agency, asked_by, asked_at, purpose, recipient, area, states,
                          columns, people, digest, approval_id)
                        VALUES (:id, access.agency(), access.actor(), :now, :purpose, :recipient, :area, :states, :columns,
                          :people, :digest, :approval)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("purpose", asked.purpose())
                .param("recipient", asked.recipient())
                .param("area", asked.area().map(AreaId::value).orElse(null))
                .param(
                        "states",
                        asked.states().stream().map(State::name).sorted().toArray(String[]::new))
                .param(
                        "columns",
                        asked.columns().stream().map(ExportColumn::name).toArray(String[]::new))
                .param("people", rows.people().size())
                .param("digest", rows.digest())
                .param("approval", approval)
                .update();
    }

    /** The newest requests of the reader's agency. */
    public List<ExportRequest> newest(ReaderContext reader) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/register/export"));
                    return sql.sql(
                                    "SELECT * FROM register.export ORDER BY asked_at DESC, export_id LIMIT :most")
                            .param("most", NEWEST)
                            .query((row, _) -> request(row))
                            .list();
                });
    }

    /** A request of the reader's agency. */
    public Optional<ExportRequest> find(ReaderContext reader, String id) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/register/export/request"));
                    return find(sql, id);
                });
    }

    private static Optional<ExportRequest> find(JdbcClient sql, String id) {
        return sql.sql("SELECT * FROM register.export WHERE export_id = :id FOR UPDATE")
                .param("id", id)
                .query((row, _) -> request(row))
                .optional();
    }

    /** Approves a request; false where this reader may not, or it is too late. */
    public boolean approve(ReaderContext reader, String id, Instant now) {
        return decide(
                reader,
                id,
                now,
                null,
                (sql, r) ->
                        CONTROL.approve(sql, r.approval(), r.asked().exactly(r.id(), r.digest())));
    }

    /** Refuses a request; false where this reader may not, or it is too late. */
    public boolean refuse(ReaderContext reader, String id, String why, Instant now) {
        return decide(reader, id, now, why, (_, _) -> true);
    }

    @FunctionalInterface
    private interface Deciding {
        boolean may(JdbcClient sql, ExportRequest request);
    }

    private boolean decide(
            ReaderContext reader,
            String id,
            Instant now,
            @Nullable String refused,
            Deciding deciding) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    Optional<ExportRequest> found =
                            find(sql, id)
                                    .filter(r -> r.stage(now) == ExportRequest.Stage.ASKED)
                                    .filter(r -> !r.askedBy().equals(reader.actor()))
                                    .filter(r -> deciding.may(sql, r));
                    found.ifPresent(_ -> decided(sql, id, now, refused));
                    journal.write(
                            sql,
                            Entry.of(
                                    Event.APPROVE,
                                    "/register/export, "
                                            + (found.isPresent() ? "" : "not ")
                                            + (refused == null ? "approved" : "refused")));
                    return found.isPresent();
                });
    }

    private static void decided(JdbcClient sql, String id, Instant now, @Nullable String refused) {
        sql.sql(
                        """
                        UPDATE register.export SET decided_by = access.actor(), decided_at = :now, refused = :refused
                         WHERE export_id = :id
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("refused", refused)
                .update();
    }

    /** Uses the approval: what it gives may be handed out to this reader, once. */
    public Fetched fetch(ReaderContext reader, String id, Instant now) {
        Optional<ExportRequest> asked =
                transactions
                        .asReader(reader, List.of(), sql -> find(sql, id))
                        .filter(r -> r.askedBy().equals(reader.actor()))
                        .filter(r -> r.stage(now) == ExportRequest.Stage.APPROVED);
        if (asked.isEmpty()) {
            return new Fetched.Refused();
        }
        Rows rows = rows(reader, asked.get().asked());
        if (!rows.digest().equals(asked.get().digest())) {
            return new Fetched.Changed();
        }
        boolean used = transactions.asReader(reader, List.of(), sql -> use(sql, id, now));
        return used ? new Fetched.Open(asked.get(), rows) : new Fetched.Refused();
    }

    private static boolean use(JdbcClient sql, String id, Instant now) {
        Optional<ExportRequest> request =
                find(sql, id).filter(r -> r.stage(now) == ExportRequest.Stage.APPROVED);
        boolean used =
                request.filter(r ->
                                CONTROL.use(
                                        sql,
                                        r.approval(),
                                        DualControl.Action.EXPORT,
                                        r.asked().exactly(r.id(), r.digest())))
                        .isPresent();
        if (used) {
            sql.sql("UPDATE register.export SET handed_out_at = :now WHERE export_id = :id")
                    .param("id", id)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return used;
    }

    /** Who would be in an export for this reader, as of now. */
    Rows rows(ReaderContext reader, ExportAsked asked) {
        Directory known = directory.get();
        Map<PersonId, List<RegisterLine>> lines = new LinkedHashMap<>();
        transactions.asReader(reader, List.of(), sql -> new RegisterList(sql).lines()).stream()
                .filter(l -> asked.states().contains(l.entry().state()))
                .filter(l ->
                        asked.area().isEmpty()
                                || known.area(l.entry().keeper())
                                        .map(Area::id)
                                        .equals(asked.area()))
                .forEach(l -> lines.computeIfAbsent(l.subject(), _ -> new ArrayList<>()).add(l));
        lines.keySet().retainAll(open(reader, List.copyOf(lines.keySet())));
        return new Rows(lines);
    }

    /**
     * Those of whom nothing is kept from the reader as a whole, and of whom they may read why they
     * are listed.
     */
    private Set<PersonId> open(ReaderContext reader, List<PersonId> all) {
        Set<PersonId> open = new HashSet<>();
        for (int from = 0; from < all.size(); from += SUBJECTS) {
            List<Subject> some =
                    people.subjects(all.subList(from, Math.min(all.size(), from + SUBJECTS)));
            open.addAll(transactions.asReader(reader, some, sql -> open(sql, some)));
        }
        return open;
    }

    private static Set<PersonId> open(JdbcClient sql, List<Subject> subjects) {
        Set<UUID> known = ReaderRecords.known(sql);
        Set<String> readable =
                new HashSet<>(
                        sql.sql("SELECT unnest(access.readable_subjects('CRIMINAL'))")
                                .query(String.class)
                                .list());
        return subjects.stream()
                .filter(s -> readable.contains(s.id().value()))
                .filter(s -> s.records().stream().map(RecordKey::of).allMatch(known::contains))
                .map(Subject::id)
                .collect(Collectors.toSet());
    }

    private static ExportRequest request(ResultSet row) throws SQLException {
        return new ExportRequest(
                text(row, "export_id"),
                text(row, "asked_by"),
                Objects.requireNonNull(row.getTimestamp("asked_at")).toInstant(),
                new ExportAsked(
                        text(row, "purpose"),
                        text(row, "recipient"),
                        Optional.ofNullable(row.getString("area")).map(AreaId::new),
                        texts(row, "states").stream()
                                .map(State::valueOf)
                                .collect(Collectors.toSet()),
                        texts(row, "columns").stream().map(ExportColumn::valueOf).toList()),
                row.getInt("people"),
                text(row, "digest"),
                row.getLong("approval_id"),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("refused")),
                Optional.ofNullable(row.getTimestamp("handed_out_at")).map(Timestamp::toInstant));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) Objects.requireNonNull(row.getArray(column)).getArray());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
