package sightline.core.screening;

import sightline.core.kernel.AreaId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What areas set of the rules, with all that they set before: each setting holds from its moment to
 * the next. What an area never set is as the rule's card says.
 *
 * @param all oldest first
 * @param begun from when a rule is in force anywhere that came with a later version of the program
 */
public record RuleSettings(List<RuleSetting> all, Map<RuleId, Instant> begun) {

    /** Every rule as its card says, everywhere. */
    public static final RuleSettings NONE = new RuleSettings(List.of(), Map.of());

    public RuleSettings {
        begun = Map.copyOf(begun);
        all =
                all.stream()
                        .sorted(
                                Comparator.comparing(RuleSetting::from)
                                        .thenComparing(s -> s.area().value())
                                        .thenComparing(RuleSetting::rule))
                        .toList();
    }

    /** What an area set of a rule, oldest first. */
    public List<RuleSetting> of(AreaId area, RuleId rule) {
        return all.stream().filter(s -> s.area().equals(area) && s.rule().equals(rule)).toList();
    }

    /** What holds for an area now; empty where it never set the rule. */
    public Optional<RuleSetting> current(AreaId area, RuleId rule) {
        return of(area, rule).stream().reduce((_, later) -> later);
    }

    /** The same, and this setting. */
    public RuleSettings and(RuleSetting setting) {
        return new RuleSettings(Stream.concat(all.stream(), Stream.of(setting)).toList(), begun);
    }

    /** The same, with others that came with a later version. */
    public RuleSettings with(Map<RuleId, Instant> others) {
        return new RuleSettings(all, others);
    }

    boolean mention(RuleId rule) {
        return begun.containsKey(rule) || all.stream().anyMatch(s -> s.rule().equals(rule));
    }
}
