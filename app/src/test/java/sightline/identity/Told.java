package sightline.identity;

import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.Kinds;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Times;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One message as facts, in few words. */
final class Told {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AgencyId sender;
    private final String id;
    private final List<Participant> people = new ArrayList<>();
    private Optional<Address> place = Optional.empty();
    private Optional<MessageRef> corrects = Optional.empty();
    private List<MessageRef> regarding = List.of();

    private Told(String sender, String id) {
        this.sender = new AgencyId(sender);
        this.id = id;
    }

    static Told by(String sender, String id) {
        return new Told(sender, id);
    }

    /** The record {@code agency:local-id} as the next person named. */
    Told of(PersonRole role, String record) {
        people.add(new Participant(role, SourceRecord.parse(record)));
        return this;
    }

    Told about(String record) {
        return of(PersonRole.SUBJECT, record);
    }

    Told at(String line) {
        place = Optional.of(address(line));
        return this;
    }

    Told correcting(String message) {
        corrects = Optional.of(new MessageRef(sender, new MessageId(message)));
        return this;
    }

    Fact retracts(String message) {
        regarding = List.of(new MessageRef(sender, new MessageId(message)));
        return says(new SharedBody.Retraction(Optional.empty()));
    }

    Fact says(Body body) {
        return new Fact(
                new FactId(new MessageRef(sender, new MessageId(id)), 0),
                0,
                people,
                body,
                new Times(new When.Unknown(), NOON, NOON),
                place,
                Kinds.of(body.getClass()).sensitivity(),
                new References(List.of(), regarding, corrects));
    }

    Fact lives() {
        return says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
    }

    Fact isNamed(String given, String family, String born, Identifier... numbers) {
        return says(
                new PersonBody.Person(
                        List.of(
                                new PersonBody.PersonName(
                                        List.of(given), family, PersonBody.PersonName.Use.CURRENT)),
                        Optional.of(PartialDate.parse(born)),
                        Optional.empty(),
                        List.of(numbers),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static Address address(String line) {
        return new Address(new Text(line), Optional.empty(), Optional.empty(), false);
    }
}
