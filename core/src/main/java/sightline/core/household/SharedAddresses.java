package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.household.Connection.Kind;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was at one address with whom: worked out once a person, for all who look at them. */
final class SharedAddresses {
    private record PlaceDay(PlaceId place, LocalDate day) {}

    private final World world;
    private final Stays stays;
    private final Bounds bounds;
    private final Map<PersonId, List<Connection>> known = new HashMap<>();
    private final Map<PlaceDay, Boolean> communal = new HashMap<>();

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
        return communal.computeIfAbsent(
                new PlaceDay(place, day), k -> stays.communal(k.place(), k.day(), bounds));
    }

    /** Connections of a person through overlapping days at one address that is not communal. */
    List<Connection> of(PersonId person) {
        List<Connection> held = known.get(person);
        if (held == null) {
            held = sharedBy(person);
            known.put(person, held);
        }
        return held;
    }

    private List<Connection> sharedBy(PersonId person) {
        Map<PersonId, List<Stay[]>> shared = new LinkedHashMap<>();
        for (Stay own : stays.of(person)) {
            for (Stay other : stays.at(own.place())) {
                if (!other.person().equals(person)
                        && Stays.together(own, other)
                        && !communalWhen(own, other)) {
                    shared.computeIfAbsent(other.person(), _ -> new ArrayList<>())
                            .add(new Stay[] {own, other});
                }
            }
        }
        return shared.entrySet().stream()
                .filter(e -> world.loaded(e.getKey()))
                .map(e -> sharing(person, e.getKey(), e.getValue()))
                .toList();
    }

    private boolean communalWhen(Stay own, Stay other) {
        LocalDate day =
                own.days().intersection(other.days()).flatMap(Period::from).orElse(LocalDate.MIN);
        return communal(own.place(), day);
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
        List<Fact> basis =
                pairs.stream()
                        .flatMap(p -> List.of(p[0].basis(), p[1].basis()).stream())
                        .distinct()
                        .sorted(Comparator.comparingLong(Fact::position))
                        .toList();
        return new Connection(
                person,
                other,
                Kind.SHARES_ADDRESS,
                new Period(from, until),
                basis,
                Certainty.CONFIRMED);
    }
}
