package sightline.access;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The register of relationships. Later rooms publish and end them in the transaction of the fact
 * that justifies it ({@code asJob(PIPELINE, ..)}); publishing the same one again changes nothing,
 * publishing one that lasts longer lengthens it, unless a fact had ended it.
 */
public final class Relationships {
    /** Since when {@code x} holds: what follows, since what it follows from does. */
    private static final String SINCE =
            """
            coalesce((SELECT o.starts_at FROM access.relationship o
                       WHERE o.record_key = x.follows AND o.grantee_kind = x.grantee_kind
                         AND o.grantee = x.grantee AND o.kind = x.kind AND o.reason_fact = x.reason_fact),
                     x.starts_at)\
            """;

    /** Makes relationships hold. Set-based: one statement for any number. */
    public void publish(JdbcClient sql, Collection<Relationship> relationships) {
        if (relationships.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO access.relationship
                          (grantee_kind, grantee, record_key, kind, opens_content, reason_fact, starts_at, ends_at)
                        SELECT DISTINCT ON (r.record_key, r.grantee_kind, r.grantee, r.kind, r.reason_fact)
                               r.grantee_kind, r.grantee, r.record_key, r.kind, r.opens_content, r.reason_fact,
                               r.starts_at, r.ends_at
                          FROM jsonb_to_recordset(:rows::jsonb) AS r (
                            grantee_kind text, grantee text, record_key uuid, kind text, opens_content boolean,
                            reason_fact text, starts_at timestamptz, ends_at timestamptz)
                         ORDER BY r.record_key, r.grantee_kind, r.grantee, r.kind, r.reason_fact,
                               r.ends_at DESC NULLS FIRST
                        ON CONFLICT (record_key, grantee_kind, grantee, kind, reason_fact) DO UPDATE
                           SET ends_at = excluded.ends_at
                         WHERE relationship.ended_by_fact IS NULL
                           AND coalesce(relationship.ends_at, 'infinity') < coalesce(excluded.ends_at, 'infinity')
                        """)
                .param("rows", Rows.of(relationships, Relationships::row))
                .update();
    }

    /**
     * Ends what a fact had opened: all relationships that it justifies.
     *
     * @param reason the fact that justified them
     * @param by the fact that ends them
     * @return how many ended
     */
    public int end(JdbcClient sql, FactId reason, Instant at, FactId by) {
        return sql.sql(
                        """
                        UPDATE access.relationship
                           SET ends_at = greatest(:at::timestamptz, starts_at), ended_by_fact = :by
                         WHERE reason_fact = :reason AND (ends_at IS NULL OR ends_at > :at::timestamptz)
                        """)
                .param("at", at.toString())
                .param("by", by.text())
                .param("reason", reason.text())
                .update();
    }

    /**
     * Gives what these messages had opened to one agency an earlier end.
     *
     * @param reasons the messages that justified it
     * @param at when it ends, at the latest
     */
    public void endBy(
            JdbcClient sql,
            Relationship.Kind kind,
            AgencyId grantee,
            Collection<MessageRef> reasons,
            Instant at) {
        sql.sql(
                        """
                        UPDATE access.relationship SET ends_at = greatest(:at::timestamptz, starts_at)
                         WHERE kind = :kind AND grantee = :grantee AND grantee_kind = 'agency'
                           AND split_part(reason_fact, '#', 1) = ANY (:reasons)
                           AND coalesce(ends_at, 'infinity') > :at::timestamptz
                        """)
                .param("at", at.toString())
                .param("kind", kind.code())
                .param("grantee", grantee.value())
                .param("reasons", SqlArrays.texts(reasons.stream().map(MessageRef::text).toList()))
                .update();
    }

    /**
     * Gives relationships of one kind that have no end yet one, except those of some agencies.
     *
     * @param records whose record was opened
     * @param except agencies whose reason goes on
     * @param at when they end
     */
    public void endWhere(
            JdbcClient sql,
            Relationship.Kind kind,
            Collection<SourceRecord> records,
            Collection<AgencyId> except,
            Instant at) {
        sql.sql(
                        """
                        UPDATE access.relationship SET ends_at = greatest(:at::timestamptz, starts_at)
                         WHERE kind = :kind AND ends_at IS NULL AND record_key = ANY (:records)
                           AND NOT grantee = ANY (:except)
                        """)
                .param("at", at.toString())
                .param("kind", kind.code())
                .param("records", SqlArrays.records(records))
                .param("except", SqlArrays.texts(except.stream().map(AgencyId::value).toList()))
                .update();
    }

    /**
     * Gives what one agency's relationships of one kind with these records were at a moment an
     * earlier end; what began later goes on.
     *
     * @param from the moment
     * @param at when they end, at the latest
     */
    public void endOf(
            JdbcClient sql,
            Relationship.Kind kind,
            AgencyId grantee,
            Collection<SourceRecord> records,
            Instant from,
            Instant at) {
        sql.sql(
                        """
                        UPDATE access.relationship x SET ends_at = greatest(:at::timestamptz, starts_at)
                         WHERE kind = :kind AND grantee = :grantee AND grantee_kind = 'agency'
                           AND record_key = ANY (:records) AND %s <= :from::timestamptz
                           AND coalesce(ends_at, 'infinity') > greatest(:at::timestamptz, starts_at)
                        """
                                .formatted(SINCE))
                .param("from", from.toString())
                .param("at", at.toString())
                .param("kind", kind.code())
                .param("grantee", grantee.value())
                .param("records", SqlArrays.records(records))
                .update();
    }

    /**
     * That what an agency's relationships of one kind with a record were at a moment has an end;
     * what began later goes on.
     *
     * @param from the moment
     * @param at when they end, at the latest
     */
    public record Over(
            AgencyId grantee,
            Relationship.Kind kind,
            SourceRecord record,
            Instant from,
            Instant at) {}

    /** Gives each of these relationships its earlier end, in one statement. */
    public void end(JdbcClient sql, Collection<Over> over) {
        if (over.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        UPDATE access.relationship x SET ends_at = greatest(r.ends_at, x.starts_at)
                          FROM (SELECT record_key, grantee, kind, starts_by, min(ends_at) AS ends_at
                                  FROM jsonb_to_recordset(:rows::jsonb) AS r (
                                    grantee text, record_key uuid, kind text, starts_by timestamptz, ends_at timestamptz)
                                 GROUP BY 1, 2, 3, 4) r
                         WHERE x.record_key = r.record_key AND x.grantee = r.grantee
                           AND x.kind = r.kind AND x.grantee_kind = 'agency'
                           AND %s <= r.starts_by
                           AND coalesce(x.ends_at, 'infinity') > greatest(r.ends_at, x.starts_at)
                        """
                                .formatted(SINCE))
                .param("rows", Rows.of(over, Relationships::row))
                .update();
    }

