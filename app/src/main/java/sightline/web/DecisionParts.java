package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.SharedBody.AlertAnswered;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.AgainstDecision;
import sightline.core.screening.AgainstDecision.Made;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.screening.Step;
import sightline.core.screening.WeightyDecision;
import sightline.web.view.page.DecisionsPage;
import sightline.web.view.part.DecisionLine;
import sightline.web.view.part.Link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What speaks against decisions about one child, as far as its reader may see it. */
final class DecisionParts {
    private static final AgencyId DERIVED = new AgencyId("sightline");

    private final Visit visit;
    private final Child child;
    private final Situation situation;

    DecisionParts(Visit visit, Child child) {
        this.visit = visit;
        this.child = child;
        this.situation =
                new Situation(
                        child.family().around(),
                        visit.now(),
                        visit.directory(),
                        Parameters.DEFAULT);
    }

    Situation situation() {
        return situation;
    }

    static String slug(WeightyDecision decision) {
        return decision.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<WeightyDecision> named(String slug) {
        return java.util.Arrays.stream(WeightyDecision.values())
                .filter(d -> slug(d).equals(slug))
                .findFirst();
    }

    List<Made> made() {
        return AgainstDecision.made(situation).stream().map(this::readable).toList();
    }

    /** The same, with the alerts that the reader may know. */
    AgainstDecision withAlerts(AgainstDecision laid) {
        return readable(laid, visit.now());
    }

    /** What speaks against a decision now. */
    AgainstDecision now(WeightyDecision decision) {
        return readable(
                AgainstDecision.of(situation, decision, visit.now(), Optional.empty()),
                visit.now());
    }

    private Made readable(Made made) {
        return new Made(
                made.decision(),
                made.entry(),
                made.reason(),
                readable(made.against(), made.entry().received()),
                made.dissent());
    }

    /** With the alerts that are the reader's to know and that nobody had answered by then. */
    private AgainstDecision readable(AgainstDecision laid, Instant moment) {
        List<Step> unanswered = new ArrayList<>();
        laid.unanswered().stream().filter(s -> alert(s).isEmpty()).forEach(unanswered::add);
        child.alerts().stream()
                .filter(a -> !a.raisedAt().isAfter(moment))
                .filter(a -> a.open() || answeredAfter(a.reference(), moment))
                .filter(a -> !a.content().path("findings").isEmpty())
                .forEach(a ->
                        unanswered.add(
                                new Step(
                                        new Text(AgainstDecision.ALERT + a.reference()),
                                        DERIVED,
                                        new When.At(a.raisedAt()),
                                        Certainty.CONFIRMED,
                                        List.of())));
        return new AgainstDecision(laid.against(), laid.notHeard(), unanswered);
    }

    private boolean answeredAfter(String reference, Instant moment) {
        return child.family().around().subject().entries(AlertAnswered.class).stream()
                .anyMatch(e -> e.body().alert().equals(reference) && e.received().isAfter(moment));
    }

    private static Optional<String> alert(Step step) {
        String text = step.text().value();
        return text.startsWith(AgainstDecision.ALERT)
                ? Optional.of(text.substring(AgainstDecision.ALERT.length()))
                : Optional.empty();
    }

    /** Every decision in one line. */
    List<DecisionLine> lines() {
        return made().stream()
                .map(m ->
                        new DecisionLine(
                                what(m),
                                summary(m),
                                m.reason().isEmpty() && !m.against().isEmpty(),
                                new Link(
                                        "What spoke against it, and who disagrees",
                                        new ChildParts(visit, child).address()
                                                + "/decisions#"
                                                + id(m),
                                        what(m))))
                .toList();
    }

    List<DecisionsPage.Laid> laid() {
        return made().stream()
                .map(m ->
                        new DecisionsPage.Laid(
                                id(m),
                                what(m),
                                summary(m),
                                m.reason().map(r -> r.value()).orElse(""),
                                groups(m.against()),
                                m.dissent().stream()
                                        .map(d ->
                                                visit.agency(d.fact().source())
                                                        + ", "
                                                        + d.fact().times().happened().inWords()
                                                        + (d.body().resolved() ? ", resolved" : "")
                                                        + d.body()
                                                                .words()
                                                                .map(w -> ": “" + w.value() + "”")
                                                                .orElse(""))
                                        .toList()))
                .toList();
    }

    /** What speaks against a decision that is about to be made. */
    DecisionsPage.Laid laid(WeightyDecision decision, AgainstDecision against) {
        return new DecisionsPage.Laid(
                "laid",
                "Before you decide that " + decision.words(),
                against.isEmpty()
                        ? "Nothing speaks against it in what you may see. That is not the same as"
                                + " nothing."
                        : Wording.count(against.against().size(), "recorded thing")
                                + " against it, in what you may see.",
                "",
                groups(against),
                List.of());
    }

    private static String id(Made made) {
        return "d" + Wording.anchor(made.entry().fact().id().text());
    }

    String what(Made made) {
        return Wording.capital(made.decision().words())
                + ": decided by "
                + visit.agency(made.entry().fact().source())
                + ", "
                + made.entry().fact().times().happened().inWords();
    }

    private static String summary(Made made) {
        int against = made.against().against().size();
        String with =
                against == 0
                        ? "Decided with nothing recorded against it that you may see"
                        : "Decided with "
                                + Wording.count(against, "recorded thing")
                                + " against it";
        String reason = made.reason().isPresent() ? "; reason given" : "; reason not given";
        String dissent =
                made.dissent().isEmpty()
                        ? ""
                        : "; " + Wording.count(made.dissent().size(), "disagreement");
        return with + reason + dissent;
    }

    /** Lines in their three groups. */
    List<DecisionsPage.Group> groups(AgainstDecision laid) {
        return List.of(
                group("Recorded against it", "Nothing in what you may see.", laid.against()),
                group("Not heard", "Nobody is missing in what you may see.", laid.notHeard()),
                group("Not answered", "Nothing is open in what you may see.", laid.unanswered()));
    }

    private DecisionsPage.Group group(String heading, String whenEmpty, List<Step> steps) {
        return new DecisionsPage.Group(heading, whenEmpty, steps.stream().map(this::line).toList());
    }

    private DecisionsPage.Line line(Step step) {
        String source =
                step.source().equals(DERIVED)
                        ? "As of " + step.date().inWords()
                        : visit.agency(step.source()) + ", " + step.date().inWords();
        return new DecisionsPage.Line(
                Wording.capital(step.text().value()) + ".",
                source + ".",
                Wording.certainty(step.certainty()),
                link(step));
    }

    private @Nullable Link link(Step step) {
        Optional<String> alert = alert(step);
        if (alert.isPresent()) {
            return new Link("Open the alert", "/alerts/" + alert.get(), alert.get());
        }
        return step.facts().isEmpty()
                ? null
                : new Link(
                        "See the entry",
                        new ChildParts(visit, child).address()
                                + "/chronology#entry-"
                                + Wording.anchor(step.facts().getFirst().text()),
                        step.text().value());
    }
}
