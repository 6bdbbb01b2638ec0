package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import sightline.browser.TestBrowser;
import sightline.core.TestSize;

import java.nio.file.Path;
import java.util.List;

/**
 * Whether a page fits and is accessible in both widths, and what it looks like. Colours, which are
 * alike in both, are looked at in the wide one every day.
 */
final class Fits {
    private static final int WIDE = 1320;
    private static final int NARROW = 320;

    private Fits() {}

    /** Looks at an open page in both widths. */
    static void inBothWidths(Page page, String what) {
        page.setViewportSize(WIDE, 900);
        here(page, what, WIDE);
        page.setViewportSize(NARROW, 900);
        if (TestSize.chosen() == TestSize.EVERYDAY) {
            looksRight(page, what, NARROW, TestBrowser.accessibilityProblemsButColours(page));
        } else {
            here(page, what, NARROW);
        }
    }

    /** Opens everything that is folded. */
    static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    /** Whether the page fits into its window and axe finds nothing. */
    static void here(Page page, String what, int width) {
        looksRight(page, what, width, TestBrowser.accessibilityProblems(page));
    }

    private static void looksRight(Page page, String what, int width, List<String> problems) {
        picture(page, what, width);
        assertThat(problems).as(what).isEmpty();
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
