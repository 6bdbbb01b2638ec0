package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Recommendation;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Measured;
import sightline.core.reviews.SpeaksFor;
import sightline.core.reviews.Standing;
import sightline.web.view.Page;
import sightline.web.view.chart.MonthLine;
import sightline.web.view.page.ReviewRecommendationPage;
import sightline.web.view.page.ReviewRecommendationPage.Before;
import sightline.web.view.page.ReviewRecommendationPage.Happened;
import sightline.web.view.page.ReviewRecommendationPage.Part;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page of one recommendation shows, and which forms it offers to whom. */
final class RecommendationParts {
    private final Visit visit;
    private final String id;
    private final Review review;
    private final SpeaksFor speaks;

    RecommendationParts(Visit visit, String id, Review review, SpeaksFor speaks) {
        this.visit = visit;
        this.id = id;
        this.review = review;
        this.speaks = speaks;
    }

    Page page(Recommendation one, List<Before> before) {
        return page(one, before, new ReviewForms(visit, Map.of()), "", "", Optional.empty());
    }

    /**
     * The page with what was sent.
     *
     * @param of the organisation whose part it was sent about
     */
    Page page(
            Recommendation one,
            List<Before> before,
            ReviewForms forms,
            String act,
            String of,
            Optional<Refusal> refusal) {
        return new ReviewRecommendationPage(
                visit.frame("Recommendation " + one.number() + " of " + id, "Reviews"),
                new ReviewParts(visit, id, review).head("recommendations"),
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
                ReviewActs.errors(forms, act, refusal, of),
                one.actions().stream()
                        .map(a -> part(a, forms, a.organisation().value().equals(of) ? act : ""))
                        .toList());
    }

    private Part part(Action action, ReviewForms forms, String act) {
        String of = action.organisation().value();
        String to = "/reviews/" + id + "/recommendations/" + action.made().number();
        return new Part(
                "of-" + of,
                visit.organisation(action.organisation()),
                action.standing().words(),
                action.standing().slug(),
                action.agreed().map(RecommendationParts::agreed).orElse("Nobody owns it yet."),
                ReviewWords.dissent(visit, action),
                ReviewWords.measure(action).map(m -> "Measured each month: " + m + ".").orElse(""),
                must(action),
                action.evidence().stream().map(e -> e.reference() + ": " + e.shows()).toList(),
                action.happened().stream()
                        .map(e ->
                                new Happened(
                                        Words.day(London.day(e.at())),
                                        ReviewWords.what(e),
                                        ReviewWords.said(visit, e),
                                        visit.person(e.by().person())
                                                + ", "
                                                + visit.organisation(e.by().agency())))
                        .toList(),
                line(action),
                RecommendationActs.of(review, action, speaks, ReviewForms.by(visit)).stream()
                        .map(a -> ReviewActs.act(a, act, forms, to, of))
                        .toList());
    }

    private static String agreed(ReviewEntry.ActionAgreed agreed) {
        return Wording.capital(agreed.owner().title())
                + ", by "
                + Words.day(agreed.due())
                + ". Different for children: "
                + agreed.different()
                + " Seen by: "
                + agreed.seen();
    }

    /** Who must do what next, whoever looks. */
    private List<String> must(Action action) {
        var holders = new ReviewHolders(visit, review);
        List<String> must = new ArrayList<>();
        review.owed().stream()
                .filter(d ->
                        d.of().equals(
                                        new ReviewDuty.Of.Part(
                                                action.made().number(), action.organisation())))
                .map(d ->
                        d.what()
                                + ", by "
                                + Words.day(d.due())
                                + (d.overdue(review.today()) ? " (past its date)" : "")
                                + ": "
                                + holders.whose(d)
                                + ".")
                .forEach(must::add);
        if (action.standing() == Standing.DONE
                && !action.standsBeside(ReviewForms.by(visit), speaks)) {
            must.add(
                    "You cannot verify it: another organisation does, or an audit post without a line"
                            + " to its owner.");
        }
        return must;
    }

    /** From the level when it was bound on, where anything was due. */
    private static List<Measured> months(Action action) {
        return Stream.concat(
                        action.level().stream()
                                .map(l ->
                                        new Measured(
                                                l.by(),
                                                l.at(),
                                                l.recommendation(),
                                                l.organisation(),
                                                l.month(),
                                                l.met(),
                                                l.all()))
                                .filter(l ->
                                        action.measured().stream()
                                                .noneMatch(m -> m.month().equals(l.month()))),
                        action.measured().stream())
                .filter(m -> m.all() > 0)
                .sorted(Comparator.comparing(Measured::month))
                .toList();
    }

    private static @Nullable MonthLine line(Action action) {
        List<Measured> months = months(action);
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
                                        m.month(),
                                        Words.month(m.month()),
                                        m.met() * 100 / m.all(),
                                        m.met(),
                                        m.all(),
                                        Action.meets(m, target)))
                        .toList());
    }
}
