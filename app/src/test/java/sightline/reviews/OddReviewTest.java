package sightline.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.audit.Journal;
import sightline.core.reviews.By;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Holds;
import sightline.database.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A review that goes as few plans go. */
final class OddReviewTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2030-03-04T09:00:00Z");
    private static final LocalDate KNOWN = LocalDate.of(2029, 6, 1);

    private final Reviews reviews =
            new Reviews(DATABASE.transactions(), new Journal(DATABASE.secrets()));
    private final ReaderContext anna =
            Readers.reader("anna", "partnership", AccessRole.REVIEW_PUBLISHER, "reviews");
    private final ReaderContext first =
            Readers.reader("first-author", "elsewhere", AccessRole.REVIEW_AUTHOR, "authors");
    private final ReaderContext second =
            Readers.reader("second-author", "beyond", AccessRole.REVIEW_AUTHOR, "authors");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static By by(ReaderContext reader) {
        return new By(reader.user().value(), reader.agencyId(), Set.of(), Set.of());
    }

    private void add(ReviewId id, ReviewEntry entry) {
        assertThat(reviews.add(anna, id, entry)).isEqualTo(new Added.Kept());
    }

    private Review review(ReviewId id, Instant at) {
        return reviews.of(anna, id, at, "/reviews/{id}").orElseThrow();
    }

    /** Opened nine months after the harm was known: what is owed says since when. */
    private ReviewId late() {
        return reviews.open(
                anna,
                new ReviewEntry.Opened(
                        by(anna),
                        NOW,
                        "practice-review",
                        "Child V",
                        ReviewEntry.Trigger.SERIOUSLY_HARMED,
                        KNOWN));
    }

    private ReviewId commissioned() {
        ReviewId id = late();
        add(
                id,
                new ReviewEntry.Commissioned(
                        by(anna), NOW, LocalDate.of(2030, 3, 4), "Late, and still needed."));
        return id;
    }

    private ReviewEntry.AuthorNamed author(ReaderContext who, Instant at) {
        return new ReviewEntry.AuthorNamed(
                by(anna), at, who.user().value(), "An author", Set.of(), "None");
    }

    private boolean reads(ReaderContext who, ReviewId id, Instant at) {
        return reviews.of(who, id, at, "/reviews/{id}").isPresent();
    }

    @Test
    void whatWasOwedLongAgoIsOverdueFromTheFirstDayAndTheReportIsNot() {
        ReviewId id = late();
        assertThat(review(id, NOW).owed())
                .filteredOn(d -> d.overdue(LocalDate.of(2030, 3, 4)))
                .extracting(ReviewDuty::starts)
                .isNotEmpty()
                .containsOnly(KNOWN);
        add(
                id,
                new ReviewEntry.Commissioned(
                        by(anna), NOW, LocalDate.of(2030, 3, 4), "Late, and still needed."));
        assertThat(review(id, NOW).owed())
                .filteredOn(d -> d.what().equals("Finish the report"))
                .singleElement()
                .satisfies(d -> assertThat(d.starts()).isEqualTo(LocalDate.of(2030, 3, 4)));
        // Commissioned again, under other terms: that is another review, or another version.
        assertThat(
                        reviews.add(
                                anna,
                                id,
                                new ReviewEntry.Commissioned(
                                        by(anna), NOW, LocalDate.of(2030, 3, 4), "Again.")))
                .isEqualTo(new Added.Refused(Refusal.DECIDED_BEFORE));
    }

    @Test
    void anAuthorWhoIsReplacedReadsItNoMore() {
        ReviewId id = commissioned();
        add(id, author(first, NOW));
        assertThat(reads(first, id, NOW)).isTrue();
        Instant later = NOW.plus(Duration.ofDays(40));
        add(id, author(second, later));
        assertThat(reads(second, id, later)).isTrue();
        assertThat(reads(first, id, later)).isFalse();
        assertThat(reads(anna, id, later)).isTrue();

        // Nobody else takes a name off it.
        assertThat(unnamedBy(first, id)).isTrue();
        assertThat(reads(second, id, later)).isTrue();
    }

    private static boolean unnamedBy(ReaderContext who, ReviewId id) {
        return DATABASE.transactions()
                .asReader(
                        who,
                        List.of(),
                        sql -> {
                            sql.sql("SELECT reviews.unname(:review, 'second-author')")
                                    .param("review", id.value())
                                    .query((_, _) -> true)
                                    .list();
                            return true;
                        });
    }

    @Test
    void ofTwoProceedingsEachHoldsUntilItEndsItself() {
        ReviewId id = commissioned();
        add(id, began("Criminal trial", NOW));
        assertThat(reviews.add(anna, id, began("Criminal trial", NOW)))
                .isEqualTo(new Added.Refused(Refusal.PROCESS_RUNS));
        add(id, began("Inquest", NOW));
        Instant later = NOW.plus(Duration.ofDays(10));
        add(
                id,
                new ReviewEntry.ProcessEnded(
                        by(anna), later, "Criminal trial", "Acquitted; the court's list."));
        assertThat(review(id, later).holds())
                .singleElement()
                .satisfies(h -> assertThat(h.began().process()).isEqualTo("Inquest"));
        // A retrial of the same name holds anew, and is looked at on its own day.
        Instant again = later.plus(Duration.ofDays(1));
        add(id, began("Criminal trial", again));
        assertThat(review(id, again).holds()).extracting(Review.Hold::number).containsExactly(2, 3);
        assertThat(review(id, again).holds().getLast().looked()).isEqualTo(again);
    }

    private ReviewEntry.ProcessBegan began(String name, Instant at) {
        return new ReviewEntry.ProcessBegan(
                by(anna), at, name, Holds.PUBLICATION, "Jurors could read it.");
    }
}
