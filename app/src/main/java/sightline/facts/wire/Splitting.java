package sightline.facts.wire;

import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.Kinds;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.Note;
import sightline.core.facts.SharedBody.Retraction;
import sightline.core.facts.Times;
import sightline.core.facts.UnnamedUnborn;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.Parsed;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Splits a message that can be read into facts, so that each has exactly one sensitivity class:
 * what it says, then who each person is and where each lives, then, where nothing else is said, who
 * is who to each other.
 */
final class Splitting {
    /** The body of a message that says everything in its people. */
    static final PersonBody.Person NOBODY =
            new PersonBody.Person(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());

    private final Envelope envelope;
    private final PlaceAside aside;
    private final Problems problems;
    private final MessageRef message;
    private final Instant recorded;
    private final Instant sent;
    private final Instant received;
    private final List<Fact> facts = new ArrayList<>();

    /**
     * Splits one.
     *
     * @param aside what could not be read of where it was
     */
    Splitting(
            AgencyId sender,
            Envelope envelope,
            PlaceAside aside,
            Instant received,
            Problems problems) {
        this.envelope = envelope;
        this.aside = aside;
        this.problems = problems;
        this.message = new MessageRef(sender, new MessageId(envelope.id()));
        this.recorded = envelope.recordedAt().orElse(envelope.sentAt());
        this.sent = amends(envelope) ? envelope.sentAt() : received;
        this.received = received;
    }

    /** Whether it speaks of what the same sender said before: then it matters when it was sent. */
    private static boolean amends(Envelope envelope) {
        return envelope.corrects().isPresent()
                || envelope.kind().equals(Kinds.slug(Retraction.class));
    }

    List<Fact> facts(Kinds.Kind kind, Body body) {
        List<Participant> people = participants(body);
        if (people.size() < envelope.people().size()) {
            return List.of();
        }
        if (body != NOBODY) {
            main(kind, body, people);
        } else if (people.isEmpty() || envelope.people().stream().noneMatch(this::usable)) {
            problems.add(
                    "people",
                    "nobody in it has a usable detail",
                    "send a name, a date of birth or an identifier");
        }
        for (int i = 0; i < envelope.people().size(); i++) {
            describe(envelope.people().get(i), people.get(i), i, saysWhere(body));
        }
        if (body == NOBODY) {
            ties(people);
        }
        found(body, people);
        return facts;
    }

    /** Whoever was missing and found at a place was there that day, with those who live there. */
    private void found(Body body, List<Participant> people) {
        if (body instanceof PoliceBody.Missing missing
                && missing.stage() == PoliceBody.Missing.MissingStage.FOUND
                && envelope.place().isPresent()
                && !people.isEmpty()) {
            boolean shielded = envelope.place().filter(Envelope.WireAddress::shielded).isPresent();
            LocalDate day = envelope.when().latest().orElseGet(() -> London.day(recorded));
            add(
                    people.subList(0, 1),
                    new PersonBody.Residence(PersonBody.Stay.VISITING, Optional.of(day)),
                    envelope.when().earliest().equals(envelope.when().latest())
                            ? envelope.when()
                            : new When.Day(day),
                    envelope.place(),
                    raised(placed(shielded, Sensitivity.ADDRESS)),
                    new References(List.of(), List.of(), references().corrects()));
        }
    }

    /** After who each person is, so that the places of those in the message stay what they were. */
    private void ties(List<Participant> people) {
        if (people.size() > TiesSaid.CROWD) {
            problems.note(
                    "people has more than %d entries: who is who to each other was not read. Send kind relationship."
                            .formatted(TiesSaid.CROWD));
        }
        for (TiesSaid.Said said : TiesSaid.among(people)) {
            add(
                    List.of(said.whose(), said.other()),
                    new PersonBody.Relationship(said.tie(), Optional.empty(), false),
                    new When.Unknown(),
                    Optional.empty(),
                    raised(Sensitivity.CORE),
                    references());
        }
    }

    private boolean usable(Envelope.WirePerson person) {
        return person.described() || person.where().isPresent();
    }

