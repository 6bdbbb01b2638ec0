package sightline.core.facts;

/**
 * Entries that say nothing but themselves: of one person, as the subject, at no place, about no
 * other message. Where such an entry of a kind is not read, everything else is as it would be.
 */
public final class Alone {
    private Alone() {}

    /** Whether a fact is such an entry. */
    public static boolean is(Fact fact) {
        return fact.participants().size() == 1
                && fact.participants().getFirst().role() == PersonRole.SUBJECT
                && fact.place().isEmpty()
                && fact.references().equals(References.NONE)
                && Occupancy.of(fact.body()).isEmpty();
    }
}
