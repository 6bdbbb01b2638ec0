package sightline.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import sightline.browser.TestBrowser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every example page in Chromium, wide and narrow: no accessibility problem, nothing to scroll
 * sideways, nothing that the content policy stops. With {@code -Dscreenshots=FOLDER} it leaves a
 * picture of each.
 */
@Order(3)
final class ExamplePagesInBrowserTest {

    private static final int WIDE = 1320;
    private static final int NARROW = 320;

    private static TestBrowser browser;
    private static ExampleServer server;

    /** One window for all examples: a window of its own for each costs more than its page. */
    private static BrowserContext window;

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
        server = ExampleServer.start();
        window = browser.visitor();
        window.newPage();
    }

    @AfterAll
    static void close() {
        window.close();
        server.close();
        browser.close();
    }

    @TestFactory
    Stream<DynamicTest> isAccessibleAndFits() {
        return ExamplePages.all().keySet().stream()
                .flatMap(name -> Stream.of(test(name, WIDE), test(name, NARROW)));
    }

    @Test
    void arrowKeysMoveInsideADrawingAndItIsOneTabStop() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            page.navigate(server.address("child"));
            var marks = page.locator("svg.chart a");

            assertThat(page.locator("svg.chart a[tabindex='0']").count()).isEqualTo(1);
            marks.first().focus();
            page.keyboard().press("ArrowRight");

            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo(marks.nth(1).getAttribute("href"));
        }
    }

    @Test
    void theActionsOfAnAlertAreReachedInFifteenTabsFromTheSkipLink() {
        try (var visitor = browser.visitor()) {
            for (var name : List.of("alert", "child")) {
                var page = visitor.newPage();
                page.navigate(server.address(name));
                page.locator("#main").focus();
                int tabs = 0;
                do {
                    page.keyboard().press("Tab");
                    tabs++;
                } while (tabs < 20 && page.locator(".alert .acts .btn:focus").count() == 0);

                assertThat(tabs).as(name).isLessThanOrEqualTo(15);
            }
        }
    }

    @Test
    void theFirstLoadOfTheHeaviestPageIsLight() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            var responses = new ArrayList<Response>();
            page.onResponse(responses::add);
            page.navigate(server.address("child"));

            assertThat(List.copyOf(responses).stream().mapToInt(r -> r.body().length).sum())
                    .as("bytes before compression")
                    .isLessThan(300_000);
        }
    }

    private static DynamicTest test(String name, int width) {
        return DynamicTest.dynamicTest(name + " at " + width, () -> check(name, width));
    }

    /** The search for problems is slow: once for each template, on its fullest example. */
    private static boolean isFirstOfItsTemplate(String name) {
        var seen = new HashSet<String>();
        for (var page : ExamplePages.all().entrySet()) {
            boolean first = seen.add(page.getValue().template());
            if (page.getKey().equals(name)) {
                return first;
            }
        }
        return false;
    }

    private static void check(String name, int width) {
        var page = window.pages().getFirst();
        page.setViewportSize(width, 900);
        var complaints = new ArrayList<String>();
        Consumer<ConsoleMessage> listener = message -> complaints.add(message.text());
        page.onConsoleMessage(listener);
        page.navigate(server.address(name));
        picture(page, name + "-" + width);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        if (isFirstOfItsTemplate(name)) {
            assertThat(TestBrowser.accessibilityProblems(page)).isEmpty();
        }
        assertThat(complaints).isEmpty();
        page.offConsoleMessage(listener);
    }

    private static void picture(com.microsoft.playwright.Page page, String name) {
        var folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(
                    new ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, name + ".png")));
        }
    }
}
