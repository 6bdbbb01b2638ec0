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

import javax.crypto.spec.SecretKeySpec;

/**
 * Facts of the rows of one transaction's statements. Opening a row is work for a processor and none
 * for the database: many are opened on all processors, once all are there.
 */
final class FactRows {
    /** So few are opened where they are read. */
    private static final int MANY = 64;

    private static final int MOST_KEYS = 10_000;

    private final BodySeal seal;
    private final OpenedFacts opened;
    private final Map<ByteBuffer, SecretKeySpec> keys = new ConcurrentHashMap<>();

    FactRows(BodySeal seal, OpenedFacts opened) {
        this.seal = seal;
        this.opened = opened;
    }

    /** A row as the database gives it. */
    private static final class Row {
        private final FactJson.Columns columns;
        private final byte[] seed;
        private final byte[] body;

        Row(ResultSet row) throws SQLException {
            this.columns =
                    new FactJson.Columns(
                            row.getLong("position"),
                            new AgencyId(row.getString("sender")),
                            row.getInt("ordinal"),
                            row.getString("kind"),
                            Sensitivity.valueOf(row.getString("class")),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getObject("received_at", OffsetDateTime.class).toInstant());
            this.seed = row.getBytes("seed");
            this.body = row.getBytes("body");
        }
    }

    /** The facts that a statement finds, in its order; it gives the columns of the ledger. */
    List<Fact> read(JdbcClient.StatementSpec statement) {
        List<Row> rows = statement.query((row, _) -> new Row(row)).list();
        return rows.size() < MANY
                ? rows.stream().map(this::fact).toList()
                : rows.parallelStream().map(this::fact).toList();
    }

    private Fact fact(Row row) {
        long position = row.columns.position();
        Optional<Fact> known = opened.fact(position, row.seed, row.body);
        if (known.isPresent()) {
            return known.get();
        }
        Fact fact = FactJson.read(row.columns, seal.open(key(row.seed), row.body));
        opened.keep(position, row.seed, row.body, fact);
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
