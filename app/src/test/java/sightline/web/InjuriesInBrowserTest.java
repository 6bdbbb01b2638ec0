package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import sightline.browser.TestBrowser;

import java.util.List;

/** The injuries of one child, by several agencies, read as one pattern in Chromium. */
@Order(4)
final class InjuriesInBrowserTest extends InWestmarsh {
    @BeforeAll
    void settle() {
        world.burnt();
    }

    @Test
    void eachInjuryStandsOnceWithItsTellingsItsOpinionAndWhatStandsOutWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address(child()));
            TestBrowser.follow(page.locator("a:has-text('All injuries, as one pattern')").first());
            assertThat(page.url()).endsWith(child() + "/injuries");

            String rows = page.locator("section:has(#list) table").textContent();
            assertThat(page.locator("section:has(#list) tbody tr").count()).isEqualTo(2);
            assertThat(rows)
                    .contains("Cheek, left")
                    .contains("“caught his arm in the cot bars”")
                    .contains("No, as whoever saw it recorded; 3 months old")
                    .contains("Does not fit")
                    .contains("Palm, right")
                    .contains("Burn, 20 mm. “red and pale, like a coin”")
                    .contains("Emergency doctor")
                    .contains("Brought 36 hours after it is said to have happened")
                    .contains("Awaited")
                    .contains("Westmarsh Hospital; Westmarsh Council");
            String shows = page.locator("section:has(#shows)").textContent();
            assertThat(shows)
                    .contains("The explanation changed between tellings")
                    .contains("“touched the heater” (hot object)")
                    .contains("“pulled a cup over” (hot liquid)")
                    .contains("Brought more than 12 hours after it happened")
                    .contains("The child was recorded as not moving alone")
                    .contains("not a risk score");
            assertThat(page.content())
                    .contains("There may be records this page cannot show")
                    .contains("Which sources answered")
                    .doesNotContain("Canary Row")
                    .doesNotContain("days old");
        }
    }

    @Test
    void theSameMechanismInABrotherIsSaidWithoutHisHomeAndTheAlertLeadsHere() {
        String reference =
                world.owner(
                                "SELECT reference FROM alerts.alert WHERE rule = 'AL-04' AND"
                                        + " state = 'open'")
                        .getFirst();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address("/alerts/" + reference));
            assertThat(page.content())
                    .contains("The same explanation as for a brother or sister: hot object")
                    .doesNotContain("Canary Row");
            TestBrowser.follow(page.locator("a:has-text('All injuries, as one pattern')").first());
            assertThat(page.content())
                    .contains("The same explanation as for a brother or sister: hot object")
                    .doesNotContain("Canary Row");
        }
    }

    @Test
    void theChronologyMarksWhatARuleCountedAndSaysHowManyByAgency() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address(child() + "/chronology"));
            assertThat(page.locator("ol.entries li:has-text('Counted by AL-04')").count())
                    .isEqualTo(3);
            assertThat(page.locator("section:has(#counted)").textContent())
                    .contains(
                            "Rule AL-04: Injuries within the window for this age, ordinary ones not"
                                    + " counted: 2;")
                    .contains("it raises nothing under 2")
                    .contains(
                            "Westmarsh Council: 1; Westmarsh Health Visiting: 1; Westmarsh"
                                    + " Hospital: 1.")
                    .contains("not a risk score");
            assertThat(TestBrowser.accessibilityProblems(page)).isEmpty();
        }
    }

    @Test
    void marksDrawnAreRowsListedAndEachLeadsToItsRowByKeyboard() {
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "priya");
                page.setViewportSize(width, 900);
                page.navigate(world.address(child() + "/injuries"));

                var spots = page.locator("svg.figure a");
                assertThat(spots.count())
                        .isEqualTo(page.locator("section:has(#list) tbody tr").count());
                TestBrowser.enter(spots.first());
                String row = page.evaluate("location.hash").toString();
                assertThat(page.locator("tr" + row).count()).isEqualTo(1);
                Fits.here(page, "injuries", width);
            }
        }
    }

    @Test
    void whoeverMayNotReadTheChildGetsNothingAndWhoReadsIsInTheJournal() {
        try (var stranger = browser.visitor();
                var visitor = browser.visitor()) {
            Page none = signIn(stranger, "kin");
            assertThat(none.navigate(world.address(child() + "/injuries")).status()).isEqualTo(404);
            assertThat(none.content()).doesNotContain("Rowan");

            Page page = signIn(visitor, "priya");
            page.navigate(world.address(child() + "/injuries"));
            assertThat(
                            world.journal(
                                    "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                            + " '%/children/injuries%'"))
                    .isNotEmpty();
        }
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, "section 47");
    }
}
