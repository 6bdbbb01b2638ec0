package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.facts.wire.FactJson;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.crypto.spec.SecretKeySpec;

/**
 * Facts of the rows of one transaction's statements. Opening a row is work for a processor and none
 * for the database: many are opened on all processors, once all are there.
 */
final class FactRows {
    /** So few are opened where they are read. */
    private static final int MANY = 64;

    /** Where these stand among the columns of the ledger. */
    private static final int POSITION = 1;

    private static final int BODY = 8;
    private static final int SEED = 9;

    private static final int MOST_KEYS = 10_000;

    private final BodySeal seal;
    private final OpenedFacts opened;
    private final Map<ByteBuffer, SecretKeySpec> keys = new ConcurrentHashMap<>();

    FactRows(BodySeal seal, OpenedFacts opened) {
        this.seal = seal;
        this.opened = opened;
    }

    /** A row as the database gives it, of a fact that has to be opened. */
    private static final class Row {
        private final FactJson.Columns columns;
        private final byte[] seed;
        private final byte[] body;

        Row(ResultSet row, long position, byte[] seed, byte[] body) throws SQLException {
            this.columns =
                    new FactJson.Columns(
                            position,
                            new AgencyId(row.getString("sender")),
                            row.getInt("ordinal"),
                            row.getString("kind"),
                            Sensitivity.valueOf(row.getString("class")),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getObject("received_at", OffsetDateTime.class).toInstant());
            this.seed = seed;
            this.body = body;
        }
    }

    /** The facts that a statement finds, in its order; it gives the columns of the ledger. */
    List<Fact> read(JdbcClient.StatementSpec statement) {
        List<Supplier<Fact>> rows = statement.query((row, _) -> read(row)).list();
        return rows.size() < MANY
                ? rows.stream().map(Supplier::get).toList()
                : rows.parallelStream().map(Supplier::get).toList();
    }

    /**
     * Of a row that was opened lately, nothing is read but what shows that it is still the same.
     */
    private Supplier<Fact> read(ResultSet row) throws SQLException {
        long position = row.getLong(POSITION);
        byte[] body = row.getBytes(BODY);
        byte[] seed = row.getBytes(SEED);
        Optional<Fact> known = opened.fact(position, seed, body);
        if (known.isPresent()) {
            return known::get;
        }
        Row unread = new Row(row, position, seed, body);
        return () -> fact(unread);
    }

    private Fact fact(Row row) {
        Fact fact = FactJson.read(row.columns, seal.open(key(row.seed), row.body));
        opened.keep(row.columns.position(), row.seed, row.body, fact);
        return fact;
    }

    /** Most of a person's facts hang on one record, whose key is drawn once a transaction. */
    private SecretKeySpec key(byte[] seed) {
        if (keys.size() > MOST_KEYS) {
            keys.clear();
        }
        return keys.computeIfAbsent(ByteBuffer.wrap(seed), _ -> seal.key(seed));
    }
}
