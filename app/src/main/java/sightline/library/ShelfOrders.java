package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.library.Edition;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.reviews.ReviewDuty;
import sightline.core.upkeep.SiteState;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided of a review's place in the library. An order is written in the transaction in
 * which it is decided, and carried out by the library's job: at once, or, where the program ended
 * in between, when it starts again. The last order of a review stands; an earlier one that was not
 * carried out is not carried out any more.
 */
final class ShelfOrders {
    private static final String PUT = "put";
    private static final String TAKE_DOWN = "take-down";
    private static final String WITHDRAW = "withdraw";
    private static final String WITHHOLD = "withhold";

    /** Of an order {@code o} to put a text there: none to take it off came after it. */
    private static final String NOT_TAKEN_OFF =
            """
            NOT EXISTS (SELECT FROM library.shelf_order l
                         WHERE l.review = o.review AND l.number > o.number
                           AND l.kind IN ('take-down', 'withdraw'))
            """;

    private final Transactions transactions;

    ShelfOrders(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One order. */
    sealed interface Order {
        /**
         * Put there exactly this, to be read from that minute on.
         *
         * @param edition what the public is told of it; empty where it was ordered before that was
         *     kept
         */
        record Put(PublishedReview review, Instant from, Optional<Edition> edition)
                implements Order {}

        /** Take it off for a time. */
        record TakeDown(String reason, LocalDate lookAgain) implements Order {}

        /** Take it off; its address stays. */
        record Withdraw(String reason) implements Order {}

        /** Count it as withheld. */
        record Withhold(String reason, LocalDate lookAgain) implements Order {}
    }

    /** Writes one, in the transaction of whoever decides it. */
    static void add(
            JdbcClient sql,
            ReaderContext by,
            String review,
            Reference reference,
            Order order,
            Instant now) {
        Optional<Order.Put> put =
                order instanceof Order.Put p ? Optional.of(p) : Optional.<Order.Put>empty();
        sql.sql(
                        """
                        INSERT INTO library.shelf_order (review, agency, kind, reference, text, readable_from, edition, reason, look_again, counted, at)
                        SELECT d.review, d.agency, :kind, :reference, :text, :from, :edition::jsonb, :reason, :again, d.withheld, :now
                          FROM library.draft d WHERE d.review = :review AND d.agency = :agency
                        """)
                .param("review", review)
                .param("agency", by.agencyId().value())
                .param("kind", kind(order))
                .param("reference", reference.value())
                .param("text", put.map(p -> ReviewJson.whole(p.review())).orElse(null))
                .param("from", put.map(p -> Timestamp.from(p.from())).orElse(null))
                .param(
                        "edition",
                        put.flatMap(Order.Put::edition).map(ReviewJson::write).orElse(null))
                .param("reason", reason(order).orElse(null))
                .param("again", lookAgain(order).map(Date::valueOf).orElse(null))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static String kind(Order order) {
        return switch (order) {
            case Order.Put _ -> PUT;
            case Order.TakeDown _ -> TAKE_DOWN;
            case Order.Withdraw _ -> WITHDRAW;
            case Order.Withhold _ -> WITHHOLD;
        };
    }

    private static Optional<String> reason(Order order) {
        return switch (order) {
            case Order.Put _ -> Optional.empty();
            case Order.TakeDown(var reason, _) -> Optional.of(reason);
            case Order.Withdraw(var reason) -> Optional.of(reason);
            case Order.Withhold(var reason, _) -> Optional.of(reason);
        };
    }

    private static Optional<LocalDate> lookAgain(Order order) {
        return switch (order) {
            case Order.Put _, Order.Withdraw _ -> Optional.empty();
            case Order.TakeDown(_, var again) -> Optional.of(again);
            case Order.Withhold(_, var again) -> Optional.of(again);
        };
    }

    /** Under which reference a review was put there last, as long as that is not withdrawn. */
    static Optional<Reference> address(JdbcClient sql, String review) {
        return sql.sql(
                        """
                        SELECT kind, reference FROM library.shelf_order
                         WHERE review = :review AND kind <> 'withhold' ORDER BY number DESC LIMIT 1
                        """)
                .param("review", review)
                .query((row, _) ->
                        WITHDRAW.equals(row.getString(1))
                                ? Optional.<Reference>empty()
                                : Optional.of(new Reference(row.getString(2))))
                .optional()
                .flatMap(a -> a);
    }

    /**
     * Since when the text that is really there can be read; empty where none is, and where that it
     * goes is decided.
     */
    static Optional<Instant> readableSince(JdbcClient sql, String review, Instant now) {
        return sql.sql(
                        """
                        SELECT min(o.readable_from)
                          FROM library.shelf_order o JOIN library.review r USING (reference, readable_from)
                         WHERE o.review = :review AND o.kind = 'put' AND o.done_at IS NOT NULL
                           AND r.withdrawn_at IS NULL AND o.readable_from <= :now AND %s
                        """
                                .formatted(NOT_TAKEN_OFF))
                .param("review", review)
                .param("now", Timestamp.from(now))
                .query((row, _) ->
                        Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Whether a text was put there, or is to be, since it last left. */
    static boolean isPut(JdbcClient sql, String review) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM library.shelf_order o
                                        WHERE o.review = :review AND o.kind = 'put' AND %s)
                        """
                                .formatted(NOT_TAKEN_OFF))
                .param("review", review)
                .query(Boolean.class)
                .single();
    }

    /**
     * What was ordered and is not done, the oldest of each review: of what is to be put there, from
     * the minute on from which it is to be read.
     */
    static List<SiteState.OfReview> undone(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT DISTINCT ON (review) review, agency, kind, reference, at, greatest(at, readable_from) AS since
                          FROM library.shelf_order WHERE done_at IS NULL
                         ORDER BY review, greatest(at, readable_from), number
                        """)
                .query((row, _) -> undone(row))
                .list();
    }

    private static SiteState.OfReview undone(ResultSet row) throws SQLException {
        var agency = new AgencyId(row.getString("agency"));
        String words =
                "%s, decided on %s: %s."
                        .formatted(
                                row.getString("reference"),
                                London.day(row.getTimestamp("at").toInstant()),
                                undone(row.getString("kind")));
        return new SiteState.OfReview(
                row.getString("review"),
                agency,
                ReviewDuty.REVIEW_LEAD,
                agency,
                new SiteState.Owed(row.getTimestamp("since").toInstant(), words));
    }

    private static String undone(String kind) {
        return switch (kind) {
            case PUT -> "it was to go into the library, and is not there";
            case TAKE_DOWN, WITHDRAW ->
                    "it was to leave the library, and whatever is there can still be read";
            case WITHHOLD -> "it was to be counted as withheld, and is not";
            default -> throw unknown(kind);
        };
    }

    private record Open(
            long number,
            String review,
            Order order,
            Reference reference,
            Optional<Long> counted,
            Instant at) {}

    /**
     * Carries out what was ordered and is not done, the oldest first. One that fails leaves the
     * others alone, and is tried again.
     *
     * @return how many were carried out
     */
    int carryOut(Instant now) {
        return carryOut(Optional.empty(), now);
    }

    /** The same of one review: whoever decides of it hears nothing of what fails elsewhere. */
    int carryOut(String review, Instant now) {
        return carryOut(Optional.of(review), now);
    }

    private int carryOut(Optional<String> review, Instant now) {
        transactions.asJob(JobName.LIBRARY, sql -> overtaken(sql, now));
        int done = 0;
        List<RuntimeException> failed = new ArrayList<>();
        for (long number : transactions.asJob(JobName.LIBRARY, sql -> open(sql, review))) {
            try {
                done += carryOut(number, now);
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            RuntimeException first = failed.getFirst();
            failed.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return done;
    }

    /** What something else was decided of since is never put there, and kept no longer. */
    private static int overtaken(JdbcClient sql, Instant now) {
        lock(sql);
        return sql.sql(
                        """
                        UPDATE library.shelf_order o SET done_at = :now, text = NULL
                         WHERE o.done_at IS NULL AND o.kind = 'put'
                           AND EXISTS (SELECT FROM library.shelf_order l
                                        WHERE l.review = o.review AND l.number > o.number AND l.kind <> 'withhold')
                        """)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static List<Long> open(JdbcClient sql, Optional<String> review) {
        return sql.sql(
                        """
                        SELECT number FROM library.shelf_order
                         WHERE done_at IS NULL AND (:review::text IS NULL OR review = :review) ORDER BY number
                        """)
                .param("review", review.orElse(null))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Those reviews of whose place something is decided that is not carried out yet. */
    static Set<String> awaited(JdbcClient sql) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT DISTINCT review FROM library.shelf_order
                                 WHERE done_at IS NULL AND kind <> 'withhold'
                                """)
                        .query(String.class)
                        .list());
    }

    private int carryOut(long number, Instant now) {
        Optional<Open> open =
                transactions.asJob(
                        JobName.LIBRARY, sql -> read(sql, number).filter(o -> !waits(sql, o, now)));
        if (open.isEmpty()) {
            return 0;
        }
        // Made before anybody waits for it.
        Optional<byte[]> pdf =
                open.get().order() instanceof Order.Put(var review, _, _)
                        ? Optional.of(ReportPdf.of(review))
                        : Optional.empty();
        return transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    lock(sql);
                    return read(sql, number).map(o -> done(sql, o, pdf, now)).orElse(0);
                });
    }

    /** One order at a time, so that none overtakes another. */
    static void lock(JdbcClient sql) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('library.shelf_order', 31))")
                .query((_, _) -> true)
                .list();
    }

    private static Optional<Open> read(JdbcClient sql, long number) {
        return sql.sql("SELECT * FROM library.shelf_order WHERE number = :n AND done_at IS NULL")
                .param("n", number)
                .query((row, _) ->
                        new Open(
                                number,
                                row.getString("review"),
                                order(row),
                                new Reference(row.getString("reference")),
                                Optional.ofNullable(row.getObject("counted", Long.class)),
                                row.getTimestamp("at").toInstant()))
                .optional();
    }

    private static Order order(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case PUT ->
                    new Order.Put(
                            ReviewJson.read(row.getString("text")),
                            row.getTimestamp("readable_from").toInstant(),
                            Optional.ofNullable(row.getString("edition")).map(ReviewJson::edition));
            case TAKE_DOWN ->
                    new Order.TakeDown(
                            row.getString("reason"), row.getDate("look_again").toLocalDate());
            case WITHDRAW -> new Order.Withdraw(row.getString("reason"));
            case WITHHOLD ->
                    new Order.Withhold(
                            row.getString("reason"), row.getDate("look_again").toLocalDate());
            default -> throw unknown(kind);
        };
    }

    private static IllegalStateException unknown(String kind) {
        return new IllegalStateException("an order of an unknown kind: " + kind);
    }

    private static int done(JdbcClient sql, Open open, Optional<byte[]> pdf, Instant now) {
        switch (open.order()) {
            case Order.Put put -> {
                if (!later(sql, open)) {
                    if (Shelving.isOthers(sql, open.reference(), open.review())
                            || waits(sql, open, now)) {
                        return 0;
                    }
                    put(sql, open, put, pdf, now);
                }
            }
            case Order.TakeDown(var reason, var again) ->
                    takeOff(sql, open, reason, Optional.of(again), now);
            case Order.Withdraw(var reason) -> takeOff(sql, open, reason, Optional.empty(), now);
            case Order.Withhold(var reason, var again) -> {
                endWithholding(sql, open);
                long number = Shelving.withhold(sql, reason, London.day(open.at()), again);
                sql.sql("UPDATE library.shelf_order SET withheld = :w WHERE number = :n")
                        .param("w", number)
                        .param("n", open.number())
                        .update();
            }
        }
        return sql.sql(
                        "UPDATE library.shelf_order SET done_at = :now, text = NULL WHERE number = :n")
                .param("now", Timestamp.from(now))
                .param("n", open.number())
                .update();
    }

    /**
     * Whether it takes the place of a text that anybody can read, and has not come to its own
     * minute: until then the one that is there stays.
     */
    private static boolean waits(JdbcClient sql, Open open, Instant now) {
        return open.order() instanceof Order.Put(_, var from, _)
                && now.isBefore(from)
                && Shelving.readableFrom(sql, open.review(), open.reference())
                        .filter(at -> !now.isBefore(at))
                        .isPresent();
    }

    /** Whether something else was decided of its place since. */
    private static boolean later(JdbcClient sql, Open open) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM library.shelf_order
                                        WHERE review = :review AND number > :n AND kind <> 'withhold')
                        """)
                .param("review", open.review())
                .param("n", open.number())
                .query(Boolean.class)
                .single();
    }

    private static void put(
            JdbcClient sql, Open open, Order.Put put, Optional<byte[]> pdf, Instant now) {
        Shelving.put(sql, put.review(), put.from(), now);
        put.edition().ifPresent(e -> Shelving.edition(sql, open.reference(), e));
        pdf.ifPresent(bytes -> Shelving.document(sql, put.review(), bytes, now));
        Shelving.tells(sql, open.reference(), open.review());
        // It has one address. What stood at another before addresses were kept goes.
        for (Reference other : Shelving.of(sql, open.review())) {
            if (!other.equals(open.reference())) {
                Shelving.takeOff(
                        sql,
                        other,
                        "It is told under " + open.reference(),
                        Optional.empty(),
                        open.at(),
                        now);
            }
        }
        endWithholding(sql, open);
    }

    private static void takeOff(
            JdbcClient sql, Open open, String reason, Optional<LocalDate> lookAgain, Instant now) {
        for (Reference each : Shelving.of(sql, open.review())) {
            Shelving.takeOff(sql, each, reason, lookAgain, open.at(), now);
        }
        if (!Shelving.isOthers(sql, open.reference(), open.review())) {
            Shelving.takeOff(sql, open.reference(), reason, lookAgain, open.at(), now);
        }
    }

    private static void endWithholding(JdbcClient sql, Open open) {
        LocalDate on = London.day(open.at());
        open.counted().ifPresent(n -> Shelving.endWithholding(sql, n, on));
        sql.sql(
                        "SELECT withheld FROM library.shelf_order WHERE review = :review AND withheld IS NOT NULL")
                .param("review", open.review())
                .query(Long.class)
                .list()
                .forEach(n -> Shelving.endWithholding(sql, n, on));
    }
}
