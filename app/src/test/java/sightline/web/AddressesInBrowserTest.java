package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sightline.browser.TestBrowser;

import java.util.List;

/** Two spellings of which nobody can tell by the words whether they are one flat: a person says. */
final class AddressesInBrowserTest extends InWestmarsh {
    private static final String PAIR = "tbody a:has-text('14B High Street')";

    @BeforeAll
    void settle() {
        world.twoSpellings();
    }

    @Test
    void aPersonReadsWhatFollowsDecidesAndTakesItBack() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = visitor.newPage();
            signIn(page);
            assertThat(knownRisk()).isEmpty();

            String address = open(page);
            assertThat(page.locator("main").textContent())
                    .contains("Are these two addresses the same place?")
                    .contains("Flat B, 14 High Street")
                    .contains("14B High Street")
                    .contains("Rowan Lee Ashdown")
                    .contains("Dean Marsh")
                    .contains("Every rule that asks who lives together is worked out again.")
                    .contains("Worked out again:");
            decide(page, "Cannot tell yet", "The caretaker is away until Monday.");
            assertThat(queue(page).locator(PAIR).count()).isEqualTo(1);
            assertThat(knownRisk()).doesNotContain("open");

            page.navigate(address);
            decide(page, "The same", "Been there: one door, two ways of writing it.");
            assertThat(page.content()).contains("Your answer holds").contains("Been there");
            assertThat(queue(page).locator(PAIR).count()).isZero();
            assertThat(knownRisk()).containsExactly("open");
            page.navigate(world.address("/children/" + world.rowan().value()));
            assertThat(page.locator("main").textContent()).contains("AL-02");

            page.navigate(address);
            decide(page, "Take the last answer back", "A second door round the corner.");
            assertThat(knownRisk()).doesNotContain("open");
            assertThat(queue(page).locator(PAIR).count()).isEqualTo(1);

            page.navigate(address);
            decide(page, "Not the same", "Both doors seen.");
            assertThat(queue(page).locator(PAIR).count()).isZero();
            assertThat(knownRisk()).doesNotContain("open");
        }
    }

    @Test
    void aKeeperEntersPostcodesAHolidayAndAMergerAndNobodyElseMay() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = visitor.newPage();
            signIn(page, "ola", "Keep accounts and settings");
            TestBrowser.follow(page.locator("nav a:has-text('Directory')"));
            assertThat(page.locator("main").textContent())
                    .contains("None entered: addresses are placed by their town alone");

            page.locator("#postcodes-area").selectOption("westmarsh");
            page.locator("#postcodes-postcodes").fill("WM4, nonsense");
            TestBrowser.enter(page.locator("#postcodes button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("“NONSENSE” is no postcode area, district or sector");
            page.locator("#postcodes-postcodes").fill("WM4, wm1 1");
            TestBrowser.enter(page.locator("#postcodes button"));
            assertThat(page.locator("main").textContent())
                    .contains("The change is made")
                    .contains("WM4, WM1 1");

            TestBrowser.enter(page.locator("#holiday button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose one of the list")
                    .contains("Enter the day, like 27 3 2027");
            page.locator("#holiday-area").selectOption("westmarsh");
            page.locator("#holiday-day").fill("25 6 2027");
            page.locator("#holiday-name").fill("Mill fair");
            TestBrowser.enter(page.locator("#holiday button"));
            assertThat(page.locator("main").textContent()).contains("25 June 2027, Mill fair");

            page.locator("#serve-area").selectOption("eastholme");
            page.locator("#serve-next").selectOption(Westmarsh.HEALTH.value());
            page.locator("#serve-day").fill("1 4 2098");
            page.locator("#serve-last").fill("never");
            TestBrowser.enter(page.locator("#serve button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter the day, like 27 3 2027");
            page.locator("#serve-last").fill("31 12 2098");
            TestBrowser.enter(page.locator("#serve button"));
            assertThat(page.locator("main").textContent())
                    .contains(
                            "Westmarsh; also serves Eastholme from 1 April 2098 until 31 December 2098");

            page.locator("#merge-area").selectOption("eastholme");
            page.locator("#merge-next").selectOption("westmarsh");
            page.locator("#merge-day").fill("1 4 2099");
            TestBrowser.enter(page.locator("#merge button"));
            assertThat(page.locator("main").textContent())
                    .contains("Part of Westmarsh from 1 April 2099")
                    .contains(
                            "Closes at the end of 31 March 2099; its work goes to Westmarsh Council");
            assertThat(world.journalEvents()).contains("policy-change");
            for (int width : java.util.List.of(1320, 320)) {
                page.setViewportSize(width, 900);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
        }
        try (var visitor = browser.visitor()) {
            Page page = visitor.newPage();
            signIn(page, "ola", "Keep accounts and settings");
            page.navigate(world.address("/directory"));
            assertThat(TestBrowser.accessibilityProblems(page)).isEmpty();
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = visitor.newPage();
            signIn(page);
            assertThat(page.navigate(world.address("/directory")).status()).isEqualTo(404);
            assertThat(page.locator("nav a:has-text('Directory')").count()).isZero();
        }
    }

    private Page queue(Page page) {
        page.navigate(world.address("/matches?what=places"));
        return page;
    }

    private String open(Page page) {
        TestBrowser.follow(queue(page).locator(PAIR).first());
        return page.url();
    }

    /** The states of alerts that somebody on record for harm lives with Rowan. */
    private List<String> knownRisk() {
        return world.owner("SELECT state FROM alerts.alert WHERE rule = 'AL-02'");
    }

    private void decide(Page page, String answer, String reason) {
        page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true)).press("Space");
        page.getByLabel("Why?").fill(reason);
        TestBrowser.enter(page.locator("#decide button >> nth=0"));
        world.work();
    }

    private void signIn(Page page) {
        signIn(page, "priya", "section 47");
    }

    private void signIn(Page page, String who, String purpose) {
        SigningIn.as(page, world.address("/sign-in"), who, purpose);
    }
}
