package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.UserId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.Transactions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What could not be read: who must know, and what is done about it. */
public final class Quarantine {
    /** The most messages of one page of the list. */
    public static final int PAGE = 50;

    /** What came of deciding about a message. */
    public enum Decided {
        /** It is done. */
        DONE,
        /** It does not lie in quarantine: somebody else decided, or there is no such message. */
        NOT_THERE,
        /** Its content was erased; there is nothing left to read. */
        ERASED
    }

    private final Transactions transactions;

    /** The quarantine of the database that these transactions reach. */
    public Quarantine(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One page of what lies in quarantine, oldest first, in the transaction of whoever looks.
     *
     * @param sender only that sender's, or everybody's
     * @param after where the page before ended
     */
    public List<Quarantined> list(
            JdbcClient sql, Optional<AgencyId> sender, Optional<ReceiptId> after) {
        return sql.sql(
                        """
                        SELECT q.*, r.message_id
                          FROM feeds.quarantine q
                          LEFT JOIN feeds.receipt r ON r.receipt_id = q.receipt_id AND NOT r.keyed_by_hash
                         WHERE q.state IN ('open', 'returned') AND (:sender::text IS NULL OR q.sender = :sender)
                           AND q.receipt_id > :after
                         ORDER BY q.receipt_id LIMIT :page
                        """)
                .param("sender", sender.map(AgencyId::value).orElse(null))
                .param("after", after.map(ReceiptId::value).orElse(0L))
                .param("page", PAGE)
                .query((row, _) ->
                        new Quarantined(
                                new ReceiptId(row.getLong("receipt_id")),
                                new AgencyId(row.getString("sender")),
                                Optional.ofNullable(row.getString("message_id"))
                                        .map(MessageId::new),
                                Optional.ofNullable(row.getString("kind")),
                                row.getTimestamp("since").toInstant(),
                                ReceiptRows.problems(row.getString("problems")),
                                row.getString("state").equals("returned")))
                .list();
    }

    /**
     * What waits in quarantine and may be about these records, sender by sender, as far as whoever
     * looks may know of it.
     */
    public List<NotYetReadable> notYetReadable(JdbcClient sql, Collection<SourceRecord> records) {
        return sql.sql(
                        """
                        SELECT c.sender, count(DISTINCT c.receipt_id) AS messages, min(c.since) AS since
                          FROM feeds.concern c
                         WHERE c.record_key = ANY (:keys::uuid[])
                         GROUP BY c.sender ORDER BY c.sender
                        """)
                .param(
                        "keys",
                        Columns.texts(
                                List.copyOf(records), record -> RecordKey.of(record).toString()))
                .query((row, _) ->
                        new NotYetReadable(
                                new AgencyId(row.getString("sender")),
                                row.getLong("messages"),
                                row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Puts a message back among the unread: it is read again, after a fault was mended. */
    public Decided release(ReceiptId receipt, UserId by) {
        return transactions.asIntake(sql -> {
            if (isErased(sql, receipt)) {
                return Decided.ERASED;
            }
            if (!decide(sql, receipt, by, "released", "received")) {
                return Decided.NOT_THERE;
            }
            sql.sql("INSERT INTO feeds.unread (receipt_id) VALUES (:receipt)")
                    .param("receipt", receipt.value())
                    .update();
            return Decided.DONE;
        });
    }

    /**
     * Gives a message back to its sender to mend. It stays in the list, and in the chronologies of
     * those it concerns, until the sender's correction of it has been read.
     */
    public Decided returnToSender(ReceiptId receipt, UserId by) {
        return transactions.asIntake(sql ->
                decide(sql, receipt, by, "returned", "returned")
                        ? Decided.DONE
                        : Decided.NOT_THERE);
    }

    private static boolean isErased(JdbcClient sql, ReceiptId receipt) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM feeds.receipt WHERE receipt_id = :receipt)
                           AND NOT EXISTS (SELECT FROM feeds.raw_key WHERE receipt_id = :receipt)
                        """)
                .param("receipt", receipt.value())
                .query(Boolean.class)
                .single();
    }

    private static boolean decide(
            JdbcClient sql, ReceiptId receipt, UserId by, String decision, String state) {
        return sql.sql(
                                """
                                WITH decided AS (
                                  UPDATE feeds.quarantine SET state = :decision, decided_by = :by, decided_at = now()
                                   WHERE receipt_id = :receipt AND state IN ('open', 'returned') AND state <> :decision
                                  RETURNING receipt_id)
                                UPDATE feeds.receipt r SET state = :state
                                  FROM decided d WHERE r.receipt_id = d.receipt_id
                                """)
                        .param("receipt", receipt.value())
                        .param("by", by.value())
                        .param("decision", decision)
                        .param("state", state)
                        .update()
                == 1;
    }
}
