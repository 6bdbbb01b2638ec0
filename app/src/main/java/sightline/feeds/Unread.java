package sightline.feeds;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.Secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The messages that wait to be read. Everything here happens in the pipeline's transaction ({@code
 * asJob(PIPELINE, ..)}), so that a message is read and its facts stand, or neither. Which messages
 * wait is a matter of state: one that was committed late is found late, and never passed over.
 *
 * <p>Heartbeats are read here and never handed out.
 */
public final class Unread {
    /** After so many failures a message is set aside, so that those after it go on. */
    public static final int ATTEMPTS_MAX = 5;

    private static final long BYTES_MAX = 32L * 1024 * 1024;

    private record Row(
            ReceiptId receipt,
            int attempts,
            AgencyId sender,
            Instant received,
            Optional<String> kind,
            Optional<RawMessage> message,
            boolean opens) {}

    private final MessageSeal seal;
    private final Progress progress = new Progress();
    private final Breaker breaker;

    /**
     * @param secrets the installation's, under which the bytes were sealed
     */
    public Unread(Secrets secrets) {
        this(secrets, BreakerLimits.DEFAULT);
    }

    /**
     * @param secrets the installation's, under which the bytes were sealed
     * @param limits when a sender is paused
     */
    public Unread(Secrets secrets, BreakerLimits limits) {
        this.seal = new MessageSeal(secrets);
        this.breaker = new Breaker(limits);
    }

    /**
     * The messages to read next, in the order in which they came in: at most {@code limit} and some
     * 32 MiB. Empty when all are read. A message that failed before comes alone, so that it cannot
     * take others with it again. What a paused sender sent is not handed out.
     */
    public List<RawMessage> next(JdbcClient sql, int limit) {
        while (true) {
            breaker.hold(sql);
            var rows = together(rows(sql, limit));
            if (rows.isEmpty()) {
                return List.of();
            }
            var messages = readHere(sql, rows);
            if (!messages.isEmpty()) {
                return messages;
            }
        }
    }

    /** How many wait. */
    public long count(JdbcClient sql) {
        return sql.sql("SELECT count(*) FROM feeds.unread").query(Long.class).single();
    }

    /** Marks messages as read, and notes how far their senders have come. */
    public void read(JdbcClient sql, List<ReadOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        var done =
                sql.sql(
                                """
                                WITH outcome AS (
                                  SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS o (receipt_id bigint, notes text[])),
                                taken AS (
                                  DELETE FROM feeds.unread u USING outcome o WHERE u.receipt_id = o.receipt_id
                                  RETURNING u.receipt_id, u.corrects)
                                UPDATE feeds.receipt r SET state = 'read', notes = o.notes
                                  FROM outcome o JOIN taken t USING (receipt_id)
                                 WHERE r.receipt_id = o.receipt_id
                                RETURNING r.receipt_id, r.sender, r.number, r.kind, r.received_at, t.corrects,
                                          cardinality(o.notes) > 0 AS noted
                                """)
                        .param(
                                "rows",
                                ReceiptRows.json(outcomes.stream().map(Unread::outcome).toList()))
                        .query(Progress::done)
                        .list();
        requireAll(done.size(), outcomes.size());
        progress.note(sql, done);
        breaker.taken(sql, done, false);
        NotedDetails.count(sql, done);
        endConcerns(sql, outcomes.stream().map(ReadOutcome::receiptId).toList());
        replaceCorrected(sql, done);
    }

    /**
     * Sets a message aside, whole: those after it go on.
     *
     * @param problems why, field by field
     * @param concerns whom it may be about; their chronologies say that it is there
     * @param sensitivity who may know that: the class that its facts would have
     */
    public void quarantine(
            JdbcClient sql,
            ReceiptId receipt,
            List<Problem> problems,
            Collection<SourceRecord> concerns,
            Sensitivity sensitivity) {
        var done =
                sql.sql(
                                """
                                WITH taken AS (
                                  DELETE FROM feeds.unread WHERE receipt_id = :receipt RETURNING receipt_id)
                                UPDATE feeds.receipt r SET state = 'quarantined'
                                  FROM taken t WHERE r.receipt_id = t.receipt_id
                                RETURNING r.receipt_id, r.sender, r.number, r.kind, r.received_at,
                                          null::text AS corrects, false AS noted
                                """)
                        .param("receipt", receipt.value())
                        .query(Progress::done)
                        .list();
        requireAll(done.size(), 1);
        setAside(sql, receipt, problems);
        endConcerns(sql, List.of(receipt));
        concern(sql, receipt, concerns, sensitivity);
        progress.note(sql, done);
        breaker.taken(sql, done, true);
    }

