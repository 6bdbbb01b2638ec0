package sightline.core.screening;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules in their fixed order, run over one situation. */
public final class Screening {
    private final List<Rule> rules;

    /** A screening by these rules; no id may stand twice. */
    public Screening(List<Rule> rules) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        Set<RuleId> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(rule.id() + " stands twice in the catalogue");
            }
        }
    }

    /** The rules, by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** What all rules find, and the earliest moment at which time alone would change it. */
    public Evaluation evaluate(Situation situation) {
        return rules.stream()
                .map(rule -> rule.evaluate(situation))
                .reduce(Evaluation.NOTHING, Evaluation::and)
                .toldTo(situation.recipients()::current);
    }
}
