package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.household.Entry;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Alerts about a child that no named person has answered: each is an open matter, from the first
 * finding until the answer, and again from the next finding after it. The answer to one alert
 * closes no other of the same rule. They are worked out from the entries anew; the rules whose they
 * are read no matter but those of casework, so that nothing goes in a circle. Who only may be
 * somebody on record opens nothing.
 */
final class UnansweredAlerts {
    private static final List<Rule> RULES =
            List.of(
                    new InjuryOfNonMobileChild(),
                    new KnownRiskJoinsChild(),
                    new RepeatedOrUnexplainedInjury(),
                    new ChildNotSeen(),
                    new LivesAgainstConditions(),
                    new MarkThatSeldomComesByAccident());

    private final Child child;

    private UnansweredAlerts(Child child) {
        this.child = child;
    }

    /** Those of a child, as matters, in no order. */
    static List<Matter> of(Child child) {
        UnansweredAlerts alerts = new UnansweredAlerts(child);
        return RULES.stream().flatMap(r -> alerts.of(r).stream()).toList();
    }

    private List<Matter> of(Rule rule) {
        Map<String, List<Finding>> matters = new LinkedHashMap<>();
        for (Finding finding : Evaluations.in(child.situation()).of(rule).findings()) {
            if (finding.alerts() && !KnownRiskJoinsChild.onlyPossible(finding)) {
                matters.computeIfAbsent(finding.matter(), _ -> new ArrayList<>()).add(finding);
            }
        }
        return matters.values().stream()
                .flatMap(findings -> runs(rule, findings).stream())
                .toList();
    }

    /** A matter is open from a finding to the next answer, and again from the next one after it. */
    private List<Matter> runs(Rule rule, List<Finding> matter) {
        List<Instant> answers = answers(rule, AlertReference.first(matter));
        List<Finding> left =
                new ArrayList<>(
                        matter.stream().sorted(Comparator.comparing(Finding::since)).toList());
        List<Matter> runs = new ArrayList<>();
        while (!left.isEmpty()) {
            Instant opened = left.getFirst().since();
            Optional<Instant> closed =
                    answers.stream().filter(at -> !at.isBefore(opened)).findFirst();
            List<Finding> run =
                    left.stream().filter(f -> closed.filter(f.since()::isAfter).isEmpty()).toList();
            String again = runs.isEmpty() ? "" : "|" + run.getFirst().item();
            matter(rule, run, opened, closed, again).ifPresent(runs::add);
            left.removeAll(run);
        }
        return runs;
    }

    private Optional<Matter> matter(
            Rule rule,
            List<Finding> findings,
            Instant opened,
            Optional<Instant> closed,
            String again) {
        List<Entry<?>> basis = basis(findings);
        return basis.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Matter(
                                Kind.ALERT,
                                rule.id().value() + "|" + Found.id(basis.getFirst()).text() + again,
                                opened,
                                closed,
                                Optional.empty(),
                                basis));
    }

    /**
     * What the findings rest on; what anybody did or was suspected of is told by the alert alone.
     */
    private List<Entry<?>> basis(List<Finding> findings) {
        List<Entry<?>> basis = new ArrayList<>();
        child
                .situation()
                .around()
                .facts(findings.stream().flatMap(f -> f.evidence().stream()).distinct().toList())
                .stream()
                .filter(f -> !(f.body() instanceof JusticeBody))
                .forEach(f -> basis.add(entry(f)));
        basis.sort(Order.OLDEST_FIRST);
        return basis;
    }

    /** Seen from the child, where it names the child; else from whom it names first. */
    private Entry<?> entry(Fact fact) {
        return Stream.concat(
                        Stream.of(child.individual()),
                        fact.participants().stream()
                                .flatMap(
                                        p -> child.situation().around().whose(p.record()).stream()))
                .filter(i -> fact.participants().stream().anyMatch(p -> i.has(p.record())))
                .findFirst()
                .orElse(child.individual())
                .entry(fact);
    }

    /** When the alert was answered: by its reference, or by the name of its rule alone. */
    private List<Instant> answers(Rule rule, Finding first) {
        String reference = AlertReference.of(child.situation(), first);
        return Answers.of(child).to(rule.id()).stream()
                .filter(e ->
                        e.body().alert().equals(reference)
                                || !e.body().alert().startsWith(AlertReference.PREFIX))
                .map(Entry::received)
                .sorted()
                .toList();
    }
}
