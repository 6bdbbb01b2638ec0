package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Section;
import sightline.library.Asked;
import sightline.library.FoundReview;
import sightline.library.Library;
import sightline.library.Reports;
import sightline.library.SearchResult;
import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.page.LibraryFrame;
import sightline.web.view.page.LibraryProgressPage;
import sightline.web.view.page.LibraryReviewPage;
import sightline.web.view.page.LibrarySearchPage;
import sightline.web.view.page.LibrarySearchPage.Facet;
import sightline.web.view.page.LibrarySearchPage.Said;
import sightline.web.view.page.LibrarySearchPage.Tick;
import sightline.web.view.page.LibraryTextPage;
import sightline.web.view.page.LibraryTextPage.Part;
import sightline.web.view.part.Link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the public library, for the server and for a copy of the site in files. */
final class LibraryViews {
    private static final int VALUES_SHOWN = 12;

    /** Shorter words stand everywhere. */
    private static final int WORD_LETTERS_MIN = 4;

    /** So many words of a recommendation are those that somebody looks for, at least. */
    private static final int WORDS_MIN = 2;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Library library;
    private final Reports reports;
    private final PageFrame.Desk desk;
    private final boolean madeUp;

    LibraryViews(Library library, Reports reports, PageFrame.Desk desk, boolean madeUp) {
        this.library = library;
        this.reports = reports;
        this.desk = desk;
        this.madeUp = madeUp;
    }

    private LibraryFrame frame(String title, String current) {
        return new LibraryFrame(title, current, madeUp, desk);
    }

    /**
     * Of the reviews that are shown the recommendation that has most of the words, if others said
     * it too.
     */
    private @Nullable Said said(Asked asked, SearchResult result) {
        Set<String> looked = words(asked.words());
        long most = WORDS_MIN - 1L;
        Said said = null;
        for (FoundReview found : result.shown()) {
            PublishedReview review = found.review();
            for (PublishedReview.Recommendation one : review.recommendations()) {
                long has = words(one.text()).stream().filter(looked::contains).count();
                if (has > most) {
                    most = has;
                    said = said(review, one);
                }
            }
        }
        return said;
    }

    private @Nullable Said said(PublishedReview review, PublishedReview.Recommendation one) {
        List<Library.Similar> alike = library.similar(review.reference(), one.number());
        return alike.isEmpty()
                ? null
                : new Said(
                        one.text(),
                        others(alike),
                        Link.to(
                                "See them",
                                LibraryParts.address(review) + "/recommendations/" + one.number()));
    }

    private static String others(List<Library.Similar> alike) {
        long others = alike.stream().map(Library.Similar::reference).distinct().count();
        return others + (others == 1 ? " other review" : " other reviews");
    }

    private static Set<String> words(String text) {
        return WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(w -> w.length() >= WORD_LETTERS_MIN)
                .collect(Collectors.toSet());
    }

    Page search(Asked asked) {
        SearchResult result = library.search(asked);
        Library.Holdings holdings = library.holdings();
        int shownTo = asked.from() + result.shown().size();
        List<Link> ways = new ArrayList<>();
        if (shownTo < result.all()) {
            ways.add(Link.to("Next", query(asked, LibraryParts.HOME, "") + "&from=" + shownTo));
        }
        if (asked.from() > 0) {
            int before = Math.max(0, asked.from() - Library.SHOWN);
            ways.add(Link.to("Previous", query(asked, LibraryParts.HOME, "") + "&from=" + before));
        }
        ways.add(
                Link.to(
                        "All %d as CSV".formatted(result.all()),
                        query(asked, "/library/reviews.csv", "")));
        ways.add(Link.to("JSON", query(asked, "/library/reviews.json", "")));
        ways.add(Link.to("RSS of this search", query(asked, "/library/feed.rss", "")));
        boolean byRank = !asked.words().isEmpty() && !asked.newestFirst();
        return new LibrarySearchPage(
                frame("Search", "search"),
                "Reviews written after a child was seriously harmed. %d reviews: %d to read, %d withheld, %d withdrawn. As of %s."
                        .formatted(
                                holdings.all(),
                                holdings.readable(),
                                holdings.withheld().size(),
                                holdings.withdrawn().size(),
                                LibraryParts.day(holdings.asOf())),
                asked.words(),
                facets(result),
                chips(asked),
                result.all() == 1 ? "1 review" : result.all() + " reviews",
                result.shown().isEmpty()
                        ? "Nothing fits. Use fewer words or filters."
                        : "%d to %d shown, %s."
                                .formatted(
                                        asked.from() + 1,
                                        shownTo,
                                        byRank ? "best match first" : "newest first"),
                byRank
                        ? Link.to(
                                "Newest first",
                                query(asked, LibraryParts.HOME, "") + "&order=newest")
                        : null,
                result.shown().stream().map(LibraryParts::result).toList(),
                ways,
                said(asked, result),
                holdings.withheld().stream().map(LibraryParts::card).toList(),
                holdings.withdrawn().stream().map(LibraryParts::card).toList(),
                Integer.toString(holdings.all()));
    }

