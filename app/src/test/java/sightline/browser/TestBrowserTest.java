package sightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The browser really runs, and the scan really finds: a page without an alarm says something. */
final class TestBrowserTest {

    private static final String GOOD_PAGE =
            """
            <!doctype html><html lang="en"><head><title>Made up</title></head><body><main><h1>Hello</h1>
            <button onclick="document.querySelector('h1').textContent = 'Pressed'">Press</button>
            </main></body></html>
            """;

    private static TestBrowser browser;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Test
    void aButtonCanBePressed() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            page.setContent(GOOD_PAGE);

            page.getByText("Press").click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Pressed");
        }
    }

    @Test
    void aVisitorWithoutJavaScriptRunsNone() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            var page = visitor.newPage();
            page.setContent(GOOD_PAGE);

            page.getByText("Press").click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Hello");
        }
    }

    @Test
    void theScanFindsAPictureWithoutWordsAndNothingOnAGoodPage() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            page.setContent(GOOD_PAGE);
            assertThat(TestBrowser.accessibilityProblems(page)).isEmpty();

            page.setContent(GOOD_PAGE.replace("<button", "<img src='data:,'><button"));
            assertThat(TestBrowser.accessibilityProblems(page))
                    .anySatisfy(problem -> assertThat(problem).startsWith("image-alt"));
        }
    }

    @Test
    void theScanTellsColoursApartHoweverOftenTheSameStandOnAPage() {
        var pale = "<p style='color: #aaa; background: #fff'>%s</p>";
        var dark = "<p style='color: #222; background: #fff'>%s</p>";
        var clear = "<p style='color: #222; background: rgba(0, 0, 0, 0.9)'>%s</p>";
        var all = new StringBuilder();
        for (String words : List.of("one", "two")) {
            List.of(pale, dark, clear).forEach(p -> all.append(p.formatted(words)));
        }
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            page.setContent(GOOD_PAGE.replace("<button", all + "<button"));

            assertThat(TestBrowser.accessibilityProblems(page))
                    .hasSize(4)
                    .allMatch(problem -> problem.startsWith("color-contrast"))
                    .noneMatch(problem -> problem.contains("#222; background: #fff"));
        }
    }
}
