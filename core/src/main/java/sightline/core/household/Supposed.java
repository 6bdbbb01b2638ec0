package sightline.core.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.Standing;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known, and some facts more as if they had been received last: a question of the kind
 * "what would follow if". Nothing is kept of it.
 *
 * <p>Each supposed record is given to a person beforehand, and other people may be supposed to be
 * that person too: their records are then that person's, and they are nobody.
 */
public final class Supposed implements KnownFacts {
    /** Beyond every position that a ledger gives. */
    private static final long AFTER_ALL = Long.MAX_VALUE / 2;

    private final KnownFacts known;
    private final List<Fact> facts;
    private final Map<SourceRecord, PersonId> whose;
    private final Map<PersonId, List<Member>> members;
    private final Map<Address, PlaceId> places;

    private Supposed(
            KnownFacts known,
            List<Fact> facts,
            Map<SourceRecord, PersonId> whose,
            Map<PersonId, List<Member>> members,
            Map<Address, PlaceId> places) {
        this.known = known;
        this.facts = facts;
        this.whose = whose;
        this.members = members;
        this.places = places;
    }

    /**
     * Supposes these facts.
     *
     * @param people whose each of their records is, with how sure that is; a person may be new
     * @param places which place each of their addresses is
     */
    public static Supposed facts(
            KnownFacts known,
            Collection<Fact> facts,
            Map<PersonId, List<Member>> people,
            Map<Address, PlaceId> places) {
        List<Fact> last = new ArrayList<>();
        facts.forEach(f -> last.add(f.at(AFTER_ALL + last.size())));
        Map<SourceRecord, PersonId> whose = new HashMap<>();
        people.forEach((person, records) -> records.forEach(m -> whose.put(m.record(), person)));
        return new Supposed(known, List.copyOf(last), whose, Map.copyOf(people), places);
    }

    /**
     * The same, with somebody else supposed to be one of the people: their records are that
     * person's, as sure as is said of each.
     */
    public Supposed with(PersonId person, Collection<Member> others) {
        Map<PersonId, List<Member>> more = new LinkedHashMap<>(members);
        List<Member> all = new ArrayList<>(members.getOrDefault(person, List.of()));
        all.addAll(others);
        more.put(person, List.copyOf(all));
        Map<SourceRecord, PersonId> theirs = new HashMap<>(whose);
        others.forEach(m -> theirs.put(m.record(), person));
        return new Supposed(known, facts, theirs, more, places);
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Collection<SourceRecord> records) {
        Map<SourceRecord, PersonId> found = new HashMap<>(known.peopleOf(records));
        records.forEach(r -> Optional.ofNullable(whose.get(r)).ifPresent(p -> found.put(r, p)));
        return found;
    }

    @Override
    public Map<PersonId, List<Member>> recordsOf(Collection<PersonId> people) {
        Map<PersonId, List<Member>> found = new LinkedHashMap<>();
        known.recordsOf(people)
                .forEach((person, own) -> {
                    List<Member> theirs = own.stream().filter(m -> isOf(m, person)).toList();
                    if (!theirs.isEmpty()) {
                        found.put(person, theirs);
                    }
                });
        for (PersonId person : people) {
            List<Member> added = members.getOrDefault(person, List.of());
            if (!added.isEmpty()) {
                List<Member> all = new ArrayList<>(found.getOrDefault(person, List.of()));
                added.stream().filter(m -> all.stream().noneMatch(same(m))).forEach(all::add);
                found.put(person, List.copyOf(all));
            }
        }
        return found;
    }

    /** Whoever supposes that somebody is another asks it of each of them. */
    @Override
    public Map<PersonId, Set<PersonId>> undecidedOf(Collection<PersonId> people) {
        return Map.of();
    }

    private boolean isOf(Member member, PersonId person) {
        return whose.getOrDefault(member.record(), person).equals(person);
    }

    private static java.util.function.Predicate<Member> same(Member member) {
        return other -> other.record().equals(member.record());
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        Set<SourceRecord> asked = Set.copyOf(records);
        List<Fact> found = new ArrayList<>(known.mentioning(asked));
        facts.stream().filter(f -> names(f, asked)).forEach(found::add);
        return found;
    }

    private static boolean names(Fact fact, Set<SourceRecord> records) {
        return fact.participants().stream().map(Participant::record).anyMatch(records::contains);
    }

    @Override
    public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
        return known.withdrawn(records);
    }

    @Override
    public Map<Address, PlaceId> placesOf(Collection<Address> addresses) {
        Map<Address, PlaceId> found = new HashMap<>(known.placesOf(addresses));
        addresses.forEach(a -> Optional.ofNullable(places.get(a)).ifPresent(p -> found.put(a, p)));
        return found;
    }

    @Override
    public List<Fact> occupying(Collection<PlaceId> wanted, int limit) {
        List<Fact> found = new ArrayList<>(known.occupying(wanted, limit));
        for (Fact fact : facts) {
            boolean there = fact.place().map(places::get).filter(wanted::contains).isPresent();
            if (there && Occupancy.of(fact.body()).isPresent()) {
                found.add(fact);
            }
        }
        found.sort(Comparator.comparingLong(Fact::position));
        return found;
    }
}
