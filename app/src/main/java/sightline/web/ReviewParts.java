package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Recommendation;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.Measured;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewTemplate;
import sightline.reviews.ReviewId;
import sightline.web.view.Page;
import sightline.web.view.chart.MonthLine;
import sightline.web.view.page.ReviewHead;
import sightline.web.view.page.ReviewPage;
import sightline.web.view.page.ReviewPage.Act;
import sightline.web.view.page.ReviewPage.Found;
import sightline.web.view.page.ReviewPage.Owed;
import sightline.web.view.page.ReviewPage.Table;
import sightline.web.view.page.ReviewRecommendationPage;
import sightline.web.view.page.ReviewRecommendationPage.Before;
import sightline.web.view.page.ReviewRecommendationPage.Happened;
import sightline.web.view.page.ReviewRecommendationPage.Part;
import sightline.web.view.page.ReviewsPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tab;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the pages of a review show. */
final class ReviewParts {
    static final String OVERVIEW = "";
    static final String CHRONOLOGY = "chronology";
    static final String FINDINGS = "findings";
    static final String QUALITY = "quality";
    static final String PUBLICATION = "publication";

    private static final int COMPARED_MAX = 50;

    private static final Map<String, String> TITLES = titles();

    private final Visit visit;
    private final String id;
    private final Review review;

    ReviewParts(Visit visit, String id, Review review) {
        this.visit = visit;
        this.id = id;
        this.review = review;
    }

    /** On which page an act stands. */
    static String tabOf(String act) {
        return switch (act) {
            case "finding" -> FINDINGS;
            case "graded", "finished", "version" -> QUALITY;
            default -> OVERVIEW;
        };
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("notified", "The national body was told");
        titles.put("rapid", "The rapid review is done");
        titles.put("commissioned", "There will be a review");
        titles.put("not-reviewed", "There will be no review");
        titles.put("terms", "Terms of reference");
        titles.put("panel", "Somebody joins the panel");
        titles.put("author", "Name the author");
        titles.put("ask-report", "Ask an organisation for its report");
        titles.put("report-came", "A report came");
        titles.put("family", "How the family takes part");
        titles.put("process", "A trial, inquest or investigation began");
        titles.put("process-ended", "It ended");
        titles.put("recommendation", "Recommend something");
        titles.put("finding", "Add a finding");
        titles.put("finished", "The report is finished");
        titles.put("graded", "Grade it");
        titles.put("version", "Begin it again");
        titles.put("accepted", "We accept it");
        titles.put("not-accepted", "We do not accept it");
        titles.put("agreed", "Who does what by when");
        titles.put("started", "Work has started");
        titles.put("evidence", "Add evidence");
        titles.put("done", "It is done");
        titles.put("verified", "I looked, and it is done");
        titles.put("effective", "I looked again, and it holds");
        titles.put("slipping", "It slips");
        titles.put("reopened", "Open it again");
        titles.put("bind", "Have it measured each month");
        titles.put("dissent", "Dissent");
        titles.put("letter", "The letter went");
        titles.put("letter-answered", "The letter was answered");
        titles.put("chased", "It was asked again");
        return titles;
    }

    static Page list(Visit visit, Map<ReviewId, Review> all, ReviewForms forms) {
        return new ReviewsPage(
                visit.frame("Case reviews", "Reviews"),
                all.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList(),
                compared(all),
                errors(forms, "open"),
                ReviewPages.opens(visit)
                        ? new Form("open-it", "/reviews", forms.openFields(), "Open it", true, "")
                        : null);
    }

    /** Reviews that found something, line by line, so that what they found can be compared. */
    private static Table compared(Map<ReviewId, Review> all) {
        List<String> headings = new ArrayList<>(List.of("Review"));
        Arrays.stream(FindingType.values()).map(FindingType::words).forEach(headings::add);
        return new Table(
                "compared",
                "Findings compared",
                "",
                headings,
                all.entrySet().stream()
                        .filter(e -> !e.getValue().findings(e.getValue().version()).isEmpty())
                        .limit(COMPARED_MAX)
                        .map(e -> compared(e.getKey(), e.getValue()))
                        .toList());
    }

    private static List<String> compared(ReviewId id, Review review) {
        List<String> line =
                new ArrayList<>(
                        List.of(id + " " + review.opened().map(Opened::pseudonym).orElse("")));
        for (FindingType type : FindingType.values()) {
            List<FindingMade> found =
                    review.findings(review.version()).stream()
                            .filter(f -> f.type() == type)
                            .toList();
            long none =
                    found.stream()
                            .filter(f -> f.otherAction() == ReviewEntry.OtherAction.NO)
                            .count();
            line.add(found.size() + (none == 0 ? "" : " (" + none + ")"));
        }
        return line;
    }

