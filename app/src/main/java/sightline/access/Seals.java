package sightline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.FactId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The register of seals. Placing takes one authority; lifting takes two people of two agencies. */
public final class Seals {

    /** Places a seal ({@code asJob(PIPELINE, ..)}); the same one again changes nothing. */
    public void place(JdbcClient sql, Seal seal) {
        var placed =
                sql.sql(
                                """
                                INSERT INTO access.seal
                                  (record_key, class, authority, reason_fact, review_on, starts_at, lifted_at)
                                VALUES (:key, :class, :authority, :reason, :review::date, :from::timestamptz,
                                  :lifted::timestamptz)
                                ON CONFLICT (record_key, class, reason_fact) DO NOTHING
                                RETURNING seal_id
                                """)
                        .param("key", RecordKey.of(seal.record()))
                        .param("class", seal.of().map(Sensitivity::name).orElse(null))
                        .param("authority", seal.authority())
                        .param("reason", seal.reason().text())
                        .param("review", seal.reviewOn().toString())
                        .param("from", seal.from().toString())
                        .param("lifted", text(seal.liftedAt().orElse(null)))
                        .query(Long.class)
                        .optional();
        placed.ifPresent(id -> name(sql, id, seal));
    }

    /** Whether a seal that was not lifted is on any of these records. */
    public boolean touch(JdbcClient sql, Collection<SourceRecord> records) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM access.seal
                          WHERE lifted_at IS NULL AND record_key = ANY (:keys::uuid[]))
                        """)
                .param(
                        "keys",
                        records.stream()
                                .map(r -> RecordKey.of(r).toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .query(Boolean.class)
                .single();
    }

    /**
     * The keys of those of these records of which anything is sealed, or that touch somebody
     * privately: a job that answers that person treats them as if they were not there.
     */
    public Set<UUID> hiddenFrom(JdbcClient sql, UserId reader, Collection<SourceRecord> records) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT record_key FROM access.seal
                                 WHERE lifted_at IS NULL AND record_key = ANY (:keys::uuid[])
                                UNION
                                SELECT record_key FROM access.conflict
                                 WHERE actor = :actor AND (ends_at IS NULL OR ends_at > now())
                                   AND record_key = ANY (:keys::uuid[])
                                """)
                        .param("actor", reader.value())
                        .param("keys", SqlArrays.records(records))
                        .query(UUID.class)
                        .list());
    }

    private static void name(JdbcClient sql, long seal, Seal placed) {
        sql.sql(
                        """
                        INSERT INTO access.seal_reader (seal_id, reader_kind, reader)
                        SELECT :seal, r.reader_kind, r.reader
                          FROM jsonb_to_recordset(:rows::jsonb) AS r (reader_kind text, reader text)
                        """)
                .param("seal", seal)
                .param("rows", Rows.of(placed.readers(), Seals::row))
                .update();
    }

    /**
     * Lifts the seals that a fact had placed, under a used approval.
     *
     * @param approval the approval, used in this transaction ({@link DualControl#use})
     */
    public int lift(JdbcClient sql, FactId reason, Instant at, long approval) {
        return sql.sql(
                        """
                        UPDATE access.seal SET lifted_at = greatest(:at::timestamptz, starts_at), lifted_under = :approval
                         WHERE reason_fact = :reason AND lifted_at IS NULL
                        """)
                .param("at", at.toString())
                .param("approval", approval)
                .param("reason", reason.text())
                .update();
    }

    private static Map<String, ?> row(Grantee reader) {
        var row = new HashMap<String, Object>();
        row.put("reader_kind", reader.kind());
        row.put("reader", reader.name());
        return row;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
