package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.facts.KindSet;
import sightline.core.household.Connection.Kind;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who was at one address with whom: worked out once a person, for all who look at them. Each time
 * it is told, whoever could change it is noted as looked at.
 */
final class SharedAddresses {
    private record PlaceDay(PlaceId place, LocalDate day) {}

    /** Whether a place is communal, and whose coming or going could change that. */
    private record Communal(boolean is, Set<PersonId> because) {}

    private record Shared(List<Connection> connections, Set<PersonId> because) {}

    private final World world;
    private final Stays stays;
    private final Bounds bounds;
    private final Map<PersonId, Shared> known = new HashMap<>();
    private final Map<PlaceDay, Communal> communal = new HashMap<>();
    private final Map<PlaceId, Optional<Communal>> everyDay = new HashMap<>();

    SharedAddresses(World world, Bounds bounds) {
        this.world = world;
        this.stays = new Stays(world);
        this.bounds = bounds;
    }

    Stays stays() {
        return stays;
    }

    /** Whether the place transmits no reach on that day. */
    boolean communal(PlaceId place, LocalDate day) {
        world.look(place);
        Communal found = communalOn(place, day);
        look(found.because());
        return found.is();
    }

    /**
     * Since when so many are recorded at a place on that day that it transmits no reach, although
     * nobody said that it is communal: when the last of those who make it so was known here.
     */
    Optional<Instant> crowdedSince(PlaceId place, LocalDate day) {
        if (!communal(place, day) || stays.saidToBeCommunal(place)) {
            return Optional.empty();
        }
        Set<PersonId> because = communalOn(place, day).because();
        return because.stream()
                .map(p -> known(p, place, day))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> known(PersonId person, PlaceId place, LocalDate day) {
        return stays.at(place).stream()
                .filter(s -> s.person().equals(person) && s.openOn(day))
                .map(s -> s.basis().times().received())
                .min(Comparator.naturalOrder());
    }

    private Communal communalOn(PlaceId place, LocalDate day) {
        return always(place).orElseGet(() -> onThat(place, day));
    }

    private Communal onThat(PlaceId place, LocalDate day) {
        return communal.computeIfAbsent(new PlaceDay(place, day), k -> counted(k.place(), k.day()));
    }

    /** As long as one more than the bound stay where they are, it is communal, whoever comes. */
    private Communal counted(PlaceId place, LocalDate day) {
        Set<PersonId> there = new LinkedHashSet<>();
        for (Stay stay : stays.at(place)) {
            if (stay.openOn(day)) {
                there.add(stay.person());
            }
            if (there.size() > bounds.communalResidents()) {
                return new Communal(true, there);
            }
        }
        stays.at(place).forEach(s -> there.add(s.person()));
        return new Communal(false, there);
    }

    /** What holds of the place on every day, where so few were ever there, or somebody says so. */
    private Optional<Communal> always(PlaceId place) {
        Optional<Communal> known = everyDay.get(place);
        if (known == null) {
            known = onEveryDay(place);
            everyDay.put(place, known);
        }
        return known;
    }

    private Optional<Communal> onEveryDay(PlaceId place) {
        if (stays.saidToBeCommunal(place)) {
            return Optional.of(new Communal(true, Set.of()));
        }
        Set<PersonId> ever = new LinkedHashSet<>();
        stays.at(place).forEach(s -> ever.add(s.person()));
        return ever.size() > bounds.communalResidents()
                ? Optional.empty()
                : Optional.of(new Communal(false, ever));
    }

    private void look(Set<PersonId> people) {
        people.forEach(p -> world.look(p, KindSet.STRUCTURE));
    }

    /** Every stay at a place. */
    List<Stay> at(PlaceId place) {
        world.look(place);
        List<Stay> there = stays.at(place);
        there.forEach(s -> world.look(s.person(), KindSet.STRUCTURE));
        return there;
    }

    /** Connections of a person through overlapping days at one address that is not communal. */
    List<Connection> of(PersonId person) {
        Shared held = known.get(person);
        if (held == null) {
            held = sharedBy(person);
            known.put(person, held);
        }
        if (world.looksAtHomesOfFirst(person)) {
            world.look(person, KindSet.STRUCTURE);
            stays.of(person).forEach(s -> world.look(s.place()));
            look(held.because());
        }
        return held.connections();
    }

    private Shared sharedBy(PersonId person) {
        Map<PersonId, List<Stay[]>> shared = new LinkedHashMap<>();
        Set<PersonId> because = new HashSet<>();
        Set<Communal> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Stay own : stays.of(person)) {
            for (Stay other : stays.at(own.place())) {
                if (!other.person().equals(person) && !communalWhen(own, other, counted)) {
                    because.add(other.person());
                    if (Stays.together(own, other)) {
                        shared.computeIfAbsent(other.person(), _ -> new ArrayList<>())
                                .add(new Stay[] {own, other});
                    }
                }
            }
        }
        counted.forEach(c -> because.addAll(c.because()));
        List<Connection> connections =
                shared.entrySet().stream()
                        .filter(e -> world.loaded(e.getKey()))
                        .map(e -> sharing(person, e.getKey(), e.getValue()))
                        .toList();
        return new Shared(connections, because);
    }

    /** Whether the place was communal on the day on which they came together. */
    private boolean communalWhen(Stay own, Stay other, Set<Communal> counted) {
        LocalDate day =
                own.days().intersection(other.days()).flatMap(Period::from).orElse(LocalDate.MIN);
        Communal found = communalOn(own.place(), day);
        counted.add(found);
        return found.is();
    }

    private static Connection sharing(PersonId person, PersonId other, List<Stay[]> pairs) {
        List<Period> days =
                pairs.stream()
                        .flatMap(p -> p[0].days().intersection(p[1].days()).stream())
                        .toList();
        Optional<LocalDate> from =
                days.stream().flatMap(d -> d.from().stream()).min(Comparator.naturalOrder());
        boolean open = days.stream().anyMatch(d -> d.until().isEmpty());
        Optional<LocalDate> until =
                open
                        ? Optional.empty()
                        : days.stream()
                                .flatMap(d -> d.until().stream())
                                .max(Comparator.naturalOrder());
        SortedMap<Long, Fact> basis = new TreeMap<>();
        for (Stay[] pair : pairs) {
            for (Stay stay : pair) {
                basis.put(stay.basis().position(), stay.basis());
            }
        }
        return new Connection(
                person,
                other,
                Kind.SHARES_ADDRESS,
                new Period(from, until),
                List.copyOf(basis.values()),
                Certainty.CONFIRMED);
    }
}
