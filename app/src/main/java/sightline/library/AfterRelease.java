package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.core.library.ReleaseEntry;
import sightline.core.reviews.By;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.ReviewEntry.Fate;
import sightline.core.reviews.ReviewEntry.PublicationDecided;
import sightline.core.reviews.ReviewEntry.Published;
import sightline.database.Transactions;
import sightline.library.Publications.Draft;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a review that is in the library. It is entered on the way to publication, and on
 * the review itself, which owes a decision for as long as there is none.
 */
public final class AfterRelease {
    private final Transactions transactions;
    private final Publications publications;
    private final Shelving shelving;

    public AfterRelease(Transactions transactions, Publications publications, Shelving shelving) {
        this.transactions = transactions;
        this.publications = publications;
        this.shelving = shelving;
    }

    /** Whether the library holds it. */
    public boolean isShelved(Draft draft) {
        return shelving.holds(draft.review().reference());
    }

    /**
     * Enters a decision, and does what it says to the shelf.
     *
     * @return why it may not be entered; empty when it is
     */
    public Optional<Refusal> decide(ReaderContext by, String review, PublicationDecided decided) {
        publications.record(by, "decision on the published " + review);
        Draft draft = publications.find(by, review).orElseThrow();
        boolean shelved = isShelved(draft);
        Optional<Refusal> refusal =
                transactions.asReader(
                        by,
                        List.of(),
                        sql -> {
                            publications.toChange(sql, review);
                            Optional<Refusal> not =
                                    ReviewId.typed(review)
                                            .flatMap(id -> onReview(sql, by, id, decided, shelved));
                            if (not.isEmpty()) {
                                Publications.add(sql, by, review, entry(decided));
                            }
                            return not;
                        });
        if (refusal.isEmpty()) {
            switch (decided.fate()) {
                case KEPT_UP -> {}
                case TAKEN_DOWN ->
                        shelving.takeDown(
                                draft.review().reference(),
                                decided.why(),
                                decided.again().orElseThrow(),
                                decided.at());
                case WITHDRAWN ->
                        shelving.withdraw(draft.review().reference(), decided.why(), decided.at());
            }
        }
        return refusal;
    }

    /** A review that was put into the library before reviews knew of it learns it here. */
    private static Optional<Refusal> onReview(
            JdbcClient sql,
            ReaderContext by,
            ReviewId id,
            PublicationDecided decided,
            boolean shelved) {
        Reviews.lock(sql, id);
        if (shelved) {
            published(sql, by, id, decided.at());
        }
        return Reviews.ofPublication(sql, by, id, decided);
    }

    /** Tells the review that it is in the library, unless it knows. */
    static void published(JdbcClient sql, ReaderContext by, ReviewId id, Instant now) {
        Reviews.ofPublication(sql, by, id, new Published(person(by), now));
    }

    /** Tells the review that it is withdrawn, if it knew that it was published. */
    static void withdrawn(
            JdbcClient sql, ReaderContext by, ReviewId id, String reason, Instant now) {
        Reviews.lock(sql, id);
        Reviews.ofPublication(
                sql,
                by,
                id,
                new PublicationDecided(
                        person(by), now, "", Fate.WITHDRAWN, reason, Optional.empty()));
    }

    /** Whoever decides, for their own agency. */
    public static By person(ReaderContext by) {
        return new By(by.actor(), by.agencyId(), Set.of(), Set.of());
    }

    private static ReleaseEntry entry(PublicationDecided decided) {
        String who = decided.by().person();
        return switch (decided.fate()) {
            case KEPT_UP ->
                    new ReleaseEntry.KeptUp(who, decided.at(), decided.process(), decided.why());
            case TAKEN_DOWN ->
                    new ReleaseEntry.TakenDown(
                            who, decided.at(), decided.why(), decided.again().orElseThrow());
            case WITHDRAWN -> new ReleaseEntry.Withdrawn(who, decided.at(), decided.why());
        };
    }
}
