package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.household.Entry;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Alerts about a child that no named person has answered: each is an open matter, from the first
 * finding until the answer. They are worked out from the entries anew; the rules whose they are
 * read no matter but those of casework, so that nothing goes in a circle. Who only may be somebody
 * on record opens nothing.
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
        for (Finding finding : rule.evaluate(child.situation()).findings()) {
            if (finding.alerts() && !KnownRiskJoinsChild.onlyPossible(finding)) {
                matters.computeIfAbsent(finding.matter(), _ -> new ArrayList<>()).add(finding);
            }
        }
        List<Matter> found = new ArrayList<>();
        matters.values().forEach(findings -> matter(rule, findings).ifPresent(found::add));
        return found;
    }

    private Optional<Matter> matter(Rule rule, List<Finding> findings) {
        Instant opened =
                findings.stream().map(Finding::since).min(Instant::compareTo).orElseThrow();
        Instant newest =
                findings.stream().map(Finding::since).max(Instant::compareTo).orElseThrow();
        List<Entry<?>> basis = basis(findings);
        return basis.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Matter(
                                Kind.ALERT,
                                rule.id().value() + "|" + Found.id(basis.getFirst()).text(),
                                opened,
                                answered(rule, newest),
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

    private Optional<Instant> answered(Rule rule, Instant newest) {
        return Answers.of(child).to(rule.id()).stream()
                .map(Entry::received)
                .filter(at -> !at.isBefore(newest))
                .min(Instant::compareTo);
    }
}
