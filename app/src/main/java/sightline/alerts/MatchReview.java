package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.DualControl;
import sightline.access.ReaderContext;
import sightline.access.ReaderRecords;
import sightline.access.Seals;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.identity.Decision;
import sightline.core.identity.PlaceDecision;
import sightline.core.identity.Verdict;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.facts.AddressKey;
import sightline.household.Reading;
import sightline.identity.Answered;
import sightline.identity.Answered.Choice;
import sightline.identity.Deciding;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;
import sightline.identity.ReviewQueue;
import sightline.identity.Waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The review of pairs: what waits, was decided or was joined by itself, as one reader may see it,
 * and what they answer. A pair of which one side is sealed against the reader is not there for
 * them, be the other records of that side open to them.
 */
public final class MatchReview {
    private static final int QUEUE = 300;
    private static final int LOOKED_AT = 100;
    private static final int PAGE = 50;

    private final Transactions transactions;
    private final Reading reading;
    private final Identities identities;
    private final Journal journal;
    private final Seals seals;
    private final DualControl twoPeople;
    private final Deciding deciding;

    public MatchReview(
            Transactions transactions,
            Reading reading,
            Identities identities,
            Journal journal,
            Seals seals,
            DualControl twoPeople,
            Deciding deciding) {
        this.transactions = transactions;
        this.reading = reading;
        this.identities = identities;
        this.journal = journal;
        this.seals = seals;
        this.twoPeople = twoPeople;
        this.deciding = deciding;
    }

    /** What came of an answer. */
    public enum Outcome {
        /** It holds. */
        HOLDS,
        /** It is kept, and holds once a second person answers alike. */
        WAITS,
        /** There is no such pair for this reader. */
        NOT_THERE
    }

    /** A pair with whom it is about, before anybody's rights are asked. */
    private record Found(
            Waiting pair,
            List<Subject> first,
            List<Subject> second,
            Hanging hanging,
            List<Answered> answers,
            boolean decided) {
        List<Subject> all() {
            List<Subject> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }

        /** Whether two records are one person's now, so that leaving them open separates them. */
        boolean together() {
            return pair instanceof Waiting.People && first.equals(second);
        }
    }

    /** Which records a reader may know of, and which they may read. */
    private record Rights(Set<UUID> known, Set<UUID> readable) {
        boolean knows(List<Subject> side) {
            return side.stream().anyMatch(s -> any(s, known));
        }

        boolean reads(List<Subject> side) {
            return side.stream().anyMatch(s -> any(s, readable));
        }

        boolean knows(Waiting.People pair) {
            return known.contains(RecordKey.of(pair.first()))
                    && known.contains(RecordKey.of(pair.second()));
        }

        boolean reads(SourceRecord record) {
            return readable.contains(RecordKey.of(record));
        }

        private static boolean any(Subject subject, Set<UUID> keys) {
            return subject.records().stream().map(RecordKey::of).anyMatch(keys::contains);
        }
    }

    /** Pairs of records that wait, those on which most hangs first. */
    public List<Compared> people(ReaderContext reader) {
        return listed(reader, transactions.asJob(JobName.PIPELINE, this::people));
    }

    /** Pairs of addresses that wait, those on which most hangs first. */
    public List<Compared> places(ReaderContext reader) {
        return listed(reader, transactions.asJob(JobName.PIPELINE, this::places));
    }

    private List<Found> people(JdbcClient sql) {
        return found(sql, identities.reviewIn(sql).people(QUEUE));
    }

    private List<Found> places(JdbcClient sql) {
        return found(sql, identities.reviewIn(sql).places(QUEUE));
    }

