package sightline.locator;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.locator.PairKey;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the pipeline notes for other installations, and takes up of what they said, in its own
 * transaction; a fixed number of statements a call.
 */
public final class LocatorStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    public LocatorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether any installation is linked; while none is, there is nothing to note. */
    public boolean linked() {
        return sql.sql("SELECT EXISTS (SELECT FROM locator.peer)").query(Boolean.class).single();
    }

    /**
     * Another installation may hold an entry about somebody.
     *
     * @param record the key of the person's record
     * @param takenOver whether it answers for the person, whose entry here was ended
     */
    public record Held(UUID record, PeerName peer, String ring, boolean takenOver) {}

    /** Another installation asked about somebody who may be in an entry here. */
    public record AskedAbout(UUID record, PeerName peer, String ring, Instant at) {}

    /**
     * Notes of whom others are to be asked.
     *
     * @param evaluated everybody who was looked at
     * @param around the adults around each child among them, by one record each; of a registered
     *     person who is gone from here, that person
     * @param between from when on an answer counts about those among them whose entry was ended
     *     while it runs on
     * @param kept who keeps the entry of each among them who is under a register
     * @param answers those among them for whom this installation answers
     */
    public void note(
            Collection<PersonId> evaluated,
            Map<PersonId, Set<SourceRecord>> around,
            Map<PersonId, Instant> between,
            Map<PersonId, AgencyId> kept,
            Set<PersonId> answers,
            Instant now) {
        wanted(evaluated, around, between, now);
        answers(evaluated, answers);
        ArrayNode rows = JSON.createArrayNode();
        kept.forEach(
                (who, keeper) -> rows.addObject().put("s", who.value()).put("k", keeper.value()));
        sql.sql(
                        """
                        INSERT INTO locator.stale (subject, keeper, since)
                        SELECT r.s, r.k, :now FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, k text)
                         UNION ALL
                        SELECT DISTINCT k.subject, NULL, :now::timestamptz FROM locator.key k
                         WHERE k.subject = ANY (:all::text[]) AND NOT k.subject = ANY (:kept::text[])
                        ON CONFLICT (subject) DO UPDATE SET keeper = excluded.keeper
                        """)
                .param("rows", rows.toString())
                .param("all", SqlArrays.people(evaluated))
                .param("kept", SqlArrays.people(kept.keySet()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void answers(Collection<PersonId> evaluated, Set<PersonId> answers) {
        sql.sql(
                        """
                        WITH gone AS (
                          DELETE FROM locator.answers
                           WHERE subject = ANY (:all::text[]) AND NOT subject = ANY (:answers::text[]))
                        INSERT INTO locator.answers (subject) SELECT unnest(:answers::text[]) ON CONFLICT DO NOTHING
                        """)
                .param("all", SqlArrays.people(evaluated))
                .param("answers", SqlArrays.people(answers))
                .update();
    }

    private void wanted(
            Collection<PersonId> evaluated,
            Map<PersonId, Set<SourceRecord>> around,
            Map<PersonId, Instant> between,
            Instant now) {
        ArrayNode rows = JSON.createArrayNode();
        Set<UUID> keys = new java.util.HashSet<>();
        around.forEach((child, adults) ->
                adults.forEach(a -> {
                    keys.add(RecordKey.of(a));
                    ObjectNode row = rows.addObject();
                    row.put("c", child.value()).put("r", RecordKey.of(a).toString());
                    Optional.ofNullable(between.get(child))
                            .ifPresent(since -> row.put("s", since.toString()));
                }));
        sql.sql(
                        """
                        DELETE FROM locator.wanted w
                         WHERE w.child = ANY (:all::text[]) AND NOT EXISTS (
                           SELECT FROM jsonb_to_recordset(:rows::jsonb) AS r(c text, r uuid)
                            WHERE r.c = w.child AND r.r = w.record_key)
                        """)
                .param("all", SqlArrays.people(evaluated))
                .param("rows", rows.toString())
                .update();
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO locator.wanted AS w (child, record_key, since)
                        SELECT r.c, r.r, r.s FROM jsonb_to_recordset(:rows::jsonb) AS r(c text, r uuid, s timestamptz)
                        ON CONFLICT (child, record_key) DO UPDATE SET since = excluded.since
                          WHERE w.since IS DISTINCT FROM excluded.since
                        """)
                .param("rows", rows.toString())
                .update();
        // What is known of them may be more than it was: whoever asks looks whether it is.
        sql.sql(
                        """
                        UPDATE locator.asked SET next_at = :now
                         WHERE record_key = ANY (:keys::uuid[]) AND next_at > :now
                           AND (held IS NOT TRUE OR asked_at < (
                             SELECT max(w.since) FROM locator.wanted w WHERE w.record_key = asked.record_key))
                        """)
                .param("keys", SqlArrays.keys(keys))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The pipeline has worked out everything up to a moment: what is answered rests on that. */
    public void finished(Instant now) {
        sql.sql(
                        """
                        UPDATE locator.indexed SET at = :now
                         WHERE at < :now - interval '10 seconds' AND epoch = :week
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("week", PairKey.epoch(now))
                .update();
    }

    /** Answers that say so and are no fact yet, oldest first. */
    public List<Held> takeHeld(int most) {
        return sql
                .sql(
                        """
                        UPDATE locator.asked a SET taken = true FROM (
                          SELECT peer, record_key FROM locator.asked WHERE held AND NOT taken
                           ORDER BY answered_at, peer, record_key LIMIT :most) n
                         WHERE a.peer = n.peer AND a.record_key = n.record_key
                        RETURNING a.record_key, a.peer, a.ring, a.taken_over
                        """)
                .param("most", most)
                .query((row, _) -> held(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Held::peer).thenComparing(Held::record))
                .toList();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                new PeerName(Objects.requireNonNull(row.getString(2))),
                Objects.requireNonNull(row.getString(3)),
                row.getBoolean(4));
    }

    /** Questions that were answered so and are no fact yet, oldest first. */
    public List<AskedAbout> takeAsked(int most) {
        List<AskedAbout> asked = new ArrayList<>();
        sql.sql(
                        """
                        UPDATE locator.question q SET taken = true
                          FROM (SELECT peer, nonce FROM locator.question WHERE record_keys <> '{}' AND NOT taken
                                 ORDER BY received_at, peer, nonce LIMIT :most) n
                          JOIN locator.peer p ON p.name = n.peer
                         WHERE q.peer = n.peer AND q.nonce = n.nonce
                        RETURNING q.record_keys, q.peer, p.ring, q.received_at
                        """)
                .param("most", most)
                .query(row -> {
                    PeerName peer = new PeerName(Objects.requireNonNull(row.getString(2)));
                    String ring = Objects.requireNonNull(row.getString(3));
                    Instant at =
                            Objects.requireNonNull(row.getObject(4, OffsetDateTime.class))
                                    .toInstant();
                    for (UUID key : (UUID[]) Objects.requireNonNull(row.getArray(1)).getArray()) {
                        asked.add(new AskedAbout(key, peer, ring, at));
                    }
                });
        return asked.stream()
                .sorted(
                        java.util.Comparator.comparing(AskedAbout::at)
                                .thenComparing(AskedAbout::peer)
                                .thenComparing(AskedAbout::record))
                .toList();
    }

    /** Ends what stands here of these records. */
    public void forget(Collection<UUID> records) {
        sql.sql(
                        """
                        DELETE FROM locator.answers WHERE subject IN (
                          SELECT subject FROM locator.key WHERE record_key = ANY (:keys::uuid[]))
                        """)
                .param("keys", SqlArrays.keys(records))
                .update();
        for (String table : List.of("wanted", "asked", "key")) {
            sql.sql(
                            "DELETE FROM locator.%s WHERE record_key = ANY (:keys::uuid[])"
                                    .formatted(table))
                    .param("keys", SqlArrays.keys(records))
                    .update();
        }
        sql.sql(
                        """
                        UPDATE locator.question SET record_keys = ARRAY(
                            SELECT k FROM unnest(record_keys) k WHERE NOT k = ANY (:keys::uuid[]))
                         WHERE record_keys && :keys::uuid[]
                        """)
                .param("keys", SqlArrays.keys(records))
                .update();
    }
}
