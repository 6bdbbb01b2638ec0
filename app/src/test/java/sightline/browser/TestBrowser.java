package sightline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A headless Chromium that talks to nobody but the pages under test. One test class has it at a
 * time, and hands it on without anything of its visitors; a context of its own for each person who
 * signs in.
 */
public final class TestBrowser implements AutoCloseable {

    /** Only where no scripts run, what stands in noscript is part of the page. */
    private static final String NO_SCRIPTS =
            "() => { const d = document.createElement('div'); d.innerHTML = '<noscript><b></b></noscript>';"
                    + " return d.querySelector('b') !== null; }";

    private static final List<String> QUIET =
            List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /**
     * A headless browser may stop drawing for ever: then nothing on the page ever comes to rest in
     * its eyes, and the keyboard alone goes on.
     */
    private static final double STALLED_MILLIS = 8_000;

    /** Started by an earlier class, and used by none: a start costs seconds. */
    private static final Queue<Browser> IDLE = new ConcurrentLinkedQueue<>();

    private final Browser browser;

    private TestBrowser(Browser browser) {
        this.browser = browser;
    }

    /** Takes one that runs, or starts one, installing it first where the machine has none. */
    public static TestBrowser open() {
        Browser idle = IDLE.poll();
        return new TestBrowser(idle == null ? start() : idle);
    }

    private static Browser start() {
        var program = ChromiumOnDisk.program();
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setHeadless(true)
                                        .setChromiumSandbox(false)
                                        .setArgs(QUIET));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return browser;
    }

    /** A visitor without cookies, with a window of 1280 by 900. */
    public BrowserContext visitor() {
        return browser.newContext(options(1280));
    }

    /** A visitor whose window is 320 pixels wide. */
    public BrowserContext visitorOnANarrowScreen() {
        return browser.newContext(options(320));
    }

    /** A visitor whose browser runs no scripts. */
    public BrowserContext visitorWithoutJavaScript() {
        return browser.newContext(options(1280).setJavaScriptEnabled(false));
    }

    /** Clicks on a link or a button, and waits until the page that it leads to is there. */
    public static void follow(Locator link) {
        leads(
                link,
                () -> {
                    try {
                        link.click(new Locator.ClickOptions().setTimeout(STALLED_MILLIS));
                    } catch (TimeoutError stalled) {
                        link.press("Enter");
                    }
                });
    }

    /** Chooses an answer of a form. */
    public static void choose(Locator answer) {
        try {
            answer.check(new Locator.CheckOptions().setTimeout(STALLED_MILLIS));
        } catch (TimeoutError stalled) {
            answer.press("Space");
        }
    }

    /** Presses Enter on a link or a button, and waits until the page that it leads to is there. */
    public static void enter(Locator link) {
        leads(link, () -> link.press("Enter"));
    }

    /** A key press is over before its page begins to come: what is read then is the old page. */
    private static void leads(Locator link, Runnable step) {
        Page page = link.page();
        var arrived = new AtomicBoolean();
        Consumer<Frame> listener = frame -> arrived.compareAndSet(false, isWhole(frame));
        page.onFrameNavigated(listener);
        step.run();
        page.waitForCondition(arrived::get);
        page.offFrameNavigated(listener);
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    private static boolean isWhole(Frame frame) {
        return frame.parentFrame() == null;
    }

    /**
     * What axe-core finds on the page, each as "rule: element"; empty when it finds nothing.
     *
     * @throws IllegalStateException where the visitor's browser runs no scripts: axe would never
     *     answer
     */
    public static List<String> accessibilityProblems(Page page) {
        return problems(page, true);
    }

    /** The same but colours, of a page that has been looked at in another width. */
    public static List<String> accessibilityProblemsButColours(Page page) {
        return problems(page, false);
    }

    private static List<String> problems(Page page, boolean colours) {
        if ((Boolean) page.evaluate(NO_SCRIPTS)) {
            throw new IllegalStateException(
                    "axe answers only where scripts run: open the page for another visitor");
        }
        return Axe.problems(page, colours);
    }

    /** Every visitor leaves; the browser is there for the next class, until the JVM ends. */
    @Override
    public void close() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        if (browser.isConnected()) {
            IDLE.add(browser);
        }
    }

    /** Without motion: a page that scrolls by itself has no place to click on yet. */
    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London");
    }
}
