package sightline.core.identity;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Uprn;
import sightline.core.kernel.When;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What facts say about who a record's person is: a pure function of the facts that count, in ledger
 * order. Sealed facts say nothing here, so that a shielded address never joins anybody.
 */
public final class DetailsOf {
    private final Map<SourceRecord, List<Fact>> byRecord = new HashMap<>();

    /**
     * @param facts all that the wanted records and their mothers take part in, in any order
     * @param counts false for what its sender corrected or took back
     */
    public DetailsOf(Collection<Fact> facts, Predicate<Fact> counts) {
        var seen = new HashSet<>();
        facts.stream()
                .filter(fact -> !fact.sensitivity().apart())
                .filter(counts)
                .filter(fact -> seen.add(fact.id()))
                .sorted(Comparator.comparingLong(Fact::position))
                .forEach(this::add);
    }

    private void add(Fact fact) {
        fact.participants().stream()
                .map(Participant::record)
                .distinct()
                .forEach(record ->
                        byRecord.computeIfAbsent(record, it -> new ArrayList<>()).add(fact));
    }

    /** The records about whose person a fact says anything. */
    public static Set<SourceRecord> told(Fact fact) {
        var told = new HashSet<SourceRecord>();
        if (fact.sensitivity().apart()) {
            return told;
        }
        switch (fact.body()) {
            case PersonBody.Person _, PersonBody.Residence _, HousingBody.Tenancy _ ->
                    fact.subject().ifPresent(told::add);
            case HealthBody.Birth _ -> fact.subject().ifPresent(told::add);
            default -> {}
        }
        fact.in(PersonRole.UNBORN_CHILD).forEach(told::add);
        for (var participant : fact.participants()) {
            if (motherOf(participant.record(), fact).isPresent()) {
                told.add(participant.record());
            }
        }
        return told;
    }

    /** The record of the mother of this record's person, at the same agency. */
    public Optional<SourceRecord> motherOf(SourceRecord record) {
        return facts(record).stream()
                .flatMap(fact -> motherOf(record, fact).stream())
                .reduce((_, later) -> later);
    }

    private static Optional<SourceRecord> motherOf(SourceRecord child, Fact fact) {
        if (!isChild(child, fact)) {
            return Optional.empty();
        }
        return mothers(fact).stream()
                .filter(mother -> mother.agency().equals(child.agency()))
                .filter(mother -> !mother.equals(child))
                .findFirst();
    }

    /** Where a child is named, whoever else the fact is about is not the mother's child. */
    private static boolean isChild(SourceRecord record, Fact fact) {
        var named =
                fact.participants().stream()
                        .filter(it -> isChild(it.role()))
                        .map(Participant::record)
                        .toList();
        return named.isEmpty()
                ? fact.subject().filter(record::equals).isPresent()
                : named.contains(record);
    }

    private static boolean isChild(PersonRole role) {
        return role == PersonRole.CHILD || role == PersonRole.UNBORN_CHILD;
    }

    private static List<SourceRecord> mothers(Fact fact) {
        var mothers = fact.in(PersonRole.MOTHER).toList();
        if (!mothers.isEmpty()) {
            return mothers;
        }
        return switch (fact.body()) {
            case PersonBody.Relationship tie when tie.tie() == PersonBody.Tie.MOTHER ->
                    fact.participants().stream().skip(1).map(Participant::record).toList();
            case HealthBody.PregnancyBooked _ -> fact.subject().stream().toList();
            default -> List.of();
        };
    }

    /** The details of a record; nothing is known where no fact says anything. */
    public RecordDetails of(SourceRecord record) {
        var details = RecordDetails.about(record);
        for (var fact : facts(record)) {
            if (fact.subject().filter(record::equals).isPresent()) {
                subject(fact, details);
            }
            if (fact.in(PersonRole.UNBORN_CHILD).anyMatch(record::equals)) {
                details.unborn(expected(record));
            }
        }
        motherOf(record).map(this::mother).ifPresent(details::mother);
        return details.build();
    }

