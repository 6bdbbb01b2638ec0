package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.access.ReaderRecords;
import sightline.audit.Entry;
import sightline.audit.Journal;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;
import sightline.identity.Separated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was separated from somebody, as far as the reader may know of it. Whoever may not know that
 * either of the two records exists is told nothing; whoever may, which agencies hold them; and
 * whose the other is now, nobody but who may open that person's record.
 */
public final class SeparatedRecords {
    private final Transactions transactions;
    private final Identities identities;
    private final Journal journal;

    public SeparatedRecords(Transactions transactions, Identities identities, Journal journal) {
        this.transactions = transactions;
        this.identities = identities;
        this.journal = journal;
    }

    /**
     * One that is told.
     *
     * @param whose who has the record now, where the reader may open theirs
     */
    public record Told(Separated separated, Optional<PersonId> whose) {}

    private record Others(Map<SourceRecord, PersonId> people, List<Subject> subjects) {}

    /** Those of a person, the newest first; what is told is in the journal before. */
    public List<Told> of(ReaderContext reader, Subject person) {
        List<Separated> all =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> identities.separationsIn(sql).from(person.records()));
        if (all.isEmpty()) {
            return List.of();
        }
        Others others = transactions.asJob(JobName.RESOLVER, sql -> others(sql, all));
        return transactions.asReader(
                reader,
                Stream.concat(Stream.of(person), others.subjects().stream()).toList(),
                sql -> told(sql, reader, all, others));
    }

    private Others others(JdbcClient sql, List<Separated> all) {
        IdentityStore store = identities.in(sql);
        Map<SourceRecord, PersonId> people =
                store.peopleOf(all.stream().map(Separated::record).toList());
        return new Others(
                people,
                store.recordsOf(Set.copyOf(people.values())).entrySet().stream()
                        .map(e ->
                                Subject.of(
                                        e.getKey(),
                                        e.getValue().stream().map(m -> m.record()).toList()))
                        .toList());
    }

    private List<Told> told(
            JdbcClient sql, ReaderContext reader, List<Separated> all, Others others) {
        Set<UUID> known = ReaderRecords.told(sql, reader);
        Set<PersonId> opened = opened(others, ReaderRecords.readable(sql));
        List<Told> told = new ArrayList<>();
        for (Separated one : all) {
            Optional<PersonId> whose = Optional.ofNullable(others.people().get(one.record()));
            if (known.contains(RecordKey.of(one.from()))
                    && known.contains(RecordKey.of(one.record()))) {
                told.add(new Told(one, whose.filter(opened::contains)));
            }
        }
        if (!told.isEmpty()) {
            journal.write(sql, entry(told));
        }
        return told;
    }

    private static Set<PersonId> opened(Others others, Set<UUID> readable) {
        return others.subjects().stream()
                .filter(s -> ReaderRecords.opens(s, readable))
                .map(Subject::id)
                .collect(Collectors.toSet());
    }

    private static Entry entry(List<Told> told) {
        return Entry.reveal(
                told.stream().flatMap(t -> t.whose().stream()).toList(),
                told.stream().map(t -> t.separated().record()).toList(),
                Set.of(),
                told.size(),
                "/children/separated");
    }
}
