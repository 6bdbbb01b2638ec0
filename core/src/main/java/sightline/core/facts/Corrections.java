package sightline.core.facts;

import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In whose place each correction stands: of the message that it names, or, where its sender
 * corrected that before, of the correction that was told last before it. So of two corrections of
 * one entry the later stands. Two that concern nobody in common share the entry between them, and
 * both stand. A correction that its sender took back is passed over: an earlier one stands again,
 * and what it named itself stays corrected, so that an entry whose only correction was taken back
 * counts no more.
 */
final class Corrections {
    /** Those whom an entry concerns; others in it are named beside them. */
    private static final Set<PersonRole> CONCERNED =
            EnumSet.of(
                    PersonRole.SUBJECT,
                    PersonRole.CHILD,
                    PersonRole.UNBORN_CHILD,
                    PersonRole.SIBLING,
                    PersonRole.VICTIM);

    private final Map<MessageRef, MessageRef> inPlaceOf = new LinkedHashMap<>();

    private Corrections() {}

    /**
     * Reads the given facts, in any order.
     *
     * @param takenBack what their senders took back of them
     */
    static Corrections among(Collection<Fact> facts, Set<MessageRef> takenBack) {
        Corrections corrections = new Corrections();
        if (facts.stream().anyMatch(f -> f.references().corrects().isPresent())) {
            corrections.read(facts, takenBack);
        }
        return corrections;
    }

    private void read(Collection<Fact> facts, Set<MessageRef> takenBack) {
        Map<MessageRef, List<Fact>> byMessage = new LinkedHashMap<>();
        facts.stream()
                .sorted(Comparator.comparingLong(Fact::position))
                .forEach(fact ->
                        byMessage
                                .computeIfAbsent(fact.id().message(), _ -> new ArrayList<>())
                                .add(fact));
        Map<MessageRef, List<MessageRef>> before = new HashMap<>();
        byMessage.forEach((message, told) ->
                told.getFirst()
                        .references()
                        .corrects()
                        .filter(m -> m.sender().equals(message.sender()))
                        .ifPresent(m -> {
                            if (!takenBack.contains(message)) {
                                MessageRef last = last(message, m, before, byMessage);
                                inPlaceOf.put(message, last);
                                before.computeIfAbsent(last, _ -> new ArrayList<>()).add(message);
                            }
                        }));
    }

    private static MessageRef last(
            MessageRef message,
            MessageRef corrected,
            Map<MessageRef, List<MessageRef>> before,
            Map<MessageRef, List<Fact>> byMessage) {
        Set<SourceRecord> own = concerned(byMessage.getOrDefault(message, List.of()));
        Set<MessageRef> seen = new HashSet<>(Set.of(message));
        MessageRef last = corrected;
        Optional<MessageRef> next = Optional.of(corrected);
        while (next.isPresent()) {
            last = next.get();
            seen.add(last);
            next =
                    before.getOrDefault(last, List.of()).reversed().stream()
                            .filter(m -> !seen.contains(m))
                            .filter(m ->
                                    concerned(byMessage.getOrDefault(m, List.of())).stream()
                                            .anyMatch(own::contains))
                            .findFirst();
        }
        return last;
    }

    /** Whom some facts concern; who else is only described beside them is none of them. */
    static Set<SourceRecord> concerned(Collection<Fact> facts) {
        List<Fact> told = facts.stream().filter(f -> !describes(f)).toList();
        Set<SourceRecord> concerned = new HashSet<>();
        for (Fact fact : told.isEmpty() ? facts : told) {
            fact.subject().ifPresent(concerned::add);
            for (Participant each : fact.participants()) {
                if (CONCERNED.contains(each.role())) {
                    concerned.add(each.record());
                }
            }
        }
        return concerned;
    }

    private static boolean describes(Fact fact) {
        return fact.body() instanceof PersonBody.Person
                || fact.body() instanceof PersonBody.Residence;
    }

    /** Each correction that was not taken back, and in whose place it stands. */
    Map<MessageRef, MessageRef> all() {
        return Collections.unmodifiableMap(inPlaceOf);
    }
}
