package sightline.core.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.KindSet;
import sightline.core.facts.Repeats;
import sightline.core.facts.SaidAgain;
import sightline.core.facts.Standing;
import sightline.core.facts.Standings;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that one reading gathered: people, their records, facts and places. */
final class World {
    private final LeftOut leftOut;
    private final Map<PersonId, List<KnownFacts.Member>> members = new LinkedHashMap<>();
    private final Map<PersonId, List<KnownFacts.Member>> aside = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> undecided = new HashMap<>();
    private final Set<PersonId> unreadable = new HashSet<>();
    private final Map<SourceRecord, PersonId> people = new HashMap<>();
    private final Map<Address, PlaceId> places = new HashMap<>();
    private final Set<PlaceId> asked = new HashSet<>();
    private final Set<Long> positions = new HashSet<>();
    private final Map<FactId, Fact> ids = new HashMap<>();
    private final List<Gathered> gathered = new ArrayList<>();
    private List<Fact> all = List.of();
    private int settled;
    private Map<Long, Standing> withdrawn = Map.of();
    private final Map<PersonId, List<Gathered>> byPerson = new HashMap<>();
    private final Map<PersonId, List<Connection>> connections = new HashMap<>();
    private final Map<PersonId, Individual> individuals = new HashMap<>();
    private final Map<PlaceId, List<Gathered>> occupying = new HashMap<>();
    private Standings standings = Standings.of(List.of());
    private SaidAgain saidAgain = SaidAgain.among(List.of(), _ -> Standing.STANDS);
    private Looks looks = new Looks();

    World() {
        this(LeftOut.NOTHING);
    }

