package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the ledger was read for what was corrected and taken back before the ledger kept apart
 * which message speaks of which: once, a stretch at a time. What was read is kept with what follows
 * from it in one transaction, so that a program that ends in between reads no stretch twice and
 * leaves none out.
 */
public final class EarlierCorrections {
    private final JdbcClient sql;

    public EarlierCorrections(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is still to be read.
     *
     * @param since when it was begun
     * @param after the position up to which it was read
     * @param until the last position that is to be read
     * @param failing since when reading it on fails; empty where it does not
     */
    public record Stretch(Instant since, long after, long until, Optional<Instant> failing) {}

    /** What is still to be read; empty once all was, and before anybody looked. */
    public Optional<Stretch> waiting() {
        return sql.sql(
                        """
                        SELECT since, after, until, failing FROM facts.earlier_correction
                         WHERE since IS NOT NULL
                        """)
                .query((row, _) -> stretch(row))
                .optional();
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getTimestamp(1).toInstant(),
                row.getLong(2),
                row.getLong(3),
                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant));
    }

    /**
     * Begins, where nobody did: everything that is in the ledger now is to be read. To be asked
     * while the ledger's head is held.
     *
     * @return what is still to be read; empty once all was
     */
    public Optional<Stretch> begin(Instant now) {
        sql.sql(
                        """
                        UPDATE facts.earlier_correction SET since = :now, until = (SELECT position FROM facts.head)
                         WHERE since IS NULL
                        """)
                .param("now", Timestamp.from(now))
                .update();
        sql.sql("DELETE FROM facts.earlier_correction WHERE after >= until").update();
        return waiting();
    }

    /** Reading on failed, and is tried again from where it was. */
    public void failed(Instant now) {
        sql.sql("UPDATE facts.earlier_correction SET failing = coalesce(failing, :now)")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The stretch was read up to this position. */
    public void read(long position) {
        sql.sql("UPDATE facts.earlier_correction SET after = :position, failing = NULL")
                .param("position", position)
                .update();
        sql.sql("DELETE FROM facts.earlier_correction WHERE after >= until").update();
    }
}
