package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

import sightline.browser.TestBrowser;
import sightline.core.TestSize;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everybody of the demonstration follows every link that is before them, to three pages of each
 * sort: each page is there, fits a narrow window, and is accessible. Every day two of them go to
 * one page of each sort, and a sixth of the sorts are asked whether they are accessible; the
 * register and the public library have tests of their own.
 */
final class DemoWalk {
    private static final TestSize SIZE = TestSize.chosen();
    private static final int OF_EACH_SORT = SIZE.of(1, 1, 3);
    private static final int ONE_SORT_OF = SIZE.of(6, 1, 1);
    private static final int SORTS = SIZE.of(100, 100, 100);

    /** Who sees most, who opens no record at all, and who keeps the register. */
    private static final List<String> FIRST = List.of("priya-nair", "iris-calder", "nadia-ferris");

    private static final int PEOPLE = SIZE.of(2, 3, FIRST.size());

    /** What is not followed: the way out, and what is public. */
    private static final Set<String> LEFT = Set.of("/sign-out", "/library");

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> looked = new HashMap<>();
    private int pages;

    void of(RunningDemo demo) {
        assertThat(demo.names()).containsAll(FIRST);
        try (TestBrowser browser = TestBrowser.open()) {
            for (String name : SIZE == TestSize.FULL ? demo.names() : FIRST.subList(0, PEOPLE)) {
                try (BrowserContext visitor = browser.visitor()) {
                    walk(signedIn(visitor.newPage(), demo, name), demo.address(), name);
                }
            }
        }
        System.out.println(pages + " pages of " + looked.size() + " sorts");
        assertThat(wrong).isEmpty();
        assertThat(looked).hasSizeGreaterThan(SORTS);
    }

    private static Page signedIn(Page page, RunningDemo demo, String name) {
        page.navigate(demo.address() + "/sign-in");
        page.getByLabel("Sign-in name").fill(name);
        page.getByLabel("Password").fill(demo.password());
        press(page, "Sign in");
        Locator reasons = page.locator("input[type=radio]");
        if (reasons.count() > 0) {
            TestBrowser.choose(reasons.first());
            press(page, "Continue");
        }
        return page;
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    private void walk(Page page, String address, String name) {
        URI origin = URI.create(address);
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(next);
        Map<String, Integer> ofSort = new HashMap<>();
        while (!next.isEmpty()) {
            String path = next.poll();
            String sort = sort(path);
            if (ofSort.merge(sort, 1, Integer::sum) > OF_EACH_SORT) {
                continue;
            }
            for (String link : look(page, origin, path, name)) {
                if (seen.add(link)) {
                    next.add(link);
                }
            }
        }
    }

    private List<String> look(Page page, URI origin, String path, String name) {
        String where = name + " " + path;
        page.setViewportSize(1320, 900);
        Opened opened = open(page, origin.resolve(path).toString());
        if (opened.status() >= 400) {
            wrong.add(where + ": " + opened.status());
            return List.of();
        }
        pages++;
        if (!opened.type().startsWith("text/html")) {
            return List.of();
        }
        if (looked.merge(sort(path), 1, Integer::sum) <= OF_EACH_SORT) {
            fits(page, where, sort(path));
        }
        return links(page).stream()
                .map(href -> URI.create(page.url()).resolve(href.replace(" ", "%20")))
                .filter(u -> origin.getAuthority().equals(u.getAuthority()))
                .map(DemoWalk::withoutFragment)
                .filter(p -> LEFT.stream().noneMatch(p::startsWith))
                .toList();
    }

    private record Opened(int status, String type) {}

    /** A file does not open in the window; it is fetched beside it. */
    private static Opened open(Page page, String address) {
        try {
            Response answer = page.navigate(address);
            return new Opened(answer.status(), type(answer.headers()));
        } catch (PlaywrightException file) {
            APIResponse answer = page.context().request().get(address);
            assertThat(type(answer.headers())).as(address).doesNotStartWith("text/html");
            return new Opened(answer.status(), type(answer.headers()));
        }
    }

    private static String type(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "");
    }

    /** In one question to the browser: a page may have hundreds. */
    private static List<String> links(Page page) {
        Object all =
                page.locator("a[href]").evaluateAll("all => all.map(a => a.getAttribute('href'))");
        return ((List<?>) all).stream().map(String::valueOf).toList();
    }

    private void fits(Page page, String where, String sort) {
        picture(page, where, 1320);
        if (Math.floorMod(sort.hashCode(), ONE_SORT_OF) == 0) {
            TestBrowser.accessibilityProblems(page).forEach(p -> wrong.add(where + ": " + p));
        }
        page.setViewportSize(320, 900);
        picture(page, where, 320);
        if ((Integer) page.evaluate("document.documentElement.scrollWidth") > 320) {
            wrong.add(where + ": wider than 320");
        }
    }

    private static void picture(Page page, String where, int width) {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            String name = where.replaceAll("[^A-Za-z0-9]+", "-");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Path.of(
                                            folder,
                                            name.substring(0, Math.min(90, name.length()))
                                                    + "-"
                                                    + width
                                                    + ".png")));
        }
    }

    private static String withoutFragment(URI link) {
        return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
    }

    /** Pages of one sort differ by what they are of, and by what was asked of them. */
    private static String sort(String path) {
        return path.replaceAll("\\?.*", "?").replaceAll("/[^/?]*[0-9A-Z][^/?]*", "/*");
    }
}
