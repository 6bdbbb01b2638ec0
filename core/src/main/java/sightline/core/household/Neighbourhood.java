package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.KindSet;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Standing;
import sightline.core.facts.SystemBody;
import sightline.core.household.Connection.Kind;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody whom a rule may look at around one subject: bounded by link (two hops) and by time.
 *
 * <p>It is a picture of what was received; it has no clock. Questions about "now" take the day.
 */
public final class Neighbourhood {
    private static final int SAME_PREGNANCY_DAYS = 60;

    private final PersonId subject;
    private final World world;
    private final Stays stays;
    private final Bounds bounds;
    private final SharedAddresses shared;
    private final Looks looks = new Looks();
    private final Map<LocalDate, List<Reach>> reached = new HashMap<>();
    private Optional<List<Individual>> formerSelves = Optional.empty();
    private Optional<List<Individual>> becameBorn = Optional.empty();

    Neighbourhood(PersonId subject, World world, SharedAddresses shared, Bounds bounds) {
        this.subject = subject;
        this.world = world;
        this.shared = shared;
        this.stays = shared.stays();
        this.bounds = bounds;
    }

    /**
     * Begins to note what is looked at here, until another neighbourhood of the same reading does;
     * {@link #dependsOn} tells.
     */
    public void attend() {
        world.noteIn(looks);
        world.look(subject, KindSet.ALL);
    }

    /**
     * Takes in what Sightline told since of anybody here: clocks read it, and no rule does. All
     * neighbourhoods of the same reading hear it.
     *
     * @throws IllegalArgumentException if any of it is something else, from which more may follow
     */
    public void hear(Collection<Fact> told) {
        for (Fact fact : told) {
            if (!(fact.body() instanceof SystemBody.Attention)) {
                throw new IllegalArgumentException(fact.kind() + " is not told, but recorded");
            }
        }
        world.hear(told);
    }

    /** Whom it is about. */
    public Individual subject() {
        return person(subject);
    }

    /** Anybody within reach, with all their facts. */
    public Individual person(PersonId id) {
        return world.individual(id);
    }

    /** Who a record is, when anybody here. */
    public Optional<Individual> whose(SourceRecord record) {
        return world.personOf(record).filter(world::loaded).map(this::person);
    }

    /** The same, and of a record that may be somebody's here, as far as it was asked for. */
    public Optional<Individual> whoseEver(SourceRecord record) {
        return world.personOf(record).filter(p -> !world.membersOf(p).isEmpty()).map(this::person);
    }

