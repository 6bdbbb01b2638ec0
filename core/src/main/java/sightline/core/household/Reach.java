package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;

import java.util.Comparator;
import java.util.List;

/**
 * Somebody within reach of the subject, and by which way.
 *
 * @param person who
 * @param path one connection from the subject, or two
 * @param why the strongest reason for which they count
 */
public record Reach(Individual person, List<Connection> path, Why why) {

    /** Why somebody counts, strongest first. */
    public enum Why {
        PARENT,
        CARER,
        HOUSEHOLD,
        STAYING,
        PARTNER_OF_PARENT,
        NAMED_FOR_HOUSEHOLD,
        SIBLING,
        SUPERVISOR,
        CONTACT,
        EX_PARTNER_OF_PARENT
    }

    public Reach {
        path = List.copyOf(path);
    }

    /** The facts on the way, in ledger order. */
    public List<Fact> basis() {
        return path.stream()
                .flatMap(c -> c.basis().stream().limit(1))
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    /** As sure as the weakest connection on the way. */
    public Certainty certainty() {
        return path.stream().map(Connection::certainty).reduce(Certainty.CONFIRMED, Certainty::and);
    }
}
