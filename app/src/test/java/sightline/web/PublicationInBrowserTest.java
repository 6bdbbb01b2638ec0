package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.browser.TestBrowser;
import sightline.core.TestSize;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.library.Canaries.What;
import sightline.core.library.InventedCase;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.Release.Answer;
import sightline.core.library.ReleaseEntry;
import sightline.core.reviews.By;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.library.Asked;
import sightline.library.Library;
import sightline.library.PopulationEstimates;
import sightline.library.Publications;
import sightline.library.Redacting;
import sightline.library.ReportFiles;
import sightline.library.Reports;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A publisher brings a review to its release, step by step, without JavaScript. */
@Order(10)
final class PublicationInBrowserTest extends InWestmarsh {
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");

    private ReviewId review;

    @TempDir private Path data;

    @BeforeAll
    void settle() {
        world.reviewers(BOARD);
        review = opened("Child M");
    }

    private static ReaderContext publisher(String name) {
        return new ReaderContext(
                "session-" + name,
                new UserId(name),
                BOARD,
                Set.of(AccessRole.REVIEW_PUBLISHER),
                Set.of(),
                Set.of(),
                Purpose.REVIEW);
    }

    private String at() {
        return world.address("/reviews/" + review + "/publication");
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    private static void fill(Page page, String act, String... fields) {
        page.locator("details:has(#do-" + act + ") summary").press("Enter");
        for (int i = 0; i < fields.length; i += 2) {
            page.locator("#do-" + act + "-" + fields[i]).fill(fields[i + 1]);
        }
    }

    private static void send(Page page, String act, String... fields) {
        fill(page, act, fields);
        TestBrowser.follow(page.locator("#do-" + act + " p.acts button"));
    }

    @Test
    void aReviewIsReleasedByTwoOnceNothingIsMissing() throws Exception {
        try (var visitor = browser.visitorWithoutJavaScript();
                var withAxe = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(at());
            assertThat(main(page)).contains("No text is kept yet");
            send(page, "keep", "reference", "LIB-26-1");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter a reference, like LIB-2026-0012")
                    .contains("Enter the names");
            page.locator("#do-keep-reference").fill("LIB-2026-0071");
            page.locator("#do-keep-title").fill("Child M");
            page.locator("#do-keep-on").fill("27 3 2026");
            page.locator("#do-keep-harmed").fill("2024 or 2025");
            page.locator("#do-keep-summary").fill("A child died.");
            page.locator("#do-keep-themes").fill("Who lives at home\nVoice of the child");
            page.locator("#do-keep-text").fill("A worker met Quill Marrow at the door.");
            page.locator("#do-keep-names").fill("Quill Marrow");
            TestBrowser.follow(page.locator("#do-keep p.acts button"));
            assertThat(main(page))
                    .contains("Nothing says that the redaction is done. Finish it, and say so.")
                    .contains("This text has not been scanned. Scan it.")
                    .contains("The family has not been told.");
            assertThat(page.locator("section:has(#hits)").textContent())
                    .contains("Page 1")
                    .contains("a name")
                    .contains("A worker met Quill Marrow at the door.");
            send(page, "scan");
            assertThat(main(page)).contains("The scan found what must not be left.");
            send(page, "release");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains(
                            "The scan found what must not be left. Take each out, and scan again.");

            send(
                    page,
                    "keep",
                    "text",
                    "A worker met an uncle at the door.",
                    "names",
                    "Quill Marrow");
            send(page, "key", "people", "uncle: Quill Marrow", "one", "helen", "other", "helen");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Begin each line with child")
                    .contains("Enter a second person");
            page.locator("#do-key-people").fill("adult: Quill Marrow; an uncle");
            page.locator("#do-key-other").fill("bela");
            TestBrowser.follow(page.locator("#do-key p.acts button"));
            assertThat(main(page)).contains("1 person; kept by helen and bela");
            send(page, "open-key", "reason", "To answer the coroner");
            assertThat(main(page)).contains("Quill Marrow").contains("Adult ");
            page.navigate(at());
            assertThat(main(page)).contains("To answer the coroner").doesNotContain("Quill");
            String[] told = {
                "places",
                "Nowhere",
                "agefrom",
                "0",
                "ageto",
                "0",
                "yearfrom",
                "2025",
                "yearto",
                "2025"
            };
            send(page, "counted", told);
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("No published number of children is known for Nowhere");
            world.part("populationEstimates", PopulationEstimates.class)
                    .replace(
                            new StringReader(
                                    """
                                    area,age_from,age_to,year,children,source,mark
                                    Westmarsh,0,4,2024,30,An invented estimate,unconfirmed
                                    ,0,4,2024,1200,An invented estimate,unconfirmed
                                    """));
            page.locator("#do-counted-places").fill("Westmarsh Hospital");
            TestBrowser.follow(page.locator("#do-counted p.acts button"));
            assertThat(main(page))
                    .contains("12, told as: under 1, 2024 or 2025, Westmarsh.")
                    .contains("The first wider way that leaves ten or more")
                    .doesNotContain("Fewer than ten children could be meant.");
            page.locator("details:has(#do-choose) summary").press("Enter");
            page.locator("#do-choose input[value='0']").check();
            TestBrowser.follow(page.locator("#do-choose p.acts button"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Fill in what is empty");
            page.locator("#do-choose-reason").fill("Everybody knows the year");
            TestBrowser.follow(page.locator("#do-choose p.acts button"));
            assertThat(main(page))
                    .contains("Fewer than ten children could be meant.")
                    .contains("6, told as: under 1, 2025, Westmarsh.")
                    .contains("Everybody knows the year");
            told[1] = "";
            send(page, "counted", told);
            send(page, "scan");
            send(page, "redacted", "number", "1");
            send(page, "harm", "children", "A sister", "family", "A father");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Fill in what is empty");
            page.locator("#do-harm-contributors").fill("A neighbour");
            TestBrowser.follow(page.locator("#do-harm p.acts button"));
            send(page, "family", "how", "A visit");
            theCoronerHoldsIt(page);
            send(page, "embargo", "on", "1 1 2099", "time", "25:00");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("like 09:30");
            page.locator("#do-embargo-time").fill("09:30");
            TestBrowser.follow(page.locator("#do-embargo p.acts button"));
            assertThat(main(page))
                    .contains("What is missing (0)")
                    .contains("240, told as: under 1, 2025, area not given")
                    .contains("From: An invented estimate (unconfirmed)")
                    .contains("A neighbour")
                    .contains("Nothing that must not be left");

            Page seen = SigningIn.as(withAxe.newPage(), world.address("/"), "helen", "review");
            seen.navigate(at());
            Fits.inBothWidths(seen, "/publication");
            send(seen, "open-key", "reason", "To read it aloud to the chair");
            assertThat(main(seen)).contains("Quill Marrow");
            Fits.inBothWidths(seen, "/publication/key");

            send(page, "release");
            assertThat(main(page)).contains("One person released it.");
            send(page, "release");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Two different people release a review. Ask a second person.");
            fill(page, "withhold", "reason", "The family asked for time");
            Publications publications = world.part("publications", Publications.class);
            assertThat(
                            publications.release(
                                    publisher("bela"),
                                    review.value(),
                                    Extent.FULL,
                                    Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                    .isInstanceOf(Answer.Out.class);
            isWithheldTooLate(page);
            page.navigate(at());
            assertThat(main(page))
                    .contains("Two people released it. Nobody can read it in the library before")
                    .contains("Withdraw it")
                    .doesNotContain("It is in the library");
            assertThat(page.locator("#do-keep-themes").inputValue())
                    .isEqualTo("Who lives at home\nVoice of the child");
            page.navigate(world.address("/library/LIB-2026-0071"));
            assertThat(main(page)).doesNotContain("A child died");
            whatIsOutIsEdited(page);
            aTrialBeginsAfterwards(page, seen);
        }
    }

    /**
     * The day is missing, and its field with the form: what is said leads to what is in its place.
     */
    private static void isWithheldTooLate(Page page) {
        TestBrowser.follow(page.locator("#do-withhold p.acts button"));
        Locator links = page.locator(".govuk-error-summary a");
        assertThat(links.allTextContents())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("It was not withheld. Two people had released it meanwhile")
                .contains("Withdraw it");
        String field = links.first().getAttribute("href");
        assertThat(page.locator(field).inputValue()).isEqualTo("The family asked for time");
    }

    /** A text that is edited after its release leaves the one that is out where it can be found. */
    private void whatIsOutIsEdited(Page page) {
        page.navigate(at());
        send(page, "keep", "names", "Quill Marrow", "reference", "LIB-2026-0072");
        assertThat(page.locator("#do-keep-reference-error").textContent())
                .contains("It was put into the library as LIB-2026-0071, and that address stays");
        page.locator("#do-keep-reference").fill("LIB-2026-0071");
        page.locator("#do-keep-summary").fill("A child died, and nobody asked.");
        TestBrowser.follow(page.locator("#do-keep p.acts button"));
        assertThat(main(page))
                .contains(
                        "An earlier text waits for its minute, until two people release this one or it is withdrawn.")
                .contains("Withdraw it");
    }

    /**
     * The board decides of what is out; as long as it does not, that is owed.
     *
     * @param seen of a visitor whose browser runs scripts
     */
    private void aTrialBeginsAfterwards(Page page, Page seen) {
        String overview = world.address("/reviews/" + review);
        page.navigate(overview);
        fill(page, "process", "name", "Criminal trial", "words", "Jurors could read it.");
        page.locator("#do-process-holds").selectOption("PUBLICATION");
        TestBrowser.follow(page.locator("#do-process p.acts button"));
        assertThat(main(page))
                .contains(
                        "Decide whether the published review stays up while process 2 beside it runs");
        page.navigate(at());
        assertThat(main(page))
                .contains("It is to go into the library, and Criminal trial holds publication.")
                .contains("Decide whether it stays up, by");
        seen.navigate(at());
        Fits.inBothWidths(seen, "/publication after a trial began");

        decide(page, "KEPT_UP", "", "");
        assertThat(page.locator(".govuk-error-summary").count()).isOne();
        decide(page, "KEPT_UP", "No juror is named yet; the board, on counsel's advice.", "");
        assertThat(main(page))
                .contains("It goes into the library while Criminal trial runs: that was decided.")
                .contains("on counsel's advice");

        decide(page, "TAKEN_DOWN", "The judge asks.", "27 3 2024");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("what is taken down for a time does not stay so unseen");
        decide(page, "TAKEN_DOWN", "The judge asks.", "27 3 2099");
        assertThat(main(page))
                .contains("It is taken down for a time. By 27 March 2099, decide whether")
                .contains("Looked at again on 27 March 2099");
        assertThat(page.locator("#do-decide input[value=KEPT_UP]").count()).isZero();
        page.navigate(overview);
        assertThat(main(page))
                .contains("Taken down for a time")
                .contains("Decide whether the review that was taken down goes up again");

        page.navigate(at());
        decide(page, "WITHDRAWN", "A sister could be picked out", "");
        page.navigate(overview);
        assertThat(main(page)).contains("Withdrawn from the library");
        // Nobody ever read it.
        assertThat(page.navigate(world.address("/library/LIB-2026-0071")).status()).isEqualTo(404);
    }

    private static void decide(Page page, String fate, String reason, String again) {
        if (page.locator("details[open]:has(#do-decide)").count() == 0) {
            page.locator("details:has(#do-decide) summary").press("Enter");
        }
        page.locator("#do-decide input[value=" + fate + "]").check();
        page.locator("#do-decide-reason").fill(reason);
        page.locator("#do-decide-again").fill(again);
        TestBrowser.follow(page.locator("#do-decide p.acts button"));
    }

    /** What runs beside the review is recorded on the review, and holds what is asked of here. */
    private void theCoronerHoldsIt(Page page) {
        String overview = world.address("/reviews/" + review);
        page.navigate(overview);
        assertThat(page.locator("#do-held, #do-process-ended").count()).isZero();
        send(page, "commissioned", "on", "27 3 2026", "words", "Two agencies knew him.");
        assertThat(page.locator("#do-commissioned, #do-not-reviewed").count()).isZero();
        page.navigate(overview);
        fill(page, "process", "name", "Inquest", "words", "");
        page.locator("#do-process-holds").selectOption("PUBLICATION");
        TestBrowser.follow(page.locator("#do-process p.acts button"));
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Fill in what is empty");
        page.locator("#do-process-words").fill("Witnesses have not been heard; the coroner asks.");
        TestBrowser.follow(page.locator("#do-process p.acts button"));
        assertThat(page.locator("section:has(#processes)").textContent())
                .contains("Inquest")
                .contains("the coroner asks");

        page.navigate(at());
        assertThat(main(page))
                .contains("A trial, an inquest or an investigation holds it: Inquest.")
                .contains("Witnesses have not been heard")
                .contains("Looked at again by");
        assertThat(page.locator("#do-process").count()).isZero();
        send(page, "release");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Wait until it has ended, and its end is recorded on the review.");

        page.navigate(overview);
        assertThat(main(page))
                .contains("Look again whether process 1 beside the review still holds publication");
        send(page, "held", "name", "Trial", "words", "It goes on.");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("No process of that name holds publication.");
        page.locator("#do-held-name").fill("Inquest");
        TestBrowser.follow(page.locator("#do-held p.acts button"));
        send(page, "process-ended", "name", "Inquest", "words", "Narrative verdict, by letter.");
        assertThat(main(page)).doesNotContain("Look again whether process");
        page.navigate(at());
        assertThat(main(page))
                .doesNotContain("holds it: Inquest")
                .contains("No longer held by")
                .contains("Narrative verdict, by letter.");
    }

    private ReviewId opened(String child) {
        Instant then = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(90, ChronoUnit.DAYS);
        return world.part("reviews", Reviews.class)
                .open(
                        publisher("helen"),
                        new ReviewEntry.Opened(
                                new By("helen", BOARD, Set.of(), Set.of()),
                                then,
                                "practice-review",
                                child,
                                Trigger.DIED,
                                London.day(then)));
    }

    private static void kept(Page page, String reference, String names) {
        send(
                page,
                "keep",
                "reference",
                reference,
                "title",
                "Child N",
                "on",
                "27 3 2026",
                "harmed",
                "2024",
                "summary",
                "A child was hurt.",
                "names",
                names);
    }

    @Test
    void aReportThatComesAfterTheKeyWaitsForWhoeverKeepsIt() throws Exception {
        ReviewId id = opened("Child Q");
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address("/reviews/" + id + "/publication"));
            kept(page, "LIB-2026-0075", "Orrin Tassel");
            send(page, "key", "people", "child: Quill Marrow", "one", "bela", "other", "dora");
            sendFile(page, "report.pdf", ReportFiles.pdf("Quill Marrow was seen at home."));
            assertThat(page.url()).endsWith("/publication");
            assertThat(main(page))
                    .contains("A report came after people had pseudonyms, and waits for these.")
                    .contains("1 page. The key to the pseudonyms is sealed. Until bela or dora")
                    .contains("A report waits for its pseudonyms")
                    .doesNotContain("Marrow");
            assertThat(page.locator("#do-put-in").count()).isZero();
            Fits.inBothWidths(page, "/publication/waits");

            world.part("redacting", Redacting.class)
                    .putIn(publisher("bela"), id.value(), Instant.now());
            page.navigate(world.address("/reviews/" + id + "/publication"));
            assertThat(main(page))
                    .contains("A report was taken in")
                    .doesNotContain("Report that waits")
                    .doesNotContain("Marrow");
            assertThat(page.locator("#do-keep-text").inputValue())
                    .containsPattern("Child [A-Z] was seen at home.")
                    .doesNotContain("Marrow");

            send(page, "key", "people", "adult: Orla Finch", "one", "helen", "other", "bela");
            sendFile(page, "report.pdf", ReportFiles.pdf("Orla Finch and Quill Marrow came."));
            assertThat(main(page))
                    .contains("Until bela or dora puts them in")
                    .doesNotContain("Finch");
            assertThat(page.locator("#do-put-in").count()).isZero();
        }
    }

    private static void sendFile(Page page, String name, byte[] file) {
        page.locator("#report-file")
                .setInputFiles(new FilePayload(name, "application/octet-stream", file));
        TestBrowser.follow(page.locator("#upload p.acts button"));
    }

    @Test
    void aReportIsTakenInAndRedactedBesideItsOriginalByKeyboardAlone() throws Exception {
        String here = "/reviews/" + opened("Child N") + "/publication";
        try (var visitor = browser.visitorWithoutJavaScript();
                var withAxe = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address(here));
            kept(page, "LIB-2026-0073", "Quill Marrow");
            sendFile(
                    page,
                    "report.pdf",
                    ReportFiles.pdf(
                            "Quill Marrow let the worker in at the front door that day.\nNobody asked who else lived at home, or how often.",
                            "The cousin from the ferry house spoke to a neighbour.\nThree agencies each wrote down an injury of their own."));
            assertThat(page.url()).endsWith("/compare");
            assertThat(main(page))
                    .contains("2 pages, 4 paragraphs; 0 differ.")
                    .contains("1 passage that must not be left");
            assertThat(page.locator("td mark").textContent())
                    .isEqualTo("Must not be left: Quill Marrow");

            page.navigate(world.address(here));
            send(page, "leave-out");
            page.navigate(world.address(here + "/compare"));
            assertThat(page.locator("td del").allTextContents())
                    .containsExactly("Left out: Quill Marrow");
            assertThat(page.locator("td ins").allTextContents())
                    .containsExactly("Instead: [left out: a name]");
            Locator cousin = page.locator("tr:has-text('cousin')");
            cousin.locator("summary").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Control+a");
            page.keyboard().type("A relative spoke to a neighbour.");
            page.keyboard().press("Tab");
            TestBrowser.enter(page.locator("*:focus"));
            page.locator("tr:has-text('cousin') ins").waitFor();
            cousin = page.locator("tr:has-text('cousin')");
            assertThat(cousin.locator("del").allTextContents())
                    .containsExactly("Left out: The cousin from the ferry house");
            assertThat(cousin.locator("ins").allTextContents())
                    .containsExactly("Instead: A relative");

            Page other = visitor.newPage();
            other.navigate(world.address(here + "/compare?some=changed"));
            assertThat(other.locator("tbody tr").count()).isEqualTo(2);
            Locator nobody = page.locator("tr:has-text('Nobody asked')");
            nobody.locator("summary").press("Enter");
            nobody.locator("textarea").fill("");
            TestBrowser.follow(nobody.locator("p.acts button"));
            assertThat(page.locator("tr:has-text('Nobody asked')").textContent())
                    .contains("Left out as a whole");
            Locator late = other.locator("tr:has-text('cousin')");
            late.locator("summary").press("Enter");
            late.locator("textarea").fill("A friend spoke.");
            TestBrowser.follow(late.locator("p.acts button"));
            assertThat(other.locator(".govuk-error-summary").textContent())
                    .contains("Somebody changed the text before you");
            assertThat(main(other)).doesNotContain("Instead: A friend");
            page.navigate(world.address(here + "/compare"));
            nobody = page.locator("tr:has-text('Nobody asked')");
            nobody.locator("summary").press("Enter");
            TestBrowser.follow(nobody.locator("p.acts button"));
            assertThat(page.locator("tr:has-text('Nobody asked')").textContent())
                    .doesNotContain("Left out as a whole");

            Page seen = SigningIn.as(withAxe.newPage(), world.address("/"), "helen", "review");
            seen.navigate(world.address(here + "/compare"));
            seen.locator("summary").first().press("Enter");
            Fits.inBothWidths(seen, "/publication/compare");

            // Whoever changes the whole text keeps its pages.
            page.navigate(world.address(here));
            page.locator("details:has(#do-keep) summary").press("Enter");
            assertThat(page.locator("#do-keep-text").inputValue())
                    .startsWith("== Page 1 ==")
                    .contains("== Page 2 ==")
                    .doesNotContain("Quill");
            page.locator("#do-keep-names").fill("Quill Marrow");
            TestBrowser.follow(page.locator("#do-keep p.acts button"));
            page.navigate(world.address(here + "/compare"));
            assertThat(main(page))
                    .contains("Page 2, 3")
                    .contains("2 pages, 4 paragraphs; 2 differ");
        }
    }

    @Test
    void aFileThatCannotBeReadIsAnsweredWithWhatToDo() throws Exception {
        String here = "/reviews/" + opened("Child O") + "/publication";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/"), "helen", "review");
            page.navigate(world.address(here));
            kept(page, "LIB-2026-0074", "Quill Marrow");
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("locked with a password. Save it without", ReportFiles.locked());
            files.put("file is locked with a password", ReportFiles.wrapped());
            files.put("pictures without text. Run text recognition", ReportFiles.scan());
            files.put("swells to many times its size", ReportFiles.swelling());
            files.put("is damaged. Open it and save it again", ReportFiles.entity());
            files.put("neither a PDF nor a DOCX", "Dear all".getBytes(StandardCharsets.UTF_8));
            files.put("Choose a file", new byte[0]);
            for (var file : files.entrySet()) {
                sendFile(page, "x.pdf", file.getValue());
                assertThat(page.locator(".govuk-error-summary").textContent())
                        .contains(file.getKey());
                assertThat(page.locator("#report-file-error").textContent())
                        .contains(file.getKey());
            }
            assertThat(
                            HandedIn.answerToAFileOf(
                                    300L * 1024 * 1024, world.address(here + "/report"), page))
                    .startsWith("HTTP/1.1 413")
                    .contains("That is too large to send");
            page.navigate(world.address(here + "/compare"));
            assertThat(main(page)).contains("No report was taken in");

            page.navigate(world.address(here));
            sendFile(page, "x.docx", ReportFiles.withSecrets());
            assertThat(main(page))
                    .contains("An inserted paragraph")
                    .contains("Left behind in the file:")
                    .contains("comments")
                    .contains("hidden text")
                    .contains("tracked changes");
            ReportFiles.SECRETS.forEach(word -> assertThat(page.content()).doesNotContain(word));
        }
    }

    private static boolean isToldByNoPage(InventedCase one) {
        MonthDay day = MonthDay.from(one.day());
        return IntStream.rangeClosed(-1, 1)
                        .mapToObj(d -> MonthDay.from(London.day(Instant.now()).plusDays(d)))
                        .noneMatch(day::equals)
                && !day.equals(MonthDay.of(9, 1));
    }

    /** The way that a case goes in this house, to its release by two. */
    private void publish(InventedCase one, List<InventedCase> corpus) {
        Publications publications = world.part("publications", Publications.class);
        ReaderContext helen = publisher("helen");
        String id = "invented-" + one.number();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        publications.keep(
                helen,
                id,
                London.day(now),
                Optional.empty(),
                one.published(corpus),
                one.listed(),
                now);
        assertThat(publications.scan(helen, id, List.of(), "", now)).isEmpty();
        String digest = publications.find(helen, id).orElseThrow().file().digest();
        for (ReleaseEntry entry :
                List.of(
                        new ReleaseEntry.Redacted("helen", now, digest, 9),
                        new ReleaseEntry.Counted(
                                "helen", now, "as told", one.told(corpus).k(), List.of(), ""),
                        new ReleaseEntry.RiskAccepted(
                                "helen", now, one.told(corpus).k(), "A case that is made up"),
                        new ReleaseEntry.HarmAssessed("helen", now, "a", "b", "c"),
                        new ReleaseEntry.FamilyTold("helen", now, "A visit"))) {
            publications.enter(helen, id, entry);
        }
        publications.release(helen, id, Extent.FULL, now);
        assertThat(publications.release(publisher("bela"), id, Extent.FULL, now))
                .isInstanceOf(Answer.Out.class);
    }

    private String everythingOf(HttpClient client, String address) throws Exception {
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(world.address(address))).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        StringBuilder all = new StringBuilder(address).append('\n').append(answer.headers().map());
        if (!address.endsWith(".pdf")) {
            return all.append(new String(answer.body(), StandardCharsets.UTF_8)).toString();
        }
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            var catalog = document.getDocumentCatalog();
            all.append(new PDFTextStripper().getText(document))
                    .append(document.getDocumentInformation().getCOSObject())
                    .append(catalog.getCOSObject())
                    .append(
                            new String(
                                    catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8));
            assertThat(catalog.getOCProperties()).isNull();
            assertThat(catalog.getNames()).isNull();
            for (var page : document.getPages()) {
                assertThat(page.getCOSObject().containsKey(COSName.getPDFName("Thumb"))).isFalse();
            }
        }
        return all.toString();
    }

    @Test
    void nothingIsLeftWhereverAReaderLooks() throws Exception {
        long seed = Long.getLong("seed", 17);
        int count = TestSize.chosen().of(20, 200, 200);
        List<InventedCase> corpus =
                InventedCase.some(count * 10, seed).stream()
                        .filter(PublicationInBrowserTest::isToldByNoPage)
                        .toList();
        List<InventedCase> cases = corpus.subList(0, count);
        cases.forEach(c -> publish(c, corpus));
        StringBuilder lists = new StringBuilder();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (InventedCase one : cases) {
                String at = "/library/" + one.published(corpus).reference();
                StringBuilder own = new StringBuilder();
                for (String file :
                        List.of(
                                "",
                                "/report",
                                "/report.pdf",
                                "/findings.csv",
                                "/recommendations.csv",
                                "/recommendations.json",
                                "/recommendations/1")) {
                    own.append(everythingOf(client, at + file)).append('\n');
                }
                assertThat(own).contains("[left out: a place]");
                assertThat(own.toString()).contains("Ask who else lives at home");
                left(one, own, seed);
            }
            for (String address :
                    List.of(
                            "/library",
                            "/library?q=home",
                            "/library/progress",
                            "/library/data",
                            "/library/about",
                            "/library/reviews.csv",
                            "/library/organisations.csv",
                            "/library/reviews.json",
                            "/library/feed.rss",
                            "/library/feed.rss?q=home")) {
                lists.append(everythingOf(client, address)).append('\n');
            }
        }
        Library library = world.part("library", Library.class);
        Path site = data.resolve("site");
        new LibrarySite(library, world.part("reports", Reports.class), "the desk", "01632 960 104")
                .build(site, _ -> {});
        try (Stream<Path> files = Files.walk(site.resolve("library"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lists.append(site.relativize(file)).append('\n');
                if (!file.toString().endsWith(".pdf")) {
                    lists.append(Files.readString(file)).append('\n');
                }
            }
        }
        for (InventedCase one : cases) {
            left(one, lists, seed);
            for (String words :
                    List.of(
                            one.child(),
                            one.mother(),
                            one.known().nickname(),
                            one.known().school(),
                            one.street(),
                            one.number9())) {
                assertThat(
                                library.search(
                                                new Asked(
                                                        '"' + words + '"',
                                                        List.of(),
                                                        List.of(),
                                                        List.of(),
                                                        List.of(),
                                                        List.of(),
                                                        false,
                                                        0))
                                        .all())
                        .as("case %d, seed %d", one.number(), seed)
                        .isZero();
            }
        }
    }

    private static void left(InventedCase one, CharSequence where, long seed) {
        // Two capitals may stand in a header by chance; those of a text were scanned before.
        assertThat(one.canaries().scan(where))
                .filteredOn(h -> h.what() != What.INITIALS)
                .as("case %d, seed %d", one.number(), seed)
                .isEmpty();
    }

    @Test
    void nobodyElseReadsIt() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page =
                    SigningIn.as(
                            visitor.newPage(), world.address("/sign-in"), "amal", "section 47");
            assertThat(page.navigate(at()).status()).isEqualTo(404);
        }
    }
}
