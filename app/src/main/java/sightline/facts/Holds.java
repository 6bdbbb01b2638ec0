package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.DualControl;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Legal holds on source records: nothing of a held record is erased. One privacy officer places a
 * hold; lifting it takes two people. Works in the transaction of such a reader.
 */
public final class Holds {
    private static final DualControl CONTROL = new DualControl();

    /**
     * A hold that stands.
     *
     * @param reference in the files of whoever asked for it
     * @param lifting the approval under which it may be lifted, once somebody asked
     */
    public record Hold(
            long number,
            UUID record,
            String reference,
            String placedBy,
            Instant placedAt,
            Optional<Long> lifting) {}

    /** Places a hold; gives its number. */
    public long place(JdbcClient sql, SourceRecord record, String reference) {
        return sql.sql(
                        """
                        INSERT INTO facts.hold (record_key, reference, placed_by)
                        VALUES (:record, :reference, access.actor()) RETURNING hold_id
                        """)
                .param("record", RecordKey.of(record))
                .param("reference", reference)
                .query(Long.class)
                .single();
    }

    /** The holds that stand, the oldest first; at most 500. */
    public List<Hold> standing(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT hold_id, record_key, reference, placed_by, placed_at, lifting FROM facts.hold
                         WHERE lifted_at IS NULL ORDER BY hold_id LIMIT 500
                        """)
                .query((row, _) ->
                        new Hold(
                                row.getLong(1),
                                Objects.requireNonNull(row.getObject(2, UUID.class)),
                                Objects.requireNonNull(row.getString(3)),
                                Objects.requireNonNull(row.getString(4)),
                                Objects.requireNonNull(row.getObject(5, OffsetDateTime.class))
                                        .toInstant(),
                                Optional.ofNullable((Long) row.getObject(6))))
                .list();
    }

    /** Asks that a hold be lifted: somebody else must agree. False where it does not stand. */
    public boolean askToLift(JdbcClient sql, long hold) {
        long approval = CONTROL.ask(sql, DualControl.Action.LIFT_HOLD, exactly(hold));
        return sql.sql(
                                """
                                UPDATE facts.hold SET lifting = :approval WHERE hold_id = :hold AND lifted_at IS NULL
                                """)
                        .param("approval", approval)
                        .param("hold", hold)
                        .update()
                > 0;
    }

    /** Agrees, and lifts the hold. False where this person may not, or nobody asked in time. */
    public boolean lift(JdbcClient sql, long hold) {
        Optional<Long> approval =
                sql.sql(
                                "SELECT lifting FROM facts.hold WHERE hold_id = :hold AND lifted_at IS NULL")
                        .param("hold", hold)
                        .query((row, _) -> Optional.ofNullable((Long) row.getObject(1)))
                        .optional()
                        .flatMap(lifting -> lifting);
        if (approval.isEmpty() || !CONTROL.approve(sql, approval.get(), exactly(hold))) {
            return false;
        }
        return sql.sql(
                                """
                                UPDATE facts.hold SET lifted_at = now(), lifted_by = access.actor()
                                 WHERE hold_id = :hold AND lifted_at IS NULL
                                """)
                        .param("hold", hold)
                        .update()
                > 0;
    }

    private static String exactly(long hold) {
        return "lift hold " + hold;
    }
}
