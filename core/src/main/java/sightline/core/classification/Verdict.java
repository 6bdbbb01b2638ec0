package sightline.core.classification;

/** Whether something is so. What the record does not say is never taken for a no. */
public sealed interface Verdict {

    /** It is so, and why. */
    record Yes(String because) implements Verdict {}

    /** It is not so, and why. */
    record No(String because) implements Verdict {}

    /**
     * The record does not say.
     *
     * @param ask what to ask of whoever keeps the record
     * @param wouldChange which answer would make it a yes
     */
    record Unknown(String ask, String wouldChange) implements Verdict {}

    /** Whether it is a yes. */
    default boolean yes() {
        return this instanceof Yes;
    }

    /** A yes of either, else what is unknown of either, else a no. */
    default Verdict or(Verdict other) {
        if (yes() || other instanceof No) {
            return this;
        }
        return other.yes() || this instanceof No ? other : this;
    }
}