    private List<Found> found(JdbcClient sql, List<? extends Waiting> pairs) {
        ReviewQueue queue = identities.reviewIn(sql);
        IdentityStore store = identities.in(sql);
        Map<UUID, Set<SourceRecord>> at = occupants(queue, pairs);
        Set<SourceRecord> records = new HashSet<>();
        pairs.forEach(p -> sides(p, at).forEach(records::addAll));
        Map<SourceRecord, PersonId> people = store.peopleOf(records);
        Map<PersonId, Subject> subjects = new LinkedHashMap<>();
        store.recordsOf(new HashSet<>(people.values()))
                .forEach((id, members) ->
                        subjects.put(
                                id,
                                Subject.of(id, members.stream().map(m -> m.record()).toList())));
        Map<PersonId, Hanging> hanging = new DerivedRows(sql).hanging(subjects.keySet());
        List<Found> found = new ArrayList<>();
        for (Waiting pair : pairs) {
            List<Set<SourceRecord>> sides = sides(pair, at);
            List<Subject> first = subjects(sides.getFirst(), people, subjects);
            List<Subject> second = subjects(sides.getLast(), people, subjects);
            Set<Subject> both = new LinkedHashSet<>(first);
            both.addAll(second);
            Hanging sum =
                    both.stream()
                            .map(s -> hanging.getOrDefault(s.id(), Hanging.NOTHING))
                            .reduce(Hanging.NOTHING, Hanging::and);
            found.add(new Found(pair, first, second, sum, List.of(), false));
        }
        found.sort(
                Comparator.comparingInt((Found f) -> f.hanging().alerts())
                        .thenComparingInt(f -> f.hanging().duties())
                        .reversed());
        return found;
    }

    /** Who is recorded at each spelling. */
    private static Map<UUID, Set<SourceRecord>> occupants(
            ReviewQueue queue, List<? extends Waiting> pairs) {
        Set<UUID> spellings = new HashSet<>();
        for (Waiting pair : pairs) {
            if (pair instanceof Waiting.Places places) {
                spellings.addAll(places.firstSpellings());
                spellings.addAll(places.secondSpellings());
            }
        }
        Map<UUID, Set<SourceRecord>> at = new LinkedHashMap<>();
        for (Fact fact : spellings.isEmpty() ? List.<Fact>of() : queue.at(spellings)) {
            fact.place()
                    .map(AddressKey::of)
                    .ifPresent(key ->
                            at.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                                    .addAll(fact.subject().stream().toList()));
        }
        return at;
    }

    private static List<Set<SourceRecord>> sides(Waiting pair, Map<UUID, Set<SourceRecord>> at) {
        return switch (pair) {
            case Waiting.People p -> List.of(Set.of(p.first()), Set.of(p.second()));
            case Waiting.Places p ->
                    List.of(residents(p.firstSpellings(), at), residents(p.secondSpellings(), at));
        };
    }

    private static Set<SourceRecord> residents(
            Set<UUID> spellings, Map<UUID, Set<SourceRecord>> at) {
        Set<SourceRecord> records = new LinkedHashSet<>();
        spellings.forEach(s -> records.addAll(at.getOrDefault(s, Set.of())));
        return records;
    }