    World(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    void addPeople(Map<SourceRecord, PersonId> found) {
        people.putAll(found);
    }

    void addMembers(Map<PersonId, List<KnownFacts.Member>> found) {
        members.putAll(found);
        found.forEach((person, records) -> records.forEach(m -> people.put(m.record(), person)));
    }

    /** Those who may be somebody here: asked for by name alone, and in nobody's reach. */
    void addAside(Map<PersonId, List<KnownFacts.Member>> found) {
        aside.putAll(found);
        found.forEach((person, records) -> records.forEach(m -> people.put(m.record(), person)));
    }

    /** Of one who may be somebody here something is recorded that cannot be read. */
    void addUnreadable(PersonId person) {
        unreadable.add(person);
    }

    /** Who else somebody here may be, as far as they were gathered. */
    void addUndecided(Map<PersonId, Set<PersonId>> pairs) {
        undecided.putAll(pairs);
    }

    List<PersonId> undecidedOf(PersonId person) {
        undecided.getOrDefault(person, Set.of()).stream()
                .filter(unreadable::contains)
                .forEach(looks::atUnreadable);
        return undecided.getOrDefault(person, Set.of()).stream()
                .filter(p -> loaded(p) || aside.containsKey(p))
                .filter(p -> !unreadable.contains(p))
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    void addPlaces(Map<Address, PlaceId> found) {
        places.putAll(found);
    }

    /** Adds what was not gathered before; gives it. */
    List<Fact> addFacts(Collection<Fact> found) {
        List<Fact> fresh = new ArrayList<>();
        for (Fact fact : found) {
            if (isNew(fact)) {
                gathered.add(new Gathered(fact));
                fresh.add(fact);
            }
        }
        return fresh;
    }

    private boolean isNew(Fact fact) {
        return positions.add(fact.position()) || fact.position() == 0;
    }

    /** To be called when it is known who and where the facts are that were added since. */
    void settle() {
        for (; settled < gathered.size(); settled++) {
            gathered.get(settled).settle(people, places);
        }
    }

    /** The records of everybody of whom facts were asked, and of all who were found at a place. */
    Set<SourceRecord> records() {
        Set<SourceRecord> records =
                Stream.of(members, aside)
                        .flatMap(all -> all.values().stream())
                        .flatMap(List::stream)
                        .map(KnownFacts.Member::record)
                        .collect(Collectors.toCollection(HashSet::new));
        for (Gathered each : gathered) {
            if (each.occupies()) {
                each.fact().participants().forEach(p -> records.add(p.record()));
            }
        }
        return records;
    }

    /**
     * To be called when all is gathered.
     *
     * @param taken which of it their sender withdrew, wherever that is recorded
     */
    void close(Map<Long, Standing> taken) {
        withdrawn = Map.copyOf(taken);
        settle();
        gathered.sort(Comparator.comparingLong(g -> g.fact().position()));
        List<Fact> facts = follow(Gathered.facts(gathered));
        all = facts;
        Set<FactId> repeats =
                Repeats.among(
                        facts,
                        f -> standings.of(f) == Standing.STANDS,
                        f -> standings.of(f).counts());
        repeats.addAll(saidAgain.twice());
        if (!repeats.isEmpty()) {
            gathered.removeIf(g -> repeats.contains(g.fact().id()));
        }
        for (Gathered each : gathered) {
            each.people()
                    .forEach(p -> byPerson.computeIfAbsent(p, _ -> new ArrayList<>()).add(each));
            if (each.occupies() && counts(each.fact())) {
                each.place()
                        .ifPresent(p ->
                                occupying.computeIfAbsent(p, _ -> new ArrayList<>()).add(each));
            }
        }
    }

    Map<Long, Standing> withdrawn() {
        return withdrawn;
    }

    /** What names a message names what corrects it, and what says the same. */
    private List<Fact> follow(List<Fact> facts) {
        standings = Standings.of(facts, withdrawn);
        saidAgain = SaidAgain.among(facts, standings::of);
        if (saidAgain.none()) {
            return facts;
        }
        gathered.replaceAll(
                g -> saidAgain.follows(g.fact()) ? g.as(saidAgain.followed(g.fact())) : g);
        List<Fact> followed = Gathered.facts(gathered);
        standings = Standings.of(followed, withFirst(followed));
        return followed;
    }

    /** Whoever corrects the second of two that are the same corrects the first. */
    private Map<Long, Standing> withFirst(List<Fact> facts) {
        Set<MessageRef> first =
                facts.stream()
                        .filter(f -> standings.of(f) == Standing.CORRECTED)
                        .flatMap(f -> saidAgain.firstOf(f).stream())
                        .collect(Collectors.toSet());
        if (first.isEmpty()) {
            return withdrawn;
        }
        Map<Long, Standing> with = new HashMap<>(withdrawn);
        facts.stream()
                .filter(f -> first.contains(f.id().message()))
                .forEach(f -> with.putIfAbsent(f.position(), Standing.CORRECTED));
        return with;
    }

    /** What a fact corrects, the newest first. */
    List<Fact> before(Fact fact) {
        return saidAgain.before(fact);
    }

    /**
     * Facts of Sightline's own that came after all that was gathered: they belong to those whom
     * they name, and change nobody's ties or homes, nor what else counts.
     */
    void hear(Collection<Fact> told) {
        Map<PersonId, List<Fact>> fresh = new LinkedHashMap<>();
        for (Fact fact : told) {
            if (isNew(fact)) {
                byId().put(fact.id(), fact);
                Gathered heard = new Gathered(fact);
                heard.settle(people, places);
                for (PersonId person : heard.people()) {
                    byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(heard);
                    fresh.computeIfAbsent(person, _ -> new ArrayList<>()).add(fact);
                }
            }
        }
        fresh.forEach((person, facts) ->
                Optional.ofNullable(individuals.get(person)).ifPresent(i -> i.hear(facts)));
    }

    /** From now on, what is looked at is noted there. */
    void noteIn(Looks attended) {
        looks = attended;
    }

    void look(PersonId person, KindSet kinds) {
        looks.at(person, kinds);
    }

    void look(PlaceId place) {
        looks.at(place);
    }

    /** Whether whoever attends looks for the first time at those who share somebody's homes. */
    boolean looksAtHomesOfFirst(PersonId person) {
        return looks.atHomesOf(person);
    }

    /** Somebody with all their facts: one for everybody who looks at them. */
    Individual individual(PersonId person) {
        looks.at(person, KindSet.NONE);
        return individuals.computeIfAbsent(
                person,
                id ->
                        new Individual(
                                id,
                                membersOf(id),
                                factsOf(id),
                                standings,
                                kinds -> looks.at(id, kinds),
                                leftOut));
    }

    /** Facts that put somebody at the place and that count, in ledger order. */
    List<Gathered> occupying(PlaceId place) {
        return occupying.getOrDefault(place, List.of());
    }

    /** Every fact in which a person takes part, in ledger order. */
    List<Fact> factsOf(PersonId person) {
        return Gathered.facts(gatheredOf(person));
    }

    /** The same, with whom else each names. */
    List<Gathered> gatheredOf(PersonId person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** The connections of a person, in the order in which they were first recorded. */
    List<Connection> connectionsOf(PersonId person) {
        List<Connection> known = connections.get(person);
        if (known == null) {
            known = new Connections(this, person).all();
            connections.put(person, known);
        }
        return known;
    }

    /** Every fact that was gathered; once all is, in ledger order and without repeats. */
    List<Gathered> gathered() {
        return gathered;
    }

    Optional<Fact> fact(FactId id) {
        return Optional.ofNullable(byId().get(id));
    }

    private Map<FactId, Fact> byId() {
        if (ids.isEmpty()) {
            all.forEach(f -> ids.put(f.id(), f));
        }
        return ids;
    }

    boolean counts(Fact fact) {
        return standings.of(fact).counts();
    }

    Standings standings() {
        return standings;
    }

    Optional<PersonId> personOf(SourceRecord record) {
        return Optional.ofNullable(people.get(record));
    }

    Optional<PlaceId> placeOf(Fact fact) {
        return fact.place().map(places::get);
    }

    /** Whether nobody has asked yet who else is at the place; asking once is enough. */
    boolean opens(PlaceId place) {
        return asked.add(place);
    }

    boolean knows(Address address) {
        return places.containsKey(address);
    }

    boolean loaded(PersonId person) {
        return members.containsKey(person);
    }

    List<KnownFacts.Member> membersOf(PersonId person) {
        return members.getOrDefault(person, aside.getOrDefault(person, List.of()));
    }

    Collection<PersonId> loadedPeople() {
        return members.keySet();
    }
}
