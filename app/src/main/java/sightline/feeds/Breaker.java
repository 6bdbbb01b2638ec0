package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Pauses the reading of a sender whose messages fail, within the pipeline's transaction, so that
 * other senders go on. What it holds stays acknowledged and in its order. A few of the held
 * messages are read now and then: if all of them can be, the sender is released.
 */
final class Breaker {
    private static final int BACKOFF_MAX = 7;

    /** One open pause. */
    private record Open(String sender, boolean flooding, boolean due) {}

    /** A probe, and how many messages of it are not read yet. */
    private record Probed(String sender, boolean flooding, boolean failed, long left) {}

    /** A sender of whom something came in that is no message, and when it last did. */
    private record Arrived(AgencyId sender, Instant last) {}

    /** What was counted of a sender in the window and in its last minute. */
    private record Counted(long taken, long aside, long lastMinute) {}

    private final BreakerLimits limits;

    Breaker(BreakerLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes paused senders' messages out of what is read next, but for probes. What is unread
     * leads: it is little or nothing, and a paused sender has sent more than any.
     */
    void hold(JdbcClient sql) {
        arrivals(sql).forEach(a -> tripIfFailing(sql, a.sender(), a.last()));
        var open = open(sql);
        if (open.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        WITH theirs AS MATERIALIZED (
                          SELECT w.receipt_id, r.sender FROM feeds.unread w CROSS JOIN LATERAL (
                            SELECT sender FROM feeds.receipt r WHERE r.receipt_id = w.receipt_id OFFSET 0) r
                           WHERE NOT w.probe AND r.sender = ANY (:senders::text[])),
                        moved AS (
                          DELETE FROM feeds.unread u USING theirs r WHERE r.receipt_id = u.receipt_id
                          RETURNING u.receipt_id, r.sender, u.attempts, u.corrects)
                        INSERT INTO feeds.held (receipt_id, sender, attempts, corrects)
                        SELECT receipt_id, sender, attempts, corrects FROM moved
                        """)
                .param("senders", Columns.texts(open, Open::sender))
                .update();
        for (var pause : open) {
            if (pause.due() && (!pause.flooding() || nothingElseWaits(sql))) {
                probe(sql, pause);
            }
        }
    }

    /** Senders of whom enough was set aside as it came in, since its bytes are no message. */
    private List<Arrived> arrivals(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT a.sender, max(a.minute) AS last FROM feeds.arrival_minute a
                         WHERE NOT EXISTS (SELECT FROM feeds.pause p WHERE p.sender = a.sender AND p.released_at IS NULL)
                         GROUP BY a.sender HAVING sum(a.aside) >= :least OR max(a.aside) > :minute
                        """)
                .param("least", limits.least())
                .param("minute", limits.aMinute())
                .query((row, _) ->
                        new Arrived(
                                new AgencyId(row.getString("sender")),
                                row.getTimestamp("last").toInstant()))
                .list();
    }

    private static List<Open> open(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT sender, why = 'flooding' AS flooding, probing = 0 AND probe_at <= now() AS due
                          FROM feeds.pause WHERE released_at IS NULL ORDER BY sender
                        """)
                .query((row, _) ->
                        new Open(
                                row.getString("sender"),
                                row.getBoolean("flooding"),
                                row.getBoolean("due")))
                .list();
    }

    /** A flood is read in the gaps that others leave. */
    private static boolean nothingElseWaits(JdbcClient sql) {
        return sql.sql("SELECT NOT EXISTS (SELECT FROM feeds.unread)")
                .query(Boolean.class)
                .single();
    }

    private void probe(JdbcClient sql, Open pause) {
        var moved =
                sql.sql(
                                """
                                WITH oldest AS (
                                  SELECT receipt_id FROM feeds.held WHERE sender = :sender ORDER BY receipt_id LIMIT :some),
                                moved AS (
                                  DELETE FROM feeds.held h USING oldest o WHERE h.receipt_id = o.receipt_id
                                  RETURNING h.receipt_id, h.attempts, h.corrects)
                                INSERT INTO feeds.unread (receipt_id, attempts, corrects, probe)
                                SELECT receipt_id, attempts, corrects, true FROM moved
                                """)
                        .param("sender", pause.sender())
                        .param("some", limits.probe())
                        .update();
        if (moved == 0) {
            release(sql, pause.sender());
            return;
        }
        sql.sql(
                        """
                        UPDATE feeds.pause SET probing = :moved, probes = probes + 1, probe_failed = false
                         WHERE sender = :sender AND released_at IS NULL
                        """)
                .param("moved", moved)
                .param("sender", pause.sender())
                .update();
    }

    /** Notes what was read or set aside just now. */
    void taken(JdbcClient sql, List<Progress.Done> done, boolean aside) {
        var probed =
                sql.sql(
                                """
                                WITH d AS (
                                  SELECT sender, date_trunc('minute', received_at::timestamptz) AS minute, count(*) AS n
                                    FROM unnest(:senders::text[], :received::text[]) AS d (sender, received_at)
                                   GROUP BY 1, 2),
                                counted AS (
                                  INSERT INTO feeds.reading_minute AS m (sender, minute, taken, aside)
                                  SELECT sender, minute, n, CASE WHEN :aside THEN n ELSE 0 END FROM d
                                  ON CONFLICT (sender, minute) DO UPDATE
                                    SET taken = m.taken + excluded.taken, aside = m.aside + excluded.aside)
                                UPDATE feeds.pause p
                                   SET probing = greatest(0, p.probing - t.n), probe_failed = p.probe_failed OR :aside
                                  FROM (SELECT sender, sum(n)::bigint AS n FROM d GROUP BY sender) t
                                 WHERE p.sender = t.sender AND p.released_at IS NULL AND p.probing > 0
                                RETURNING p.sender, p.why = 'flooding' AS flooding, p.probing, p.probe_failed
                                """)
                        .param("senders", Columns.texts(done, one -> one.sender().value()))
                        .param("received", Columns.texts(done, one -> one.received().toString()))
                        .param("aside", aside)
                        .query((row, _) -> probed(row))
                        .list();
        probed.stream().filter(probe -> probe.left() == 0).forEach(probe -> decide(sql, probe));
        if (aside) {
            done.forEach(one -> tripIfFailing(sql, one.sender(), one.received()));
        }
    }

    private static Probed probed(ResultSet row) throws SQLException {
        return new Probed(
                row.getString("sender"),
                row.getBoolean("flooding"),
                row.getBoolean("probe_failed"),
                row.getLong("probing"));
    }

    private void decide(JdbcClient sql, Probed probe) {
        if (probe.flooding()
                ? held(sql, probe.sender()) <= limits.waiting() / 2
                : !probe.failed()) {
            release(sql, probe.sender());
        } else if (!probe.flooding()) {
            sql.sql(
                            """
                            UPDATE feeds.pause
                               SET probe_at = now() + least(interval '1 day', :wait * interval '1 second' * 2 ^ least(probes, :most))
                             WHERE sender = :sender AND released_at IS NULL
                            """)
                    .param("wait", limits.until().toSeconds())
                    .param("most", BACKOFF_MAX)
                    .param("sender", probe.sender())
                    .update();
        }
    }

    private static long held(JdbcClient sql, String sender) {
        return sql.sql("SELECT count(*) FROM feeds.held WHERE sender = :sender")
                .param("sender", sender)
                .query(Long.class)
                .single();
    }

    private void tripIfFailing(JdbcClient sql, AgencyId sender, Instant received) {
        var counted =
                sql.sql(
                                """
                                SELECT coalesce(sum(taken), 0) AS taken, coalesce(sum(aside), 0) AS aside,
                                       coalesce(sum(aside) FILTER (WHERE minute = date_trunc('minute', :at::timestamptz)), 0) AS last
                                  FROM (SELECT sender, minute, taken, aside FROM feeds.reading_minute
                                        UNION ALL SELECT sender, minute, aside, aside FROM feeds.arrival_minute) counted
                                 WHERE sender = :sender AND minute <= :at::timestamptz
                                   AND minute > :at::timestamptz - :window * interval '1 second'
                                """)
                        .param("sender", sender.value())
                        .param("at", received.toString())
                        .param("window", limits.window().toSeconds())
                        .query((row, _) ->
                                new Counted(
                                        row.getLong("taken"),
                                        row.getLong("aside"),
                                        row.getLong("last")))
                        .single();
        var failing =
                counted.aside() >= limits.least()
                        && counted.aside() > limits.share() * counted.taken();
        if (failing || counted.lastMinute() > limits.aMinute()) {
            var words =
                    "%d of %d messages within %d minutes could not be read."
                            .formatted(
                                    counted.aside(), counted.taken(), limits.window().toMinutes());
            pause(sql, sender, "failing", words, limits.until().toSeconds());
        }
    }

    /** Pauses a sender of whom too many messages wait, unless a person released it today. */
    void tripIfFlooding(JdbcClient sql, AgencyId sender, long waiting) {
        if (waiting <= limits.waiting()) {
            return;
        }
        var spared =
                sql.sql(
                                """
                                SELECT EXISTS (SELECT FROM feeds.pause
                                                WHERE sender = :sender AND released_by IS NOT NULL
                                                  AND released_at > now() - interval '1 day')
                                """)
                        .param("sender", sender.value())
                        .query(Boolean.class)
                        .single();
        if (!spared) {
            pause(sql, sender, "flooding", waiting + " messages of it wait to be read.", 0);
        }
    }

    private static void pause(
            JdbcClient sql, AgencyId sender, String why, String words, long seconds) {
        sql.sql(
                        """
                        INSERT INTO feeds.pause (sender, why, words, probe_at)
                        VALUES (:sender, :why, :words, now() + :wait * interval '1 second')
                        ON CONFLICT (sender) WHERE released_at IS NULL DO NOTHING
                        """)
                .param("sender", sender.value())
                .param("why", why)
                .param("words", words)
                .param("wait", seconds)
                .update();
    }

    /** Released by a probe; what is held is read next, in its order. */
    private static void release(JdbcClient sql, String sender) {
        sql.sql(
                        """
                        UPDATE feeds.pause SET released_at = now() WHERE sender = :sender AND released_at IS NULL
                        """)
                .param("sender", sender)
                .update();
        readAgain(sql, sender);
    }

    /** Puts all that is held among the unread, and forgets what was counted. */
    static void readAgain(JdbcClient sql, String sender) {
        sql.sql(
                        """
                        WITH moved AS (
                          DELETE FROM feeds.held WHERE sender = :sender RETURNING receipt_id, attempts, corrects)
                        INSERT INTO feeds.unread (receipt_id, attempts, corrects)
                        SELECT receipt_id, attempts, corrects FROM moved
                        """)
                .param("sender", sender)
                .update();
        for (var counted : List.of("reading_minute", "arrival_minute")) {
            sql.sql("DELETE FROM feeds.%s WHERE sender = :sender".formatted(counted))
                    .param("sender", sender)
                    .update();
        }
    }
}
