package sightline.chronology;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Remembers how far each reader has read, within the transaction of their reading. */
public final class LastLooks {
    private final JdbcClient sql;

    /** Those of the reader whose context is open. */
    public LastLooks(JdbcClient sql) {
        this.sql = sql;
    }

    /** The pages that are remembered apart. */
    public enum Page {
        /** The child's overview. */
        CHILD("child"),
        /** The chronology. */
        CHRONOLOGY("chronology");

        private final String column;

        Page(String column) {
            this.column = column;
        }
    }

    /** How far they had read on any page, of several people's records at once. */
    public Map<SourceRecord, Seen> any(Collection<SourceRecord> records) {
        return read(
                records,
                """
                SELECT record_key, max(seen_position), max(at) FROM chronology.looked
                 WHERE actor = (SELECT access.actor()) AND record_key = ANY (:keys::uuid[])
                 GROUP BY record_key
                """,
                Map.of());
    }

    /** Up to which position a record was seen, and when. */
    public record Seen(long position, Instant at) {}

    /**
     * How far they had read on a page before this visit of it; a visit goes on for half an hour
     * after each look.
     */
    public Since before(Collection<SourceRecord> records, Page page, Instant now) {
        Map<SourceRecord, Seen> found =
                read(
                        records,
                        """
                        SELECT record_key,
                               CASE WHEN at < :now - interval '30 minutes' THEN seen_position ELSE began_position END,
                               at
                          FROM chronology.looked
                         WHERE actor = (SELECT access.actor()) AND page = :page
                           AND record_key = ANY (:keys::uuid[])
                        """,
                        Map.of("page", page.column, "now", now.atOffset(ZoneOffset.UTC)));
        return since(records, found);
    }

    /** One child's share of what was seen of several. */
    public static Since since(Collection<SourceRecord> records, Map<SourceRecord, Seen> seen) {
        Map<SourceRecord, Long> positions = new HashMap<>();
        List<Instant> moments = new ArrayList<>();
        for (SourceRecord record : records) {
            Optional.ofNullable(seen.get(record))
                    .ifPresent(it -> {
                        positions.put(record, it.position());
                        moments.add(it.at());
                    });
        }
        return new Since(
                Set.copyOf(records), positions, moments.stream().max(Comparator.naturalOrder()));
    }

    /** Notes that they look now, and see these entries of these records. */
    public void note(
            Collection<SourceRecord> records, Collection<Fact> shown, Page page, Instant now) {
        long upTo = shown.stream().mapToLong(Fact::position).max().orElse(0);
        sql.sql(
                        """
                        INSERT INTO chronology.looked AS l (actor, record_key, page, began_position, seen_position, at)
                        SELECT (SELECT access.actor()), k, :page, :upto, :upto, :now FROM unnest(:keys::uuid[]) k
                        ON CONFLICT (actor, record_key, page) DO UPDATE
                          SET began_position = CASE WHEN l.at < excluded.at - interval '30 minutes'
                                                    THEN l.seen_position ELSE l.began_position END,
                              seen_position = greatest(l.seen_position, excluded.seen_position),
                              at = greatest(l.at, excluded.at)
                        """)
                .param("page", page.column)
                .param("upto", upTo)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("keys", keys(records))
                .update();
    }

    private Map<SourceRecord, Seen> read(
            Collection<SourceRecord> records, String query, Map<String, Object> parameters) {
        Map<UUID, SourceRecord> byKey =
                records.stream().distinct().collect(Collectors.toMap(RecordKey::of, r -> r));
        Map<SourceRecord, Seen> seen = new HashMap<>();
        sql.sql(query)
                .params(parameters)
                .param("keys", keys(records))
                .query((ResultSet row) -> {
                    SourceRecord record = byKey.get(row.getObject(1, UUID.class));
                    Timestamp at = row.getTimestamp(3);
                    if (record != null && at != null) {
                        seen.put(record, new Seen(row.getLong(2), at.toInstant()));
                    }
                });
        return seen;
    }

    private static String keys(Collection<SourceRecord> records) {
        return records.stream()
                .map(r -> RecordKey.of(r).toString())
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** How far anybody has read these records ends with them, in the pipeline's transaction. */
    public static void forget(JdbcClient sql, Collection<UUID> records) {
        sql.sql("DELETE FROM chronology.looked WHERE record_key = ANY (:keys::uuid[])")
                .param(
                        "keys",
                        records.stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
    }
}
