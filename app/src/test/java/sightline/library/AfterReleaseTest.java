package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.audit.Journal;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.library.Canaries;
import sightline.core.library.Edition;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.Release.Answer;
import sightline.core.library.Release.Missing;
import sightline.core.library.ReleaseEntry;
import sightline.core.reviews.By;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Fate;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteDutyKind;
import sightline.core.upkeep.SiteLimits;
import sightline.database.JobName;
import sightline.database.Loop;
import sightline.database.TestDatabase;
import sightline.feeds.BreakerLimits;
import sightline.feeds.FeedHealths;
import sightline.feeds.Pauses;
import sightline.reviews.Added;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;
import sightline.upkeep.SiteWatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whatever was published can be taken out at every moment, and what was decided of it happens
 * though the program ends in between.
 */
final class AfterReleaseTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2030-03-04T09:00:00Z");
    private static final LocalDate BEGUN = LocalDate.of(2029, 7, 2);

    private final Shelving shelving = new Shelving(DATABASE.transactions());
    private final Publications publications = started();
    private final AfterRelease after =
            new AfterRelease(DATABASE.transactions(), publications, shelving);
    private final Reviews reviews =
            new Reviews(DATABASE.transactions(), new Journal(DATABASE.secrets()));
    private final ReaderContext anna = publisher("anna");
    private final ReaderContext bela = publisher("bela");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ReaderContext publisher(String name) {
        return Readers.reader(name, "partnership", AccessRole.REVIEW_PUBLISHER, "reviews");
    }

    private Publications started() {
        return new Publications(
                DATABASE.transactions(),
                DATABASE.secrets(),
                new Journal(DATABASE.secrets()),
                shelving,
                () -> new DirectoryBuilder().build());
    }

    private static PublishedReview text(Reference reference, String words) {
        return APublishedReview.of(reference, "Child Q").harmed("2028").text(words).build();
    }

    private static Publications.Kept kept(Reference reference, String words) {
        return new Publications.Kept(
                BEGUN,
                Optional.empty(),
                text(reference, words),
                new Canaries.Listed(
                        List.of(new Canaries.Item(Canaries.What.NAME, "Quill Marrow"))));
    }

    private Publications.Keeping keep(String review, Reference reference, String words) {
        String upon = publications.find(anna, review).map(d -> d.file().digest()).orElse("");
        return publications.keepUpon(upon, anna, review, kept(reference, words), NOW);
    }

    private static By by(ReaderContext reader) {
        return new By(reader.user().value(), reader.agencyId(), Set.of(), Set.of());
    }

    private ReviewId commissioned() {
        ReviewId id =
                reviews.open(
                        anna,
                        new ReviewEntry.Opened(
                                by(anna),
                                NOW,
                                "practice-review",
                                "Child Q",
                                ReviewEntry.Trigger.DIED,
                                BEGUN));
        add(id, new ReviewEntry.Commissioned(by(anna), NOW, BEGUN, "Two agencies knew her."));
        return id;
    }

    private void add(ReviewId id, ReviewEntry entry) {
        assertThat(reviews.add(anna, id, entry)).isEqualTo(new Added.Kept());
    }

    private Review review(ReviewId id, Instant at) {
        return reviews.of(anna, id, at, "/reviews/{id}").orElseThrow();
    }

    private void ready(String review) {
        ready(review, NOW);
    }

    private void ready(String review, Instant at) {
        publications.scan(anna, review, List.of(), "", at);
        String by = anna.user().value();
        String digest = publications.find(anna, review).orElseThrow().file().digest();
        for (ReleaseEntry entry :
                List.of(
                        new ReleaseEntry.Redacted(by, at, digest, 0),
                        new ReleaseEntry.Counted(by, at, "area not given", 90, List.of(), ""),
                        new ReleaseEntry.HarmAssessed(by, at, "a sister", "an aunt", "nobody"),
                        new ReleaseEntry.FamilyTold(by, at, "a visit"))) {
            publications.enter(anna, review, entry);
        }
    }

    private String out(ReviewId id, Reference reference) {
        String review = id.value();
        assertThat(keep(review, reference, "A child was seen."))
                .isEqualTo(new Publications.Keeping.Done());
        ready(review);
        assertThat(publications.release(anna, review, Extent.FULL, NOW))
                .isInstanceOf(Answer.First.class);
        assertThat(publications.release(bela, review, Extent.FULL, NOW))
                .isInstanceOf(Answer.Out.class);
        return review;
    }

    /** Two people released it, and the library could not be reached. */
    private String releasedAndNotPut(ReviewId id, Reference reference) {
        String review = id.value();
        keep(review, reference, "A child was seen.");
        ready(review);
        publications.release(anna, review, Extent.FULL, NOW);
        cutOff(() -> publications.release(bela, review, Extent.FULL, NOW));
        return review;
    }

    /** Two people release a text that is ready, to be read in three days: when. */
    private Instant releasedUnderEmbargo(String review) {
        Instant embargo = NOW.plus(Duration.ofDays(3));
        publications.enter(anna, review, new ReleaseEntry.Embargoed("anna", NOW, embargo));
        publications.release(anna, review, Extent.FULL, NOW);
        publications.release(bela, review, Extent.FULL, NOW);
        return embargo;
    }

    private static Library.Shelf shelf(Reference reference, Instant at) {
        return new Library(DATABASE.transactions(), () -> at).shelf(reference, Optional.empty());
    }

    private static void isOpen(Reference reference, Instant at) {
        assertThat(shelf(reference, at)).isInstanceOf(Library.Shelf.Open.class);
    }

    private static void isGone(Reference reference, Instant at) {
        assertThat(shelf(reference, at)).isInstanceOf(Library.Shelf.Gone.class);
    }

    private static void isEmpty(Reference reference, Instant at) {
        assertThat(shelf(reference, at)).isInstanceOf(Library.Shelf.Empty.class);
    }

    /** Nothing reaches the shelf meanwhile, as if the program ended there. */
    private static void cutOff(Runnable act) {
        cutOff("", act);
    }

    /** The same for what stands under references that begin so. */
    private static void cutOff(String under, Runnable act) {
        DATABASE.owner()
                .sql(
                        """
                        CREATE FUNCTION library.cut_off() RETURNS trigger LANGUAGE plpgsql
                        AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$
                        """)
                .update();
        DATABASE.owner()
                .sql(
                        """
                        CREATE TRIGGER cut_off BEFORE INSERT OR UPDATE ON library.review
                        FOR EACH ROW WHEN (NEW.reference LIKE '%s%%') EXECUTE FUNCTION library.cut_off()
                        """
                                .formatted(under))
                .update();
        try {
            assertThatThrownBy(act::run).hasMessageContaining("cut off");
        } finally {
            DATABASE.owner().sql("DROP TRIGGER cut_off ON library.review").update();
            DATABASE.owner().sql("DROP FUNCTION library.cut_off()").update();
        }
    }

    private static ReviewEntry.PublicationDecided decided(
            ReaderContext who, Fate fate, Instant at, Optional<LocalDate> again) {
        return new ReviewEntry.PublicationDecided(
                by(who), at, "Criminal trial", fate, "The board met on it.", again);
    }

    @Test
    void aTextThatWasEditedSinceIsWithdrawnFromTheAddressThatStays() {
        var reference = new Reference("LIB-2030-0101");
        String review = out(commissioned(), reference);
        assertThat(keep(review, reference, "Another text."))
                .isEqualTo(new Publications.Keeping.Done());
        isOpen(reference, NOW);
        assertThat(keep(review, new Reference("LIB-2030-0102"), "Another text."))
                .isEqualTo(new Publications.Keeping.StaysAt(reference));

        publications.withdraw(bela, review, "A sister could be picked out", NOW.plusSeconds(60));
        isGone(reference, NOW.plusSeconds(60));
        // What is withdrawn may be told anew, under another address as well.
        assertThat(keep(review, new Reference("LIB-2030-0102"), "Another text."))
                .isEqualTo(new Publications.Keeping.Done());
    }

    @Test
    void whatMovedBeforeAddressesStayedIsTakenFromWhereItStands() {
        var reference = new Reference("LIB-2030-0103");
        String review = out(commissioned(), reference);
        // As a version wrote it that let the reference change and knew no orders.
        DATABASE.owner()
                .sql("DELETE FROM library.shelf_order WHERE review = :r")
                .param("r", review)
                .update();
        publications.keep(
                anna,
                review,
                BEGUN,
                Optional.empty(),
                text(new Reference("LIB-2030-0104"), "Another text."),
                new Canaries.Listed(List.of()),
                NOW);
        assertThat(keep(review, new Reference("LIB-2030-0104"), "A third text."))
                .isEqualTo(new Publications.Keeping.StaysAt(reference));
        publications.withdraw(anna, review, "A sister could be picked out", NOW.plusSeconds(60));
        isGone(reference, NOW.plusSeconds(60));
    }

    @Test
    void aWithdrawalThatIsCutOffHappensWhenTheProgramStarts() {
        var reference = new Reference("LIB-2030-0105");
        String review = out(commissioned(), reference);
        Instant later = NOW.plusSeconds(60);
        cutOff(() -> publications.withdraw(anna, review, "A sister could be picked out", later));
        isOpen(reference, later);
        assertThat(after.settle(later.plusSeconds(5))).isEqualTo(1);
        isGone(reference, later.plusSeconds(5));
        assertThat(after.settle(later.plusSeconds(6))).isZero();
    }

    @Test
    void whatIsToBeDownForATimeComesDownThoughTheProgramEndsInBetween() {
        var reference = new Reference("LIB-2030-0106");
        ReviewId id = commissioned();
        String review = out(id, reference);
        Instant later = NOW.plusSeconds(60);
        var again = Optional.of(LocalDate.of(2030, 9, 2));
        cutOff(() -> after.decide(anna, review, decided(anna, Fate.TAKEN_DOWN, later, again)));
        isOpen(reference, later);
        assertThat(review(id, later).takenDown()).isPresent();
        assertThat(after.settle(later.plusSeconds(5))).isEqualTo(1);
        isGone(reference, later.plusSeconds(5));

        // Nor does the address change while it is down, and it can be withdrawn for good.
        assertThat(keep(review, new Reference("LIB-2030-0107"), "Another text."))
                .isEqualTo(new Publications.Keeping.StaysAt(reference));
        Instant last = later.plusSeconds(60);
        assertThat(
                        after.decide(
                                bela,
                                review,
                                decided(bela, Fate.WITHDRAWN, last, Optional.empty())))
                .isEmpty();
        assertThat(shelf(reference, last))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> assertThat(g.tombstone().lookAgain()).isEmpty());
    }

    @Test
    void whatIsWithdrawnBeforeItReachedTheShelfDoesNotGoUp() {
        var reference = new Reference("LIB-2030-0108");
        ReviewId id = commissioned();
        String review = releasedAndNotPut(id, reference);
        isEmpty(reference, NOW);
        publications.withdraw(anna, review, "The family was not told", NOW.plusSeconds(5));
        after.settle(NOW.plusSeconds(10));
        isEmpty(reference, NOW.plusSeconds(10));
        assertThat(review(id, NOW.plusSeconds(10)).published()).isEmpty();
    }

    @Test
    void aReleaseThatIsCutOffIsFinishedByWhoeverComesNext() {
        var reference = new Reference("LIB-2030-0109");
        releasedAndNotPut(commissioned(), reference);
        after.settle(NOW.plusSeconds(10));
        isOpen(reference, NOW);
        // The text that was kept for it is not kept twice.
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT count(*) FROM library.shelf_order WHERE done_at IS NOT NULL AND text IS NOT NULL")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void whatFailsOfOneReviewKeepsNoOtherFromItsPlace() {
        var failing = new Reference("LIB-2030-0116");
        var other = new Reference("LIB-2030-0117");
        String fails = commissioned().value();
        keep(fails, failing, "A child was seen.");
        ready(fails);
        publications.release(anna, fails, Extent.FULL, NOW);
        String withdrawn = out(commissioned(), other);
        ReviewId untold = commissioned();
        out(untold, new Reference("LIB-2030-0118"));
        forget(untold, "published");
        Instant later = NOW.plusSeconds(60);
        List<String> done = new ArrayList<>();
        cutOff(failing.value(), () -> publications.release(bela, fails, Extent.FULL, NOW));
        cutOff(
                failing.value(),
                () -> {
                    // Whoever decides of another review hears nothing of it.
                    publications.withdraw(anna, withdrawn, "A sister could be picked out", later);
                    done.add("withdrawn");
                    after.settle(later);
                });
        assertThat(done).containsExactly("withdrawn");
        isGone(other, later);
        assertThat(review(untold, later).published()).isPresent();

        // What cannot be put there is given up when something else is decided of it.
        DATABASE.owner()
                .sql("UPDATE library.shelf_order SET text = '{' WHERE review = :r")
                .param("r", fails)
                .update();
        publications.withdraw(anna, fails, "The family was not told", later);
        assertThat(after.settle(later)).isZero();
        isEmpty(failing, later);
    }

    /** What is released anew and not there yet is not taken for what was withdrawn before. */
    @Test
    void aReleaseThatWaitsIsNoWithdrawal() {
        var reference = new Reference("LIB-2030-0119");
        var anew = new Reference("LIB-2030-0120");
        String another = out(commissioned(), new Reference("LIB-2030-0121"));
        ReviewId id = commissioned();
        String review = out(id, reference);
        publications.withdraw(anna, review, "A sister could be picked out", NOW.plusSeconds(60));
        Instant later = NOW.plusSeconds(120);
        assertThat(keep(review, anew, "Another text.")).isEqualTo(new Publications.Keeping.Done());
        ready(review, later);
        publications.release(anna, review, Extent.FULL, later);
        cutOff(() -> publications.release(bela, review, Extent.FULL, later));
        // Another review has the reference meanwhile, so that it goes on waiting.
        shelving.put(text(anew, "A third text."), later, Optional.empty(), later);
        shelving.tells(anew, another);
        assertThat(after.settle(later.plusSeconds(5))).isZero();
        assertThat(review(id, later.plusSeconds(5)).published()).isPresent();
    }

    @Test
    void whatWasWithdrawnUnderItsEmbargoWasNeverPublished() {
        var reference = new Reference("LIB-2030-0110");
        ReviewId id = commissioned();
        String review = id.value();
        keep(review, reference, "A child was seen.");
        ready(review);
        Instant embargo = releasedUnderEmbargo(review);
        assertThat(after.readableFrom(review, publications.find(anna, review).orElseThrow()))
                .contains(embargo);
        publications.withdraw(anna, review, "The family was not told", NOW.plusSeconds(60));
        isEmpty(reference, embargo);
        isEmpty(reference, embargo.plusSeconds(60));
        assertThat(new Library(DATABASE.transactions(), () -> embargo).holdings().withdrawn())
                .noneMatch(w -> w.reference().equals(reference.value()));

        // A summary that anybody could read, and then a full report that nobody could: a tombstone.
        var other = new Reference("LIB-2030-0111");
        String read = out(commissioned(), other);
        ready(read);
        publications.enter(anna, read, new ReleaseEntry.Embargoed("anna", NOW, embargo));
        assertThat(publications.shelve(anna, read, Extent.FULL, NOW.plusSeconds(60))).isTrue();
        publications.withdraw(anna, read, "The family was not told", NOW.plusSeconds(120));
        assertThat(shelf(other, NOW.plusSeconds(120)))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> assertThat(g.tombstone().published()).isEqualTo(NOW));
    }

    @Test
    void nobodyPublishesOverAnothersReview() {
        var reference = new Reference("LIB-2030-0112");
        out(commissioned(), reference);
        String another = commissioned().value();
        assertThat(keep(another, reference, "Another text."))
                .isEqualTo(new Publications.Keeping.OthersReference());
        // Nor where both were kept before either was released.
        publications.keep(
                anna,
                another,
                BEGUN,
                Optional.empty(),
                text(reference, "Another text."),
                new Canaries.Listed(List.of()),
                NOW);
        ready(another);
        assertThat(publications.release(anna, another, Extent.FULL, NOW))
                .isEqualTo(new Answer.Refused(List.of(Missing.REFERENCE)));
    }

    @Test
    void aReviewLearnsWhatTheLibraryHolds() {
        var reference = new Reference("LIB-2030-0113");
        ReviewId id = commissioned();
        String review = out(id, reference);
        add(
                id,
                new ReviewEntry.ProcessBegan(
                        by(anna),
                        NOW.plusSeconds(60),
                        "Criminal trial",
                        ReviewEntry.Holds.PUBLICATION,
                        "Jurors could read it."));
        // As it was before reviews were told.
        forget(id, "published");
        Instant later = NOW.plusSeconds(120);
        assertThat(review(id, later).undecided()).isEmpty();
        assertThat(after.settle(later)).isEqualTo(1);
        assertThat(review(id, later).undecided()).hasSize(1);
        assertThat(review(id, later).owed()).anyMatch(d -> d.key().equals("published/1"));
        assertThat(after.settle(later)).isZero();

        // Withdrawn by somebody who was not named on it, and could not tell it.
        publications.withdraw(anna, review, "A sister could be picked out", later.plusSeconds(60));
        forget(id, "publication-decided");
        assertThat(review(id, later.plusSeconds(60)).published()).isPresent();
        assertThat(after.settle(later.plusSeconds(61))).isEqualTo(1);
        assertThat(review(id, later.plusSeconds(61)).published()).isEmpty();
        assertThat(after.settle(later.plusSeconds(62))).isZero();
    }

    /**
     * A decision that a version took before decisions were orders, and that never reached the
     * shelf.
     */
    @Test
    void whatWasDecidedAndLeftUpComesDown() {
        var reference = new Reference("LIB-2030-0114");
        ReviewId id = commissioned();
        String review = out(id, reference);
        Instant later = NOW.plusSeconds(60);
        var again = Optional.of(LocalDate.of(2030, 9, 2));
        cutOff(() -> after.decide(anna, review, decided(anna, Fate.TAKEN_DOWN, later, again)));
        DATABASE.owner()
                .sql("DELETE FROM library.shelf_order WHERE review = :r")
                .param("r", review)
                .update();
        assertThat(after.settle(later)).isEqualTo(1);
        assertThat(shelf(reference, later))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> assertThat(g.tombstone().lookAgain()).isEqualTo(again));
        assertThat(after.settle(later)).isZero();
    }

    private static void forget(ReviewId id, String kind) {
        DATABASE.owner()
                .sql("DELETE FROM reviews.entry WHERE review = :r AND kind = :k")
                .param("r", id.value())
                .param("k", kind)
                .update();
    }

    @Test
    void whoIsWithheldIsCountedOnceAndNoMoreWhenItIsOut() {
        var reference = new Reference("LIB-2030-0115");
        String review = commissioned().value();
        keep(review, reference, "A child was seen.");
        ready(review);
        int before = withheld();
        publications.withhold(anna, review, "A trial", LocalDate.of(2030, 3, 4), NOW);
        publications.withhold(bela, review, "Still a trial", LocalDate.of(2030, 3, 4), NOW);
        assertThat(withheld()).isEqualTo(before + 1);
        publications.release(anna, review, Extent.FULL, NOW);
        publications.release(bela, review, Extent.FULL, NOW);
        assertThat(withheld()).isEqualTo(before);
        assertThat(after.decide(anna, review, decided(anna, Fate.KEPT_UP, NOW, Optional.empty())))
                .contains(Refusal.HOLDS_NOTHING);
    }

    /** The page from which it was withheld was opened before two people released it. */
    @Test
    void whatIsWithheldUnderItsEmbargoIsNeverPublished() {
        var reference = new Reference("LIB-2030-0122");
        ReviewId id = commissioned();
        String review = id.value();
        keep(review, reference, "A child was seen.");
        ready(review);
        Instant embargo = releasedUnderEmbargo(review);
        int before = withheld();

        assertThat(withhold(review, NOW.plusSeconds(60)))
                .isEqualTo(new Publications.Withholding.Done());
        isEmpty(reference, NOW.plusSeconds(60));
        isEmpty(reference, embargo);
        assertThat(withheld()).isEqualTo(before + 1);
        Publications.Draft draft = publications.find(anna, review).orElseThrow();
        assertThat(draft.file().out()).isEmpty();
        assertThat(draft.file().stopped()).isPresent();
        assertThat(review(id, NOW.plusSeconds(60)).published()).isEmpty();
        assertThat(after.settle(embargo)).isZero();
        isEmpty(reference, embargo);

        // When it is looked at again, two people release it anew.
        Instant again = Instant.parse("2030-09-02T09:00:00Z");
        publications.release(anna, review, Extent.FULL, again);
        publications.release(bela, review, Extent.FULL, again);
        isOpen(reference, again);
        assertThat(withheld()).isEqualTo(before);
        // The version that nobody could read is none.
        assertThat(library(again).editions(reference))
                .containsExactly(new Edition(again, Extent.FULL, Optional.of(90L), Optional.of(0)));
    }

    @Test
    void whatAnybodyCanReadIsNotWithheldAndIsSaidToBeReleased() {
        var reference = new Reference("LIB-2030-0123");
        String review = out(commissioned(), reference);
        int before = withheld();
        assertThat(withhold(review, NOW.plusSeconds(60)))
                .isEqualTo(new Publications.Withholding.AlreadyReadable(NOW));
        isOpen(reference, NOW.plusSeconds(60));
        assertThat(withheld()).isEqualTo(before);
        assertThat(publications.find(anna, review).orElseThrow().file().out()).isPresent();

        // Once it is withdrawn, what is told of it anew can be withheld.
        publications.withdraw(anna, review, "A sister could be picked out", NOW.plusSeconds(90));
        assertThat(withhold(review, NOW.plusSeconds(120)))
                .isEqualTo(new Publications.Withholding.Done());
    }

    /** Two people released it, and it could not be put there: it can be read by nobody. */
    @Test
    void whatCouldNotBePutThereIsWithheldAndDoesNotGoUp() {
        var reference = new Reference("LIB-2030-0128");
        ReviewId id = commissioned();
        String review = releasedAndNotPut(id, reference);
        isEmpty(reference, NOW.plusSeconds(30));

        Instant later = NOW.plusSeconds(60);
        assertThat(withhold(review, later)).isEqualTo(new Publications.Withholding.Done());
        assertThat(publications.find(anna, review).orElseThrow().file().stopped()).isPresent();
        after.settle(later.plusSeconds(5));
        isEmpty(reference, later.plusSeconds(5));
        assertThat(review(id, later.plusSeconds(5)).published()).isEmpty();
    }

    /** It was decided under the embargo, and done when anybody could read it already. */
    @Test
    void whatIsTakenOffLateWasReadMeanwhileAndTheShelfSaysSo() {
        var reference = new Reference("LIB-2030-0129");
        String review = commissioned().value();
        keep(review, reference, "A child was seen.");
        ready(review);
        Instant embargo = releasedUnderEmbargo(review);
        cutOff(() -> publications.withdraw(anna, review, "A trial", NOW.plusSeconds(60)));
        Instant late = embargo.plusSeconds(60);
        isOpen(reference, late);

        assertThat(after.settle(late)).isEqualTo(1);
        assertThat(shelf(reference, late))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> {
                            assertThat(g.tombstone().published()).isEqualTo(embargo);
                            assertThat(g.tombstone().withdrawn()).isEqualTo(late);
                        });
        // The version that anybody could read is one.
        assertThat(
                        DATABASE.owner()
                                .sql("SELECT count(*) FROM library.edition WHERE reference = :r")
                                .param("r", reference.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private Publications.Withholding withhold(String review, Instant at) {
        return publications.withhold(anna, review, "A trial", LocalDate.of(2030, 9, 2), at);
    }

    @Test
    void aTakeOffThatFailsIsOwedByThoseWhoDecidedItUntilItHappens() {
        var reference = new Reference("LIB-2030-0124");
        String review = out(commissioned(), reference);
        Instant later = NOW.plusSeconds(60);
        cutOff(() -> publications.withdraw(anna, review, "A sister could be picked out", later));
        SiteWatch watch = watch();

        watch.look(later.plusSeconds(60));
        assertThat(owed(review)).isEmpty();
        watch.look(later.plus(Duration.ofMinutes(6)));
        assertThat(owed(review))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.words()).startsWith(reference.value()).contains("can still");
                    assertThat(d.starts()).isEqualTo(later);
                    assertThat(d.level()).isEqualTo(1);
                    assertThat(d.owedBy()).contains(SiteClocks.OPERATOR.text());
                });
        // It is nobody else's to know.
        var duties = new SiteDuties(DATABASE.transactions(), new Journal(DATABASE.secrets()));
        assertThat(duties.all(anna)).noneMatch(d -> d.about().equals(Optional.of(review)));
        watch.look(later.plus(Duration.ofDays(9)));
        assertThat(owed(review).getFirst().level()).isGreaterThan(40);

        publications.finish(later.plus(Duration.ofDays(9)));
        watch.look(later.plus(Duration.ofDays(9)));
        assertThat(owed(review)).isEmpty();
    }

    @Test
    void whatWaitsForItsMinuteIsNotOwedBeforeIt() {
        var reference = new Reference("LIB-2030-0125");
        String review = out(commissioned(), reference);
        keep(review, reference, "Another text.");
        ready(review);
        Instant embargo = releasedUnderEmbargo(review);
        watch().look(embargo.minusSeconds(60));
        assertThat(owed(review)).isEmpty();
        watch().look(embargo.plus(Duration.ofMinutes(6)));
        assertThat(owed(review)).singleElement().matches(d -> d.starts().equals(embargo));
        publications.finish(embargo);
        assertThat(library(embargo).editions(reference))
                .extracting(Edition::from)
                .containsExactly(NOW, embargo);
    }

    private static Library library(Instant at) {
        return new Library(DATABASE.transactions(), () -> at);
    }

    private static List<OpenSiteDuty> owed(String review) {
        return DATABASE.transactions().asJob(JobName.WATCH, SiteDuties::open).stream()
                .filter(d -> d.kind() == SiteDutyKind.LIBRARY_NOT_DONE)
                .filter(d -> d.about().equals(Optional.of(review)))
                .toList();
    }

    private static SiteWatch watch() {
        return new SiteWatch(
                        DATABASE.transactions(),
                        new FeedHealths(),
                        new Pauses(DATABASE.transactions(), BreakerLimits.DEFAULT),
                        _ -> new DirectoryBuilder().build(),
                        new SiteClocks(SiteLimits.DEFAULT))
                .seeing(ShelfOrders::undone);
    }

    @Test
    void eachMinuteWhatWasDecidedIsDoneAndHourlyItIsComparedWithTheReviews() {
        var reference = new Reference("LIB-2030-0126");
        ReviewId untold = commissioned();
        out(untold, new Reference("LIB-2030-0127"));
        forget(untold, "published");
        releasedAndNotPut(commissioned(), reference);

        once(LibraryConfiguration.finishing(publications, () -> NOW));
        isOpen(reference, NOW);
        assertThat(review(untold, NOW).published()).isEmpty();

        once(LibraryConfiguration.agreeing(after, () -> NOW));
        assertThat(review(untold, NOW).published()).isPresent();
    }

    /** When a loop is stopped, it does once more what it does. */
    private static void once(Loop loop) {
        loop.start();
        loop.stop();
    }

    private static int withheld() {
        return new Library(DATABASE.transactions(), () -> NOW).holdings().withheld().size();
    }
}
