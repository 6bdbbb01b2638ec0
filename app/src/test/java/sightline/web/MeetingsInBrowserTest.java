package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import sightline.browser.TestBrowser;
import sightline.core.kernel.AgencyId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** Conferences, plans, visits and legal planning, entered on pages in Chromium. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class MeetingsInBrowserTest extends InWestmarsh {
    @Test
    @Order(1)
    void whoeverIsInvitedToAConferenceOwesAReportAndAMissingOneIsNamedWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            TestBrowser.follow(page.locator("nav a:has-text('Meetings')"));
            TestBrowser.follow(page.locator("a:has-text('Plan, move or cancel a meeting')"));
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose which meeting")
                    .contains("Choose whom you invite");
            page.locator("#meet-type").selectOption("initial-conference");
            page.locator("#meet-stage").selectOption("planned");
            page.locator("#meet-on").fill(TypedDate.write(today().plusDays(10)));
            TestBrowser.choose(page.locator("#meet").getByLabel("Westmarsh Health Visiting"));
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.content()).contains("Your entry is kept");
            world.work();
            page.navigate(world.address(meetings()));
            assertThat(page.locator("section:has(#coming)").textContent())
                    .contains("Initial conference")
                    .contains("Westmarsh Health Visiting")
                    .contains("No report yet");
            assertThat(owed("conf.reports")).containsExactly("conf.reports running");
        }
    }

    @Test
    @Order(2)
    void aConferenceStartsThePlanAndTheCensusWarnsByNumberAndStopsNothing() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/conference"));
            assertThat(page.locator("#meet").textContent())
                    .contains("No report has come from: Westmarsh Health Visiting.");
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Initial"));
            TestBrowser.choose(page.locator("#meet").getByLabel("Plan", exact()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Injury"));
            page.locator("#meet-decided").fill("A plan: nobody can say how the bruise came.");
            page.locator("#meet-came-westmarsh-health-visiting").selectOption("silent");
            TestBrowser.enter(page.locator("#meet button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back. You saved it");
            page.navigate(world.address(meetings() + "/core-group"));
            assertThat(page.locator("#meet-decided").inputValue()).isEmpty();
            page = signInAnew(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/conference"));
            assertThat(page.locator("#meet-decided").inputValue()).startsWith("A plan: nobody");
            assertThat(page.locator("#meet-came-westmarsh-health-visiting").inputValue())
                    .isEqualTo("silent");
            assertThat(page.locator("[name='category-injury']").isChecked()).isTrue();
            page.locator("#meet-dissent").fill("The nurse wants him seen each day.");
            page.locator("#meet-action-1").fill("Look at his skin each week");
            page.locator("#meet-action-agency-1").selectOption("westmarsh-health-visiting");
            page.locator("#meet-action-due-1").fill(TypedDate.write(today().plusDays(7)));
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.content())
                    .contains("Your entry is kept")
                    .contains("8615: An initial conference needs a section 47 enquiry");
            world.work();
            page.navigate(world.address(meetings() + "/conference"));
            assertThat(page.locator("#meet-decided").inputValue()).isEmpty();
            page.navigate(world.address(meetings()));
            assertThat(page.locator("section:has(#held)").textContent())
                    .contains("Initial child protection conference: plan: “A plan: nobody can say")
                    .contains("No report had come from: Westmarsh Health Visiting")
                    .contains("Protection plan started")
                    .contains("Agreed: “Look at his skin each week”");
            assertThat(page.locator("section:has(#standing)").textContent()).contains("8615");
            assertThat(page.locator("section:has(#coming)").textContent())
                    .contains("No meeting that is to come");
            assertThat(owed("core.first", "rcpc.first", "action.agreed", "esc", "conf.quorum"))
                    .containsExactlyInAnyOrder(
                            "conf.quorum running",
                            "core.first running",
                            "rcpc.first running",
                            "action.agreed running",
                            "esc running");
            assertThat(owed("conf.reports")).containsExactly("conf.reports ended");
        }
    }

    @Test
    @Order(3)
    void aPlanAVisitACoreGroupAndLegalPlanningAreEnteredToo() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/plan"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("In need"));
            TestBrowser.choose(page.locator("#meet").getByLabel("It starts"));
            page.locator("#meet-different").fill("He is picked up when he cries.");
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.content())
                    .contains("4001: A plan for a child in need is open beside a protection plan");

            page.navigate(world.address(meetings() + "/visit"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Seen alone"));
            TestBrowser.choose(page.locator("#meet-bedroom"));
            TestBrowser.enter(page.locator("#meet button").first());

            page.navigate(world.address(meetings() + "/core-group"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            page.locator("#meet-decided").fill("The nurse comes twice a week.");
            TestBrowser.enter(page.locator("#meet button").first());

            page.navigate(world.address(meetings() + "/legal"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Planned", exact()));
            page.locator("#meet-on").fill(TypedDate.write(today().plusDays(5)));
            TestBrowser.choose(page.locator("#meet").getByLabel("They start with this meeting"));
            TestBrowser.enter(page.locator("#meet button").first());
            world.work();
            page.navigate(world.address(meetings()));
            assertThat(page.locator("section:has(#held)").textContent())
                    .contains("In need plan written: “He is picked up when he cries.”")
                    .contains("Visit (under plan): seen alone")
                    .contains("Core group met: “The nurse comes twice a week.”")
                    .contains("Legal planning meeting planned for")
                    .contains("Court: pre proceedings");
            assertThat(owed("core.first")).containsExactly("core.first discharged");
        }
    }

    @Test
    @Order(4)
    void aFormSaysWhatIsSavedAndSinceWhenAndALostConnectionLosesNothing() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/core-group"));
            page.locator("#meet-decided").fill("She holds him.");
            page.waitForSelector("#meet [data-autosave-state]:has-text('Draft saved at')");
            visitor.setOffline(true);
            page.locator("#meet-decided").fill("She holds him. He looks at her.");
            page.waitForSelector(
                    "#meet [data-autosave-state]:has-text('is saved; what came after is not: no connection')");
            assertThat(page.locator("#meet [data-autosave-state]").textContent())
                    .containsPattern("What you wrote until \\d\\d:\\d\\d is saved");
            visitor.setOffline(false);
            page.waitForSelector("#meet [data-autosave-state]:has-text('Draft saved at')");
            page.reload();
            assertThat(page.locator("#meet-decided").inputValue())
                    .isEqualTo("She holds him. He looks at her.");
        }
    }

    @Test
    @Order(4)
    void ofTwoWindowsNeitherOverwritesWhatTheOtherSaved() {
        try (var visitor = browser.visitor()) {
            Page one = signIn(visitor, "priya", "section 47");
            one.navigate(world.address(meetings() + "/legal"));
            Page other = visitor.newPage();
            other.navigate(world.address(meetings() + "/legal"));
            Page third = visitor.newPage();
            third.navigate(world.address(meetings() + "/legal"));
            third.waitForCondition(() -> laterThan(third));
            one.locator("#meet-on").fill("1 2 2031");
            one.waitForSelector("#meet [data-autosave-state]:has-text('Draft saved at')");
            other.locator("#meet-on").fill("3 4 2032");
            other.waitForSelector(
                    "#meet [data-autosave-state]:has-text('another window of yours saved')");
            TestBrowser.enter(other.locator("#meet button:has-text('Save draft')"));
            assertThat(other.content())
                    .contains("You are writing this in another window")
                    .contains("You wrote: 3 4 2032");
            third.locator("#meet-on").fill("31 2 2032");
            third.waitForSelector(
                    "#meet [data-autosave-state]:has-text('another window of yours saved')");
            TestBrowser.enter(third.locator("#meet button:not([formaction])").first());
            assertThat(third.content())
                    .contains("You are writing this in another window")
                    .contains("You wrote: 31 2 2032");
            other.navigate(world.address(meetings() + "/legal"));
            assertThat(other.locator("#meet-on").inputValue()).isEqualTo("1 2 2031");
            other.locator("#meet-on").fill("3 4 2032");
            other.waitForSelector("#meet [data-autosave-state]:has-text('Draft saved at')");
        }
    }

    /** Whether the second in which the form was shown is over. */
    private static boolean laterThan(Page page) {
        String once = page.locator("#meet input[name=once]").inputValue();
        return System.currentTimeMillis() / 1000
                > Long.parseLong(once.substring(once.indexOf('.') + 1));
    }

    @Test
    @Order(5)
    void aDocumentHoldsWhatItsRecipientMaySeeAndIsADisclosureInTheJournal() throws Exception {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings()));
            TestBrowser.follow(page.locator("a:has-text('Make a document for somebody')"));
            TestBrowser.enter(page.locator("#document button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what you give")
                    .contains("Choose to which agency it goes")
                    .contains("Name who gets it")
                    .contains("Choose a file");
            to(page, Westmarsh.HEALTH);
            fill(page, "minutes", "docx");
            TestBrowser.enter(page.locator("#document button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Nothing of this is recorded that Westmarsh Health Visiting may see");
            String docx = words(made(page, Westmarsh.HOSPITAL, "minutes", "docx"));
            assertThat(docx)
                    .contains("The nurse comes twice a week.")
                    .contains(
                            "For: </w:t></w:r><w:r><w:t xml:space=\"preserve\">Mo Farrant, doctor")
                    .contains("w:val=\"Heading1\"");

            byte[] pdf = made(page, Westmarsh.HOSPITAL, "plan", "pdf");
            VeraGreenfieldFoundryProvider.initialise();
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
                try (var parser =
                                Foundries.defaultInstance()
                                        .createParser(new ByteArrayInputStream(pdf), flavour);
                        var validator =
                                Foundries.defaultInstance().createValidator(flavour, false)) {
                    assertThat(validator.validate(parser).getFailedChecks().keySet())
                            .as(flavour.toString())
                            .isEmpty();
                }
            }
            String web =
                    new String(
                            made(page, Westmarsh.HOSPITAL, "report", "html"),
                            StandardCharsets.UTF_8);
            assertThat(web).contains("Injuries and medical opinions").doesNotContain("<script");
            to(page, Westmarsh.HOSPITAL);
            page.locator("#document-letter").fill("<b>Dear</b> Mo \u202Eabc\u0007\nسلام");
            String letter = words(sent(page, "letter", "docx"));
            assertThat(letter)
                    .contains("&lt;b&gt;Dear&lt;/b&gt; Mo")
                    .contains("<w:bidi/>")
                    .contains("سلام");
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE '%disclose%' AND leaf"
                                        + " LIKE '%minutes as docx to westmarsh-hospital%'"))
                .hasSize(1);
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE '%Mo Farrant, doctor%'"))
                .isEmpty();
    }

    @Test
    @Order(5)
    void eachLineOfAReportIsOneThatItsRecipientCouldOpenThemselves() throws IOException {
        try (var visitor = browser.visitorWithoutJavaScript();
                var nurse = browser.visitor()) {
            Page theirs = signIn(nurse, "hari", "Care for or teach");
            theirs.navigate(world.address(child() + "/chronology"));
            String all = theirs.locator("main").textContent();
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child() + "/chronology"));
            assertThat(page.locator("main").textContent()).contains("Agreed: “Look at his skin");
            String report =
                    new String(
                            made(page, Westmarsh.HEALTH, "report", "html"), StandardCharsets.UTF_8);
            List<String> lines =
                    Pattern.compile("<strong>[^<]*, Rowan[^<]*:</strong> ([^<]*) \\(Westmarsh")
                            .matcher(report)
                            .results()
                            .map(r -> r.group(1))
                            .toList();
            assertThat(lines).isNotEmpty().allSatisfy(l -> assertThat(all).contains(l));
        }
    }

    private byte[] made(Page page, AgencyId to, String what, String file) throws IOException {
        to(page, to);
        return sent(page, what, file);
    }

    private void to(Page page, AgencyId agency) {
        page.navigate(world.address(child() + "/documents"));
        page.locator("#document-to").selectOption(agency.value());
    }

    private static byte[] sent(Page page, String what, String file) throws IOException {
        fill(page, what, file);
        var download =
                page.waitForDownload(() -> page.locator("#document button").first().press("Enter"));
        byte[] made = Files.readAllBytes(download.path());
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, what + "." + file), made);
        }
        return made;
    }

    private static void fill(Page page, String what, String file) {
        TestBrowser.choose(page.locator("#document input[value='" + what + "']"));
        TestBrowser.choose(page.locator("#document input[value='" + file + "']"));
        page.locator("#document-who").fill("Mo Farrant, doctor");
        page.locator("#document-why").fill("She examined him.");
    }

    private static String words(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no document in it");
    }

    @Test
    @Order(6)
    void otherAgenciesInviteAndRecordNoConferenceAndPagesAreAccessibleAndFit() {
        try (var nurse = browser.visitor();
                var stranger = browser.visitor()) {
            Page page = signIn(nurse, "hari", "Care for or teach");
            assertThat(page.navigate(world.address(meetings() + "/conference")).status())
                    .isEqualTo(404);
            assertThat(page.navigate(world.address(meetings() + "/invite")).status())
                    .isEqualTo(200);
            Page none = signIn(stranger, "kin", "section 47");
            assertThat(none.navigate(world.address(meetings())).status()).isEqualTo(404);
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String path :
                    List.of(
                            "",
                            "/invite",
                            "/conference",
                            "/core-group",
                            "/plan",
                            "/visit",
                            "/legal")) {
                page.navigate(world.address(meetings() + path));
                Fits.inBothWidths(page, "meetings" + path.replace('/', '-'));
            }
            page.navigate(world.address(child() + "/documents"));
            Fits.inBothWidths(page, "documents");
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                        + " '%/children/meetings%'"))
                .isNotEmpty();
    }

    @Test
    @Order(7)
    void whatIsSealedIsInNoDocument() throws IOException {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            assertThat(report(page)).contains("(Westmarsh Health Visiting)");
            world.seal(Westmarsh.ROWAN, "priya");
            assertThat(report(page)).doesNotContain("(Westmarsh Health Visiting)");
        }
    }

    private String report(Page page) throws IOException {
        return new String(made(page, Westmarsh.HOSPITAL, "report", "html"), StandardCharsets.UTF_8);
    }

    private static com.microsoft.playwright.Locator.GetByLabelOptions exact() {
        return new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true);
    }

    private List<String> owed(String... clocks) {
        return world.owner(
                "SELECT clock || ' ' || state FROM alerts.duty WHERE clock IN ('"
                        + String.join("', '", clocks)
                        + "') ORDER BY 1");
    }

    private String meetings() {
        return child() + "/meetings";
    }

    private Page signInAnew(BrowserContext visitor, String name, String purpose) {
        visitor.clearCookies();
        return signIn(visitor, name, purpose);
    }
}
