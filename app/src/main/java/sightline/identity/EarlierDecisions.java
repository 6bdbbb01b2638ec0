package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The records about which somebody decided before that counted for their children, by and by. */
public final class EarlierDecisions {
    private final JdbcClient sql;

    /**
     * Notes, in a transaction of its own, that the next could not be taken up: since the first
     * failure, until some are.
     */
    public static void failed(JdbcClient sql, Instant at) {
        sql.sql(
                        """
                        INSERT INTO identity.earlier_decision_failed (since) VALUES (:at)
                        ON CONFLICT (one) DO NOTHING
                        """)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Since when none could be taken up; empty while nothing fails. */
    public static Optional<Instant> failingSince(JdbcClient sql) {
        return sql.sql("SELECT since FROM identity.earlier_decision_failed")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    EarlierDecisions(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The keys of the next of these records, which are then done.
     *
     * @return nothing at all once there are no more
     */
    Optional<List<UUID>> next(int most) {
        Optional<UUID> after =
                sql.sql("SELECT after FROM identity.earlier_decision")
                        .query((row, _) -> Keys.key(row, 1))
                        .optional();
        sql.sql("DELETE FROM identity.earlier_decision_failed").update();
        return after.map(last -> next(last, most)).filter(keys -> !keys.isEmpty());
    }

    private List<UUID> next(UUID after, int most) {
        List<UUID> keys =
                sql.sql(
                                """
                                (SELECT DISTINCT first AS k FROM identity.decision WHERE first > :after
                                  ORDER BY first LIMIT :most)
                                UNION
                                (SELECT DISTINCT second FROM identity.decision WHERE second > :after
                                  ORDER BY second LIMIT :most)
                                ORDER BY k LIMIT :most
                                """)
                        .param("after", after)
                        .param("most", most)
                        .query((row, _) -> Keys.key(row, 1))
                        .list();
        if (keys.isEmpty()) {
            sql.sql("DELETE FROM identity.earlier_decision").update();
        } else {
            sql.sql("UPDATE identity.earlier_decision SET after = :last")
                    .param("last", keys.getLast())
                    .update();
        }
        return keys;
    }
}
