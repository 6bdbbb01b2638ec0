package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.browser.TestBrowser;
import sightline.console.demo.ReviewStory;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.By;
import sightline.core.reviews.Group;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.documents.ReadTable;
import sightline.documents.TableFile;
import sightline.reviews.Added;
import sightline.reviews.Chronologies;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A review of 33 recommendations to six organisations, of which one claims and cannot show it and
 * one slips after it was verified; the review's lead, one organisation and a stranger look at it.
 */
@Order(9)
final class ReviewsInBrowserTest extends InWestmarsh {
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");
    private static final List<AgencyId> SIX =
            List.of(
                    Westmarsh.COUNCIL,
                    Westmarsh.HOSPITAL,
                    Westmarsh.HEALTH,
                    Westmarsh.POLICE,
                    Westmarsh.HOUSING,
                    new AgencyId("westmarsh-schools"));
    private static final Role OWNER = new Role("service-manager");

    private Reviews reviews;
    private ReviewId review;
    private ReviewId merged;
    private ReviewId held;

    @BeforeAll
    void settle() {
        world.reviewers(BOARD);
        reviews = world.part("reviews", Reviews.class);
        review =
                ReviewStory.tell(
                                new ReviewStory.Rooms(
                                        reviews, world.part("chronologies", Chronologies.class)),
                                lead(),
                                SIX,
                                OWNER,
                                Instant.now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .minus(300, ChronoUnit.DAYS))
                        .review();
        merged = commissioned("Child N");
        held = commissioned("Child P");
        add(
                held,
                new ReviewEntry.PanelJoined(
                        by(lead()), Instant.now(), "priya", "Priya Nair", Westmarsh.COUNCIL));
    }

    private ReviewId commissioned(String pseudonym) {
        Instant now = Instant.now();
        ReviewId id =
                reviews.open(
                        lead(),
                        new ReviewEntry.Opened(
                                by(lead()),
                                now,
                                "practice-review",
                                pseudonym,
                                ReviewEntry.Trigger.DIED,
                                London.day(now)));
        add(
                id,
                new ReviewEntry.Commissioned(
                        by(lead()), Instant.now(), London.day(now), "Two knew him."));
        return id;
    }

    private void add(ReviewId id, ReviewEntry entry) {
        assertThat(reviews.add(lead(), id, entry)).isEqualTo(new Added.Kept());
    }

    private static ReaderContext reader(
            String name, AgencyId agency, AccessRole role, Purpose why) {
        return new ReaderContext(
                "session-" + name, new UserId(name), agency, Set.of(role), Set.of(), Set.of(), why);
    }

