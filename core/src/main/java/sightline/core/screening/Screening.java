package sightline.core.screening;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rules in their fixed order, run over one situation. */
public final class Screening {
    private final List<Rule> rules;
    private final int version;
    private final RuleSettings settings;

    /** A screening by these rules, of no version; no id may stand twice. */
    public Screening(List<Rule> rules) {
        this(rules, 0);
    }

    /**
     * A screening by these rules; no id may stand twice.
     *
     * @param version of the rules; a higher one is newer
     */
    public Screening(List<Rule> rules, int version) {
        this(rules, version, RuleSettings.NONE);
    }

    private Screening(List<Rule> rules, int version, RuleSettings settings) {
        this.version = version;
        this.settings = settings;
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        Set<RuleId> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(rule.id() + " stands twice in the catalogue");
            }
        }
    }

    /** The version of the rules: what a higher one derived is not derived again by a lower one. */
    public int version() {
        return version;
    }

    /** The same rules where areas set them so. */
    public Screening with(RuleSettings others) {
        return new Screening(rules, version, others);
    }

    /** What areas set of the rules. */
    public RuleSettings settings() {
        return settings;
    }

    /** The rules, by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** What all rules find, and the earliest moment at which time alone would change it. */
    public Evaluation evaluate(Situation situation) {
        return rules.stream()
                .map(rule -> asSet(rule, situation))
                .reduce(Evaluation.NOTHING, Evaluation::and)
                .toldTo(situation.recipients()::current);
    }

    /**
     * The same of those rules that do not fail: what one rule throws keeps no other from finding.
     * Rules touch no store, so that whatever they throw leaves everything else whole.
     *
     * @param failures is told which rule failed, and how
     */
    public Evaluation evaluate(Situation situation, BiConsumer<RuleId, Throwable> failures) {
        return rules.stream()
                .map(rule -> orNothing(rule, situation, failures))
                .reduce(Evaluation.NOTHING, Evaluation::and)
                .toldTo(situation.recipients()::current);
    }

    private Evaluation orNothing(
            Rule rule, Situation situation, BiConsumer<RuleId, Throwable> failures) {
        try {
            return asSet(rule, situation);
        } catch (RuntimeException | StackOverflowError fault) {
            failures.accept(rule.id(), fault);
            return Evaluation.NOTHING;
        }
    }

    /** By the area that is responsible for the subject. */
    private Evaluation asSet(Rule rule, Situation situation) {
        if (!settings.mention(rule.id())) {
            return Evaluations.in(situation).of(rule);
        }
        List<RuleSetting> set =
                situation
                        .recipients()
                        .area()
                        .map(area -> settings.of(area, rule.id()))
                        .orElse(List.of());
        return SetRule.evaluate(rule, situation, set, settings);
    }
}
