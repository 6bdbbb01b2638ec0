package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;
import sightline.documents.Photograph;
import sightline.documents.TelephonePicture;
import sightline.feeds.Drafts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** An injury is recorded with a body map, mark by mark, in Chromium. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class InjuryFormInBrowserTest extends InWestmarsh {
    @Test
    @Order(1)
    void theFormIsAccessibleAndFitsOnEachFigure() {
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "priya", "section 47");
                page.setViewportSize(width, 900);
                page.navigate(world.address(child() + "/injury"));
                for (String figure : List.of("infant", "child", "older")) {
                    var draw = page.locator("button[value=draw-" + figure + "]");
                    if (draw.count() > 0) {
                        TestBrowser.enter(draw);
                    }
                    assertThat(page.locator("input[name=figure]").inputValue()).isEqualTo(figure);
                    Fits.here(page, "injury-form-" + figure, width);
                }
            }
        }
    }

    @Test
    @Order(2)
    void aLetterOnTheDrawingLeadsToItsRegionsByKeyboard() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "hari", "Care for or teach");
            page.navigate(world.address(child() + "/injury"));
            TestBrowser.enter(page.locator("svg.figure a[aria-label^='H, Arm']"));
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("upper-arm");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("input[name=site]:checked").inputValue()).isEqualTo("elbow");
        }
    }

    @Test
    @Order(3)
    void twoMarksTheirExplanationsAndTheOpinionAreKeptApartWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "hari", "Care for or teach");
            page.navigate(world.address(child() + "/injuries"));
            TestBrowser.follow(page.locator("a:has-text('Record an injury')"));
            press(page, "keep");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose where the mark is")
                    .contains("Choose on which side it is")
                    .contains("Write in a few words who saw it")
                    .contains("Choose whether the child moves alone");

            mark(page, "behind-ear", "left", "bruise");
            page.locator("#injury-size").fill("12");
            page.locator("#injury-seen").fill("Three small round ones in a row.");
            page.locator("#injury-count").fill("3");
            press(page, "add");
            mark(page, "back-of-thigh", "right", "scratch");
            press(page, "add");
            mark(page, "chin", "midline", "cut");
            press(page, "add");
            assertThat(page.content()).contains("3 marks are in this form. Nothing is kept until");
            assertThat(page.locator("svg.figure a[href='#mark-1']").getAttribute("aria-label"))
                    .isEqualTo("Mark 1: Behind ear, left: bruise");
            Fits.picture(page, "injury-form-marks", 1320);
            page.navigate(world.address(child() + "/injury"));
            assertThat(page.content())
                    .contains("Your draft was brought back")
                    .contains("3 marks are in this form. Nothing is kept until");
            assertThat(page.locator("#injury-mark-1-seen").inputValue())
                    .isEqualTo("Three small round ones in a row.");
            TestBrowser.choose(page.getByLabel("Leave Chin: cut out"));

            page.locator("#injury-told-1").fill("He fell off the sofa.");
            page.locator("#injury-mechanism-1").selectOption("fall-from-furniture");
            page.locator("#injury-given-by-1").selectOption("mother");
            page.locator("#injury-told-2").fill("His brother pushed him.");
            page.locator("#injury-mechanism-2").selectOption("knocked-by-child");
            page.locator("#injury-given-by-2").selectOption("father");
            page.locator("#injury-on").fill(TypedDate.write(today()));
            page.locator("#injury-seen-by").fill("Health visitor");
            TestBrowser.choose(page.locator("[name=mobile][value=no]"));
            page.locator("#injury-fit").selectOption("awaited");
            TestBrowser.enter(page.locator("#injury button:has-text('Save draft')"));
            assertThat(page.locator("#injury-told-2").inputValue())
                    .isEqualTo("His brother pushed him.");
            press(page, "keep");
            assertThat(page.content()).contains("Your entry is kept");
            page.navigate(world.address(child() + "/injury"));
            assertThat(page.content()).doesNotContain("Your draft was brought back");
            world.work();

            page.navigate(world.address(child() + "/injuries"));
            assertThat(page.locator("section:has(#list) table").textContent())
                    .contains("Behind ear, left")
                    .contains("“Three small round ones in a row.”")
                    .contains("12 mm")
                    .contains("Back of thigh, right")
                    .contains("“He fell off the sofa.”")
                    .contains("“His brother pushed him.”")
                    .contains("Health visitor")
                    .contains("Awaited")
                    .doesNotContain("Chin");
            assertThat(page.locator("section:has(#shows)").textContent())
                    .contains("The explanation changed between tellings");
        }
    }

    @Test
    @Order(4)
    void aDoctorsOpinionIsNotSocialCaresToGiveAndWhoMayNotReadRecordsNothing() {
        try (var worker = browser.visitor();
                var stranger = browser.visitor()) {
            Page page = signIn(worker, "priya", "section 47");
            page.navigate(world.address(child() + "/injury"));
            assertThat(page.locator("#injury-fit").count()).isZero();
            assertThat(page.content()).contains("The doctor’s organisation records it");
            Page none = signIn(stranger, "kin", "section 47");
            assertThat(none.navigate(world.address(child() + "/injury")).status()).isEqualTo(404);
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                        + " '%/children/injury%'"))
                .isNotEmpty();
    }

    @Test
    @Order(5)
    void aPhotographIsKeptWithoutItsPlaceNeverShownAtOnceAndEachOpeningIsInTheJournal()
            throws Exception {
        byte[] sent = TelephonePicture.jpeg(640, 480, TelephonePicture.UPRIGHT);
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "hari", "Care for or teach");
            page.navigate(world.address(child() + "/injuries"));
            TestBrowser.follow(page.locator("a:has-text('Photographs')"));
            assertThat(page.content()).contains("No photograph is kept in what you may see");
            TestBrowser.enter(page.locator("#photograph button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose a photograph")
                    .contains("Choose the entry of what it shows")
                    .contains("Write who took it, and when");
            add(page, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#photograph-file-error").textContent())
                    .contains("The file is no JPEG and no PNG");
            add(page, TelephonePicture.pngOf(50_000, 50_000));
            assertThat(page.locator("#photograph-file-error").textContent())
                    .contains("larger than 12,000 pixels a side");
            assertThat(page.locator("#photograph-who").inputValue()).isEqualTo("Hari Bell, today");
            large(page, Photograph.BYTES_MAX + 1L);
            assertThat(page.locator("#photograph-file-error").textContent())
                    .contains("The file is larger than 20 MB");
            assertThat(
                            HandedIn.answerToAFileOf(
                                    300L * 1024 * 1024,
                                    world.address(child() + "/photographs"),
                                    page))
                    .startsWith("HTTP/1.1 413")
                    .contains("That is too large to send");
            page.navigate(world.address(child() + "/photographs"));
            assertThat(page.locator("#photograph-who").inputValue()).isEqualTo("Hari Bell, today");
            add(page, sent);
            assertThat(page.content()).contains("The photograph is kept.");
            add(page, sent);
            assertThat(page.locator("section:has(#kept) tbody tr").count()).isEqualTo(1);
            assertThat(entriesOfPhotographs()).hasSize(1);
            assertThat(page.locator("img[src*=photographs]").count()).isZero();
        }
        assertThat(opened()).isEmpty();
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "hari", "Care for or teach");
                page.setViewportSize(width, 900);
                page.navigate(world.address(child() + "/photographs"));
                Fits.here(page, "photographs", width);
                TestBrowser.follow(page.locator("a:has-text('Open photograph 1')"));
                page.waitForLoadState();
                assertThat(page.evaluate("document.querySelector('.photograph img').naturalWidth"))
                        .isEqualTo(640);
                Fits.here(page, "photograph", width);
            }
        }
        assertThat(opened()).hasSize(2).allMatch(leaf -> leaf.contains("\"hari\""));
        world.work();
        try (var visitor = browser.visitor();
                var stranger = browser.visitor()) {
            Page page = signIn(visitor, "hari", "Care for or teach");
            page.navigate(world.address(child() + "/chronology"));
            assertThat(page.locator("main").textContent()).contains("hotograph");
            page.navigate(world.address(child() + "/photographs"));
            TestBrowser.follow(page.locator("a:has-text('Open photograph 1')"));
            String picture = page.locator(".photograph img").getAttribute("src");
            String bytes =
                    new String(
                            page.request().get(world.address(picture)).body(),
                            StandardCharsets.ISO_8859_1);
            assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                    .contains(TelephonePicture.PLACE);
            assertThat(bytes).doesNotContain(TelephonePicture.PLACE).doesNotContain("Exif");
            Page none = signIn(stranger, "kin", "section 47");
            assertThat(none.request().get(world.address(picture)).status()).isEqualTo(404);
            assertThat(none.navigate(world.address(child() + "/photographs")).status())
                    .isEqualTo(404);
            world.seal(Westmarsh.ROWAN, "priya");
            assertThat(page.request().get(world.address(picture)).status()).isEqualTo(404);
        }
    }

    @Test
    @Order(6)
    void aPhotographLiesInTheDraftUntilItIsSentOnceAndEndsWithIt() throws IOException {
        byte[] sent = TelephonePicture.jpeg(320, 240, TelephonePicture.UPRIGHT);
        List<String> before = kept();
        List<String> entered = entriesOfPhotographs();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            choose(page, sent);
            TestBrowser.enter(page.locator("#photograph button[value=draft]"));
            assertThat(page.content()).contains("Your draft was brought back");
            assertThat(page.locator("#photograph-chosen").textContent()).contains("IMG_0002.jpg");
            TestBrowser.enter(page.locator("#photograph button[value='']"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write who took it, and when")
                    .doesNotContain("Choose a photograph");
            assertThat(kept()).isEqualTo(before);
            assertThat(entriesOfPhotographs()).isEqualTo(entered);
            page.navigate(world.address("/work"));
            assertThat(page.locator("section:has(#drafts)").textContent())
                    .contains("IMG_0002.jpg")
                    .contains("not on the record");
            TestBrowser.follow(page.locator("section:has(#drafts) a"));
            TestBrowser.enter(page.locator("#photograph button[value=out]"));
            assertThat(page.locator("#photograph-chosen").count()).isZero();
            assertThat(inDrafts()).isEmpty();

            choose(page, sent);
            TestBrowser.enter(page.locator("#photograph button[value=draft]"));
            Page other = visitor.newPage();
            other.navigate(page.url());
            for (Page each : List.of(page, other)) {
                each.locator("#photograph-who").fill("Hari Bell, on Monday");
            }
            TestBrowser.enter(page.locator("#photograph button[value='']"));
            assertThat(page.content()).contains("The photograph is kept.");
            assertThat(inDrafts()).isEmpty();
            page.navigate(world.address("/work"));
            assertThat(page.locator("#drafts").count()).isZero();
            choose(other, sent);
            other.locator("#photograph-who").fill("Hari Bell, on Tuesday");
            TestBrowser.enter(other.locator("#photograph button[value='']"));
            assertThat(other.content()).contains("The photograph is kept.");
            assertThat(kept()).hasSize(before.size() + 1);
            assertThat(entriesOfPhotographs()).hasSize(entered.size() + 1);

            choose(page, sent);
            Map<String, Page> others = Map.of("draft", other, "", visitor.newPage());
            others.values().forEach(each -> each.navigate(page.url()));
            others.values().forEach(each -> each.waitForCondition(() -> laterThan(each)));
            page.locator("#photograph-who").fill("Hari Bell, on Wednesday");
            TestBrowser.enter(page.locator("#photograph button[value=draft]"));
            assertThat(inDrafts()).hasSize(1);
            others.forEach((button, each) -> {
                each.locator("#photograph-who").fill("Mo Farrant, on Thursday");
                TestBrowser.enter(each.locator("#photograph button[value='" + button + "']"));
                assertThat(each.content())
                        .contains("You are writing this in another window")
                        .contains("You wrote: Mo Farrant, on Thursday");
            });
            page.navigate(page.url());
            assertThat(page.locator("#photograph-who").inputValue())
                    .isEqualTo("Hari Bell, on Wednesday");
            assertThat(kept()).hasSize(before.size() + 1);
            world.stored(
                    "UPDATE feeds.draft SET expires_at = now() - interval '1 second' WHERE form LIKE"
                            + " 'photograph|%' RETURNING form");
            world.part("drafts", Drafts.class).endExpired();
            assertThat(inDrafts()).isEmpty();
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            choose(page, sent);
            page.waitForSelector(
                    "#photograph [data-autosave-state]:has-text('The file is not in it')");
            assertThat(inDrafts()).isEmpty();
            TestBrowser.enter(page.locator("#photograph button[value=draft]"));
            Fits.inBothWidths(page, "photograph-in-draft");
            page.navigate(world.address("/work"));
            Fits.inBothWidths(page, "work-photograph-in-draft");
        }
    }

    /** Whether the second in which the form was shown is over. */
    private static boolean laterThan(Page page) {
        String once = page.locator("#photograph input[name=once]").inputValue();
        return System.currentTimeMillis() / 1000
                > Long.parseLong(once.substring(once.indexOf('.') + 1));
    }

    private void choose(Page page, byte[] file) {
        page.navigate(world.address(child() + "/photographs"));
        page.locator("#photograph-file")
                .setInputFiles(new FilePayload("IMG_0002.jpg", "image/jpeg", file));
        page.locator("#photograph-of")
                .selectOption(page.locator("#photograph-of option").nth(1).getAttribute("value"));
    }

    private List<String> kept() {
        return world.stored("SELECT photograph_id FROM facts.photograph");
    }

    private List<String> inDrafts() {
        return world.stored("SELECT form FROM feeds.draft_file");
    }

    private List<String> entriesOfPhotographs() {
        return world.stored(
                "SELECT message_id FROM feeds.receipt WHERE message_id LIKE 'page-photograph-%'");
    }

    private List<String> opened() {
        return world.journal(
                "SELECT leaf FROM audit.entry WHERE leaf LIKE '%/children/photographs/picture%' AND"
                        + " leaf LIKE '%reveal%'");
    }

    private static void large(Page page, long bytes) throws IOException {
        page.locator("#photograph-file")
                .setInputFiles(HandedIn.large(Files.createTempDirectory("large"), bytes));
        TestBrowser.follow(page.locator("#photograph button").first());
    }

    private static void add(Page page, byte[] file) {
        page.locator("#photograph-file")
                .setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", file));
        String first = page.locator("#photograph-of option").nth(1).getAttribute("value");
        page.locator("#photograph-of").selectOption(first);
        page.locator("#photograph-who").fill("Hari Bell, today");
        TestBrowser.enter(page.locator("#photograph button").first());
    }

    private static void mark(Page page, String site, String side, String kind) {
        TestBrowser.choose(page.locator("[name=site][value=" + site + "]"));
        TestBrowser.choose(page.locator("[name=side][value=" + side + "]"));
        page.locator("#injury-kind").selectOption(kind);
    }

    private static void press(Page page, String button) {
        TestBrowser.enter(page.locator("button[name=do][value=" + button + "]"));
    }
}
