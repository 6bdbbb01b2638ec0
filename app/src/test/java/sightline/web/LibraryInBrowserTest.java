package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.browser.TestBrowser;
import sightline.core.kernel.London;
import sightline.core.library.Progress;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Finding;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.library.APublishedReview;
import sightline.library.Library;
import sightline.library.Reports;
import sightline.library.Shelving;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Anybody searches and reads the library; nobody gets a cookie. */
@Order(7)
final class LibraryInBrowserTest extends InWestmarsh {
    private static final Instant PUBLISHED = Instant.parse("2025-12-12T10:00:00Z");

    @TempDir private Path data;

    @BeforeAll
    void settle() {
        Shelving shelving = world.part("shelving", Shelving.class);
        PublishedReview first = review("LIB-2025-0003", "Child M", Optional.of("Westmarsh"));
        shelving.put(first, PUBLISHED, Optional.empty(), PUBLISHED);
        shelving.progress(
                first.reference(),
                new Progress(LocalDate.of(2026, 8, 31), 6, 0, 2, 0, 1, List.of()));
        edition("2025-12-12T10:00:00Z", Extent.SUMMARY, 7);
        edition("2026-02-03T10:00:00Z", Extent.FULL, 240);
        shelving.progress(
                first.reference(),
                new Progress(
                        LocalDate.of(2026, 9, 15),
                        6,
                        1,
                        1,
                        1,
                        0,
                        List.of(
                                line(1, "Verified by somebody else", "Health"),
                                line(2, "Started, with evidence", "Social care"),
                                line(3, "No answer yet", "Police"))));
        shelving.put(
                review("LIB-2024-0009", "Child P and Twin R", Optional.empty()),
                PUBLISHED.minus(Duration.ofDays(500)),
                Optional.empty(),
                PUBLISHED);
        PublishedReview gone = review("LIB-2019-0147", "Baby T", Optional.of("Eastholme"));
        shelving.put(gone, PUBLISHED.minus(Duration.ofDays(2_000)), Optional.empty(), PUBLISHED);
        shelving.withdraw(gone.reference(), "A surviving child could be picked out", PUBLISHED);
        shelving.put(
                review("LIB-2099-0001", "Child Z", Optional.empty()),
                Instant.parse("2099-01-01T00:00:00Z"),
                Optional.empty(),
                PUBLISHED);
        shelving.withhold(
                "A trial is under way. Publishing could harm it",
                LocalDate.of(2026, 7, 14),
                LocalDate.of(2027, 1, 12));
    }

    /** As a release writes it. */
    private void edition(String from, Extent extent, int children) {
        world.stored(
                """
                INSERT INTO library.edition (reference, readable_from, body)
                VALUES ('LIB-2025-0003', '%1$s', '{"from":"%1$s","extent":"%2$s","children":%3$d,"leftOut":6}')
                RETURNING reference
                """
                        .formatted(from, extent, children));
    }

    private static Progress.Line line(int number, String state, String to) {
        return new Progress.Line(
                number,
                "Recommendation number " + number,
                List.of(new Progress.State(state, List.of(to))),
                "30 June 2026",
                number == 3);
    }

    private static PublishedReview review(String reference, String title, Optional<String> area) {
        return APublishedReview.of(new Reference(reference), title)
                .accession("NC050543")
                .area(area)
                .harmed("2024 or 2025")
                .readableFrom(Optional.of(PUBLISHED))
                .ages(List.of(AgeBand.UNDER_1))
                .themes(List.of("Injury in a baby", "Who lives at home"))
                .agencies(List.of("Health", "Police", "Social care"))
                .keywords(List.of("bruising", "non-mobile"))
                .model("Systems")
                .summary(
                        "A baby lived with their mother. In five weeks three agencies each recorded an injury, and none knew of the others.")
                .learning("Nobody asked who else lived at home.")
                .recommendations(
                        List.of(
                                new Recommendation(
                                        1,
                                        "A bruise in a baby not yet moving is seen by a paediatrician the same day",
                                        List.of("Health")),
                                new Recommendation(
                                        2,
                                        "Ask who else lives at home, at each visit",
                                        List.of("Social care")),
                                new Recommendation(
                                        3,
                                        "Incidents at one address are read together",
                                        List.of("Police"))))
                .sections(
                        List.of(
                                new Section(
                                        1,
                                        "What happened",
                                        List.of(
                                                "The rule for a bruise on a baby not yet moving had stood since 2016. One ward of three could find it.",
                                                "Nobody asked.")),
                                new Section(
                                        2,
                                        "What was learnt",
                                        List.of(
                                                "Three marks in five weeks were each seen by another agency."))))
                .findings(
                        List.of(
                                new Finding(
                                        1,
                                        "Three marks in five weeks were each seen by another agency",
                                        "In parts. No agency had all three",
                                        "Yes. Each could have told the same desk"),
                                new Finding(
                                        2,
                                        "Nobody asked who else lived at home",
                                        "No",
                                        "",
                                        "Assessment and analysis")))
                .build();
    }

