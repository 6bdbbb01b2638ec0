package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.household.Connection;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Overlapping days at one address that is not communal, each as an occasion of joining. */
final class SharedHomes {
    private final Neighbourhood around;
    private final Whereabouts whereabouts;
    private final Map<PersonId, List<Overlap>> known = new HashMap<>();

    private SharedHomes(Neighbourhood around) {
        this.around = around;
        this.whereabouts = new Whereabouts(around);
    }

    /** Those of a situation. */
    static SharedHomes in(Situation situation) {
        return situation.once(SharedHomes.class, () -> new SharedHomes(situation.around()));
    }

    /** One overlap: the stay of the one, the stay of the other, the days of both. */
    record Overlap(Stay own, Stay other, Period days) {

        /** When both were known and had begun. */
        Instant since() {
            Instant known = Namings.latest(received(own), received(other));
            return days.from()
                    .map(London::startOf)
                    .filter(start -> start.isAfter(known))
                    .orElse(known);
        }

        private static Instant received(Stay stay) {
            return stay.basis().times().received();
        }
    }

    /** Every overlap of somebody's stays with those of other people. */
    List<Overlap> of(PersonId person) {
        List<Overlap> held = known.get(person);
        if (held == null) {
            held = List.copyOf(overlaps(person, _ -> true));
            known.put(person, held);
        }
        return held;
    }

    private List<Overlap> overlaps(PersonId person, Predicate<PersonId> wanted) {
        List<Overlap> found = new ArrayList<>();
        Set<PersonId> others = new HashSet<>();
        around.sharing(person).stream().map(Connection::to).filter(wanted).forEach(others::add);
        if (others.isEmpty()) {
            return found;
        }
        for (Stay own : around.stays(person)) {
            for (PersonId other : others) {
                for (Stay theirs : around.stays(other)) {
                    overlap(own, theirs).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Overlap> overlap(Stay own, Stay theirs) {
        if (!own.place().equals(theirs.place())) {
            return Optional.empty();
        }
        return own.days()
                .intersection(theirs.days())
                .filter(d -> !around.communal(own.place(), d.from().orElse(LocalDate.MIN)))
                .map(d -> new Overlap(own, theirs, d));
    }

    /**
     * Each run of days at one place once, from the first moment at which both were known to be
     * there; with an anchor, only where the subject is in the anchor's care by the last
     * arrangement, or not recorded as living elsewhere.
     *
     * @param wanted of whom they are asked
     */
    List<Naming> namings(Individual near, Optional<Anchor> anchor, Predicate<PersonId> wanted) {
        Map<String, List<Overlap>> byHome = new LinkedHashMap<>();
        for (Overlap overlap : overlaps(near.id(), wanted)) {
            String key = overlap.other().person().value() + " " + overlap.other().place().value();
            byHome.computeIfAbsent(key, _ -> new ArrayList<>()).add(overlap);
        }
        return byHome.values().stream()
                .flatMap(l -> runs(l).stream())
                .map(run -> naming(near, run, anchor))
                .map(n -> anchor.map(a -> Namings.through(n, a)).orElse(n))
                .toList();
    }

    /** Overlaps that touch in time are one stay together, whoever recorded them. */
    private static List<List<Overlap>> runs(List<Overlap> overlaps) {
        List<List<Overlap>> runs = new ArrayList<>();
        overlaps.stream()
                .sorted(Comparator.comparing(o -> o.days().from().orElse(LocalDate.MIN)))
                .forEach(o -> {
                    if (runs.isEmpty()
                            || runs.getLast().stream()
                                    .noneMatch(r -> r.days().overlaps(o.days()))) {
                        runs.add(new ArrayList<>());
                    }
                    runs.getLast().add(o);
                });
        return runs;
    }

    private Naming naming(Individual near, List<Overlap> run, Optional<Anchor> anchor) {
        Overlap first =
                run.stream()
                        .min(
                                Comparator.comparing(Overlap::since)
                                        .thenComparing(o -> o.other().basis().id()))
                        .orElseThrow();
        Individual person = around.person(first.other().person());
        boolean visiting = first.other().kind() == PersonBody.Stay.VISITING;
        String whose = anchor.map(a -> "this child's " + a.word()).orElse("this child");
        String words = (visiting ? "recorded as visiting " : "recorded at the address of ") + whose;
        return new Naming(
                person.id(),
                first.other().basis().id(),
                first.since(),
                day ->
                        run.stream().anyMatch(o -> !o.days().endedBefore(day))
                                && anchor.filter(a -> apartFrom(a, first, day)).isEmpty(),
                words,
                steps(near, person, first, whose, words));
    }

    private static List<Step> steps(
            Individual near, Individual person, Overlap overlap, String whose, String words) {
        Fact joined = overlap.other().basis();
        PathOf path = new PathOf();
        if (!overlap.own().basis().equals(joined)) {
            Fact own = overlap.own().basis();
            path.fact(own, Sure.of(own, near), "The address of " + whose + " is recorded.");
            return path.fact(joined, Sure.of(joined, person), "Somebody is " + words + ".").steps();
        }
        return path.fact(joined, Sure.that(joined, person, near), "Somebody is " + words + ".")
                .steps();
    }

    private boolean apartFrom(Anchor anchor, Overlap overlap, LocalDate day) {
        return !anchor.supervises()
                && !whereabouts.caredForBy(anchor.person(), day)
                && livesElsewhere(overlap, day);
    }

    private boolean livesElsewhere(Overlap overlap, LocalDate day) {
        List<Stay> open =
                around.stays(around.subject().id()).stream().filter(s -> s.openOn(day)).toList();
        return !open.isEmpty()
                && open.stream().noneMatch(s -> s.place().equals(overlap.own().place()));
    }
}
