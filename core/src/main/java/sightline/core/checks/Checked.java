package sightline.core.checks;

import sightline.core.kernel.Certainty;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found at a touchpoint, and what may be said of it.
 *
 * @param causes what stands or would follow about those who were found
 * @param doubts what would follow if somebody who may be one of them were: a record that needs
 *     tidying
 * @param involved who works with a child that was found
 * @param unsure whether anybody could not be looked at
 * @param sources which sources answered, in the touchpoint's order
 */
public record Checked(
        List<Cause> causes,
        List<Cause> doubts,
        List<Involved> involved,
        boolean unsure,
        List<SourceAnswer> sources) {
    public Checked {
        causes = List.copyOf(causes);
        doubts = List.copyOf(doubts);
        involved = List.copyOf(involved);
        sources = List.copyOf(sources);
    }

    /** What is said where words alone are said: trust tier T0. */
    public enum Words {
        /** Nothing is known that somebody should ring about, and every source answered. */
        CARRY_ON,
        /** Carry on, and ring the desk first; never why. */
        CARRY_ON_RING,
        /** There is no answer: not to be read as "nothing known". */
        COULD_NOT_CHECK
    }

    /** What is said where steps are said too: trust tier T1 and above. */
    public enum Outcome {
        NO_KNOWN_RISK_RECORDED,
        NEEDS_CHECKING,
        ALERT_RAISED
    }

    /** A risk or a doubt goes before a missing source; a missing source before "carry on". */
    public Words words() {
        if (!causes.isEmpty() || !doubts.isEmpty()) {
            return Words.CARRY_ON_RING;
        }
        return complete() ? Words.CARRY_ON : Words.COULD_NOT_CHECK;
    }

    /** The same, where more is said: what is only possible, or already in hand, needs checking. */
    public Outcome outcome() {
        if (causes.stream().anyMatch(c -> c.certainty().compareTo(Certainty.LIKELY) <= 0)) {
            return Outcome.ALERT_RAISED;
        }
        boolean nothing = causes.isEmpty() && doubts.isEmpty() && involved.isEmpty();
        return nothing && complete() ? Outcome.NO_KNOWN_RISK_RECORDED : Outcome.NEEDS_CHECKING;
    }

    /** Whether everybody could be looked at and every source answered. */
    public boolean complete() {
        return !unsure && sources.stream().allMatch(SourceAnswer::answered);
    }

    /** All that makes whoever asks ring, each once. */
    public List<Cause> all() {
        List<Cause> all = new ArrayList<>(causes);
        doubts.stream().filter(d -> !all.contains(d)).forEach(all::add);
        return all;
    }
}
