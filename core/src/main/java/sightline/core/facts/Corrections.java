package sightline.core.facts;

import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
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
 * the earlier named. Two that concern nobody in common share the entry between them, and both
 * stand. A correction that its sender took back is passed over: an earlier one stands again, and
 * what it named itself stays corrected, so that an entry whose only correction was taken back
 * counts no more.
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

    /** In whose place a message was told, and which it names. */
    private final Map<MessageRef, Set<MessageRef>> before = new HashMap<>();

    /** Of whom each correction is the last to be told. */
    private final Map<MessageRef, Set<SourceRecord>> lastOf = new HashMap<>();

    /** The same the other way about. */
    private final Map<Told, Set<MessageRef>> last = new HashMap<>();

    /** For each message one of the same entry, nearer to the one that stands for all of them. */
    private final Map<MessageRef, MessageRef> sameEntry = new HashMap<>();

    /** What is told of somebody in an entry, which one of its messages stands for. */
    private record Told(MessageRef entry, SourceRecord whom) {}

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
        correcting.forEach((message, told) ->
                sameEntry.put(entry(message), entry(corrected(told.getFirst()).orElseThrow())));
        correcting.forEach((message, told) -> {
            MessageRef named = corrected(told.getFirst()).orElseThrow();
            Set<MessageRef> earlier =
                    takenBack.contains(message) ? Set.of() : place(message, named, concerned(told));
            Set<MessageRef> all = new LinkedHashSet<>(earlier);
            all.add(named);
            before.put(message, all);
        });
    }

    /** The message that stands for all of one entry. */
    private MessageRef entry(MessageRef message) {
        MessageRef at = message;
        MessageRef nearer = nearer(at);
        while (!nearer.equals(at)) {
            sameEntry.put(at, nearer(nearer));
            at = nearer;
            nearer = nearer(at);
        }
        return at;
    }

    private MessageRef nearer(MessageRef message) {
        return sameEntry.getOrDefault(message, message);
    }

    /** In whose place a correction stands. */
    private Set<MessageRef> place(
            MessageRef message, MessageRef named, Set<SourceRecord> concerned) {
        Set<MessageRef> earlier = new LinkedHashSet<>();
        for (SourceRecord whom : concerned) {
            last.getOrDefault(new Told(entry(named), whom), Set.of()).stream()
                    .filter(each -> isToldInPlaceOf(named, each))
                    .forEach(earlier::add);
        }
        earlier.forEach(each -> noLongerLastOf(concerned, each));
        if (earlier.isEmpty()) {
            earlier.add(named);
        }
        inPlaceOf.put(message, earlier);
        lastOf.put(message, new HashSet<>(concerned));
        concerned.forEach(whom ->
                last.computeIfAbsent(new Told(entry(named), whom), _ -> new LinkedHashSet<>())
                        .add(message));
        return earlier;
    }

    private void noLongerLastOf(Set<SourceRecord> concerned, MessageRef message) {
        Set<SourceRecord> were = lastOf.getOrDefault(message, Set.of());
        MessageRef entry = entry(message);
        for (SourceRecord whom : concerned) {
            if (were.remove(whom)) {
                last.getOrDefault(new Told(entry, whom), Set.of()).remove(message);
            }
        }
    }

    /** Whether a message is the one named, or was told in its place until now. */
    private boolean isToldInPlaceOf(MessageRef named, MessageRef message) {
        Set<MessageRef> seen = new HashSet<>(Set.of(message));
        Deque<MessageRef> left = new ArrayDeque<>(seen);
        while (!seen.contains(named) && !left.isEmpty()) {
            before.getOrDefault(left.pop(), Set.of()).stream().filter(seen::add).forEach(left::add);
        }
        return seen.contains(named);
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
