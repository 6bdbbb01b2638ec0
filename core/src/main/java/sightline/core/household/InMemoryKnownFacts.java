package sightline.core.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Ledger;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.Standing;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Known facts over a ledger in memory, for simulations and tests. Who a record is and which place
 * an address is are given as functions; sealed facts are left out, as for every unsealed
 * evaluation.
 */
public final class InMemoryKnownFacts implements KnownFacts {
    private final Ledger ledger;
    private final Function<SourceRecord, PersonId> people;
    private final Function<Address, PlaceId> places;
    private final Function<SourceRecord, Certainty> certainty;
    private final Function<PersonId, Set<PersonId>> undecided;
    private final Predicate<Address> namesAPlace;

    public InMemoryKnownFacts(
            Ledger ledger,
            Function<SourceRecord, PersonId> people,
            Function<Address, PlaceId> places) {
        this(ledger, people, places, _ -> Certainty.CONFIRMED);
    }

    /** With how sure it is that each record is the person's. */
    public InMemoryKnownFacts(
            Ledger ledger,
            Function<SourceRecord, PersonId> people,
            Function<Address, PlaceId> places,
            Function<SourceRecord, Certainty> certainty) {
        this(ledger, people, places, certainty, _ -> Set.of());
    }

    /** With who else each person may be. */
    public InMemoryKnownFacts(
            Ledger ledger,
            Function<SourceRecord, PersonId> people,
            Function<Address, PlaceId> places,
            Function<SourceRecord, Certainty> certainty,
            Function<PersonId, Set<PersonId>> undecided) {
        this(ledger, people, places, certainty, undecided, _ -> true);
    }

    private InMemoryKnownFacts(
            Ledger ledger,
            Function<SourceRecord, PersonId> people,
            Function<Address, PlaceId> places,
            Function<SourceRecord, Certainty> certainty,
            Function<PersonId, Set<PersonId>> undecided,
            Predicate<Address> namesAPlace) {
        this.namesAPlace = namesAPlace;
        this.undecided = undecided;
        this.ledger = ledger;
        this.people = people;
        this.places = places;
        this.certainty = certainty;
    }

    /**
     * The same, where some addresses ("no fixed abode") name no place and bring nobody together.
     */
    public InMemoryKnownFacts placing(Predicate<Address> addresses) {
        return new InMemoryKnownFacts(ledger, people, places, certainty, undecided, addresses);
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Collection<SourceRecord> records) {
        Set<SourceRecord> held = heldRecords();
        Map<SourceRecord, PersonId> found = new HashMap<>();
        records.stream().filter(held::contains).forEach(r -> found.put(r, people.apply(r)));
        return found;
    }

    @Override
    public Map<PersonId, List<Member>> recordsOf(Collection<PersonId> wanted) {
        Map<PersonId, List<Member>> found = new HashMap<>();
        for (SourceRecord record : heldRecords()) {
            PersonId person = people.apply(record);
            if (wanted.contains(person)) {
                found.computeIfAbsent(person, _ -> new ArrayList<>())
                        .add(new Member(record, certainty.apply(record)));
            }
        }
        found.values().forEach(l -> l.sort(Comparator.comparing(Member::record)));
        return found;
    }

    @Override
    public Map<PersonId, Set<PersonId>> undecidedOf(Collection<PersonId> wanted) {
        Map<PersonId, Set<PersonId>> found = new HashMap<>();
        for (PersonId person : wanted) {
            Set<PersonId> others = undecided.apply(person);
            if (!others.isEmpty()) {
                found.put(person, others);
            }
        }
        return found;
    }

    private Set<SourceRecord> heldRecords() {
        Set<SourceRecord> records = new HashSet<>();
        unsealed().stream()
                .flatMap(f -> f.participants().stream())
                .map(Participant::record)
                .forEach(records::add);
        return records;
    }

    private List<Fact> unsealed() {
        return ledger.after(0, Integer.MAX_VALUE).stream()
                .filter(f -> !f.sensitivity().sealed())
                .toList();
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        return ledger.mentioning(records).stream().filter(f -> !f.sensitivity().sealed()).toList();
    }

    @Override
    public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
        return ledger.withdrawn(records);
    }

    @Override
    public Map<Address, PlaceId> placesOf(Collection<Address> addresses) {
        Map<Address, PlaceId> found = new HashMap<>();
        addresses.stream().filter(namesAPlace).forEach(a -> found.put(a, places.apply(a)));
        return found;
    }

    @Override
    public List<Fact> occupying(Collection<PlaceId> wanted, int limit) {
        Map<PlaceId, List<Fact>> byPlace = new HashMap<>();
        for (Fact fact : unsealed()) {
            fact.place()
                    .filter(namesAPlace)
                    .filter(_ -> Occupancy.of(fact.body()).isPresent())
                    .map(places)
                    .filter(wanted::contains)
                    .ifPresent(p -> byPlace.computeIfAbsent(p, _ -> new ArrayList<>()).add(fact));
        }
        return byPlace.values().stream()
                .flatMap(l -> l.stream().skip(Math.max(0, l.size() - limit)))
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }
}
