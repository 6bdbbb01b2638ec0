package sightline.alerts;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.identity.Answered;
import sightline.identity.Waiting;

import java.util.List;
import java.util.Optional;

/**
 * A pair as one reader may see it.
 *
 * @param answers what the reader answered, and what took effect; others' answers that wait are not
 *     shown
 * @param decided whether a decision of a person holds
 */
public record Compared(
        Waiting pair,
        Side first,
        Side second,
        Hanging hanging,
        List<Answered> answers,
        boolean decided) {

    /**
     * One of the two.
     *
     * @param record the record itself, where the two are records of people
     * @param people who it is, or who is recorded there
     * @param readable whether the reader may see its values
     * @param agencies who holds it
     * @param facts what the reader sees of it
     * @param address of a place, as a sender wrote it
     */
    public record Side(
            Optional<SourceRecord> record,
            List<PersonId> people,
            boolean readable,
            List<AgencyId> agencies,
            List<Fact> facts,
            Optional<Address> address) {
        public Side {
            people = List.copyOf(people);
            agencies = List.copyOf(agencies);
            facts = List.copyOf(facts);
        }

        /** What the reader sees of the record itself: two that were joined are one person's. */
        public List<Fact> own() {
            return record.isEmpty()
                    ? facts
                    : facts.stream().filter(f -> f.subject().equals(record)).toList();
        }
    }

    public Compared {
        answers = List.copyOf(answers);
    }

    /** Whether two records are held to be one person's, whoever joined them. */
    public boolean together() {
        return pair instanceof Waiting.People && first.people().equals(second.people());
    }

    /** Whether values of both may be shown; of one alone they would tell the other's. */
    public boolean valuesShown() {
        return first.readable() && second.readable();
    }
}
