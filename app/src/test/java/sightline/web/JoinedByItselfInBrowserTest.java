package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;

import java.time.temporal.ChronoUnit;

/** A hospital's record that nobody joined with the child's is said to be another child's. */
@TestMethodOrder(OrderAnnotation.class)
final class JoinedByItselfInBrowserTest extends InWestmarsh {
    private static final String LINES = "section:has(#held) li";
    private static final String OWN = LINES + ":not(:has-text('Westmarsh Hospital'))";

    @BeforeAll
    void theHospitalWroteItDownUnderTheChildsNumber() {
        int days = (int) ChronoUnit.DAYS.between(today().minusMonths(4), today());
        world.maybeRowan(Westmarsh.HOSPITAL, "Rowan", "Ashdown", days);
    }

    @Test
    @Order(1)
    void byWhatRecordsAreOneIsToldAndTheirPairsPageSaysSo() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            assertThat(page.locator(LINES).count()).isEqualTo(2);
            assertThat(page.locator(LINES).first().isVisible()).isFalse();
            Fits.unfold(page);
            Fits.inBothWidths(page, "held");
            page.navigate(world.address(ofTheHospital(page).getAttribute("href")));
            assertThat(page.locator("main").textContent())
                    .contains("They are held to be one person’s now.")
                    .contains("Held to be the same person")
                    .contains("No person has decided it.")
                    .contains("no later message joins them again")
                    .contains("They are taken apart, too")
                    .doesNotContain("They stay apart");
            Fits.inBothWidths(page, "match-joined");
        }
    }

    @Test
    @Order(2)
    void whoeverMayNotKnowOfThemFindsNeither() {
        try (var visitor = browser.visitorWithoutJavaScript();
                var other = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            String pair = ofTheHospital(page).getAttribute("href");
            for (String name : new String[] {"noor", "kin"}) {
                Page theirs = signIn(other, name, "section 47");
                theirs.navigate(world.address(child()));
                assertThat(theirs.content()).as(name).doesNotContain("/matches/");
                assertThat(theirs.navigate(world.address(pair)).status()).as(name).isEqualTo(404);
                assertThat(theirs.content()).as(name).doesNotContain("Westmarsh Hospital");
                other.clearCookies();
            }
            assertThat(page.navigate(world.address(pair + "%27--")).status()).isEqualTo(404);
        }
    }

    @Test
    @Order(3)
    void withTheKeyboardAndWithoutScriptsTheyAreTakenApartAndThatIsTakenBack() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            page.locator("section:has(#held) summary").press("Enter");
            TestBrowser.enter(page.locator(OWN + " a"));
            decide(page, "The same", "Both are his: seen with his mother.");
            page.navigate(world.address(child()));
            assertThat(page.locator(OWN).textContent()).contains("Decided by you, ");
            page.locator("section:has(#held) summary").press("Enter");
            assertThat(ofTheHospital(page).isVisible()).isTrue();
            TestBrowser.enter(ofTheHospital(page));
            String pair = page.url();

            decide(page, "Not the same", "Rang the ward: another child of that name.");

            assertThat(page.content()).contains("Your answer holds");
            page.navigate(world.address(child()));
            assertThat(page.locator("section:has(#separated)").textContent())
                    .contains("A record of Westmarsh Hospital was held to be the same person’s as")
                    .contains("without a decision about the two. Since")
                    .contains("it is another person’s: you decided it.");
            assertThat(page.locator(LINES).count()).isEqualTo(1);

            page.navigate(pair);
            assertThat(page.locator("main").textContent())
                    .contains("What held before it holds again.");
            decide(page, "Take the last answer back", "The ward was wrong.");
            page.navigate(world.address(child()));
            assertThat(page.locator("#separated").count()).isZero();
            assertThat(page.locator(LINES).count()).isEqualTo(2);
        }
    }

    private static Locator ofTheHospital(Page page) {
        return page.locator(LINES + ":has-text('Westmarsh Hospital') a").first();
    }

    private static void decide(Page page, String answer, String reason) {
        page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true)).press("Space");
        page.getByLabel("Why?").fill(reason);
        TestBrowser.enter(page.locator("#decide button >> nth=0"));
    }
}
