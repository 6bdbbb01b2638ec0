package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.London;
import sightline.core.library.Edition;
import sightline.core.library.OrganisationProgress;
import sightline.core.library.Progress;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.Reidentification;
import sightline.library.FoundReview;
import sightline.library.Library;
import sightline.library.Organisations;
import sightline.web.view.chart.ProgressLine;
import sightline.web.view.page.LibraryBar;
import sightline.web.view.page.LibraryCard;
import sightline.web.view.page.LibraryProgressPage;
import sightline.web.view.page.LibraryReviewPage;
import sightline.web.view.page.LibrarySearchPage.Result;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the public library. */
final class LibraryParts {
    static final String HOME = "/library";

    private static final int MEGABYTE = 1_000_000;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private LibraryParts() {}

    static String day(Instant at) {
        return day(London.day(at));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String address(PublishedReview review) {
        return HOME + "/" + review.reference();
    }

    static String ages(PublishedReview review) {
        return review.ages().stream().map(AgeBand::words).collect(Collectors.joining(", "));
    }

    /** A value of a filter in words. */
    static String value(String facet, String code) {
        return switch (facet) {
            case "age" -> AgeBand.of(code).map(AgeBand::words).orElse(code);
            case "kind" -> Kind.of(code).map(Kind::words).orElse(code);
            case "year" ->
                    switch (code) {
                        case "from-2023" -> "2023 and later";
                        case "to-2010" -> "2010 and earlier";
                        default -> code.replace("-", " to ");
                    };
            default -> code;
        };
    }

    static Result result(FoundReview found) {
        PublishedReview review = found.review();
        String about =
                review.area()
                                .orElse(
                                        "Area not given: published through the national collection, so that nobody can be picked out")
                        + review.readableFrom().map(at -> ". Published " + day(at)).orElse("")
                        + (review.ages().isEmpty() ? "" : ". " + ages(review))
                        + ". "
                        + review.kind().words();
        List<Link> links = new ArrayList<>();
        links.add(
                new Link("Full report, web page", address(review) + "/report", review.pseudonym()));
        links.add(new Link("Summary", address(review) + "#find", review.pseudonym()));
        links.add(
                new Link(
                        "PDF, " + found.pages() + " pages",
                        address(review) + "/report.pdf",
                        review.pseudonym()));
        Optional<Progress> progress = found.progress();
        progress.ifPresent(
                _ -> links.add(new Link("Progress", address(review) + "#yn", review.pseudonym())));
        return new Result(
                Link.to(review.pseudonym(), address(review)),
                about,
                found.passage(),
                progress.map(LibraryParts::bar).orElse(null),
                "%d recommendations%s"
                        .formatted(
                                review.recommendations().size(),
                                progress.map(p -> ", " + p.organisations() + " organisations.")
                                        .orElse(". Progress not known.")),
                progress.map(p ->
                                "On %s: %d verified by everybody, %d part of the way, %d without evidence, %d slipped or re-opened."
                                        .formatted(
                                                day(p.on()),
                                                p.verified(),
                                                p.partWay(),
                                                p.noEvidence(),
                                                p.slipped()))
                        .orElse("Nobody deposited evidence of what was done."),
                links);
    }

    private static String leftOut(Edition edition) {
        if (edition.extent() == Extent.SUMMARY) {
            return "The report itself; this is its summary";
        }
        return edition.leftOut()
                .map(n ->
                        n == 0
                                ? "No passage, as those who redacted it wrote"
                                : Wording.count(n, "passage") + ", to protect children")
                .orElse("Nobody wrote what was left out");
    }

    /** A number below that which is asked for would itself tell too much. */
    private static String couldPoint(Edition edition) {
        return edition.children()
                .map(k ->
                        k < Reidentification.ENOUGH
                                ? "Fewer than %d children fit what is told of area, age and years. Somebody answers for the risk, and wrote down why it is published all the same"
                                        .formatted(Reidentification.ENOUGH)
                                : "At least %d children fit what is told of area, age and years. The rule asks for %d"
                                        .formatted(k, Reidentification.ENOUGH))
                .orElse("Nobody counted the children who fit");
    }

    private static String versions(List<Edition> editions) {
        return editions.size()
                + ": "
                + editions.stream()
                        .map(e ->
                                (e.extent() == Extent.FULL ? "in full" : "a summary")
                                        + " since "
                                        + day(e.from()))
                        .collect(Collectors.joining("; "));
    }

    /** How far it had come month after month; none before there are two months on record. */
    static @Nullable ProgressLine line(List<Progress> history) {
        return history.size() < 2
                ? null
                : ProgressLine.draw(
                        "Verified and slipped, month by month",
                        history.stream()
                                .map(p ->
                                        new ProgressLine.Month(
                                                YearMonth.from(p.on()),
                                                day(p.on()),
                                                p.verified(),
                                                p.partWay(),
                                                p.noEvidence(),
                                                p.slipped(),
                                                p.all()))
                                .toList());
    }

    static LibraryBar bar(Progress p) {
        return new LibraryBar(p.verified(), p.partWay(), p.noEvidence(), p.slipped());
    }

    static LibraryCard card(Library.Withheld one) {
        return new LibraryCard(
                "One review of a partnership in this library.",
                "Not published yet.",
                null,
                List.of(
                        Definition.of("Why", one.reason()),
                        Definition.of("Decided", day(one.decided())),
                        Definition.of("Looked at again", day(one.lookAgain()))));
    }

    static LibraryCard card(Library.Withdrawn one) {
        return new LibraryCard(
                one.reference(),
                one.lookAgain().isEmpty()
                        ? "This address stays. What was here is gone."
                        : "This address stays. What was here cannot be read for now.",
                Link.to(one.reference(), HOME + "/" + one.reference()),
                Stream.concat(
                                Stream.of(
                                        Definition.of("Published", day(one.published())),
                                        Definition.of(
                                                one.lookAgain().isEmpty()
                                                        ? "Withdrawn"
                                                        : "Taken down for a time",
                                                day(one.withdrawn())),
                                        Definition.of("Why", one.reason())),
                                one
                                        .lookAgain()
                                        .map(d -> Definition.of("Looked at again", day(d)))
                                        .stream())
                        .toList());
    }

    static List<LibraryReviewPage.Tally> numbers(Progress p) {
        return List.of(
                new LibraryReviewPage.Tally(
                        p.all(),
                        "recommendations to " + p.organisations() + " organisations",
                        false),
                new LibraryReviewPage.Tally(
                        p.verified(), "verified by everybody they were made to", false),
                new LibraryReviewPage.Tally(p.partWay(), "part of the way, with evidence", false),
                new LibraryReviewPage.Tally(p.noEvidence(), "have no evidence", p.noEvidence() > 0),
                new LibraryReviewPage.Tally(p.slipped(), "slipped or re-opened", p.slipped() > 0));
    }

    /** How far organisations have come, with the file that says the same. */
    static LibraryProgressPage.Organisations organisations(Organisations.AsOf told) {
        return new LibraryProgressPage.Organisations(
                "As of "
                        + day(told.day())
                        + ". An organisation is named where at least three reviews ask it: by its name, nobody can tell which child.",
                List.of(
                        "Organisation",
                        "Recommended to it",
                        "Accepted",
                        "Done by own account",
                        "Verified",
                        "Slipped or re-opened"),
                told.organisations().stream()
                        .map(o ->
                                List.of(
                                        o.name().equals(OrganisationProgress.OTHERS)
                                                ? o.name() + " (" + o.organisations() + ")"
                                                : o.name(),
                                        Integer.toString(o.recommended()),
                                        Integer.toString(o.accepted()),
                                        Integer.toString(o.saidDone()),
                                        Integer.toString(o.verified()),
                                        Integer.toString(o.slipped())))
                        .toList(),
                Link.to("By organisation as CSV", HOME + "/organisations.csv"));
    }

    static LibraryProgressPage.Row row(Library.Told told) {
        Progress p = told.progress();
        return new LibraryProgressPage.Row(
                Link.to(told.review().citation(), address(told.review())),
                List.of(
                        Integer.toString(p.all()),
                        Integer.toString(p.verified()),
                        Integer.toString(p.partWay()),
                        Integer.toString(p.noEvidence()),
                        Integer.toString(p.slipped()),
                        day(p.on())));
    }

    static List<List<String>> findings(PublishedReview review) {
        return review.findings().stream()
                .map(f ->
                        List.of(
                                Integer.toString(f.number()),
                                f.about().isEmpty() ? f.text() : f.about() + ": " + f.text(),
                                f.known().isEmpty() ? "Not said" : f.known(),
                                f.otherwise().isEmpty() ? "Not said" : f.otherwise()))
                .toList();
    }

    static List<LibraryReviewPage.Row> rows(PublishedReview review, Optional<Progress> progress) {
        return progress.filter(p -> !p.lines().isEmpty())
                .map(p -> p.lines().stream().map(l -> row(review, l)).toList())
                .orElseGet(
                        () -> review.recommendations().stream().map(r -> row(review, r)).toList());
    }

    private static LibraryReviewPage.Row row(PublishedReview review, Progress.Line line) {
        return new LibraryReviewPage.Row(
                line.number(),
                line.text(),
                also(review, line.number()),
                line.states().stream()
                        .map(s ->
                                new LibraryReviewPage.State(
                                        new Tag(s.words(), tone(s.words())),
                                        String.join(", ", s.organisations())))
                        .toList(),
                line.due(),
                line.late());
    }

    private static LibraryReviewPage.Row row(PublishedReview review, Recommendation one) {
        return new LibraryReviewPage.Row(
                one.number(),
                one.text(),
                also(review, one.number()),
                List.of(new LibraryReviewPage.State(null, String.join(", ", one.to()))),
                "",
                false);
    }

    private static @Nullable Link also(PublishedReview review, int number) {
        return Link.to("Said before?", address(review) + "/recommendations/" + number);
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "Verified by somebody else", "Effective" -> Tone.GREEN;
            case "Done by own account" -> Tone.BLUE;
            case "Slipped", "No answer yet" -> Tone.AMBER;
            case "Re-opened" -> Tone.RED;
            default -> Tone.NEUTRAL;
        };
    }

