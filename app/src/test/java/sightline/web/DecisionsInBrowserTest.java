package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;

import java.util.List;

/** Decisions against the evidence, made on a page and sent as messages, in Chromium. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DecisionsInBrowserTest extends InWestmarsh {
    @BeforeAll
    void settle() {
        world.marksReported();
    }

    @Test
    @Order(1)
    void thresholdNotMetAlthoughMarksWereReportedIsLaidOutAndNeedsItsReasonWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            TestBrowser.follow(page.locator("nav a:has-text('Decisions')"));
            TestBrowser.follow(page.locator("a:has-text('the threshold is not met')"));
            assertThat(page.locator("section:has(#laid)").textContent())
                    .contains("recorded things against it")
                    .contains("Injury: bruise, cheek (left)")
                    .contains("Referral to social care")
                    .contains("Westmarsh Health Visiting")
                    .contains("The child was not seen since the newest report")
                    .contains("A medical opinion is awaited")
                    .contains("Not answered: alert ALR-01");

            TestBrowser.enter(page.locator("#decide button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why the decision stands");
            page.locator("#decide-reason").fill("A strap of the seat; the nurse agrees.");
            TestBrowser.enter(page.locator("#decide button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back");
            assertThat(page.locator("#decide-reason").inputValue()).contains("the nurse agrees");

            TestBrowser.enter(page.locator("#decide button").first());
            assertThat(page.content()).contains("Your entry is kept");
            world.work();
            page.navigate(world.address(child() + "/decisions"));
            assertThat(page.locator("section:has(.quote)").textContent())
                    .contains("The threshold is not met: decided by Westmarsh Council")
                    .contains("against it; reason given")
                    .contains("A strap of the seat; the nurse agrees.")
                    .contains("Whoever referred the child was not spoken to");
        }
    }

    @Test
    @Order(2)
    void anotherAgencyDisagreesAndItStandsBesideTheDecision() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "hari", "Care for or teach");
            page.navigate(world.address(child() + "/decisions"));
            page.locator("#disagree-words").fill("He cannot reach the strap.");
            TestBrowser.choose(page.locator("#disagree").getByLabel("Yes"));
            TestBrowser.enter(page.locator("#disagree button").first());
            assertThat(page.content()).contains("Your entry is kept");
            world.work();
            page.navigate(world.address(child() + "/decisions"));
            assertThat(page.locator("section:has(.quote)").textContent())
                    .contains("1 disagreement")
                    .contains("Who disagrees")
                    .contains("Westmarsh Health Visiting")
                    .contains("“He cannot reach the strap.”");
            assertThat(
                            world.owner(
                                    "SELECT clock || ' ' || state FROM alerts.duty WHERE clock LIKE"
                                            + " 'esc%'"))
                    .contains("esc running", "esc.answer running");
        }
    }

    @Test
    @Order(3)
    void aReturnHomeThatCameAsAMessageSaysHowMuchWasAgainstItAndThatNoReasonWasGiven() {
        world.returnedHome();
        String alert =
                world.owner(
                                "SELECT reference FROM alerts.alert WHERE rule = 'AL-01' AND state ="
                                        + " 'open'")
                        .getFirst();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String path : List.of(child(), "/alerts/" + alert)) {
                page.navigate(world.address(path));
                assertThat(page.locator("section:has(#decisions)").textContent())
                        .as(path)
                        .contains("The child goes back to live at home")
                        .contains("against it; reason not given");
            }
            TestBrowser.follow(page.locator("section:has(#decisions) a").first());
            assertThat(page.locator("main").textContent())
                    .contains("Injury: bruise, cheek (left)")
                    .contains("Disagreement, not resolved");
        }
    }

    @Test
    @Order(4)
    void eachPageIsAccessibleFitsAndIsInTheJournalAndNobodyElses() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String path :
                    List.of(
                            "/decisions",
                            "/decisions/return-home",
                            "/decisions/close-case",
                            "/decisions/threshold-not-met",
                            "/decisions/end-supervision")) {
                page.navigate(world.address(child() + path));
                Fits.inBothWidths(page, path.replace('/', '-'));
            }
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                        + " '%/children/decisions%'"))
                .isNotEmpty();
        try (var stranger = browser.visitor()) {
            Page page = signIn(stranger, "kin", "section 47");
            assertThat(page.navigate(world.address(child() + "/decisions")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(5)
    void closingAndEndingAreMadeOnAPageToo() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child() + "/decisions/close-case"));
            assertThat(page.locator("main").textContent())
                    .contains("Not answered: alert ")
                    .contains("No assessment holds an answer of the mother");
            TestBrowser.enter(page.locator("#decide button").first());
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("why");
            TestBrowser.choose(page.getByLabel("No concern"));
            page.locator("#decide-reason").fill("Seen by a paediatrician.");
            TestBrowser.enter(page.locator("#decide button").first());
            page.navigate(world.address(child() + "/decisions/return-home"));
            page.locator("#decide-reason").fill("Grandmother moves in.");
            TestBrowser.enter(page.locator("#decide button").first());
            page.navigate(world.address(child() + "/decisions/end-supervision"));
            page.locator("#decide-reason").fill("No longer needed.");
            TestBrowser.enter(page.locator("#decide button").first());
            world.work();
            page.navigate(world.address(child() + "/decisions"));
            assertThat(page.locator("main").textContent())
                    .contains("“Seen by a paediatrician.”")
                    .contains("“Grandmother moves in.”")
                    .contains("“No longer needed.”");
        }
    }
}