    private static ReaderContext lead() {
        return reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Purpose.REVIEW);
    }

    private static ReaderContext of(AgencyId agency) {
        return ReviewStory.of(agency);
    }

    private static By by(ReaderContext reader) {
        return ReviewStory.by(reader);
    }

    @Test
    void theSentenceCountsWhatWasSeenAndNotWhatWasSaid() {
        Review now = reviews.of(lead(), review, Instant.now(), "/reviews/{id}").orElseThrow();
        assertThat(now.groups())
                .containsEntry(Group.VERIFIED, 7L)
                .containsEntry(Group.FELL_BACK, 1L)
                .containsEntry(Group.PART_WAY, 1L)
                .containsEntry(Group.NO_EVIDENCE, 24L);
        assertThat(now.sentence()).startsWith("Of 33 recommendations, 7 are verified");
        assertThat(now.allVerified()).isFalse();
        assertThat(now.owed()).anyMatch(d -> d.overdue(now.today()));
    }

    @Test
    void whoeverClaimsAndCannotShowItIsRefusedAndSeesOnlyItsOwn() {
        AgencyId of = SIX.get(0);
        ReaderContext own = of(of);
        Instant now = Instant.now();
        assertThat(
                        reviews.add(
                                own,
                                review,
                                new ReviewEntry.Answered(
                                        by(own), now, 12, of, Acceptance.ACCEPTED, "")))
                .isEqualTo(new Added.Kept());
        assertThat(
                        reviews.add(
                                own,
                                review,
                                new ReviewEntry.ActionAgreed(
                                        by(own), now, 12, of, OWNER, London.day(now), "It", "So")))
                .isEqualTo(new Added.Kept());
        assertThat(reviews.add(own, review, new ReviewEntry.SaidDone(by(own), now, 12, of)))
                .isEqualTo(new Added.Refused(Refusal.NO_EVIDENCE));
        Review seen = reviews.of(own, review, now, "/reviews/{id}").orElseThrow();
        assertThat(seen.recommendations()).hasSizeBetween(1, 12);
        assertThat(seen.commissioned()).isEmpty();
        assertThat(seen.organisations()).containsExactly(of);
        assertThat(seen.sentence()).contains("of the whole review nothing is said");
        assertThat(seen.owed()).allMatch(d -> d.agency().equals(of));
        assertThat(seen.entries())
                .filteredOn(ReviewEntry.OfAction.class::isInstance)
                .allMatch(e -> ((ReviewEntry.OfAction) e).organisation().equals(of));
        ReaderContext stranger =
                reader("amal", Westmarsh.OTHER, AccessRole.SOCIAL_WORK_MANAGER, Purpose.REFERRAL);
        assertThat(reviews.of(stranger, review, now, "/reviews/{id}")).isEqualTo(Optional.empty());
        assertThat(reviews.all(stranger, now)).isEmpty();
    }

    @Test
    void theLeadReadsThePictureAndVerifiesWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews"));
            TestBrowser.follow(
                    page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions().setName(review.value()))
                            .first());
            assertThat(page.locator("main").textContent())
                    .contains("Child M")
                    .contains("Finish the report")
                    .contains("Past its date");
            page.navigate(world.address("/reviews/" + review + "/recommendations"));
            assertThat(page.locator(".rxo tbody tr").count()).isEqualTo(6);
            assertThat(page.locator(".rxo .rm").count()).isEqualTo(66);
            assertThat(page.locator("main").textContent()).contains("Of 33 recommendations, 7 are");
            assertThat(page.locator("section:has(#all)").textContent()).contains(": slipped on ");
            page.navigate(world.address("/reviews/" + review + "/recommendations/8"));
            assertThat(page.locator(".monthline circle.missed").count()).isEqualTo(1);
            assertThat(page.locator(".monthline rect.slip").count()).isEqualTo(1);
            page.navigate(world.address("/reviews/" + review + "/recommendations/9"));
            String form = "#do-verified-" + SIX.get(3);
            page.locator("summary:has-text('I looked, and it is done')").first().press("Enter");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("It is not said how it was seen");
            page.locator(form + " textarea").fill("Ten files read; all ten show it.");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator("#of-" + SIX.get(3)).textContent())
                    .contains("Verified by somebody else");
        }
    }

    private static ReviewEntry.FindingMade found(int version, int number, String text) {
        return new ReviewEntry.FindingMade(
                by(lead()),
                Instant.now(),
                version,
                number,
                ReviewEntry.FindingType.CHILD_NOT_SEEN,
                text,
                "That he was ill",
                "That he was hurt",
                ReviewEntry.OtherAction.YES,
                List.of());
    }

    private static ReviewEntry.Graded graded(int version, ReviewEntry.Grade grade, String why) {
        return new ReviewEntry.Graded(
                by(lead()), Instant.now(), version, "Ida Brand, inspector", grade, why);
    }

    private static ReviewEntry.RecommendationMade recommended(
            int number, String text, ReviewEntry.Reach reach, ReviewEntry.Made made, AgencyId to) {
        return new ReviewEntry.RecommendationMade(
                by(lead()), Instant.now(), 1, number, text, reach, made, Set.of(to), Set.of());
    }

    /** Haringey: the first is graded inadequate and stays; the second stands beside it. */
    @Test
    void anInadequateReviewIsDoneAgainAndBothVersionsStandSideBySide() {
        ReviewId id = commissioned("Child H");
        LocalDate today = London.day(Instant.now());
        add(id, found(1, 1, "Everybody followed procedure."));
        add(id, new ReviewEntry.ReportFinished(by(lead()), Instant.now(), 1, today));
        add(id, graded(1, ReviewEntry.Grade.INADEQUATE, "It does not ask why."));
        Review first = reviews.of(lead(), id, Instant.now(), "/reviews/{id}").orElseThrow();
        assertThat(first.owed()).anyMatch(d -> d.what().startsWith("Do the review again"));
        assertThat(reviews.add(lead(), id, found(1, 2, "Later")))
                .isEqualTo(new Added.Refused(Refusal.CLOSED_VERSION));
        add(
                id,
                new ReviewEntry.VersionBegun(
                        by(lead()), Instant.now(), 2, today, "Graded inadequate"));
        add(id, found(2, 1, "Nobody saw him alone."));
        add(id, new ReviewEntry.ReportFinished(by(lead()), Instant.now(), 2, today));
        add(id, graded(2, ReviewEntry.Grade.GOOD, "It asks why."));
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews/" + id + "/quality"));
            assertThat(page.locator("section:has(#versions)").textContent())
                    .contains("Versions side by side")
                    .contains("Inadequate: done again")
                    .contains("Everybody followed procedure.")
                    .contains("Nobody saw him alone.")
                    .contains("Inadequate (Ida Brand, inspector)")
                    .contains("Good (Ida Brand, inspector)");
            Fits.inBothWidths(page, "/reviews/versions");
        }
    }

    /** Southampton: made early to a national body, by letter, asked again, answered at last. */
    @Test
    void aNationalRecommendationHasItsLetterItsChaseAndItsAnswer() {
        AgencyId body = new AgencyId("health-department");
        ReviewId id = commissioned("Twin S");
        String before = "Records of registered people follow them when they move between areas";
        add(
                merged,
                recommended(
                        1, before, ReviewEntry.Reach.LOCAL, ReviewEntry.Made.EARLY, SIX.get(3)));
        add(
                id,
                recommended(
                        1,
                        "The records of a registered person follow when they move to other areas",
                        ReviewEntry.Reach.NATIONAL,
                        ReviewEntry.Made.EARLY,
                        body));
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            String at = world.address("/reviews/" + id + "/recommendations");
            page.navigate(at + "/1");
            assertThat(page.locator("main").textContent())
                    .contains("Made early, before the report")
                    .contains("Made before (1)")
                    .contains(merged + ", 1");
            letter(page, body, "letter", "1 9 2026", "1 10 2026", "");
            letter(page, body, "chased", "2 10 2026", "1 11 2026", "");
            page.navigate(at);
            assertThat(page.locator("section:has(#national)").textContent())
                    .contains("Sent 1 September 2026")
                    .contains("1 time, last 2 October 2026")
                    .contains("None; it was due by 1 November 2026");
            page.navigate(at + "/1");
            letter(
                    page,
                    body,
                    "letter-answered",
                    "20 11 2026",
                    "",
                    "It will be in the next guidance.");
            page.navigate(at);
            assertThat(page.locator("section:has(#national)").textContent())
                    .contains("20 November 2026: It will be in the next guidance.")
                    .contains("Health department")
                    .doesNotContain(body.value());
            Fits.inBothWidths(page, "/reviews/national");
        }
    }

    private static void letter(
            Page page, AgencyId body, String act, String on, String until, String words) {
        String form = "#do-" + act + "-" + body;
        page.locator("details:has(" + form + ") > summary").press("Enter");
        page.locator(form + " input[name=on]").fill(on);
        if (words.isEmpty()) {
            page.locator(form + " input[name=until]").fill(until);
        } else {
            page.locator(form + " textarea[name=words]").fill(words);
        }
        TestBrowser.follow(page.locator(form + " button"));
    }

    @Test
    void aRecommendationIsBoundToAMeasureOnThePage() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews/" + review + "/recommendations/8"));
            String form = "#do-bind-" + SIX.get(3);
            page.locator("details:has(" + form + ") > summary").press("Enter");
            page.locator(form + " select").selectOption("register-hand-overs");
            page.locator(form + " input[name=target]").fill("0");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("A target is between 1 and 100 percent.");
            page.locator(form + " input[name=target]").fill("90");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator("section:has(#of-" + SIX.get(3) + ")").textContent())
                    .contains("Bound to a measure")
                    .contains("Hand-overs on the register, accepted or refused in time, target 90");
        }
    }

    private String csv(Page page, ReviewId of) {
        return page.context()
                .request()
                .get(world.address("/reviews/" + of + "/recommendations.csv"))
                .text();
    }

    /** Nothing is decided by whoever disagrees, and nothing is shown without what they said. */
    @Test
    void dissentStandsBesideTheDecisionOnPagesAndInFiles() throws IOException {
        AgencyId of = SIX.getFirst();
        ReviewId id = commissioned("Child D");
        add(
                id,
                recommended(
                        1,
                        "=HYPERLINK(\"http://x\",\"Ask, each time\")",
                        ReviewEntry.Reach.LOCAL,
                        ReviewEntry.Made.WITH_THE_REPORT,
                        of));
        ReaderContext own = of(of);
        var answered =
                new ReviewEntry.Answered(
                        by(own),
                        Instant.now(),
                        1,
                        of,
                        Acceptance.NOT_ACCEPTED,
                        "-records are not kept by child");
        assertThat(reviews.add(own, id, answered)).isEqualTo(new Added.Kept());
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            String at = world.address("/reviews/" + id + "/recommendations");
            page.navigate(at + "/1");
            String form = "#do-dissent-" + of;
            page.locator("details:has(" + form + ") > summary").press("Enter");
            TestBrowser.follow(page.locator(form + " button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("The reasons are missing.");
            page.locator(form + " textarea").fill("@They could be, within a month.");
            TestBrowser.follow(page.locator(form + " button"));
            String day = Words.day(London.day(Instant.now()));
            String says = "disagrees, " + day + ": “@They could be, within a month.”";
            assertThat(page.locator("section:has(#of-" + of + ")").textContent())
                    .contains("Not accepted")
                    .contains("-records are not kept by child")
                    .contains(says);
            page.navigate(at);
            assertThat(page.locator("section:has(#all)").textContent())
                    .contains("Westmarsh Council does not accept: “-records are not kept by child”")
                    .contains(says);

            assertThat(csv(page, id).split("\r\n", -1))
                    .hasSize(3)
                    .satisfies(lines ->
                            assertThat(lines[0])
                                    .isEqualTo(
                                            "number,recommendation,organisation,state,since,reason,evidence,owner,due,dissent"))
                    .satisfies(lines ->
                            assertThat(lines[1])
                                    .startsWith(
                                            "1,\"'=HYPERLINK(\"\"http://x\"\",\"\"Ask, each time\"\")\",westmarsh-council,Not accepted,")
                                    .contains(",'-records are not kept by child,0,,,")
                                    .contains(says));
            byte[] plan = page.context().request().get(at + ".xlsx").body();
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(plan))) {
                assertThat(book.getSheet("Actions").getRow(1).getCell(12).getStringCellValue())
                        .contains(says);
            }
        }
    }

    @Test
    void theFileOfRecommendationsHoldsEveryPart() {
        List<String> parts =
                reviews
                        .of(lead(), review, Instant.now(), "/reviews/{id}")
                        .orElseThrow()
                        .actions()
                        .stream()
                        .map(a -> a.made().number() + " " + a.organisation())
                        .toList();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            assertThat(TableFile.read(csv(page, review).getBytes(UTF_8)))
                    .isInstanceOfSatisfying(
                            ReadTable.Tables.class,
                            file ->
                                    assertThat(file.tables().getFirst().rows().stream().skip(1))
                                            .extracting(r -> r.get(0) + " " + r.get(2))
                                            .containsExactlyElementsOf(parts));
        }
    }

    @Test
    void theActionPlanAndTheBoardPaperSayWhatThePagesSay() throws IOException {
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            String at = world.address("/reviews/" + review + "/recommendations");
            byte[] plan = page.context().request().get(at + ".xlsx").body();
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(plan))) {
                assertThat(book.getSheet("Actions").getLastRowNum()).isEqualTo(66);
                assertThat(book.getSheet("Actions").getRow(1).getCell(1).getStringCellValue())
                        .startsWith("Whoever sees an injury looks up every earlier one");
                assertThat(book.getSheet("Owed").getLastRowNum()).isPositive();
            }
            byte[] paper = page.context().request().get(at + ".docx").body();
            try (var document = new XWPFDocument(new ByteArrayInputStream(paper));
                    var text = new XWPFWordExtractor(document)) {
                assertThat(text.getText())
                        .contains("Of 33 recommendations, 7 are verified by somebody else")
                        .contains("Slipped or re-opened (1)")
                        .contains("Westmarsh Council: ");
                assertThat(document.getTables()).hasSizeGreaterThan(3);
            }
        }
    }

    /** What another organisation's table says; one row differs, one has no date, one is hidden. */
    private static final String HOSPITAL_TABLE =
            """
            Date,Event,Source,By,Recorded on,Shared with
            3/4/2025,Bruise on the left cheek reported by nursery,A&E notes,Dr Fell,4/4/2025,westmarsh-council 9/4/2025; GP
            6 May 2025,Weight below the second line,Clinic,,,
            2025-09-30,X-ray of the ribs,Ward,Dr Fell,,westmarsh-police 1 October 2025
            in the summer,Telephone call from an aunt,,,,
            """;

    private static final String COUNCIL_TABLE =
            """
            When;What happened;Who
            5 April 2025;Nursery reported a bruise on his left cheek;Duty worker
            1.5.2025;Home visit, child not seen;Social worker
            """;

    private static void upload(Page page, String agency, String name, byte[] file) {
        page.locator("#table-agency").selectOption(agency);
        page.locator("#table-file")
                .setInputFiles(new FilePayload(name, "application/octet-stream", file));
        TestBrowser.follow(page.locator("#table button"));
    }

    @Test
    void tablesAreMergedAndWhatTheyDoNotAgreeOnIsShown() {
        String at = "/reviews/" + merged + "/chronology";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address(at));
            upload(
                    page,
                    "westmarsh-hospital",
                    "locked.xlsx",
                    new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("locked with a password");
            upload(page, "westmarsh-hospital", "h.csv", HOSPITAL_TABLE.getBytes(UTF_8));
            upload(page, "westmarsh-council", "c.csv", COUNCIL_TABLE.getBytes(UTF_8));
            String main = page.locator("main").textContent();
            assertThat(main)
                    .contains("They give different days.")
                    .contains("Written: in the summer")
                    .contains("The date cannot be read.")
                    .contains("Westmarsh Council was told on 9 April 2025")
                    .contains("GP was told; the day is not recorded")
                    .contains("147");
            assertThat(page.locator(".knowing a").count()).isEqualTo(8);
            page.navigate(world.address("/reviews/" + merged + "/findings"));
            finding(page, "9-1");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("The chronology has no such row");
            finding(page, "1-1 2-1");
            assertThat(page.locator("#finding-1").textContent())
                    .contains("Row 1-1")
                    .contains("Was other action realistically available? No");
            TestBrowser.follow(page.locator("#finding-1 a").first());
            assertThat(page.url()).endsWith(at + "#row-1-1");
            assertThat(page.locator("#row-1-1").textContent()).contains("Finding 1");
        }
    }

    /** Each of these is answered on the page; what nobody sees in it is nowhere afterwards. */
    @Test
    void whateverAnAgencyHandsInHasAClearAnswer() throws Exception {
        Path folder = Files.createTempDirectory("handed-in");
        ReviewId id = commissioned("Child Q");
        String at = world.address("/reviews/" + id + "/chronology");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(at);
            for (HandedIn file : HandedIn.refused()) {
                upload(page, "westmarsh-hospital", file.name(), file.bytes());
                assertThat(page.locator(".govuk-error-summary").textContent())
                        .as(file.name())
                        .contains(file.says());
                assertThat(page.locator("#table-file-error").count()).as(file.name()).isOne();
                assertThat(page.locator("main").textContent()).contains("Nothing was taken in yet");
            }
            large(page, HandedIn.large(folder, TableFile.BYTES_MAX + 1L));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("The file is larger than 16 MB.");
            large(page, HandedIn.large(folder, 300L * 1024 * 1024));
            assertThat(page.locator("main").textContent())
                    .contains("That is too large to send")
                    .contains("Nothing was saved");

            page.navigate(at);
            HandedIn text = HandedIn.tracked();
            upload(page, "westmarsh-hospital", text.name(), text.bytes());
            HandedIn book = HandedIn.styles();
            upload(page, "westmarsh-council", book.name(), book.bytes());
            assertThat(page.locator("section:has(#parts)").textContent())
                    .contains("text that was deleted with tracked changes")
                    .contains("comments")
                    .contains("hidden text")
                    .contains("hidden sheets")
                    .doesNotContain(HandedIn.CANARY);
            assertThat(page.locator("section:has(#rows) tbody td[data-l=When]").allTextContents())
                    .filteredOn(when -> when.contains("3 April 2026"))
                    .hasSize(6);
            assertThat(page.locator("section:has(#rows)").textContent())
                    .contains("No date is given.")
                    .contains("Told the school at once")
                    .doesNotContain(HandedIn.CANARY);
            page.navigate(world.address("/reviews/" + id));
            assertThat(page.content()).doesNotContain(HandedIn.CANARY);
        }
    }

    private static void large(Page page, Path file) {
        page.locator("#table-agency").selectOption("westmarsh-hospital");
        page.locator("#table-file").setInputFiles(file);
        TestBrowser.follow(page.locator("#table button"));
    }

    private static void finding(Page page, String rows) {
        if (!page.locator("#do-finding").isVisible()) {
            page.locator("summary:has-text('Add a finding')").press("Enter");
        }
        page.locator("#do-finding textarea[name=words]").fill("Nobody compared the two.");
        page.locator("#do-finding textarea[name=known]").fill("A bruise");
        page.locator("#do-finding textarea[name=knowable]").fill("That there was one bruise");
        page.locator("#do-finding select[name=type]").selectOption("MEDICAL");
        page.locator("#do-finding select[name=other]").selectOption("NO");
        page.locator("#do-finding input[name=rows]").fill(rows);
        TestBrowser.follow(page.locator("#do-finding button"));
    }

    @Test
    void whatSightlineHeldIsTakenInByWhoMayReadTheChildAndReadByNobodyElse() {
        String at = "/reviews/" + held + "/chronology";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address(at));
            hold(page);
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("You may open no record of that child");
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "priya", "47");
            page.navigate(world.address(at));
            hold(page);
            assertThat(page.locator("main").textContent())
                    .contains("Entries in Sightline")
                    .contains("Westmarsh Health Visiting")
                    .doesNotContain("Mill Row");
            assertThat(page.locator("#rows ~ table tbody tr").count()).isPositive();
            page.navigate(world.address("/reviews/" + review + "/chronology"));
            assertThat(page.locator("main").textContent()).doesNotContain("The rows of every");
        }
    }

    private static void say(Page page, String act, String... fields) {
        if (!page.locator("#do-" + act).isVisible()) {
            page.locator("details:has(#do-" + act + ") summary").press("Enter");
        }
        for (int i = 0; i < fields.length; i += 2) {
            var field = page.locator("#do-" + act + "-" + fields[i]);
            if (field.evaluate("e => e.tagName").equals("SELECT")) {
                field.selectOption(fields[i + 1]);
            } else {
                field.fill(fields[i + 1]);
            }
        }
        TestBrowser.follow(page.locator("#do-" + act + " p.acts button"));
    }

    private static String errors(Page page) {
        return page.locator(".govuk-error-summary").textContent();
    }

    /** Whoever leads a review knows no ids, and what nobody chose is not chosen for them. */
    @Test
    void aReviewIsLedFromItsOpeningToItsReportByNamesAlone() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews"));
            page.locator("#open-it-pseudonym").fill("Child R");
            page.locator("#open-it-known").fill("27 3 2026");
            TestBrowser.follow(page.locator("#open-it p.acts button"));
            assertThat(errors(page)).contains("What happened: Choose one");
            page.locator("#open-it-trigger").selectOption("DIED");
            page.locator("#open-it-template").selectOption("practice-review");
            TestBrowser.follow(page.locator("#open-it p.acts button"));
            String at = page.url();
            say(page, "commissioned", "on", "27 3 2026", "words", "Two knew him.");
            say(page, "ask-report", "elsewhere", "Westmarsh Hopsital", "on", "1 9 2026");
            assertThat(errors(page))
                    .contains("Another organisation: Enter the name as the directory has it");
            say(page, "ask-report", "elsewhere", "westmarsh hospital");
            say(page, "ask-report", "agency", "westmarsh-council", "on", "1 9 2026");
            say(page, "ask-report", "on", "1 9 2026");
            assertThat(errors(page)).contains("Organisation: Choose the organisation");
            assertThat(page.locator("section:has(#happened)").textContent())
                    .contains("Westmarsh Hospital")
                    .contains("Westmarsh Council");
            page.navigate(at + "/findings");
            say(page, "finding", "words", "Nobody compared.", "known", "One", "knowable", "Two");
            assertThat(errors(page)).contains("About: Choose one");
            say(page, "finding", "type", "SHARING", "other", "YES");
            page.navigate(at);
            page.locator("details:has(#do-recommendation) summary").press("Enter");
            TestBrowser.choose(page.getByLabel("Westmarsh Council").last());
            say(
                    page,
                    "recommendation",
                    "words",
                    "Compare them.",
                    "findings",
                    "1",
                    "reach",
                    "LOCAL",
                    "made",
                    "WITH_THE_REPORT");
            page.navigate(at + "/recommendations/1");
            assertThat(page.locator("main").textContent()).contains("Westmarsh Council");
            page.navigate(at + "/quality");
            assertThat(page.locator("#do-graded, #do-version").count()).isZero();
            say(page, "finished", "on", "28 3 2026");
            assertThat(page.locator("#do-finished").count()).isZero();
            assertThat(page.locator("#do-graded, #do-version").count()).isEqualTo(2);
            page.navigate(at + "/findings");
            assertThat(page.locator("#do-finding").count()).isZero();
        }
    }

    /** What was wrong stands at its field, where the list of what was wrong leads. */
    @Test
    void aKindOfReviewIsChosenByWhoeverOpensItAndWhatIsWrongStandsAtItsField() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews"));
            assertThat(page.locator("#open-it-template").inputValue()).isEmpty();
            page.locator("#open-it-template").selectOption("practice-review");
            TestBrowser.follow(page.locator("#open-it p.acts button"));
            assertThat(page.locator("#open-it-template").inputValue()).isEqualTo("practice-review");
            atItsField(page, "open-it-pseudonym", "Fill in what is empty");
            page.navigate(world.address("/reviews/" + commissioned("Child V")));
            say(page, "family");
            atItsField(page, "do-family-name", "Fill in what is empty");
            atItsField(page, "do-family-words", "Fill in what is empty");
            page.navigate(world.address("/reviews/" + merged + "/findings"));
            say(page, "finding", "rows", "first");
            atItsField(page, "do-finding-known", "Fill in what is empty");
            atItsField(page, "do-finding-rows", "Enter rows like 1-12");
        }
    }

    private static void atItsField(Page page, String field, String words) {
        assertThat(page.locator(".govuk-error-summary a[href='#" + field + "']").textContent())
                .contains(words);
        assertThat(page.locator("#" + field + "-error").textContent()).contains(words);
    }

    /** Nobody is asked whom nobody meant. */
    @Test
    void anOrganisationIsOneAndWhoeverIsInNoDirectoryIsNamedOnPurpose() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews/" + commissioned("Child U")));
            String both = "not both";
            say(
                    page,
                    "ask-report",
                    "agency",
                    "westmarsh-council",
                    "elsewhere",
                    "westmarsh hospital",
                    "on",
                    "1 9 2026");
            assertThat(errors(page)).contains("Another organisation: Choose one").contains(both);
            say(
                    page,
                    "ask-report",
                    "agency",
                    "",
                    "elsewhere",
                    "Westmarsh Hospital, westmarsh-council");
            assertThat(errors(page)).contains("Enter one organisation, not 2");
            say(page, "ask-report", "elsewhere", "health-departmnet");
            assertThat(errors(page)).contains("In no directory: health-departmnet");
            TestBrowser.choose(page.locator("#do-ask-report-meant"));
            say(page, "ask-report", "elsewhere", "health-department");
            assertThat(errors(page)).contains("In no directory: health-department");
            assertThat(page.locator("section:has(#happened)").textContent())
                    .doesNotContain("Report asked");
            TestBrowser.choose(page.locator("#do-ask-report-meant"));
            say(page, "ask-report");
            assertThat(page.locator("section:has(#happened)").textContent())
                    .contains("Health department, by 1 September 2026")
                    .doesNotContain("health-department");
        }
    }

    private void hold(Page page) {
        page.locator("#held-child")
                .fill(world.address("/children/" + world.rowan().value() + "/chronology#top"));
        page.locator("#held-on").fill(TypedDate.write(London.day(Instant.now())));
        TestBrowser.follow(page.locator("#held button"));
    }

    @Test
    void everyPageFitsInBothWidths() {
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            for (String at :
                    List.of(
                            "/reviews",
                            "/reviews/" + review,
                            "/reviews/" + review + "/chronology",
                            "/reviews/" + review + "/findings",
                            "/reviews/" + merged + "/chronology",
                            "/reviews/" + merged + "/findings",
                            "/reviews/" + review + "/quality",
                            "/reviews/" + review + "/recommendations",
                            "/reviews/" + review + "/recommendations/8")) {
                page.navigate(world.address(at));
                Fits.inBothWidths(page, at);
            }
        }
    }
}