    /**
     * Counts one failed attempt at each of these messages, in a transaction of its own after the
     * failed one was rolled back. One that has failed {@value #ATTEMPTS_MAX} times is set aside. Do
     * not count failures that have nothing to do with the messages, such as a lost connection.
     *
     * @param receipts the messages, and whom each may concern
     */
    public void failed(
            JdbcClient sql, Map<ReceiptId, ? extends Collection<SourceRecord>> receipts) {
        var tried =
                sql.sql(
                                """
                                UPDATE feeds.unread SET attempts = attempts + 1 WHERE receipt_id IN (:receipts)
                                RETURNING receipt_id, attempts
                                """)
                        .param(
                                "receipts",
                                receipts.keySet().stream().map(ReceiptId::value).toList())
                        .query((row, _) ->
                                Map.entry(new ReceiptId(row.getLong(1)), row.getInt("attempts")))
                        .list();
        for (var failed : tried) {
            if (failed.getValue() >= ATTEMPTS_MAX) {
                var concerns = Objects.requireNonNull(receipts.get(failed.getKey()));
                quarantine(sql, failed.getKey(), hopeless(), concerns, Sensitivity.EVENT);
            }
        }
    }

    private static List<Problem> hopeless() {
        return List.of(
                new Problem(
                        "message",
                        "it was tried " + ATTEMPTS_MAX + " times and could not be processed",
                        "tell Sightline's operator; release it when the fault is mended"));
    }

    private static List<Problem> closed() {
        return List.of(
                new Problem(
                        "message",
                        "what was kept of it cannot be opened",
                        "tell Sightline's operator, and send it again under another id"));
    }

    private static Map<String, Object> outcome(ReadOutcome outcome) {
        return Map.of("receipt_id", outcome.receiptId().value(), "notes", outcome.notes());
    }

    /** Two pipelines at once, or a message that is done already: the transaction must not stand. */
    private static void requireAll(int done, int wanted) {
        if (done != wanted) {
            throw new IllegalStateException(
                    "of " + wanted + " messages to finish only " + done + " were waiting");
        }
    }

