package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.access.ReaderRecords;
import sightline.audit.Entry;
import sightline.audit.Journal;
import sightline.core.identity.HeldTogether.Joint;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.identity.Joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds the records of somebody together, as far as the reader may know of them: only records
 * that the reader may know exist, and only to whoever opens one of them.
 */
public final class HeldRecords {
    private final Transactions transactions;
    private final Identities identities;
    private final Journal journal;

    public HeldRecords(Transactions transactions, Identities identities, Journal journal) {
        this.transactions = transactions;
        this.identities = identities;
        this.journal = journal;
    }

    /** Those of a person, the least sure first; what is told is in the journal before. */
    public List<Joining> of(ReaderContext reader, Subject person) {
        Set<SourceRecord> told =
                transactions.asReader(reader, List.of(person), sql -> told(sql, reader, person));
        if (told.size() < 2) {
            return List.of();
        }
        List<Joining> joinings =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> identities.reviewIn(sql).joinings(identities.in(sql).joints(told)));
        if (!joinings.isEmpty()) {
            transactions.asReader(
                    reader, List.of(person), sql -> journal.write(sql, entry(person, joinings)));
        }
        return joinings;
    }

    private static Set<SourceRecord> told(JdbcClient sql, ReaderContext reader, Subject person) {
        if (!ReaderRecords.opens(person, ReaderRecords.readable(sql))) {
            return Set.of();
        }
        Set<UUID> known = ReaderRecords.told(sql, reader);
        return person.records().stream()
                .filter(r -> known.contains(RecordKey.of(r)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Entry entry(Subject person, List<Joining> joinings) {
        List<SourceRecord> records =
                joinings.stream()
                        .map(Joining::joint)
                        .flatMap(HeldRecords::both)
                        .distinct()
                        .toList();
        return Entry.reveal(
                List.of(person.id()), records, Set.of(), joinings.size(), "/children/held");
    }

    private static Stream<SourceRecord> both(Joint joint) {
        return Stream.of(joint.first(), joint.second());
    }
}
