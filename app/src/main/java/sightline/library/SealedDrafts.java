package sightline.library;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.library.Canaries;
import sightline.core.library.PublicationPolicy.LaterOrder;
import sightline.core.library.PublishedReview;
import sightline.core.library.ReleaseEntry;
import sightline.core.library.ReleaseFile;
import sightline.core.reviews.Review.Hold;
import sightline.database.Transactions;
import sightline.database.Work;
import sightline.library.Publications.Draft;
import sightline.library.Publications.Kept;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The texts of reviews on their way to publication, sealed, each with its file of what was done
 * about it; in the transaction of a reader, who is in the journal before.
 */
final class SealedDrafts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REVIEW = "review";
    private static final String CANARIES = "canaries";

    private final Transactions transactions;
    private final Journal journal;
    private final DraftSeal seal;
    private final PseudonymKeys keys;

    SealedDrafts(Transactions transactions, Journal journal, DraftSeal seal, PseudonymKeys keys) {
        this.transactions = transactions;
        this.journal = journal;
        this.seal = seal;
        this.keys = keys;
    }

    /** Writes down that somebody does something, and does it. */
    <T extends @Nullable Object> T step(ReaderContext by, String what, Work<T> work) {
        record(by, what);
        return as(by, work);
    }

    /** Writes down that somebody is about to do something. */
    void record(ReaderContext by, String what) {
        as(by, sql -> journal.write(sql, Entry.of(Event.POLICY_CHANGE, "library: " + what)));
    }

    /** In a transaction of somebody who needs nobody's record for it. */
    <T extends @Nullable Object> T as(ReaderContext by, Work<T> work) {
        return transactions.asReader(by, List.of(), work);
    }

    /** The review and its file; nothing for whoever may not read it. */
    Optional<Draft> find(JdbcClient sql, String review) {
        List<ReleaseEntry> entries =
                sql.sql(
                                "SELECT kind, body FROM library.release_entry WHERE review = :r ORDER BY number")
                        .param("r", review)
                        .query((row, _) -> entry(row.getString(1), row.getString(2)))
                        .list();
        Optional<List<Hold>> holds = holds(sql, review);
        return sql.sql("SELECT * FROM library.draft WHERE review = :r")
                .param("r", review)
                .query((row, _) -> draft(review, row, entries, holds))
                .optional();
    }

    /** The same, for whoever changes it, upon what the one before left. */
    Draft toChange(JdbcClient sql, String review) {
        lock(sql, review);
        return find(sql, review).orElseThrow();
    }

    /** Whoever changes it, or decides on it, does so one at a time. */
    static void lock(JdbcClient sql, String review) {
        sql.sql("SELECT review FROM library.draft WHERE review = :r FOR UPDATE")
                .param("r", review)
                .query(String.class)
                .optional();
    }

    private Draft draft(
            String review, ResultSet row, List<ReleaseEntry> entries, Optional<List<Hold>> holds)
            throws SQLException {
        Optional<LaterOrder> order = Optional.empty();
        if (row.getDate("ordered_on") != null) {
            order =
                    Optional.of(
                            new LaterOrder(
                                    row.getDate("ordered_on").toLocalDate(),
                                    row.getString("ordered_by"),
                                    row.getString("order_reason")));
        }
        return new Draft(
                ReviewJson.read(seal.open(review, REVIEW, row.getBytes("sealed_review"))),
                new ReleaseFile(
                        row.getDate("begun").toLocalDate(),
                        order,
                        row.getString("digest"),
                        entries,
                        holds));
    }

    /** What the review itself says that holds it; nothing where there is none of that name. */
    private static Optional<List<Hold>> holds(JdbcClient sql, String review) {
        return ReviewId.typed(review)
                .map(id -> Reviews.holds(sql, id))
                .orElse(Optional.of(List.of()));
    }

    /** Keeps a text in place of the one before, if there is one. */
    void keep(
            JdbcClient sql,
            ReaderContext by,
            String review,
            Kept kept,
            Optional<Draft> before,
            Instant now) {
        String json = ReviewJson.whole(kept.text());
        String typed = JSON.writeValueAsString(kept.canaries());
        Optional<LaterOrder> order = kept.order();
        Canaries.Listed named =
                before.map(d -> keys.keep(sql, review, d.file(), typed(sql, review), List.of()))
                        .orElse(new Canaries.Listed(List.of()));
        sql.sql(
                        """
                        INSERT INTO library.draft (review, agency, begun, ordered_on, ordered_by, order_reason, sealed_review,
                          sealed_canaries, digest, changed_at)
                        VALUES (:review, :agency, :begun, :on, :by, :why, :text, :canaries, :digest, :now)
                        ON CONFLICT (review) DO UPDATE SET ordered_on = excluded.ordered_on, ordered_by = excluded.ordered_by,
                          order_reason = excluded.order_reason, sealed_review = excluded.sealed_review,
                          sealed_canaries = excluded.sealed_canaries, digest = excluded.digest, changed_at = excluded.changed_at
                        """)
                .param("review", review)
                .param("agency", by.agencyId().value())
                .param("begun", Date.valueOf(kept.begun()))
                .param("on", order.map(o -> Date.valueOf(o.on())).orElse(null))
                .param("by", order.map(LaterOrder::by).orElse(null))
                .param("why", order.map(LaterOrder::reason).orElse(null))
                .param("text", seal.seal(review, REVIEW, json))
                .param("canaries", seal.seal(review, CANARIES, typed))
                .param("digest", digest(json, both(kept.canaries(), named)))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What must not be left in it. */
    Canaries canaries(JdbcClient sql, String review) {
        return listed(sql, review).canaries();
    }

    /** The same, with the names of everybody who has a pseudonym. */
    private Canaries.Listed listed(JdbcClient sql, String review) {
        return both(typed(sql, review), keys.named(sql, review));
    }

    /** What somebody listed. */
    Canaries.Listed typed(JdbcClient sql, String review) {
        byte[] sealed =
                sql.sql("SELECT sealed_canaries FROM library.draft WHERE review = :r")
                        .param("r", review)
                        .query(byte[].class)
                        .single();
        return JSON.readValue(seal.open(review, CANARIES, sealed), Canaries.Listed.class);
    }

    private static Canaries.Listed both(Canaries.Listed typed, Canaries.Listed named) {
        List<Canaries.Item> items = new ArrayList<>(typed.items());
        named.items().stream().filter(i -> !items.contains(i)).forEach(items::add);
        return new Canaries.Listed(items);
    }

    /** Keeps another text in place of the one that is kept. */
    void rewrite(JdbcClient sql, String review, PublishedReview text, Instant now) {
        String json = ReviewJson.whole(text);
        sql.sql(
                        """
                        UPDATE library.draft SET sealed_review = :text, digest = :digest, changed_at = :now
                         WHERE review = :review
                        """)
                .param("text", seal.seal(review, REVIEW, json))
                .param("digest", digest(json, listed(sql, review)))
                .param("now", Timestamp.from(now))
                .param("review", review)
                .update();
    }

    /** Enters what somebody did; it says that they did it. */
    static void add(JdbcClient sql, ReaderContext by, String review, ReleaseEntry entry) {
        if (!entry.by().equals(by.user().value())) {
            throw new IllegalStateException("an entry is made by whoever did it");
        }
        sql.sql(
                        """
                        INSERT INTO library.release_entry (review, number, agency, kind, by_user, at, body)
                        SELECT :r, (SELECT count(*) + 1 FROM library.release_entry WHERE review = :r), d.agency, :kind, :by, :at, :body::jsonb
                          FROM library.draft d WHERE d.review = :r
                        """)
                .param("r", review)
                .param("kind", entry.getClass().getSimpleName())
                .param("by", entry.by())
                .param("at", Timestamp.from(entry.at()))
                .param("body", JSON.writeValueAsString(entry))
                .update();
    }

    private static ReleaseEntry entry(String kind, String body) {
        Class<?> type =
                Arrays.stream(ReleaseEntry.class.getPermittedSubclasses())
                        .filter(c -> c.getSimpleName().equals(kind))
                        .findFirst()
                        .orElseThrow();
        return (ReleaseEntry) JSON.readValue(body, type);
    }

    /** Of the text and of what must not be left in it: a scan is of both. */
    private static String digest(String json, Canaries.Listed canaries) {
        String both = json + '\n' + JSON.writeValueAsString(canaries);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(both.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
