package sightline.core.identity;

import java.util.Comparator;

/**
 * A part of a building in which somebody lives apart from the others.
 *
 * @param label its number, letter or floor in one form; blank when only its kind is known
 */
public record SubUnit(Kind kind, String label) implements Comparable<SubUnit> {
    private static final Comparator<SubUnit> ORDER =
            Comparator.comparing(SubUnit::kind).thenComparing(SubUnit::label);

    /** What kind of part it is; words for one kind are one. */
    public enum Kind {
        /** Flat, apartment, maisonette, unit. */
        FLAT,
        /** Room, bedsit, bed space. */
        ROOM,
        /** Caravan, pitch, plot, mooring. */
        PITCH,
        /** Annexe. */
        ANNEXE
    }

    @Override
    public int compareTo(SubUnit other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "SubUnit[" + kind + ", redacted]";
    }
}