    private List<Row> rows(JdbcClient sql, int limit) {
        return sql.sql(
                        """
                        SELECT * FROM (
                          SELECT u.receipt_id, u.attempts, r.sender, r.received_at, r.kind, r.body_hash,
                                 sum(r.size::bigint) OVER (ORDER BY u.receipt_id) - r.size AS bytes_before
                            FROM (SELECT receipt_id, attempts FROM feeds.unread
                                   ORDER BY receipt_id LIMIT :limit) u
                            JOIN feeds.receipt r USING (receipt_id)) w
                          LEFT JOIN feeds.raw_message m USING (receipt_id)
                          LEFT JOIN feeds.raw_key k USING (receipt_id)
                         WHERE bytes_before < :bytes
                         ORDER BY receipt_id
                        """)
                .param("limit", limit)
                .param("bytes", BYTES_MAX)
                .query((row, _) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        var receipt = new ReceiptId(row.getLong("receipt_id"));
        var sender = new AgencyId(row.getString("sender"));
        var received = row.getTimestamp("received_at").toInstant();
        var kind = Optional.ofNullable(row.getString("kind"));
        byte @Nullable [] sealed = row.getBytes("sealed");
        byte @Nullable [] wrapped = row.getBytes("wrapped");
        if (sealed == null || wrapped == null) {
            return new Row(
                    receipt,
                    row.getInt("attempts"),
                    sender,
                    received,
                    kind,
                    Optional.empty(),
                    true);
        }
        Optional<RawMessage> message =
                seal.opened(sealed, wrapped, sender.value(), row.getBytes("body_hash"))
                        .map(bytes -> new RawMessage(receipt, sender, received, kind, bytes));
        return new Row(
                receipt,
                row.getInt("attempts"),
                sender,
                received,
                kind,
                message,
                message.isPresent());
    }

    /** A heartbeat comes alone as well: it is read when all that came before it has been. */
    private static List<Row> together(List<Row> rows) {
        if (!rows.isEmpty() && isAlone(rows.getFirst())) {
            return rows.subList(0, 1);
        }
        return rows.stream().takeWhile(row -> !isAlone(row)).toList();
    }

    private static boolean isAlone(Row row) {
        return row.attempts() > 0 || row.kind().filter(Heartbeat.KIND::equals).isPresent();
    }

    /** Reads heartbeats, and what was erased before it was read; hands on the others. */
    private List<RawMessage> readHere(JdbcClient sql, List<Row> rows) {
        var others = new ArrayList<RawMessage>();
        for (var row : rows) {
            if (!row.opens()) {
                quarantine(sql, row.receipt(), closed(), List.of(), Sensitivity.EVENT);
            } else if (row.message().isEmpty()) {
                var note = "its content was erased before it was read";
                read(sql, List.of(new ReadOutcome(row.receipt(), List.of(note))));
            } else if (row.kind().filter(Heartbeat.KIND::equals).isPresent()) {
                heartbeat(sql, row.message().get());
            } else {
                others.add(row.message().get());
            }
        }
        return others;
    }

    private void heartbeat(JdbcClient sql, RawMessage message) {
        switch (Heartbeat.read(message)) {
            case Heartbeat.Reading.Good(var heartbeat) -> {
                read(sql, List.of(new ReadOutcome(message.receiptId(), List.of())));
                progress.heartbeat(sql, message, heartbeat);
            }
            case Heartbeat.Reading.Bad(var problems) ->
                    quarantine(sql, message.receiptId(), problems, List.of(), Sensitivity.EVENT);
        }
    }

    private static void setAside(JdbcClient sql, ReceiptId receipt, List<Problem> problems) {
        sql.sql(
                        """
                        INSERT INTO feeds.quarantine (receipt_id, sender, kind, since, problems, state)
                        SELECT receipt_id, sender, kind, now(), :problems::jsonb, 'open'
                          FROM feeds.receipt WHERE receipt_id = :receipt
                        ON CONFLICT (receipt_id) DO UPDATE
                          SET problems = excluded.problems, state = 'open', since = excluded.since
                        """)
                .param("receipt", receipt.value())
                .param("problems", ReceiptRows.json(problems))
                .update();
    }

    private static void concern(
            JdbcClient sql,
            ReceiptId receipt,
            Collection<SourceRecord> concerns,
            Sensitivity sensitivity) {
        if (concerns.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO feeds.concern (record_key, receipt_id, class, sender, since)
                        SELECT DISTINCT k.key::uuid, r.receipt_id, :class, r.sender, r.received_at
                          FROM feeds.receipt r, unnest(:keys::text[]) AS k (key)
                         WHERE r.receipt_id = :receipt
                        """)
                .param(
                        "keys",
                        Columns.texts(
                                List.copyOf(concerns), record -> RecordKey.of(record).toString()))
                .param("class", sensitivity.name())
                .param("receipt", receipt.value())
                .update();
    }

    private static void endConcerns(JdbcClient sql, List<ReceiptId> receipts) {
        sql.sql(
                        """
                        DELETE FROM feeds.concern c
                         USING unnest(:receipts::bigint[]) AS r (receipt_id) WHERE c.receipt_id = r.receipt_id
                        """)
                .param("receipts", Columns.numbers(receipts, ReceiptId::value))
                .update();
    }

    /** A message that was read and corrects one in quarantine takes its place. */
    private static void replaceCorrected(JdbcClient sql, List<Progress.Done> done) {
        var correcting = done.stream().filter(one -> one.corrects().isPresent()).toList();
        if (correcting.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        WITH replaced AS (
                          UPDATE feeds.quarantine q SET state = 'replaced', decided_at = now()
                            FROM feeds.receipt r
                            JOIN unnest(:senders::text[], :ids::text[]) AS c (sender, message_id)
                              ON c.sender = r.sender AND c.message_id = r.message_id AND NOT r.keyed_by_hash
                           WHERE q.receipt_id = r.receipt_id AND q.state IN ('open', 'returned')
                          RETURNING q.receipt_id)
                        DELETE FROM feeds.concern c USING replaced r WHERE c.receipt_id = r.receipt_id
                        """)
                .param("senders", Columns.texts(correcting, one -> one.sender().value()))
                .param("ids", Columns.texts(correcting, one -> one.corrects().orElse(null)))
                .update();
    }
}
