package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.Assessment;
import sightline.core.casework.Given;
import sightline.core.casework.QuestionSet;
import sightline.core.casework.QuestionSets;
import sightline.core.casework.StrategyPack;
import sightline.core.chronology.Plainly;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.AssessmentAccount;
import sightline.core.facts.Fact;
import sightline.core.facts.MeetingBody;
import sightline.core.facts.MeetingBody.Minutes;
import sightline.core.facts.SystemBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Selves;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.web.CaseDocument.Block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a document says to one recipient: of what its maker reads, only the facts that are open to
 * the recipient. Each name comes from such a fact, too.
 */
final class CaseDocumentParts {
    private static final int MOST = 200;

    private final Visit visit;
    private final Child child;
    private final Set<Long> open;
    private final Set<Fact> used = new LinkedHashSet<>();
    private final List<Block> blocks = new ArrayList<>();

    CaseDocumentParts(Visit visit, Child child, Set<Long> open) {
        this.visit = visit;
        this.child = child;
        this.open = Set.copyOf(open);
    }

    /** Of which facts it shows anything, in the order in which it does. */
    List<Fact> used() {
        return List.copyOf(used);
    }

    /** Whether anything was written. */
    boolean empty() {
        return blocks.isEmpty();
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    private boolean shows(Fact fact) {
        if (!open.contains(fact.position())) {
            return false;
        }
        used.add(fact);
        return true;
    }

    private void heading(String text) {
        blocks.add(new CaseDocument.Heading(text));
    }

    private void words(String label, Optional<Text> text) {
        text.ifPresent(t -> blocks.add(new CaseDocument.Words(label, t.value())));
    }

    private void line(String label, String text) {
        blocks.add(new CaseDocument.Words(label, text));
    }

    private Individual subject() {
        return child.family().around().subject();
    }

    private Selves selves() {
        return child.family().around().asOne();
    }

    /** The name of somebody as the recipient may know it. */
    String name(Individual person) {
        List<Fact> facts =
                person.facts().stream()
                        .filter(f -> open.contains(f.position()))
                        .filter(f -> f.participants().size() == 1)
                        .toList();
        return Naming.named(facts) ? Naming.name(facts) : "Name not open to the recipient";
    }

    String name() {
        return name(subject());
    }

    /**
     * Each assessment that was begun: its answers as they stand, then what was seen and thought.
     */
    CaseDocumentParts assessment(QuestionSets questions) {
        for (QuestionSet set : questions.sets()) {
            var assessment = Assessment.of(child.family().around(), set, visit.today());
            if (assessment.begun()
                    && assessment.facts().stream().anyMatch(e -> open.contains(position(e)))) {
                assessment(assessment);
            }
        }
        return this;
    }

    private static long position(Entry<?> entry) {
        return entry.fact().position();
    }

    private void assessment(Assessment assessment) {
        heading(
                assessment.set().title()
                        + (assessment.complete() ? "" : " (not signed off as complete)"));
        for (Assessment.Item item : assessment.items()) {
            for (Given given : item.standing()) {
                if (shows(given.fact())) {
                    String whom =
                            item.of()
                                    .map(p -> name(child.family().around().person(p.id())))
                                    .map(n -> " (" + n + ")")
                                    .orElse("");
                    String said = given.answer().answer().map(a -> ": " + a.value()).orElse("");
                    line(
                            item.question().text() + whom,
                            AssessmentForms.words(given.answer().state())
                                    + said
                                    + ". "
                                    + AssessmentForms.how(visit, given));
                }
            }
        }
        assessment.facts().stream()
                .filter(e -> e.body().account().isPresent())
                .filter(e -> open.contains(position(e)))
                .reduce((_, later) -> later)
                .ifPresent(e -> {
                    used.add(e.fact());
                    account(e.body().account().orElseThrow());
                });
    }

    private void account(AssessmentAccount account) {
        line(
                "The child",
                account.childSeenAlone()
                        ? "was seen, and seen alone"
                        : account.childSeen() ? "was seen" : "was not seen");
        words("The child’s own words", account.childsWords());
        words("What was seen", account.observed());
        words("How it was explained, and by whom", account.explained());
        words("What is made of it", account.analysis());
        words("What goes well", account.strengths());
        words("What the family thinks", account.familyViews());
        words("With whom it was shared, or why not", account.sharing());
    }

    /** A report to a conference: what is recorded, then what was assessed. */
    CaseDocumentParts report(QuestionSets questions) {
        StrategyPack pack = StrategyPack.of(new DecisionParts(visit, child).situation());
        lines("Household and family", pack.household());
        lines("Injuries and medical opinions", pack.injuries());
        lines("What is recorded of the grown-ups", pack.background());
        lines("What was closed before", pack.closings());
        lines("Chronology, newest first", pack.chronology());
        return assessment(questions);
    }

    private void lines(String heading, List<StrategyPack.Line> lines) {
        List<StrategyPack.Line> shown =
                lines.stream()
                        .filter(l -> !(l.fact().body() instanceof SystemBody))
                        .filter(l -> open.contains(l.fact().position()))
                        .toList();
        if (shown.isEmpty()) {
            return;
        }
        heading(heading);
        for (StrategyPack.Line line : shown.subList(0, Math.min(MOST, shown.size()))) {
            used.add(line.fact());
            line(
                    Wording.capital(line.fact().times().happened().inWords())
                            + ", "
                            + name(line.about()),
                    Wording.capital(Plainly.said(line.fact()))
                            + " ("
                            + visit.agency(line.fact().source())
                            + ")");
        }
        if (shown.size() > MOST) {
            line("", "The newest " + MOST + " of " + shown.size() + " entries stand here.");
        }
    }

    /** The meeting that was recorded last, with what it agreed on. */
    CaseDocumentParts minutes() {
        selves().facts().stream()
                .filter(f -> open.contains(f.position()))
                .filter(f ->
                        f.body() instanceof CareBody.Conference
                                || f.body() instanceof CareBody.CoreGroup
                                || f.body() instanceof CareBody.StrategyDiscussion)
                .max(Comparator.comparingLong(Fact::position))
                .ifPresent(this::minutes);
        return this;
    }

    private void minutes(Fact meeting) {
        used.add(meeting);
        heading(
                Wording.capital(meeting.kind().replace('-', ' '))
                        + " of "
                        + Words.day(StrategyPack.day(meeting)));
        line("Recorded", Wording.capital(Plainly.said(meeting)));
        minutesOf(meeting)
                .ifPresent(m -> {
                    m.quorate().ifPresent(q -> line("Enough there to decide", q ? "Yes" : "No"));
                    m.attended()
                            .forEach(a ->
                                    line(
                                            visit.agency(a.agency()),
                                            StrategyParts.attended(a.how())));
                    words("What spoke against it, and why it stands", m.against());
                    words("Who disagreed, and why", m.dissent());
                });
        for (Fact action : selves().counting("agreed-action")) {
            if (action.references().regarding().contains(meeting.id().message())
                    && shows(action)
                    && action.body() instanceof MeetingBody.AgreedAction agreed) {
                line(
                        "Action",
                        agreed.action().value()
                                + ": "
                                + String.join(
                                        ", ",
                                        action.references().addressees().stream()
                                                .map(visit::agency)
                                                .toList())
                                + agreed.due()
                                        .map(d -> ", by " + Words.day(d))
                                        .orElse(", at once"));
            }
        }
    }

    private static Optional<Minutes> minutesOf(Fact meeting) {
        return switch (meeting.body()) {
            case CareBody.Conference c -> c.minutes();
            case CareBody.CoreGroup g -> g.minutes();
            case CareBody.StrategyDiscussion s -> s.minutes();
            default -> Optional.empty();
        };
    }

    /** What the newest plan of each type says. */
    CaseDocumentParts plan() {
        for (var type : CareBody.Plan.PlanType.values()) {
            selves().about(MeetingBody.PlanWritten.class).stream()
                    .filter(e -> e.body().type() == type)
                    .filter(e -> open.contains(position(e)))
                    .reduce((_, later) -> later)
                    .ifPresent(this::plan);
        }
        return this;
    }

    private void plan(Entry<MeetingBody.PlanWritten> entry) {
        used.add(entry.fact());
        MeetingBody.PlanWritten plan = entry.body();
        heading(
                Wording.capital(Wording.code(plan.type().name()))
                        + " plan, written "
                        + Words.day(StrategyPack.day(entry.fact())));
        line("What will be different for the child", plan.different().value());
        words("Who does what", plan.steps());
        words("What happens if it does not come about", plan.contingency());
        words("Visits", plan.visits());
        plan.review().ifPresent(d -> line("Reviewed on", Words.day(d)));
    }

    /** What the writer says; of the record only the child's name. */
    CaseDocumentParts letter(String text) {
        subject().facts().stream()
                .filter(f -> f.participants().size() == 1)
                .filter(f -> f.body() instanceof sightline.core.facts.PersonBody.Person)
                .filter(f -> open.contains(f.position()))
                .forEach(used::add);
        text.lines().filter(l -> !l.isBlank()).forEach(l -> line("", l.strip()));
        return this;
    }
}
