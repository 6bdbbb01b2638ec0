package sightline.identity;

import org.springframework.dao.DataAccessException;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.Repeats;
import sightline.core.facts.Standing;
import sightline.core.facts.SystemBody;
import sightline.core.household.KnownFacts;
import sightline.core.identity.BlockingKey;
import sightline.core.identity.BlockingKeys;
import sightline.core.identity.Decision;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.HeldTogether;
import sightline.core.identity.IdentityChange;
import sightline.core.identity.IdentityEffects;
import sightline.core.identity.LiveIdentity;
import sightline.core.identity.Lookalike;
import sightline.core.identity.PersonIds;
import sightline.core.identity.PlaceDecision;
import sightline.core.identity.PlaceKey;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.UndecidedPair;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.DatabaseException;
import sightline.facts.AddressKey;
import sightline.facts.PostgresLedger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is who and where is where, within one transaction. A batch whose facts name no new record and
 * say nothing new of anybody costs two short queries.
 */
public final class IdentityStore implements KnownFacts {
    private static final int OCCUPANTS = 1_000;

    private final PersonIds ids;
    private final RememberingIndex index;
    private final PostgresPlaces places;
    private final Withdrawals withdrawals;
    private final EarlierDecisions earlier;
    private final LiveIdentity live;
    private final PostgresLedger ledger;
    private final Recollection recollection;

    /** What this transaction appended that only repeats: {@link #mentioning} leaves it out. */
    private final Set<FactId> repeating = new HashSet<>();

    /** What this transaction appended of Sightline's own, in ledger order. */
    private final List<Fact> own = new ArrayList<>();

    IdentityStore(
            RememberingIndex index,
            PostgresPlaces places,
            Withdrawals withdrawals,
            EarlierDecisions earlier,
            PersonIds ids,
            PostgresLedger ledger,
            Recollection recollection) {
        this.ids = ids;
        this.index = index;
        this.places = places;
        this.withdrawals = withdrawals;
        this.earlier = earlier;
        this.live = new LiveIdentity(index, ids);
        this.ledger = ledger;
        this.recollection = recollection;
    }

    /** Facts were appended, of which some only say again what was said: they are recollected. */
    public void appended(Collection<Fact> facts, Set<FactId> repeats) {
        recollection.appended(facts, repeats);
        repeating.addAll(repeats);
        facts.stream().filter(f -> f.body() instanceof SystemBody).forEach(own::add);
    }

    /** Of a record that was nobody's until these facts, nothing was said before them. */
    private void recollectNew(List<Fact> facts) {
        Set<SourceRecord> fresh = named(facts);
        fresh.removeAll(index.peopleOf(fresh).keySet());
        Map<SourceRecord, List<Fact>> said = new HashMap<>();
        fresh.stream()
                .filter(r -> recollection.mentioning(r).isEmpty())
                .forEach(r -> said.put(r, new ArrayList<>()));
        List<Fact> all = new ArrayList<>(own);
        all.addAll(facts);
        for (Fact fact : inOrder(all)) {
            if (Recollection.isMentioned(fact, repeating)) {
                fact.participants().stream()
                        .map(Participant::record)
                        .distinct()
                        .map(said::get)
                        .filter(Objects::nonNull)
                        .forEach(list -> list.add(fact));
            }
        }
        said.forEach(recollection::mentioning);
    }

    /**
     * Takes newly appended facts into account: everybody named in them gets a person, whoever is
     * told of is compared again, and their addresses are placed.
     *
     * @return the records that are new, that are another person's than before or theirs with
     *     another certainty, and those of people at addresses that are another place than before
     */
    public Set<SourceRecord> apply(List<Fact> appended) {
        List<Fact> facts =
                appended.stream().filter(f -> !(f.body() instanceof SystemBody)).toList();
        Withdrawals.Spoken spoken = withdrawals.take(facts);
        if (!spoken.doubted().isEmpty()) {
            ledger.countAgain(spoken.doubted());
            recollection.factsCountAgain();
        } else {
            recollectNew(facts);
        }
        Set<SourceRecord> changed =
                new HashSet<>(live(changes(facts, settled(spoken.withdrawn()))));
        changed.addAll(peopleAt(places.learn(addresses(facts))));
        return changed;
    }

