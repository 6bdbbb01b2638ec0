package sightline.core.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the neighbourhoods of many subjects together, in a fixed number of reads: the subjects; who
 * is named beside them or was at their addresses; who is named beside or lives with those. Around a
 * child it is read as far as from the unborn child that it was: whoever a booking named as father
 * is as near to the child as a father whom the birth notice names.
 */
public final class NeighbourhoodReader {
    private static final int OCCUPANCY_LIMIT = 400;
    private static final int CROWD = 24;

    /** A record that may be of more people than this says nothing of any. */
    private static final int UNDECIDED_MOST = 8;

    private final KnownFacts known;
    private final Bounds bounds;
    private final LeftOut leftOut;

    public NeighbourhoodReader(KnownFacts known, Bounds bounds) {
        this(known, bounds, LeftOut.NOTHING);
    }

    /**
     * @param leftOut what those who know the facts leave out
     */
    public NeighbourhoodReader(KnownFacts known, Bounds bounds, LeftOut leftOut) {
        this.known = known;
        this.bounds = bounds;
        this.leftOut = leftOut;
    }

    /** The neighbourhood of each subject that still exists under its id. */
    public Map<PersonId, Neighbourhood> read(Collection<PersonId> subjects) {
        World world = new World(leftOut);
        Set<PersonId> first = load(world, subjects, Set.of());
        occupants(world);
        Set<PersonId> second = load(world, beside(world, first), first);
        occupants(world);
        Set<PersonId> near = union(first, second);
        Set<PersonId> before = Unborn.of(first, world);
        if (!before.isEmpty()) {
            load(world, before, near);
            near.addAll(load(world, beside(world, union(first, before)), union(near, before)));
            near.addAll(before);
            occupants(world);
        }
        load(world, beside(world, near), near);
        undecided(world);
        return around(subjects, world);
    }

    /**
     * Only those who are named beside each subject or live at their addresses: enough to know who
     * is near, too little for rules.
     */
    public Map<PersonId, Neighbourhood> near(Collection<PersonId> subjects) {
        World world = new World(leftOut);
        Set<PersonId> first = load(world, subjects, Set.of());
        occupants(world);
        load(world, beside(world, first), first);
        return around(subjects, world);
    }

    private Map<PersonId, Neighbourhood> around(Collection<PersonId> subjects, World world) {
        world.close(known.withdrawn(world.records()));
        SharedAddresses shared = new SharedAddresses(world, bounds);
        Map<PersonId, Neighbourhood> read = new LinkedHashMap<>();
        for (PersonId subject : subjects) {
            if (world.loadedPeople().contains(subject)) {
                read.put(subject, new Neighbourhood(subject, world, shared, bounds));
            }
        }
        return read;
    }

    private Set<PersonId> load(World world, Collection<PersonId> people, Set<PersonId> held) {
        Set<PersonId> wanted = new LinkedHashSet<>(people);
        wanted.removeAll(held);
        if (wanted.isEmpty()) {
            return wanted;
        }
        world.addMembers(known.recordsOf(wanted));
        Set<SourceRecord> records =
                wanted.stream()
                        .flatMap(p -> world.membersOf(p).stream())
                        .map(KnownFacts.Member::record)
                        .collect(Collectors.toSet());
        gather(world, known.mentioning(records));
        wanted.retainAll(world.loadedPeople());
        return wanted;
    }

    /**
     * Those who may be somebody here: what is recorded of them, and not where they live, which
     * brings nobody nearer. One of them who cannot be read keeps nobody here from being read.
     */
    private void undecided(World world) {
        Map<PersonId, Set<PersonId>> pairs = new HashMap<>();
        known.undecidedOf(List.copyOf(world.loadedPeople()))
                .forEach((person, others) ->
                        pairs.put(
                                person,
                                others.stream()
                                        .sorted(Comparator.comparing(PersonId::value))
                                        .limit(UNDECIDED_MOST)
                                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        Set<PersonId> others =
                pairs.values().stream()
                        .flatMap(Set::stream)
                        .filter(p -> !world.loaded(p))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        world.addUndecided(pairs);
        if (others.isEmpty()) {
            return;
        }
        Map<PersonId, List<KnownFacts.Member>> aside = known.recordsOf(others);
        world.addAside(aside);
        gather(
                world,
                readable(world, aside).stream()
                        .filter(f -> Occupancy.of(f.body()).isEmpty())
                        .toList());
    }

    /** What is recorded of all of them; where that cannot be read, of each who can be. */
    private List<Fact> readable(World world, Map<PersonId, List<KnownFacts.Member>> people) {
        Optional<List<Fact>> whole = known.readable(records(people.values()));
        if (whole.isPresent()) {
            return whole.get();
        }
        List<Fact> found = new ArrayList<>();
        people.forEach((person, own) ->
                known.readable(records(List.of(own)))
                        .ifPresentOrElse(found::addAll, () -> world.addUnreadable(person)));
        return found;
    }

    private static Set<SourceRecord> records(Collection<List<KnownFacts.Member>> members) {
        return members.stream()
                .flatMap(List::stream)
                .map(KnownFacts.Member::record)
                .collect(Collectors.toSet());
    }

    private void gather(World world, List<Fact> facts) {
        List<Fact> fresh = world.addFacts(facts);
        place(world, fresh);
        world.addPeople(known.peopleOf(unknownRecords(world, fresh)));
        world.settle();
    }

    /** Who else was recorded at the places that the facts name. */
    private void occupants(World world) {
        Set<PlaceId> places = new HashSet<>();
        for (Gathered each : world.gathered()) {
            if (each.occupies()) {
                each.place().filter(world::opens).ifPresent(places::add);
            }
        }
        if (!places.isEmpty()) {
            gather(world, known.occupying(places, OCCUPANCY_LIMIT));
        }
    }

    private void place(World world, List<Fact> facts) {
        Set<Address> addresses = new HashSet<>();
        for (Fact fact : facts) {
            fact.place().filter(a -> !world.knows(a)).ifPresent(addresses::add);
        }
        if (!addresses.isEmpty()) {
            world.addPlaces(known.placesOf(addresses));
        }
    }

    /** Of whom the added facts name: whose records nobody has asked about. */
    private static Set<SourceRecord> unknownRecords(World world, List<Fact> added) {
        Set<SourceRecord> unknown = new HashSet<>();
        for (Fact fact : added) {
            for (Participant each : fact.participants()) {
                if (world.personOf(each.record()).isEmpty()) {
                    unknown.add(each.record());
                }
            }
        }
        return unknown;
    }

    /** Everybody named in a fact with one of the people; crowds and those at work excepted. */
    private Set<PersonId> beside(World world, Set<PersonId> people) {
        Set<PersonId> beside = new HashSet<>();
        for (Gathered each : world.gathered()) {
            if (!each.crowded(CROWD) && (each.occupies() || each.names(people))) {
                beside.addAll(each.notAtWork());
            }
        }
        long most = (long) bounds.people() * Math.max(1, people.size());
        return beside.stream()
                .sorted(Comparator.comparing(PersonId::value))
                .limit(most)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<PersonId> union(Set<PersonId> one, Set<PersonId> other) {
        Set<PersonId> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
