package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.facts.HousingBody;
import sightline.core.facts.Occupancy;
import sightline.core.facts.PersonBody;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who was where and when. A home recorded later, by any source, ends an earlier home elsewhere on
 * the day on which it began; a source that repeats an address says nothing new, so an old address
 * repeated does not overtake a newer one.
 */
final class Stays {
    private static final Comparator<Stay> BY_START =
            Comparator.comparing((Stay s) -> s.days().from().orElse(LocalDate.MIN))
                    .thenComparingLong(s -> s.basis().position());

    private final Map<PersonId, List<Stay>> byPerson = new HashMap<>();
    private final Map<PlaceId, List<Stay>> byPlace = new HashMap<>();
    private final Set<PlaceId> communal = new HashSet<>();

    Stays(World world) {
        Map<PersonId, List<Stay>> recorded = new HashMap<>();
        for (Fact fact : world.facts()) {
            Occupancy.of(fact.body())
                    .filter(_ -> world.counts(fact))
                    .flatMap(_ -> world.placeOf(fact))
                    .ifPresent(place -> record(world, fact, place, recorded));
        }
        recorded.forEach((person, stays) -> byPerson.put(person, ended(stays)));
        byPerson.values().stream()
                .flatMap(List::stream)
                .forEach(s -> byPlace.computeIfAbsent(s.place(), _ -> new ArrayList<>()).add(s));
    }

    private void record(World world, Fact fact, PlaceId place, Map<PersonId, List<Stay>> recorded) {
        if (fact.place().filter(a -> a.communal()).isPresent()) {
            communal.add(place);
        }
        Period days = new Period(Optional.of(startOf(fact)), until(fact));
        PersonBody.Stay kind = Occupancy.of(fact.body()).orElseThrow();
        for (PersonId person : people(world, fact)) {
            recorded.computeIfAbsent(person, _ -> new ArrayList<>())
                    .add(new Stay(person, place, kind, days, fact));
        }
    }

    private static Set<PersonId> people(World world, Fact fact) {
        Set<PersonId> people = new HashSet<>();
        if (fact.body() instanceof PersonBody.Residence) {
            fact.subject().flatMap(world::personOf).ifPresent(people::add);
            return people;
        }
        for (var participant : fact.participants()) {
            if (Connections.mayLiveThere(participant.role())) {
                world.personOf(participant.record()).ifPresent(people::add);
            }
        }
        return people;
    }

    private static LocalDate startOf(Fact fact) {
        return fact.times()
                .happened()
                .earliest()
                .orElseGet(() -> sightline.core.kernel.London.day(fact.times().recorded()));
    }

    private static Optional<LocalDate> until(Fact fact) {
        return switch (fact.body()) {
            case PersonBody.Residence r -> r.until().filter(u -> !u.isBefore(startOf(fact)));
            case HousingBody.Tenancy t when t.ended() -> Optional.of(startOf(fact));
            default -> Optional.empty();
        };
    }

    private static List<Stay> ended(List<Stay> recorded) {
        List<Stay> merged = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        recorded.stream().sorted(BY_START).forEach(stay -> merge(stay, merged, known));
        for (int i = 0; i < merged.size(); i++) {
            merged.set(i, endAtNextHome(merged.get(i), merged));
        }
        return List.copyOf(merged);
    }

    /** A source that repeats a place goes on with its first stay there, with the latest end. */
    private static void merge(Stay stay, List<Stay> merged, Map<String, Integer> known) {
        String key = stay.basis().source().value() + "|" + stay.place().value();
        Integer held = known.get(key);
        if (held == null || !merged.get(held).days().overlaps(stay.days())) {
            known.put(key, merged.size());
            merged.add(stay);
            return;
        }
        Stay first = merged.get(held);
        Period days = new Period(first.days().from(), stay.days().until());
        merged.set(
                held, new Stay(first.person(), first.place(), first.kind(), days, first.basis()));
    }

    private static Stay endAtNextHome(Stay stay, List<Stay> all) {
        if (stay.days().until().isPresent()) {
            return stay;
        }
        LocalDate start = stay.days().from().orElse(LocalDate.MIN);
        return all.stream()
                .filter(next -> endsHome(stay, next))
                .flatMap(next -> next.days().from().stream())
                .filter(from -> from.isAfter(start))
                .min(Comparator.naturalOrder())
                .map(from -> closed(stay, from))
                .orElse(stay);
    }

    private static boolean endsHome(Stay stay, Stay next) {
        return next.kind() == PersonBody.Stay.HOME && !next.place().equals(stay.place());
    }

    private static Stay closed(Stay stay, LocalDate last) {
        Period days = new Period(stay.days().from(), Optional.of(last));
        return new Stay(stay.person(), stay.place(), stay.kind(), days, stay.basis());
    }

    /** Every stay of a person, oldest first. */
    List<Stay> of(PersonId person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** Every stay at a place. */
    List<Stay> at(PlaceId place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** Whether a source called the place communal: it transmits no reach, whoever lives there. */
    boolean saidToBeCommunal(PlaceId place) {
        return communal.contains(place);
    }

    /** The days in which both were at one place, for each place that they shared. */
    static boolean together(Stay one, Stay other) {
        return one.place().equals(other.place()) && one.days().overlaps(other.days());
    }
}
