package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of several decisions hold. */
final class Decisions {
    private Decisions() {}

    private record Pair(SourceRecord first, SourceRecord second) {}

    /** The newest of each pair, newest first. */
    static List<Decision> inForce(Collection<Decision> decisions) {
        Set<Pair> seen = new HashSet<>();
        return decisions.stream()
                .sorted(Decision.NEWEST_FIRST)
                .filter(decision -> seen.add(new Pair(decision.first(), decision.second())))
                .toList();
    }
}
