package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.facts.HousingBody;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who was where and when. A home recorded later, by any source, ends an earlier home elsewhere on
 * the day on which it began; a source that repeats an address says nothing new, so an old address
 * repeated does not overtake a newer one. A source that itself recorded another place since says
 * that they went back.
 */
final class Stays {
    private static final Comparator<Stay> BY_START =
            Comparator.comparing((Stay s) -> s.days().from().orElse(LocalDate.MIN))
                    .thenComparingLong(s -> s.basis().position());

    private record SourceAt(AgencyId source, PlaceId place) {
        @Override
        public int hashCode() {
            return 31 * source.hashCode() + place.hashCode();
        }
    }

    private final World world;
    private final Map<PersonId, List<Stay>> byPerson = new HashMap<>();
    private final Map<PlaceId, List<Stay>> byPlace = new HashMap<>();

    Stays(World world) {
        this.world = world;
    }

    private List<Stay> staysOf(PersonId person) {
        List<Stay> recorded = new ArrayList<>();
        for (Gathered each : world.gatheredOf(person)) {
            if (each.occupies()
                    && world.counts(each.fact())
                    && people(each.fact()).contains(person)) {
                each.place().ifPresent(place -> recorded.add(stay(person, each.fact(), place)));
            }
        }
        return ended(recorded);
    }

    /** The record of a source whose address a fact tells: one agency may have two of a person. */
    private Optional<SourceRecord> record(Stay stay) {
        return stay.basis().participants().stream()
                .map(Participant::record)
                .filter(r -> world.personOf(r).filter(stay.person()::equals).isPresent())
                .findFirst();
    }

    private static Stay stay(PersonId person, Fact fact, PlaceId place) {
        Period days = new Period(Optional.of(startOf(fact)), until(fact));
        return new Stay(person, place, Occupancy.of(fact.body()).orElseThrow(), days, fact);
    }

    /** Whom a fact puts at its place. */
    private Set<PersonId> people(Fact fact) {
        Set<PersonId> people = new LinkedHashSet<>();
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

    private List<Stay> ended(List<Stay> recorded) {
        if (recorded.size() == 1) {
            return List.copyOf(recorded);
        }
        List<Stay> merged = new ArrayList<>();
        Map<SourceAt, Integer> known = new HashMap<>();
        Map<Optional<SourceRecord>, PlaceId> last = new HashMap<>();
        for (Stay stay : recorded.stream().sorted(BY_START).toList()) {
            if (stay.kind().isHome()) {
                PlaceId before = last.put(record(stay), stay.place());
                if (before != null && !before.equals(stay.place())) {
                    known.remove(new SourceAt(stay.basis().source(), stay.place()));
                }
            }
            merge(stay, merged, known);
        }
        for (int i = 0; i < merged.size(); i++) {
            merged.set(i, endAtNextHome(merged.get(i), merged));
        }
        return List.copyOf(merged);
    }

    /** A source that repeats a place goes on with its first stay there, with the latest end. */
    private static void merge(Stay stay, List<Stay> merged, Map<SourceAt, Integer> known) {
        SourceAt key = new SourceAt(stay.basis().source(), stay.place());
        Integer held = known.get(key);
        if (held == null
                || !merged.get(held).days().overlaps(stay.days())
                || seenBack(stay, merged, held)) {
            known.put(key, merged.size());
            merged.add(stay);
            return;
        }
        Stay first = merged.get(held);
        Period days = new Period(first.days().from(), stay.days().until());
        merged.set(
                held, new Stay(first.person(), first.place(), first.kind(), days, first.basis()));
    }

    /**
     * Found there after somebody recorded them elsewhere: that is news, and no repeated address.
     */
    private static boolean seenBack(Stay stay, List<Stay> merged, int held) {
        return stay.basis().body() instanceof PersonBody.HouseholdMemberSeen
                && merged.subList(held + 1, merged.size()).stream()
                        .filter(between -> !between.place().equals(stay.place()))
                        .anyMatch(between -> between.days().from().isPresent());
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
        List<Stay> known = byPerson.get(person);
        if (known == null) {
            known = staysOf(person);
            byPerson.put(person, known);
        }
        return known;
    }

    /** Every stay at a place. */
    List<Stay> at(PlaceId place) {
        List<Stay> known = byPlace.get(place);
        if (known == null) {
            known = staysAt(place);
            byPlace.put(place, known);
        }
        return known;
    }

    private List<Stay> staysAt(PlaceId place) {
        Set<PersonId> there = new TreeSet<>();
        world.occupying(place).forEach(each -> there.addAll(people(each.fact())));
        return there.stream()
                .flatMap(person -> of(person).stream())
                .filter(stay -> stay.place().equals(place))
                .toList();
    }

    /** Whether a source called the place communal: it transmits no reach, whoever lives there. */
    boolean saidToBeCommunal(PlaceId place) {
        return world.occupying(place).stream()
                .anyMatch(g -> g.fact().place().filter(a -> a.communal()).isPresent());
    }

    /** The days in which both were at one place, for each place that they shared. */
    static boolean together(Stay one, Stay other) {
        return one.place().equals(other.place()) && one.days().overlaps(other.days());
    }
}
