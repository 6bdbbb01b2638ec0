package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import sightline.browser.TestBrowser;

/** The incidents that may be domestic, in Chromium: the list, one log, and a decision about it. */
@Order(4)
final class IncidentsInBrowserTest extends InWestmarsh {
    private static final String PURPOSE = "Investigate";

    @BeforeAll
    void settle() {
        world.incident();
    }

    @Test
    void isFoundReadAndDecidedWithoutJavaScript() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "maeve");
            page.navigate(world.address("/incidents"));
            Fits.inBothWidths(page, "incidents");
            page.navigate(world.address("/incidents/" + alert()));
            Fits.inBothWidths(page, "incident");
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "maeve");
            page.navigate(world.address("/incidents"));
            assertThat(page.locator("main").textContent())
                    .contains("Noise")
                    .contains("Recorded as parents of one child")
                    .contains("Words of the log")
                    .contains("To decide: 1");

            TestBrowser.follow(page.locator("main tbody a").first());
            String shown = page.locator("main").textContent();
            assertThat(shown)
                    .contains("for 20 minutes, and a")
                    .contains("[found 1]")
                    .contains("Not free to speak")
                    .contains("Domestic Abuse Act 2021")
                    .contains("Duty sergeant told if undecided")
                    .contains("Westmarsh Health Visiting")
                    .contains("Attended");
            assertThat(page.locator("section:has(#log) mark").count()).isPositive();

            press(page);
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what this incident was")
                    .contains("Write which words or connections");

            TestBrowser.choose(page.getByLabel("Cannot tell yet"));
            page.getByLabel("Your reason").fill("He was in the room; ask her alone.");
            press(page);
            world.work();
            page.reload();
            assertThat(page.locator("main").textContent())
                    .contains("cannot tell yet")
                    .contains("ask her alone");
            page.navigate(world.address("/incidents"));
            assertThat(page.locator("main").textContent()).contains("To decide: 1");

            TestBrowser.follow(page.locator("main tbody a").first());
            TestBrowser.choose(page.getByLabel("Domestic", exact()));
            page.getByLabel("Your reason")
                    .fill("A child in common, and she was not free to speak.");
            press(page);
            world.work();
            page.navigate(world.address("/incidents"));
            assertThat(page.locator("main").textContent()).contains("No incident waits for you");
            assertThat(
                            world.owner(
                                    "SELECT clock || ' ' || state FROM alerts.duty WHERE clock LIKE"
                                            + " 'encompass%' ORDER BY 1"))
                    .contains("encompass running", "encompass.triage discharged");
        }
    }

    @Test
    void isNobodysButThePolices() {
        String reference = alert();
        try (var visitor = browser.visitor()) {
            Page page =
                    SigningIn.as(
                            visitor.newPage(), world.address("/sign-in"), "priya", "section 47");
            for (String path : new String[] {"/incidents", "/incidents/" + reference}) {
                assertThat(page.navigate(world.address(path)).status()).as(path).isEqualTo(404);
            }
            assertThat(page.locator("nav[aria-label=Main]").textContent())
                    .doesNotContain("Incidents");
        }
    }

    private String alert() {
        return world.owner("SELECT reference FROM alerts.alert WHERE rule = 'AL-03'").getFirst();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void press(Page page) {
        TestBrowser.follow(
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save decision")));
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, PURPOSE);
    }
}
