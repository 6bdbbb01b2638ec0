package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.chronology.LastLooks;
import sightline.chronology.Since;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.household.Reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one reader was told of and what they owe, the most urgent first. */
public final class WorkList {
    /** The most people of one list. */
    public static final int PAGE = 50;

    private static final int OWED = 30;

    private final Transactions transactions;
    private final Reading reading;

    public WorkList(Transactions transactions, Reading reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    /**
     * The work of a reader.
     *
     * @param told what was addressed to them
     * @param acknowledged the alerts of which all that was put before their posts is acknowledged
     * @param facts of each person of whom they may read anything
     * @param own the reader's own agency's records of each person about whom they owe something
     * @param owed what other agencies owe because of something that the reader's agency sent
     * @param answered what others have done already of what was asked of several
     * @param since how far the reader had read of each
     * @param more how many people are left out of this page
     */
    public record Work(
            List<ToldRow> told,
            Set<Acknowledged> acknowledged,
            List<AlertRow> alerts,
            List<DutyRow> duties,
            Map<PersonId, List<Fact>> facts,
            Map<PersonId, List<SourceRecord>> own,
            List<DutyRow> owed,
            List<DutyRow> answered,
            Map<PersonId, Since> since,
            int more) {
        public Work {
            told = List.copyOf(told);
            acknowledged = Set.copyOf(acknowledged);
            alerts = List.copyOf(alerts);
            duties = List.copyOf(duties);
            facts = Map.copyOf(facts);
            own = Map.copyOf(own);
            owed = List.copyOf(owed);
            answered = List.copyOf(answered);
            since = Map.copyOf(since);
        }
    }

    /** An alert about somebody: twins share a reference. */
    public record Acknowledged(PersonId subject, String reference) {}

    /** What is addressed to a reader, and whom it is about. */
    private record Addressed(List<ToldRow> told, List<PersonId> subjects, List<PersonId> owing) {}

    /** Alerts that nobody answered and duties that are open, addressed to the reader. */
    public Work of(ReaderContext reader) {
        return of(reader, "/work");
    }

    /** The same, for the page that {@code what} names. */
    public Work of(ReaderContext reader, String what) {
        Addressed addressed =
                transactions.asReader(
                        reader,
                        List.of(),
                        sql -> {
                            var rows = new DerivedRows(sql);
                            List<ToldRow> told = addressed(sql);
                            return new Addressed(
                                    told,
                                    told.stream().map(ToldRow::subject).distinct().toList(),
                                    rows.owing(OWED));
                        });
        return work(reader, addressed, what);
    }

    /** What was addressed to the reader, and what was put before them in place of others. */
    private static List<ToldRow> addressed(JdbcClient sql) {
        List<ToldRow> all = new ArrayList<>(new DerivedRows(sql).addressed());
        new TellingRows(sql)
                .inPlace()
                .forEach(t ->
                        all.add(
                                new ToldRow(
                                        t.recipient(),
                                        t.subject(),
                                        t.reference(),
                                        "alert",
                                        t.toldAt(),
                                        t.opened().map(TellingRow.Step::at),
                                        t.opened().map(TellingRow.Step::by),
                                        t.acknowledged().map(TellingRow.Step::at))));
        return all;
    }

    /** Everybody about whom the reader was ever told something, the newest first. */
    public Work children(ReaderContext reader) {
        List<PersonId> subjects =
                transactions.asReader(reader, List.of(), sql -> new DerivedRows(sql).subjects());
        return work(reader, new Addressed(List.of(), subjects, List.of()), "/children");
    }

    private Work work(ReaderContext reader, Addressed addressed, String what) {
        List<PersonId> page = addressed.subjects().stream().limit(PAGE).toList();
        Set<PersonId> named = new LinkedHashSet<>(page);
        addressed.owing().stream().limit(OWED).forEach(named::add);
        Set<PersonId> owes =
                addressed.told().stream()
                        .filter(t -> t.what().equals("duty"))
                        .map(ToldRow::subject)
                        .collect(Collectors.toSet());
        return reading.list(
                reader,
                named,
                owes,
                what,
                (sql, people, facts, own) -> {
                    var rows = new DerivedRows(sql);
                    List<TellingRow> tellings = new TellingRows(sql).about(page);
                    List<ToldRow> told =
                            addressed.told().stream()
                                    .filter(t -> page.contains(t.subject()))
                                    .toList();
                    var audience =
                            new Audience(
                                    reader,
                                    tellings,
                                    Audience.named(
                                            facts.values().stream()
                                                    .flatMap(List::stream)
                                                    .toList()));
                    List<DutyRow> owed = rows.owed(facts.keySet());
                    return new Work(
                            told,
                            acknowledged(told, tellings),
                            audience.of(rows.alerts(page)),
                            rows.duties(page),
                            facts,
                            own,
                            owed,
                            rows.done(owed),
                            since(sql, people),
                            addressed.subjects().size() - page.size());
                });
    }

    private static Set<Acknowledged> acknowledged(
            Collection<ToldRow> told, Collection<TellingRow> tellings) {
        Set<String> posts = told.stream().map(ToldRow::recipient).collect(Collectors.toSet());
        Map<Acknowledged, Boolean> all =
                tellings.stream()
                        .filter(t -> posts.contains(t.recipient()))
                        .collect(
                                Collectors.toMap(
                                        t -> new Acknowledged(t.subject(), t.reference()),
                                        t -> t.acknowledged().isPresent(),
                                        Boolean::logicalAnd));
        return all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<PersonId, Since> since(JdbcClient sql, List<Subject> people) {
        Map<SourceRecord, LastLooks.Seen> seen =
                new LastLooks(sql).any(people.stream().flatMap(p -> p.records().stream()).toList());
        Map<PersonId, Since> since = new HashMap<>();
        people.forEach(p -> since.put(p.id(), LastLooks.since(p.records(), seen)));
        return since;
    }
}
