package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.UserId;
import sightline.core.kernel.AgencyId;
import sightline.database.Transactions;

import java.util.List;

/** Senders whose messages are kept and not read: who stops them, and who lets them go on. */
public final class Pauses {
    private final Transactions transactions;
    private final Breaker breaker;

    /** The pauses of the database that these transactions reach. */
    public Pauses(Transactions transactions, BreakerLimits limits) {
        this.transactions = transactions;
        this.breaker = new Breaker(limits);
    }

    /**
     * Pauses senders of whom too many messages wait, and forgets what was counted long ago; in the
     * transaction of the watch ({@code asJob(WATCH, ..)}).
     *
     * @param feeds how they are; one that has not gone live may load its history
     */
    public void stopFloods(JdbcClient sql, Iterable<FeedHealth> feeds, java.time.LocalDate today) {
        for (var feed : feeds) {
            if (!feed.goLive().isAfter(today)) {
                breaker.tripIfFlooding(sql, feed.sender(), feed.unread());
            }
        }
        for (var counted : List.of("reading_minute", "arrival_minute")) {
            sql.sql(
                            "DELETE FROM feeds.%s WHERE minute < now() - interval '1 day'"
                                    .formatted(counted))
                    .update();
        }
    }

    /** A named person lets a sender be read again. Whether it was paused. */
    public boolean release(AgencyId sender, UserId by) {
        return transactions.asIntake(sql -> {
            var released =
                    sql.sql(
                                    """
                                    UPDATE feeds.pause SET released_at = now(), released_by = :by
                                     WHERE sender = :sender AND released_at IS NULL
                                    """)
                            .param("sender", sender.value())
                            .param("by", by.value())
                            .update();
            if (released == 1) {
                Breaker.readAgain(sql, sender.value());
            }
            return released == 1;
        });
    }
}
