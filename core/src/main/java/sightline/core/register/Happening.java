package sightline.core.register;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What happened to a person who is, or may be, on a register: as the records say, whoever's they
 * are. Each has the day on which it happened, in London.
 */
public sealed interface Happening {
    /** The day. */
    LocalDate day();

    /**
     * Convicted or cautioned, with the sentence.
     *
     * @param day the relevant date
     * @param offended the day of the offence where known; ages are of that day
     * @param number which it is of its day and group of offence in one agency's words, from 1: two
     *     agencies' first are one conviction
     * @param dealt the day on which they were dealt with: that of a sentence which came later
     */
    record Convicted(
            LocalDate day,
            Conviction conviction,
            Optional<LocalDate> offended,
            int number,
            LocalDate dealt)
            implements Happening {
        /** The only one of its day and group. */
        public Convicted(LocalDate day, Conviction conviction, Optional<LocalDate> offended) {
            this(day, conviction, offended, 1, day);
        }
    }

    /**
     * A conviction set aside on appeal: whatever it started ends, and never was owed.
     *
     * @param convicted the day of the conviction
     * @param which of several of that day; empty means each
     */
    record Quashed(LocalDate day, LocalDate convicted, Optional<Conviction> which)
            implements Happening {
        /** Each of a day. */
        Quashed(LocalDate day, LocalDate convicted) {
            this(day, convicted, Optional.empty());
        }

        /** Whether it sets aside that one, or one just like it. */
        boolean of(Convicted other) {
            return convicted.equals(other.day())
                    && which.filter(w -> !w.equals(other.conviction())).isEmpty();
        }
    }

    /** The person died: nothing is owed from then on, and nothing after it is missed. */
    record Died(LocalDate day) implements Happening {}

    /** An order that registers was made, to a last day where it has one. */
    record Ordered(LocalDate day, SupervisionType type, Optional<LocalDate> lastDay)
            implements Happening {}

    /** An order was ended by a court. */
    record OrderEnded(LocalDate day, SupervisionType type) implements Happening {}

    /** The police entered the person on the register; to a last day where the entry has one. */
    record Entered(LocalDate day, Optional<LocalDate> lastDay) implements Happening {}

    /** The police ended their entry. */
    record EntryEnded(LocalDate day) implements Happening {}

    /**
     * Another area's installation took the person over: what was known here by then is run there.
     *
     * @param day the last day on which it was run here
     */
    record HandedOver(LocalDate day) implements Happening {}

    /** A named person set a marker; to its review, where it has one. */
    record Marked(LocalDate day, Optional<LocalDate> review) implements Happening {}

    /** The partnership set the entry aside, with its reason. */
    record SetAside(LocalDate day) implements Happening {}

    /** Why the clocks stand. */
    enum Away {
        CUSTODY,
        HOSPITAL,
        ABROAD
    }

    /** Into custody or hospital, or out of the country. */
    record Gone(LocalDate day, Away where) implements Happening {}

    /** Released, discharged or back. The day counts. */
    record Back(LocalDate day, Away where) implements Happening {}

    /**
     * Notice was given.
     *
     * @param expected the day on which the change is expected, where it was told before
     * @param noHome whether the person has no sole or main residence
     */
    record Notified(LocalDate day, Notice notice, Optional<LocalDate> expected, boolean noHome)
            implements Happening {}

    /** A change that must be told, from whichever record it is known. */
    record Changed(LocalDate day, Notice notice) implements Happening {}

    /**
     * A stay elsewhere.
     *
     * @param place which place it was, in any words that are the same for the same place
     */
    record Stayed(Period days, String place) implements Happening {
        @Override
        public LocalDate day() {
            return days.from().orElse(LocalDate.MIN);
        }
    }

    /** Nobody knows where the person is. */
    record Lost(LocalDate day) implements Happening {}

    /** Found again. */
    record Found(LocalDate day) implements Happening {}

    /** A level of risk from this day on. */
    record Assessed(LocalDate day, RiskLevel level) implements Happening {}

    /** The police went to see; whether they saw the person. */
    record Visited(LocalDate day, boolean seen) implements Happening {}

    /** An area answers for the person from this day: the first, or after a hand-over. */
    record Held(LocalDate day, AreaId area) implements Happening {}

    /** An area offered the person to another; it goes on answering until that accepts. */
    record Offered(LocalDate day, AreaId to) implements Happening {}

    /** The other area refused. */
    record Refused(LocalDate day, AreaId to) implements Happening {}
}