    /**
     * What was told in the place of the entries of these messages, once it is known how it stands.
     */
    private List<Fact> settled(Set<MessageRef> withdrawn) {
        if (withdrawn.isEmpty()) {
            return List.of();
        }
        List<Fact> told = ledger.ofEntries(withdrawn);
        settle(withdrawn, told);
        return told;
    }

    private void settle(Set<MessageRef> withdrawn, List<Fact> told) {
        Set<MessageRef> messages = new HashSet<>(withdrawn);
        told.forEach(fact -> messages.add(fact.id().message()));
        withdrawals.settle(messages, ledger.withdrawnOf(messages).keySet());
    }

    /**
     * Takes into account that messages stand otherwise than was known until now.
     *
     * @param told all that was told in them
     * @return what {@link #apply} returns
     */
    public Set<SourceRecord> standsOtherwise(List<Fact> told) {
        recollection.factsCountAgain();
        settle(Set.of(), told);
        return live(changes(List.of(), told));
    }

    /**
     * Those of the facts about to be appended that only say again what their sender said last:
     * nothing follows from them.
     */
    public Set<FactId> repeated(List<Fact> fresh) {
        List<Fact> describing = fresh.stream().filter(Repeats::describes).toList();
        Set<SourceRecord> described =
                describing.stream().flatMap(f -> f.subject().stream()).collect(Collectors.toSet());
        List<Fact> said = new ArrayList<>(describing(described));
        said.addAll(describing);
        Predicate<Fact> undoubted = withdrawals.undoubted(said);
        Set<FactId> repeats = Repeats.among(said, undoubted, undoubted);
        repeats.retainAll(describing.stream().map(Fact::id).collect(Collectors.toSet()));
        return repeats;
    }

    /** Which of these facts nobody corrected, took back, disputed or ended. */
    public Predicate<Fact> undoubted(Collection<Fact> facts) {
        Set<MessageRef> known = recollection.undoubted();
        List<Fact> asked = facts.stream().filter(f -> !known.contains(f.id().message())).toList();
        if (!asked.isEmpty()) {
            asked.stream()
                    .filter(withdrawals.undoubted(asked))
                    .forEach(f -> known.add(f.id().message()));
        }
        return fact -> known.contains(fact.id().message());
    }

    /** What is said of these records that describes them, in ledger order. */
    private List<Fact> describing(Set<SourceRecord> records) {
        Set<SourceRecord> asked = new HashSet<>();
        Map<Long, Fact> found = new TreeMap<>();
        for (SourceRecord record : records) {
            recollection
                    .mentioning(record)
                    .ifPresentOrElse(
                            all ->
                                    all.stream()
                                            .filter(IdentityStore::ofDescribingKind)
                                            .forEach(f -> found.put(f.position(), f)),
                            () -> asked.add(record));
        }
        ledger.describing(asked).forEach(f -> found.put(f.position(), f));
        return List.copyOf(found.values());
    }

    private static boolean ofDescribingKind(Fact fact) {
        return fact.body() instanceof PersonBody.Person
                || fact.body() instanceof PersonBody.Residence;
    }

    private static Set<Address> addresses(List<Fact> facts) {
        return facts.stream().flatMap(f -> f.place().stream()).collect(Collectors.toSet());
    }

