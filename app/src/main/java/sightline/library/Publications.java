package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.audit.Journal;
import sightline.core.directory.Directory;
import sightline.core.kernel.London;
import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries;
import sightline.core.library.Edition;
import sightline.core.library.Pseudonyms;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublicationPolicy.LaterOrder;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.Reidentification;
import sightline.core.library.Release;
import sightline.core.library.Release.Answer;
import sightline.core.library.ReleaseEntry;
import sightline.core.library.ReleaseFile;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way of one review to publication, by review authors and publishers of its own agency. What is
 * released is exactly the text that was scanned; the second release puts it on the shelf. Each step
 * is in the journal before it is done.
 */
public final class Publications {
    private static final int BESIDE = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Shelving shelving;
    private final Supplier<? extends Directory> directory;
    private final PseudonymKeys keys;
    private final SealedDrafts drafts;
    private final ShelfOrders orders;

    public Publications(
            Transactions transactions,
            Secrets secrets,
            Journal journal,
            Shelving shelving,
            Supplier<? extends Directory> directory) {
        this.directory = directory;
        this.shelving = shelving;
        var seal = new DraftSeal(secrets);
        this.keys = new PseudonymKeys(seal);
        this.drafts = new SealedDrafts(transactions, journal, seal, keys);
        this.orders = new ShelfOrders(transactions);
    }

    SealedDrafts drafts() {
        return drafts;
    }

    /** A review on its way, and what was done about it. */
    public record Draft(PublishedReview review, ReleaseFile file) {}

