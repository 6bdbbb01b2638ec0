package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.library.OrganisationProgress;
import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.reviews.By;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.database.TestDatabase;
import sightline.reviews.Added;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each night the library tells how far a review's recommendations have come. */
final class NightlyProgressTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AgencyId BOARD = new AgencyId("partnership");
    private static final AgencyId HEALTH = new AgencyId("millbrook-health");
    private static final Reference REFERENCE = new Reference("LIB-2026-0050");
    private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DAY = Instant.parse("2026-03-10T14:00:00Z");

    private final Reviews reviews =
            new Reviews(DATABASE.transactions(), new Journal(DATABASE.secrets()));
    private final Shelving shelving = new Shelving(DATABASE.transactions());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ReaderContext reader(AgencyId agency, AccessRole role, Purpose why) {
        return new ReaderContext(
                "session-" + agency,
                new UserId("user-" + agency),
                agency,
                Set.of(role),
                Set.of(),
                Set.of(),
                why);
    }

    private static By by(ReaderContext reader) {
        return new By(reader.actor(), reader.agencyId(), Set.of(), Set.of());
    }

    private static PublishedReview published() {
        return APublishedReview.of(REFERENCE, "Child G")
                .harmed("2024 or 2025")
                .readableFrom(Optional.of(OPENED))
                .ages(List.of(AgeBand.UNDER_1))
                .recommendations(
                        List.of(
                                new Recommendation(1, "Ask who lives there", List.of("Health")),
                                new Recommendation(2, "See the child alone", List.of("Health"))))
                .build();
    }

    @Test
    void howFarAReviewHasComeIsToldEachDayAndADaysAnswerStays() {
        ReaderContext lead = reader(BOARD, AccessRole.REVIEW_PUBLISHER, Purpose.REVIEW);
        ReaderContext health = reader(HEALTH, AccessRole.NAMED_PROFESSIONAL, Purpose.REFERRAL);
        LocalDate known = LocalDate.of(2026, 3, 2);
        ReviewId id =
                reviews.open(
                        lead,
                        new ReviewEntry.Opened(
                                by(lead),
                                OPENED,
                                "practice-review",
                                "Child G",
                                Trigger.DIED,
                                known));
        must(lead, id, new ReviewEntry.Commissioned(by(lead), at(1), known, "Two knew."));
        for (int n = 1; n <= 2; n++) {
            must(
                    lead,
                    id,
                    new ReviewEntry.RecommendationMade(
                            by(lead),
                            at(n + 1),
                            1,
                            n,
                            "Ask Tamsin Orrell who lives there " + n,
                            Reach.LOCAL,
                            Made.WITH_THE_REPORT,
                            Set.of(HEALTH),
                            Set.of()));
        }
        shelving.put(published(), OPENED, Optional.empty(), OPENED);
        assertThat(shelving.night(DAY)).isZero();
        shelving.tells(REFERENCE, id.value());

        assertThat(shelving.night(DAY)).isEqualTo(1);
        assertThat(shelving.night(DAY.plusSeconds(60))).isZero();
        theOnlyOrganisationIsNotNamed();
        must(
                health,
                id,
                new ReviewEntry.Answered(
                        by(health), DAY.plusSeconds(90), 1, HEALTH, Acceptance.ACCEPTED, ""));
        // Whoever disagrees says it to those who read the review, by name; the public reads counts.
        must(
                lead,
                id,
                new ReviewEntry.Dissented(
                        by(lead),
                        DAY.plusSeconds(95),
                        1,
                        HEALTH,
                        "Tamsin Orrell was never asked, and it is too little."));
        must(
                health,
                id,
                new ReviewEntry.ActionAgreed(
                        by(health),
                        DAY.plusSeconds(100),
                        1,
                        HEALTH,
                        new sightline.core.directory.Role("service-manager"),
                        LocalDate.of(2026, 6, 30),
                        "Each household is known.",
                        "Files are read."));
        must(
                health,
                id,
                new ReviewEntry.EvidenceAttached(
                        by(health), DAY.plusSeconds(120), 1, HEALTH, "E-1", "Files read"));
        assertThat(shelving.night(DAY.plusSeconds(180))).isZero();
        assertThat(shelving.night(DAY.plusSeconds(86_400))).isEqualTo(1);

        Progress first = on(LocalDate.of(2026, 3, 10));
        assertThat(first.on()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(first.noEvidence()).isEqualTo(2);
        assertThat(first.lines().getFirst().text()).isEqualTo("Ask who lives there");
        assertThat(first.lines().getFirst().states())
                .containsExactly(new Progress.State("No answer yet", List.of("1 organisation")));
        assertThat(first.toString()).doesNotContain("Tamsin").doesNotContain("millbrook");
        Progress next = on(LocalDate.of(2026, 3, 11));
        assertThat(next.sentence())
                .isEqualTo(
                        "Of 2 recommendations, 0 are verified by somebody else in every organisation it was made to, 1 is part of the way, 1 has no evidence and 0 have slipped or re-opened.");
        assertThat(next.lines().getFirst().due()).isEqualTo("30 June 2026");
        assertThat(ReviewJson.write(next)).doesNotContain("Tamsin").doesNotContain("too little");
        assertThat(on(LocalDate.of(2026, 3, 10))).isEqualTo(first);

        shelving.withdraw(REFERENCE, "A sister could be picked out", DAY.plusSeconds(90_000));
        assertThat(shelving.night(DAY.plusSeconds(200_000))).isZero();
        nothingIsToldByOrganisationOfWhatNobodyMayRead();
    }

    /** One review asks it: by its name anybody would know where the child lived. */
    private static void theOnlyOrganisationIsNotNamed() {
        var organisations = new Organisations(DATABASE.transactions());
        var directory = new DirectoryBuilder().build();
        assertThat(organisations.night(DAY, directory)).isEqualTo(1);
        assertThat(organisations.night(DAY.plusSeconds(60), directory)).isZero();
        Organisations.AsOf told =
                new Library(DATABASE.transactions(), () -> DAY).organisations().orElseThrow();
        assertThat(told.day()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(told.organisations())
                .containsExactly(
                        new OrganisationProgress(OrganisationProgress.OTHERS, 1, 2, 0, 0, 0, 0));
    }

    /**
     * It was withdrawn, or is under an embargo once more: the counts of before tell of it no more.
     */
    private void nothingIsToldByOrganisationOfWhatNobodyMayRead() {
        var organisations = new Organisations(DATABASE.transactions());
        var directory = new DirectoryBuilder().build();
        Library library = new Library(DATABASE.transactions(), () -> DAY);
        assertThat(library.organisations()).isEmpty();
        assertThat(organisations.night(DAY.plusSeconds(200_000), directory)).isZero();

        shelving.put(published(), OPENED, Optional.empty(), DAY.plusSeconds(200_000));
        assertThat(organisations.night(DAY.plusSeconds(200_000), directory)).isEqualTo(1);
        assertThat(library.organisations()).isPresent();
        Instant embargo = DAY.plusSeconds(900_000);
        shelving.put(published(), embargo, Optional.empty(), DAY.plusSeconds(200_001));
        assertThat(organisations.night(DAY.plusSeconds(300_000), directory)).isZero();
        assertThat(library.organisations()).isEmpty();
        assertThat(organisations.night(embargo, directory)).isEqualTo(1);
    }

    private static Instant at(int minutes) {
        return OPENED.plusSeconds(60L * minutes);
    }

    private void must(ReaderContext reader, ReviewId id, ReviewEntry entry) {
        assertThat(reviews.add(reader, id, entry)).isEqualTo(new Added.Kept());
    }

    private static Progress on(LocalDate day) {
        Instant later = DAY.plusSeconds(88_000);
        var shelf =
                (Library.Shelf.Open)
                        new Library(DATABASE.transactions(), () -> later)
                                .shelf(REFERENCE, Optional.of(day));
        return shelf.progress().orElseThrow();
    }
}
