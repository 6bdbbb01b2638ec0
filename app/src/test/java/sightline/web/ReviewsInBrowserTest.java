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
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.By;
import sightline.core.reviews.Group;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.reviews.Added;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
    private static Instant then = Instant.EPOCH;

    @BeforeAll
    static void start() {
        world = Westmarsh.start(data);
        world.reviewers(BOARD);
        reviews = world.part("reviews", Reviews.class);
        browser = TestBrowser.open();
        then = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(300, ChronoUnit.DAYS);
        review = opened();
        thirtyThree();
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
        return reader(
                "manager-" + agency, agency, AccessRole.SOCIAL_WORK_MANAGER, Purpose.REFERRAL);
    }

    private static By by(ReaderContext reader) {
        return new By(reader.actor(), reader.agencyId(), Set.of(), Set.of());
    }

    private static void must(ReaderContext reader, ReviewEntry entry) {
        assertThat(reviews.add(reader, review, entry)).isEqualTo(new Added.Kept());
    }

    private static Instant next() {
        then = then.plusSeconds(60);
        return then;
    }

    private static ReviewId opened() {
        return reviews.open(
                lead(),
                new ReviewEntry.Opened(
                        by(lead()),
                        then,
                        "practice-review",
                        "Child M",
                        Trigger.DIED,
                        London.day(then)));
    }

    private static void thirtyThree() {
        LocalDate day = London.day(then);
        By lead = by(lead());
        must(lead(), new ReviewEntry.Commissioned(lead, next(), day, "Six agencies knew him."));
        for (int n = 1; n <= 33; n++) {
            must(
                    lead(),
                    new ReviewEntry.RecommendationMade(
                            lead,
                            next(),
                            1,
                            n,
                            "Recommendation of the kind " + n,
                            Reach.LOCAL,
                            Made.WITH_THE_REPORT,
                            Set.of(SIX.get(n % 6), SIX.get((n + 1) % 6)),
                            Set.of()));
        }
        for (int n = 1; n <= 8; n++) {
            for (AgencyId of : List.of(SIX.get(n % 6), SIX.get((n + 1) % 6))) {
                done(n, of);
                must(lead(), new ReviewEntry.Verified(lead, next(), n, of, "Twenty files read"));
            }
        }
        must(lead(), new ReviewEntry.Bound(lead, next(), 8, SIX.get(2), "gp-records", 95));
        YearMonth first = YearMonth.from(day).plusMonths(1);
        for (int i = 0; i < 4; i++) {
            then = London.endOf(first.plusMonths(i).atEndOfMonth());
            must(
                    lead(),
                    new ReviewEntry.Measured(
                            lead, then, 8, SIX.get(2), first.plusMonths(i), i == 3 ? 83 : 96, 100));
        }
        done(9, SIX.get(3));
    }

    private static void done(int n, AgencyId of) {
        ReaderContext own = of(of);
        By by = by(own);
        accept(n, of);
        must(own, new ReviewEntry.EvidenceAttached(by, next(), n, of, "E-" + n, "Files read"));
        must(own, new ReviewEntry.SaidDone(by, next(), n, of));
    }

    private static void accept(int n, AgencyId of) {
        ReaderContext own = of(of);
        By by = by(own);
        must(own, new ReviewEntry.Answered(by, next(), n, of, Acceptance.ACCEPTED, ""));
        must(
                own,
                new ReviewEntry.ActionAgreed(
                        by,
                        next(),
                        n,
                        of,
                        OWNER,
                        London.day(then).plusDays(90),
                        "Each child is seen alone.",
                        "Twenty files are read."));
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
            page.locator("summary:has-text('I looked, and it is done')").first().click();
            page.locator(form + " button").click();
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("It is not said how it was seen");
            page.locator(form + " textarea").fill("Ten files read; all ten show it.");
            page.locator(form + " button").click();
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