    /** The facts of those ids that are here, in ledger order. */
    public List<Fact> facts(Collection<FactId> ids) {
        return ids.stream()
                .map(world::fact)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    /** The positions of the facts that their sender withdrew, and how, as of all that came. */
    public Map<Long, Standing> withdrawn() {
        return world.withdrawn();
    }

    /**
     * What first told it: of what its sender told in the place of a fact before correcting it, of
     * the same subject and in the same kind, the oldest from which on all meet the condition; the
     * fact itself where it corrects nothing that does.
     */
    public Fact first(Fact fact, Predicate<Fact> meets) {
        return world.before(fact).stream()
                .takeWhile(meets)
                .reduce((_, earlier) -> earlier)
                .orElse(fact);
    }

    /** Those who stand in the role in the fact. */
    public List<Individual> in(Fact fact, PersonRole role) {
        return fact.in(role).flatMap(r -> whose(r).stream()).distinct().toList();
    }

    /** All connections of a person, as first recorded; shared addresses are in {@link #sharing}. */
    public List<Connection> connections(PersonId person) {
        world.look(person, KindSet.STRUCTURE);
        return world.connectionsOf(person);
    }

    /**
     * Who else somebody here may be: their records are alike, and nobody has decided whether they
     * are one person. Of these nothing is known here but what is recorded of them; those who cannot
     * be read are left out, and {@link #incomplete} says so from then on.
     */
    public List<Individual> undecided(PersonId person) {
        world.look(person, KindSet.STRUCTURE);
        return world.undecidedOf(person).stream().map(this::person).toList();
    }

    /** Whether somebody was left out of {@link #undecided} whose records cannot be read. */
    public boolean incomplete() {
        return looks.unreadable();
    }

    /** The connections of one kind of a person. */
    public List<Connection> connections(PersonId person, Kind kind) {
        return connections(person).stream().filter(c -> c.kind() == kind).toList();
    }

    /** Whether the two are connected in one of the kinds, on any day. */
    public boolean connected(PersonId one, PersonId other, Kind... kinds) {
        Set<Kind> wanted = Set.of(kinds);
        return connections(one).stream()
                .anyMatch(c -> c.to().equals(other) && wanted.contains(c.kind()));
    }

    /** Recorded parents of a person. */
    public List<Individual> parents(PersonId person) {
        return others(person, Kind.PARENT);
    }

    /** Recorded children of a person, those not yet born included. */
    public List<Individual> childrenOf(PersonId person) {
        return others(person, Kind.CHILD);
    }

    private List<Individual> others(PersonId person, Kind kind) {
        return connections(person, kind).stream()
                .map(Connection::to)
                .filter(world::loaded)
                .distinct()
                .map(this::person)
                .toList();
    }

    /** Brothers and sisters: recorded as such, or with a parent in common. */
    public List<Individual> siblings() {
        Map<PersonId, Individual> found = new LinkedHashMap<>();
        others(subject, Kind.SIBLING).forEach(i -> found.put(i.id(), i));
        for (Individual parent : parents(subject)) {
            childrenOf(parent.id()).forEach(i -> found.put(i.id(), i));
        }
        found.remove(subject);
        formerSelves().forEach(i -> found.remove(i.id()));
        return List.copyOf(found.values());
    }

    /**
     * The unborn child that the subject was: of the same mother, expected within 60 days of the
     * birth. What was raised for it passes to the child, or to each twin.
     */
    public List<Individual> formerSelves() {
        List<Individual> known = formerSelves.orElseGet(this::unbornSelves);
        formerSelves = Optional.of(known);
        return known;
    }

    /**
     * The subject, and the unborn child that it was: what was recorded before birth is about both.
     */
    public List<Individual> selves() {
        List<Individual> selves = new ArrayList<>();
        selves.add(subject());
        selves.addAll(formerSelves());
        return selves;
    }

    /** The same as of one: whatever is told of a case is told of both. */
    public Selves asOne() {
        return new Selves(selves());
    }

    private List<Individual> unbornSelves() {
        Individual child = subject();
        Optional<LocalDate> born = child.born().map(b -> b.earliest());
        if (born.isEmpty()) {
            return List.of();
        }
        return parents(subject).stream()
                .flatMap(p -> childrenOf(p.id()).stream())
                .filter(Individual::unborn)
                .filter(u -> samePregnancy(u, born.get()))
                .filter(u -> mayBeOfOneMother(u.id(), subject))
                .distinct()
                .toList();
    }

    /** The children that an unborn subject became. */
    public List<Individual> becameBorn() {
        List<Individual> known = becameBorn.orElseGet(this::bornSelves);
        becameBorn = Optional.of(known);
        return known;
    }

    private List<Individual> bornSelves() {
        if (!subject().unborn()) {
            return List.of();
        }
        return parents(subject).stream()
                .flatMap(p -> childrenOf(p.id()).stream())
                .filter(c -> !c.unborn())
                .filter(c ->
                        c.born().filter(b -> samePregnancy(subject(), b.earliest())).isPresent())
                .filter(c -> mayBeOfOneMother(subject, c.id()))
                .distinct()
                .toList();
    }

    /** Unless both have a mother on record, and not the same: a father has children of two. */
    private boolean mayBeOfOneMother(PersonId one, PersonId other) {
        Set<PersonId> mothers = mothersOf(one);
        Set<PersonId> others = mothersOf(other);
        return mothers.isEmpty() || others.isEmpty() || mothers.stream().anyMatch(others::contains);
    }

    private Set<PersonId> mothersOf(PersonId child) {
        return connections(child, Kind.PARENT).stream()
                .filter(c -> c.basis().stream().anyMatch(f -> isMother(f, c.to())))
                .map(Connection::to)
                .collect(Collectors.toSet());
    }

    /** Named as mother; whoever a booking is about is one. */
    private boolean isMother(Fact fact, PersonId person) {
        Stream<SourceRecord> booked =
                fact.body() instanceof HealthBody.PregnancyBooked
                        ? fact.subject().stream()
                        : Stream.empty();
        return Stream.concat(fact.in(PersonRole.MOTHER), booked)
                .anyMatch(r -> world.personOf(r).filter(person::equals).isPresent());
    }

    private static boolean samePregnancy(Individual unborn, LocalDate born) {
        Optional<LocalDate> expected =
                unborn.expected()
                        .or(() ->
                                unborn.entries(HealthBody.PregnancyBooked.class).stream()
                                        .flatMap(e -> e.body().expected().stream())
                                        .findFirst());
        Optional<LocalDate> booked =
                unborn.entries(HealthBody.PregnancyBooked.class).stream()
                        .map(Entry::day)
                        .findFirst();
        return expected.map(e ->
                        Math.abs(e.toEpochDay() - born.toEpochDay()) <= SAME_PREGNANCY_DAYS * 2L)
                .orElseGet(() ->
                        booked.map(b -> !born.isBefore(b) && born.isBefore(b.plusMonths(10)))
                                .orElse(false));
    }

    /** Every stay of a person, oldest first. */
    public List<Stay> stays(PersonId person) {
        world.look(person, KindSet.STRUCTURE);
        return stays.of(person);
    }

    /** Who is recorded at a place on a day. */
    public List<Stay> at(PlaceId place, LocalDate day) {
        return shared.at(place).stream().filter(s -> s.openOn(day)).toList();
    }

    /** The place where a fact was, when it could be placed. */
    public Optional<PlaceId> placeOf(Fact fact) {
        return world.placeOf(fact);
    }

    /** Facts that put somebody at the place, named or not, that count, in ledger order. */
    public List<Fact> occupying(PlaceId place) {
        world.look(place);
        return Gathered.facts(world.occupying(place));
    }

    /** Whether a place is communal on that day, so that living there connects nobody. */
    public boolean communal(PlaceId place, LocalDate day) {
        return shared.communal(place, day);
    }

    /** Since when a place transmits no reach by the number of people alone, on that day. */
    public Optional<Instant> crowdedSince(PlaceId place, LocalDate day) {
        return shared.crowdedSince(place, day);
    }

    /** Everybody recorded at an address of the person on that day, the person left out. */
    public List<Individual> household(PersonId person, LocalDate day) {
        return stays(person).stream()
                .filter(s -> s.openOn(day) && !communal(s.place(), day))
                .flatMap(s -> at(s.place(), day).stream())
                .map(Stay::person)
                .filter(p -> !p.equals(person) && world.loaded(p))
                .distinct()
                .map(this::person)
                .toList();
    }

    /** Connections through overlapping days at one address that is not communal. */
    public List<Connection> sharing(PersonId person) {
        return shared.of(person);
    }

    /** Everybody within the design's reach of the subject on that day; see {@link Reach}. */
    public List<Reach> reach(LocalDate day) {
        return reached.computeIfAbsent(day, d -> new Reaching(this, bounds).on(d));
    }

    /**
     * Every record that could change what was looked at here, and which kinds of its facts could:
     * the keys of the inverted index. A record that becomes another person's changes everything.
     */
    public Map<SourceRecord, KindSet> dependsOn() {
        Map<SourceRecord, KindSet> records = new TreeMap<>();
        looks.people()
                .forEach((person, kinds) ->
                        world.membersOf(person)
                                .forEach(m -> records.merge(m.record(), kinds, KindSet::and)));
        return records;
    }

    /** Every place at which somebody new would change what was looked at here. */
    public Collection<PlaceId> dependsOnPlaces() {
        return looks.places();
    }

    /**
     * How many people stand here; beyond {@link Bounds#people} the subject is not fully looked at.
     */
    public int people() {
        return world.loadedPeople().size();
    }
}
