package sightline.core.register;

import java.util.EnumSet;
import java.util.Set;

/** Where an entry stands on a day. What may follow what is {@link #mayBecome}. */
public enum State {
    /** Nothing puts the person under the pack. */
    NOT_COVERED("Not under this register"),
    /** Under the pack; the first notice does not run yet: in custody, in hospital or abroad. */
    LIABLE("Liable; in custody, in hospital or abroad as recorded"),
    /** The first notice is due. */
    INITIAL_NOTICE_DUE("First notice due"),
    /** Everything owed was told. */
    CURRENT("Up to date"),
    /** The periodic notice is due within some weeks. */
    PERIODIC_NOTICE_DUE("Periodic notice due soon"),
    /** Nobody knows where the person is. */
    WHEREABOUTS_UNKNOWN("Whereabouts unknown"),
    /** Something owed has no notice recorded: possibly missed, for the keeper to decide. */
    IN_BREACH("A notice is overdue"),
    /** Clocks stand: in custody, in hospital or abroad. */
    TOLLED("Clocks stand"),
    /** The period is over. */
    ENDED("Ended"),
    /** Another area's installation took the person over, and runs what is not over. */
    HANDED_OVER("Ended by hand-over: another area answers"),
    /** Set aside by the partnership, or the conviction quashed. */
    SET_ASIDE("Set aside");

    private final String words;

    State(String words) {
        this.words = words;
    }

    /** As a page says it. */
    public String words() {
        return words;
    }

    /** Whether somebody in this state is under the pack. */
    public boolean under() {
        return !EnumSet.of(NOT_COVERED, ENDED, HANDED_OVER, SET_ASIDE).contains(this);
    }

    /** The table of transitions: whether the next event or the next day may lead there. */
    public boolean mayBecome(State next) {
        return this == next || next().contains(next);
    }

    private Set<State> next() {
        return switch (this) {
            case NOT_COVERED, SET_ASIDE ->
                    EnumSet.of(
                            LIABLE,
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN);
            case HANDED_OVER ->
                    EnumSet.of(
                            LIABLE,
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            IN_BREACH,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN,
                            SET_ASIDE);
            case ENDED ->
                    EnumSet.of(
                            LIABLE,
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN,
                            SET_ASIDE);
            case LIABLE ->
                    EnumSet.of(
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            IN_BREACH,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN,
                            ENDED,
                            HANDED_OVER,
                            SET_ASIDE);
            case INITIAL_NOTICE_DUE ->
                    EnumSet.of(
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            IN_BREACH,
                            LIABLE,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN,
                            ENDED,
                            HANDED_OVER,
                            SET_ASIDE);
            // A period may end on the day before another begins, with its own first notice.
            case CURRENT, PERIODIC_NOTICE_DUE, TOLLED ->
                    EnumSet.of(
                            LIABLE,
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            IN_BREACH,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN,
                            ENDED,
                            HANDED_OVER,
                            SET_ASIDE);
            case IN_BREACH ->
                    EnumSet.of(
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            LIABLE,
                            TOLLED,
                            WHEREABOUTS_UNKNOWN,
                            ENDED,
                            HANDED_OVER,
                            SET_ASIDE);
            case WHEREABOUTS_UNKNOWN ->
                    EnumSet.of(
                            INITIAL_NOTICE_DUE,
                            CURRENT,
                            PERIODIC_NOTICE_DUE,
                            IN_BREACH,
                            LIABLE,
                            TOLLED,
                            ENDED,
                            HANDED_OVER,
                            SET_ASIDE);
        };
    }
}
