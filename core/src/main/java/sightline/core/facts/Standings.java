package sightline.core.facts;

import sightline.core.kernel.MessageRef;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out the standing of each fact from the facts that follow it. Only the sender of a message
 * can retract or correct it, and of two corrections the later stands; anybody may record that it is
 * disputed; an ending names the arrest or charge that it ends.
 */
public final class Standings {
    private final Map<MessageRef, Standing> byMessage = new HashMap<>();
    private final Map<MessageRef, List<MessageRef>> corrections = new HashMap<>();

    private Standings() {}

    /** Reads the given facts, in any order. */
    public static Standings of(Collection<Fact> facts) {
        return of(facts, Set.of());
    }

    /**
     * The same, where what corrects some of them is about somebody else, and not among them.
     *
     * @param withdrawn where those stand
     */
    public static Standings of(Collection<Fact> facts, Set<Long> withdrawn) {
        Standings standings = new Standings();
        facts.forEach(standings::read);
        Set<MessageRef> takenBack = TakenBack.among(facts);
        takenBack.forEach(m -> standings.raise(m, Standing.RETRACTED));
        if (!withdrawn.isEmpty()) {
            facts.stream()
                    .filter(f -> withdrawn.contains(f.position()))
                    .forEach(f -> standings.raise(f.id().message(), Standing.CORRECTED));
        }
        Corrections.among(facts, takenBack).all().forEach(standings::correct);
        return standings;
    }

    /** The messages that a fact corrects or takes back, as only their sender can. */
    public static Set<MessageRef> withdrawnBy(Fact fact) {
        Set<MessageRef> messages = new HashSet<>();
        fact.references().corrects().ifPresent(messages::add);
        if (fact.body() instanceof SharedBody.Retraction) {
            messages.addAll(fact.references().regarding());
        }
        messages.removeIf(message -> !message.sender().equals(fact.source()));
        return messages;
    }

    private void read(Fact fact) {
        fact.references()
                .corrects()
                .filter(message -> message.sender().equals(fact.source()))
                .ifPresent(message -> raise(message, Standing.CORRECTED));
        for (MessageRef message : fact.references().regarding()) {
            switch (fact.body()) {
                case SharedBody.FactDisputed _ -> raise(message, Standing.DISPUTED);
                case JusticeBody.SuspicionEnded _ -> raise(message, Standing.ENDED);
                default -> {}
            }
        }
    }

    private void correct(MessageRef correction, MessageRef earlier) {
        raise(earlier, Standing.CORRECTED);
        corrections.computeIfAbsent(earlier, _ -> new ArrayList<>(1)).add(correction);
    }

    private void raise(MessageRef message, Standing standing) {
        byMessage.merge(message, standing, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** The standing of one of the facts read. */
    public Standing of(Fact fact) {
        return byMessage.isEmpty()
                ? Standing.STANDS
                : byMessage.getOrDefault(fact.id().message(), Standing.STANDS);
    }

    /**
     * Whether a correction of a fact stands in its place, among the facts read: one that was taken
     * back does not, and one about somebody else is not among them.
     */
    public boolean replaced(Fact fact) {
        return replaced(fact.id().message(), new HashSet<>());
    }

    private boolean replaced(MessageRef message, Set<MessageRef> seen) {
        return seen.add(message)
                && corrections.getOrDefault(message, List.of()).stream()
                        .anyMatch(c -> inForce(c) || replaced(c, seen));
    }

    private boolean inForce(MessageRef message) {
        return byMessage.getOrDefault(message, Standing.STANDS).compareTo(Standing.CORRECTED) < 0;
    }
}