    /**
     * That what a message opened to an agency over a record opens it no more.
     *
     * @param by the message
     * @param at when it ends, at the latest
     */
    public record Closed(
            AgencyId to, Relationship.Kind kind, MessageRef by, SourceRecord record, Instant at) {}

    /** Gives each of these its earlier end, in one statement; what began later never holds. */
    public void close(JdbcClient sql, Collection<Closed> closed) {
        if (closed.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        UPDATE access.relationship x SET ends_at = greatest(r.ends_at, x.starts_at)
                          FROM (SELECT record_key, grantee, kind, reason, min(ends_at) AS ends_at
                                  FROM jsonb_to_recordset(:rows::jsonb) AS r (
                                    grantee text, record_key uuid, kind text, reason text, ends_at timestamptz)
                                 GROUP BY 1, 2, 3, 4) r
                         WHERE x.record_key = r.record_key AND x.grantee = r.grantee
                           AND x.kind = r.kind AND x.grantee_kind = 'agency'
                           AND split_part(x.reason_fact, '#', 1) = r.reason
                           AND coalesce(x.ends_at, 'infinity') > greatest(r.ends_at, x.starts_at)
                        """)
                .param("rows", Rows.of(closed, Relationships::row))
                .update();
    }

    /**
     * That whatever opens some records opens a child's, too.
     *
     * @param records the child's
     * @param before those of the unborn child that it was; empty where it was none
     */
    public record Born(Collection<SourceRecord> records, Collection<SourceRecord> before) {
        public Born {
            records = List.copyOf(records);
            before = List.copyOf(before);
        }
    }

    /**
     * Makes relationships of some kinds follow from unborn children to those whom they became, in
     * two statements. What follows holds from the moment on, and what has ended by then follows no
     * more; it ends no later than what it follows from. What followed from a record that is not of
     * the same child any more ends at the moment.
     *
     * @param at the moment
     */
    public void follow(
            JdbcClient sql,
            Collection<Relationship.Kind> kinds,
            Collection<Born> born,
            Instant at) {
        String pairs = Rows.of(born.stream().flatMap(Relationships::pairs).toList(), p -> p);
        List<SourceRecord> records = born.stream().flatMap(b -> b.records().stream()).toList();
        sql.sql(
                        """
                        UPDATE access.relationship x SET ends_at = greatest(:at::timestamptz, starts_at), parted = true
                         WHERE record_key = ANY (:records) AND follows IS NOT NULL
                           AND coalesce(ends_at, 'infinity') > :at::timestamptz
                           AND NOT EXISTS (
                             SELECT FROM jsonb_to_recordset(:pairs::jsonb) AS p (child uuid, unborn uuid)
                              WHERE p.child = x.record_key AND p.unborn = x.follows)
                        """)
                .param("at", at.toString())
                .param("records", SqlArrays.records(records))
                .param("pairs", pairs)
                .update();
        if (born.stream().allMatch(b -> b.before().isEmpty())) {
            return;
        }
        sql.sql(
                        """
                        WITH f AS (
                          SELECT DISTINCT ON (p.child, x.grantee_kind, x.grantee, x.kind, x.reason_fact)
                                 p.child AS record_key, x.grantee_kind, x.grantee, x.kind, x.reason_fact,
                                 x.opens_content, x.starts_at, x.ends_at, x.record_key AS follows
                            FROM jsonb_to_recordset(:pairs::jsonb) AS p (child uuid, unborn uuid)
                            JOIN access.relationship x ON x.record_key = p.unborn
                           WHERE x.kind = ANY (:kinds) AND x.follows IS NULL
                           ORDER BY p.child, x.grantee_kind, x.grantee, x.kind, x.reason_fact,
                                 x.ends_at DESC NULLS FIRST, x.record_key)
                        INSERT INTO access.relationship
                          (grantee_kind, grantee, record_key, kind, opens_content, reason_fact, starts_at, ends_at, follows)
                        SELECT grantee_kind, grantee, record_key, kind, f.opens_content, reason_fact,
                               since, until, f.follows
                          FROM f LEFT JOIN access.relationship y
                               USING (record_key, grantee_kind, grantee, kind, reason_fact)
                         CROSS JOIN LATERAL (
                               SELECT coalesce(y.starts_at, greatest(:at::timestamptz, f.starts_at)) AS since) s
                         CROSS JOIN LATERAL (
                               SELECT CASE WHEN f.ends_at < since THEN since ELSE f.ends_at END AS until) u
                         WHERE y.starts_at IS NULL AND coalesce(f.ends_at, 'infinity') > :at::timestamptz
                            OR y.follows IS NOT NULL
                               AND (y.parted OR coalesce(y.ends_at, 'infinity') > coalesce(until, 'infinity'))
                        ON CONFLICT (record_key, grantee_kind, grantee, kind, reason_fact) DO UPDATE
                           SET ends_at = excluded.ends_at, follows = excluded.follows, parted = false
                        """)
                .param("at", at.toString())
                .param("pairs", pairs)
                .param(
                        "kinds",
                        SqlArrays.texts(kinds.stream().map(Relationship.Kind::code).toList()))
                .update();
    }

    /** From whose records, by their keys, what opens these follows. */
    public Set<UUID> followed(JdbcClient sql, Collection<SourceRecord> records) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT DISTINCT follows FROM access.relationship
                                 WHERE record_key = ANY (:records) AND follows IS NOT NULL AND NOT parted
                                """)
                        .param("records", SqlArrays.records(records))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    private static Stream<Map<String, ?>> pairs(Born born) {
        return born.records().stream()
                .flatMap(child ->
                        born.before().stream()
                                .map(unborn ->
                                        Map.of(
                                                "child", RecordKey.of(child).toString(),
                                                "unborn", RecordKey.of(unborn).toString())));
    }

    private static Map<String, ?> row(Over over) {
        return Map.of(
                "grantee", over.grantee().value(),
                "record_key", RecordKey.of(over.record()).toString(),
                "kind", over.kind().code(),
                "starts_by", over.from().toString(),
                "ends_at", over.at().toString());
    }

    private static Map<String, ?> row(Closed closed) {
        return Map.of(
                "grantee", closed.to().value(),
                "record_key", RecordKey.of(closed.record()).toString(),
                "kind", closed.kind().code(),
                "reason", closed.by().text(),
                "ends_at", closed.at().toString());
    }

    /**
     * What a message opened to an agency.
     *
     * @param open whether it still is
     */
    public record Opened(AgencyId to, MessageRef by, boolean open) {}

    /** What messages opened of these records before a moment, by relationships of one kind. */
    public List<Opened> opened(
            JdbcClient sql,
            Relationship.Kind kind,
            Collection<SourceRecord> records,
            Instant before) {
        return sql.sql(
                        """
                        SELECT grantee, split_part(reason_fact, '#', 1),
                               bool_or(coalesce(ends_at, 'infinity') > :before::timestamptz)
                          FROM access.relationship x
                         WHERE kind = :kind AND grantee_kind = 'agency' AND record_key = ANY (:records)
                           AND %s <= :before::timestamptz
                         GROUP BY 1, 2 ORDER BY 1, 2
                        """
                                .formatted(SINCE))
                .param("before", before.toString())
                .param("kind", kind.code())
                .param("records", SqlArrays.records(records))
                .query((row, _) ->
                        new Opened(
                                new AgencyId(row.getString(1)),
                                MessageRef.parse(row.getString(2)),
                                row.getBoolean(3)))
                .list();
    }

    /** Which agencies' relationships of one kind with these records have no end. */
    public Set<AgencyId> lasting(
            JdbcClient sql,
            Relationship.Kind kind,
            Collection<SourceRecord> records,
            Instant before) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT DISTINCT grantee FROM access.relationship x
                                 WHERE kind = :kind AND grantee_kind = 'agency' AND record_key = ANY (:records)
                                   AND %s <= :before::timestamptz AND ends_at IS NULL
                                """
                                        .formatted(SINCE))
                        .param("before", before.toString())
                        .param("kind", kind.code())
                        .param("records", SqlArrays.records(records))
                        .query((row, _) -> new AgencyId(row.getString(1)))
                        .list());
    }

    private static Map<String, ?> row(Relationship relationship) {
        var row = new HashMap<String, Object>();
        row.put("grantee_kind", relationship.grantee().kind());
        row.put("grantee", relationship.grantee().name());
        row.put("record_key", RecordKey.of(relationship.record()).toString());
        row.put("kind", relationship.kind().code());
        row.put("opens_content", relationship.kind().opensContent());
        row.put("reason_fact", relationship.reason().text());
        row.put("starts_at", relationship.from().toString());
        relationship.until().ifPresent(end -> row.put("ends_at", end.toString()));
        return row;
    }
}