    private List<Fact> facts(SourceRecord record) {
        return byRecord.getOrDefault(record, List.of());
    }

    private static void subject(Fact fact, RecordDetails.Builder details) {
        switch (fact.body()) {
            case PersonBody.Person person -> person(person, details);
            // Where somebody was found or seen on a visit says nothing of who they are.
            case PersonBody.Residence visit when visit.stay() == PersonBody.Stay.VISITING -> {}
            case PersonBody.Residence residence ->
                    fact.place()
                            .ifPresent(place ->
                                    details.at(place(place), period(fact, residence.until())));
            case HousingBody.Tenancy _ ->
                    fact.place()
                            .ifPresent(place ->
                                    details.at(place(place), period(fact, Optional.empty())));
            case HealthBody.Birth _ -> born(fact.times().happened()).ifPresent(details::born);
            default -> {}
        }
    }

    private static void person(PersonBody.Person person, RecordDetails.Builder details) {
        person.names().forEach(name -> details.name(name(name)));
        person.dateOfBirth().ifPresent(details::born);
        person.sex()
                .ifPresent(sex -> {
                    switch (sex) {
                        case FEMALE -> details.sex(Sex.FEMALE);
                        case MALE -> details.sex(Sex.MALE);
                        case NOT_KNOWN -> {}
                    }
                });
        person.identifiers().forEach(details::identifier);
        person.phones().forEach(details::phone);
        person.emails().forEach(details::email);
        person.died().ifPresent(details::died);
    }

    static RecordName name(PersonBody.PersonName name) {
        var kind =
                switch (name.use()) {
                    case CURRENT -> RecordName.Kind.CURRENT;
                    case BIRTH -> RecordName.Kind.BIRTH;
                    case ALIAS -> RecordName.Kind.ALIAS;
                };
        return new RecordName(name.given(), name.family(), kind);
    }

    private Optional<java.time.LocalDate> expected(SourceRecord unborn) {
        return facts(unborn).stream()
                .flatMap(fact ->
                        switch (fact.body()) {
                            case PersonBody.Person person
                                    when fact.subject().filter(unborn::equals).isPresent() ->
                                    person.expected().stream();
                            case HealthBody.PregnancyBooked booked -> booked.expected().stream();
                            default -> Stream.empty();
                        })
                .reduce((_, later) -> later);
    }

    private static Optional<PartialDate> born(When happened) {
        return switch (happened) {
            case When.Day(var date) -> Optional.of(new PartialDate.Day(date));
            case When.At at -> at.earliest().map(PartialDate.Day::new);
            case When.Month(var month) -> Optional.of(new PartialDate.Month(month));
            case When.Year(var year) -> Optional.of(new PartialDate.Year(year));
            case When.Window _, When.Unknown _ -> Optional.empty();
        };
    }

    private RecordDetails.Mother mother(SourceRecord mother) {
        return new RecordDetails.Mother(
                Optional.of(mother),
                said(mother, person -> person.identifiers().stream()),
                said(mother, person -> person.names().stream().map(DetailsOf::name)),
                said(mother, person -> person.dateOfBirth().stream()));
    }

    private <T> List<T> said(SourceRecord of, Function<PersonBody.Person, Stream<T>> what) {
        return facts(of).stream()
                .filter(fact -> fact.subject().filter(of::equals).isPresent())
                .map(Fact::body)
                .filter(PersonBody.Person.class::isInstance)
                .flatMap(body -> what.apply((PersonBody.Person) body))
                .distinct()
                .toList();
    }

    private static Period period(Fact fact, Optional<java.time.LocalDate> until) {
        var from = fact.times().happened().earliest();
        return new Period(from, until.filter(last -> from.filter(last::isBefore).isEmpty()));
    }

    /** An address taken apart; a UPRN that cannot be read is left out. */
    public static PlaceKey place(Address address) {
        return PlaceKey.parse(
                new WrittenAddress(
                        address.line().value(),
                        address.postcode(),
                        address.uprn().flatMap(uprn -> Uprn.parse(uprn).toOptional()),
                        address.communal()));
    }
}
