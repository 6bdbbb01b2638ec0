package sightline.core.facts;

import sightline.core.kernel.MessageRef;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What its sender took back: the messages that a retraction names, with the corrections of them
 * that came before it. Whoever takes an entry back means the entry as it stands by then; what
 * corrects it afterwards was sent in spite of that.
 */
final class TakenBack {
    private TakenBack() {}

    /** Reads the given facts, in any order. */
    static Set<MessageRef> among(Collection<Fact> facts) {
        List<Fact> retractions =
                facts.stream().filter(f -> f.body() instanceof SharedBody.Retraction).toList();
        if (retractions.isEmpty()) {
            return Set.of();
        }
        Map<MessageRef, List<Fact>> corrections =
                facts.stream()
                        .filter(f -> f.references().corrects().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        f -> f.references().corrects().orElseThrow()));
        Set<MessageRef> takenBack = new HashSet<>();
        retractions.forEach(r -> read(r, corrections, takenBack));
        return takenBack;
    }

    private static void read(
            Fact retraction, Map<MessageRef, List<Fact>> corrections, Set<MessageRef> takenBack) {
        takenBack.addAll(
                Reached.from(
                        Standings.takenBackBy(retraction),
                        message ->
                                corrections.getOrDefault(message, List.of()).stream()
                                        .filter(c -> c.position() < retraction.position())
                                        .map(c -> c.id().message())
                                        .filter(m -> m.sender().equals(retraction.source()))));
    }
}