    private static Set<SourceRecord> named(Collection<Fact> facts) {
        return facts.stream()
                .flatMap(f -> f.participants().stream())
                .map(Participant::record)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<SourceRecord> live(List<IdentityChange> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        IdentityEffects effects = live.apply(changes);
        Set<SourceRecord> moved = new HashSet<>(effects.moved());
        moved.addAll(index.takeReassigned());
        couples(effects.newlyUndecided(), effects.settled()).forEach(moved::addAll);
        return moved;
    }

    /** The records of pairs that wait since now, or no longer; not of those that wait otherwise. */
    private static List<Set<SourceRecord>> couples(
            List<UndecidedPair> waiting, List<UndecidedPair> settled) {
        List<Set<SourceRecord>> before = settled.stream().map(IdentityStore::ends).toList();
        List<Set<SourceRecord>> after = waiting.stream().map(IdentityStore::ends).toList();
        return Stream.concat(
                        after.stream().filter(it -> !before.contains(it)),
                        before.stream().filter(it -> !after.contains(it)))
                .toList();
    }

    private static Set<SourceRecord> ends(UndecidedPair pair) {
        return Set.of(pair.first(), pair.second());
    }

    /**
     * What these facts change in anybody's details.
     *
     * @param settled what counts no more by them, or counts again
     */
    private List<IdentityChange> changes(List<Fact> facts, List<Fact> settled) {
        Set<SourceRecord> named = named(facts);
        Set<SourceRecord> fresh = new HashSet<>(named);
        fresh.removeAll(index.peopleOf(named).keySet());
        Set<SourceRecord> open = new HashSet<>(fresh);
        settled.forEach(f -> open.addAll(DetailsOf.told(f)));
        open.addAll(toldAnew(facts, open));
        if (open.isEmpty()) {
            return List.of();
        }
        open.addAll(index.childrenOf(open));
        Map<SourceRecord, RecordDetails> before = index.details(open);
        List<IdentityChange> changes = new ArrayList<>();
        details(open)
                .forEach((record, details) -> {
                    if (!details.equals(before.get(record))) {
                        changes.add(new IdentityChange.Recorded(details));
                    }
                });
        return changes;
    }

    /** The known records of which these facts say what their details do not hold yet. */
    private Set<SourceRecord> toldAnew(List<Fact> facts, Set<SourceRecord> open) {
        Set<SourceRecord> told =
                facts.stream().flatMap(f -> DetailsOf.told(f).stream()).collect(Collectors.toSet());
        told.removeAll(open);
        if (told.isEmpty()) {
            return told;
        }
        DetailsOf only = new DetailsOf(facts, _ -> true);
        Map<SourceRecord, RecordDetails> held = index.details(told);
        told.removeIf(record ->
                Optional.ofNullable(held.get(record))
                        .filter(it -> it.covers(only.of(record)))
                        .isPresent());
        return told;
    }

    private Map<SourceRecord, RecordDetails> details(Set<SourceRecord> records) {
        List<Fact> facts = new ArrayList<>(mentioning(records));
        DetailsOf first = new DetailsOf(facts, withdrawals.counting(facts));
        Set<SourceRecord> mothers =
                records.stream()
                        .flatMap(r -> first.motherOf(r).stream())
                        .filter(mother -> !records.contains(mother))
                        .collect(Collectors.toSet());
        DetailsOf all = first;
        if (!mothers.isEmpty()) {
            facts.addAll(mentioning(mothers));
            all = new DetailsOf(facts, withdrawals.counting(facts));
        }
        Map<SourceRecord, RecordDetails> details = new TreeMap<>();
        for (SourceRecord record : records) {
            details.put(record, all.of(record));
        }
        return details;
    }

    /** Everybody recorded at one of these spellings. */
    private Set<SourceRecord> peopleAt(Set<UUID> spellings) {
        return named(ledger.occupying(spellings, OCCUPANTS));
    }

    /** What was recorded at any of these spellings, the newest. */
    List<Fact> recordedAt(Set<UUID> spellings, int limit) {
        return ledger.occupying(spellings, limit);
    }

    /** The key of an address, a keyed hash of its words. */
    public UUID addressKey(PlaceKey place) {
        return places.key(place);
    }

    /** Takes into account what a person decided of two records; what {@link #apply} returns. */
    public Set<SourceRecord> decide(Decision decision) {
        return live(List.of(new IdentityChange.Decided(decision)));
    }

    /** Takes a decision back; what held before holds again. */
    public Set<SourceRecord> undo(Decision decision) {
        return live(List.of(new IdentityChange.Undone(decision)));
    }

    /**
     * Takes into account for the children of mothers what was decided of these before it counted
     * for children.
     *
     * @param most how many mothers at a time
     * @return what {@link #apply} returns; nothing at all once it was done for every mother
     */
    public Optional<Set<SourceRecord>> takeUpEarlierDecisions(int most) {
        return earlier.next(most)
                .map(mothers -> {
                    Set<SourceRecord> children =
                            index.childrenOf(Set.copyOf(index.withKeys(mothers)));
                    List<IdentityChange> again = new ArrayList<>();
                    index.details(children)
                            .values()
                            .forEach(details -> again.add(new IdentityChange.Recorded(details)));
                    return live(again);
                });
    }

    /** Takes into account what a person decided of two addresses. */
    public Set<SourceRecord> decide(PlaceDecision decision) {
        return peopleAt(places.decide(decision));
    }

    /** Takes a decision about two addresses back. */
    public Set<SourceRecord> undo(PlaceDecision decision) {
        return peopleAt(places.undo(decision));
    }

    /**
     * Looks again at what facts said that were erased, once they cannot be read any more. Whoever
     * no fact names is forgotten, with every decision about the erased.
     *
     * @param beside other records that the erased facts named
     * @param spellings of addresses that no fact has any more
     * @return what {@link #apply} returns
     */
    public Set<SourceRecord> erase(
            Set<SourceRecord> erased, Set<SourceRecord> beside, Set<UUID> spellings) {
        Set<SourceRecord> open = new HashSet<>(erased);
        open.addAll(beside);
        open.addAll(index.childrenOf(open));
        Set<SourceRecord> kept = named(ledger.mentioning(open));
        kept.retainAll(open);
        Set<SourceRecord> gone = new HashSet<>(open);
        gone.removeAll(kept);
        List<IdentityChange> changes = new ArrayList<>();
        index.decisions(erased).forEach(d -> changes.add(new IdentityChange.Undone(d)));
        gone.forEach(record -> changes.add(new IdentityChange.Removed(record)));
        Map<SourceRecord, RecordDetails> before = index.details(open);
        details(kept)
                .forEach((record, details) -> {
                    if (!details.equals(before.get(record))) {
                        changes.add(new IdentityChange.Recorded(details));
                    }
                });
        Set<SourceRecord> moved = new HashSet<>(live(changes));
        index.forgetAnswers(erased);
        index.forget(gone);
        moved.addAll(peopleAt(places.forget(spellings)));
        return moved;
    }

    /**
     * Who has a record that would be compared with these details: that shares a whole key of them.
     */
    public Set<PersonId> sharing(RecordDetails details) {
        Set<BlockingKey> keys =
                BlockingKeys.of(details).stream().map(ids::sealed).collect(Collectors.toSet());
        Set<SourceRecord> records =
                index.blocks(keys).values().stream()
                        .flatMap(block -> block.records().stream())
                        .collect(Collectors.toSet());
        return Set.copyOf(peopleOf(records).values());
    }

    /** Whose records are like this description, the likest first; nothing is kept of it. */
    public List<Lookalike> like(RecordDetails described) {
        return live.like(described);
    }

    /** The open pairs that touch any of these records: who else they may be. */
    public List<UndecidedPair> undecided(Collection<SourceRecord> records) {
        return index.undecided(Set.copyOf(records));
    }

    /** The id of a person of whom this would be the only record. */
    public PersonId alone(SourceRecord record) {
        return ids.of(record);
    }

    /**
     * Which place each of these addresses is, or would be if it were learnt now; what says no one
     * place is left out. Nothing is kept of it.
     */
    public Map<Address, PlaceId> placed(Collection<Address> addresses) {
        return places.placed(addresses);
    }

    /** The pairs about which somebody should decide, the strongest first. */
    public List<UndecidedPair> reviewQueue(int limit) {
        return index.reviewQueue(limit);
    }

    /** What holds these records of one person together. */
    public List<HeldTogether.Joint> joints(Set<SourceRecord> records) {
        return HeldTogether.among(records, index.links(records), index.decisions(records));
    }

    /** Every decision about any of these records that was not undone. */
    public Set<Decision> decisions(Collection<SourceRecord> records) {
        return index.decisions(Set.copyOf(records));
    }

    /** The records of these keys, in their order; those never named are left out. */
    public List<SourceRecord> withKeys(Collection<UUID> keys) {
        return index.withKeys(keys).stream().sorted().toList();
    }

    /** Who holds the record now after which this id was made; empty for an id never made. */
    public Optional<PersonId> current(PersonId person) {
        return index.current(person);
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Collection<SourceRecord> records) {
        return index.peopleOf(Set.copyOf(records));
    }

    @Override
    public Map<PersonId, List<Member>> recordsOf(Collection<PersonId> people) {
        Map<PersonId, List<Member>> asked = new HashMap<>();
        people.stream()
                .filter(p -> recollection.members(p).isEmpty())
                .forEach(p -> asked.put(p, new ArrayList<>()));
        index.members(asked.keySet())
                .forEach(it ->
                        asked.computeIfAbsent(it.person(), _ -> new ArrayList<>())
                                .add(new Member(it.record(), it.certainty())));
        asked.forEach(recollection::members);
        Map<PersonId, List<Member>> found = new HashMap<>();
        for (PersonId person : people) {
            recollection
                    .members(person)
                    .filter(m -> !m.isEmpty())
                    .ifPresent(m -> found.put(person, m));
        }
        return found;
    }

    @Override
    public Map<PersonId, Set<PersonId>> undecidedOf(Collection<PersonId> people) {
        Map<SourceRecord, PersonId> theirs = new HashMap<>();
        recordsOf(people)
                .forEach((person, own) -> own.forEach(m -> theirs.put(m.record(), person)));
        Map<SourceRecord, Set<SourceRecord>> alike = index.alike(theirs.keySet());
        Map<SourceRecord, PersonId> whose =
                index.peopleOf(
                        alike.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<PersonId, Set<PersonId>> found = new HashMap<>();
        alike.forEach((record, others) -> {
            PersonId person = theirs.get(record);
            for (SourceRecord other : others) {
                PersonId maybe = whose.get(other);
                if (person != null && maybe != null && !person.equals(maybe)) {
                    found.computeIfAbsent(person, _ -> new HashSet<>()).add(maybe);
                }
            }
        });
        return found;
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        Map<SourceRecord, List<Fact>> asked = new HashMap<>();
        records.stream()
                .filter(r -> recollection.mentioning(r).isEmpty())
                .forEach(r -> asked.put(r, new ArrayList<>()));
        for (Fact fact : ledger.mentioning(asked.keySet())) {
            fact.participants().stream()
                    .map(Participant::record)
                    .distinct()
                    .map(asked::get)
                    .filter(Objects::nonNull)
                    .forEach(own -> own.add(fact));
        }
        asked.forEach(recollection::mentioning);
        List<Fact> found = new ArrayList<>();
        Set.copyOf(records)
                .forEach(record -> recollection.mentioning(record).ifPresent(found::addAll));
        return inOrder(found);
    }

    @Override
    public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
        return ledger.withdrawn(records);
    }

    @Override
    public Optional<List<Fact>> readable(Collection<SourceRecord> records) {
        try {
            return Optional.of(mentioning(records));
        } catch (DataAccessException | DatabaseException lost) {
            throw lost;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** Each of the facts once, in ledger order. */
    private static List<Fact> inOrder(List<Fact> facts) {
        facts.sort(Comparator.comparingLong(Fact::position));
        List<Fact> once = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (once.isEmpty() || once.getLast().position() != fact.position()) {
                once.add(fact);
            }
        }
        return once;
    }

    @Override
    public Map<Address, PlaceId> placesOf(Collection<Address> addresses) {
        return places.placesOf(addresses);
    }

    @Override
    public List<Fact> occupying(Collection<PlaceId> wanted, int limit) {
        Map<UUID, PlaceId> spellings = places.spellingsAt(wanted);
        Map<PlaceId, List<Fact>> byPlace = new HashMap<>();
        recollectOccupants(spellings.keySet(), limit);
        spellings.forEach((spelling, place) ->
                recollection
                        .occupying(spelling, limit)
                        .ifPresent(newest ->
                                byPlace.computeIfAbsent(place, _ -> new ArrayList<>())
                                        .addAll(newest)));
        byPlace.values().forEach(l -> l.sort(Comparator.comparingLong(Fact::position)));
        return byPlace.values().stream()
                .flatMap(l -> l.stream().skip(Math.max(0, l.size() - limit)))
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    private void recollectOccupants(Set<UUID> spellings, int limit) {
        Map<UUID, List<Fact>> asked = new HashMap<>();
        spellings.stream()
                .filter(s -> recollection.occupying(s, limit).isEmpty())
                .forEach(s -> asked.put(s, new ArrayList<>()));
        for (Fact fact : ledger.occupying(asked.keySet(), limit)) {
            fact.place().map(AddressKey::of).map(asked::get).ifPresent(own -> own.add(fact));
        }
        asked.forEach((spelling, newest) -> recollection.occupying(spelling, limit, newest));
    }
}
