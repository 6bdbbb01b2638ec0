package sightline.core.screening;

import sightline.core.kernel.AreaId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What areas set of the rules, with all that they set before: each setting holds from its moment to
 * the next. What an area never set is as the rule's card says.
 *
 * @param all oldest first
 * @param begun from when a rule is in force anywhere that came with a later version of the program
 * @param changed when later versions of the program changed what a rule finds, oldest first
 */
public record RuleSettings(
        List<RuleSetting> all, Map<RuleId, Instant> begun, Map<RuleId, List<Instant>> changed) {

    /** Every rule as its card says, everywhere. */
    public static final RuleSettings NONE = new RuleSettings(List.of(), Map.of(), Map.of());

    public RuleSettings {
        begun = Map.copyOf(begun);
        changed =
                changed.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        e -> e.getValue().stream().sorted().toList()));
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
        return new RuleSettings(
                Stream.concat(all.stream(), Stream.of(setting)).toList(), begun, changed);
    }

    /** The same settings, with what other versions of the program brought and changed. */
    public RuleSettings with(RuleSettings versions) {
        return new RuleSettings(all, versions.begun, versions.changed);
    }

    boolean mention(RuleId rule) {
        return begun.containsKey(rule)
                || changed.containsKey(rule)
                || all.stream().anyMatch(s -> s.rule().equals(rule));
    }
}
