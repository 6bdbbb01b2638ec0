package sightline.register;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much one agency has to keep in sight.
 *
 * @param people how many people are under a register; one under two counts once
 * @param counts how many lines of each sort there are
 */
public record RegisterLoad(long people, Map<RegisterShow, Long> counts) {
    public RegisterLoad {
        counts = Map.copyOf(counts);
    }

    /** How many lines of a sort there are. */
    public long count(RegisterShow show) {
        return counts.getOrDefault(show, 0L);
    }

    /** Both together, of two agencies: nobody has two that answer. */
    public RegisterLoad and(RegisterLoad other) {
        Map<RegisterShow, Long> sum = new EnumMap<>(RegisterShow.class);
        for (RegisterShow show : RegisterShow.values()) {
            sum.put(show, count(show) + other.count(show));
        }
        return new RegisterLoad(people + other.people, sum);
    }
}
