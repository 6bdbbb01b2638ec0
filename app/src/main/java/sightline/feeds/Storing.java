package sightline.feeds;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts arrivals into the database: three statements for any number of them. The unique key decides
 * who was first, across all processes.
 */
final class Storing {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOCK_TIMEOUT = "1s";

    /** What was kept under a key, and the hash of it. */
    private record Known(Receipt receipt, String hash) {}

    /** A message and the bytes of it that may be stored. */
    private record Prepared(Arrival arrival, MessageSeal.Sealed sealed) {}

    private final MessageSeal seal;
    private final Optional<InstantSource> clock;

    /**
     * @param clock when messages are received; none for the database's own clock
     */
    Storing(MessageSeal seal, Optional<InstantSource> clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** The answers, in the order of the arrivals. Several of one key are answered as if in turn. */
    List<Answer> store(JdbcClient sql, List<Arrival> arrivals) {
        // Somebody else's open transaction may hold a key: better to fail and be sent again than to
        // hold up everybody.
        sql.sql("SELECT set_config('lock_timeout', :timeout, true)")
                .param("timeout", LOCK_TIMEOUT)
                .query(String.class)
                .single();
        var firsts = firstOfEachKey(arrivals);
        var made = insert(sql, firsts.values().stream().map(this::prepared).toList());
        var known = new HashMap<>(made);
        var missing = firsts.keySet().stream().filter(key -> !made.containsKey(key)).toList();
        known.putAll(lookUp(sql, missing));
        var answers = new ArrayList<Answer>();
        for (var arrival : arrivals) {
            var isFirst = firsts.get(arrival.key()) == arrival && made.containsKey(arrival.key());
            answers.add(answer(sql, arrival, known, isFirst));
        }
        return answers;
    }

    private Answer answer(
            JdbcClient sql, Arrival arrival, Map<Arrival.Key, Known> known, boolean isFirst) {
        var kept = known.get(arrival.key());
        if (kept == null) {
            throw new IllegalStateException("a message is neither new nor known");
        }
        if (isFirst) {
            return new Answer.Kept(kept.receipt());
        }
        if (kept.hash().equals(Bytes.hex(arrival.hash()))) {
            return new Answer.KeptBefore(kept.receipt());
        }
        keepConflict(sql, arrival, kept.receipt());
        return new Answer.Conflicting(kept.receipt());
    }

    private static Map<Arrival.Key, Arrival> firstOfEachKey(List<Arrival> arrivals) {
        return arrivals.stream()
                .collect(
                        toMap(
                                Arrival::key,
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private Prepared prepared(Arrival arrival) {
        return new Prepared(
                arrival, seal.seal(arrival.body(), arrival.sender().value(), arrival.hash()));
    }

    private Map<Arrival.Key, Known> insert(JdbcClient sql, List<Prepared> rows) {
        var arrivals = rows.stream().map(Prepared::arrival).toList();
        return sql
                .sql(
                        """
                        WITH given AS (
                          SELECT * FROM unnest(
                            :sender::text[], :message_id::text[], :keyed_by_hash::boolean[], :body_hash::bytea[],
                            :size::bigint[], :number::bigint[], :kind::text[], :channel::text[], :entered_by::text[],
                            :problems::text[], :corrects::text[], :sealed::bytea[], :wrapped::bytea[])
                            WITH ORDINALITY AS g (
                            sender, message_id, keyed_by_hash, body_hash, size, number, kind, channel, entered_by,
                            problems, corrects, sealed, wrapped, ordinal)),
                        made AS (
                          INSERT INTO feeds.receipt (
                            sender, message_id, keyed_by_hash, body_hash, size, number, kind, channel, entered_by,
                            received_at, readable, state, key_generation)
                          SELECT sender, message_id, keyed_by_hash, body_hash, size, number, kind, channel, entered_by,
                                 coalesce(:received::timestamptz, now()), problems IS NULL,
                                 CASE WHEN problems IS NULL THEN 'received' ELSE 'quarantined' END,
                                 (SELECT min(generation) FROM feeds.receipt_key WHERE retired_at IS NULL)
                            FROM given ORDER BY ordinal
                          ON CONFLICT (sender, message_id, keyed_by_hash) DO NOTHING
                          RETURNING *),
                        fresh AS (
                          SELECT m.receipt_id, m.received_at, g.*
                            FROM made m JOIN given g USING (sender, message_id, keyed_by_hash)),
                        raw AS (
                          INSERT INTO feeds.raw_message (receipt_id, sealed) SELECT receipt_id, sealed FROM fresh),
                        keys AS (
                          INSERT INTO feeds.raw_key (receipt_id, wrapped) SELECT receipt_id, wrapped FROM fresh),
                        queued AS (
                          INSERT INTO feeds.unread (receipt_id, corrects)
                          SELECT receipt_id, corrects FROM fresh WHERE problems IS NULL),
                        aside AS (
                          INSERT INTO feeds.quarantine (receipt_id, sender, kind, since, problems, state)
                          SELECT receipt_id, sender, kind, received_at, problems::jsonb, 'open'
                            FROM fresh WHERE problems IS NOT NULL),
                        counted AS (
                          INSERT INTO feeds.arrival_minute AS m (sender, minute, aside)
                          SELECT sender, date_trunc('minute', received_at), count(*)
                            FROM fresh WHERE problems IS NOT NULL GROUP BY 1, 2
                          ON CONFLICT (sender, minute) DO UPDATE SET aside = m.aside + excluded.aside)
                        SELECT * FROM made
                        """)
                .param("sender", Columns.texts(arrivals, a -> a.sender().value()))
                .param("message_id", Columns.texts(arrivals, a -> a.key().text()))
                .param("keyed_by_hash", Columns.truths(arrivals, a -> a.key().byHash()))
                .param("body_hash", Columns.bytes(arrivals, Arrival::hash))
                .param("size", Columns.numbers(arrivals, a -> (long) a.body().length))
                .param("number", Columns.numbers(arrivals, Storing::number))
                .param("kind", Columns.texts(arrivals, a -> a.peek().kind().orElse(null)))
                .param("channel", Columns.texts(arrivals, a -> a.channel().slug()))
                .param(
                        "entered_by",
                        Columns.texts(
                                arrivals, a -> a.enteredBy().map(by -> by.value()).orElse(null)))
                .param("problems", Columns.texts(arrivals, Storing::problems))
                .param("corrects", Columns.texts(arrivals, a -> a.peek().corrects().orElse(null)))
                .param("sealed", Columns.bytes(rows, row -> row.sealed().message()))
                .param("wrapped", Columns.bytes(rows, row -> row.sealed().wrappedKey()))
                .param("received", clock.map(c -> Timestamp.from(c.instant())).orElse(null))
                .query(Storing::knownByKey)
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<Arrival.Key, Known> lookUp(JdbcClient sql, List<Arrival.Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(
                        """
                        SELECT r.* FROM feeds.receipt r
                          JOIN unnest(:sender::text[], :message_id::text[], :keyed_by_hash::boolean[])
                            AS g (sender, message_id, keyed_by_hash) USING (sender, message_id, keyed_by_hash)
                        """)
                .param("sender", Columns.texts(keys, key -> key.sender().value()))
                .param("message_id", Columns.texts(keys, Arrival.Key::text))
                .param("keyed_by_hash", Columns.truths(keys, Arrival.Key::byHash))
                .query(Storing::knownByKey)
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void keepConflict(JdbcClient sql, Arrival arrival, Receipt first) {
        var sealed = seal.seal(arrival.body(), arrival.sender().value(), arrival.hash());
        sql.sql(
                        """
                        WITH kept AS (
                          INSERT INTO feeds.conflict AS c (receipt_id, sender, body_hash, first_at, last_at)
                          VALUES (:receipt, :sender, :hash, now(), now())
                          ON CONFLICT (receipt_id, body_hash) DO UPDATE SET last_at = now(), times = c.times + 1
                          RETURNING conflict_id, times)
                        INSERT INTO feeds.conflict_raw (conflict_id, sealed, wrapped)
                        SELECT conflict_id, :sealed, :wrapped FROM kept WHERE times = 1
                        """)
                .param("receipt", first.id().value())
                .param("sender", first.sender().value())
                .param("hash", arrival.hash())
                .param("sealed", sealed.message())
                .param("wrapped", sealed.wrappedKey())
                .update();
    }

    private static @Nullable Long number(Arrival arrival) {
        var number = arrival.peek().number();
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static @Nullable String problems(Arrival arrival) {
        return arrival.peek()
                .fault()
                .map(fault -> JSON.writeValueAsString(List.of(fault)))
                .orElse(null);
    }

    private static Map.Entry<Arrival.Key, Known> knownByKey(ResultSet row, int index)
            throws SQLException {
        var key =
                new Arrival.Key(
                        new AgencyId(row.getString("sender")),
                        row.getString("message_id"),
                        row.getBoolean("keyed_by_hash"));
        var receipt = ReceiptRows.receipt(row);
        return Map.entry(key, new Known(receipt, receipt.sha256()));
    }
}
