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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In whose place each correction stands: of what its sender told before in the place of the message
 * that it names, as far as that concerns anybody whom it concerns; where there is none such, of
 * that message itself. So of two corrections of one entry the one sent later stands, whoever else
 * the earlier named. Two that concern nobody in common share the entry between them, and both stand. A
 * correction that its sender took back is passed over: an earlier one stands again, and what it
 * named itself stays corrected, so that an entry whose only correction was taken back counts no
 * more.
 */
public final class Corrections {
    /** Those whom an entry concerns; others in it are named beside them. */
    private static final Set<PersonRole> CONCERNED =
            EnumSet.of(
                    PersonRole.SUBJECT,
                    PersonRole.CHILD,
                    PersonRole.UNBORN_CHILD,
                    PersonRole.SIBLING,
                    PersonRole.VICTIM);

    private final Map<MessageRef, Set<MessageRef>> inPlaceOf = new LinkedHashMap<>();

    /** What was told in the place of a message, or names it and was taken back. */
    private final Map<MessageRef, Set<MessageRef>> after = new HashMap<>();

    /** Of whom each correction is the last to be told. */
    private final Map<MessageRef, Set<SourceRecord>> lastOf = new HashMap<>();

    private Corrections() {}

    /**
     * Reads the given facts, in any order.
     *
     * @param takenBack what their senders took back of them
     */
    public static Corrections among(Collection<Fact> facts, Set<MessageRef> takenBack) {
        Corrections corrections = new Corrections();
        if (facts.stream().anyMatch(f -> corrected(f).isPresent())) {
            corrections.read(facts, takenBack);
        }
        return corrections;
    }

    /** The message that a fact corrects, as only its sender can. */
    public static Optional<MessageRef> corrected(Fact fact) {
        return fact.references()
                .corrects()
                .filter(message -> message.sender().equals(fact.source()));
    }

    private void read(Collection<Fact> facts, Set<MessageRef> takenBack) {
        Map<MessageRef, List<Fact>> correcting = new LinkedHashMap<>();
        facts.stream()
                .filter(f -> corrected(f).isPresent())
                .sorted(Comparator.comparing(TakenBack.Sent::of))
                .forEach(fact ->
                        correcting
                                .computeIfAbsent(fact.id().message(), _ -> new ArrayList<>())
                                .add(fact));
        correcting.forEach((message, told) -> {
            MessageRef named = corrected(told.getFirst()).orElseThrow();
            if (takenBack.contains(message)) {
                follow(named, message);
            } else {
                place(message, named, concerned(told));
            }
        });
    }

    private void place(MessageRef message, MessageRef named, Set<SourceRecord> concerned) {
        Set<MessageRef> earlier = new LinkedHashSet<>();
        for (MessageRef each : toldInPlaceOf(named)) {
            Set<SourceRecord> last = lastOf.get(each);
            if (last != null && last.removeAll(concerned)) {
                earlier.add(each);
            }
        }
        if (earlier.isEmpty()) {
            earlier.add(named);
        }
        inPlaceOf.put(message, earlier);
        lastOf.put(message, new HashSet<>(concerned));
        earlier.forEach(each -> follow(each, message));
        follow(named, message);
    }

    private void follow(MessageRef earlier, MessageRef message) {
        after.computeIfAbsent(earlier, _ -> new LinkedHashSet<>()).add(message);
    }

    /** A message and all that was told in its place until now. */
    private Set<MessageRef> toldInPlaceOf(MessageRef message) {
        return Reached.from(Set.of(message), m -> after.getOrDefault(m, Set.of()).stream());
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

    /** Each correction that was not taken back, and in the place of which messages it stands. */
    Map<MessageRef, Set<MessageRef>> all() {
        return Collections.unmodifiableMap(inPlaceOf);
    }

    /** In whose place a correction stands, the message that it names among them or not. */
    public Set<MessageRef> replaced() {
        Set<MessageRef> replaced = new HashSet<>();
        inPlaceOf.values().forEach(replaced::addAll);
        return replaced;
    }
}