    /**
     * Keeps the text as it would be published, or a new version of it; what was said of the old one
     * no longer counts.
     *
     * @param upon the digest of the text that was changed; empty where there was none
     */
    public Keeping keepUpon(String upon, ReaderContext by, String review, Kept kept, Instant now) {
        drafts.record(by, "draft of " + review);
        Reference reference = kept.text().reference();
        if (shelving.isOthers(reference, review)) {
            return new Keeping.OthersReference();
        }
        List<Reference> stands = shelving.of(review);
        if (!stands.isEmpty() && !stands.contains(reference)) {
            return new Keeping.StaysAt(stands.getFirst());
        }
        return drafts.as(
                by,
                sql -> {
                    SealedDrafts.lock(sql, review);
                    // Nobody has it yet: two who keep the first text at once wait here.
                    sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:review, 31))")
                            .param("review", review)
                            .query((_, _) -> true)
                            .list();
                    Optional<Draft> found = drafts.find(sql, review);
                    if (!found.map(d -> d.file().digest()).orElse("").equals(upon)) {
                        return new Keeping.ChangedMeanwhile();
                    }
                    Optional<Reference> stays =
                            ShelfOrders.address(sql, review).filter(a -> !a.equals(reference));
                    if (stays.isPresent()) {
                        return new Keeping.StaysAt(stays.get());
                    }
                    drafts.keep(sql, by, review, kept, found, now);
                    return new Keeping.Done();
                });
    }

    /** What became of a text that was to be kept. */
    public sealed interface Keeping {
        /** It is kept. */
        record Done() implements Keeping {}

        /** Nothing is kept: somebody else changed it meanwhile. */
        record ChangedMeanwhile() implements Keeping {}

        /** Nothing is kept: it was put into the library under that reference, and stays there. */
        record StaysAt(Reference reference) implements Keeping {}

        /** Nothing is kept: another review stands, or stood, in the library under the reference. */
        record OthersReference() implements Keeping {}
    }

    /** A text to be published, and what goes with it. */
    public record Kept(
            LocalDate begun,
            Optional<LaterOrder> order,
            PublishedReview text,
            Canaries.Listed canaries) {}

    /** The same, whatever the text was before. */
    public void keep(
            ReaderContext by,
            String review,
            LocalDate begun,
            Optional<LaterOrder> order,
            PublishedReview text,
            Canaries.Listed canaries,
            Instant now) {
        drafts.step(
                by,
                "draft of " + review,
                sql -> {
                    SealedDrafts.lock(sql, review);
                    drafts.keep(
                            sql,
                            by,
                            review,
                            new Kept(begun, order, text, canaries),
                            drafts.find(sql, review),
                            now);
                    return true;
                });
    }

    /** The review and its file; nothing for whoever may not read it. */
    public Optional<Draft> find(ReaderContext by, String review) {
        return drafts.step(by, "read " + review, sql -> drafts.find(sql, review));
    }

    /**
     * A passage that must not be left.
     *
     * @param canary its number in the sealed list
     */
    public record Place(String where, String what, int canary, String passage) {
        @Override
        public String toString() {
            return "Place[" + where + ", " + what + "]";
        }
    }

    /** What a scan of the text as it is now would find, and where; nothing is entered. */
    public List<Place> places(ReaderContext by, String review) {
        return drafts.as(
                by,
                sql ->
                        drafts.find(sql, review)
                                .map(draft -> places(draft, drafts.canaries(sql, review)))
                                .orElse(List.of()));
    }

    private static List<Place> places(Draft draft, Canaries canaries) {
        List<Integer> ordinary = ordinary(draft.file());
        String text = draft.review().everything();
        return left(canaries, text, ordinary).stream()
                .map(h ->
                        new Place(
                                draft.review().where(h.from()),
                                h.what().words(),
                                h.canary(),
                                text.substring(
                                                Math.max(0, h.from() - BESIDE),
                                                Math.min(text.length(), h.to() + BESIDE))
                                        .replace('\n', ' ')
                                        .strip()))
                .toList();
    }

    /** Which parts of names the newest scan of exactly this text took for ordinary words. */
    static List<Integer> ordinary(ReleaseFile file) {
        return file.newest(ReleaseEntry.Scanned.class)
                .filter(s -> s.digest().equals(file.digest()))
                .map(ReleaseEntry.Scanned::ordinary)
                .orElse(List.of());
    }

    static List<Canaries.Hit> left(Canaries canaries, String text, List<Integer> ordinary) {
        return canaries.scan(text).stream()
                .filter(h -> !(h.what().mayBeOrdinary() && ordinary.contains(h.canary())))
                .toList();
    }

    /**
     * Counts from the published numbers how many children could be meant, and enters it. Where
     * fewer than ten could, the first wider way of telling it that leaves enough is chosen, and the
     * years, the age and the area that are published with the text are told so.
     *
     * @param told as the text tells it now; an agency among its places stands for the area that it
     *     serves, and so does each one that the text names
     * @throws PopulationEstimates.UnknownPlaceException where no number is known
     */
    public Reidentification.Counted count(
            ReaderContext by, String review, Reidentification.Told told, Instant now) {
        drafts.record(by, "count of " + review);
        var places = new PlacesTold(directory.get(), London.day(now));
        return drafts.as(
                by,
                sql -> {
                    Draft draft = drafts.toChange(sql, review);
                    List<String> areas =
                            places.of(
                                    sql, told.places(), draft.review().withoutArea().everything());
                    List<Reidentification.Counted> ways =
                            Reidentification.widen(
                                    new Reidentification.Told(
                                            areas,
                                            told.ageFrom(),
                                            told.ageTo(),
                                            told.yearFrom(),
                                            told.yearTo(),
                                            told.traits()),
                                    PopulationEstimates.in(sql));
                    Reidentification.Counted chosen = ways.getLast();
                    String why =
                            ways.size() == 1
                                    ? "As it was told, enough children fit"
                                    : chosen.enough()
                                            ? "The first wider way that leaves ten or more"
                                            : "The widest way; fewer than ten fit all the same";
                    chosen(sql, by, draft, review, ways, chosen, why, now);
                    return chosen;
                });
    }

    /**
     * Chooses another one of the ways that were counted.
     *
     * @param number which, the narrowest being 0
     * @return whether there is one of that number
     */
    public boolean choose(ReaderContext by, String review, int number, String reason, Instant now) {
        return drafts.step(
                by,
                "choice for " + review,
                sql -> {
                    Draft draft = drafts.toChange(sql, review);
                    List<Reidentification.Counted> ways =
                            draft.file()
                                    .newest(ReleaseEntry.Counted.class)
                                    .map(ReleaseEntry.Counted::ways)
                                    .orElse(List.of());
                    if (number < 0 || number >= ways.size()) {
                        return false;
                    }
                    chosen(sql, by, draft, review, ways, ways.get(number), reason, now);
                    return true;
                });
    }

    private void chosen(
            JdbcClient sql,
            ReaderContext by,
            Draft draft,
            String review,
            List<Reidentification.Counted> ways,
            Reidentification.Counted chosen,
            String why,
            Instant now) {
        Reidentification.Told told = chosen.told();
        String where = String.join(", ", told.places());
        SealedDrafts.add(
                sql,
                by,
                review,
                new ReleaseEntry.Counted(
                        by.user().value(),
                        now,
                        told.words()
                                + (where.isEmpty() ? "" : ", " + where)
                                + ". From: "
                                + PopulationEstimates.sources(
                                        sql, where.isEmpty() ? List.of("") : told.places()),
                        chosen.k(),
                        ways,
                        why));
        PublishedReview before = draft.review();
        PublishedReview after = ReviewJson.told(before, told);
        if (!after.equals(before)) {
            drafts.rewrite(sql, review, after, now);
        }
    }

    /**
     * Gives everybody a pseudonym, puts these into the text in place of names, and seals the key
     * for two people of this agency. The names are from then on what must not be left.
     */
    public void sealKey(
            ReaderContext by,
            String review,
            List<Pseudonyms.Somebody> people,
            String one,
            String other,
            Instant now) {
        drafts.record(by, "key of " + review);
        var sealed = new ReleaseEntry.KeySealed(by.user().value(), now, one, other, people.size());
        Pseudonyms key = Pseudonyms.of(people, RANDOM.nextLong());
        drafts.as(
                by,
                sql -> {
                    Draft draft = drafts.toChange(sql, review);
                    keys.seal(sql, by.agencyId(), review, key, sealed);
                    keys.keep(sql, review, draft.file(), drafts.typed(sql, review), people);
                    drafts.rewrite(
                            sql, review, ReviewJson.applied(draft.review(), key::applied), now);
                    SealedDrafts.add(sql, by, review, sealed);
                    return true;
                });
    }

    /** Opens the newest key, which is written down first; nothing for whoever does not keep it. */
    public List<Sensitive<String>> openKey(
            ReaderContext by, String review, String reason, Instant now) {
        return drafts.step(
                by,
                "opening of the key of " + review,
                sql -> {
                    List<PseudonymKeys.Key> kept =
                            drafts.find(sql, review)
                                    .map(draft -> keys.of(sql, review, draft.file()))
                                    .orElse(List.of());
                    if (kept.isEmpty()) {
                        return List.of();
                    }
                    SealedDrafts.add(
                            sql,
                            by,
                            review,
                            new ReleaseEntry.KeyOpened(by.user().value(), now, reason));
                    return kept.getFirst().lines();
                });
    }

    /** Scans the text as it is now, and enters what came of it. */
    public List<Canaries.Hit> scan(
            ReaderContext by, String review, List<Integer> ordinary, String reason, Instant now) {
        return drafts.step(
                by,
                "scan of " + review,
                sql -> {
                    Draft draft = drafts.find(sql, review).orElseThrow();
                    List<Canaries.Hit> hits =
                            left(
                                    drafts.canaries(sql, review),
                                    draft.review().everything(),
                                    ordinary);
                    SealedDrafts.add(
                            sql,
                            by,
                            review,
                            new ReleaseEntry.Scanned(
                                    by.user().value(),
                                    now,
                                    draft.file().digest(),
                                    hits.size(),
                                    ordinary,
                                    reason));
                    return hits;
                });
    }

    /** Enters what somebody did; it says that they did it. */
    public void enter(ReaderContext by, String review, ReleaseEntry entry) {
        drafts.step(
                by,
                "entry on " + review,
                sql -> {
                    SealedDrafts.add(sql, by, review, entry);
                    return true;
                });
    }

    /**
     * Somebody releases it; the second of two puts it on the shelf from the end of its embargo on.
     */
    public Answer release(ReaderContext by, String review, Extent extent, Instant now) {
        drafts.record(by, "release of " + review);
        boolean others =
                find(by, review)
                        .filter(d -> shelving.isOthers(d.review().reference(), review))
                        .isPresent();
        if (others) {
            return new Answer.Refused(List.of(Release.Missing.REFERENCE));
        }
        Answer answer =
                drafts.as(
                        by,
                        sql -> {
                            // One at a time: two first releases at once would both wait for a
                            // second.
                            SealedDrafts.lock(sql, review);
                            // Nor does a process begin on the review meanwhile.
                            ReviewId.typed(review).ifPresent(id -> Reviews.lock(sql, id));
                            Draft draft = drafts.find(sql, review).orElseThrow();
                            Answer given = Release.by(by.user().value(), extent, draft.file(), now);
                            switch (given) {
                                case Answer.Refused _ -> {
                                    return given;
                                }
                                case Answer.First(var entry) ->
                                        SealedDrafts.add(sql, by, review, entry);
                                case Answer.Out(var entry, var from) -> {
                                    SealedDrafts.add(sql, by, review, entry);
                                    put(sql, by, review, draft, extent, from, now);
                                }
                            }
                            return given;
                        });
        if (answer instanceof Answer.Out) {
            orders.carryOut(review, now);
        }
        return answer;
    }

    private static void put(
            JdbcClient sql,
            ReaderContext by,
            String review,
            Draft draft,
            Extent extent,
            Instant from,
            Instant now) {
        PublishedReview out =
                extent == Extent.FULL ? draft.review() : ReviewJson.with(draft.review(), List.of());
        ShelfOrders.add(
                sql,
                by,
                review,
                out.reference(),
                new ShelfOrders.Order.Put(
                        out, from, Optional.of(Edition.of(draft.file(), extent, from))),
                now);
        // Whatever begins after this one is told that it is published.
        ReviewId.typed(review).ifPresent(id -> AfterRelease.published(sql, by, id, now));
    }

    /**
     * Puts what two people released on the shelf; once more does no harm. What a process holds by
     * then stays off it.
     */
    public boolean shelve(ReaderContext by, String review, Extent extent, Instant now) {
        boolean free =
                drafts.step(
                        by,
                        "shelving of " + review,
                        sql -> {
                            SealedDrafts.lock(sql, review);
                            ReviewId.typed(review).ifPresent(id -> Reviews.lock(sql, id));
                            Optional<Draft> found =
                                    drafts.find(sql, review).filter(d -> isFree(d, extent));
                            found.ifPresent(
                                    d -> put(sql, by, review, d, extent, from(d.file(), now), now));
                            return found.isPresent();
                        });
        orders.carryOut(review, now);
        return free;
    }

    private static Instant from(ReleaseFile file, Instant now) {
        Instant released =
                file.newest(ReleaseEntry.Released.class).map(ReleaseEntry.Released::at).orElse(now);
        return file.embargo().filter(released::isBefore).orElse(released);
    }

    private static boolean isFree(Draft draft, Extent extent) {
        return draft.file().releasers(extent).size() > 1
                && draft.file().holds().isPresent()
                && draft.file().processes().isEmpty();
    }

    /**
     * Finishes what was decided of places in the library, by whomever: what was not carried out
     * because the program ended, and what waited for its minute.
     *
     * @return how many decisions were carried out
     */
    public int finish(Instant now) {
        return orders.carryOut(now);
    }

    /** The same of one review. */
    int finish(String review, Instant now) {
        return orders.carryOut(review, now);
    }

    /** Takes a published review off the shelf, whatever its text is by now. */
    public void withdraw(ReaderContext by, String review, String reason, Instant now) {
        drafts.step(
                by,
                "withdrawal of " + review,
                sql -> {
                    Draft draft = drafts.toChange(sql, review);
                    ReviewId.typed(review)
                            .ifPresent(id -> AfterRelease.withdrawn(sql, by, id, reason, now));
                    SealedDrafts.add(
                            sql,
                            by,
                            review,
                            new ReleaseEntry.Withdrawn(by.user().value(), now, reason));
                    takeOff(sql, by, review, draft, new ShelfOrders.Order.Withdraw(reason), now);
                    return true;
                });
        orders.carryOut(review, now);
    }

    /** Orders that it leaves the shelf: from where it was put last. */
    static void takeOff(
            JdbcClient sql,
            ReaderContext by,
            String review,
            Draft draft,
            ShelfOrders.Order order,
            Instant now) {
        Reference from =
                ShelfOrders.address(sql, review).orElseGet(() -> draft.review().reference());
        ShelfOrders.add(sql, by, review, from, order, now);
    }

    /** What became of a review that was to be withheld. */
    public sealed interface Withholding {
        /** It is withheld. */
        record Done() implements Withholding {}

        /** Nothing is entered: it was released, and anybody can read it since then. */
        record AlreadyReadable(Instant since) implements Withholding {}
    }

    /**
     * Withholds it: the public reads that one review is, and why. What two people released and
     * nobody can read yet does not go out any more; what anybody can read is not withheld, but
     * withdrawn.
     */
    public Withholding withhold(
            ReaderContext by, String review, String reason, LocalDate lookAgain, Instant now) {
        Withholding done =
                drafts.step(
                        by,
                        "entry on " + review,
                        sql -> {
                            Draft draft = drafts.toChange(sql, review);
                            Optional<Instant> since = ShelfOrders.readableSince(sql, review, now);
                            if (since.isPresent()) {
                                return new Withholding.AlreadyReadable(since.get());
                            }
                            if (ShelfOrders.isPut(sql, review)) {
                                stop(sql, by, review, draft, reason, now);
                            }
                            SealedDrafts.add(
                                    sql,
                                    by,
                                    review,
                                    new ReleaseEntry.Withheld(
                                            by.user().value(), now, reason, lookAgain));
                            ShelfOrders.add(
                                    sql,
                                    by,
                                    review,
                                    draft.review().reference(),
                                    new ShelfOrders.Order.Withhold(reason, lookAgain),
                                    now);
                            return new Withholding.Done();
                        });
        orders.carryOut(review, now);
        return done;
    }

    /** Takes back what was released and cannot be read yet. */
    private static void stop(
            JdbcClient sql,
            ReaderContext by,
            String review,
            Draft draft,
            String reason,
            Instant now) {
        ReviewId.typed(review).ifPresent(id -> AfterRelease.withdrawn(sql, by, id, reason, now));
        takeOff(sql, by, review, draft, new ShelfOrders.Order.Withdraw(reason), now);
    }
}
