package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.chronology.LastLooks;
import sightline.chronology.Since;
import sightline.core.household.LeftOut;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.feeds.FeedHealth;
import sightline.feeds.FeedHealths;
import sightline.feeds.NotYetReadable;
import sightline.feeds.Quarantine;
import sightline.household.Family;
import sightline.household.Look;
import sightline.household.Reading;
import sightline.household.Then;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that a page about one child shows, read at one moment. */
public final class ChildReading {
    private static final int LOOKS = 50;

    private final Transactions transactions;
    private final Reading reading;
    private final FeedHealths feeds;
    private final Quarantine quarantine;
    private final Journal journal;

    public ChildReading(
            Transactions transactions,
            Reading reading,
            FeedHealths feeds,
            Quarantine quarantine,
            Journal journal) {
        this.transactions = transactions;
        this.reading = reading;
        this.feeds = feeds;
        this.quarantine = quarantine;
        this.journal = journal;
    }

    /**
     * A child's record as one reader may see it.
     *
     * @param alerts each with those of its findings that are the reader's to know
     * @param told who was told what about the child
     * @param tellings before whom each alert was put, and what they did about it
     * @param sendings what was sent because of it, by each way
     * @param health how each sender's feed is
     * @param unreadable messages that may be about the child and could not be read
     * @param looks who has looked, newest first
     * @param since how far the reader had read before
     * @param then what they could have read at an earlier moment, where one was asked for
     */
    public record Child(
            Family family,
            List<AlertRow> alerts,
            List<DutyRow> duties,
            List<ToldRow> told,
            List<TellingRow> tellings,
            List<SendingRow> sendings,
            List<FeedHealth> health,
            List<NotYetReadable> unreadable,
            List<sightline.audit.Look> looks,
            Since since,
            Optional<Then> then) {
        public Child {
            alerts = List.copyOf(alerts);
            duties = List.copyOf(duties);
            told = List.copyOf(told);
            tellings = List.copyOf(tellings);
            sendings = List.copyOf(sendings);
            health = List.copyOf(health);
            unreadable = List.copyOf(unreadable);
            looks = List.copyOf(looks);
        }

        /** The alert of that reference. */
        public Optional<AlertRow> alert(String reference) {
            return alerts.stream().filter(a -> a.reference().equals(reference)).findFirst();
        }
    }

    /** One child, for the page that {@code what} names. */
    public Look<Child> child(ReaderContext reader, PersonId id, String what) {
        return child(reader, id, what, LeftOut.NOTHING);
    }

    /** The same for a form, which shows nothing of what is left out. */
    public Look<Child> child(ReaderContext reader, PersonId id, String what, LeftOut leftOut) {
        return reading.look(
                reader, id, what, leftOut, (sql, family) -> child(sql, family, reader, leftOut));
    }

    /** One child, for a page that remembers how far its reader has read. */
    public Look<Child> looking(
            ReaderContext reader, PersonId id, LastLooks.Page page, String what, Instant now) {
        return looking(reader, id, page, what, now, Optional.empty());
    }

    /** The same, with what the reader could have read at an earlier moment. */
    public Look<Child> looking(
            ReaderContext reader,
            PersonId id,
            LastLooks.Page page,
            String what,
            Instant now,
            Optional<Then.Asked> asOf) {
        return reading.look(
                reader,
                id,
                what,
                (sql, family) -> {
                    var looks = new LastLooks(sql);
                    List<SourceRecord> records = family.subject().records();
                    Since since = looks.before(records, page, now);
                    looks.note(records, family.around().subject().facts(), page, now);
                    Set<String> readable = Audience.named(family.around().subject().facts());
                    return child(
                            sql,
                            family,
                            new MayRead(reader, readable),
                            since,
                            asOf.map(at -> Then.at(sql, at)));
                });
    }

