package sightline.household;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.access.ReaderRecords;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standing;
import sightline.core.household.Bounds;
import sightline.core.household.LeftOut;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.facts.Facts;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens a person's record for a reader. What is read, what is decided about it and the journal's
 * entry stand or fall together: nothing is returned whose entry was not committed.
 */
public final class Reading {
    private static final int RELATIVES = 60;

    private final Transactions transactions;
    private final People people;
    private final Facts facts;
    private final Journal journal;

    public Reading(Transactions transactions, People people, Facts facts, Journal journal) {
        this.transactions = transactions;
        this.people = people;
        this.facts = facts;
        this.journal = journal;
    }

    /** What else is read, in the transaction whose context is open. */
    @FunctionalInterface
    public interface More<T> {
        /** Reads it. */
        T read(JdbcClient sql, Family family);
    }

    /**
     * Looks at one person.
     *
     * @param asked an id of the person, today's or an older one
     * @param what the page, for the journal
     */
    public <T> Look<T> look(ReaderContext reader, PersonId asked, String what, More<T> more) {
        return look(reader, asked, what, LeftOut.NOTHING, more);
    }

    /**
     * The same, without what a form shows nothing of.
     *
     * @param leftOut what is not read, and not shown
     */
    public <T> Look<T> look(
            ReaderContext reader, PersonId asked, String what, LeftOut leftOut, More<T> more) {
        Optional<Subject> subject = people.subject(asked);
        if (subject.isEmpty()) {
            refused(reader, List.of(), List.of(), what);
            return new Look.Nobody<>();
        }
        List<Fact> own = own(reader, subject.get(), leftOut);
        People.Resolved resolved =
                people.resolve(subject.get(), named(subject.get(), own), places(own));
        List<Subject> subjects = subjects(subject.get(), resolved);
        return transactions.asReader(
                reader,
                subjects,
                sql -> look(sql, reader, subject.get(), resolved, own, what, leftOut, more));
    }

    /**
     * Names several people, as on a list: at most a page of them. Those of whom nothing may be read
     * are left out.
     */
    public <T> T list(
            ReaderContext reader, Collection<PersonId> asked, String what, ListWork<T> work) {
        return list(
                reader,
                asked,
                Set.of(),
                what,
                (sql, subjects, known, _) -> work.read(sql, subjects, known));
    }

    /**
     * As {@link #list(ReaderContext, Collection, String, ListWork)}; of those about whom the reader
     * owes something, the reader's own agency's records are named, whatever else may be read.
     *
     * @param owed about whom the reader owes something
     */
    public <T> T list(
            ReaderContext reader,
            Collection<PersonId> asked,
            Set<PersonId> owed,
            String what,
            OwnWork<T> work) {
        List<Subject> subjects = people.subjects(asked);
        return transactions.asReader(
                reader,
                subjects,
                sql -> {
                    Map<PersonId, List<Fact>> known = facts(sql, subjects);
                    Map<PersonId, List<SourceRecord>> own =
                            own(
                                    sql,
                                    reader,
                                    subjects.stream().filter(s -> owed.contains(s.id())).toList());
                    T result = work.read(sql, subjects, known, own);
                    journal.write(sql, revealed(subjects, known, own, what));
                    return result;
                });
    }

    /**
     * Which facts of people on a list their sender corrected or took back, be it by an entry about
     * somebody else, by their positions.
     *
     * @param sql of the list's own reading
     */
    public Map<Long, Standing> withdrawn(JdbcClient sql, Collection<Subject> people) {
        return facts.in(sql).withdrawn(people.stream().flatMap(p -> p.records().stream()).toList());
    }

    /** The records that the reader's own agency has of each, as far as they are not sealed. */
    private static Map<PersonId, List<SourceRecord>> own(
            JdbcClient sql, ReaderContext reader, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Set<UUID> known = ReaderRecords.known(sql);
        return subjects.stream()
                .collect(
                        Collectors.toMap(
                                Subject::id,
                                s ->
                                        s.records().stream()
                                                .filter(r ->
                                                        reader.agencies()
                                                                .contains(r.agency().value()))
                                                .filter(r -> known.contains(RecordKey.of(r)))
                                                .toList()));
    }

    /** What is made of the facts, and of the reader's own records, of each person of a list. */
    @FunctionalInterface
    public interface OwnWork<T> {
        /** Makes it; people of whom nothing may be read are not in the first map. */
        T read(
                JdbcClient sql,
                List<Subject> people,
                Map<PersonId, List<Fact>> facts,
                Map<PersonId, List<SourceRecord>> own);
    }

    /** What is made of the facts of each person of a list. */
    @FunctionalInterface
    public interface ListWork<T> {
        /** Makes it; people of whom nothing may be read are not in the map. */
        T read(JdbcClient sql, List<Subject> people, Map<PersonId, List<Fact>> facts);
    }

