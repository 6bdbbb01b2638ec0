package sightline.core.screening;

import java.util.Map;

/**
 * Numbers that an area may set, by rule and name ({@code AL-07.months}); each rule names its own
 * default beside its use, with its source on the rule's card.
 */
public record Parameters(Map<String, Integer> values) {

    /** Nothing set: every rule's own defaults. */
    public static final Parameters DEFAULT = new Parameters(Map.of());

    public Parameters {
        values = Map.copyOf(values);
    }

    /** The area's value, or the default given. */
    public int number(RuleId rule, String name, int otherwise) {
        return values.getOrDefault(rule.value() + "." + name, otherwise);
    }
}
