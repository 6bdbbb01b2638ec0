package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;
import sightline.database.Transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Lists what was refused, to both sides. */
public final class Refusals {
    /** The most of each list. */
    public static final int PAGE = 50;

    private final Transactions transactions;

    /** What was refused in the database that these transactions reach. */
    public Refusals(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What a sender sent and was not taken as it meant it.
     *
     * @param before numbers of both lists: a page goes on with those below
     */
    public Refused of(AgencyId sender, long before) {
        return transactions.asIntake(sql -> list(sql, Optional.of(sender), before));
    }

    /** The newest of all senders, as far as whoever looks may know of it. */
    static Refused newest(JdbcClient sql) {
        return list(sql, Optional.empty(), Long.MAX_VALUE);
    }

    private static Refused list(JdbcClient sql, Optional<AgencyId> sender, long before) {
        var only = sender.map(AgencyId::value).orElse(null);
        var conflicts =
                sql.sql(
                                """
                                SELECT c.*, r.message_id, r.body_hash AS first_hash
                                  FROM feeds.conflict c LEFT JOIN feeds.receipt r ON r.receipt_id = c.receipt_id
                                 WHERE (:only::text IS NULL OR c.sender = :only) AND c.conflict_id < :before
                                 ORDER BY c.conflict_id DESC LIMIT :page
                                """)
                        .param("only", only)
                        .param("before", before)
                        .param("page", PAGE)
                        .query((row, _) -> conflict(row))
                        .list();
        var tooLarge =
                sql.sql(
                                """
                                SELECT * FROM feeds.refusal
                                 WHERE (:only::text IS NULL OR sender = :only) AND refusal_id < :before
                                 ORDER BY refusal_id DESC LIMIT :page
                                """)
                        .param("only", only)
                        .param("before", before)
                        .param("page", PAGE)
                        .query((row, _) ->
                                new Refused.TooLarge(
                                        row.getLong("refusal_id"),
                                        new AgencyId(row.getString("sender")),
                                        row.getLong("size"),
                                        row.getTimestamp("refused_at").toInstant()))
                        .list();
        return new Refused(conflicts, tooLarge);
    }

    private static Refused.Conflict conflict(ResultSet row) throws SQLException {
        return new Refused.Conflict(
                row.getLong("conflict_id"),
                new AgencyId(row.getString("sender")),
                new ReceiptId(row.getLong("receipt_id")),
                Optional.ofNullable(row.getString("message_id")).map(MessageId::new),
                Optional.ofNullable(row.getBytes("first_hash")).map(Bytes::hex),
                Bytes.hex(row.getBytes("body_hash")),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getLong("times"));
    }
}