    /**
     * Of those whose page would open: that another's record names somebody opens none of theirs.
     */
    private Map<PersonId, List<Fact>> facts(JdbcClient sql, List<Subject> subjects) {
        Set<UUID> readable = ReaderRecords.readable(sql);
        Map<SourceRecord, PersonId> whose = new HashMap<>();
        subjects.stream()
                .filter(s -> ReaderRecords.opens(s, readable))
                .forEach(s -> s.records().forEach(r -> whose.put(r, s.id())));
        Map<PersonId, List<Fact>> found = new HashMap<>();
        for (Fact fact : facts.in(sql).mentioning(whose.keySet())) {
            fact.participants().stream()
                    .map(p -> whose.get(p.record()))
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .forEach(p -> found.computeIfAbsent(p, _ -> new ArrayList<>()).add(fact));
        }
        return found;
    }

    private static Entry revealed(
            List<Subject> subjects,
            Map<PersonId, List<Fact>> known,
            Map<PersonId, List<SourceRecord>> own,
            String what) {
        List<Subject> shown =
                subjects.stream()
                        .filter(s -> known.containsKey(s.id()) || own.containsKey(s.id()))
                        .toList();
        if (shown.isEmpty()) {
            return Entry.of(Event.VISIT, what);
        }
        return Entry.reveal(
                shown.stream().map(Subject::id).toList(),
                shown.stream()
                        .flatMap(s ->
                                (known.containsKey(s.id())
                                                ? s.records()
                                                : own.getOrDefault(s.id(), List.of()))
                                        .stream())
                        .toList(),
                known.isEmpty() ? Set.of() : Set.of(Sensitivity.CORE, Sensitivity.EVENT),
                shown.size(),
                what);
    }

    /**
     * What somebody owes about a person whose record may not be open to them: which records of that
     * person are their own agency's, and what they were asked. Nothing else is read.
     *
     * @param messages what the duty rests on, in which a question may stand
     */
    public Owing owing(
            ReaderContext reader, PersonId asked, Collection<MessageRef> messages, String what) {
        List<Subject> subjects = people.subjects(List.of(asked));
        return transactions.asReader(
                reader,
                subjects,
                sql -> {
                    Map<PersonId, List<SourceRecord>> own = own(sql, reader, subjects);
                    List<SourceRecord> records =
                            own.values().stream().flatMap(List::stream).toList();
                    Optional<Fact> question =
                            facts.in(sql).ofMessages(messages).stream()
                                    .filter(f -> f.body() instanceof SharedBody.InformationRequest)
                                    .findFirst();
                    List<SourceRecord> shown = new ArrayList<>(records);
                    question.ifPresent(q -> q.participants().forEach(p -> shown.add(p.record())));
                    journal.write(
                            sql,
                            Entry.reveal(
                                    List.copyOf(own.keySet()),
                                    shown,
                                    question.isPresent() ? Set.of(Sensitivity.EVENT) : Set.of(),
                                    1,
                                    what));
                    return new Owing(records, question);
                });
    }

    /**
     * What the reader may see of the subject, to find out who is around. Nothing of it is shown.
     */
    private List<Fact> own(ReaderContext reader, Subject subject, LeftOut leftOut) {
        return transactions.asReader(
                reader,
                List.of(subject),
                sql ->
                        facts.in(sql)
                                .mentioningBut(
                                        subject.records(), leftOut.kinds(), leftOut.latest()));
    }

    private static Set<SourceRecord> named(Subject subject, List<Fact> own) {
        Set<SourceRecord> named = new LinkedHashSet<>(subject.records());
        own.stream().flatMap(Fact::spokenOf).map(Participant::record).forEach(named::add);
        return named;
    }

    private static Set<Address> places(List<Fact> own) {
        return own.stream().flatMap(f -> f.place().stream()).collect(Collectors.toSet());
    }

    private static List<Subject> subjects(Subject subject, People.Resolved resolved) {
        List<Subject> all = new ArrayList<>();
        all.add(subject);
        resolved.members().keySet().stream()
                .filter(id -> !id.equals(subject.id()))
                .sorted()
                .limit(RELATIVES)
                .forEach(id -> all.add(People.subject(id, resolved.members())));
        return all;
    }

    private <T> Look<T> look(
            JdbcClient sql,
            ReaderContext reader,
            Subject subject,
            People.Resolved resolved,
            List<Fact> own,
            String what,
            LeftOut leftOut,
            More<T> more) {
        Set<UUID> readable = ReaderRecords.readable(sql);
        if (!ReaderRecords.opens(subject, readable)) {
            return refused(sql, reader, subject, what);
        }
        Map<UUID, Set<Sensitivity>> classes = classes(sql, subject);
        OpenedFacts known =
                new OpenedFacts(facts.in(sql), resolved, stillOpen(sql, own, classes), leftOut);
        Neighbourhood around =
                new NeighbourhoodReader(known, Bounds.DEFAULT, leftOut)
                        .read(List.of(subject.id()))
                        .get(subject.id());
        if (around == null) {
            return refused(sql, reader, subject, what);
        }
        Family family =
                new Family(
                        subject,
                        around,
                        classes.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                        holders(sql, subject, readable),
                        people::named);
        T value = more.read(sql, family);
        journal.write(sql, entry(family, what));
        return new Look.Open<>(value);
    }

