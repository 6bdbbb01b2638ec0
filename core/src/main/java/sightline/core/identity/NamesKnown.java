package sightline.core.identity;

import sightline.core.facts.PersonBody.PersonName;

import java.util.ArrayList;
import java.util.List;

/**
 * The names by which one person is known, and whether another is a new one: neither a spelling, a
 * short form, an initial nor a part of one of them, nor the two in each other's place. What the
 * comparison of names cannot tell apart is no new name.
 */
public final class NamesKnown {
    private final List<Prepared.Name> known = new ArrayList<>();

    /** From now on the person is known by this name, too. */
    public void add(PersonName name) {
        known.add(prepared(name));
    }

    /** Whether it is a name by which the person was not known; never where none was known. */
    public boolean isNew(PersonName name) {
        Prepared.Name other = prepared(name);
        boolean comparable = known.stream().anyMatch(k -> k.hasGiven() && !k.family().isEmpty());
        return comparable
                && known.stream().noneMatch(k -> swapped(k, other))
                && (newFamily(other) || newGiven(other));
    }

    private boolean newFamily(Prepared.Name other) {
        return !other.family().isEmpty()
                && known.stream()
                        .filter(k -> !k.family().isEmpty())
                        .noneMatch(k -> NameComparison.oneFamily(k, other));
    }

    private boolean newGiven(Prepared.Name other) {
        return other.hasGiven()
                && known.stream()
                        .filter(Prepared.Name::hasGiven)
                        .allMatch(k -> Forenames.compare(k, other) == MatchWeights.GIVEN_DIFFERENT);
    }

    private static boolean swapped(Prepared.Name one, Prepared.Name other) {
        return one.given().contains(other.family()) || other.given().contains(one.family());
    }

    private static Prepared.Name prepared(PersonName name) {
        return Prepared.name(DetailsOf.name(name), false);
    }
}
