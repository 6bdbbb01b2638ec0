package sightline.core.classification;

import sightline.core.household.Connection;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who of those near the subject somebody may be, where nobody has decided: a log knows its parties
 * by name and month of birth, the school by name and day.
 */
final class MayBe {
    private final Map<PersonId, Set<PersonId>> near = new HashMap<>();

    private MayBe() {}

    /** Of those who may be the subject, or somebody connected or living with it. */
    static MayBe around(Neighbourhood around) {
        MayBe found = new MayBe();
        for (PersonId person : nearest(around)) {
            around.undecided(person)
                    .forEach(other ->
                            found.near
                                    .computeIfAbsent(other.id(), _ -> new LinkedHashSet<>())
                                    .add(person));
        }
        return found;
    }

    private static Set<PersonId> nearest(Neighbourhood around) {
        Set<PersonId> nearest = new LinkedHashSet<>();
        around.selves().forEach(self -> nearest.add(self.id()));
        around.selves().stream()
                .flatMap(self -> around.sharing(self.id()).stream())
                .map(Connection::to)
                .forEach(nearest::add);
        for (int hop = 0; hop < 2; hop++) {
            List.copyOf(nearest).stream()
                    .flatMap(person -> around.connections(person).stream())
                    .map(Connection::to)
                    .forEach(nearest::add);
        }
        return nearest;
    }

    /** Whoever may be somebody near. */
    Set<PersonId> known() {
        return near.keySet();
    }

    /** Somebody, and whom near the subject they may be. */
    Set<PersonId> of(PersonId person) {
        Set<PersonId> all = new LinkedHashSet<>();
        all.add(person);
        all.addAll(near.getOrDefault(person, Set.of()));
        return all;
    }
}