    static List<Definition> about(PublishedReview review, Instant from, List<Edition> editions) {
        List<Definition> about = new ArrayList<>();
        about.add(
                Definition.of(
                        "Names",
                        "“"
                                + review.pseudonym()
                                + "” and all others are pseudonyms. The key is sealed"));
        about.add(
                Definition.of(
                        "Published",
                        day(from) + (editions.isEmpty() ? "" : ". The family was told first")));
        if (!editions.isEmpty()) {
            Edition newest = editions.getLast();
            about.add(Definition.of("Left out", leftOut(newest)));
            about.add(Definition.of("Could it point to a child?", couldPoint(newest)));
            about.add(Definition.of("Versions", versions(editions)));
        }
        about.add(Definition.of("Kind", review.kind().words()));
        if (!review.accession().isBlank()) {
            about.add(Definition.of("Accession", review.accession()));
        }
        if (!review.model().isBlank()) {
            about.add(Definition.of("Model", review.model()));
        }
        if (!review.keywords().isEmpty()) {
            about.add(Definition.of("Keywords", String.join(", ", review.keywords())));
        }
        about.add(Definition.of("Cite as", review.citation()));
        return List.copyOf(about);
    }

    /**
     * The link to a report, with what whoever follows it gets; a report not made yet has no size.
     */
    static String pdf(Optional<Library.Size> size) {
        return size.map(s -> "PDF, " + Wording.count(s.pages(), "page") + ", " + bytes(s.bytes()))
                .orElse("PDF");
    }

    private static String bytes(long bytes) {
        return bytes < MEGABYTE / 10
                ? Math.max(1, bytes / 1000) + " kB"
                : bytes / MEGABYTE + "." + bytes % MEGABYTE * 10 / MEGABYTE + " MB";
    }
}
