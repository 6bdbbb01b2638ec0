package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is owed about people, for the operator: ids, clocks and dates, nothing that was recorded.
 */
public final class OpenDuties {
    /** The most that are listed at once. */
    public static final int MOST = 5_000;

    private final Transactions transactions;

    /** The duties of the database that these transactions reach. */
    public OpenDuties(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A duty that is owed.
     *
     * @param reference how its page is named
     * @param rung how far its ladder was climbed; 0 while it is not late
     * @param owedBy as {@code AGENCY/ROLE}
     */
    public record OpenDuty(
            PersonId subject,
            String reference,
            String clock,
            Instant due,
            int rung,
            List<String> owedBy) {
        public OpenDuty {
            owedBy = List.copyOf(owedBy);
        }
    }

    /** What is owed at a moment, the longest late first; at most {@link #MOST}. */
    public List<OpenDuty> list(boolean lateOnly, Instant now) {
        return transactions.asJob(JobName.WATCH, sql -> list(sql, lateOnly, now));
    }

    private static List<OpenDuty> list(JdbcClient sql, boolean lateOnly, Instant now) {
        return sql.sql(
                        """
                        SELECT d.subject, %s, d.clock, d.due_at, d.rung,
                               ARRAY(SELECT t.recipient FROM alerts.told t
                                      WHERE t.subject = d.subject AND t.reference = d.key AND t.what = 'duty'
                                      ORDER BY 1)
                          FROM alerts.duty d
                         WHERE d.state IN ('running', 'overdue') AND (NOT :late OR d.due_at <= :now)
                         ORDER BY d.due_at, d.subject, d.key LIMIT :most
                        """
                                .formatted(DutyRow.HASH))
                .param("late", lateOnly)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, _) -> duty(row))
                .list();
    }

    private static OpenDuty duty(ResultSet row) throws SQLException {
        return new OpenDuty(
                new PersonId(Objects.requireNonNull(row.getString(1))),
                Objects.requireNonNull(row.getString(2)),
                Objects.requireNonNull(row.getString(3)),
                Objects.requireNonNull(row.getObject(4, OffsetDateTime.class)).toInstant(),
                row.getInt(5),
                Arrays.asList((String[]) Objects.requireNonNull(row.getArray(6)).getArray()));
    }
}
