package sightline.alerts;

import sightline.access.ReaderContext;
import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Transactions;
import sightline.household.Look;
import sightline.household.Owing;
import sightline.household.Reading;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One duty, for whoever may read whom it is about, and for whoever owes it: they can do it without
 * opening the record, by what their own agency calls the person.
 */
public final class DutyReading {
    private final Transactions transactions;
    private final ChildReading children;
    private final Reading reading;

    public DutyReading(Transactions transactions, ChildReading children, Reading reading) {
        this.transactions = transactions;
        this.children = children;
        this.reading = reading;
    }

    /**
     * A duty as one reader sees it.
     *
     * @param child whom it is about, where their record is open to the reader
     * @param own the records that the reader's own agency has of them
     * @param question what the reader's agency is asked, where the duty is to answer that
     */
    public record Read(
            DutyRow duty, Optional<Child> child, List<SourceRecord> own, Optional<Fact> question) {
        public Read {
            own = List.copyOf(own);
        }
    }

    /** The duty of that address; a named person of those who owe it, who looks, has opened it. */
    public Look<Read> duty(ReaderContext reader, String address) {
        Look<Read> look = look(reader, address);
        if (look instanceof Look.Open<Read>(Read read) && read.duty().open()) {
            transactions.asReader(
                    reader,
                    List.of(),
                    sql -> {
                        new DerivedRows(sql)
                                .open(
                                        read.duty().subject(),
                                        read.duty().key(),
                                        reader.user().value());
                        return read;
                    });
        }
        return look;
    }

    private Look<Read> look(ReaderContext reader, String address) {
        if (!reader.isToldOfPeople()) {
            Optional<Read> owed = owed(reader, address);
            if (owed.isPresent()) {
                return new Look.Open<>(owed.get());
            }
        }
        return switch (children.ofDuty(reader, address)) {
            case Look.Open<Child>(Child child) -> open(reader, child, address);
            case Look.Restricted<Child>(var holders) ->
                    owed(reader, address)
                            .<Look<Read>>map(Look.Open::new)
                            .orElseGet(() -> new Look.Restricted<>(holders));
            case Look.Nobody<Child>() ->
                    owed(reader, address)
                            .<Look<Read>>map(Look.Open::new)
                            .orElseGet(Look.Nobody::new);
        };
    }

    private static Look<Read> open(ReaderContext reader, Child child, String address) {
        return child.duties().stream()
                .filter(d -> d.namedBy(address))
                .findFirst()
                .<Look<Read>>map(d -> new Look.Open<>(read(reader, child, d)))
                .orElseGet(Look.Nobody::new);
    }

    private static Read read(ReaderContext reader, Child child, DutyRow duty) {
        List<MessageRef> messages = messages(duty);
        return new Read(
                duty,
                Optional.of(child),
                child.family().subject().records().stream()
                        .filter(r -> reader.agencies().contains(r.agency().value()))
                        .toList(),
                child.family().around().subject().facts().stream()
                        .filter(f -> f.body() instanceof SharedBody.InformationRequest)
                        .filter(f -> messages.contains(f.id().message()))
                        .findFirst());
    }

    /** Who owes it sees it, and whose message started it. */
    private Optional<Read> owed(ReaderContext reader, String address) {
        return transactions
                .asReader(
                        reader,
                        List.of(),
                        sql -> {
                            var rows = new DerivedRows(sql);
                            return rows.owing(address).or(() -> rows.asked(address));
                        })
                .map(duty -> {
                    Owing owing =
                            reading.owing(
                                    reader,
                                    duty.subject(),
                                    messages(duty),
                                    "/duties/" + duty.hash());
                    return new Read(duty, Optional.empty(), owing.records(), owing.question());
                });
    }

    private static List<MessageRef> messages(DutyRow duty) {
        return duty.content()
                .path("evidence")
                .valueStream()
                .map(JsonNode::asString)
                .map(FactId::parse)
                .map(FactId::message)
                .toList();
    }

    /** What is open of the clocks whose names begin so, of each of these people, soonest first. */
    public Map<PersonId, List<DutyRow>> open(
            ReaderContext reader, Collection<PersonId> subjects, String clocks) {
        return transactions.asReader(
                reader,
                List.of(),
                sql ->
                        new DerivedRows(sql)
                                .duties(subjects).stream()
                                        .filter(d -> d.open() && d.clock().startsWith(clocks))
                                        .collect(Collectors.groupingBy(DutyRow::subject)));
    }
}
