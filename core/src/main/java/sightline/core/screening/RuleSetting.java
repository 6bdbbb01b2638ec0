package sightline.core.screening;

import sightline.core.kernel.AreaId;

import java.time.Instant;
import java.util.Map;

/**
 * What an area set of a rule, from a moment on, until it sets it again.
 *
 * @param from from when; what was found before stays as it is
 * @param on whether the rule raises anything there
 * @param numbers the area's values by name; the rule's own for every other
 */
public record RuleSetting(
        AreaId area, RuleId rule, Instant from, boolean on, Map<String, Integer> numbers) {
    public RuleSetting {
        numbers = Map.copyOf(numbers);
    }
}
