package sightline.identity;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.SystemBody;
import sightline.core.household.KnownFacts.Member;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.facts.AddressKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * What was asked of facts, people and places, so that it is not asked again: for one transaction,
 * or, in {@link Recollections}, for as long as nobody else writes. Every write of the transaction
 * goes through here. Not for several threads.
 */
public final class Recollection {
    /** Facts, counted once for each list that they stand in: some 350 MB at the most. */
    private static final int MOST_FACTS = 300_000;

    /** Of whatever else, so many: as much again. */
    private static final int MOST = 300_000;

    private final Map<SourceRecord, List<Fact>> mentioning = lastAskedLast();
    private final Map<UUID, Occupants> occupying = lastAskedLast();
    private final Map<UUID, Optional<PlaceId>> places = new HashMap<>();
    private final Map<PlaceId, Set<UUID>> spellings = new HashMap<>();
    private final Set<UUID> spelt = new HashSet<>();
    private final Map<SourceRecord, Optional<PersonId>> people = new HashMap<>();
    private final Map<PersonId, List<Member>> members = new HashMap<>();
    private final Map<SourceRecord, Optional<RecordDetails>> details = new HashMap<>();
    private final Map<Address, UUID> written = new HashMap<>();
    private final Set<MessageRef> undoubted = new HashSet<>();
    private final int mostFacts;
    private int held;

    Recollection() {
        this(MOST_FACTS);
    }

    /**
     * @param mostFacts beyond which {@link #shrink} lets facts go
     */
    Recollection(int mostFacts) {
        this.mostFacts = mostFacts;
    }

    private record Occupants(int limit, List<Fact> newest) {}

    /** Whether so much is held that it is better to begin anew. */
    boolean full() {
        return details.size() > MOST / 3
                || spelt.size() > MOST
                || people.size() > MOST
                || written.size() > MOST
                || undoubted.size() > MOST;
    }

    private static <K, V> Map<K, V> lastAskedLast() {
        return new LinkedHashMap<>(1024, 0.75f, true);
    }

    /** Forgets those lists of facts for which nobody asked the longest, once it holds too many. */
    void shrink() {
        if (held > mostFacts) {
            drop(mentioning.values(), List::size);
            drop(occupying.values(), o -> o.newest().size());
            held = count(mentioning.values(), List::size);
            held += count(occupying.values(), o -> o.newest().size());
        }
    }

    private static <T> int count(Collection<T> lists, ToIntFunction<T> size) {
        return lists.stream().mapToInt(size).sum();
    }

    /** A quarter of what they hold, from the front on. */
    private static <T> void drop(Collection<T> lists, ToIntFunction<T> size) {
        int enough = count(lists, size) / 4;
        Iterator<T> each = lists.iterator();
        for (int dropped = 0; dropped < enough && each.hasNext(); ) {
            dropped += size.applyAsInt(each.next());
            each.remove();
        }
    }

    /** The messages that no fact speaks against, of those of which somebody asked. */
    Set<MessageRef> undoubted() {
        return undoubted;
    }

    Map<SourceRecord, Optional<RecordDetails>> details() {
        return details;
    }

    /** The facts in which a record takes part, in ledger order; empty where nobody asked yet. */
    Optional<List<Fact>> mentioning(SourceRecord record) {
        return Optional.ofNullable(mentioning.get(record));
    }

    void mentioning(SourceRecord record, List<Fact> facts) {
        mentioning.put(record, new ArrayList<>(facts));
        held += facts.size();
    }

    Optional<List<Fact>> occupying(UUID spelling, int limit) {
        return Optional.ofNullable(occupying.get(spelling))
                .filter(o -> o.limit() == limit)
                .map(Occupants::newest);
    }

    void occupying(UUID spelling, int limit, List<Fact> newest) {
        occupying.put(spelling, new Occupants(limit, new ArrayList<>(newest)));
        held += newest.size();
    }

    /** Facts were appended, of which some say nothing new. */
    void appended(Collection<Fact> facts, Set<FactId> repeats) {
        for (Fact fact : facts) {
            if (fact.sensitivity().apart() || repeats.contains(fact.id())) {
                continue;
            }
            if (isMentioned(fact, repeats)) {
                fact.participants().stream()
                        .map(Participant::record)
                        .distinct()
                        .forEach(r -> mentions(r, fact));
            }
            if (Occupancy.of(fact.body()).isPresent()) {
                fact.place().map(AddressKey::of).ifPresent(spelling -> occupies(spelling, fact));
            }
        }
    }

    /** Whether the ledger gives the fact to whoever asks for those whom it names. */
    static boolean isMentioned(Fact fact, Set<FactId> repeats) {
        boolean own =
                fact.body() instanceof SystemBody && !(fact.body() instanceof SystemBody.Attention);
        return !own && !fact.sensitivity().apart() && !repeats.contains(fact.id());
    }

    private void mentions(SourceRecord record, Fact fact) {
        List<Fact> known = mentioning.get(record);
        if (known != null) {
            known.add(fact);
            held++;
        }
    }

    private void occupies(UUID spelling, Fact fact) {
        Occupants known = occupying.get(spelling);
        if (known != null) {
            known.newest().add(fact);
            if (known.newest().size() > known.limit()) {
                known.newest().removeFirst();
            }
        }
    }

    /** Something is spoken against: what was left out of the lists of facts counts again. */
    void factsCountAgain() {
        undoubted.clear();
        mentioning.clear();
        occupying.clear();
        held = 0;
    }

    Optional<Optional<PlaceId>> place(UUID spelling) {
        return Optional.ofNullable(places.get(spelling));
    }

    void place(UUID spelling, Optional<PlaceId> place) {
        places.put(spelling, place);
    }

    Optional<Set<UUID>> spellings(PlaceId place) {
        return Optional.ofNullable(spellings.get(place));
    }

    void spellings(PlaceId place, Set<UUID> all) {
        spellings.put(place, Set.copyOf(all));
    }

    /** How an address is named: worked out once for all who ask where it is. */
    UUID spelling(Address address) {
        return written.computeIfAbsent(address, AddressKey::of);
    }

    /** Whether the spelling was learnt already, as far as was asked. */
    boolean spelt(UUID spelling) {
        return spelt.contains(spelling);
    }

    void spelt(Collection<UUID> learnt) {
        spelt.addAll(learnt);
    }

    /** These spellings may be at another place than before. */
    void replaced(Collection<UUID> moved) {
        places.keySet().removeAll(moved);
    }

    /** The place may have other spellings than before. */
    void respelt(PlaceId place) {
        spellings.remove(place);
    }

    void forgetPlaces() {
        places.clear();
        spellings.clear();
        spelt.clear();
        written.clear();
    }

    Map<SourceRecord, Optional<PersonId>> people() {
        return people;
    }

    Optional<List<Member>> members(PersonId person) {
        return Optional.ofNullable(members.get(person));
    }

    /** Whose records are known, of each of them it is known whose it is. */
    void members(PersonId person, List<Member> all) {
        members.put(person, List.copyOf(all));
        all.forEach(m -> people.put(m.record(), Optional.of(person)));
    }

    /** These records are that person's now, with whatever certainty. */
    void assigned(PersonId person, Collection<SourceRecord> records) {
        members.remove(person);
        for (SourceRecord record : records) {
            unassigned(record);
            people.put(record, Optional.of(person));
        }
    }

    /** The record is nobody's now. */
    void unassigned(SourceRecord record) {
        Optional<PersonId> before = people.remove(record);
        if (before != null) {
            before.ifPresent(members::remove);
        }
    }
}
