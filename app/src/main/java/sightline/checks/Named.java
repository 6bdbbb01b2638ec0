package sightline.checks;

import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.household.KnownFacts.Member;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.Lookalike;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.identity.IdentityStore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who those are whom a message names, before identity has heard of it: theirs by the agency's own
 * record, else whoever is like what is said of them.
 *
 * @param records whom the message names, as the sender has them, those at work left out
 * @param people whose each record is; somebody of whom nothing is known is a person too
 * @param maybe who else each person may be, the likest first
 */
record Named(
        List<SourceRecord> records,
        Map<SourceRecord, Member> members,
        Map<SourceRecord, PersonId> people,
        Map<PersonId, Set<PersonId>> maybe) {

    /** Whom these facts name. */
    static List<SourceRecord> records(Collection<Fact> facts) {
        return facts.stream().flatMap(Fact::spokenOf).map(Participant::record).distinct().toList();
    }

    /** Finds them. */
    static Named in(IdentityStore identity, List<Fact> facts) {
        List<SourceRecord> records = records(facts);
        Map<SourceRecord, PersonId> known = identity.peopleOf(records);
        DetailsOf details = new DetailsOf(facts, _ -> true);
        Map<SourceRecord, Member> members = new LinkedHashMap<>();
        Map<SourceRecord, PersonId> people = new LinkedHashMap<>();
        Map<PersonId, Set<PersonId>> maybe = new LinkedHashMap<>();
        for (SourceRecord record : records) {
            PersonId person = known.get(record);
            List<Lookalike> like = person == null ? identity.like(details.of(record)) : List.of();
            Certainty certainty = Certainty.CONFIRMED;
            if (person == null && !like.isEmpty() && joins(like.getFirst())) {
                person = like.getFirst().person();
                certainty = like.getFirst().certainty();
            } else if (person == null) {
                person = identity.alone(record);
            }
            people.put(record, person);
            members.put(record, new Member(record, certainty));
            Set<PersonId> others = maybe.computeIfAbsent(person, _ -> new LinkedHashSet<>());
            like.stream().map(Lookalike::person).forEach(others::add);
        }
        addUndecided(identity, maybe);
        maybe.forEach((person, others) -> others.removeAll(Set.copyOf(people.values())));
        return new Named(records, members, people, maybe);
    }

    private static boolean joins(Lookalike like) {
        return like.certainty().compareTo(Certainty.LIKELY) <= 0;
    }

    /** Who else the people are who were found: pairs that wait for somebody. */
    private static void addUndecided(IdentityStore identity, Map<PersonId, Set<PersonId>> maybe) {
        Map<SourceRecord, PersonId> theirs = new LinkedHashMap<>();
        identity.recordsOf(maybe.keySet())
                .forEach((person, own) -> own.forEach(m -> theirs.put(m.record(), person)));
        if (theirs.isEmpty()) {
            return;
        }
        var open = identity.undecided(theirs.keySet());
        Set<SourceRecord> ends =
                open.stream()
                        .flatMap(p -> java.util.stream.Stream.of(p.first(), p.second()))
                        .collect(Collectors.toSet());
        Map<SourceRecord, PersonId> whose = identity.peopleOf(ends);
        open.forEach(pair -> {
            add(maybe, theirs.get(pair.first()), whose.get(pair.second()));
            add(maybe, theirs.get(pair.second()), whose.get(pair.first()));
        });
    }

    private static void add(
            Map<PersonId, Set<PersonId>> maybe,
            @org.jspecify.annotations.Nullable PersonId person,
            @org.jspecify.annotations.Nullable PersonId other) {
        if (person != null && other != null && !person.equals(other)) {
            maybe.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(other);
        }
    }

    /** The same, without those whom the asker may not know of: their own records stand alone. */
    Named without(Set<PersonId> barred, IdentityStore identity) {
        if (barred.isEmpty()) {
            return this;
        }
        Map<SourceRecord, PersonId> seen = new LinkedHashMap<>();
        people.forEach((record, person) ->
                seen.put(record, barred.contains(person) ? identity.alone(record) : person));
        Map<PersonId, Set<PersonId>> others = new LinkedHashMap<>();
        maybe.forEach((person, all) -> {
            if (!barred.contains(person)) {
                others.put(
                        person,
                        all.stream()
                                .filter(p -> !barred.contains(p))
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        });
        return new Named(records, members, seen, others);
    }

    /** Each person's records of this message. */
    Map<PersonId, List<Member>> supposed() {
        Map<PersonId, List<Member>> all = new LinkedHashMap<>();
        people.forEach((record, person) -> {
            Member member = members.get(record);
            if (member != null) {
                all.computeIfAbsent(person, _ -> new ArrayList<>()).add(member);
            }
        });
        return all;
    }

    /** Everybody who may be meant. */
    Set<PersonId> everybody() {
        Set<PersonId> all = new LinkedHashSet<>(people.values());
        maybe.values().forEach(all::addAll);
        return all;
    }

    /** Whether anything is said of a record by which it could be found. */
    static boolean findable(RecordDetails details) {
        return !sightline.core.identity.BlockingKeys.of(details).isEmpty()
                || details.unborn().isPresent();
    }
}