    private static List<Subject> subjects(
            Set<SourceRecord> records,
            Map<SourceRecord, PersonId> people,
            Map<PersonId, Subject> subjects) {
        return records.stream()
                .map(people::get)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .map(subjects::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private List<Compared> listed(ReaderContext reader, List<Found> all) {
        List<Found> some = all.stream().limit(LOOKED_AT).toList();
        Rights rights = rights(reader, some);
        List<Found> visible = some.stream().filter(f -> visible(f, rights)).limit(PAGE).toList();
        return shown(reader, visible, rights, "/matches");
    }

    private Rights rights(ReaderContext reader, List<Found> pairs) {
        return transactions.asReader(
                reader,
                distinct(pairs),
                sql -> new Rights(ReaderRecords.told(sql, reader), ReaderRecords.readable(sql)));
    }

    private static List<Subject> distinct(List<Found> pairs) {
        Map<PersonId, Subject> subjects = new LinkedHashMap<>();
        pairs.forEach(f -> f.all().forEach(s -> subjects.put(s.id(), s)));
        return List.copyOf(subjects.values());
    }

    private static boolean visible(Found found, Rights rights) {
        return switch (found.pair()) {
            case Waiting.People p ->
                    rights.knows(p)
                            && (rights.reads(found.first()) || rights.reads(found.second()));
            case Waiting.Places _ ->
                    rights.knows(found.first())
                            && rights.knows(found.second())
                            && rights.reads(found.first())
                            && rights.reads(found.second());
        };
    }

    private List<Compared> shown(
            ReaderContext reader, List<Found> visible, Rights rights, String what) {
        return reading.list(
                reader,
                distinct(visible).stream().map(Subject::id).toList(),
                what,
                (sql, people, facts) ->
                        visible.stream()
                                .map(f -> compared(reader, f, rights, facts))
                                .filter(MatchReview::addressesSeen)
                                .toList());
    }

    /** A pair of addresses is shown to those who may read both of them. */
    private static boolean addressesSeen(Compared compared) {
        return compared.pair() instanceof Waiting.People
                || (compared.first().address().isPresent()
                        && compared.second().address().isPresent());
    }

    private static Compared compared(
            ReaderContext reader, Found found, Rights rights, Map<PersonId, List<Fact>> facts) {
        List<Answered> own =
                found.answers().stream()
                        .filter(a ->
                                a.appliedAt().isPresent() || a.by().equals(reader.user().value()))
                        .toList();
        return new Compared(
                found.pair(),
                side(found.pair(), true, found.first(), rights, facts),
                side(found.pair(), false, found.second(), rights, facts),
                found.hanging(),
                own,
                found.decided());
    }

    private static Compared.Side side(
            Waiting pair,
            boolean first,
            List<Subject> subjects,
            Rights rights,
            Map<PersonId, List<Fact>> facts) {
        List<Fact> seen =
                subjects.stream()
                        .flatMap(s -> facts.getOrDefault(s.id(), List.of()).stream())
                        .toList();
        Optional<SourceRecord> own =
                pair instanceof Waiting.People p
                        ? Optional.of(first ? p.first() : p.second())
                        : Optional.empty();
        return new Compared.Side(
                own,
                subjects.stream().map(Subject::id).toList(),
                own.map(rights::reads).orElseGet(() -> rights.reads(subjects)) && !seen.isEmpty(),
                agencies(pair, first, subjects),
                seen,
                pair instanceof Waiting.Places p
                        ? address(seen, first ? p.firstSpellings() : p.secondSpellings())
                        : Optional.empty());
    }

    private static List<AgencyId> agencies(Waiting pair, boolean first, List<Subject> subjects) {
        return pair instanceof Waiting.People p
                ? List.of((first ? p.first() : p.second()).agency())
                : subjects.stream()
                        .flatMap(s -> s.records().stream())
                        .map(SourceRecord::agency)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static Optional<Address> address(Collection<Fact> seen, Set<UUID> spellings) {
        return seen.stream()
                .flatMap(f -> f.place().stream())
                .filter(a -> spellings.contains(AddressKey.of(a)))
                .findFirst();
    }

    /** One pair; empty where there is none for this reader. */
    public Optional<Compared> pair(ReaderContext reader, String id) {
        Optional<Found> found = found(id);
        Rights rights = rights(reader, found.stream().toList());
        List<Found> visible = found.filter(f -> visible(f, rights)).stream().toList();
        if (visible.isEmpty()) {
            transactions.asReader(
                    reader,
                    List.of(),
                    sql -> journal.write(sql, Entry.of(Event.DENY, "/matches/unknown")));
            return Optional.empty();
        }
        return shown(reader, visible, rights, "/matches/pair").stream().findFirst();
    }

    private Optional<Found> found(String id) {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    ReviewQueue queue = identities.reviewIn(sql);
                    return queue.pair(id)
                            .map(pair -> {
                                Found found = found(sql, List.of(pair)).getFirst();
                                boolean decided =
                                        switch (pair) {
                                            case Waiting.People p -> !queue.decisions(p).isEmpty();
                                            case Waiting.Places p -> !queue.decisions(p).isEmpty();
                                        };
                                return new Found(
                                        pair,
                                        found.first(),
                                        found.second(),
                                        found.hanging(),
                                        queue.answers(id),
                                        decided);
                            });
                });
    }

    /** What a second person has to do with an answer. */
    private record Second(Optional<Long> asks, Optional<Answered> approves) {
        static final Second NOBODY = new Second(Optional.empty(), Optional.empty());

        boolean waits() {
            return asks.isPresent();
        }
    }

    /** Somebody answers, with a reason. It is in the journal before anything follows. */
    public Outcome answer(
            ReaderContext reader, String id, Choice choice, Text reason, Instant now) {
        Optional<Found> found = found(id);
        if (found.isEmpty()
                || found.filter(f -> visible(f, rights(reader, List.of(f)))).isEmpty()) {
            return Outcome.NOT_THERE;
        }
        Found pair = found.get();
        boolean two = (choice != Choice.CANNOT_TELL || pair.together()) && touched(pair);
        String exactly = id + "|" + choice;
        Second second =
                transactions.asReader(
                        reader,
                        pair.all(),
                        sql -> {
                            journal.write(sql, entry(pair, choice).withReason(reason));
                            return two ? second(sql, reader, pair, choice, exactly) : Second.NOBODY;
                        });
        long number =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> {
                            second.approves()
                                    .flatMap(Answered::approval)
                                    .ifPresent(a ->
                                            twoPeople.use(
                                                    sql, a, DualControl.Action.MATCH, exactly));
                            return identities
                                    .reviewIn(sql)
                                    .keep(
                                            pair.pair(),
                                            new Answered(
                                                    0,
                                                    choice,
                                                    reason,
                                                    reader.user().value(),
                                                    now,
                                                    second.asks(),
                                                    Optional.empty()));
                        });
        if (second.waits()) {
            return Outcome.WAITS;
        }
        decide(pair.pair(), choice, "answer-" + number, now);
        List<Long> applied = new ArrayList<>(List.of(number));
        second.approves().ifPresent(a -> applied.add(a.number()));
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    identities.reviewIn(sql).applied(applied, now);
                    return applied.size();
                });
        return Outcome.HOLDS;
    }

    private Second second(
            JdbcClient sql, ReaderContext reader, Found pair, Choice choice, String exactly) {
        for (Answered other : pair.answers()) {
            boolean waits = other.choice() == choice && other.appliedAt().isEmpty();
            if (waits
                    && !other.by().equals(reader.user().value())
                    && other.approval().isPresent()
                    && twoPeople.approve(sql, other.approval().get(), exactly)) {
                return new Second(Optional.empty(), Optional.of(other));
            }
        }
        return new Second(
                Optional.of(twoPeople.ask(sql, DualControl.Action.MATCH, exactly)),
                Optional.empty());
    }

    private static Entry entry(Found pair, Choice choice) {
        return new Entry(
                Event.MATCH,
                pair.all().stream().map(Subject::id).toList(),
                pair.all().stream().flatMap(s -> s.records().stream()).toList(),
                Set.of(),
                1,
                Set.of(),
                "/matches/" + choice,
                Optional.empty());
    }

    /** Whether a seal, the register or an adoption is touched, so that one person is not enough. */
    private boolean touched(Found pair) {
        List<SourceRecord> records =
                pair.all().stream().flatMap(s -> s.records().stream()).distinct().toList();
        return transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        seals.touch(sql, records)
                                || identities.in(sql).mentioning(records).stream()
                                        .anyMatch(MatchReview::touches));
    }

    private static boolean touches(Fact fact) {
        return fact.sensitivity().sealed()
                || fact.body() instanceof JusticeBody.RegisterNotification;
    }

    private void decide(Waiting pair, Choice choice, String by, Instant at) {
        switch (pair) {
            case Waiting.People p -> {
                Optional<Decision> made =
                        verdict(choice).map(v -> ReviewQueue.decision(p, v, by, at));
                made.ifPresent(deciding::decided);
                if (made.isEmpty()) {
                    newest(p).ifPresent(deciding::undone);
                }
            }
            case Waiting.Places p -> {
                Optional<PlaceDecision> made =
                        verdict(choice).map(v -> ReviewQueue.decision(p, v, by, at));
                made.ifPresent(deciding::decided);
                if (made.isEmpty()) {
                    newest(p).ifPresent(deciding::undone);
                }
            }
        }
    }

    private Optional<Decision> newest(Waiting.People pair) {
        return transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        identities.reviewIn(sql).decisions(pair).stream()
                                .reduce((_, later) -> later));
    }

    private Optional<PlaceDecision> newest(Waiting.Places pair) {
        return transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        identities.reviewIn(sql).decisions(pair).stream()
                                .reduce((_, later) -> later));
    }

    /** Empty for taking back. */
    private static Optional<Verdict> verdict(Choice choice) {
        return switch (choice) {
            case JOIN -> Optional.of(Verdict.JOIN);
            case NOT_THE_SAME -> Optional.of(Verdict.NOT_THE_SAME);
            case CANNOT_TELL -> Optional.of(Verdict.CANNOT_TELL);
            case TAKE_BACK -> Optional.empty();
        };
    }
}
