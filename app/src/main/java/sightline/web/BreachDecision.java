package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.BreachDecided;
import sightline.core.facts.JusticeBody.BreachDecided.Verdict;
import sightline.core.facts.SharedBody.AlertAnswered;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.core.facts.SharedBody.DutyEnded;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person decided about something that was owed: that it was missed, that it was not, or how
 * it was settled otherwise. Nothing here decides.
 *
 * @param fact the entry that says so
 * @param what was decided, in words of the entry
 * @param by who, as far as the entry says it
 */
record BreachDecision(Fact fact, Tag state, String what, String by) {
    private static final String DIFFERENCE = "RG-01";
    private static final Set<AlertAnswer> RIGHT =
            Set.of(AlertAnswer.RIGHT_ACTED_ON, AlertAnswer.RIGHT_ALREADY_KNOWN);

    /**
     * Every decision about it: what was decided expressly first, the newest of it first; then what
     * an answer or an ended duty says, oldest first. None where nobody has decided.
     */
    static List<BreachDecision> of(Visit visit, Child child, BreachMatter matter) {
        Individual subject = child.family().around().subject();
        Set<String> alerts =
                child.alerts().stream()
                        .filter(a -> a.rule().equals(DIFFERENCE))
                        .filter(a ->
                                a.content()
                                        .path("findings")
                                        .valueStream()
                                        .anyMatch(f ->
                                                f.path("item").asString("").equals(matter.item())))
                        .map(a -> a.reference())
                        .collect(Collectors.toSet());
        Stream<BreachDecision> express =
                subject.about(BreachDecided.class).reversed().stream()
                        .filter(e -> e.body().notice().equals(matter.item()))
                        .map(e -> decided(visit, e));
        Stream<BreachDecision> answers =
                subject.entries(AlertAnswered.class).stream()
                        .filter(e -> alerts.contains(e.body().alert()))
                        .map(e -> answered(visit, e));
        Stream<BreachDecision> ended =
                subject.entries(DutyEnded.class).stream()
                        .filter(e -> names(e.body().duty(), matter))
                        .map(e -> ended(visit, e));
        return Stream.concat(express, Stream.concat(answers, ended)).toList();
    }

    /** What stands: what was decided expressly last, else what was said last. */
    static Optional<BreachDecision> standing(List<BreachDecision> all) {
        return all.stream()
                .filter(d -> d.fact().body() instanceof BreachDecided)
                .findFirst()
                .or(() -> all.stream().reduce((_, last) -> last));
    }

    /** Whether somebody still has to decide. */
    static boolean open(List<BreachDecision> all) {
        return standing(all)
                .filter(d ->
                        !(d.fact().body() instanceof BreachDecided decided)
                                || decided.decision() != Verdict.NOT_DECIDED)
                .isEmpty();
    }

    private static BreachDecision decided(Visit visit, Entry<BreachDecided> entry) {
        BreachDecided body = entry.body();
        Tag state =
                switch (body.decision()) {
                    case BREACH -> new Tag("Decided: a breach", Tone.RED);
                    case NOT_A_BREACH -> new Tag("Decided: not a breach", Tone.GREEN);
                    case NOT_DECIDED -> new Tag("Looked at, not decided", Tone.AMBER);
                };
        return new BreachDecision(
                entry.fact(),
                state,
                "%s, because: %s".formatted(state.text(), body.reason().value()),
                by(visit, entry.fact(), Optional.of(body.by())));
    }

    /** A duty's key ends with what began it. */
    private static boolean names(String duty, BreachMatter matter) {
        return duty.startsWith("register.") && duty.endsWith("/" + matter.item());
    }

    private static BreachDecision answered(Visit visit, Entry<AlertAnswered> entry) {
        boolean right = RIGHT.contains(entry.body().answer());
        return new BreachDecision(
                entry.fact(),
                right
                        ? new Tag("Held to be missed", Tone.RED)
                        : new Tag("Held not to be missed", Tone.GREEN),
                "The difference was answered “%s”, because: %s"
                        .formatted(
                                Wording.code(entry.body().answer().name()),
                                entry.body().reason().value()),
                by(visit, entry.fact(), entry.body().by()));
    }

    private static BreachDecision ended(Visit visit, Entry<DutyEnded> entry) {
        DutyEnded body = entry.body();
        return new BreachDecision(
                entry.fact(),
                new Tag(body.done() ? "Settled" : "Held not to apply", Tone.NEUTRAL),
                (body.done() ? "Recorded as done: " : "Recorded as no longer applying: ")
                        + body.reason().value()
                        + body.outcome().map(o -> ". Outcome: " + o.value()).orElse(""),
                by(visit, entry.fact(), body.decidedBy()));
    }

    private static String by(Visit visit, Fact fact, Optional<Text> name) {
        return name.map(n -> n.value() + ", ").orElse("Name not in the entry, ")
                + visit.agency(fact.source())
                + ", "
                + Words.moment(fact.times().received());
    }
}
