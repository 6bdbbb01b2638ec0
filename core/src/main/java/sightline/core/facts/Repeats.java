package sightline.core.facts;

import sightline.core.kernel.FactId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which descriptions only say again what their sender said last of the same record: who somebody is
 * and where they live come with every message. They stay in the ledger; nothing follows from them,
 * so that rules do not read them and nobody is looked at again for them.
 */
public final class Repeats {
    private record Whose(SourceRecord record, Class<?> kind) {}

    private Repeats() {}

    /**
     * The facts that nothing follows from.
     *
     * @param facts in ledger order
     * @param stands whether nothing speaks against a fact; another is never left out
     * @param counts whether a fact counts, so that a later one can repeat it
     */
    public static Set<FactId> among(
            Collection<Fact> facts, Predicate<Fact> stands, Predicate<Fact> counts) {
        Map<Whose, Fact> said = new HashMap<>();
        Set<FactId> repeats = new HashSet<>();
        for (Fact fact : facts) {
            if (describes(fact)) {
                Whose whose =
                        new Whose(fact.participants().getFirst().record(), fact.body().getClass());
                Fact last = said.get(whose);
                if (last != null && saysAgain(last, fact) && stands.test(fact)) {
                    repeats.add(fact.id());
                } else if (counts.test(fact)) {
                    said.put(whose, fact);
                }
            }
        }
        return repeats;
    }

    /** Whether a fact says of one person who they are or where they live, and answers nothing. */
    public static boolean describes(Fact fact) {
        return (fact.body() instanceof PersonBody.Person
                        || fact.body() instanceof PersonBody.Residence)
                && fact.participants().size() == 1
                && fact.references().equals(References.NONE);
    }

    private static boolean saysAgain(Fact last, Fact fact) {
        return fact.body().equals(last.body())
                && fact.place().equals(last.place())
                && fact.participants().equals(last.participants())
                && fact.source().equals(last.source())
                && fact.sensitivity() == last.sensitivity()
                && fact.times().happened().equals(last.times().happened())
                && !fact.times().recorded().isBefore(last.times().recorded());
    }
}
