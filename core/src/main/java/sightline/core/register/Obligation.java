package sightline.core.register;

import sightline.core.kernel.Provision;
import sightline.core.kernel.Reckoning;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that a registered person owed or owes.
 *
 * @param notice what is to be told
 * @param start the day from which it counts
 * @param due by when, day by day, or that its clock stands
 * @param met the day on which it was told
 * @param standing where it stands
 * @param law where it comes from
 */
public record Obligation(
        Notice notice,
        LocalDate start,
        Reckoning due,
        Optional<LocalDate> met,
        Standing standing,
        Provision law) {

    /** Where an obligation stands. */
    public enum Standing {
        /** Told in time. */
        IN_TIME,
        /** Told after the last day. */
        LATE,
        /** Running. */
        RUNNING,
        /** Its clock stands, in custody, in hospital or abroad, without a known end. */
        STOPPED,
        /** The last day has passed, and nothing is recorded: possibly missed, not yet decided. */
        MISSED,
        /** The period ended before it was due. */
        LAPSED,
        /** Another area took the person over before it was due: it is told there. */
        HANDED_OVER
    }

    /** The last day on which it is in time, where its clock runs. */
    public Optional<LocalDate> lastDay() {
        return Clocks.lastDay(due);
    }

    /** Whether it is still to be told. */
    public boolean open() {
        return standing == Standing.RUNNING
                || standing == Standing.STOPPED
                || standing == Standing.MISSED;
    }

    /** The same, where another area took over what the end of the run would have let lapse. */
    Obligation handedOver() {
        return standing == Standing.LAPSED
                ? new Obligation(notice, start, due, met, Standing.HANDED_OVER, law)
                : this;
    }

    /** Whether it was missed, or met too late. */
    boolean failed() {
        return standing == Standing.MISSED || standing == Standing.LATE;
    }
}
