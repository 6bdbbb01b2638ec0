package sightline.reviews;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.By;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ChronologyTable;
import sightline.core.reviews.MergedChronology;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.ChronologyFrozen;
import sightline.database.Transactions;
import sightline.documents.ReadTable;
import sightline.documents.TableFile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The copies of which a review's chronology is merged; only those named on a review have any. */
public final class Chronologies {
    private final Transactions transactions;
    private final Journal journal;

    public Chronologies(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /** What came of taking one in. */
    public sealed interface Taken {
        /** It is in. */
        record In(ChronologyFrozen entry) implements Taken {}

        /** It is not; why, and what to do. */
        record Not(String why) implements Taken {}
    }

    /** The merged chronology of a review; empty where its reader is not named on it. */
    public Optional<MergedChronology> of(ReaderContext reader, ReviewId id, String page) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    if (!Reviews.whole(sql, id)) {
                        journal.write(sql, Entry.of(Event.DENY, page));
                        return Optional.empty();
                    }
                    List<ChronologyRow> rows = rows(sql, id);
                    journal.write(
                            sql,
                            new Entry(
                                    Event.REVEAL,
                                    List.of(),
                                    List.of(),
                                    Set.of(),
                                    rows.size(),
                                    Set.of(),
                                    page,
                                    Optional.empty()));
                    return Optional.of(MergedChronology.of(rows));
                });
    }

    private static List<ChronologyRow> rows(JdbcClient sql, ReviewId id) {
        return sql.sql(
                        """
                        SELECT copy, number, body FROM reviews.chronology WHERE review = :review
                         ORDER BY copy, number
                        """)
                .param("review", id.value())
                .query((row, _) -> RowJson.read(row.getInt(1), row.getInt(2), row.getString(3)))
                .list();
    }

    /**
     * Takes in an agency's own table.
     *
     * @param agency whose table it is
     */
    public Taken table(
            ReaderContext reader, ReviewId id, By by, AgencyId agency, byte[] file, Instant now) {
        return switch (TableFile.read(file)) {
            case ReadTable.Refused(ReadTable.Why why) -> new Taken.Not(why.says());
            case ReadTable.Tables tables -> {
                List<ChronologyRow> rows = rows(agency, tables);
                yield rows.isEmpty()
                        ? new Taken.Not(
                                "No table in it has a column Date and a column Event. Name the columns as the template does.")
                        : take(
                                reader,
                                id,
                                new ChronologyFrozen(
                                        by,
                                        now,
                                        0,
                                        agency,
                                        "Table",
                                        London.day(now),
                                        rows.size(),
                                        doubtful(rows),
                                        tables.leftBehind()),
                                rows);
            }
        };
    }

    private static List<ChronologyRow> rows(AgencyId agency, ReadTable.Tables tables) {
        List<ChronologyRow> rows = new ArrayList<>();
        for (ReadTable.Table table : tables.tables()) {
            ChronologyTable.read(
                            1,
                            rows.size() + 1,
                            agency,
                            new ChronologyTable.Sheet(table.name(), table.rows(), table.numbers()))
                    .ifPresent(rows::addAll);
        }
        return rows;
    }

    /** Takes in what the system held on a day, as far as its taker may read it. */
    public Taken held(
            ReaderContext reader,
            ReviewId id,
            By by,
            LocalDate asOf,
            List<ChronologyRow> rows,
            Instant now) {
        return take(
                reader,
                id,
                new ChronologyFrozen(
                        by,
                        now,
                        0,
                        reader.agencyId(),
                        "Entries in Sightline",
                        asOf,
                        rows.size(),
                        doubtful(rows),
                        List.of()),
                rows);
    }

    private static int doubtful(List<ChronologyRow> rows) {
        return (int) rows.stream().filter(r -> !r.doubt().isEmpty()).count();
    }

    private Taken take(
            ReaderContext reader, ReviewId id, ChronologyFrozen asked, List<ChronologyRow> rows) {
        Reviews.isTheirs(reader, asked);
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    Reviews.lock(sql, id);
                    journal.write(sql, Entry.of(Event.RECORD, "/reviews/{id}/chronology"));
                    Review review = Review.of(Reviews.entries(sql, id), asked.at());
                    if (!Reviews.whole(sql, id)) {
                        return new Taken.Not("You are not named on this review. Ask its lead.");
                    }
                    int copy = review.copies().size() + 1;
                    var entry =
                            new ChronologyFrozen(
                                    asked.by(),
                                    asked.at(),
                                    copy,
                                    asked.agency(),
                                    asked.what(),
                                    asked.asOf(),
                                    asked.rows(),
                                    asked.doubtful(),
                                    asked.leftBehind());
                    var refusal = review.refusal(entry);
                    if (refusal.isPresent()) {
                        return new Taken.Not(
                                refusal.get().sentence() + " " + refusal.get().remedy());
                    }
                    Reviews.insert(sql, id, reader.actor(), reader.agencyId(), entry);
                    insert(sql, id, copy, rows);
                    return new Taken.In(entry);
                });
    }

    private static void insert(JdbcClient sql, ReviewId id, int copy, List<ChronologyRow> rows) {
        sql.sql(
                        """
                        INSERT INTO reviews.chronology (review, copy, number, body)
                        SELECT :review, :copy, n, b::jsonb FROM unnest(:bodies::text[]) WITH ORDINALITY AS t (b, n)
                        """)
                .param("review", id.value())
                .param("copy", copy)
                .param(
                        "bodies",
                        new org.springframework.jdbc.support.SqlArrayValue(
                                "text", rows.stream().map(RowJson::write).toArray()))
                .update();
    }
}
