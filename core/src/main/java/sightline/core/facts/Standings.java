package sightline.core.facts;

import sightline.core.kernel.MessageRef;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out the standing of each fact from the facts that follow it. Only the sender of a message
 * can retract or correct it, and of two corrections the one sent later stands; anybody may record
 * that it is disputed; an ending names the arrest or charge that it ends.
 */
public final class Standings {
    private final Map<MessageRef, Standing> byMessage = new HashMap<>();
    private final Map<MessageRef, List<MessageRef>> corrections = new HashMap<>();

    private Standings() {}

    /** Reads the given facts, in any order. */
    public static Standings of(Collection<Fact> facts) {
        return of(facts, Map.of());
    }

    /**
     * The same, where what corrects some of them or takes them back is about somebody else, and not
     * among them.
     *
     * @param withdrawn the positions of those that their sender withdrew, and how
     */
    public static Standings of(Collection<Fact> facts, Map<Long, Standing> withdrawn) {
        Standings standings = new Standings();
        facts.forEach(standings::read);
        Set<MessageRef> takenBack = new HashSet<>(TakenBack.among(facts));
        if (!withdrawn.isEmpty()) {
            for (Fact fact : facts) {
                Standing standing = withdrawn.getOrDefault(fact.position(), Standing.STANDS);
                if (standing == Standing.RETRACTED) {
                    takenBack.add(fact.id().message());
                } else if (standing != Standing.STANDS) {
                    standings.raise(fact.id().message(), standing);
                }
            }
        }
        takenBack.forEach(m -> standings.raise(m, Standing.RETRACTED));
        Corrections.among(facts, takenBack)
                .all()
                .forEach((correction, earlier) ->
                        earlier.forEach(m -> standings.correct(correction, m)));
        return standings;
    }

    /** The messages that a fact corrects or takes back, as only their sender can. */
    public static Set<MessageRef> withdrawnBy(Fact fact) {
        Set<MessageRef> messages = new HashSet<>();
        Corrections.corrected(fact).ifPresent(messages::add);
        messages.addAll(takenBackBy(fact));
        return messages;
    }

    /** The messages that a fact takes back by name, as only their sender can. */
    public static Set<MessageRef> takenBackBy(Fact fact) {
        return fact.body() instanceof SharedBody.Retraction
                ? fact.references().regarding().stream()
                        .filter(message -> message.sender().equals(fact.source()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void read(Fact fact) {
        Corrections.corrected(fact).ifPresent(message -> raise(message, Standing.CORRECTED));
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
        return Reached.from(
                        corrections.getOrDefault(fact.id().message(), List.of()),
                        message ->
                                inForce(message)
                                        ? Stream.empty()
                                        : corrections.getOrDefault(message, List.of()).stream())
                .stream()
                .anyMatch(this::inForce);
    }

    private boolean inForce(MessageRef message) {
        return byMessage.getOrDefault(message, Standing.STANDS).compareTo(Standing.CORRECTED) < 0;
    }
}
