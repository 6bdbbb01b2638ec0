package sightline.core.facts;

import sightline.core.kernel.MessageRef;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What its sender took back: the messages that a retraction names, with the corrections of them
 * that were sent before it. Whoever takes an entry back means the entry as it stands by then; what
 * corrects it and was sent afterwards was sent in spite of that. In which order they came does not
 * matter.
 */
public final class TakenBack {
    private TakenBack() {}

    /**
     * When something was sent, and where in the ledger it stands: of two sent at one moment the
     * later read is the later.
     */
    public record Sent(Instant at, long position) implements Comparable<Sent> {
        private static final Comparator<Sent> ORDER =
                Comparator.comparing(Sent::at).thenComparingLong(Sent::position);

        /** When a fact was sent. */
        public static Sent of(Fact fact) {
            return new Sent(fact.times().sent(), fact.position());
        }

        @Override
        public int compareTo(Sent other) {
            return ORDER.compare(this, other);
        }

        /** The earlier of two. */
        public static Sent first(Sent one, Sent other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        /** The later of two. */
        public static Sent last(Sent one, Sent other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    /** A message to be taken back, by a retraction that was sent then. */
    private record Way<K>(K message, Sent by) {}

    /**
     * Which messages were taken back.
     *
     * @param named the messages that retractions name, and when the last that names each was sent
     * @param corrections what corrects each message, and when that was sent
     * @param <K> how messages are named
     */
    public static <K> Set<K> among(Map<K, Sent> named, Map<K, Map<K, Sent>> corrections) {
        // By the last retraction first, so that no later way to a message takes back more.
        PriorityQueue<Way<K>> next =
                new PriorityQueue<>(Comparator.comparing((Way<K> way) -> way.by()).reversed());
        named.forEach((message, by) -> next.add(new Way<>(message, by)));
        Set<K> takenBack = new HashSet<>();
        while (!next.isEmpty()) {
            Way<K> way = next.remove();
            if (takenBack.add(way.message())) {
                corrections
                        .getOrDefault(way.message(), Map.of())
                        .forEach((correction, sent) -> {
                            if (sent.compareTo(way.by()) < 0) {
                                next.add(new Way<>(correction, way.by()));
                            }
                        });
            }
        }
        return takenBack;
    }

    /** Reads the given facts, in any order. */
    static Set<MessageRef> among(Collection<Fact> facts) {
        Map<MessageRef, Sent> named = new HashMap<>();
        facts.forEach(fact ->
                Standings.takenBackBy(fact)
                        .forEach(message -> named.merge(message, Sent.of(fact), Sent::last)));
        if (named.isEmpty()) {
            return Set.of();
        }
        Map<MessageRef, Map<MessageRef, Sent>> corrections = new HashMap<>();
        facts.forEach(fact ->
                Corrections.corrected(fact)
                        .ifPresent(message ->
                                corrections
                                        .computeIfAbsent(message, _ -> new HashMap<>())
                                        .merge(fact.id().message(), Sent.of(fact), Sent::first)));
        return among(named, corrections);
    }
}