    /** Those of the facts that are about the subject and that the open context lets through. */
    public List<Fact> readable(JdbcClient sql, Family family, Collection<FactId> asked) {
        Set<SourceRecord> records = Set.copyOf(family.subject().records());
        Set<MessageRef> messages = asked.stream().map(FactId::message).collect(Collectors.toSet());
        return facts.in(sql).ofMessages(messages).stream()
                .filter(f -> asked.contains(f.id()))
                .filter(f -> f.participants().stream().anyMatch(p -> records.contains(p.record())))
                .toList();
    }

    private <T> Look<T> refused(
            JdbcClient sql, ReaderContext reader, Subject subject, String what) {
        List<AgencyId> holders =
                reader.isToldOfPeople() ? holders(sql, subject, Set.of()) : List.of();
        journal.write(sql, denied(List.of(subject.id()), subject.records(), what));
        return holders.isEmpty() ? new Look.Nobody<>() : new Look.Restricted<>(holders);
    }

    private void refused(
            ReaderContext reader,
            List<PersonId> subjects,
            List<SourceRecord> records,
            String what) {
        transactions.asReader(
                reader, List.of(), sql -> journal.write(sql, denied(subjects, records, what)));
    }

    private static Entry denied(List<PersonId> subjects, List<SourceRecord> records, String what) {
        return new Entry(
                Event.DENY, subjects, records, Set.of(), 0, Set.of(), what, Optional.empty());
    }

    private static Entry entry(Family family, String what) {
        List<Fact> shown = family.around().subject().facts();
        Set<PersonId> people = new HashSet<>();
        Set<SourceRecord> records = new HashSet<>();
        for (Fact fact : shown) {
            for (Participant participant : fact.participants()) {
                records.add(participant.record());
                family.around()
                        .whose(participant.record())
                        .ifPresent(person -> people.add(person.id()));
            }
        }
        Set<Sensitivity> classes =
                shown.stream().map(Fact::sensitivity).collect(Collectors.toSet());
        List<SourceRecord> all = records.stream().sorted().limit(Entry.MAX_RECORDS).toList();
        return Entry.reveal(people, all, classes, shown.size(), what);
    }

    private static List<AgencyId> holders(JdbcClient sql, Subject subject, Set<UUID> readable) {
        Set<UUID> known = ReaderRecords.known(sql);
        return subject.records().stream()
                .filter(r -> known.contains(RecordKey.of(r)) && !readable.contains(RecordKey.of(r)))
                .map(SourceRecord::agency)
                .distinct()
                .sorted()
                .toList();
    }

    /** Which classes of facts may be read of each of the subject's records; none not at all. */
    private static Map<UUID, Set<Sensitivity>> classes(JdbcClient sql, Subject subject) {
        Set<UUID> own = subject.records().stream().map(RecordKey::of).collect(Collectors.toSet());
        Map<UUID, Set<Sensitivity>> classes = new HashMap<>();
        sql.sql("SELECT record_key, class FROM access.readable()")
                .query((ResultSet row) -> {
                    UUID record = row.getObject(1, UUID.class);
                    if (own.contains(record)) {
                        classes.computeIfAbsent(record, _ -> EnumSet.noneOf(Sensitivity.class))
                                .add(Sensitivity.valueOf(row.getString(2)));
                    }
                });
        return classes;
    }

    /**
     * Of what was read a moment ago to find out who is around: the facts that this context, which
     * names more people, lets through as well. Where the reader is in any conflict of interest, all
     * is read again.
     */
    private static List<Fact> stillOpen(
            JdbcClient sql, List<Fact> own, Map<UUID, Set<Sensitivity>> classes) {
        if (!ReaderRecords.barred(sql).isEmpty()) {
            return List.of();
        }
        Set<UUID> asked =
                own.stream().anyMatch(f -> f.body() instanceof SharedBody.InformationRequest)
                        ? ReaderRecords.asked(sql)
                        : Set.of();
        // Many facts name few records: the key of each is worked out once.
        Map<SourceRecord, Set<Sensitivity>> open = new HashMap<>();
        return own.stream()
                .filter(f ->
                        f.participants().stream()
                                        .map(p ->
                                                open.computeIfAbsent(
                                                        p.record(),
                                                        r ->
                                                                classes.getOrDefault(
                                                                        RecordKey.of(r), Set.of())))
                                        .anyMatch(of -> of.contains(f.sensitivity()))
                                || (f.body() instanceof SharedBody.InformationRequest
                                        && asked.contains(
                                                RecordKey.of(
                                                        new SourceRecord(
                                                                f.id().message().sender(),
                                                                f.id().message().id().value())))))
                .toList();
    }
}
