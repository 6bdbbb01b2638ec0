package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.London;
import sightline.core.library.Edition;
import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.core.reviews.Review;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The only way into the library, and out of it. A release or an import calls it; no page does. */
public final class Shelving {
    private final Transactions transactions;

    public Shelving(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Puts a review on the shelf, or a new version of it in its place.
     *
     * @param from the minute from which it may be read
     * @param pdf the report made anew; without it, it is made when somebody first asks
     */
    public void put(PublishedReview review, Instant from, Optional<byte[]> pdf, Instant now) {
        transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    put(sql, review, from, now);
                    pdf.ifPresent(bytes -> document(sql, review, bytes, now));
                    return true;
                });
    }

    static void put(JdbcClient sql, PublishedReview review, Instant from, Instant now) {
        String reference = review.reference().value();
        sql.sql("DELETE FROM library.document WHERE reference = :r").param("r", reference).update();
        sql.sql("DELETE FROM library.section WHERE reference = :r").param("r", reference).update();
        sql.sql("DELETE FROM library.beside WHERE reference = :r").param("r", reference).update();
        sql.sql("DELETE FROM library.recommendation WHERE reference = :r")
                .param("r", reference)
                .update();
        head(sql, review, from, now);
        forgetUnread(sql, reference, now);
        sections(sql, review);
        recommendations(sql, review);
    }

    /** A version that is gone before its minute was never one. */
    private static void forgetUnread(JdbcClient sql, String reference, Instant now) {
        sql.sql("DELETE FROM library.edition WHERE reference = :r AND readable_from > :now")
                .param("r", reference)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Writes down what the public is told of the version that was put there. */
    static void edition(JdbcClient sql, Reference reference, Edition edition) {
        sql.sql(
                        """
                        INSERT INTO library.edition (reference, readable_from, body) VALUES (:r, :from, :body::jsonb)
                        ON CONFLICT (reference, readable_from) DO UPDATE SET body = excluded.body
                        """)
                .param("r", reference.value())
                .param("from", Timestamp.from(edition.from()))
                .param("body", ReviewJson.write(edition))
                .update();
    }

    private static void head(JdbcClient sql, PublishedReview review, Instant from, Instant now) {
        sql.sql(
                        """
                        INSERT INTO library.review AS r (reference, readable_from, first_readable, kind, model, year, ages, themes, agencies, pages, body, head, changed_at)
                        VALUES (:reference, :from, :from, :kind, :model, :year, :ages, :themes, :agencies, :pages, :body::jsonb,
                          setweight(to_tsvector('pg_catalog.english', :a), 'A') || setweight(to_tsvector('pg_catalog.english', :b), 'B')
                            || setweight(to_tsvector('pg_catalog.english', :c), 'C'), :now)
                        ON CONFLICT (reference) DO UPDATE SET readable_from = excluded.readable_from,
                          first_readable = CASE WHEN coalesce(r.first_readable, r.readable_from) <= coalesce(r.withdrawn_at, :now)
                            THEN coalesce(r.first_readable, r.readable_from) ELSE excluded.readable_from END,
                          kind = excluded.kind, model = excluded.model,
                          year = excluded.year, ages = excluded.ages, themes = excluded.themes, agencies = excluded.agencies,
                          pages = excluded.pages, body = excluded.body, head = excluded.head, changed_at = excluded.changed_at,
                          withdrawn_at = NULL, withdrawn_why = NULL, look_again = NULL
                        """)
                .param("reference", review.reference().value())
                .param("from", Timestamp.from(from))
                .param("kind", review.kind().slug())
                .param("model", review.model().strip())
                .param("year", London.day(from).getYear())
                .param(
                        "ages",
                        SqlArrays.texts(
                                review.ages().stream().map(PublishedReview.AgeBand::slug).toList()))
                .param("themes", SqlArrays.texts(review.themes()))
                .param("agencies", SqlArrays.texts(review.agencies()))
                .param("pages", review.pages())
                .param("body", ReviewJson.write(review))
                .param(
                        "a",
                        review.pseudonym()
                                + " "
                                + String.join(" ", review.keywords())
                                + " "
                                + String.join(" ", review.themes()))
                .param("b", review.summary() + " " + review.learning())
                .param(
                        "c",
                        review.recommendations().stream()
                                .map(Recommendation::text)
                                .collect(Collectors.joining(" ")))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static void sections(JdbcClient sql, PublishedReview review) {
        List<Section> sections = review.sections();
        sql.sql(
                        """
                        INSERT INTO library.section (reference, number, page, heading, text, found)
                        SELECT :reference, s.number, s.page, s.heading, s.text,
                               to_tsvector('pg_catalog.english', s.heading || ' ' || s.text)
                                 || array_to_tsvector(ARRAY[:reference])
                          FROM unnest(:pages::int[], :headings::text[], :texts::text[]) WITH ORDINALITY
                            AS s (page, heading, text, number)
                        """)
                .param("reference", review.reference().value())
                .param("pages", sections.stream().mapToInt(Section::page).toArray())
                .param("headings", sections.stream().map(Section::heading).toArray(String[]::new))
                .param(
                        "texts",
                        sections.stream()
                                .map(Section::text)
                                .map(t -> t.replace("\u0000", ""))
                                .toArray(String[]::new))
                .update();
        sql.sql(
                        """
                        INSERT INTO library.word (reference, found)
                        SELECT r.reference, array_to_tsvector(array(
                                 SELECT DISTINCT w.word
                                   FROM (SELECT found FROM library.section WHERE reference = r.reference
                                          UNION ALL SELECT r.head) f,
                                        unnest(tsvector_to_array(f.found)) AS w (word)))
                          FROM library.review r WHERE r.reference = :reference
                        ON CONFLICT (reference) DO UPDATE SET found = excluded.found
                        """)
                .param("reference", review.reference().value())
                .update();
        sql.sql(
                        """
                        INSERT INTO library.beside (reference, part, found)
                        SELECT :reference, b.part, b.found FROM library.beside_of(:reference) b
                        """)
                .param("reference", review.reference().value())
                .update();
    }

    private static void recommendations(JdbcClient sql, PublishedReview review) {
        List<Recommendation> all = review.recommendations();
        String reference = review.reference().value();
        sql.sql(
                        """
                        INSERT INTO library.recommendation (reference, number, text)
                        SELECT :reference, r.number, r.text FROM unnest(:numbers::int[], :texts::text[]) AS r (number, text)
                        """)
                .param("reference", reference)
                .param("numbers", all.stream().mapToInt(Recommendation::number).toArray())
                .param("texts", all.stream().map(Recommendation::text).toArray(String[]::new))
                .update();
        sql.sql(
                        """
                        INSERT INTO library.term (lexeme, reference, number)
                        SELECT w.word, r.reference, r.number
                          FROM library.recommendation r, unnest(tsvector_to_array(to_tsvector('pg_catalog.english', r.text))) AS w (word)
                         WHERE r.reference = :reference
                        """)
                .param("reference", reference)
                .update();
    }

    static void document(JdbcClient sql, PublishedReview review, byte[] bytes, Instant now) {
        sql.sql(
                        """
                        INSERT INTO library.document (reference, bytes, pages, made_at)
                        SELECT reference, :bytes, :pages, :now FROM library.review WHERE reference = :r AND withdrawn_at IS NULL
                        ON CONFLICT (reference) DO NOTHING
                        """)
                .param("r", review.reference().value())
                .param("bytes", bytes)
                .param("pages", review.pages())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps a PDF that was made when somebody first asked, unless it was taken off meanwhile. */
    public void keep(PublishedReview review, byte[] pdf, Instant now) {
        transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    document(sql, review, pdf, now);
                    return true;
                });
    }

    /** Writes down how far recommendations have come; a day that has a row keeps it. */
    public void progress(Reference reference, Progress progress) {
        transactions.asJob(
                JobName.LIBRARY,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO library.progress (reference, on_day, body) VALUES (:r, :day, :body::jsonb)
                                        ON CONFLICT DO NOTHING
                                        """)
                                .param("r", reference.value())
                                .param("day", Date.valueOf(progress.on()))
                                .param("body", ReviewJson.write(progress))
                                .update());
    }

    /** Says of which review a published one tells, so that each night its progress is told. */
    public void tells(Reference reference, String review) {
        transactions.asJob(JobName.LIBRARY, sql -> tells(sql, reference, review));
    }

    static int tells(JdbcClient sql, Reference reference, String review) {
        return sql.sql(
                        """
                        INSERT INTO library.tells (reference, review) VALUES (:r, :review)
                        ON CONFLICT (reference) DO UPDATE SET review = excluded.review
                        """)
                .param("r", reference.value())
                .param("review", review)
                .update();
    }

    /** Where a review stands, or is down for a time. */
    static List<Reference> of(JdbcClient sql, String review) {
        return sql.sql(
                        """
                        SELECT t.reference FROM library.tells t JOIN library.review r USING (reference)
                         WHERE t.review = :review AND (r.withdrawn_at IS NULL OR r.look_again IS NOT NULL)
                         ORDER BY 1
                        """)
                .param("review", review)
                .query((row, _) -> new Reference(row.getString(1)))
                .list();
    }

    /** The same for whoever would change that. */
    public List<Reference> of(String review) {
        return transactions.asJob(JobName.LIBRARY, sql -> of(sql, review));
    }

    /**
     * Where a review stands, or stood before it was withdrawn.
     *
     * @param off why it is withdrawn for good; empty while it stands there
     */
    record Place(Reference reference, ReviewId review, Optional<String> off) {}

    /**
     * The place of each review of which the library tells; one that is down for a time has none.
     */
    static List<Place> places(JdbcClient sql) {
        return sql
                .sql(
                        """
                        SELECT DISTINCT ON (t.review) r.reference, t.review, r.withdrawn_at, r.withdrawn_why
                          FROM library.tells t JOIN library.review r USING (reference)
                         WHERE r.look_again IS NULL
                         ORDER BY t.review, r.withdrawn_at DESC NULLS FIRST
                        """)
                .query((row, _) ->
                        ReviewId.typed(Objects.requireNonNull(row.getString(2)))
                                .map(
                                        place(
                                                new Reference(row.getString(1)),
                                                row.getTimestamp(3) == null
                                                        ? Optional.empty()
                                                        : Optional.of(row.getString(4)))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Function<ReviewId, Place> place(Reference reference, Optional<String> off) {
        return id -> new Place(reference, id, off);
    }

    /** Whether what stands under a reference, or stood there, is something else than a review. */
    static boolean isOthers(JdbcClient sql, Reference reference, String review) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM library.tells WHERE reference = :r AND review <> :review)
                            OR EXISTS (SELECT FROM library.imported WHERE reference = :r)
                        """)
                .param("r", reference.value())
                .param("review", review)
                .query(Boolean.class)
                .single();
    }

    /** The same: nobody publishes over another's review, or over one that was taken in. */
    public boolean isOthers(Reference reference, String review) {
        return transactions.asJob(JobName.LIBRARY, sql -> isOthers(sql, reference, review));
    }

    /**
     * Writes down for each published review how far it had come when the day began; once a day, and
     * whenever in the day it is done, the same.
     *
     * @return how many were written down
     */
    public int night(Instant now) {
        LocalDate today = London.day(now);
        Map<Reference, Progress> all =
                transactions.asJob(JobName.LIBRARY, sql -> toTell(sql, now, today));
        all.forEach(this::progress);
        return all.size();
    }

    private static Map<Reference, Progress> toTell(JdbcClient sql, Instant now, LocalDate today) {
        Map<Reference, Progress> all = new LinkedHashMap<>();
        sql.sql(
                        """
                        SELECT r.body, t.review FROM library.tells t JOIN library.review r USING (reference)
                         WHERE r.withdrawn_at IS NULL AND r.readable_from <= :now
                           AND NOT EXISTS (SELECT FROM library.progress p WHERE p.reference = r.reference AND p.on_day = :today)
                         ORDER BY r.reference
                        """)
                .param("now", Timestamp.from(now))
                .param("today", Date.valueOf(today))
                .query((row, _) -> Map.entry(ReviewJson.read(row.getString(1)), row.getString(2)))
                .list()
                .forEach(row ->
                        ReviewId.typed(row.getValue())
                                .map(id -> Reviews.entries(sql, id))
                                .map(e -> Review.of(e, London.startOf(today)))
                                .filter(r -> !r.recommendations().isEmpty())
                                .ifPresent(r ->
                                        all.put(
                                                row.getKey().reference(),
                                                Progress.of(r, row.getKey()))));
        return all;
    }

    /**
     * Takes a review off the shelf: text, words and document go, its address and recommendations
     * stay.
     */
    public void withdraw(Reference reference, String reason, Instant now) {
        takeOff(reference, reason, Optional.empty(), now);
    }

    /**
     * The same for a time, until it is put there again; the public reads when that is looked at.
     */
    public void takeDown(Reference reference, String reason, LocalDate lookAgain, Instant now) {
        takeOff(reference, reason, Optional.of(lookAgain), now);
    }

    private void takeOff(
            Reference reference, String reason, Optional<LocalDate> lookAgain, Instant now) {
        transactions.asJob(
                JobName.LIBRARY, sql -> takeOff(sql, reference, reason, lookAgain, now, now));
    }

    /**
     * The same, of what was decided earlier and is done now: it went when that was decided, unless
     * it could be read from a minute in between on.
     */
    static int takeOff(
            JdbcClient sql,
            Reference reference,
            String reason,
            Optional<LocalDate> lookAgain,
            Instant decided,
            Instant now) {
        Organisations.forget(sql);
        forgetUnread(sql, reference.value(), now);
        for (String table : List.of("section", "word", "beside", "document")) {
            sql.sql("DELETE FROM library." + table + " WHERE reference = :r")
                    .param("r", reference.value())
                    .update();
        }
        return sql.sql(
                        """
                        UPDATE library.review SET withdrawn_why = :why, changed_at = :now,
                               withdrawn_at = CASE WHEN (first_readable > :decided AND first_readable <= :now)
                                                     OR (readable_from > :decided AND readable_from <= :now)
                                                   THEN :now::timestamptz ELSE :decided::timestamptz END,
                               look_again = :again, body = '{}', head = ''
                         WHERE reference = :r AND (withdrawn_at IS NULL OR look_again IS NOT NULL)
                        """)
                .param("decided", Timestamp.from(decided))
                .param("now", Timestamp.from(now))
                .param("why", reason)
                .param("again", lookAgain.map(Date::valueOf).orElse(null))
                .param("r", reference.value())
                .update();
    }

    /**
     * From when on a review can be read, wherever it stands: in the future while it is under an
     * embargo, and nothing where it does not stand.
     *
     * @param reference under which it is looked for as well
     */
    public Optional<Instant> readableFrom(String review, Reference reference) {
        return transactions.asJob(JobName.LIBRARY, sql -> readableFrom(sql, review, reference));
    }

    static Optional<Instant> readableFrom(JdbcClient sql, String review, Reference reference) {
        return sql.sql(
                        """
                        SELECT min(r.readable_from) FROM library.review r LEFT JOIN library.tells t USING (reference)
                         WHERE r.withdrawn_at IS NULL
                           AND (t.review = :review
                                OR (r.reference = :r AND t.review IS NULL
                                    AND NOT EXISTS (SELECT FROM library.imported i WHERE i.reference = :r)))
                        """)
                .param("review", review)
                .param("r", reference.value())
                .query((row, _) ->
                        Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Counts a review that is withheld; gives the number under which that ends. */
    public long withhold(String reason, LocalDate decided, LocalDate lookAgain) {
        return transactions.asJob(
                JobName.LIBRARY, sql -> withhold(sql, reason, decided, lookAgain));
    }

    static long withhold(JdbcClient sql, String reason, LocalDate decided, LocalDate lookAgain) {
        return sql.sql(
                        """
                        INSERT INTO library.withheld (reason, decided_on, look_again) VALUES (:why, :on, :again)
                        RETURNING number
                        """)
                .param("why", reason)
                .param("on", Date.valueOf(decided))
                .param("again", Date.valueOf(lookAgain))
                .query(Long.class)
                .single();
    }

    /** It is withheld no more. */
    public void endWithholding(long number, LocalDate on) {
        transactions.asJob(JobName.LIBRARY, sql -> endWithholding(sql, number, on));
    }

    static int endWithholding(JdbcClient sql, long number, LocalDate on) {
        return sql.sql(
                        "UPDATE library.withheld SET ended_on = :on WHERE number = :n AND ended_on IS NULL")
                .param("on", Date.valueOf(on))
                .param("n", number)
                .update();
    }
}
