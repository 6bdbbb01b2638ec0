package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A publisher brings a review to its release, step by step, without JavaScript. */
@Order(10)
final class PublicationInBrowserTest {
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");

    @TempDir private static Path data;

    private static Westmarsh world;
    private static TestBrowser browser;
    private static ReviewId review;

    @BeforeAll
    static void start() {
        world = Westmarsh.start(data);
        world.reviewers(BOARD);
        browser = TestBrowser.open();
        Instant then = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(90, ChronoUnit.DAYS);
        review =
                world.part("reviews", Reviews.class)
                        .open(
                                publisher("helen"),
                                new ReviewEntry.Opened(
                                        new By("helen", BOARD, Set.of(), Set.of()),
                                        then,
                                        "practice-review",
                                        "Child M",
                                        Trigger.DIED,
                                        London.day(then)));
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
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

    private static String at() {
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
            assertThat(main(page)).contains("1 people; kept by helen and bela");
            send(page, "open-key", "reason", "To answer the coroner");
            assertThat(main(page)).contains("Quill Marrow").contains("Adult ");
            page.navigate(at());
            assertThat(main(page)).contains("To answer the coroner").doesNotContain("Quill");
            send(page, "scan");
            send(page, "redacted", "number", "1");
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
            page.locator("#do-counted-places").fill("Westmarsh");
            TestBrowser.follow(page.locator("#do-counted p.acts button"));
            assertThat(main(page))
                    .contains("Fewer than ten children could be meant.")
                    .contains(
                            "6, told as: under 1, 2025, Westmarsh. Told as under 1, 2024 or 2025: 12.");
            told[1] = "";
            send(page, "counted", told);
            send(page, "harm", "children", "A sister", "family", "A father");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Fill in what is empty");
            page.locator("#do-harm-contributors").fill("A neighbour");
            TestBrowser.follow(page.locator("#do-harm p.acts button"));
            send(page, "family", "how", "A visit");
            send(page, "process", "name", "Inquest");
            assertThat(main(page)).contains("A trial, an inquest or an investigation holds it.");
            send(page, "process-ended", "name", "Inquest");
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

            send(page, "release");
            assertThat(main(page)).contains("One person released it.");
            send(page, "release");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Two different people release a review. Ask a second person.");
            Publications publications = world.part("publications", Publications.class);
            assertThat(
                            publications.release(
                                    publisher("bela"),
                                    review.value(),
                                    Extent.FULL,
                                    Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                    .isInstanceOf(Answer.Out.class);
            page.navigate(at());
            assertThat(main(page)).contains("Two people released it.").contains("Withdraw it");
            page.navigate(world.address("/library/LIB-2026-0071"));
            assertThat(main(page)).doesNotContain("A child died");
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
    private static void publish(InventedCase one, List<InventedCase> corpus) {
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
                        new ReleaseEntry.Counted("helen", now, "as told", one.told(corpus).k()),
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

    private static String everythingOf(HttpClient client, String address) throws Exception {
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
