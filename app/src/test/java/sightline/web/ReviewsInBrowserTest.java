package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.browser.TestBrowser;
import sightline.console.demo.ReviewStory;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.By;
import sightline.core.reviews.Group;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.reviews.Added;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A review of 33 recommendations to six organisations, of which one claims and cannot show it and
 * one slips after it was verified; the review's lead, one organisation and a stranger look at it.
 */
@Order(9)
final class ReviewsInBrowserTest {
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");
    private static final List<AgencyId> SIX =
            List.of(
                    Westmarsh.COUNCIL,
                    Westmarsh.HEALTH,
                    Westmarsh.HOSPITAL,
                    Westmarsh.POLICE,
                    Westmarsh.HOUSING,
                    new AgencyId("westmarsh-schools"));
    private static final Role OWNER = new Role("service-manager");

    @TempDir private static Path data;

    private static Westmarsh world;
    private static TestBrowser browser;
    private static Reviews reviews;
    private static ReviewId review;

    @BeforeAll
    static void start() {
        world = Westmarsh.start(data);
        world.reviewers(BOARD);
        reviews = world.part("reviews", Reviews.class);
        browser = TestBrowser.open();
        review =
                ReviewStory.tell(
                                reviews,
                                lead(),
                                SIX,
                                OWNER,
                                Instant.now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .minus(300, ChronoUnit.DAYS))
                        .review();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
    }

    private static ReaderContext reader(
            String name, AgencyId agency, AccessRole role, Purpose why) {
        return new ReaderContext(
                "session-" + name, new UserId(name), agency, Set.of(role), Set.of(), Set.of(), why);
    }

    private static ReaderContext lead() {
        return reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Purpose.REVIEW);
    }

    private static ReaderContext of(AgencyId agency) {
        return ReviewStory.of(agency);
    }

    private static By by(ReaderContext reader) {
        return ReviewStory.by(reader);
    }

    @Test
    void theSentenceCountsWhatWasSeenAndNotWhatWasSaid() {
        Review now = reviews.of(lead(), review, Instant.now(), "/reviews/{id}").orElseThrow();
        assertThat(now.groups())
                .containsEntry(Group.VERIFIED, 7L)
                .containsEntry(Group.FELL_BACK, 1L)
                .containsEntry(Group.PART_WAY, 1L)
                .containsEntry(Group.NO_EVIDENCE, 24L);
        assertThat(now.sentence()).startsWith("Of 33 recommendations, 7 are verified");
        assertThat(now.allVerified()).isFalse();
        assertThat(now.owed()).anyMatch(d -> d.overdue(now.today()));
    }

    @Test
    void whoeverClaimsAndCannotShowItIsRefusedAndSeesOnlyItsOwn() {
        AgencyId of = SIX.get(0);
        ReaderContext own = of(of);
        Instant now = Instant.now();
        assertThat(
                        reviews.add(
                                own,
                                review,
                                new ReviewEntry.Answered(
                                        by(own), now, 12, of, Acceptance.ACCEPTED, "")))
                .isEqualTo(new Added.Kept());
        assertThat(
                        reviews.add(
                                own,
                                review,
                                new ReviewEntry.ActionAgreed(
                                        by(own), now, 12, of, OWNER, London.day(now), "It", "So")))
                .isEqualTo(new Added.Kept());
        assertThat(reviews.add(own, review, new ReviewEntry.SaidDone(by(own), now, 12, of)))
                .isEqualTo(new Added.Refused(Refusal.NO_EVIDENCE));
        Review seen = reviews.of(own, review, now, "/reviews/{id}").orElseThrow();
        assertThat(seen.recommendations()).hasSizeBetween(1, 12);
        assertThat(seen.commissioned()).isEmpty();
        assertThat(seen.organisations()).containsExactly(of);
        assertThat(seen.sentence()).contains("of the whole review nothing is said");
        assertThat(seen.owed()).allMatch(d -> d.agency().equals(of));
        assertThat(seen.entries())
                .filteredOn(ReviewEntry.OfAction.class::isInstance)
                .allMatch(e -> ((ReviewEntry.OfAction) e).organisation().equals(of));
        ReaderContext stranger =
                reader("amal", Westmarsh.OTHER, AccessRole.SOCIAL_WORK_MANAGER, Purpose.REFERRAL);
        assertThat(reviews.of(stranger, review, now, "/reviews/{id}")).isEqualTo(Optional.empty());
        assertThat(reviews.all(stranger, now)).isEmpty();
    }

    @Test
    void theLeadReadsThePictureAndVerifiesWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(review.value()))
                    .first()
                    .click();
            page.waitForLoadState();
            assertThat(page.locator("main").textContent())
                    .contains("Child M")
                    .contains("Finish the report")
                    .contains("Past its date");
            page.navigate(world.address("/reviews/" + review + "/recommendations"));
            assertThat(page.locator(".rxo tbody tr").count()).isEqualTo(6);
            assertThat(page.locator(".rxo .rm").count()).isEqualTo(66);
            assertThat(page.locator("main").textContent()).contains("Of 33 recommendations, 7 are");
            page.navigate(world.address("/reviews/" + review + "/recommendations/8"));
            assertThat(page.locator(".monthline circle.missed").count()).isEqualTo(1);
            page.navigate(world.address("/reviews/" + review + "/recommendations/9"));
            String form = "#do-verified-" + SIX.get(3);
            page.locator("summary:has-text('I looked, and it is done')").first().press("Enter");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("It is not said how it was seen");
            page.locator(form + " textarea").fill("Ten files read; all ten show it.");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator("#of-" + SIX.get(3)).textContent())
                    .contains("Verified by somebody else");
        }
    }

    @Test
    void everyPageFitsInBothWidths() {
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            for (String at :
                    List.of(
                            "/reviews",
                            "/reviews/" + review,
                            "/reviews/" + review + "/findings",
                            "/reviews/" + review + "/quality",
                            "/reviews/" + review + "/recommendations",
                            "/reviews/" + review + "/recommendations/8")) {
                page.navigate(world.address(at));
                Fits.inBothWidths(page, at);
            }
        }
    }
}
