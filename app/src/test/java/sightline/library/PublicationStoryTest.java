package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries;
import sightline.core.library.Canaries.What;
import sightline.core.library.Compared;
import sightline.core.library.Pseudonyms;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublicationPolicy.LaterOrder;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.core.library.Reidentification;
import sightline.core.library.Release;
import sightline.core.library.Release.Answer;
import sightline.core.library.Release.Missing;
import sightline.core.library.ReleaseEntry;
import sightline.core.library.ReleaseFile;
import sightline.core.reviews.By;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.ReviewEntry;
import sightline.database.TestDatabase;
import sightline.reviews.Added;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two published inquiries, as they would have gone through this room; every name is invented. */
final class PublicationStoryTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2010-11-01T09:00:00Z");

    private final Shelving shelving = new Shelving(DATABASE.transactions());
    private final Publications publications =
            new Publications(
                    DATABASE.transactions(),
                    DATABASE.secrets(),
                    new Journal(DATABASE.secrets()),
                    shelving,
                    PublicationStoryTest::directory);
    private final Redacting redacting = new Redacting(DATABASE.secrets(), publications);
    private final ReaderContext anna = publisher("anna", "partnership");
    private final ReaderContext bela = publisher("bela", "partnership");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Directory directory() {
        AreaId fen = new AreaId("fen");
        return new DirectoryBuilder()
                .add(new Area(fen, "Fen", Nation.ENGLAND))
                .add(
                        new Agency(
                                new AgencyId("lock-hospital"),
                                "Lock Hospital",
                                AgencyType.HOSPITAL,
                                fen))
                .build();
    }

    private static ReaderContext publisher(String name, String agency) {
        return Readers.reader(name, agency, AccessRole.REVIEW_PUBLISHER, "reviews");
    }

    private static Library at(Instant moment) {
        return new Library(DATABASE.transactions(), () -> moment);
    }

    private static PublishedReview review(String reference, String title, String text) {
        return APublishedReview.of(new Reference(reference), title)
                .harmed("2006 to 2008")
                .kind(Kind.SERIOUS_CASE_REVIEW)
                .ages(List.of(AgeBand.FROM_1_TO_4))
                .text(text)
                .build();
    }

    private void ready(String review) {
        String by = anna.user().value();
        String digest = publications.find(anna, review).orElseThrow().file().digest();
        for (ReleaseEntry entry :
                List.of(
                        new ReleaseEntry.Redacted(by, NOW, digest, 2),
                        new ReleaseEntry.Counted(by, NOW, "area not given", 240, List.of(), ""),
                        new ReleaseEntry.HarmAssessed(
                                by, NOW, "a sister", "a father", "a neighbour"),
                        new ReleaseEntry.FamilyTold(by, NOW, "a visit"))) {
            publications.enter(anna, review, entry);
        }
    }

    /** Haringey: a summary; in full when a later government orders it, from a minute on. */
    @Test
    void aSummaryIsPublishedAndTheFullReportUnderALaterOrderFromAMinuteOn() {
        LocalDate begun = LocalDate.of(2007, 8, 10);
        var canaries =
                new Canaries.Listed(
                        List.of(
                                new Canaries.Item(What.NAME, "Orrin Tassel"),
                                new Canaries.Item(What.DATE, "2007-08-03")));
        var reference = new Reference("LIB-2008-0003");
        publications.keep(
                anna,
                "r1",
                begun,
                Optional.empty(),
                review(
                        reference.value(),
                        "Child J",
                        "Orrin was seen on 3 August 2007 by the wombat team."),
                canaries,
                NOW);
        assertThat(publications.scan(anna, "r1", List.of(), "", NOW)).hasSize(2);
        ready("r1");
        assertThat(publications.release(anna, "r1", Extent.SUMMARY, NOW))
                .isEqualTo(new Answer.Refused(List.of(Missing.SCAN_HITS)));

        publications.keep(
                anna,
                "r1",
                begun,
                Optional.empty(),
                review(
                        reference.value(),
                        "Child J",
                        "Child J was seen in summer by the wombat team."),
                canaries,
                NOW);
        assertThat(
                        ((Answer.Refused) publications.release(anna, "r1", Extent.SUMMARY, NOW))
                                .missing())
                .containsExactly(Missing.TEXT_CHANGED, Missing.SCAN);
        assertThat(publications.scan(anna, "r1", List.of(), "", NOW)).isEmpty();
        ready("r1");
        assertThat(((Answer.Refused) publications.release(anna, "r1", Extent.FULL, NOW)).missing())
                .containsExactly(Missing.EXTENT);
        assertThat(publications.release(anna, "r1", Extent.SUMMARY, NOW))
                .isInstanceOf(Answer.First.class);
        assertThat(at(NOW).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Empty.class);
        assertThat(publications.release(bela, "r1", Extent.SUMMARY, NOW))
                .isInstanceOf(Answer.Out.class);
        assertThat(at(NOW).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Open.class);
        assertThat(at(NOW).text(reference)).isEmpty();

        var order =
                new LaterOrder(
                        LocalDate.of(2010, 10, 26),
                        "the Secretary of State",
                        "so that the public may see");
        PublishedReview same = publications.find(anna, "r1").orElseThrow().review();
        publications.keep(anna, "r1", begun, Optional.of(order), same, canaries, NOW);
        Instant embargo = NOW.plusSeconds(3_600);
        publications.enter(anna, "r1", new ReleaseEntry.Embargoed("anna", NOW, embargo));
        assertThat(publications.release(anna, "r1", Extent.FULL, NOW))
                .isInstanceOf(Answer.First.class);
        assertThat(publications.release(anna, "r1", Extent.FULL, NOW))
                .isEqualTo(new Answer.Refused(List.of(Missing.SECOND_PERSON)));
        assertThat(publications.release(bela, "r1", Extent.FULL, NOW))
                .isInstanceOf(Answer.Out.class);
        // The summary stays until the full report can be read.
        Instant before = embargo.minusSeconds(1);
        publications.finish(before);
        assertThat(at(before).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Open.class);
        assertThat(at(before).text(reference)).isEmpty();
        assertThat(publications.finish(embargo)).isEqualTo(1);
        assertThat(at(embargo).text(reference)).hasSize(1);
        assertThat(
                        at(embargo)
                                .search(
                                        new Asked(
                                                "wombat", List.of(), List.of(), List.of(),
                                                List.of(), List.of(), false, 0))
                                .all())
                .isEqualTo(1);
    }

    /** Southampton: twins under pseudonyms, withheld while a trial ran, published, taken away. */
    @Test
    void twinsHavePseudonymsAndATrialHoldsPublication() {
        Pseudonyms key =
                Pseudonyms.of(
                        List.of(
                                new Pseudonyms.Somebody(
                                        Pseudonyms.Kind.TWIN,
                                        List.of(Sensitive.of("Orla Finch"), Sensitive.of("Orla"))),
                                new Pseudonyms.Somebody(
                                        Pseudonyms.Kind.TWIN,
                                        List.of(
                                                Sensitive.of("Tamsin Finch"),
                                                Sensitive.of("Tamsin")))),
                        3);
        String text = key.applied("Orla and Tamsin Finch lived there. Nobody saw Tamsin alone.");
        var reference = new Reference("LIB-2010-0004");
        var canaries =
                new Canaries.Listed(
                        List.of(
                                new Canaries.Item(What.NAME, "Orla Finch"),
                                new Canaries.Item(What.NAME, "Tamsin Finch")));
        publications.keep(
                anna,
                "r2",
                LocalDate.of(2010, 7, 1),
                Optional.empty(),
                review(reference.value(), String.join(" and ", key.given()), text),
                canaries,
                NOW);
        assertThat(publications.scan(anna, "r2", List.of(), "", NOW)).isEmpty();
        ready("r2");
        publications.enter(anna, "r2", new ReleaseEntry.ProcessBegan("anna", NOW, "trial"));
        publications.withhold(anna, "r2", "A trial is under way", LocalDate.of(2010, 11, 2), NOW);
        assertThat(at(NOW).holdings().withheld()).hasSize(1);
        assertThat(((Answer.Refused) publications.release(anna, "r2", Extent.FULL, NOW)).missing())
                .containsExactly(Missing.PROCESS, Missing.WITHHELD);

        Instant later = NOW.plusSeconds(200_000);
        publications.enter(anna, "r2", new ReleaseEntry.ProcessEnded("anna", later, "trial"));
        publications.release(anna, "r2", Extent.FULL, later);
        publications.release(bela, "r2", Extent.FULL, later);
        assertThat(at(later).holdings().withheld()).isEmpty();
        assertThat(at(later).text(reference).getFirst().text())
                .contains("Twin ")
                .doesNotContain("Tamsin");

        publications.withdraw(
                bela, "r2", "A surviving child could be picked out", later.plusSeconds(60));
        assertThat(at(later.plusSeconds(61)).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Gone.class);
        assertThat(publications.shelve(anna, "r2", Extent.FULL, later.plusSeconds(70))).isFalse();
    }

    @Test
    void aTextIsKeptUponTheOneThatWasSeenAndNoOther() {
        var kept =
                new Publications.Kept(
                        LocalDate.of(2010, 7, 1),
                        Optional.empty(),
                        review("LIB-2010-0021", "Child L", "A child was seen."),
                        new Canaries.Listed(List.of(new Canaries.Item(What.NAME, "Orrin Tassel"))));
        var done = new Publications.Keeping.Done();
        assertThat(publications.keepUpon("", anna, "r21", kept, NOW)).isEqualTo(done);
        var changed = new Publications.Keeping.ChangedMeanwhile();
        assertThat(publications.keepUpon("", bela, "r21", kept, NOW)).isEqualTo(changed);
        String seen = publications.find(bela, "r21").orElseThrow().file().digest();
        var another =
                new Publications.Kept(
                        kept.begun(),
                        kept.order(),
                        review("LIB-2010-0021", "Child L", "Another text."),
                        kept.canaries());
        assertThat(publications.keepUpon(seen, anna, "r21", another, NOW)).isEqualTo(done);
        assertThat(publications.keepUpon(seen, bela, "r21", kept, NOW)).isEqualTo(changed);
        assertThat(publications.find(bela, "r21").orElseThrow().review().everything())
                .contains("Another text.");
    }

    private ReviewId commissioned(Reviews reviews) {
        ReviewId id =
                reviews.open(
                        anna,
                        new ReviewEntry.Opened(
                                by(anna),
                                NOW,
                                "serious-case-review",
                                "Child L",
                                ReviewEntry.Trigger.DIED,
                                LocalDate.of(2010, 7, 1)));
        add(
                reviews,
                id,
                new ReviewEntry.Commissioned(by(anna), NOW, LocalDate.of(2010, 7, 1), "Why."));
        return id;
    }

    private static By by(ReaderContext reader) {
        return new By(reader.user().value(), reader.agencyId(), Set.of(), Set.of());
    }

    private void add(Reviews reviews, ReviewId id, ReviewEntry entry) {
        assertThat(reviews.add(anna, id, entry)).isEqualTo(new Added.Kept());
    }

    private ReviewEntry.PublicationDecided decided(
            ReviewEntry.Fate fate, Instant now, Optional<LocalDate> again) {
        return new ReviewEntry.PublicationDecided(
                by(anna), now, "Criminal trial", fate, "The board met on it.", again);
    }

    private static List<String> owed(
            Reviews reviews, ReaderContext reader, ReviewId id, Instant at) {
        return reviews.of(reader, id, at, "/reviews/{id}").orElseThrow().owed().stream()
                .map(d -> d.key() + " " + d.due())
                .filter(k -> k.startsWith("published/") || k.startsWith("taken-down"))
                .toList();
    }

    /** Neither what stays up nor what is down does so because nobody decided it. */
    @Test
    void aTrialThatBeginsAfterReleaseIsDecidedOfAndSilenceIsNoAnswer() {
        Reviews reviews = new Reviews(DATABASE.transactions(), new Journal(DATABASE.secrets()));
        var after = new AfterRelease(DATABASE.transactions(), publications, shelving);
        ReviewId id = commissioned(reviews);
        String review = id.value();
        var reference = new Reference("LIB-2010-0019");
        publications.keep(
                anna,
                review,
                LocalDate.of(2010, 7, 1),
                Optional.empty(),
                review(reference.value(), "Child L", "A child was seen."),
                new Canaries.Listed(List.of(new Canaries.Item(What.NAME, "Orrin Tassel"))),
                NOW);
        publications.scan(anna, review, List.of(), "", NOW);
        ready(review);
        publications.release(anna, review, Extent.FULL, NOW);
        publications.release(bela, review, Extent.FULL, NOW);
        assertThat(owed(reviews, anna, id, NOW)).isEmpty();
        assertThat(
                        after.decide(
                                anna,
                                review,
                                decided(ReviewEntry.Fate.KEPT_UP, NOW, Optional.empty())))
                .contains(Refusal.HOLDS_NOTHING);

        Instant charged = NOW.plus(Duration.ofDays(1));
        add(
                reviews,
                id,
                new ReviewEntry.ProcessBegan(
                        by(anna),
                        charged,
                        "Criminal trial",
                        ReviewEntry.Holds.PUBLICATION,
                        "Jurors could read it."));
        assertThat(owed(reviews, anna, id, charged)).containsExactly("published/1 2010-11-03");
        assertThat(
                        reviews.add(
                                anna,
                                id,
                                decided(ReviewEntry.Fate.KEPT_UP, charged, Optional.empty())))
                .isEqualTo(new Added.Refused(Refusal.BY_PUBLICATION));
        assertThat(
                        after.decide(
                                anna,
                                review,
                                decided(ReviewEntry.Fate.KEPT_UP, charged, Optional.empty())))
                .isEmpty();
        assertThat(owed(reviews, anna, id, charged)).isEmpty();
        assertThat(at(charged).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Open.class);

        LocalDate again = LocalDate.of(2011, 2, 1);
        Instant down = charged.plusSeconds(60);
        assertThat(
                        after.decide(
                                bela,
                                review,
                                new ReviewEntry.PublicationDecided(
                                        by(bela),
                                        down,
                                        "Criminal trial",
                                        ReviewEntry.Fate.TAKEN_DOWN,
                                        "The judge asks.",
                                        Optional.of(LocalDate.of(2010, 11, 2)))))
                .contains(Refusal.AGAIN_LATER);
        assertThat(
                        after.decide(
                                anna,
                                review,
                                decided(ReviewEntry.Fate.TAKEN_DOWN, down, Optional.of(again))))
                .isEmpty();
        assertThat(at(down).text(reference)).isEmpty();
        assertThat(at(down).shelf(reference, Optional.empty()))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> assertThat(g.tombstone().lookAgain()).contains(again));
        assertThat(owed(reviews, anna, id, down)).containsExactly("taken-down 2011-02-01");
        assertThat(publications.shelve(anna, review, Extent.FULL, down)).isFalse();

        // It goes up again as it went up: nothing holds it, and two people say so.
        Instant ended = down.plus(Duration.ofDays(60));
        assertThat(publications.release(anna, review, Extent.FULL, ended))
                .isInstanceOf(Answer.Refused.class);
        add(
                reviews,
                id,
                new ReviewEntry.ProcessEnded(
                        by(anna), ended, "Criminal trial", "Acquitted; the court's list."));
        publications.release(anna, review, Extent.FULL, ended);
        assertThat(at(ended).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Gone.class);
        publications.release(bela, review, Extent.FULL, ended);
        assertThat(at(ended).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Open.class);
        assertThat(owed(reviews, anna, id, ended)).isEmpty();

        assertThat(
                        after.decide(
                                anna,
                                review,
                                decided(
                                        ReviewEntry.Fate.WITHDRAWN,
                                        ended.plusSeconds(60),
                                        Optional.empty())))
                .isEmpty();
        assertThat(at(ended.plusSeconds(60)).shelf(reference, Optional.empty()))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> assertThat(g.tombstone().lookAgain()).isEmpty());
        assertThat(
                        reviews.of(anna, id, ended.plusSeconds(61), "/reviews/{id}")
                                .orElseThrow()
                                .published())
                .isEmpty();
    }

    /** What is recorded on the review holds its publication, between the two releases as well. */
    @Test
    void anInquestThatIsRecordedOnTheReviewHoldsItsPublication() {
        Reviews reviews = new Reviews(DATABASE.transactions(), new Journal(DATABASE.secrets()));
        ReviewId id = commissioned(reviews);
        String review = id.value();
        var reference = new Reference("LIB-2010-0009");
        publications.keep(
                anna,
                review,
                LocalDate.of(2010, 7, 1),
                Optional.empty(),
                review(reference.value(), "Child L", "A child was seen."),
                new Canaries.Listed(List.of(new Canaries.Item(What.NAME, "Orrin Tassel"))),
                NOW);
        publications.scan(anna, review, List.of(), "", NOW);
        ready(review);
        assertThat(publications.release(anna, review, Extent.FULL, NOW))
                .isInstanceOf(Answer.First.class);
        add(
                reviews,
                id,
                new ReviewEntry.ProcessBegan(
                        by(anna),
                        NOW,
                        "Inquest",
                        ReviewEntry.Holds.PUBLICATION,
                        "The coroner asks."));
        assertThat(publications.release(bela, review, Extent.FULL, NOW))
                .isEqualTo(new Answer.Refused(List.of(Missing.PROCESS)));
        // Of the same board, and named on nothing: what holds it is not theirs to read.
        ReaderContext cleo =
                new ReaderContext(
                        "session-cleo",
                        new UserId("cleo"),
                        anna.agencyId(),
                        Set.of(AccessRole.REVIEW_AUTHOR),
                        Set.of(),
                        Set.of(),
                        Purpose.REVIEW);
        DATABASE.owner()
                .sql("DELETE FROM reviews.named WHERE review = :r AND who LIKE '%/review-author'")
                .param("r", review)
                .update();
        assertThat(publications.release(cleo, review, Extent.FULL, NOW))
                .isEqualTo(new Answer.Refused(List.of(Missing.NOT_NAMED)));
        assertThat(at(NOW).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Empty.class);

        add(
                reviews,
                id,
                new ReviewEntry.ProcessEnded(by(anna), NOW, "Inquest", "Verdict; by letter."));
        assertThat(publications.release(bela, review, Extent.FULL, NOW))
                .isInstanceOf(Answer.Out.class);
        assertThat(at(NOW).shelf(reference, Optional.empty()))
                .isInstanceOf(Library.Shelf.Open.class);
    }

    @Test
    void nobodyElseReadsADraftAndWhatIsKeptIsSealed() {
        publications.keep(
                anna,
                "r3",
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                review("LIB-2020-0001", "Child K", "the capybara"),
                new Canaries.Listed(List.of(new Canaries.Item(What.NAME, "Quill Marrow"))),
                NOW);
        assertThat(publications.find(publisher("cleo", "elsewhere"), "r3")).isEmpty();
        assertThat(
                        publications.find(
                                Readers.reader("dai", "partnership", AccessRole.SOCIAL_WORKER, "t"),
                                "r3"))
                .isEmpty();
        assertThat(publications.find(bela, "r3")).isPresent();
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT encode(sealed_review || sealed_canaries, 'escape') FROM library.draft WHERE review = 'r3'")
                                .query(String.class)
                                .single())
                .doesNotContain("capybara")
                .doesNotContain("Marrow");
    }

    @Test
    void twoPeopleAloneOpenTheKeyAndEachOpeningIsWrittenDown() {
        publications.keep(
                anna,
                "r4",
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                review("LIB-2020-0004", "Child K", "Quill Marrow rang. Then Quill came."),
                new Canaries.Listed(List.of()),
                NOW);
        publications.sealKey(
                anna,
                "r4",
                List.of(
                        new Pseudonyms.Somebody(
                                Pseudonyms.Kind.ADULT,
                                List.of(Sensitive.of("Quill Marrow"), Sensitive.of("Quill")))),
                "anna",
                "bela",
                NOW);
        PublishedReview after = publications.find(anna, "r4").orElseThrow().review();
        assertThat(after.sections().getFirst().text())
                .matches("Adult [A-Z] rang. Then Adult [A-Z] came.");
        assertThat(publications.scan(anna, "r4", List.of(), "", NOW)).isEmpty();
        ReaderContext cleo = publisher("cleo", "partnership");
        assertThat(publications.openKey(cleo, "r4", "To see", NOW)).isEmpty();
        assertThat(publications.openKey(publisher("bela", "elsewhere"), "r4", "To see", NOW))
                .isEmpty();
        assertThat(publications.openKey(bela, "r4", "The coroner asks", NOW))
                .extracting(Sensitive::value)
                .anyMatch(l -> l.matches("Adult [A-Z]\tQuill Marrow"));
        assertThat(publications.find(cleo, "r4").orElseThrow().file().entries())
                .filteredOn(e -> e instanceof ReleaseEntry.KeyOpened)
                .containsExactly(new ReleaseEntry.KeyOpened("bela", NOW, "The coroner asks"));
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT count(*) FROM audit.entry WHERE leaf LIKE '%opening of the key of r4%'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
        assertThat(
                        DATABASE.owner()
                                .sql("SELECT encode(sealed, 'escape') FROM library.pseudonym_key")
                                .query(String.class)
                                .single())
                .doesNotContain("Marrow");
    }

    private void draft(String review, String reference, String text, String... names) {
        publications.keep(
                anna,
                review,
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                review(reference, "Child K", text),
                new Canaries.Listed(
                        Stream.of(names).map(n -> new Canaries.Item(What.NAME, n)).toList()),
                NOW);
    }

    /** Fewer than ten: what is told is widened by itself, with a reason; somebody may choose. */
    @Test
    void theFirstWayThatLeavesTenIsChosenAndAnAgencyPointsToItsArea() throws IOException {
        new PopulationEstimates(DATABASE.transactions())
                .replace(
                        new StringReader(
                                """
                                area,age_from,age_to,year,children,source,mark
                                Fen,0,4,2024,30,Invented,unconfirmed
                                ,0,4,2024,1200,Invented,unconfirmed
                                """));
        draft("r5", "LIB-2020-0005", "Seen at Lock Hospital.", "Quill Marrow");
        var told = new Reidentification.Told(List.of(), 0, 0, 2024, 2024, List.of());
        Reidentification.Counted chosen = publications.count(anna, "r5", told, NOW);
        assertThat(chosen.told().places()).containsExactly("Fen");
        assertThat(chosen.k()).isEqualTo(12);
        Publications.Draft after = publications.find(anna, "r5").orElseThrow();
        var counted = after.file().newest(ReleaseEntry.Counted.class).orElseThrow();
        assertThat(counted.why()).isEqualTo("The first wider way that leaves ten or more");
        assertThat(counted.ways()).extracting(Reidentification.Counted::k).containsExactly(6L, 12L);
        assertThat(after.review().area()).contains("Fen");
        assertThat(after.review().harmed()).isEqualTo("2023 or 2024");
        assertThat(after.review().ages()).containsExactly(AgeBand.UNDER_1);
        assertThat(Release.missing(after.file(), Extent.FULL, NOW))
                .doesNotContain(Missing.TOO_FEW, Missing.COUNT);

        assertThat(publications.choose(anna, "r5", 2, "No such way", NOW)).isFalse();
        assertThat(publications.choose(anna, "r5", 0, "The year is known to all", NOW)).isTrue();
        after = publications.find(anna, "r5").orElseThrow();
        assertThat(after.review().harmed()).isEqualTo("2024");
        assertThat(after.file().newest(ReleaseEntry.Counted.class).orElseThrow().why())
                .isEqualTo("The year is known to all");
        assertThat(Release.missing(after.file(), Extent.FULL, NOW)).contains(Missing.TOO_FEW);
    }

    @Test
    void aReportIsRedactedBesideItsOriginal() throws IOException {
        draft("r6", "LIB-2020-0006", "As typed.", "Quill Marrow");
        assertThat(redacting.beside(anna, "r6").orElseThrow().lines())
                .singleElement()
                .satisfies(l -> assertThat(l.row().differs()).isFalse());
        PublishedReview report =
                ReviewJson.with(
                        review("LIB-2020-0006", "Child K", "x"),
                        List.of(
                                new Section(
                                        1,
                                        "What happened",
                                        List.of(
                                                "Quill Marrow met the worker at the door of the house.",
                                                "Nobody asked who else lived at home.")),
                                new Section(2, "", List.of("A cousin of the mill spoke."))));
        assertThat(redacting.take(anna, "r6", ReportPdf.of(report), NOW))
                .isInstanceOf(Redacting.Taken.In.class);
        assertThat(redacting.leaveOut(anna, "r6", NOW)).isEqualTo(1);

        Redacting.Beside beside = redacting.beside(anna, "r6").orElseThrow();
        Redacting.Line name = line(beside, "worker");
        assertThat(differing(name.row().before())).isEqualTo("Quill Marrow");
        assertThat(differing(name.row().after())).isEqualTo("[left out: a name]");
        Redacting.Line cousin = line(beside, "cousin");
        assertThat(redacting.change(anna, "r6", cousin.row().place(), "", beside.digest(), NOW))
                .isTrue();
        assertThat(redacting.change(anna, "r6", 0, "Late", beside.digest(), NOW)).isFalse();

        Redacting.Beside gone = redacting.beside(anna, "r6").orElseThrow();
        Redacting.Line left = line(gone, "cousin");
        assertThat(left.row().after()).isEmpty();
        assertThat(
                        redacting.insert(
                                anna,
                                "r6",
                                left.row().place(),
                                "A relative of Quill Marrow spoke.",
                                gone.digest(),
                                NOW))
                .isTrue();
        Redacting.Line back = line(redacting.beside(anna, "r6").orElseThrow(), "cousin");
        assertThat(back.hits()).extracting(Canaries.Hit::what).containsExactly(What.NAME);
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT encode(sealed_original || sealed_review, 'escape') FROM library.draft WHERE review = 'r6'")
                                .query(String.class)
                                .single())
                .doesNotContain("Marrow")
                .doesNotContain("cousin");
        assertThat(redacting.beside(publisher("cleo", "elsewhere"), "r6")).isEmpty();
    }

    /** What a review recommends is text like any other: on the shelf and in its file. */
    @Test
    void aNameInARecommendationIsFoundAndLeftOut() {
        PublishedReview named = review("LIB-2020-0010", "Child K", "As typed.");
        publications.keep(
                anna,
                "r10",
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                APublishedReview.like(named)
                        .accession("")
                        .themes(List.of())
                        .agencies(List.of())
                        .keywords(List.of())
                        .model("")
                        .learning("")
                        .recommendations(
                                List.of(
                                        new PublishedReview.Recommendation(
                                                1,
                                                "Ask who lives with Quill Marrow",
                                                List.of("Health"))))
                        .findings(List.of())
                        .build(),
                new Canaries.Listed(List.of(new Canaries.Item(What.NAME, "Quill Marrow"))),
                NOW);
        assertThat(publications.scan(anna, "r10", List.of(), "", NOW)).hasSize(1);
        assertThat(publications.places(anna, "r10"))
                .singleElement()
                .satisfies(p -> assertThat(p.where()).containsIgnoringCase("recommendation"));
        assertThat(redacting.leaveOut(anna, "r10", NOW)).isEqualTo(1);
        publications.scan(anna, "r10", List.of(), "", NOW);
        ready("r10");
        publications.release(anna, "r10", Extent.FULL, NOW);
        publications.release(bela, "r10", Extent.FULL, NOW);
        assertThat(at(NOW).shelf(named.reference(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Library.Shelf.Open.class,
                        open ->
                                assertThat(open.review().recommendations())
                                        .extracting(PublishedReview.Recommendation::text)
                                        .containsExactly("Ask who lives with [left out: a name]"));
    }

    private static byte[] report() throws IOException {
        return ReportPdf.of(
                ReviewJson.with(
                        review("LIB-2020-0007", "Child K", "x"),
                        List.of(
                                new Section(
                                        1,
                                        "Quill Marrow comes home",
                                        List.of(
                                                "A worker met Quill Marrow, and QUILL MARROW's aunt, at the door of the house that day, and asked of quill marrow what Quill had seen; nobody asked Quill's neighbours, and nobody wrote down what Quill\u00a0Marrow said.")),
                                new Section(2, "", List.of("Orrin Tassel rang Quill.")))));
    }

    private void sealed(String review, String one, String other, Instant when, String... names) {
        publications.sealKey(
                anna,
                review,
                List.of(
                        new Pseudonyms.Somebody(
                                Pseudonyms.Kind.CHILD,
                                Stream.of(names).map(Sensitive::of).toList())),
                one,
                other,
                when);
    }

    private String everything(String review) {
        return publications.find(anna, review).orElseThrow().review().everything();
    }

    /** A report that comes after the key is sealed is read with pseudonyms, or not at all. */
    @Test
    void aReportThatComesAfterTheKeyWaitsForWhoeverKeepsIt() throws IOException {
        draft("r7", "LIB-2020-0007", "As typed.");
        ReaderContext cleo = publisher("cleo", "partnership");
        sealed("r7", "anna", "bela", NOW, "Quill Marrow", "Quill");
        sealed("r7", "bela", "dora", NOW.plusNanos(60_123_456_789L), "Orrin Tassel");
        assertThat(redacting.take(cleo, "r7", report(), NOW))
                .isEqualTo(new Redacting.Taken.Waits(1));
        assertThat(everything("r7")).contains("As typed.").doesNotContain("worker");
        ReleaseFile file = publications.find(cleo, "r7").orElseThrow().file();
        assertThat(Release.missing(file, Extent.FULL, NOW)).contains(Missing.REPORT_WAITS);
        assertThat(file.waitsFor())
                .extracting(ReleaseEntry.KeySealed::other)
                .containsExactly("bela", "dora");
        assertThat(redacting.putIn(cleo, "r7", NOW)).isEmpty();

        assertThat(redacting.putIn(anna, "r7", NOW)).contains(new Redacting.Taken.Waits(1));
        file = publications.find(cleo, "r7").orElseThrow().file();
        assertThat(file.waitsFor())
                .extracting(ReleaseEntry.KeySealed::other)
                .containsExactly("dora");
        assertThat(everything("r7")).doesNotContain("worker");
        assertThat(redacting.putIn(anna, "r7", NOW)).isEmpty();
        assertThat(redacting.putIn(bela, "r7", NOW).orElseThrow())
                .isInstanceOf(Redacting.Taken.In.class);
        nobodyIsNamed("r7");
        file = publications.find(cleo, "r7").orElseThrow().file();
        assertThat(file.waiting()).isEmpty();
        assertThat(file.entries())
                .filteredOn(ReleaseEntry.KeyOpened.class::isInstance)
                .extracting(ReleaseEntry::by)
                .containsExactly("anna", "bela");

        assertThat(redacting.take(bela, "r7", report(), NOW))
                .isInstanceOf(Redacting.Taken.In.class);
        nobodyIsNamed("r7");
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT encode(coalesce(sealed_waiting, '') || sealed_original || sealed_review || sealed_named, 'escape') FROM library.draft WHERE review = 'r7'")
                                .query(String.class)
                                .single())
                .doesNotContain("Marrow")
                .doesNotContain("Tassel");
    }

    /** A report that comes while a key is sealed is not lost: the key is put into it. */
    @Test
    @Timeout(60)
    void aKeyIsPutIntoTheTextThatIsThereWhenItIsSealed() throws Exception {
        draft("r9", "LIB-2020-0019", "As typed.");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sealing =
                    DATABASE.transactions()
                            .asReader(
                                    anna,
                                    List.of(),
                                    sql -> {
                                        PublishedReview text =
                                                publications.drafts().toChange(sql, "r9").review();
                                        Future<?> begun =
                                                threads.submit(() ->
                                                        sealed(
                                                                "r9",
                                                                "anna",
                                                                "bela",
                                                                NOW,
                                                                "Quill Marrow"));
                                        while (!isWaitedFor(sql)) {
                                            Thread.onSpinWait();
                                        }
                                        publications
                                                .drafts()
                                                .rewrite(
                                                        sql,
                                                        "r9",
                                                        ReviewJson.with(
                                                                text,
                                                                List.of(
                                                                        new Section(
                                                                                1,
                                                                                "",
                                                                                List.of(
                                                                                        "Quill Marrow rang.")))),
                                                        NOW);
                                        return begun;
                                    });
            sealing.get();
        }
        assertThat(everything("r9"))
                .containsPattern("Child [A-Z] rang")
                .doesNotContain("Quill")
                .doesNotContain("As typed");
    }

    /** Whether another transaction waits for the end of this one. */
    private static boolean isWaitedFor(JdbcClient sql) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid)")
                .query(Boolean.class)
                .single();
    }

    private void nobodyIsNamed(String review) {
        assertThat(everything(review))
                .containsPattern("A worker met Child [A-Z],")
                .doesNotContainIgnoringCase("quill")
                .doesNotContainIgnoringCase("marrow")
                .doesNotContain("Orrin", "Tassel");
        assertThat(publications.scan(anna, review, List.of(), "", NOW)).isEmpty();
    }

    /** Who has a pseudonym must not be left, whatever somebody lists when they type a new text. */
    @Test
    void aTextThatIsTypedAfterTheKeyIsScannedForItsNames() {
        draft("r8", "LIB-2020-0008", "As typed.");
        sealed("r8", "anna", "bela", NOW, "Quill Marrow");
        assertThat(publications.scan(anna, "r8", List.of(), "", NOW)).isEmpty();
        draft("r8", "LIB-2020-0008", "Quill Marrow rang.", "Orrin Tassel");
        assertThat(publications.scan(anna, "r8", List.of(), "", NOW))
                .extracting(Canaries.Hit::what)
                .containsExactly(What.NAME);

        // A scan is of a text and of what must not be left in it: one more name, and it is none.
        draft("r8", "LIB-2020-0008", "A neighbour rang Orrin.", "Wren Tassel");
        assertThat(publications.scan(anna, "r8", List.of(), "", NOW)).isEmpty();
        ReleaseFile file = publications.find(anna, "r8").orElseThrow().file();
        assertThat(Release.missing(file, Extent.FULL, NOW)).doesNotContain(Missing.SCAN);
        draft("r8", "LIB-2020-0008", "A neighbour rang Orrin.", "Orrin");
        file = publications.find(anna, "r8").orElseThrow().file();
        assertThat(Release.missing(file, Extent.FULL, NOW)).contains(Missing.SCAN);
    }

    private static Redacting.Line line(Redacting.Beside beside, String word) {
        return beside.lines().stream()
                .filter(l -> l.row().before().stream().anyMatch(p -> p.text().contains(word)))
                .findFirst()
                .orElseThrow();
    }

    private static String differing(List<Compared.Piece> pieces) {
        return pieces.stream()
                .filter(Compared.Piece::differs)
                .map(Compared.Piece::text)
                .collect(Collectors.joining(" | "));
    }
}