    private List<Participant> participants(Body body) {
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i < envelope.people().size(); i++) {
            Envelope.WirePerson person = envelope.people().get(i);
            String localId =
                    person.localId()
                            .filter(id -> !id.isBlank())
                            .orElse("~" + message.id().value() + "-" + i);
            if (localId.startsWith("~") && !usable(person)) {
                problems.note(
                        "people[%d] has no usable detail: nobody can find again who it is. Send a localId, name, date of birth, identifier or address."
                                .formatted(i));
            }
            try {
                SourceRecord record = new SourceRecord(message.sender(), localId.strip());
                people.add(new Participant(person.role(), record));
            } catch (IllegalArgumentException malformed) {
                problems.add(
                        "people[" + i + "].localId",
                        "it cannot be used",
                        "send 1 to 128 printable characters");
            }
        }
        return body instanceof HealthBody.PregnancyBooked booked
                ? withUnborn(people, booked.expected(), bookedOn())
                : people;
    }

    private LocalDate bookedOn() {
        return envelope.when().earliest().orElseGet(() -> London.day(recorded));
    }

    /** A booking that names no unborn child is still about one. */
    private static List<Participant> withUnborn(
            List<Participant> people, Optional<LocalDate> expected, LocalDate booked) {
        boolean named = people.stream().anyMatch(p -> p.role() == PersonRole.UNBORN_CHILD);
        if (named || people.isEmpty()) {
            return people;
        }
        SourceRecord mother =
                people.stream()
                        .filter(p -> p.role() == PersonRole.MOTHER)
                        .findFirst()
                        .orElse(people.getFirst())
                        .record();
        List<Participant> all = new ArrayList<>(people);
        all.replaceAll(
                p -> p.record().equals(mother) ? new Participant(PersonRole.MOTHER, mother) : p);
        all.add(
                new Participant(
                        PersonRole.UNBORN_CHILD, UnnamedUnborn.of(mother, expected, booked)));
        return all;
    }

    private void main(Kinds.Kind kind, Body body, List<Participant> people) {
        References references = references();
        if (people.isEmpty()
                && references.regarding().isEmpty()
                && references.corrects().isEmpty()) {
            problems.add("people", "it is empty", "name whom it is about, the subject first");
        }
        Optional<Envelope.WireAddress> place = envelope.place();
        if (place.isEmpty() && Occupancy.of(body).isPresent()) {
            place = aside.place() ? Optional.empty() : firstAddress();
            if (place.isEmpty()) {
                problems.add("place", "it is missing", "send the address that this is about");
            }
        }
        boolean shielded =
                aside.shielded() || place.filter(Envelope.WireAddress::shielded).isPresent();
        if (body instanceof HandOver moves && moves.what() == HandOver.Handed.CASE) {
            caseMoves(moves, people, place, shielded);
        } else {
            add(
                    people,
                    aged(body),
                    envelope.when(),
                    place,
                    raised(placed(shielded, lowest(kind, body))),
                    references);
        }
    }

    /**
     * Who has a child's case, or is to, is for everybody around the child, as an allocation is;
     * what one area writes to the other of why is an entry like any other.
     */
    private void caseMoves(
            HandOver moves,
            List<Participant> people,
            Optional<Envelope.WireAddress> place,
            boolean shielded) {
        HandOver who =
                new HandOver(
                        moves.stage(), moves.what(), Optional.empty(), moves.by(), moves.told());
        add(
                people,
                who,
                envelope.when(),
                place,
                raised(placed(shielded, Sensitivity.CORE)),
                references());
        moves.reason()
                .filter(why -> !why.isBlank())
                .ifPresent(why ->
                        add(
                                people,
                                new Note(why),
                                envelope.when(),
                                Optional.empty(),
                                raised(placed(shielded, Kinds.of(Note.class).sensitivity())),
                                references()));
    }

    /** The class of what is told with a place. */
    private static Sensitivity placed(boolean shielded, Sensitivity otherwise) {
        return shielded ? Sensitivity.ADDRESS_SHIELDED : otherwise;
    }

    /** What is decided or said on a question is of the question's class, whoever sends it. */
    private static Sensitivity lowest(Kinds.Kind kind, Body body) {
        return body instanceof Disclosure d && d.step().isPresent()
                ? Kinds.of(DisclosureAsked.class).sensitivity()
                : kind.sensitivity();
    }

    /** None where it may be one that could not be read. */
    private Optional<Envelope.WireAddress> firstAddress() {
        for (int i = 0; i < envelope.people().size() && !aside.people().contains(i); i++) {
            Optional<Envelope.WireAddress> where = envelope.people().get(i).where();
            if (where.isPresent()) {
                return where;
            }
        }
        return Optional.empty();
    }

    private Body aged(Body body) {
        Optional<LocalDate> day = envelope.when().earliest();
        new JusticeChecks(day, problems).check(body);
        Body filled = VictimAges.filled(body, envelope.people(), day);
        if (VictimAges.contradicts(body, filled)) {
            problems.note(
                    "body.offence.victimAge says an adult, and a victim who is named was a child"
                            + " when it was recorded: the child counts. Send the conviction again,"
                            + " correcting this one, if that is not so.");
        }
        return filled;
    }

    private Sensitivity raised(Sensitivity lowest) {
        return envelope.sensitivity().filter(s -> s.tier() >= lowest.tier()).orElse(lowest);
    }

    private References references() {
        List<MessageRef> regarding = new ArrayList<>();
        for (int i = 0; i < envelope.regarding().size(); i++) {
            Optional<MessageRef> reference =
                    MessageReader.reference(envelope.regarding().get(i), message.sender());
            if (reference.isEmpty()) {
                problems.add(
                        "regarding[" + i + "]",
                        "it names no message",
                        "send an id of your own, or sender/id");
            }
            reference.ifPresent(regarding::add);
        }
        Optional<MessageRef> corrects =
                envelope.corrects().flatMap(c -> MessageReader.reference(c, message.sender()));
        return new References(envelope.to(), regarding, corrects);
    }

    /** Whoever takes an entry back says of whom it was, and not that they live there today. */
    private static boolean saysWhere(Body body) {
        return !(body instanceof Retraction);
    }

    private void describe(
            Envelope.WirePerson person, Participant participant, int index, boolean saysWhere) {
        PersonRole role =
                participant.role() == PersonRole.UNBORN_CHILD
                                || participant.role() == PersonRole.CHILD
                        ? participant.role()
                        : PersonRole.SUBJECT;
        List<Participant> alone = List.of(new Participant(role, participant.record()));
        References correcting = new References(List.of(), List.of(), references().corrects());
        if (person.described()) {
            add(
                    alone,
                    details(person, index),
                    new When.Unknown(),
                    Optional.empty(),
                    Sensitivity.CORE,
                    correcting);
        }
        person.where()
                .filter(_ -> saysWhere)
                .ifPresent(address -> residence(address, alone, correcting));
    }

    private void residence(
            Envelope.WireAddress address, List<Participant> alone, References correcting) {
        PersonBody.Residence residence =
                new PersonBody.Residence(
                        address.stay().orElse(PersonBody.Stay.HOME), address.until());
        When from = address.from().<When>map(When.Day::new).orElseGet(When.Unknown::new);
        Sensitivity sensitivity = placed(address.shielded(), Sensitivity.ADDRESS);
        boolean said =
                facts.stream()
                        .anyMatch(f ->
                                f.body() instanceof PersonBody.Residence
                                        && f.participants()
                                                .getFirst()
                                                .record()
                                                .equals(alone.getFirst().record()));
        if (!said) {
            add(alone, residence, from, Optional.of(address), sensitivity, correcting);
        }
    }

    private PersonBody.Person details(Envelope.WirePerson person, int index) {
        return new PersonBody.Person(
                person.names().stream().map(Splitting::name).toList(),
                person.dateOfBirth(),
                person.sex(),
                identifiers(person, index),
                person.phones(),
                person.emails(),
                person.died(),
                person.expected());
    }

    private static PersonBody.PersonName name(Envelope.WireName name) {
        List<String> given =
                name.given().stream()
                        .flatMap(g -> Stream.of(g.strip().split("\\s+", -1)))
                        .filter(g -> !g.isEmpty())
                        .toList();
        return new PersonBody.PersonName(
                given,
                name.family().orElse(""),
                name.use().orElse(PersonBody.PersonName.Use.CURRENT));
    }

    /** A number whose check fails is set aside, and the sender is told; the rest is still read. */
    private List<Identifier> identifiers(Envelope.WirePerson person, int index) {
        List<Identifier> valid = new ArrayList<>();
        for (int i = 0; i < person.identifiers().size(); i++) {
            Envelope.WireIdentifier sent = person.identifiers().get(i);
            if (sent.value().isEmpty()) {
                continue;
            }
            switch (Identifier.parse(
                    sent.type(), sent.value().get(), message.sender(), recordedYear())) {
                case Parsed.Valid<Identifier> ok -> valid.add(ok.value());
                case Parsed.Invalid<Identifier> bad ->
                        problems.note(
                                "people[%d].identifiers[%d] was set aside: %s. %s"
                                        .formatted(index, i, bad.reason(), bad.advice()));
            }
        }
        return valid;
    }

    private Year recordedYear() {
        return Year.of(London.day(recorded).getYear());
    }

    private void add(
            List<Participant> people,
            Body body,
            When happened,
            Optional<Envelope.WireAddress> place,
            Sensitivity sensitivity,
            References references) {
        Optional<Address> address = place.flatMap(Envelope.WireAddress::written);
        facts.add(
                new Fact(
                        new FactId(message, facts.size()),
                        0,
                        people,
                        body,
                        new Times(happened, recorded, sent, received),
                        address,
                        sensitivity,
                        references));
    }
}
