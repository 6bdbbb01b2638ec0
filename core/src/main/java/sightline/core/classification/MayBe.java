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
    private final Set<PersonId> nearest;

    private MayBe(Set<PersonId> nearest) {
        this.nearest = nearest;
    }

    /** Of those who may be the subject, or somebody connected or living with it. */
    static MayBe around(Neighbourhood around) {
        MayBe found = new MayBe(nearest(around));
        for (PersonId person : found.nearest) {
            around.undecided(person)
                    .forEach(other ->
                            found.near
                                    .computeIfAbsent(other.id(), _ -> new LinkedHashSet<>())
                                    .add(person));
        }
        return found;
    }

    /**
     * As far as is read around any subject, so that who else is read along with it changes nothing.
     */
    private static Set<PersonId> nearest(Neighbourhood around) {
        Set<PersonId> nearest = new LinkedHashSet<>();
        around.selves().forEach(self -> nearest.add(self.id()));
        connected(around, nearest);
        around.selves().stream()
                .flatMap(self -> around.sharing(self.id()).stream())
                .map(Connection::to)
                .forEach(nearest::add);
        connected(around, nearest);
        return nearest;
    }

    private static void connected(Neighbourhood around, Set<PersonId> people) {
        List.copyOf(people).stream()
                .flatMap(person -> around.connections(person).stream())
                .map(Connection::to)
                .forEach(people::add);
    }

    /** Whether somebody is as near as is read around any subject. */
    boolean nearest(PersonId person) {
        return nearest.contains(person);
    }

    /** Whoever may be somebody near. */
    Set<PersonId> known() {
        return near.keySet();
    }

    /** Whom near the subject somebody may be: themselves, where they are near, and others. */
    Set<PersonId> of(PersonId person) {
        Set<PersonId> all = new LinkedHashSet<>();
        if (nearest.contains(person)) {
            all.add(person);
        }
        all.addAll(near.getOrDefault(person, Set.of()));
        return all;
    }
}
