package sightline.household;

import sightline.access.ReaderContext;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.facts.Facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which facts the policies would open to another reader. It tells their places in the ledger alone,
 * to be held against what its asker reads under their own context: nothing is shown that the asker
 * may not see.
 */
public final class Openness {
    private final Transactions transactions;
    private final People people;
    private final Facts facts;

    Openness(Transactions transactions, People people, Facts facts) {
        this.transactions = transactions;
        this.people = people;
        this.facts = facts;
    }

    /**
     * The positions of all facts about these people that would be open to a reader.
     *
     * @param reader a context in which nothing is shown
     */
    public Set<Long> to(ReaderContext reader, Collection<PersonId> about) {
        List<Subject> subjects = people.subjects(about);
        List<SourceRecord> records = subjects.stream().flatMap(s -> s.records().stream()).toList();
        return transactions.asReader(
                reader, subjects, sql -> facts.in(sql).positionsMentioning(records));
    }
}
