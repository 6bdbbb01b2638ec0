package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Agency;
import sightline.core.directory.Directory;
import sightline.core.kernel.London;
import sightline.core.library.OrganisationProgress;
import sightline.core.reviews.Review;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How far organisations have come over all published reviews, worked out once a day. */
public final class Organisations {
    private final Transactions transactions;

    public Organisations(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What is told, and of which day. */
    public record AsOf(LocalDate day, List<OrganisationProgress> organisations) {
        public AsOf {
            organisations = List.copyOf(organisations);
        }
    }

    /**
     * Writes down how far each had come when the day began, unless that is written down.
     *
     * @return how many rows were written
     */
    public int night(Instant now, Directory directory) {
        LocalDate today = London.day(now);
        return transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    lock(sql);
                    return newest(sql).map(AsOf::day).filter(today::equals).isPresent()
                            ? 0
                            : write(sql, now, today, directory);
                });
    }

    /** Forgets what tells of a review that nobody may read any more; it is worked out anew. */
    static void forget(JdbcClient sql) {
        lock(sql);
        sql.sql("DELETE FROM library.organisation").update();
    }

    /** Whoever works it out and whoever takes a review off the shelf wait for each other. */
    private static void lock(JdbcClient sql) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('library.organisation', 31))")
                .query((_, _) -> true)
                .list();
    }

    private static int write(JdbcClient sql, Instant now, LocalDate today, Directory directory) {
        List<Review> reviews =
                sql
                        .sql(
                                """
                                SELECT t.review FROM library.tells t JOIN library.review r USING (reference)
                                 WHERE r.withdrawn_at IS NULL AND r.readable_from <= :now ORDER BY 1
                                """)
                        .param("now", Timestamp.from(now))
                        .query((row, _) -> ReviewId.typed(Objects.requireNonNull(row.getString(1))))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .map(id -> Review.of(Reviews.entries(sql, id), London.startOf(today)))
                        .toList();
        // Where nothing is left to tell, nothing of before stands in its place.
        sql.sql("DELETE FROM library.organisation").update();
        int number = 0;
        for (OrganisationProgress one :
                OrganisationProgress.of(
                        reviews,
                        id -> directory.agency(id).map(Agency::name).orElseGet(id::inWords))) {
            number++;
            sql.sql(
                            """
                            INSERT INTO library.organisation (on_day, number, name, organisations, recommended, accepted, said_done, verified, slipped)
                            VALUES (:day, :number, :name, :organisations, :recommended, :accepted, :done, :verified, :slipped)
                            ON CONFLICT DO NOTHING
                            """)
                    .param("day", Date.valueOf(today))
                    .param("number", number)
                    .param("name", one.name())
                    .param("organisations", one.organisations())
                    .param("recommended", one.recommended())
                    .param("accepted", one.accepted())
                    .param("done", one.saidDone())
                    .param("verified", one.verified())
                    .param("slipped", one.slipped())
                    .update();
        }
        return number;
    }

    /** The newest day that was written down. */
    static Optional<AsOf> newest(JdbcClient sql) {
        return sql.sql("SELECT max(on_day) FROM library.organisation")
                .query((row, _) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single()
                .map(day -> new AsOf(day, of(sql, day)));
    }

    private static List<OrganisationProgress> of(JdbcClient sql, LocalDate day) {
        return sql.sql(
                        """
                        SELECT name, organisations, recommended, accepted, said_done, verified, slipped
                          FROM library.organisation WHERE on_day = :day ORDER BY number
                        """)
                .param("day", Date.valueOf(day))
                .query((row, _) ->
                        new OrganisationProgress(
                                row.getString(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7)))
                .list();
    }
}
