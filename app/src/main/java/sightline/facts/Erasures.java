package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.DualControl;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders to end the content of records. One privacy officer orders, another approves; the order is
 * bound to its records and to how many facts hang on them, so that what is recorded later needs
 * another one.
 */
public final class Erasures {
    /** The rule of an erasure that somebody ordered, and no period ended. */
    public static final String ORDERED = "ordered";

    private static final DualControl CONTROL = new DualControl();
    private static final String COLUMNS =
            "order_id, rule, reference, record_keys, facts, approval_id, ordered_by, ordered_at, state";

    /** How far an order is. */
    public enum State {
        /** It waits for approval, or for being carried out. */
        ORDERED,
        /** The content is gone; what followed from it is still to be looked at again. */
        ERASED,
        /** All is done. */
        SETTLED
    }

    /**
     * An order.
     *
     * @param rule the retention period that ended, or {@value #ORDERED}
     * @param reference in the files of whoever ordered it
     * @param records keys of the records
     * @param facts how many facts hung on them when it was ordered
     */
    public record Order(
            long number,
            String rule,
            String reference,
            List<UUID> records,
            long facts,
            long approval,
            String orderedBy,
            Instant orderedAt,
            State state) {
        public Order {
            records = List.copyOf(records);
        }

        /** The text to which the approval is bound. */
        String exactly() {
            return exact(rule, reference, records, facts);
        }
    }

    private static String exact(
            String rule, String reference, Collection<UUID> records, long facts) {
        return "erase|%s|%s|%d|%s"
                .formatted(rule, reference, facts, PostgresLedger.written(records));
    }

    /** Orders an erasure, in a privacy officer's transaction; gives its number. */
    public long order(
            JdbcClient sql,
            String rule,
            String reference,
            Collection<SourceRecord> records,
            long facts) {
        List<UUID> keys = records.stream().map(RecordKey::of).distinct().toList();
        long approval =
                CONTROL.ask(sql, DualControl.Action.ERASE, exact(rule, reference, keys, facts));
        return sql.sql(
                        """
                        INSERT INTO facts.erasure (rule, reference, record_keys, facts, approval_id, ordered_by)
                        VALUES (:rule, :reference, :records::uuid[], :facts, :approval, access.actor())
                        RETURNING order_id
                        """)
                .param("rule", rule)
                .param("reference", reference)
                .param("records", SqlArrays.keys(keys))
                .param("facts", facts)
                .param("approval", approval)
                .query(Long.class)
                .single();
    }

    /** Approves an order, in another privacy officer's transaction; false where they may not. */
    public boolean approve(JdbcClient sql, long number) {
        return find(sql, number)
                .filter(o -> CONTROL.approve(sql, o.approval(), o.exactly()))
                .isPresent();
    }

    /** The newest orders, at most 500. */
    public List<Order> list(JdbcClient sql) {
        return sql.sql(
                        "SELECT %s FROM facts.erasure ORDER BY order_id DESC LIMIT 500"
                                .formatted(COLUMNS))
                .query((row, _) -> order(row))
                .list();
    }

    /** One order. */
    public Optional<Order> find(JdbcClient sql, long number) {
        return sql.sql("SELECT %s FROM facts.erasure WHERE order_id = :n".formatted(COLUMNS))
                .param("n", number)
                .query((row, _) -> order(row))
                .optional();
    }

    /** Orders that were carried out, and are still to be settled. */
    public List<Order> unsettled(JdbcClient sql) {
        return sql.sql(
                        "SELECT %s FROM facts.erasure WHERE state = 'erased' ORDER BY order_id"
                                .formatted(COLUMNS))
                .query((row, _) -> order(row))
                .list();
    }

    /** What settling an order needs, as it was noted when it was carried out. */
    public String settling(JdbcClient sql, long number) {
        return sql.sql("SELECT settling::text FROM facts.erasure WHERE order_id = :n")
                .param("n", number)
                .query(String.class)
                .single();
    }

    /** The facts that an order ended, as message and place in it. */
    public List<String> facts(JdbcClient sql, long number) {
        return sql.sql("SELECT fact FROM facts.tombstone WHERE order_id = :n ORDER BY position")
                .param("n", number)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** Notes that an order is settled, and whose records were looked at again. */
    public void settled(JdbcClient sql, long number, Collection<UUID> affected) {
        sql.sql(
                        """
                        UPDATE facts.erasure SET state = 'settled', settling = NULL, affected = :affected::uuid[]
                         WHERE order_id = :n
                        """)
                .param("n", number)
                .param("affected", SqlArrays.keys(affected))
                .update();
    }

    /** Records that were erased, and those of everybody who was looked at again. */
    public List<UUID> touched(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT unnest(e.record_keys || e.affected) FROM facts.erasure e WHERE e.state <> 'ordered'
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whether a hold stands on any of the records. */
    public boolean held(JdbcClient sql, Collection<UUID> records) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM facts.hold
                                        WHERE record_key = ANY (:keys::uuid[]) AND lifted_at IS NULL)
                        """)
                .param("keys", SqlArrays.keys(records))
                .query(Boolean.class)
                .single();
    }

    /** Uses the approval of an order, in the eraser's transaction. */
    boolean use(JdbcClient sql, Order order) {
        return CONTROL.use(sql, order.approval(), DualControl.Action.ERASE, order.exactly());
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getLong(1),
                Objects.requireNonNull(row.getString(2)),
                Objects.requireNonNull(row.getString(3)),
                Arrays.asList((UUID[]) Objects.requireNonNull(row.getArray(4)).getArray()),
                row.getLong(5),
                row.getLong(6),
                Objects.requireNonNull(row.getString(7)),
                Objects.requireNonNull(row.getObject(8, OffsetDateTime.class)).toInstant(),
                State.valueOf(Objects.requireNonNull(row.getString(9)).toUpperCase(Locale.ROOT)));
    }
}
