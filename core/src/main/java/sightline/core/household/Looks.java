package sightline.core.household;

import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was looked at around one subject: which kinds of whose facts, and which places. As long as
 * none of that changes, looking again sees the same.
 */
final class Looks {
    private final Map<PersonId, KindSet> people = new HashMap<>();
    private final Set<PlaceId> places = new TreeSet<>();
    private final Set<PersonId> homes = new HashSet<>();
    private boolean unreadable;

    void at(PersonId person, KindSet kinds) {
        people.merge(person, kinds, KindSet::and);
    }

    /** Whoever may be somebody here was asked for, and cannot be read: all of them may matter. */
    void atUnreadable(PersonId person) {
        at(person, KindSet.ALL);
        unreadable = true;
    }

    /** Whether anybody was asked for who cannot be read. */
    boolean unreadable() {
        return unreadable;
    }

    void at(PlaceId place) {
        places.add(place);
    }

    /** Whether those who share this person's homes are looked at for the first time. */
    boolean atHomesOf(PersonId person) {
        return homes.add(person);
    }

    Map<PersonId, KindSet> people() {
        return new LinkedHashMap<>(people);
    }

    Set<PlaceId> places() {
        return places;
    }
}
