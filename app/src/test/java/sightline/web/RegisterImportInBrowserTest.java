package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import sightline.browser.TestBrowser;
import sightline.register.ImportColumn;
import sightline.register.RegisterFile;
import sightline.register.RegisterFile.Spoilt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The file of an existing register through the running server: upload, look, confirm, mend. */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisterImportInBrowserTest {
    private static final long SEED = Long.getLong("seed", 20260301L);

    /** Everyday size; the long run takes -Drows=2000. */
    private static final int ROWS = Integer.getInteger("rows", 120);

    private static final String LIST = "/register/import";

    @TempDir private static Path data;

    private static Westmarsh world;
    private static TestBrowser browser;
    private static String file = "";

    @BeforeAll
    static void start() {
        System.out.println("RegisterImportInBrowserTest seed " + SEED);
        world = Westmarsh.start(data);
        world.register();
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
    }

    @Test
    @Order(1)
    void aKeeperUploadsLooksConfirmsAndDownloadsWhatIsSetAsideWithoutJavaScript() {
        RegisterFile made = RegisterFile.of(SEED, "P", "westmarsh", ROWS, 2);
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy", "notification duties");
            page.navigate(world.address("/register"));
            TestBrowser.follow(page.locator("a:has-text('Bring in a register')"));
            press(page, "Upload and check it");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose a file that is not empty");

            choose(page, made.csv());
            press(page, "Upload and check it");
            waitFor(page, "Nothing has gone in yet");
            file = page.url().substring(page.url().indexOf(LIST));
            assertThat(count(page, "To go in")).isEqualTo(made.size() - made.spoilt().size());
            assertThat(count(page, "Set aside")).isEqualTo(made.spoilt().size());
            assertThat(page.locator("main").textContent())
                    .contains("The sentence has no length.")
                    .contains("Write its length in whole months")
                    .contains(
                            "Owned by Amy Strand, and by every register keeper of Westmarsh Police");
            assertThat(page.url()).doesNotContain("csv");

            press(page, "Confirm: ");
            waitFor(page, "It is in, but for");
            assertThat(count(page, "Gone in")).isEqualTo(made.size() - made.spoilt().size());
            String href =
                    page.locator("a:has-text('Download what is set aside')").getAttribute("href");
            String csv = visitor.request().get(world.address(href)).text();
            assertThat(csv.lines()).hasSize(1 + made.spoilt().size());
            assertThat(csv)
                    .contains("set_aside_because,what_to_do")
                    .contains(Spoilt.NO_LENGTH.says());

            page.navigate(world.address("/register"));
            assertThat(page.locator("main").textContent()).contains("to 50 of");
            assertThat(count(page, "Under a register"))
                    .isGreaterThanOrEqualTo(made.size() - made.spoilt().size());
        }
        assertThat(world.journalEvents()).contains("export");
    }

    @Test
    @Order(2)
    void theSameFileAddsNothingAndWhoIsOnTheRegisterUnderAnotherNumberIsSetAside() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy", "notification duties");
            page.navigate(world.address(LIST));
            choose(page, RegisterFile.of(SEED, "P", "westmarsh", ROWS, 2).csv());
            press(page, "Upload and check it");
            waitFor(page, "Nothing has gone in yet");
            assertThat(count(page, "To go in")).isZero();
            assertThat(
                            page.getByRole(
                                            AriaRole.BUTTON,
                                            new Page.GetByRoleOptions().setName("Confirm"))
                                    .count())
                    .isZero();
            press(page, "Throw it away");
            assertThat(page.locator("main").textContent()).contains("The file is thrown away");

            RegisterFile renamed = RegisterFile.of(SEED, "P", "westmarsh", ROWS, 2);
            choose(page, firstRows(renamed.set(1, ImportColumn.LOCAL_ID, "OTHER-1").csv(), 2));
            press(page, "Upload and check it");
            waitFor(page, "Nothing has gone in yet");
            assertThat(count(page, "Set aside")).isEqualTo(1);
            assertThat(count(page, "In already")).isEqualTo(1);
            assertThat(page.locator("main").textContent())
                    .contains("on your register already, under another number");
        }
    }

    private static String firstRows(String csv, int rows) {
        return String.join("\r\n", csv.lines().limit(1L + rows).toList()) + "\r\n";
    }

    @Test
    @Order(3)
    void thePagesAreAccessibleAndFit() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy", "notification duties");
            page.navigate(world.address(LIST));
            fits(page, "/import");
            choose(page, "this,is,something,else\n1,2,3,4\n");
            press(page, "Upload and check it");
            waitFor(page, "names no column that is known");
            fits(page, "/import-unreadable");
            page.navigate(world.address(file));
            fits(page, "/import-in");
            page.navigate(world.address(LIST));
            choose(page, RegisterFile.of(SEED + 5, "Q", "westmarsh", 34, 1).csv());
            press(page, "Upload and check it");
            waitFor(page, "Nothing has gone in yet");
            fits(page, "/import-checked");
        }
    }

    @Test
    @Order(4)
    void everythingCanBeDoneByKeyboard() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy", "notification duties");
            page.navigate(world.address(LIST));
            tabTo(page, "upload-file");
            choose(page, RegisterFile.of(SEED + 6, "K", "westmarsh", 3, 0).csv());
            page.keyboard().press("Tab");
            TestBrowser.enter(page.locator(":focus"));
            waitFor(page, "Nothing has gone in yet");
            tabTo(page, "Confirm");
            TestBrowser.enter(page.locator(":focus"));
            waitFor(page, "Everything in it is in.");
        }
    }

    @Test
    @Order(5)
    void nobodyElseSeesAFileAndNobodyElseMaySendOne() {
        for (var other :
                List.of(List.of("tom", "notification duties"), List.of("noor", "section 47"))) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, other.getFirst(), other.getLast());
                assertThat(page.navigate(world.address(file)).status()).isEqualTo(404);
                assertThat(page.navigate(world.address(file + "/set-aside.csv")).status())
                        .isEqualTo(404);
                page.navigate(world.address(LIST));
                assertThat(page.locator("main").textContent()).doesNotContain("register.csv");
            }
        }
        try (var stranger = browser.visitor()) {
            assertThat(post(stranger, LIST).status()).isEqualTo(403);
            assertThat(post(stranger, "/sign-in").status()).isEqualTo(403);
        }
        try (var visitor = browser.visitor()) {
            signIn(visitor, "amy", "notification duties");
            assertThat(post(visitor, "/register/export").status()).isEqualTo(403);
            assertThat(post(visitor, LIST).status())
                    .as("without the form's own token")
                    .isEqualTo(403);
        }
    }

    private static APIResponse post(BrowserContext visitor, String path) {
        return visitor.request()
                .post(
                        world.address(path),
                        RequestOptions.create()
                                .setMultipart(
                                        FormData.create().set("file", payload("local_id\n1\n")))
                                .setMaxRedirects(0));
    }

    private static FilePayload payload(String csv) {
        return new FilePayload("register.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(Page page, String csv) {
        page.locator("#upload-file").setInputFiles(payload(csv));
    }

    private static void waitFor(Page page, String words) {
        for (int i = 0; i < 200 && !page.locator("main").textContent().contains(words); i++) {
            page.waitForTimeout(100);
            page.reload();
        }
        assertThat(page.locator("main").textContent()).contains(words);
    }

    private static int count(Page page, String label) {
        return Integer.parseInt(
                page.locator("dl.counts div:has(dt:text-is('" + label + "')) dd")
                        .textContent()
                        .replace(",", "")
                        .strip());
    }

    /** Presses Tab until that field, or a button that begins so, has the focus. */
    private static void tabTo(Page page, String what) {
        for (int i = 0; i < 60 && !focused(page).startsWith(what); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).startsWith(what);
    }

    private static String focused(Page page) {
        return (String)
                page.evaluate("document.activeElement.id || document.activeElement.textContent");
    }

    private static void fits(Page page, String what) {
        for (int width : List.of(1320, 320)) {
            page.setViewportSize(width, 900);
            picture(page, what, width);
            assertThat(TestBrowser.accessibilityProblems(page)).as(what).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(what)
                    .isLessThanOrEqualTo(width);
        }
    }

    private static void picture(Page page, String path, int width) {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Path.of(
                                            folder,
                                            "page"
                                                    + path.replaceAll("[^a-z]+", "-")
                                                    + "-"
                                                    + width
                                                    + ".png")));
        }
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    private static Page signIn(BrowserContext visitor, String name, String purpose) {
        return SigningIn.as(visitor.newPage(), world.address("/sign-in"), name, purpose);
    }
}