    private static List<Facet> facets(SearchResult result) {
        return result.facets().stream()
                .map(f ->
                        new Facet(
                                f.name(),
                                switch (f.name()) {
                                    case "theme" -> "Theme";
                                    case "age" -> "Age of the child";
                                    case "agency" -> "Agency";
                                    case "kind" -> "Kind of review";
                                    case "model" -> "Model of the review";
                                    default -> "Published";
                                },
                                f.values().stream()
                                        .limit(VALUES_SHOWN)
                                        .map(v ->
                                                new Tick(
                                                        v.code(),
                                                        LibraryParts.value(f.name(), v.code()),
                                                        v.count(),
                                                        v.chosen()))
                                        .toList()))
                .filter(f -> !f.ticks().isEmpty())
                .toList();
    }

    private record Chosen(String name, String value) {}

    private static Stream<Chosen> chosen(Asked asked) {
        return Stream.of(
                        asked.themes().stream().map(v -> new Chosen("theme", v)),
                        asked.ages().stream().map(v -> new Chosen("age", v)),
                        asked.agencies().stream().map(v -> new Chosen("agency", v)),
                        asked.kinds().stream().map(v -> new Chosen("kind", v)),
                        asked.models().stream().map(v -> new Chosen("model", v)),
                        asked.years().stream().map(v -> new Chosen("year", v)))
                .flatMap(s -> s);
    }

    private static List<Link> chips(Asked asked) {
        return chosen(asked)
                .map(c ->
                        Link.to(
                                LibraryParts.value(c.name(), c.value()),
                                query(asked, LibraryParts.HOME, c.name() + "=" + c.value())))
                .toList();
    }

    /** The address of a search, without one of its filters. */
    private static String query(Asked asked, String address, String without) {
        StringBuilder query =
                new StringBuilder(address).append("?q=").append(encoded(asked.words()));
        chosen(asked)
                .filter(c -> !(c.name() + "=" + c.value()).equals(without))
                .forEach(c ->
                        query.append('&').append(c.name()).append('=').append(encoded(c.value())));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Page review(Library.Shelf.Open shelf, Optional<LocalDate> on) {
        PublishedReview review = shelf.review();
        String address = LibraryParts.address(review);
        var progress = shelf.progress();
        List<String> lead = new ArrayList<>();
        lead.add(review.area().orElse("Area not given"));
        if (!review.ages().isEmpty()) {
            lead.add("Age: " + LibraryParts.ages(review));
        }
        if (!review.harmed().isBlank()) {
            lead.add("Harmed in " + review.harmed());
        }
        lead.add(review.kind().words() + " " + review.reference());
        return new LibraryReviewPage(
                frame(review.pseudonym() + ": review and progress", "search"),
                review.pseudonym() + ": review and progress",
                String.join(". ", lead) + ".",
                "Were lessons learnt? "
                        + progress.map(p -> "What the record shows on " + LibraryParts.day(p.on()))
                                .orElse(
                                        "Nothing is on record"
                                                + on.map(d -> " up to " + LibraryParts.day(d))
                                                        .orElse("")),
                progress.map(LibraryParts::numbers).orElse(List.of()),
                progress.map(LibraryParts::bar).orElse(null),
                progress.map(p -> "“" + p.sentence() + "”")
                        .orElse(
                                "Nobody deposited what became of these recommendations. That is not the same as nothing done, and not the same as done."),
                progress.map(p -> Link.to("This page on this day", address + "/on/" + p.on()))
                        .orElse(null),
                review.summary(),
                review.learning(),
                LibraryParts.about(review, shelf.from(), library.editions(review.reference())),
                List.of(
                        Link.to("Read the report", address + "/report"),
                        Link.to(
                                LibraryParts.pdf(library.documentSize(review.reference())),
                                address + "/report.pdf"),
                        Link.to("Findings as CSV", address + "/findings.csv"),
                        Link.to("Recommendations as CSV", address + "/recommendations.csv")),
                LibraryParts.findings(review),
                LibraryParts.line(library.history(review.reference(), on)),
                "All %d recommendations".formatted(review.recommendations().size()),
                LibraryParts.rows(review, progress));
    }

    Page progress() {
        List<Library.Told> told = library.told();
        Progress sum =
                told.stream()
                        .map(Library.Told::progress)
                        .reduce(
                                new Progress(LocalDate.EPOCH, 0, 0, 0, 0, 0, List.of()),
                                Progress::plus);
        return new LibraryProgressPage(
                frame("Progress", "progress"),
                "%d %s. Of their recommendations, verified by everybody: %s."
                        .formatted(
                                told.size(),
                                told.size() == 1
                                        ? "review tells how far it has come"
                                        : "reviews tell how far they have come",
                                sum.all() == 0 ? "none" : sum.verified() + " of " + sum.all()),
                LibraryParts.numbers(sum).subList(1, 5),
                LibraryParts.bar(sum),
                List.of(
                        "Review",
                        "Recommendations",
                        "Verified by everybody",
                        "Part of the way",
                        "No evidence",
                        "Slipped or re-opened",
                        "As of"),
                told.stream().map(LibraryParts::row).toList(),
                library.organisations().map(LibraryParts::organisations).orElse(null));
    }

    Page gone(Library.Withdrawn tombstone) {
        return text(
                (tombstone.lookAgain().isEmpty() ? "Withdrawn: " : "Taken down for a time: ")
                        + tombstone.reference(),
                "",
                List.of(
                        new Part(
                                "",
                                null,
                                List.of(
                                        tombstone.lookAgain().isEmpty()
                                                ? "This address stays. What was here is gone."
                                                : "This address stays. What was here cannot be read for now.",
                                        "Published "
                                                + LibraryParts.day(tombstone.published())
                                                + ".",
                                        (tombstone.lookAgain().isEmpty()
                                                        ? "Withdrawn "
                                                        : "Taken down ")
                                                + LibraryParts.day(tombstone.withdrawn())
                                                + tombstone
                                                        .lookAgain()
                                                        .map(d ->
                                                                ", looked at again "
                                                                        + LibraryParts.day(d))
                                                        .orElse("")
                                                + ".",
                                        "Why: " + tombstone.reason() + "."))));
    }

    Page nothing() {
        return text(
                "There is nothing here",
                "",
                List.of(
                        new Part(
                                "",
                                Link.to("Search the library", LibraryParts.HOME),
                                List.of(
                                        "No review has this address. One that is published keeps its address for ever."))));
    }

    private Page text(String heading, String lead, List<Part> parts) {
        return new LibraryTextPage(
                frame(heading, ""),
                Link.to("Back to the search", LibraryParts.HOME),
                heading,
                lead,
                parts);
    }

    Page report(PublishedReview review, List<Section> sections) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Summary", null, review.summary().lines().toList()));
        sections.forEach(s -> parts.add(new Part(s.heading(), null, s.paragraphs())));
        return new LibraryTextPage(
                frame(review.pseudonym() + ": the report", "search"),
                Link.to("Back to the review", LibraryParts.address(review)),
                review.pseudonym() + ": the report",
                review.citation() + ". Names are pseudonyms.",
                parts);
    }

