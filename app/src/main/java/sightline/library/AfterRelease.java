package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.core.library.ReleaseEntry;
import sightline.core.reviews.By;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Fate;
import sightline.core.reviews.ReviewEntry.PublicationDecided;
import sightline.core.reviews.ReviewEntry.Published;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.library.Publications.Draft;
import sightline.library.ShelfOrders.Order;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a review that is in the library. It is entered on the way to publication, and on
 * the review itself, which owes a decision for as long as there is none.
 */
public final class AfterRelease {
    private final Transactions transactions;
    private final Publications publications;
    private final SealedDrafts drafts;
    private final Shelving shelving;

    public AfterRelease(Transactions transactions, Publications publications, Shelving shelving) {
        this.transactions = transactions;
        this.publications = publications;
        this.drafts = publications.drafts();
        this.shelving = shelving;
    }

    /**
     * From when on the library lets it be read: later than now while it is under an embargo, and
     * nothing where the library does not hold it.
     */
    public Optional<Instant> readableFrom(String review, Draft draft) {
        return shelving.readableFrom(review, draft.review().reference());
    }

    /**
     * Enters a decision, and does what it says to the shelf.
     *
     * @return why it may not be entered; empty when it is
     */
    public Optional<Refusal> decide(ReaderContext by, String review, PublicationDecided decided) {
        drafts.record(by, "decision on the published " + review);
        Draft draft = publications.find(by, review).orElseThrow();
        boolean shelved = readableFrom(review, draft).isPresent();
        Optional<Refusal> refusal =
                drafts.as(
                        by,
                        sql -> {
                            Draft now = drafts.toChange(sql, review);
                            Optional<Refusal> not =
                                    ReviewId.typed(review)
                                            .flatMap(id -> onReview(sql, by, id, decided, shelved));
                            if (not.isEmpty()) {
                                SealedDrafts.add(sql, by, review, entry(decided));
                                order(decided)
                                        .ifPresent(o ->
                                                Publications.takeOff(
                                                        sql, by, review, now, o, decided.at()));
                            }
                            return not;
                        });
        publications.finish(review, decided.at());
        return refusal;
    }

    private static Optional<Order> order(PublicationDecided decided) {
        return switch (decided.fate()) {
            case KEPT_UP -> Optional.empty();
            case TAKEN_DOWN ->
                    Optional.of(new Order.TakeDown(decided.why(), decided.again().orElseThrow()));
            case WITHDRAWN -> Optional.of(new Order.Withdraw(decided.why()));
        };
    }

    /**
     * Makes the library and the reviews of which it tells agree: a review learns that it is
     * published, or is so no more, and what was taken down before decisions were orders leaves the
     * shelf. Then finishes what was decided and not carried out; of what that is nothing else is
     * concluded, and where one of them fails, the others are finished all the same.
     *
     * @return how many it was
     */
    public int settle(Instant now) {
        return agree(now) + publications.finish(now);
    }

    private int agree(Instant now) {
        return transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    ShelfOrders.lock(sql);
                    Map<ReviewId, ReviewEntry> said = Reviews.places(sql);
                    List<Shelving.Place> places = Shelving.places(sql);
                    // Read last: what is decided in between is among them.
                    Set<String> awaited = ShelfOrders.awaited(sql);
                    int settled = 0;
                    for (Shelving.Place place : places) {
                        settled +=
                                !awaited.contains(place.review().value())
                                                && settle(sql, place, said, now)
                                        ? 1
                                        : 0;
                    }
                    return settled;
                });
    }

    private static boolean settle(
            JdbcClient sql, Shelving.Place place, Map<ReviewId, ReviewEntry> said, Instant now) {
        ReviewId id = place.review();
        Optional<ReviewEntry> last = Optional.ofNullable(said.get(id));
        if (last.isEmpty()) {
            return place.off().isEmpty()
                    && Reviews.bySystem(sql, id, by -> new Published(by, now), now);
        }
        if (place.off().isEmpty() && last.get() instanceof PublicationDecided d) {
            return Shelving.takeOff(sql, place.reference(), d.why(), d.again(), now, now) > 0;
        }
        return place.off().isPresent()
                && last.get() instanceof Published
                && Reviews.bySystem(
                        sql,
                        id,
                        by ->
                                new PublicationDecided(
                                        by,
                                        now,
                                        "",
                                        Fate.WITHDRAWN,
                                        place.off().get(),
                                        Optional.empty()),
                        now);
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
