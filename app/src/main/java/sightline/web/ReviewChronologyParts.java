package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ChronologyRow.Told;
import sightline.core.reviews.MergedChronology;
import sightline.core.reviews.MergedChronology.Conflict;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.ChronologyFrozen;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.web.view.Page;
import sightline.web.view.chart.Knowing;
import sightline.web.view.chart.Knowing.How;
import sightline.web.view.chart.Knowing.Known;
import sightline.web.view.page.ReviewChronologyPage;
import sightline.web.view.page.ReviewPage.Table;
import sightline.web.view.part.Count;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the page of a review's chronology shows. */
final class ReviewChronologyParts {
    private static final int PAGE = 50;
    private static final int DRAWN_MAX = 300;
    private static final int SHORT = 90;

    private final Visit visit;
    private final String id;
    private final Review review;
    private final MergedChronology merged;
    private final String address;
    private final Map<String, Integer> pageOf = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    ReviewChronologyParts(Visit visit, String id, Review review, MergedChronology merged) {
        this.visit = visit;
        this.id = id;
        this.review = review;
        this.merged = merged;
        this.address = "/reviews/" + id + "/chronology";
        for (ChronologyRow row : merged.rows()) {
            pageOf.put(row.id(), 1 + pageOf.size() / PAGE);
        }
        for (AgencyId agency : merged.agencies()) {
            names.put(agency.value(), visit.organisation(agency));
            names.put(
                    visit.organisation(agency).toLowerCase(Locale.ROOT),
                    visit.organisation(agency));
        }
    }

    /**
     * What was typed and what was wrong with it.
     *
     * @param organisation whose table it is
     * @param ofFile what was wrong with the file; empty where nothing was
     * @param ofHeld what was wrong with what was to be taken in from here
     */
    record Typed(
            Map<String, String> organisation,
            Map<String, String> wrong,
            String child,
            String asOf,
            String ofFile,
            String ofHeld) {
        static final Typed NOTHING = file(Map.of(), Map.of(), "");

        Typed {
            organisation = Map.copyOf(organisation);
            wrong = Map.copyOf(wrong);
        }

        static Typed file(
                Map<String, String> organisation, Map<String, String> wrong, String ofFile) {
            return new Typed(organisation, wrong, "", "", ofFile, "");
        }

        static Typed held(String child, String asOf, String ofHeld) {
            return new Typed(Map.of(), Map.of(), child, asOf, "", ofHeld);
        }
    }

    Page page(int page, Typed typed) {
        int last = Math.max(1, (merged.rows().size() + PAGE - 1) / PAGE);
        int at = Math.clamp(page, 1, last);
        List<ChronologyRow> drawn = drawn();
        List<Known> known = drawn.stream().flatMap(r -> known(r).stream()).toList();
        return new ReviewChronologyPage(
                visit.frame("Chronology of " + id, "Reviews"),
                new ReviewParts(visit, id, review).head(ReviewParts.CHRONOLOGY),
                errors(typed),
                counts(),
                known.isEmpty()
                        ? null
                        : Knowing.draw(
                                "Who knew what when",
                                known.size()
                                        + " marks in a lane for each who knew something; each leads to its row",
                                known),
                drawn.size() == merged.rows().size()
                        ? "Every row with a date."
                        : drawn.size()
                                + " of "
                                + merged.rows().size()
                                + " rows: those on which a finding rests, then the first.",
                pages(at, last),
                merged.rows().stream().skip((at - 1L) * PAGE).limit(PAGE).map(this::row).toList(),
                merged.conflicts().stream().limit(PAGE).map(this::differing).toList(),
                gaps(),
                parts(),
                new ReviewChronologyPage.Adding(
                        address,
                        new Organisations(visit, typed.organisation())
                                .one("agency", "Whose table it is", typed.wrong()),
                        typed.child(),
                        typed.asOf(),
                        typed.ofFile(),
                        typed.ofHeld()));
    }

    private static List<FormError> errors(Typed typed) {
        List<FormError> errors = new ArrayList<>();
        typed.wrong().forEach((field, words) -> errors.add(new FormError(words, "table-" + field)));
        if (!typed.ofFile().isEmpty()) {
            errors.add(new FormError(typed.ofFile(), "table-file"));
        }
        if (!typed.ofHeld().isEmpty()) {
            errors.add(new FormError(typed.ofHeld(), "held-child"));
        }
        return errors;
    }

    private List<Count> counts() {
        return List.of(
                new Count(String.valueOf(merged.rows().size()), "rows", false, "#rows"),
                new Count(String.valueOf(merged.agencies().size()), "sources", false, "#parts"),
                new Count(
                        String.valueOf(merged.conflicts().size()),
                        "where sources differ",
                        !merged.conflicts().isEmpty(),
                        "#conflicts"),
                new Count(String.valueOf(merged.gaps().size()), "gaps of a source", false, "#gaps"),
                new Count(
                        String.valueOf(merged.doubtful().size()),
                        "without a readable date",
                        !merged.doubtful().isEmpty(),
                        "#rows"));
    }

    /**
     * Those on which a finding rests, then the others in their order, as many as can be told apart.
     */
    private List<ChronologyRow> drawn() {
        List<String> cited =
                review.all(FindingMade.class).stream().flatMap(f -> f.rows().stream()).toList();
        List<ChronologyRow> drawn = new ArrayList<>();
        merged.rows().stream().filter(r -> cited.contains(r.id())).forEach(drawn::add);
        merged.rows().stream().filter(r -> !cited.contains(r.id())).forEach(drawn::add);
        return drawn.subList(0, Math.min(DRAWN_MAX, drawn.size()));
    }