    Page similar(PublishedReview review, int number, List<Library.Similar> alike) {
        String text =
                review.recommendations().stream()
                        .filter(r -> r.number() == number)
                        .map(PublishedReview.Recommendation::text)
                        .findFirst()
                        .orElse("");
        List<Part> parts =
                alike.stream()
                        .map(s ->
                                new Part(
                                        "",
                                        Link.to(
                                                s.pseudonym() + ", recommendation " + s.number(),
                                                LibraryParts.HOME + "/" + s.reference()),
                                        List.of(s.text())))
                        .toList();
        return new LibraryTextPage(
                frame("Said before", "search"),
                Link.to("Back to the review", LibraryParts.address(review)),
                "Said before",
                "“%s” Much the same was recommended in %s of this library%s."
                        .formatted(
                                text,
                                others(alike),
                                alike.size() == Library.SIMILAR_MAX ? " at least" : ""),
                parts);
    }

    byte[] pdf(PublishedReview review) {
        return reports.of(review);
    }

    Page data() {
        return new LibraryTextPage(
                frame("Data", "data"),
                null,
                "The library as data",
                "Everything that stands here may be taken away.",
                List.of(
                        new Part(
                                "",
                                Link.to("All reviews as CSV", "/library/reviews.csv"),
                                List.of()),
                        new Part(
                                "",
                                Link.to(
                                        "All reviews as JSON, with their recommendations",
                                        "/library/reviews.json"),
                                List.of()),
                        new Part(
                                "",
                                Link.to("New reviews as RSS", "/library/feed.rss"),
                                List.of(
                                        "Each review has its recommendations as CSV and JSON, too."))));
    }

    Page about() {
        return new LibraryTextPage(
                frame("About", "about"),
                null,
                "About this library",
                "",
                List.of(
                        new Part(
                                "What is here",
                                null,
                                List.of(
                                        "Reviews that agencies wrote after a child died or was seriously harmed, what they recommended to whom, and how far that has come. No verdict is given on whether lessons were learnt: counts are given, and one sentence that may be quoted.")),
                        new Part(
                                "What is not here",
                                null,
                                List.of(
                                        "Names. Everybody is called by a pseudonym, and what could point to a child is left out or told more widely. A review is released by two people after the family has been told.",
                                        "A review that is withheld is counted, with its reason and the day on which that is looked at again.")),
                        new Part(
                                "You are not followed",
                                null,
                                List.of("There is no sign-in, no cookie and no tracking."))));
    }
}
