package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import sightline.browser.TestBrowser;

import java.util.List;

/** A referral from any agency: the child is found first, and a few fields are enough. */
@Order(4)
final class ReferralInBrowserTest extends InWestmarsh {
    private static final int MOST_FIELDS = 8;

    @Test
    void aKnownChildIsFoundFirstAndAFewFieldsAreEnoughWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "hari");
            page.navigate(world.address("/referrals/new"));
            assertThat(page.locator("#refer").count()).as("nobody is new unsearched").isZero();
            TestBrowser.enter(page.locator("#search button").first());
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("NHS number");
            page.locator("#search-q").fill("999 000 1235");
            TestBrowser.enter(page.locator("#search button").first());
            assertThat(page.url()).doesNotContain("1235");
            TestBrowser.follow(page.locator("a:has-text('Refer Rowan')"));

            assertThat(page.locator("#refer .govuk-form-group").count())
                    .isLessThanOrEqualTo(MOST_FIELDS);
            TestBrowser.enter(page.locator("#refer button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write what was seen, heard or said")
                    .contains("Choose what the family knows");
            page.locator("#refer-words").fill("<b>A new bruise</b> on the ear, seen by me.");
            TestBrowser.choose(page.locator("#refer").getByLabel("Injury"));
            TestBrowser.choose(page.locator("#refer").getByLabel("Ring"));
            page.locator("#refer-must-not-know").fill("His grandfather");
            TestBrowser.enter(page.locator("#refer button:has-text('Save draft')"));
            assertThat(page.locator("#refer-words").inputValue()).contains("A new bruise");
            TestBrowser.choose(page.locator("#refer").getByLabel("it would put somebody at risk"));
            page.locator("#refer-to").selectOption(Westmarsh.COUNCIL.value());
            TestBrowser.enter(page.locator("#refer button").first());
            assertThat(page.locator("h1").textContent()).contains("Referral RF-");
            assertThat(page.content()).doesNotContain("Rowan").contains("next working day");

            world.work();
            page.navigate(world.address("/children/" + world.rowan().value() + "/chronology"));
            assertThat(page.locator("main").textContent())
                    .contains("Referral to social care (not safe to tell): “<b>A new bruise</b>");
            assertThat(
                            world.owner(
                                    "SELECT clock || ' ' || state FROM alerts.duty WHERE clock ="
                                            + " 'ref.decision'"))
                    .contains("ref.decision running");
        }
    }

    @Test
    void aChildWhoIsNotFoundIsWrittenDownOnlyAfterTheSearch() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "hari");
            page.navigate(world.address("/referrals/new"));
            page.locator("#search-q").fill("Teal Hobday 3 4 2021");
            TestBrowser.enter(page.locator("#search button").first());
            assertThat(page.content()).contains("No record that you may know of matches");
            TestBrowser.enter(page.locator("#refer button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter the child’s family name");
            page.locator("#refer-given").fill("Teal");
            page.locator("#refer-family").fill("Hobday");
            page.locator("#refer-born").fill("3 4 2021");
            page.locator("#refer-words").fill("Alone in the yard at night.");
            TestBrowser.enter(page.locator("#refer button:has-text('Save draft')"));
            assertThat(page.content())
                    .contains("Your draft was brought back")
                    .contains("Look for the child again");
            visitor.clearCookies();
            page = signIn(visitor, "hari");
            page.navigate(world.address("/referrals/new"));
            page.locator("#search-q").fill("Teal Hobday 3 4 2021");
            TestBrowser.enter(page.locator("#search button").first());
            assertThat(page.locator("#refer-words").inputValue())
                    .isEqualTo("Alone in the yard at night.");
            page.locator("#refer-to").selectOption(Westmarsh.COUNCIL.value());
            TestBrowser.choose(page.locator("#refer").getByLabel("They know, and agree"));
            TestBrowser.enter(page.locator("#refer button").first());
            assertThat(page.locator("h1").textContent()).contains("Referral RF-");
            page.navigate(world.address("/referrals/new"));
            assertThat(page.content()).doesNotContain("Your draft was brought back");
            world.work();
            page.navigate(world.address("/people"));
            page.locator("#search-q").fill("Teal Hobday 3 4 2021");
            TestBrowser.enter(page.locator("#search button").first());
            assertThat(page.locator("main").textContent()).contains("1 result").contains("Teal");
        }
    }

    @Test
    void theReceiptIsTheSendersAloneAndPagesAreAccessibleAndFit() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "hari");
            assertThat(
                            page.navigate(
                                            world.address(
                                                    "/referrals/receipts/page-00000000-0000-0000-0000-000000000000"))
                                    .status())
                    .isEqualTo(404);
            for (int width : List.of(1320, 320)) {
                page.setViewportSize(width, 900);
                page.navigate(world.address("/referrals/new"));
                page.locator("#search-q").fill("999 000 1235");
                TestBrowser.enter(page.locator("#search button").first());
                Fits.here(page, "referral-found", width);
                TestBrowser.follow(page.locator("a:has-text('Refer Rowan')"));
                Fits.here(page, "referral", width);
            }
        }
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, "Care for or teach");
    }
}
