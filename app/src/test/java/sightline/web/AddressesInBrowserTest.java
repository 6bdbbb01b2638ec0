package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.browser.TestBrowser;

import java.nio.file.Path;
import java.util.List;

/** Two spellings of which nobody can tell by the words whether they are one flat: a person says. */
final class AddressesInBrowserTest {
    private static final String PAIR = "tbody a:has-text('14B High Street')";

    @TempDir private static Path data;

    private static Westmarsh world;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        world = Westmarsh.start(data);
        world.twoSpellings();
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
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

    private static Page queue(Page page) {
        page.navigate(world.address("/matches?what=places"));
        return page;
    }

    private static String open(Page page) {
        queue(page).locator(PAIR).first().click();
        return page.url();
    }

    /** The states of alerts that somebody on record for harm lives with Rowan. */
    private static List<String> knownRisk() {
        return world.owner("SELECT state FROM alerts.alert WHERE rule = 'AL-02'");
    }

    private static void decide(Page page, String answer, String reason) {
        page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true)).press("Space");
        page.getByLabel("Why?").fill(reason);
        page.locator("#decide button >> nth=0").press("Enter");
        world.work();
    }

    private static void signIn(Page page) {
        page.navigate(world.address("/sign-in"));
        page.getByLabel("Sign-in name").fill("priya");
        page.getByLabel("Password").fill(Westmarsh.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.locator("label:has-text('section 47')").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")).click();
    }
}
