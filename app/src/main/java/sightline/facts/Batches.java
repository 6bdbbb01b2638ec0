package sightline.facts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the pipeline did, batch by batch, on its own clock: the recorded order in which everything
 * that follows from facts can be derived again. Written by whoever holds the ledger's head, where
 * each leaves a mark: what another process recollects from before is not current any more.
 */
public final class Batches {
    private final JdbcClient sql;

    /** The batches within the transaction of that client. */
    public Batches(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a batch was about. */
    public enum Kind {
        /** Facts were read and what was due was taken up. */
        MESSAGES,
        /** Facts were read; what follows from them was worked out later. */
        HISTORY,
        /** What follows was worked out for the people of some records. */
        CATCH_UP,
        /** Somebody decided who two records are. */
        DECIDED,
        /** Such a decision was taken back. */
        UNDONE,
        /** Somebody decided whether two addresses are one place. */
        PLACE_DECIDED,
        /** Such a decision was taken back. */
        PLACE_UNDONE,
        /** Other packs, or another edition of the directory, are in force from here on. */
        CHANGED;

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * A batch.
     *
     * @param number in the order of the batches; with gaps
     * @param at when, by the pipeline's clock
     * @param position the newest fact once it was done
     * @param records of a catch-up: keys of the records whose people were looked at
     * @param sealed a decision, in hexadecimal, as {@code identity} seals it
     * @param inForce what a change put in force
     * @param due how many of those who were due it took up at the most, of each sort
     */
    public record Batch(
            long number,
            Instant at,
            Kind kind,
            long position,
            List<UUID> records,
            Optional<String> sealed,
            Optional<Editions.InForce> inForce,
            int due) {
        public Batch {
            records = List.copyOf(records);
        }
    }

    /**
     * Notes a batch of facts that were read.
     *
     * @param due how many of those who were due it took up at the most, of each sort
     */
    public void messages(int due, Instant at) {
        insert(Kind.MESSAGES, at, null, null, due);
    }

    /** Notes a batch of history. */
    public void history(Instant at) {
        insert(Kind.HISTORY, at, null, null, 0);
    }

    /** Notes a catch-up. */
    public void caughtUp(Collection<SourceRecord> records, Instant at) {
        insert(
                Kind.CATCH_UP,
                at,
                SqlArrays.keys(records.stream().map(RecordKey::of).toList()),
                null,
                0);
    }

    /** Notes a decision, as {@code identity} sealed it, in hexadecimal. */
    public void decided(Kind kind, String sealed, Instant at) {
        insert(kind, at, null, sealed, 0);
    }

    /** Notes that something else is in force. */
    public void changed(Editions.InForce inForce, Instant at) {
        sql.sql(
                        """
                        WITH h AS (UPDATE facts.head SET position = position RETURNING position)
                        INSERT INTO facts.batch (at, kind, position, rulebook, directory_edition)
                        SELECT :at, :kind, h.position, :rulebook, :directory FROM h
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", Kind.CHANGED.code())
                .param("rulebook", inForce.rulebook())
                .param("directory", inForce.directory())
                .update();
    }

    private void insert(
            Kind kind,
            Instant at,
            @Nullable SqlArrayValue records,
            @Nullable String sealed,
            int due) {
        sql.sql(
                        """
                        WITH h AS (UPDATE facts.head SET position = position RETURNING position)
                        INSERT INTO facts.batch (at, kind, position, record_keys, decision, due)
                        SELECT :at, :kind, h.position, :records::uuid[], decode(:sealed, 'hex'), :due FROM h
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind.code())
                .param("records", records)
                .param("sealed", sealed)
                .param("due", due)
                .update();
    }

    /** At most {@code limit} batches after a number, in their order. */
    public List<Batch> after(long number, int limit) {
        return after(number, limit, "true");
    }

    /** At most {@code limit} batches after a number that are decisions of persons. */
    public List<Batch> decisionsAfter(long number, int limit) {
        return after(number, limit, "decision IS NOT NULL");
    }

    private List<Batch> after(long number, int limit, String which) {
        return sql.sql(
                        """
                        SELECT batch_id, at, kind, position, record_keys, decision, rulebook, directory_edition, due
                          FROM facts.batch
                         WHERE batch_id > :after AND %s ORDER BY batch_id LIMIT :limit
                        """
                                .formatted(which))
                .param("after", number)
                .param("limit", limit)
                .query((row, _) -> batch(row))
                .list();
    }

    /** Ends what these batches decided, since whom they were about was erased. */
    public void forgetDecisions(Collection<Long> numbers) {
        sql.sql("UPDATE facts.batch SET decision = NULL WHERE batch_id = ANY (:numbers::bigint[])")
                .param(
                        "numbers",
                        numbers.stream()
                                .map(n -> Long.toString(n))
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        Array records = row.getArray(5);
        return new Batch(
                row.getLong(1),
                Objects.requireNonNull(row.getObject(2, OffsetDateTime.class)).toInstant(),
                Kind.of(Objects.requireNonNull(row.getString(3))),
                row.getLong(4),
                records == null ? List.of() : Arrays.asList((UUID[]) records.getArray()),
                Optional.ofNullable(row.getBytes(6)).map(b -> HexFormat.of().formatHex(b)),
                row.getObject(7) == null
                        ? Optional.empty()
                        : Optional.of(new Editions.InForce(row.getLong(7), row.getLong(8))),
                row.getInt(9));
    }
}