    private static ReviewsPage.Row row(ReviewId id, Review review) {
        long late = review.owed().stream().filter(d -> d.overdue(review.today())).count();
        long owed = review.owed().size();
        return new ReviewsPage.Row(
                new Link(
                        id.value(),
                        "/reviews/" + id,
                        review.opened().map(Opened::pseudonym).orElse("")),
                review.opened().map(Opened::pseudonym).orElse("")
                        + ", "
                        + review.template().map(ReviewTemplate::title).orElse(""),
                stage(review),
                late > 0
                        ? new Tag(late + " past its date", Tone.RED)
                        : new Tag(owed + " owed", Tone.NEUTRAL),
                review.sentence());
    }

    private static String stage(Review review) {
        if (review.partial()) {
            return "What is asked of you";
        }
        if (review.notReviewed().isPresent()) {
            return "No review, with reasons";
        }
        if (review.finished(review.version()).isPresent()) {
            return "Report finished";
        }
        return review.commissioned().isPresent() ? "Under way" : "To be decided";
    }

    ReviewHead head(String tab) {
        String at = "/reviews/" + id;
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("Overview", at, tab.equals(OVERVIEW)));
        if (!review.partial()) {
            tabs.add(new Tab("Chronology", at + "/chronology", tab.equals(CHRONOLOGY)));
            tabs.add(
                    new Tab(
                            "Findings (" + review.findings(review.version()).size() + ")",
                            at + "/findings",
                            tab.equals(FINDINGS)));
        }
        tabs.add(
                new Tab(
                        "Recommendations (" + review.recommendations().size() + ")",
                        at + "/recommendations",
                        tab.equals("recommendations")));
        if (!review.partial()) {
            tabs.add(new Tab("Quality", at + "/quality", tab.equals(QUALITY)));
        }
        if (!review.partial() && ReviewPages.opens(visit)) {
            tabs.add(new Tab("Publication", at + "/publication", tab.equals(PUBLICATION)));
        }
        String author =
                review.last(ReviewEntry.AuthorNamed.class)
                        .map(a -> ". Author " + a.name() + ", independent")
                        .orElse("");
        return new ReviewHead(
                id,
                review.opened().map(Opened::pseudonym).orElse(""),
                review.template().map(ReviewTemplate::title).orElse("")
                        + author
                        + ". As of "
                        + Words.day(review.today())
                        + ".",
                tabs);
    }

    Page part(String tab, ReviewForms forms, String act, Optional<Refusal> refusal) {
        List<String> acts =
                review.partial()
                        ? List.of()
                        : TITLES.keySet().stream()
                                .limit(17)
                                .filter(a -> tabOf(a).equals(tab))
                                .toList();
        return new ReviewPage(
                visit.frame("Case review " + id + (tab.isEmpty() ? "" : ", " + tab), "Reviews"),
                head(tab),
                errors(forms, act, refusal, ""),
                !review.partial() && tab.equals(FINDINGS) ? found() : List.of(),
                review.partial() ? List.of(happened(), notRead()) : tables(tab),
                tab.equals(OVERVIEW) ? review.owed().stream().map(this::owed).toList() : List.of(),
                acts.stream().map(a -> act(a, act, forms, "/reviews/" + id, "")).toList());
    }

    private List<Table> tables(String tab) {
        return switch (tab) {
            case FINDINGS ->
                    review.findings(review.version()).isEmpty()
                            ? List.of(
                                    new Table(
                                            "findings",
                                            "Findings of version " + review.version(),
                                            "Nothing was found yet.",
                                            List.of(),
                                            List.of()))
                            : List.of();
            case QUALITY -> List.of(versions(), grades());
            default -> List.of(processes(), happened());
        };
    }

    /**
     * What somebody who reads a part is told of the rest: that it is not theirs, never that it is
     * empty.
     */
    private static Table notRead() {
        return new Table(
                "rest",
                "The rest of the review",
                "You read what is asked of you. Findings, grades and what was asked of others are for"
                        + " those who are named on the review; nothing is said of them here.",
                List.of(),
                List.of());
    }

    private Owed owed(ReviewDuty duty) {
        boolean late = duty.overdue(review.today());
        return new Owed(
                duty.what(),
                visit.agency(duty.agency()) + ", " + duty.role().title(),
                Words.day(duty.due()),
                late ? new Tag("Past its date", Tone.RED) : new Tag("Runs", Tone.NEUTRAL),
                duty.why());
    }

    private Table processes() {
        return new Table(
                "processes",
                "Beside it",
                "No trial, inquest or investigation runs.",
                List.of("Process", "Since", "Holds"),
                review.running().stream()
                        .map(p ->
                                List.of(
                                        p.process(),
                                        Words.day(London.day(p.at())),
                                        p.holds() == ReviewEntry.Holds.PUBLICATION
                                                ? "Publication"
                                                : "Nothing"))
                        .toList());
    }

    private Table happened() {
        return new Table(
                "happened",
                "What happened",
                "Nothing.",
                List.of("When", "What", "What was said", "Who"),
                review.entries().reversed().stream()
                        .filter(e -> !(e instanceof ReviewEntry.OfAction))
                        .map(e ->
                                List.of(
                                        Words.day(London.day(e.at())),
                                        ReviewWords.what(e),
                                        ReviewWords.said(e),
                                        who(e)))
                        .toList());
    }

    private List<Found> found() {
        return review.findings(review.version()).stream().map(this::found).toList();
    }

    private Found found(FindingMade finding) {
        String at = "/reviews/" + id;
        return new Found(
                finding.number(),
                new Tag(
                        finding.type().words(),
                        finding.type() == FindingType.GOOD_PRACTICE ? Tone.GREEN : Tone.BLUE),
                finding.text(),
                finding.known(),
                finding.knowable(),
                ReviewWords.plain(finding.otherAction()),
                finding.rows().stream()
                        .map(row -> Link.to("Row " + row, at + "/chronology/rows/" + row))
                        .toList(),
                review.recommendations().stream()
                        .filter(r -> r.made().version() == review.version())
                        .filter(r -> r.made().findings().contains(finding.number()))
                        .map(r ->
                                Link.to(
                                        "Recommendation " + r.number(),
                                        at + "/recommendations/" + r.number()))
                        .toList());
    }

    /** Versions beside each other, line by line; an earlier one stays as it was. */
    private Table versions() {
        List<Integer> all = IntStream.rangeClosed(1, review.version()).boxed().toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                line(
                        "Report finished",
                        all,
                        v ->
                                review.finished(v)
                                        .map(f -> Words.day(f.on()))
                                        .orElse("Not finished")));
        rows.add(
                line(
                        "Grade",
                        all,
                        v ->
                                joined(
                                        review.grades(v).stream()
                                                .map(g ->
                                                        ReviewWords.plain(g.grade())
                                                                + " ("
                                                                + g.grader()
                                                                + ")"),
                                        "Not graded")));
        rows.add(
                line(
                        "State",
                        all,
                        v -> review.inadequate(v) ? "Inadequate: done again" : "Stands"));
        for (FindingType type : FindingType.values()) {
            if (review.all(FindingMade.class).stream().anyMatch(f -> f.type() == type)) {
                rows.add(line(type.words(), all, v -> ofType(v, type)));
            }
        }
        rows.add(
                line(
                        "Recommendations",
                        all,
                        v ->
                                joined(
                                        review.recommendations().stream()
                                                .filter(r -> r.made().version() == v)
                                                .map(r -> r.number() + ". " + r.made().text()),
                                        "None")));
        List<String> headings = new ArrayList<>(List.of("What"));
        all.forEach(v -> headings.add("Version " + v));
        return new Table(
                "versions",
                all.size() == 1 ? "Version 1" : "Versions side by side",
                "None.",
                headings,
                rows);
    }

    private String ofType(int version, FindingType type) {
        return joined(
                review.findings(version).stream()
                        .filter(f -> f.type() == type)
                        .map(f -> f.number() + ". " + f.text()),
                "Nothing found");
    }

    private static String joined(Stream<String> texts, String none) {
        String all = texts.collect(Collectors.joining(" "));
        return all.isEmpty() ? none : all;
    }

    private static List<String> line(
            String name, List<Integer> versions, IntFunction<String> cell) {
        List<String> line = new ArrayList<>(List.of(name));
        versions.forEach(v -> line.add(cell.apply(v)));
        return line;
    }

    private Table grades() {
        return new Table(
                "grades",
                "Grades",
                "Nobody graded it.",
                List.of("Version", "Grade", "Grader", "Why"),
                review.all(ReviewEntry.Graded.class).stream()
                        .map(g ->
                                List.of(
                                        String.valueOf(g.version()),
                                        ReviewWords.plain(g.grade()),
                                        g.grader(),
                                        g.why()))
                        .toList());
    }

    Page one(Recommendation one, List<Before> before) {
        return one(one, before, new ReviewForms(visit, Map.of()), "", Optional.empty());
    }

    Page one(
            Recommendation one,
            List<Before> before,
            ReviewForms forms,
            String act,
            Optional<Refusal> refusal) {
        return new ReviewRecommendationPage(
                visit.frame("Recommendation " + one.number() + " of " + id, "Reviews"),
                head("recommendations"),
                one.number(),
                one.made().text(),
                (one.made().made() == ReviewEntry.Made.EARLY
                                ? "Made early, before the report, on "
                                : "Made on ")
                        + Words.day(London.day(one.made().at()))
                        + ".",
                one.made().findings().stream()
                        .sorted()
                        .map(f ->
                                Link.to(
                                        "Finding " + f,
                                        "/reviews/" + id + "/findings#finding-" + f))
                        .toList(),
                before,
                errors(forms, act, refusal, ""),
                one.actions().stream().map(a -> part(a, forms, act)).toList());
    }

    private Part part(Action action, ReviewForms forms, String act) {
        String of = action.organisation().value();
        String to = "/reviews/" + id + "/recommendations/" + action.made().number();
        AgencyId own = visit.account().agency();
        return new Part(
                "of-" + of,
                visit.agency(action.organisation()),
                action.standing().words(),
                action.standing().slug(),
                action.agreed()
                        .map(a ->
                                a.owner().title()
                                        + ", by "
                                        + Words.day(a.due())
                                        + ". Different for children: "
                                        + a.different()
                                        + " Seen by: "
                                        + a.seen())
                        .orElse("Nobody owns it yet."),
                action.evidence().stream().map(e -> e.reference() + ": " + e.shows()).toList(),
                action.happened().stream()
                        .map(e ->
                                new Happened(
                                        Words.day(London.day(e.at())),
                                        ReviewWords.what(e),
                                        ReviewWords.said(e),
                                        who(e)))
                        .toList(),
                line(action),
                ReviewForms.acts(action, own).stream()
                        .filter(a ->
                                !review.partial()
                                        || own.equals(action.organisation())
                                        || ReviewForms.ofLetters(a))
                        .map(a -> act(a, act, forms, to, of))
                        .toList());
    }

    private static @org.jspecify.annotations.Nullable MonthLine line(Action action) {
        List<Measured> months = action.measured().stream().filter(m -> m.all() > 0).toList();
        if (action.bound().isEmpty() || months.isEmpty()) {
            return null;
        }
        int target = action.bound().get().target();
        return MonthLine.draw(
                "line-" + action.organisation(),
                "Percent in time, by month",
                months.size() + " months against a target of " + target + " percent",
                target,
                months.stream()
                        .map(m ->
                                new MonthLine.Month(
                                        Words.month(m.month()),
                                        m.met() * 100 / m.all(),
                                        m.met(),
                                        m.all(),
                                        Action.meets(m, target)))
                        .toList());
    }

    private String who(ReviewEntry entry) {
        return visit.person(entry.by().person()) + ", " + visit.agency(entry.by().agency());
    }

    private Act act(String act, String sent, ReviewForms forms, String to, String of) {
        ReviewForms own = act.equals(sent) ? forms : new ReviewForms(visit, Map.of());
        List<Field> fields = new ArrayList<>();
        fields.add(new Field.Hidden("act", act));
        if (!of.isEmpty()) {
            fields.add(new Field.Hidden("organisation", of));
        }
        fields.addAll(own.fields(act));
        String title = Optional.ofNullable(TITLES.get(act)).orElse(act);
        return new Act(
                title,
                new Form(formId(act, of), to, fields, "Keep it", false, ""),
                act.equals(sent));
    }

    private static String formId(String act, String of) {
        return of.isEmpty() ? "do-" + act : "do-" + act + "-" + of;
    }

    private static List<FormError> errors(ReviewForms forms, String act) {
        return forms.wrong().entrySet().stream()
                .map(e -> new FormError(e.getValue(), act + "-it-" + e.getKey()))
                .toList();
    }

    private List<FormError> errors(
            ReviewForms forms, String act, Optional<Refusal> refusal, String of) {
        List<FormError> errors = new ArrayList<>();
        forms.wrong()
                .forEach((field, words) ->
                        errors.add(new FormError(words, formId(act, of) + "-" + field)));
        refusal.ifPresent(r -> errors.add(new FormError(r.sentence() + " " + r.remedy(), "main")));
        return errors;
    }
}
