package sightline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a reader gets of each record of some people, with what a page needs to show of the rest. Not
 * cached: each question reads the registers anew.
 */
public final class Decisions {
    private final Transactions transactions;

    /** Decisions from the registers of this database. */
    public Decisions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Decides for each record of each subject. */
    public Map<PersonId, Map<SourceRecord, Decision>> decide(
            ReaderContext reader, List<Subject> subjects) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql -> {
                    var at = sql.sql("SELECT now()").query(java.sql.Timestamp.class).single();
                    var rules = new DecisionRules(reader, facts(sql, subjects), at.toInstant());
                    var decisions = new HashMap<PersonId, Map<SourceRecord, Decision>>();
                    subjects.forEach(s -> decisions.put(s.id(), rules.of(s)));
                    return decisions;
                });
    }

    private static AccessFacts facts(JdbcClient sql, List<Subject> subjects) {
        var records = new HashMap<UUID, SourceRecord>();
        subjects.forEach(s -> s.records().forEach(r -> records.put(RecordKey.of(r), r)));
        var own = records.keySet().toArray(UUID[]::new);
        followed(sql, own).forEach(key -> records.putIfAbsent(key, keyed(key)));
        var keys = records.keySet().toArray(UUID[]::new);
        var ids = subjects.stream().map(s -> s.id().value()).toArray(String[]::new);
        return new AccessFacts(
                relationships(sql, own, records),
                conflicts(sql, keys, records),
                seals(sql, keys, records),
                emergencies(sql, ids));
    }

    private static List<UUID> followed(JdbcClient sql, UUID[] keys) {
        return sql.sql(
                        """
                        SELECT DISTINCT follows FROM access.relationship
                         WHERE record_key = ANY (:keys) AND follows IS NOT NULL
                        """)
                .param("keys", keys)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /** A record of none of the subjects, of which nothing but its key is known here. */
    private static SourceRecord keyed(UUID key) {
        return new SourceRecord(new AgencyId("elsewhere"), key.toString());
    }

    private static List<Relationship> relationships(
            JdbcClient sql, UUID[] keys, Map<UUID, SourceRecord> records) {
        return sql.sql("SELECT * FROM access.relationship WHERE record_key = ANY (:keys)")
                .param("keys", keys)
                .query((row, _) ->
                        new Relationship(
                                Grantee.of(text(row, "grantee_kind"), text(row, "grantee")),
                                record(row, records),
                                Relationship.Kind.of(text(row, "kind")),
                                FactId.parse(text(row, "reason_fact")),
                                instant(row, "starts_at").orElseThrow(),
                                instant(row, "ends_at"),
                                Optional.ofNullable(row.getObject("follows", UUID.class))
                                        .map(records::get)))
                .list();
    }

    private static List<Conflict> conflicts(
            JdbcClient sql, UUID[] keys, Map<UUID, SourceRecord> records) {
        return sql.sql("SELECT * FROM access.conflict WHERE record_key = ANY (:keys)")
                .param("keys", keys)
                .query((row, _) ->
                        new Conflict(
                                new UserId(text(row, "actor")),
                                record(row, records),
                                Conflict.Kind.of(text(row, "kind")),
                                new UserId(text(row, "registered_by")),
                                instant(row, "starts_at").orElseThrow(),
                                instant(row, "ends_at")))
                .list();
    }

    private static List<Seal> seals(JdbcClient sql, UUID[] keys, Map<UUID, SourceRecord> records) {
        var readers = new HashMap<Long, Set<Grantee>>();
        sql.sql(
                        """
                        SELECT r.* FROM access.seal_reader r JOIN access.seal s ON s.seal_id = r.seal_id
                         WHERE s.record_key = ANY (:keys)
                        """)
                .param("keys", keys)
                .query((ResultSet row) -> {
                    var grantee = Grantee.of(text(row, "reader_kind"), text(row, "reader"));
                    readers.computeIfAbsent(row.getLong("seal_id"), _ -> new HashSet<>())
                            .add(grantee);
                });
        return sql.sql("SELECT * FROM access.seal WHERE record_key = ANY (:keys)")
                .param("keys", keys)
                .query((row, _) -> seal(row, records, readers))
                .list();
    }

    private static Seal seal(
            ResultSet row, Map<UUID, SourceRecord> records, Map<Long, Set<Grantee>> readers)
            throws SQLException {
        return new Seal(
                record(row, records),
                Optional.ofNullable(row.getString("class")).map(Sensitivity::valueOf),
                readers.getOrDefault(row.getLong("seal_id"), Set.of()),
                text(row, "authority"),
                FactId.parse(text(row, "reason_fact")),
                Objects.requireNonNull(row.getObject("review_on", LocalDate.class)),
                instant(row, "starts_at").orElseThrow(),
                instant(row, "lifted_at"));
    }

    private static List<Emergency> emergencies(JdbcClient sql, String[] subjects) {
        return sql.sql(
                        "SELECT * FROM access.emergency WHERE subject = ANY (:subjects) AND expires_at > now()")
                .param("subjects", subjects)
                .query((row, _) ->
                        new Emergency(
                                new UserId(text(row, "actor")),
                                new PersonId(text(row, "subject")),
                                instant(row, "opened_at").orElseThrow(),
                                instant(row, "expires_at").orElseThrow()))
                .list();
    }

    private static SourceRecord record(ResultSet row, Map<UUID, SourceRecord> records)
            throws SQLException {
        return Objects.requireNonNull(records.get(row.getObject("record_key", UUID.class)));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        java.sql.@Nullable Timestamp at = row.getTimestamp(column);
        return Optional.ofNullable(at).map(java.sql.Timestamp::toInstant);
    }
}
