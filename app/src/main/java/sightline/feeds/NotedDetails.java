package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * Details of messages that were set aside alone, or not understood. Their message was read, so that
 * they pause nobody; a sender of whom they are many is told in receipts that it may never open.
 */
public final class NotedDetails {
    private final NotedLimits limits;

    /**
     * @param limits from when on they are many
     */
    public NotedDetails(NotedLimits limits) {
        this.limits = limits;
    }

    /**
     * A sender of whom they are many.
     *
     * @param since when that was first seen
     * @param read how many of its messages were read in the days that are counted
     * @param noted of how many of them something was set aside or not understood
     */
    public record Many(AgencyId sender, Instant since, long read, long noted) {}

    /** Counts what was read just now; in the pipeline's transaction. */
    static void count(JdbcClient sql, List<Progress.Done> done) {
        List<Progress.Done> messages =
                done.stream()
                        .filter(one -> one.kind().filter(Heartbeat.KIND::equals).isEmpty())
                        .toList();
        if (messages.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO feeds.noted_day AS n (sender, day, read, noted)
                        SELECT sender, day, count(*), count(*) FILTER (WHERE noted)
                          FROM unnest(:senders::text[], :days::date[], :noted::boolean[]) AS d (sender, day, noted)
                         GROUP BY sender, day
                        ON CONFLICT (sender, day) DO UPDATE
                          SET read = n.read + excluded.read, noted = n.noted + excluded.noted
                        """)
                .param("senders", Columns.texts(messages, one -> one.sender().value()))
                .param(
                        "days",
                        Columns.texts(messages, one -> London.day(one.received()).toString()))
                .param("noted", Columns.texts(messages, one -> String.valueOf(one.noted())))
                .update();
    }

    /**
     * Of whom they are many now, and forgets the days that are not counted any more; in the
     * transaction of the watch ({@code asJob(WATCH, ..)}).
     */
    public List<Many> look(JdbcClient sql, Instant now) {
        var first = London.day(now).minusDays(limits.days() - 1L);
        sql.sql("DELETE FROM feeds.noted_day WHERE day < :first").param("first", first).update();
        sql.sql(
                        """
                        WITH many AS (
                          SELECT sender FROM feeds.noted_day GROUP BY sender
                          HAVING sum(noted) >= :least AND sum(noted) > :share * sum(read)),
                        few AS (
                          DELETE FROM feeds.noted_since s
                           WHERE NOT EXISTS (SELECT FROM many m WHERE m.sender = s.sender))
                        INSERT INTO feeds.noted_since (sender, since) SELECT sender, :now FROM many
                        ON CONFLICT DO NOTHING
                        """)
                .param("least", limits.least())
                .param("share", limits.share())
                .param("now", Timestamp.from(now))
                .update();
        return sql.sql(
                        """
                        SELECT s.sender, s.since, sum(d.read) AS read, sum(d.noted) AS noted
                          FROM feeds.noted_since s JOIN feeds.noted_day d USING (sender)
                         GROUP BY s.sender, s.since
                        """)
                .query((row, _) ->
                        new Many(
                                new AgencyId(row.getString("sender")),
                                row.getTimestamp("since").toInstant(),
                                row.getLong("read"),
                                row.getLong("noted")))
                .list();
    }
}
