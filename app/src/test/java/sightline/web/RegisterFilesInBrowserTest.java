package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;
import sightline.core.kernel.SourceRecord;
import sightline.register.ImportColumn;
import sightline.register.RegisterFile;
import sightline.register.RegisterFile.Spoilt;
import sightline.upkeep.SiteWatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/**
 * Files of a register through the running server: one that comes in (upload, look, confirm, mend),
 * and one that goes out under two people.
 */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisterFilesInBrowserTest extends InWestmarsh {
    private static final long SEED = Long.getLong("seed", 20260301L);

    /** Everyday size; the long run takes -Drows=2000. */
    private static final int ROWS = Integer.getInteger("rows", 120);

    private static final String LIST = "/register/import";
    private static final String EXPORT = "/register/export";
    private static final String PURPOSE = "Quarterly check of the register";

    private static String file = "";

    @BeforeAll
    void settle() {
        System.out.println("RegisterFilesInBrowserTest seed " + SEED);
        world.register();
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

            world.part("siteWatch", SiteWatch.class).look(Instant.now());
            page.navigate(world.address("/work"));
            assertThat(page.locator("main").textContent())
                    .contains("Mend the rows of the register that are set aside")
                    .contains(made.spoilt().size() + " rows of uploaded registers set aside");

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
            Fits.inBothWidths(page, "/import");
            choose(page, "this,is,something,else\n1,2,3,4\n");
            press(page, "Upload and check it");
            waitFor(page, "names no column that is known");
            Fits.inBothWidths(page, "/import-unreadable");
            page.navigate(world.address(file));
            Fits.inBothWidths(page, "/import-in");
            page.navigate(world.address(LIST));
            choose(page, RegisterFile.of(SEED + 5, "Q", "westmarsh", 34, 1).csv());
            press(page, "Upload and check it");
            waitFor(page, "Nothing has gone in yet");
            Fits.inBothWidths(page, "/import-checked");
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
            assertThat(post(visitor, EXPORT).status()).isEqualTo(403);
            assertThat(post(visitor, LIST).status())
                    .as("without the form's own token")
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(6)
    void anExportIsAskedForApprovedByAnotherAndFetchedOnce() {
        world.movedHome();
        world.seenAtTheHospital();
        world.seal(new SourceRecord(Westmarsh.POLICE, "P3"), "ines");
        try (var amys = browser.visitorWithoutJavaScript();
                var iness = browser.visitorWithoutJavaScript()) {
            Page amy = signIn(amys, "amy", "notification duties");
            amy.navigate(world.address("/register"));
            TestBrowser.follow(amy.locator("a:has-text('Export it')"));
            press(amy, "Ask for it");
            assertThat(amy.locator(".govuk-error-summary").textContent())
                    .contains("Say what it is for")
                    .contains("Say who gets it");
            ask(amy, "Name", "Your own number", "Newest recorded home", "PNC");
            String request = amy.url().substring(amy.url().indexOf(EXPORT));
            assertThat(amy.url()).doesNotContain("Quarterly");
            assertThat(amy.locator("main").textContent())
                    .contains("Waits for a second person")
                    .doesNotContain("Approve this export");
            int people = Integer.parseInt(value(amy, "People"));

            Page ines = signIn(iness, "ines", "notification duties");
            ines.navigate(world.address(request));
            assertThat(ines.locator("main").textContent())
                    .contains(PURPOSE)
                    .contains("Fran Dale, inspectorate")
                    .contains("by Amy Strand");
            press(ines, "Refuse it");
            assertThat(ines.locator(".govuk-error-summary").textContent()).contains("Say why");
            press(ines, "Approve this export");
            assertThat(ines.locator("main").textContent())
                    .contains("Only whoever asked may fetch it");

            amy.navigate(world.address(request));
            Download download = amy.waitForDownload(() -> press(amy, "Fetch it now", false));
            List<String> rows = read(download);
            assertThat(rows.stream().skip(1).map(row -> row.split(",")[0]).distinct())
                    .as("a line for each person and register")
                    .hasSize(people);
            assertThat(rows.getFirst())
                    .isEqualTo("\uFEFFlocal_id,name,born,pnc,address,register,state");
            assertThat(String.join("\n", rows))
                    .contains("marlow,Daniel Marlow,1993-02-04")
                    .contains("Source: health. Not shown")
                    .doesNotContain("Weir Cottages")
                    .as("moved to whoever lives there")
                    .doesNotContain("Alder Row")
                    .contains(",P1,".substring(1))
                    .doesNotContain("\nP3,");
            amy.navigate(world.address(request));
            assertThat(amy.locator("main").textContent())
                    .contains("It was fetched, and cannot be fetched again");
            assertThat(
                            amy.getByRole(
                                            AriaRole.BUTTON,
                                            new Page.GetByRoleOptions().setName("Fetch it now"))
                                    .count())
                    .isZero();
        }
        journalled();
    }

    /**
     * Each part has its own entry, with every record in it, the approval, and a commitment to the
     * words of purpose and recipient, which stand apart from it.
     */
    private void journalled() {
        List<String> leaves =
                world.journal(
                        "SELECT leaf FROM audit.entry WHERE leaf LIKE '%/register/export, part %' ORDER BY at");
        assertThat(leaves)
                .hasSizeGreaterThan(1)
                .allSatisfy(leaf ->
                        assertThat(leaf)
                                .contains("dual-control.")
                                .contains("\"event\": \"export\"")
                                .doesNotContain("\"reason\": null"));
        assertThat(
                        world.journal(
                                "SELECT cardinality(record_refs)::text FROM audit.entry WHERE leaf LIKE '%/register/export, part %'"))
                .allSatisfy(n -> assertThat(Integer.parseInt(n)).isBetween(1, 200));
    }

    @Test
    @Order(7)
    void aSealedPersonIsNeitherInAnExportNorCountedAndARefusalSaysWhy() {
        try (var amys = browser.visitor();
                var iness = browser.visitor()) {
            Page ines = signIn(iness, "ines", "notification duties");
            ines.navigate(world.address(EXPORT));
            ask(ines, "Name");
            int hers = Integer.parseInt(value(ines, "People"));
            Page amy = signIn(amys, "amy", "notification duties");
            amy.navigate(world.address(EXPORT));
            ask(amy, "Name");
            String request = amy.url().substring(amy.url().indexOf(EXPORT));
            assertThat(Integer.parseInt(value(amy, "People"))).isEqualTo(hers - 1);

            ines.navigate(world.address(request));
            Fits.inBothWidths(ines, "/export-decide");
            Page late = iness.newPage();
            late.navigate(world.address(request));
            ines.getByLabel("Why?").fill("Ask the press office first");
            press(ines, "Refuse it");
            press(late, "Approve this export");
            assertThat(late.locator("main").textContent()).contains("That could not be done");
            assertThat(
                            world.journal(
                                    "SELECT leaf FROM audit.entry WHERE leaf LIKE '%/register/export, not approved\"%'"))
                    .hasSize(1);
            amy.navigate(world.address(request));
            assertThat(amy.locator("main").textContent())
                    .contains("Refused: Ask the press office first");
            assertThat(
                            amy.getByRole(
                                            AriaRole.BUTTON,
                                            new Page.GetByRoleOptions().setName("Fetch"))
                                    .count())
                    .isZero();
            amy.navigate(world.address(EXPORT));
            Fits.inBothWidths(amy, "/export");
        }
    }

    @Test
    @Order(8)
    void anApprovalIsOfExactlyThosePeopleAndNobodyElseHasAnyOfIt() {
        try (var amys = browser.visitor();
                var iness = browser.visitor();
                var toms = browser.visitor()) {
            Page amy = signIn(amys, "amy", "notification duties");
            amy.navigate(world.address(EXPORT));
            ask(amy, "Name");
            String request = amy.url().substring(amy.url().indexOf(EXPORT));
            assertThat(token(amys, amy, request + "/approve"))
                    .as("not by the asker")
                    .contains("That could not be done");
            Page tom = signIn(toms, "tom", "notification duties");
            assertThat(tom.navigate(world.address(request)).status()).isEqualTo(404);
            Page ines = signIn(iness, "ines", "notification duties");
            ines.navigate(world.address(request));
            press(ines, "Approve this export");
            assertThat(token(iness, ines, request + "/fetch"))
                    .as("not by the approver")
                    .contains("That could not be done");

            amy.navigate(world.address(LIST));
            choose(amy, RegisterFile.of(SEED + 9, "Z", "westmarsh", 1, 0).csv());
            press(amy, "Upload and check it");
            waitFor(amy, "Nothing has gone in yet");
            press(amy, "Confirm: ");
            waitFor(amy, "Everything in it is in.");
            amy.navigate(world.address(request));
            press(amy, "Fetch it now");
            assertThat(amy.locator("main").textContent()).contains("the approval no longer holds");
        }
    }

    /** Sends a form that the page does not offer, with the page's own token. */
    private String token(BrowserContext visitor, Page page, String path) {
        return visitor.request()
                .post(
                        world.address(path),
                        RequestOptions.create()
                                .setForm(
                                        FormData.create()
                                                .set(
                                                        "_csrf",
                                                        page.locator("input[name=_csrf]")
                                                                .first()
                                                                .inputValue())))
                .text();
    }

    private static void ask(Page page, String... columns) {
        page.getByLabel("What is it for?").fill(PURPOSE);
        page.getByLabel("Who gets it?").fill("Fran Dale, inspectorate");
        for (String column : columns) {
            page.getByLabel(column).first().setChecked(true);
        }
        press(page, "Ask for it");
    }

    private static String value(Page page, String term) {
        return page.locator("dt:text-is('" + term + "') + dd").textContent().strip();
    }

    private static List<String> read(Download download) {
        try {
            return Files.readAllLines(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void press(Page page, String button, boolean leads) {
        var found = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
        if (leads) {
            TestBrowser.follow(found);
        } else {
            found.click();
        }
    }

    private APIResponse post(BrowserContext visitor, String path) {
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
                        .replaceAll("[^0-9]", ""));
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

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }
}
