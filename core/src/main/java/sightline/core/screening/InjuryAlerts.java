package sightline.core.screening;

import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.household.Entry;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alerts about a child's injuries that no named person has answered: each is an open matter, from
 * the first finding until the answer. They are worked out from the entries anew; the rules whose
 * they are read no matter, so that nothing goes in a circle.
 */
final class InjuryAlerts {
    private static final List<Rule> RULES =
            List.of(
                    new InjuryOfNonMobileChild(),
                    new RepeatedOrUnexplainedInjury(),
                    new MarkThatSeldomComesByAccident());

    private final Child child;

    private InjuryAlerts(Child child) {
        this.child = child;
    }

    /** Those of a child, as matters, in no order. */
    static List<Matter> of(Child child) {
        if (child.entries(InjuryObserved.class).isEmpty()) {
            return List.of();
        }
        InjuryAlerts alerts = new InjuryAlerts(child);
        return RULES.stream().flatMap(r -> alerts.of(r).stream()).toList();
    }

    private List<Matter> of(Rule rule) {
        Map<String, List<Finding>> matters = new LinkedHashMap<>();
        for (Finding finding : rule.evaluate(child.situation()).findings()) {
            if (finding.alerts()) {
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
                                Kind.INJURY_ALERT,
                                rule.id().value() + "|" + Found.id(basis.getFirst()).text(),
                                opened,
                                answered(rule, newest),
                                Optional.empty(),
                                basis));
    }

    private List<Entry<?>> basis(List<Finding> findings) {
        List<Entry<?>> basis = new ArrayList<>();
        child.entries(InjuryObserved.class).stream()
                .filter(e -> findings.stream().anyMatch(f -> f.evidence().contains(Found.id(e))))
                .sorted(Order.OLDEST_FIRST)
                .forEach(basis::add);
        return basis;
    }

    private Optional<Instant> answered(Rule rule, Instant newest) {
        return Answers.of(child).to(rule.id()).stream()
                .map(Entry::received)
                .filter(at -> !at.isBefore(newest))
                .min(Instant::compareTo);
    }
}
