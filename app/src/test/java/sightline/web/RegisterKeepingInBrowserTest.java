package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import sightline.browser.TestBrowser;

import java.nio.file.Path;
import java.util.List;

/** What a keeper of many people looks at, in Chromium: long lists, and figures of an area. */
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisterKeepingInBrowserTest {
    @TempDir private static Path data;

    private static Westmarsh world;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        world = Westmarsh.start(data);
        world.register();
        world.owner(
                """
                INSERT INTO register.entry (subject, pack, state, starts, keeper, owed, due, visit_due, visit_risk)
                SELECT 'line-' || lpad(i::text, 3, '0'), 'voo-2008',
                       CASE WHEN i <= 55 THEN 'WHEREABOUTS_UNKNOWN' ELSE 'CURRENT' END, current_date - 400,
                       'westmarsh-police', 'PERIODIC', current_date + i, current_date - 100 + i, 'HIGH'
                  FROM generate_series(1, 120) i RETURNING subject
                """);
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
    }

    @Test
    @Order(1)
    void bothListsHaveFurtherPagesAndCountWhatIsOnThem() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register"));
            assertThat(main(page)).contains("1 to 50 of 122, the most urgent first");
            assertThat(page.locator("dl.counts").textContent())
                    .contains("Whereabouts unknown55")
                    .contains("Under a register122");
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            assertThat(main(page)).contains("101 to 122 of 122");
            page.navigate(world.address("/register?page=999999"));
            assertThat(main(page)).contains("101 to 122 of 122");
            TestBrowser.follow(page.locator("dl.counts a:has-text('Whereabouts unknown')"));
            assertThat(main(page)).contains("1 to 50 of 55, Whereabouts unknown, the most urgent");

            page.navigate(world.address("/register/visits"));
            assertThat(main(page))
                    .contains("1 to 50 of 120")
                    .contains("Whereabouts unknown (55)")
                    .contains("Visits (65)")
                    .contains("They are on later pages of this list");
            assertThat(page.locator("dl.counts").textContent()).contains("Visit overdue44");
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            assertThat(main(page)).contains("51 to 100 of 120").contains("overdue");
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            assertThat(main(page))
                    .contains("101 to 120 of 120")
                    .contains("They are on earlier pages of this list");
        }
    }

    @Test
    @Order(2)
    void aLongListIsAccessibleAndItsNextPageIsReachedByKeyboard() {
        for (String path : List.of("/register", "/register/visits")) {
            looks("amy", path, path + "/long");
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "amy");
                page.navigate(world.address(path));
                enter(page, "Next 50");
                assertThat(main(page)).contains("51 to 100 of");
            }
        }
    }

    /** Goes to a link by the Tab key alone and presses Enter. */
    private static void enter(Page page, String text) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            var focused = page.locator("*:focus");
            if (text.equals(focused.textContent().strip())) {
                TestBrowser.enter(focused);
                return;
            }
        }
        throw new AssertionError(text + " is not reached by the Tab key on " + page.url());
    }

    /** Looks at a page in both widths, with everything unfolded. */
    private static void looks(String who, String path, String name) {
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, who);
                page.setViewportSize(width, 900);
                page.navigate(world.address(path));
                picture(page, name, width);
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

                assertThat(TestBrowser.accessibilityProblems(page)).as(path).isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    private static void picture(Page page, String path, int width) {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            String name = path.replaceAll("[^a-z]+", "-");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, "page" + name + "-" + width + ".png")));
        }
    }

    private static Page signIn(BrowserContext visitor, String name) {
        return SigningIn.as(
                visitor.newPage(), world.address("/sign-in"), name, "notification duties");
    }
}
