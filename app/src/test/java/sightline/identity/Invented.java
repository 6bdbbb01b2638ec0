package sightline.identity;

import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.Times;
import sightline.core.identity.Decision;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.Verdict;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.population.AgencyRecord;
import sightline.population.PersonId;
import sightline.population.Population;
import sightline.population.Settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The agency records of an invented population, with whose they truly are. */
final class Invented {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final int RECORDS_A_PERSON = 2;

    /** What each record says: who somebody is and, where known, where they live. */
    final List<List<Fact>> facts = new ArrayList<>();

    final List<RecordDetails> records = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final Map<SourceRecord, PersonId> truth = new HashMap<>();

    Invented(long seed, int count) {
        var settings =
                Settings.of(
                        seed,
                        Math.max(50, count / RECORDS_A_PERSON),
                        LocalDate.of(2024, 9, 2),
                        LocalDate.of(2024, 12, 2));
        var all = new Population(settings).sourceRecords();
        while (all.hasNext() && records.size() < count) {
            var next = all.next();
            add(next.record(), next.person());
        }
        if (records.size() < count) {
            throw new IllegalStateException("only " + records.size() + " records were made");
        }
        decide(new Random(seed), count / 20);
    }

    private void add(AgencyRecord written, PersonId person) {
        var record =
                new SourceRecord(new AgencyId(written.id().agencyId()), written.id().localId());
        truth.put(record, person);
        var said = new ArrayList<Fact>();
        said.add(fact(record, 0, person(written), Optional.empty()));
        if (written.address() != null) {
            var home = new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty());
            said.add(fact(record, 1, home, Optional.of(address(written.address()))));
        }
        facts.add(said);
        records.add(new DetailsOf(said, _ -> true).of(record));
    }

    private static Fact fact(SourceRecord record, int ordinal, Body body, Optional<Address> place) {
        return new Fact(
                new FactId(
                        new MessageRef(record.agency(), new MessageId("of-" + record.localId())),
                        ordinal),
                0,
                List.of(new Participant(PersonRole.SUBJECT, record)),
                body,
                new Times(new When.Unknown(), MONDAY, MONDAY),
                place,
                Sensitivity.CORE,
                References.NONE);
    }

    private static Address address(sightline.population.Address written) {
        return new Address(
                new Text(written.line()),
                Optional.of(written.postcode()).filter(code -> !code.isBlank()),
                Optional.ofNullable(written.uprn()),
                false);
    }

    private static PersonBody.Person person(AgencyRecord written) {
        var given =
                Stream.of(written.forename(), written.middleNames())
                        .filter(name -> !name.isBlank())
                        .toList();
        var sex = written.sex().toUpperCase(Locale.ROOT);
        return new PersonBody.Person(
                List.of(
                        new PersonBody.PersonName(
                                given, written.surname(), PersonBody.PersonName.Use.CURRENT)),
                PartialDate.read(written.dateOfBirth()),
                sex.isEmpty() ? Optional.empty() : Optional.of(PersonBody.Sex.valueOf(sex)),
                numbers(written),
                contact(written, "phone"),
                contact(written, "email"),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> contact(AgencyRecord written, String scheme) {
        return Optional.ofNullable(written.identifiers().get(scheme)).stream().toList();
    }

    private static List<Identifier> numbers(AgencyRecord written) {
        return Stream.of(
                        IdentifierType.NHS,
                        IdentifierType.UPN,
                        IdentifierType.PNC,
                        IdentifierType.CRN)
                .flatMap(type ->
                        Optional.ofNullable(written.identifiers().get(type.slug())).stream()
                                .flatMap(raw -> Identifier.parse(type, raw).toOptional().stream()))
                .toList();
    }

    /** Decisions about random pairs, newer and older ones against each other. */
    private void decide(Random random, int count) {
        for (var i = 0; i < count; i++) {
            var first = random.nextInt(records.size() - 1);
            var second = Math.min(records.size() - 1, first + 1 + random.nextInt(6));
            decisions.add(
                    new Decision(
                            records.get(first).record(),
                            records.get(second).record(),
                            VERDICTS.get(random.nextInt(VERDICTS.size())),
                            "worker-7",
                            MONDAY.plusSeconds(i / 3 * 86_400L)));
        }
    }
}