    private List<Known> known(ChronologyRow row) {
        Optional<LocalDate> happened = row.happened().earliest();
        Optional<LocalDate> from = row.knownFrom();
        if (happened.isEmpty() || from.isEmpty()) {
            return List.of();
        }
        List<Known> known = new ArrayList<>();
        String own = visit.organisation(row.agency());
        known.add(
                new Known(
                        own,
                        How.OWN,
                        happened.get(),
                        later(from.get(), happened.get()),
                        href(row.id()),
                        label(row, own + " knew it from " + Words.day(from.get()))));
        for (Told told : row.told()) {
            String who = who(told.who());
            LocalDate day = told.on().orElse(happened.get());
            known.add(
                    new Known(
                            who,
                            told.on().isPresent() ? How.TOLD : How.NO_DAY,
                            happened.get(),
                            later(day, happened.get()),
                            href(row.id()),
                            label(row, said(who, told))));
        }
        return known;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static String label(ChronologyRow row, String how) {
        return "Row " + row.id() + ", " + row.happened().inWords() + ": " + how;
    }

    private static String said(String who, Told told) {
        return who
                + told.on()
                        .map(d -> " was told on " + Words.day(d))
                        .orElse(" was told; the day is not recorded");
    }

    /** An agency's own name, where what was written is its name or id; else as it was written. */
    private String who(String written) {
        return Optional.ofNullable(names.get(written.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> AgencyId.typed(written).map(visit::agency).orElse(written));
    }

    /** Where a row stands. */
    String href(String row) {
        int page = pageOf.getOrDefault(row, 1);
        return address + (page == 1 ? "" : "?page=" + page) + "#row-" + row;
    }

    private Pages pages(int at, int last) {
        int first = (at - 1) * PAGE + 1;
        return new Pages(
                merged.rows().isEmpty()
                        ? "No rows"
                        : first
                                + " to "
                                + Math.min(merged.rows().size(), at * PAGE)
                                + " of "
                                + merged.rows().size()
                                + ", the earliest first",
                at > 1 ? Link.to("Previous 50", address + "?page=" + (at - 1) + "#rows") : null,
                at < last ? Link.to("Next 50", address + "?page=" + (at + 1) + "#rows") : null);
    }

    private ReviewChronologyPage.Row row(ChronologyRow row) {
        List<String> known = new ArrayList<>();
        known.add(
                visit.organisation(row.agency())
                        + row.knownFrom()
                                .map(d -> ", from " + Words.day(d))
                                .orElse(", day not recorded"));
        row.told().forEach(t -> known.add(said(who(t.who()), t)));
        if (row.told().isEmpty()) {
            known.add("No other recorded");
        }
        return new ReviewChronologyPage.Row(
                row.id(),
                "row-" + row.id(),
                row.doubt().isEmpty()
                        ? Wording.capital(row.happened().inWords())
                        : row.written().isEmpty() ? "No date" : "Written: " + row.written(),
                row.doubt(),
                row.what(),
                row.by(),
                visit.organisation(row.agency()) + ". " + row.source(),
                known,
                differs(row),
                review.findings(review.version()).stream()
                        .filter(f -> f.rows().contains(row.id()))
                        .map(f ->
                                new Link(
                                        "Finding " + f.number(),
                                        "/reviews/" + id + "/findings#finding-" + f.number(),
                                        "rests on row " + row.id()))
                        .toList());
    }

    private List<Link> differs(ChronologyRow row) {
        return merged.conflicts().stream()
                .filter(c -> c.one().equals(row) || c.other().equals(row))
                .map(c -> c.one().equals(row) ? c.other() : c.one())
                .map(other -> new Link(other.id(), href(other.id()), "which row " + row.id()))
                .toList();
    }

    private ReviewChronologyPage.Differing differing(Conflict conflict) {
        return new ReviewChronologyPage.Differing(
                Link.to(conflict.one().id(), href(conflict.one().id())),
                inShort(conflict.one()),
                Link.to(conflict.other().id(), href(conflict.other().id())),
                inShort(conflict.other()),
                conflict.says());
    }

    private String inShort(ChronologyRow row) {
        String what = row.what();
        return visit.organisation(row.agency())
                + ", "
                + row.happened().inWords()
                + ": "
                + (what.length() <= SHORT ? what : what.substring(0, SHORT) + "…");
    }

    private Table gaps() {
        return new Table(
                "gaps",
                "Where a source is silent (" + merged.gaps().size() + ")",
                "No source is silent for more than "
                        + MergedChronology.GAP_DAYS
                        + " days between two of its rows.",
                List.of("Source", "From", "To", "Days"),
                merged.gaps().stream()
                        .limit(PAGE)
                        .map(g ->
                                List.of(
                                        visit.organisation(g.agency()),
                                        Words.day(g.from()),
                                        Words.day(g.to()),
                                        String.valueOf(g.days())))
                        .toList());
    }

    private Table parts() {
        return new Table(
                "parts",
                "Of what it is made (" + review.copies().size() + ")",
                "Nothing was taken in yet.",
                List.of(
                        "Part",
                        "Whose",
                        "As of",
                        "Rows",
                        "Without a readable date",
                        "Left behind",
                        "Taken in"),
                review.copies().stream().map(this::part).toList());
    }

    private List<String> part(ChronologyFrozen part) {
        return List.of(
                part.copy() + ". " + part.what(),
                visit.organisation(part.agency()),
                Words.day(part.asOf()),
                String.valueOf(part.rows()),
                String.valueOf(part.doubtful()),
                part.leftBehind().isEmpty() ? "Nothing" : String.join(", ", part.leftBehind()),
                Words.day(London.day(part.at())) + ", " + visit.person(part.by().person()));
    }
}
