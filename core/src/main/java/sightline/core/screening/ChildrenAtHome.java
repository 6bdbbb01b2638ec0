package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.household.Connection;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.register.WithChild;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the subject began to live, or stayed over a night, where a child lives: once a household,
 * until nobody under 18 is there any more. Communal places are no household.
 */
final class ChildrenAtHome {
    private final Situation situation;
    private final Neighbourhood around;
    private final PersonId self;

    private record Together(PlaceId place, Period days, WithChild with) {}

    private ChildrenAtHome(Situation situation) {
        this.situation = situation;
        this.around = situation.around();
        this.self = situation.subject().id();
    }

    /** Each beginning, in the order of days. */
    static List<WithChild> of(Situation situation) {
        return new ChildrenAtHome(situation).beginnings();
    }

    private List<WithChild> beginnings() {
        List<Together> all = new ArrayList<>();
        for (Individual child : children()) {
            for (Stay own : around.stays(self)) {
                around.stays(child.id()).stream()
                        .filter(s -> s.place().equals(own.place()))
                        .flatMap(s -> together(own, s, child).stream())
                        .forEach(all::add);
            }
        }
        all.sort(Comparator.comparing((Together t) -> t.with().day()));
        Map<PlaceId, List<Together>> before = new HashMap<>();
        List<WithChild> beginnings = new ArrayList<>();
        for (Together each : all) {
            List<Together> there = before.computeIfAbsent(each.place(), _ -> new ArrayList<>());
            if (there.stream().noneMatch(t -> !t.days().endedBefore(each.with().day()))) {
                beginnings.add(each.with());
            }
            there.add(each);
        }
        return beginnings;
    }

    private List<Individual> children() {
        return around.sharing(self).stream()
                .map(Connection::to)
                .distinct()
                .map(around::person)
                .filter(i -> i.born().isPresent() || i.childOn(situation.today()))
                .toList();
    }

    private Optional<Together> together(Stay own, Stay theirs, Individual child) {
        Optional<Period> days = own.days().intersection(theirs.days());
        Optional<LocalDate> from = days.flatMap(Period::from);
        if (from.isEmpty() || !child.childOn(from.get()) || visits(own) || visits(theirs)) {
            return Optional.empty();
        }
        LocalDate day = lives(own) && lives(theirs) ? from.get() : from.get().plusDays(1);
        if (!days.get().contains(day) || around.communal(own.place(), day)) {
            return Optional.empty();
        }
        Fact last =
                Stream.of(own.basis(), theirs.basis())
                        .max(
                                Comparator.comparing((Fact f) -> f.times().received())
                                        .thenComparing(Fact::position))
                        .orElseThrow();
        Certainty sure = sure(situation.subject(), own).and(sure(child, theirs));
        return Optional.of(new Together(own.place(), days.get(), new WithChild(day, last, sure)));
    }

    private static boolean lives(Stay stay) {
        return stay.kind() == PersonBody.Stay.HOME;
    }

    private static boolean visits(Stay stay) {
        return stay.kind() == PersonBody.Stay.VISITING;
    }

    private static Certainty sure(Individual person, Stay stay) {
        return stay.basis().participants().stream()
                .map(Participant::record)
                .filter(person::has)
                .map(person::certaintyOf)
                .min(Comparator.naturalOrder())
                .orElse(Certainty.NOT_KNOWN);
    }
}
