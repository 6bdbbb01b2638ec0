package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import sightline.browser.TestBrowser;

import java.nio.file.Path;
import java.util.List;

/** Whether a page fits and is accessible in both widths, and what it looks like. */
final class Fits {
    private Fits() {}

    /** Looks at an open page in both widths. */
    static void inBothWidths(Page page, String what) {
        for (int width : List.of(1320, 320)) {
            page.setViewportSize(width, 900);
            here(page, what, width);
        }
    }

    /** Opens everything that is folded. */
    static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    /** Whether the page fits into its window and axe finds nothing. */
    static void here(Page page, String what, int width) {
        picture(page, what, width);
        assertThat(TestBrowser.accessibilityProblems(page)).as(what).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(what)
                .isLessThanOrEqualTo(width);
    }

    /** A picture in the folder that {@code -Dscreenshots} names, if it names one. */
    static void picture(Page page, String what, int width) {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            String name = what.replaceAll("[^a-z]+", "-");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, "page" + name + "-" + width + ".png")));
        }
    }
}
