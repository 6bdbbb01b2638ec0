package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewTemplate;
import sightline.core.reviews.SpeaksFor;
import sightline.web.view.Page;
import sightline.web.view.page.ReviewHead;
import sightline.web.view.page.ReviewPage;
import sightline.web.view.page.ReviewPage.Found;
import sightline.web.view.page.ReviewPage.Owed;
import sightline.web.view.page.ReviewPage.Table;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tab;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pages of a review show. */
final class ReviewParts {
    static final String OVERVIEW = "";
    static final String CHRONOLOGY = "chronology";
    static final String FINDINGS = "findings";
    static final String QUALITY = "quality";
    static final String PUBLICATION = "publication";

    private static final String HAND_IN = "report-came";

    private final Visit visit;
    private final String id;
    private final Review review;

    ReviewParts(Visit visit, String id, Review review) {
        this.visit = visit;
        this.id = id;
        this.review = review;
    }

    ReviewHead head(String tab) {
        String at = "/reviews/" + id;
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("Overview", at, tab.equals(OVERVIEW)));
        if (review.opensChronology()) {
            tabs.add(new Tab("Chronology", at + "/chronology", tab.equals(CHRONOLOGY)));
        }
        if (!review.partial()) {
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

    Page part(
            String tab,
            ReviewForms forms,
            String act,
            Optional<Refusal> refusal,
            SpeaksFor speaks) {
        Optional<AgencyId> handsIn = handsIn(tab, speaks);
        if (review.partial() && act.isEmpty() && handsIn.isPresent()) {
            var filled = forms.with("agency", handsIn.get().value());
            return part(tab, filled, HAND_IN, refusal, speaks);
        }
        List<String> acts =
                review.partial()
                        ? handsIn.stream().map(_ -> HAND_IN).toList()
                        : ReviewActs.of(tab).stream()
                                .filter(a -> a.equals(act) || isOpen(a))
                                .toList();
        return new ReviewPage(
                visit.frame("Case review " + id + (tab.isEmpty() ? "" : ", " + tab), "Reviews"),
                head(tab),
                ReviewActs.errors(forms, act, refusal, ""),
                !review.partial() && tab.equals(FINDINGS) ? found() : List.of(),
                review.partial() ? List.of(happened(), notRead()) : tables(tab),
                tab.equals(OVERVIEW) ? review.owed().stream().map(this::owed).toList() : List.of(),
                acts.stream()
                        .map(a -> ReviewActs.act(a, act, forms, "/reviews/" + id, ""))
                        .toList());
    }

    /** Whether there is anything to say by a form: what was decided is not decided again. */
    private boolean isOpen(String act) {
        return switch (act) {
            case "commissioned", "not-reviewed" ->
                    review.commissioned().isEmpty() && review.notReviewed().isEmpty();
            case "held" -> !review.holds().isEmpty();
            case "process-ended" -> !review.running().isEmpty();
            case "finding", "recommendation", "finished" -> !isFinished();
            case "graded", "version" -> isFinished();
            default -> true;
        };
    }

    /** What is finished stays as it was. */
    private boolean isFinished() {
        return review.finished(review.version()).isPresent();
    }

    /** The organisation whose own report the visitor owes. */
    private Optional<AgencyId> handsIn(String tab, SpeaksFor speaks) {
        return review.reportsOwed().stream()
                .map(ReviewEntry.ReportAsked::of)
                .filter(of -> tab.equals(OVERVIEW) && speaks.handsIn(of))
                .findFirst();
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
            case QUALITY -> {
                var quality = new ReviewQuality(review);
                yield List.of(quality.versions(), quality.grades());
            }
            default ->
                    review.opensChronology()
                            ? List.of(processes(), happened())
                            : List.of(processes(), happened(), chronologyClosed());
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

    private static Table chronologyClosed() {
        return new Table(
                "chronology",
                "The chronology",
                "This review fell to your post, and you are not named on it. What agencies recorded of the"
                        + " family is for those who are named. To take the review on, record who joins the"
                        + " panel, yourself or whoever will lead it: that opens the chronology to them.",
                List.of(),
                List.of());
    }

    private Owed owed(ReviewDuty duty) {
        boolean late = duty.overdue(review.today());
        return new Owed(
                duty.what(),
                new ReviewHolders(visit, review).whose(duty),
                Words.day(duty.due()),
                late ? new Tag("Past its date", Tone.RED) : new Tag("Runs", Tone.NEUTRAL),
                duty.why());
    }

    private Table processes() {
        return new Table(
                "processes",
                "Trials, inquests and investigations",
                "No trial, inquest or investigation runs.",
                List.of("Process", "Number", "Since", "Holds", "Why", "Said by"),
                review.running().stream()
                        .map(p ->
                                List.of(
                                        p.process(),
                                        String.valueOf(review.number(p)),
                                        Words.day(London.day(p.at())),
                                        p.holds() == ReviewEntry.Holds.PUBLICATION
                                                ? "Publication"
                                                : "Nothing",
                                        p.why(),
                                        who(p)))
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
                                        ReviewWords.said(visit, e),
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
                        .map(row ->
                                review.opensChronology()
                                        ? Link.to("Row " + row, at + "/chronology/rows/" + row)
                                        : Link.to("Row " + row, ""))
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

    private String who(ReviewEntry entry) {
        return visit.person(entry.by().person()) + ", " + visit.organisation(entry.by().agency());
    }
}
