package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.Kinds;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.facts.PostgresLedger;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading.Read;
import sightline.facts.wire.Reading.Unreadable;
import sightline.feeds.Problem;
import sightline.feeds.RawMessage;
import sightline.feeds.ReadOutcome;
import sightline.feeds.ReceiptId;
import sightline.feeds.Unread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads unread messages into facts at their place in the ledger, or sets them aside whole. */
final class Reading {
    private final MessageReader reader = MessageReader.hearing();
    private final Unread unread;

    Reading(Unread unread) {
        this.unread = unread;
    }

    /** What was taken: the facts with their positions, and how many messages they came from. */
    record Taken(List<Fact> facts, int messages) {
        Taken {
            facts = List.copyOf(facts);
        }
    }

    /** The messages to read next, to be {@link #take}n in the same transaction. */
    List<RawMessage> next(JdbcClient sql, int limit) {
        return unread.next(sql, limit);
    }

    /**
     * Takes messages.
     *
     * @param messages those that came next
     * @param tried told which messages were begun, and whom each names
     */
    Taken take(
            JdbcClient sql,
            Following following,
            List<RawMessage> messages,
            Map<ReceiptId, Set<SourceRecord>> tried) {
        PostgresLedger ledger = following.ledger();
        Directory who = following.who();
        Instant now = following.now();
        List<Occurrence> occurrences = following.occurrences();
        messages.forEach(m -> tried.put(m.receiptId(), Set.of()));
        List<Fact> facts = new ArrayList<>();
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (RawMessage message : messages) {
            switch (reader.read(
                    message.body(), message.sender(), type(who, message), message.received())) {
                case Read(var read, var notes) -> {
                    List<Fact> named = named(read, facts, ledger);
                    tried.put(message.receiptId(), people(named));
                    if (named.isEmpty()) {
                        setAside(sql, message, nobody(), now, occurrences);
                    } else {
                        facts.addAll(named);
                        outcomes.add(new ReadOutcome(message.receiptId(), notes));
                    }
                }
                case Unreadable unreadable -> setAside(sql, message, unreadable, now, occurrences);
            }
        }
        unread.read(sql, outcomes);
        return new Taken(following.append(facts), messages.size());
    }

    /** Counts a failure against each of the messages. */
    void failed(JdbcClient sql, Map<ReceiptId, Set<SourceRecord>> tried) {
        unread.failed(sql, tried);
    }

    private static Set<SourceRecord> people(List<Fact> facts) {
        return facts.stream()
                .flatMap(f -> f.participants().stream())
                .map(Participant::record)
                .collect(Collectors.toSet());
    }

    private static AgencyType type(Directory who, RawMessage message) {
        return who.agency(message.sender()).map(Agency::type).orElse(AgencyType.OTHER);
    }

    private static Unreadable nobody() {
        sightline.facts.wire.Problem problem =
                new sightline.facts.wire.Problem(
                        "people",
                        "it names nobody, and nobody is known of the messages that it refers to",
                        "name whom it is about");
        return new Unreadable(List.of(problem), List.of());
    }

    private void setAside(
            JdbcClient sql,
            RawMessage message,
            Unreadable unreadable,
            Instant now,
            List<Occurrence> occurrences) {
        List<Problem> problems =
                unreadable.problems().stream()
                        .map(p -> new Problem(p.field(), p.message(), p.fix()))
                        .toList();
        unread.quarantine(
                sql, message.receiptId(), problems, unreadable.concerns(), classOf(message));
        occurrences.add(
                new Occurrence.Quarantined(
                        now,
                        message.sender(),
                        message.receiptId().toString(),
                        List.copyOf(unreadable.concerns()),
                        problems));
    }

    /** Who may know that it is there: the class that its facts would have had. */
    private static Sensitivity classOf(RawMessage message) {
        return message.kind()
                .flatMap(Kinds::named)
                .map(Kinds.Kind::sensitivity)
                .orElse(Sensitivity.EVENT);
    }

    /**
     * A message that names nobody is about whom the messages that it refers to were about; an
     * agency's system knows an alert only by what it was told.
     */
    private static List<Fact> named(List<Fact> read, List<Fact> batch, PostgresLedger ledger) {
        if (read.stream().noneMatch(f -> f.participants().isEmpty())) {
            return read;
        }
        Map<Boolean, List<Fact>> byNamed =
                read.stream().collect(Collectors.partitioningBy(f -> f.participants().isEmpty()));
        List<Fact> named = new ArrayList<>(byNamed.getOrDefault(false, List.of()));
        for (Fact nameless : byNamed.getOrDefault(true, List.of())) {
            List<Participant> people = participants(nameless, batch, ledger);
            if (!people.isEmpty()) {
                named.add(with(nameless, people));
            }
        }
        return named;
    }

    private static List<Participant> participants(
            Fact nameless, List<Fact> batch, PostgresLedger ledger) {
        Set<MessageRef> messages = new LinkedHashSet<>(nameless.references().regarding());
        nameless.references().corrects().ifPresent(messages::add);
        Collection<Fact> referred =
                Stream.concat(
                                ledger.ofMessages(messages).stream(),
                                batch.stream().filter(f -> messages.contains(f.id().message())))
                        .filter(f ->
                                !(f.body() instanceof SystemBody)
                                        || f.body() instanceof SystemBody.Attention)
                        .toList();
        return referred.stream()
                .filter(f -> !(f.body() instanceof PersonBody.Person) || referred.size() == 1)
                .flatMap(f -> f.participants().stream())
                .distinct()
                .toList();
    }

    private static Fact with(Fact fact, List<Participant> people) {
        return new Fact(
                fact.id(),
                fact.position(),
                people,
                fact.body(),
                fact.times(),
                fact.place(),
                fact.sensitivity(),
                fact.references());
    }
}
