package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How far each sender's messages have come: when last heard, which numbers, which kinds. */
final class Progress {
    /**
     * A message that was read or set aside just now.
     *
     * @param noted whether something of it alone was set aside or not understood
     */
    record Done(
            AgencyId sender,
            OptionalLong number,
            Optional<String> kind,
            Instant received,
            Optional<String> corrects,
            boolean noted) {}

    private final NumberRuns runs = new NumberRuns();

    static Done done(ResultSet row, int index) throws SQLException {
        var number = row.getLong("number");
        return new Done(
                new AgencyId(row.getString("sender")),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number),
                Optional.ofNullable(row.getString("kind")),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getString("corrects")),
                row.getBoolean("noted"));
    }

    void note(JdbcClient sql, List<Done> done) {
        heard(sql, done);
        undeclared(sql, done);
        runs.add(sql, done);
    }

    /** The newer of two heartbeats stands, whichever is read first. */
    void heartbeat(JdbcClient sql, RawMessage message, Heartbeat heartbeat) {
        sql.sql(
                        """
                        INSERT INTO feeds.heartbeat AS h (
                          sender, receipt_id, received_at, complete_up_to, last_number, message_count, short_of, owed_since)
                        SELECT :sender, :receipt, :received::timestamptz, :complete::timestamptz, :last::bigint, :count::bigint,
                               greatest(0, :count::bigint - p.messages), :received::timestamptz
                          FROM feeds.progress p WHERE p.sender = :sender
                        ON CONFLICT (sender) DO UPDATE
                          SET receipt_id = excluded.receipt_id, received_at = excluded.received_at,
                              complete_up_to = excluded.complete_up_to, last_number = excluded.last_number,
                              message_count = excluded.message_count, short_of = excluded.short_of,
                              -- What the heartbeat before counted and nothing has brought yet is owed since then.
                              owed_since = CASE WHEN h.short_of > 0 AND excluded.short_of > 0
                                                  OR h.last_number > coalesce((SELECT max(n.last_number) FROM feeds.number_run n
                                                                                WHERE n.sender = h.sender), 0)
                                                THEN h.owed_since ELSE excluded.owed_since END
                        WHERE h.complete_up_to <= excluded.complete_up_to
                        """)
                .param("sender", message.sender().value())
                .param("receipt", message.receiptId().value())
                .param("received", Timestamp.from(message.received()))
                .param("complete", Timestamp.from(heartbeat.completeUpTo()))
                .param("last", boxed(heartbeat.lastNumber()))
                .param("count", boxed(heartbeat.count()))
                .update();
    }

    private static void heard(JdbcClient sql, List<Done> done) {
        sql.sql(
                        """
                        INSERT INTO feeds.progress AS p (sender, last_heard_at, messages)
                        SELECT d.sender, max(d.received_at::timestamptz), count(*) FILTER (WHERE d.kind IS DISTINCT FROM :heartbeat)
                          FROM unnest(:senders::text[], :received::text[], :kinds::text[]) AS d (sender, received_at, kind)
                         GROUP BY d.sender
                        ON CONFLICT (sender) DO UPDATE
                          SET last_heard_at = greatest(p.last_heard_at, excluded.last_heard_at),
                              messages = p.messages + excluded.messages
                        """)
                .param("senders", Columns.texts(done, one -> one.sender().value()))
                .param("received", Columns.texts(done, one -> one.received().toString()))
                .param("kinds", Columns.texts(done, one -> one.kind().orElse(null)))
                .param("heartbeat", Heartbeat.KIND)
                .update();
    }

    private static void undeclared(JdbcClient sql, List<Done> done) {
        sql.sql(
                        """
                        INSERT INTO feeds.undeclared_kind AS u (sender, kind, times, last_at)
                        SELECT d.sender, d.kind, count(*), max(d.received_at::timestamptz)
                          FROM unnest(:senders::text[], :received::text[], :kinds::text[]) AS d (sender, received_at, kind)
                          JOIN feeds.sender s ON s.agency = d.sender
                         WHERE d.kind IS NOT NULL AND d.kind <> :heartbeat AND NOT d.kind = ANY (s.kinds)
                         GROUP BY d.sender, d.kind
                        ON CONFLICT (sender, kind) DO UPDATE
                          SET times = u.times + excluded.times, last_at = greatest(u.last_at, excluded.last_at)
                        """)
                .param("senders", Columns.texts(done, one -> one.sender().value()))
                .param("received", Columns.texts(done, one -> one.received().toString()))
                .param("kinds", Columns.texts(done, one -> one.kind().orElse(null)))
                .param("heartbeat", Heartbeat.KIND)
                .update();
    }

    private static @org.jspecify.annotations.Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
