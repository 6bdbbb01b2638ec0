package sightline.core.duties;

import sightline.core.directory.Area;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Of several packs that have a clock of one key, which holds in an area. */
final class Grounds {
    private final Map<ClockKey, Set<Ground>> speaking;

    Grounds(Collection<Pack> packs) {
        speaking =
                packs.stream()
                        .flatMap(p -> p.clocks().stream())
                        .map(ClockDefinition::key)
                        .distinct()
                        .collect(Collectors.toMap(k -> k, k -> grounds(packs, k)));
        speaking.values().removeIf(g -> g.equals(Set.of(Ground.EVERYWHERE)));
    }

    private static Set<Ground> grounds(Collection<Pack> packs, ClockKey key) {
        return packs.stream()
                .filter(p ->
                        p.ground().leavesOut().contains(key)
                                || p.clocks().stream().anyMatch(c -> c.key().equals(key)))
                .map(Pack::ground)
                .collect(Collectors.toSet());
    }

    /** Whether the clock runs there; where it is asked only if packs differ about the clock. */
    boolean runs(ClockDefinition clock, Supplier<Optional<Area>> where) {
        Set<Ground> all = speaking.get(clock.key());
        if (all == null) {
            return true;
        }
        Optional<Area> area = where.get();
        return all.stream()
                .filter(g -> g.holds(area))
                .max(Comparator.comparingInt(Ground::closeness))
                .filter(g -> g.equals(clock.ground()) && !g.leavesOut().contains(clock.key()))
                .isPresent();
    }
}
