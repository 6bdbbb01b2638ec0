package sightline.household;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.access.ReaderRecords;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.facts.Fact;
import sightline.core.facts.Sensitivity;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.facts.Facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds people by what is typed, through keyed hashes alone: the database never sees a name, and
 * nobody is found who does not share a whole key. The search is in the journal with every record of
 * which anything was shown.
 */
public final class Search {
    /** The most people of one answer. */
    public static final int MOST = 50;

    private final Transactions transactions;
    private final People people;
    private final Facts facts;
    private final Journal journal;

    public Search(Transactions transactions, People people, Facts facts, Journal journal) {
        this.transactions = transactions;
        this.people = people;
        this.facts = facts;
        this.journal = journal;
    }

    /** Somebody who was found. */
    public sealed interface Hit {
        /** Of whom the reader may read something. */
        record Known(PersonId id, List<Fact> facts, int records) implements Hit {
            public Known {
                facts = List.copyOf(facts);
            }
        }

        /** Of whom the reader may only know that there is a record, and who holds it. */
        record Restricted(List<AgencyId> holders) implements Hit {
            public Restricted {
                holders = List.copyOf(holders);
            }
        }
    }

    /**
     * Who shares a number, or a name with a birth or postcode, with these details. For a reader who
     * is told of nobody, nobody is looked for: neither the answer nor the time that it takes says
     * whether somebody is recorded.
     *
     * @param details of nobody's record: what was typed
     */
    public List<Hit> find(ReaderContext reader, RecordDetails details) {
        List<Subject> subjects =
                reader.isToldOfPeople()
                        ? people.subjects(people.sharing(details, MOST))
                        : List.of();
        return transactions.asReader(reader, subjects, sql -> find(sql, reader, subjects));
    }

    private List<Hit> find(JdbcClient sql, ReaderContext reader, List<Subject> subjects) {
        Set<UUID> known = ReaderRecords.told(sql, reader);
        Set<UUID> readable = ReaderRecords.readable(sql);
        List<Hit> hits = new ArrayList<>();
        List<Subject> shown = new ArrayList<>();
        for (Subject subject : subjects) {
            if (ReaderRecords.opens(subject, readable)) {
                hits.add(
                        new Hit.Known(
                                subject.id(),
                                facts.in(sql).mentioning(subject.records()),
                                subject.records().size()));
                shown.add(subject);
            } else {
                restricted(subject, known).ifPresent(hits::add);
            }
        }
        journal.write(sql, entry(shown, hits.size()));
        return hits;
    }

    private static Optional<Hit> restricted(Subject subject, Set<UUID> known) {
        List<AgencyId> holders =
                subject.records().stream()
                        .filter(r -> known.contains(RecordKey.of(r)))
                        .map(SourceRecord::agency)
                        .distinct()
                        .sorted()
                        .toList();
        return holders.isEmpty() ? Optional.empty() : Optional.of(new Hit.Restricted(holders));
    }

    private static Entry entry(List<Subject> shown, int rows) {
        return new Entry(
                Event.SEARCH,
                shown.stream().map(Subject::id).toList(),
                shown.stream().flatMap(s -> s.records().stream()).toList(),
                shown.isEmpty() ? Set.of() : Set.of(Sensitivity.CORE),
                rows,
                Set.of(),
                "/people",
                Optional.empty());
    }
}