    /** The child whom an alert is about; a recipient who looks has opened it. */
    public Look<Child> ofAlert(ReaderContext reader, String reference) {
        List<PersonId> subjects =
                transactions.asJob(
                        JobName.RESOLVER, sql -> new DerivedRows(sql).subjectsOfAlert(reference));
        Look<Child> found = new Look.Nobody<>();
        for (PersonId subject : subjects) {
            found =
                    reading.look(
                            reader,
                            subject,
                            "/alerts/" + reference,
                            (sql, family) -> opened(sql, family, reference, reader));
            if (found instanceof Look.Open<Child>) {
                return found;
            }
        }
        if (subjects.isEmpty()) {
            transactions.asReader(
                    reader,
                    List.of(),
                    sql -> journal.write(sql, Entry.of(Event.DENY, "/alerts/unknown")));
        }
        return found;
    }

    /**
     * The child whom a duty is about, by the address that names it; of twins whose duties have one
     * key, the one whom the address names, else the first whom the reader may open.
     */
    public Look<Child> ofDuty(ReaderContext reader, String address) {
        List<PersonId> subjects =
                transactions.asJob(
                        JobName.RESOLVER, sql -> new DerivedRows(sql).subjectsOfDuty(address));
        if (subjects.isEmpty()) {
            return child(reader, new PersonId("nobody"), "/duties/unknown");
        }
        Look<Child> found = new Look.Nobody<>();
        for (PersonId subject : subjects) {
            Look<Child> look = child(reader, subject, "/duties/" + address);
            if (look instanceof Look.Open<Child>) {
                return look;
            }
            found = found instanceof Look.Nobody<Child> ? look : found;
        }
        return found;
    }

    /** Notes that a recipient acknowledged an alert; the acknowledgement itself is a message. */
    public void acknowledge(ReaderContext reader, PersonId subject, String reference) {
        transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    new DerivedRows(sql).acknowledge(subject, reference);
                    new TellingRows(sql).step(subject, reference, "opened", reader.user().value());
                    new TellingRows(sql)
                            .step(subject, reference, "acknowledged", reader.user().value());
                    return journal.write(
                            sql,
                            new Entry(
                                    Event.ACKNOWLEDGED,
                                    List.of(subject),
                                    List.of(),
                                    Set.of(),
                                    1,
                                    Set.of(),
                                    reference,
                                    Optional.empty()));
                });
    }

    private Child opened(JdbcClient sql, Family family, String reference, ReaderContext reader) {
        new DerivedRows(sql).open(family.subject().id(), reference, reader.user().value());
        new TellingRows(sql)
                .step(family.subject().id(), reference, "opened", reader.user().value());
        return child(sql, family, reader, LeftOut.NOTHING);
    }

    /** Who reads, and the ids of the facts about the child that they may read. */
    private record MayRead(ReaderContext reader, Set<String> facts) {}

    private Child child(JdbcClient sql, Family family, ReaderContext reader, LeftOut leftOut) {
        Set<SourceRecord> records = Set.copyOf(family.subject().records());
        Set<String> readable = Audience.named(family.around().subject().facts());
        if (!leftOut.kinds().isEmpty()) {
            Set<FactId> evidence =
                    new DerivedRows(sql)
                            .alerts(List.of(family.subject().id())).stream()
                                    .flatMap(Audience::evidence)
                                    .filter(id -> !readable.contains(id))
                                    .map(FactId::parse)
                                    .collect(Collectors.toSet());
            readable.addAll(Audience.named(reading.readable(sql, family, evidence)));
        }
        return child(
                sql,
                family,
                new MayRead(reader, readable),
                new Since(records, Map.of(), Optional.empty()),
                Optional.empty());
    }

    private Child child(
            JdbcClient sql, Family family, MayRead readable, Since since, Optional<Then> then) {
        PersonId id = family.subject().id();
        List<SourceRecord> records = family.subject().records();
        var rows = new DerivedRows(sql);
        List<TellingRow> tellings = new TellingRows(sql).about(List.of(id));
        var audience = new Audience(readable.reader(), tellings, readable.facts());
        return new Child(
                family,
                audience.of(rows.alerts(List.of(id))),
                Lapses.with(sql, rows.duties(List.of(id)), List.of(id)),
                rows.told(id),
                tellings,
                new TellingRows(sql).sendings(List.of(id)),
                feeds.all(sql),
                quarantine.notYetReadable(sql, records),
                journal.looks(sql, records, LOOKS),
                since,
                then);
    }
}
