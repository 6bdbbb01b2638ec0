package sightline.core.register;

import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Provision;

import java.util.Optional;
import java.util.Set;

/**
 * What a person under a pack must tell, and by when. A pack that asks nothing of the person has
 * none of these.
 *
 * @param initial the first notice, from the relevant date
 * @param change a notice of each change
 * @param child what living with a child means, where the pack asks for it
 * @param periodic again and again
 * @param stay when a stay elsewhere must be told
 * @param advance how a change may be told before it happens
 * @param travel how long before leaving the country it must be told
 */
public record NoticeRules(
        Optional<Clock> initial,
        Optional<Change> change,
        Optional<Child> child,
        Optional<Periodic> periodic,
        Optional<Stay> stay,
        Optional<Advance> advance,
        Optional<Travel> travel) {

    /** How custody, hospital and being abroad act on a clock. */
    public enum Stopping {
        /** Their days do not count. */
        DISREGARDED,
        /** Their days count, but a clock that would end in them goes on for some days after. */
        EXTENDED
    }

    /**
     * How long, how counted, and what stops it.
     *
     * @param afterStop the days that are left after a stop; only of a clock that is extended
     */
    public record Clock(
            Limit within, Counting counting, Stopping stopping, int afterStop, Provision law) {
        public Clock {
            if (!counting.accepts(within)) {
                throw new IllegalArgumentException(
                        "'%s' cannot be counted %s".formatted(within.text(), counting.slug()));
            }
        }
    }

    /**
     * Which changes must be told.
     *
     * @param noHome how soon a home is told by somebody who had none, where that differs
     */
    public record Change(Clock clock, Set<Notice> of, Optional<NoHome> noHome) {
        public Change {
            of = Set.copyOf(of);
        }
    }

    /** How soon somebody who had told that he has no home tells of one. */
    public record NoHome(Limit within, Provision law) {}

    /**
     * From how many hours in a household with a child, and how soon, where that differs from other
     * changes.
     */
    public record Child(int hours, Optional<Limit> within, Provision law) {}

    /**
     * The notice that is owed at intervals.
     *
     * @param restartedBy the notices after which the interval begins anew
     * @param reportingMonth whether it is owed in a fixed month of each year, that of the first
     *     notice
     * @param noHome the interval of somebody without a home
     */
    public record Periodic(
            Clock clock, Set<Notice> restartedBy, boolean reportingMonth, Optional<Limit> noHome) {
        public Periodic {
            restartedBy = Set.copyOf(restartedBy);
        }
    }

    /** So many days in all at one place within a time make a stay that must be told. */
    public record Stay(int days, Limit within, Provision law) {}

    /**
     * A change told before it happens is told if it happens from some days before the day given to
     * within some days beginning with it; otherwise the police are to be told that it did not.
     *
     * @param before days before the day given
     * @param after days beginning with the day given
     * @param otherwise days beginning with the day given within which to say that it did not happen
     */
    public record Advance(int before, int after, int otherwise, Provision law) {}

    /** How many days before leaving. */
    public record Travel(int before, Provision law) {}
}
