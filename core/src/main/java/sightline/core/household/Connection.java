package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;

import java.util.List;

/**
 * One person's connection to another, with the facts that say so.
 *
 * @param from whose connection it is
 * @param to who is that person's {@code kind}
 * @param when the days in which it was so, as far as recorded
 * @param basis the facts that say so, in ledger order, never empty
 * @param certainty the strongest that any of the basis gives
 */
public record Connection(
        PersonId from, PersonId to, Kind kind, Period when, List<Fact> basis, Certainty certainty) {

    /** What {@code to} is to {@code from}. */
    public enum Kind {
        PARENT,
        STEP_PARENT,
        CARER,
        SUPERVISOR,
        PARTNER,
        EX_PARTNER,
        CHILD,
        SIBLING,
        GRANDPARENT,
        RELATIVE,
        FRIEND,
        /** Lives or stays at the same place in overlapping days. */
        SHARES_ADDRESS,
        /** Named beside them in an application, a booking or an entry. */
        NAMED_WITH;

        /** Whether the tie is of family or partnership, whoever lives where. */
        public boolean personal() {
            return compareTo(FRIEND) < 0 && this != SUPERVISOR;
        }
    }

    public Connection {
        basis = List.copyOf(basis);
    }

    /** The same connection seen from the other side, where it has one name for each side. */
    Connection seenFromOther(Kind other) {
        return new Connection(to, from, other, when, basis, certainty);
    }
}