    @Test
    void anybodySearchesFiltersAndReadsWithoutJavaScript() throws Exception {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = visitor.newPage();
            page.navigate(world.address("/library"));
            assertThat(main(page))
                    .contains("4 reviews: 2 to read, 1 withheld, 1 withdrawn")
                    .contains("A trial is under way")
                    .doesNotContain("Child Z");
            page.locator("#lq").fill("bruise baby \"not yet moving\"");
            TestBrowser.follow(page.locator(".bigsearch button"));
            assertThat(main(page)).contains("2 reviews").contains("best match first");
            assertThat(page.locator("mark").allTextContents()).contains("bruise");
            assertThat(page.locator("section:has(#said)").textContent())
                    .contains("A bruise in a baby not yet moving")
                    .contains("1 other review of this library");
            page.locator("input[name=year][value=from-2023]").check();
            TestBrowser.follow(page.locator(".filter button"));
            assertThat(page.locator(".chip").allTextContents())
                    .anyMatch(c -> c.contains("2023 and later"));
            TestBrowser.follow(page.locator(".res h3 a:has-text('Child M')"));
            assertThat(main(page))
                    .contains("Were lessons learnt? What the record shows on 15 September 2026")
                    .contains("Of 3 recommendations, 1 is verified by somebody else")
                    .contains("Past its date")
                    .contains("Child M, Westmarsh, LIB-2025-0003");
            assertThat(main(page))
                    .contains("Yes. Each could have told the same desk")
                    .contains("Not said");
            assertThat(main(page))
                    .contains("At least 240 children fit")
                    .contains("6 passages, to protect children")
                    .contains("2: a summary since 12 December 2025; in full since 3 February 2026")
                    .contains("The family was told first");
            assertThat(
                            page.locator("section[aria-labelledby=over-time] tbody tr")
                                    .allTextContents())
                    .containsExactly("31 August 202602013", "15 September 202611103");
            page.navigate(world.address("/library/progress"));
            assertThat(main(page))
                    .contains("Of their recommendations, verified by everybody: 1 of 3.")
                    .contains("Organisation by organisation")
                    .contains("Not counted at the moment.");
            TestBrowser.follow(page.locator("th a:has-text('Child M')"));
            TestBrowser.follow(page.locator("a:has-text('Said before?')").first());
            assertThat(main(page)).contains("1 other review of").contains("Child P and Twin R");
            page.navigate(world.address("/library/LIB-2025-0003/report"));
            assertThat(main(page)).contains("One ward of three could find it");

            world.part("reports", Reports.class)
                    .of(review("LIB-2025-0003", "Child M", Optional.of("Westmarsh")));
            // A browser that was here before has the page of a minute ago.
            assertThat(get("/library/LIB-2025-0003").body())
                    .containsPattern("report.pdf\">PDF, [0-9]+ pages?, [0-9.]+ (kB|MB)<");
        }
    }

    @Test
    void itsPagesFitAndAreAccessible() {
        try (var visitor = browser.visitor()) {
            Page page = visitor.newPage();
            Map<String, String> addresses = new LinkedHashMap<>();
            addresses.put("search", "/library?q=bruise+baby+not+yet+moving&age=under-1");
            addresses.put("review-told", "/library/LIB-2025-0003");
            addresses.put("review-not-told", "/library/LIB-2024-0009");
            addresses.put("report", "/library/LIB-2025-0003/report");
            addresses.put("withdrawn", "/library/LIB-2019-0147");
            addresses.put("said-before", "/library/LIB-2025-0003/recommendations/1");
            addresses.put("progress", "/library/progress");
            addresses.put("data", "/library/data");
            addresses.put("about", "/library/about");
            addresses.forEach((name, address) -> {
                page.navigate(world.address(address));
                Fits.inBothWidths(page, "/library/" + name);
            });
            assertThat(visitor.cookies()).isEmpty();
        }
        organisationsFit();
    }

    /** As each night writes them, with the longest names that there are. */
    private void organisationsFit() {
        world.stored(
                """
                INSERT INTO library.organisation (on_day, number, name, organisations, recommended, accepted, said_done, verified, slipped)
                VALUES ('%1$s', 1, 'Westmarsh and Eastholme University Hospitals NHS Foundation Trust', 1, 128, 117, 86, 54, 9),
                       ('%1$s', 2, 'Westmarsh Council, children''s social care', 1, 96, 90, 71, 60, 12),
                       ('%1$s', 3, 'Westmarsh Police', 1, 1, 1, 0, 0, 0),
                       ('%1$s', 4, 'Organisations that fewer than three reviews ask', 37, 210, 150, 66, 40, 3)
                RETURNING name
                """
                        .formatted(London.day(Instant.now())));
        try (var visitor = browser.visitor()) {
            Page page = visitor.newPage();
            page.navigate(world.address("/library/progress"));
            assertThat(page.locator("section[aria-labelledby=organisations] tbody tr").count())
                    .isEqualTo(4);
            assertThat(main(page))
                    .contains("Organisations that fewer than three reviews ask (37)")
                    .doesNotContain("Not counted at the moment.");
            Fits.inBothWidths(page, "/library/progress-by-organisation");
        } finally {
            world.stored("DELETE FROM library.organisation RETURNING name");
        }
    }

    @Test
    void nothingSetsACookieAndCachesKeepItForAMinute() throws Exception {
        for (String address :
                List.of(
                        "/library",
                        "/library?q=%27%22%3Cscript%3E&from=99999999999",
                        "/library/LIB-2025-0003",
                        "/library/LIB-2025-0003/on/2026-09-15",
                        "/library/LIB-2025-0003/report.pdf",
                        "/library/progress",
                        "/library/LIB-2025-0003/findings.csv",
                        "/library/LIB-2025-0003/recommendations.csv",
                        "/library/LIB-2025-0003/recommendations.json",
                        "/library/reviews.csv",
                        "/library/organisations.csv",
                        "/library/reviews.json",
                        "/library/feed.rss")) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).as(address).isEmpty();
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(address)
                    .containsExactly("max-age=60, public");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(address)
                    .isPresent();
            assertThat(answer.body())
                    .as(address)
                    .doesNotContain("Child Z")
                    .doesNotContain("LIB-2099");
        }
        assertThat(get("/library/LIB-2019-0147").statusCode()).isEqualTo(410);
        assertThat(get("/library/LIB-2019-0147/report").body()).doesNotContain("One ward");
        for (String none :
                List.of(
                        "/library/LIB-2099-0001",
                        "/library/LIB-2099-0001/report.pdf",
                        "/library/x",
                        "/library/LIB-2025-0003/on/never",
                        "/library/LIB-2099-0001/report")) {
            assertThat(get(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void theSiteIsWrittenAsFiles() throws Exception {
        Path site = data.resolve("site");
        var built =
                new LibrarySite(
                                world.part("library", Library.class),
                                world.part("reports", Reports.class),
                                "the desk",
                                "01632 960 104")
                        .build(site, _ -> {});
        assertThat(built).isEqualTo(2);
        for (String file :
                List.of(
                        "library/index.html",
                        "library/reviews.csv",
                        "library/organisations.csv",
                        "library/progress/index.html",
                        "library/LIB-2025-0003/findings.csv",
                        "library/LIB-2025-0003/index.html",
                        "library/LIB-2025-0003/on/2026-09-15/index.html",
                        "library/LIB-2025-0003/report/index.html",
                        "library/LIB-2025-0003/report.pdf",
                        "library/LIB-2025-0003/recommendations/1/index.html",
                        "assets/app.css",
                        "assets/images/mark.svg")) {
            assertThat(site.resolve(file)).as(file).isNotEmptyFile();
        }
        assertThat(site.resolve("library/LIB-2099-0001")).doesNotExist();
    }

    private HttpResponse<String> get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(world.address(address))).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String main(Page page) {
        return String.valueOf(page.locator("main").textContent()).replaceAll("\\s+", " ");
    }
}
