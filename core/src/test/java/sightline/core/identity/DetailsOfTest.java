package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standings;
import sightline.core.facts.Times;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

final class DetailsOfTest {
    private static final AgencyId GP = new AgencyId("westmarsh-gp");
    private static final SourceRecord ORLA = new SourceRecord(GP, "1");
    private static final SourceRecord MAJA = new SourceRecord(GP, "2");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void everyValueThatStandsCounts() {
        tell(When.parse("unknown"), born("2014-05-03", Fixtures.nhs(1)), subject(ORLA));
        tell(When.parse("unknown"), born("2014-05-04"), subject(ORLA));

        var details = details(ORLA);

        assertThat(details.datesOfBirth())
                .containsExactly(PartialDate.parse("2014-05-03"), PartialDate.parse("2014-05-04"));
        assertThat(details.identifiers()).containsExactly(Fixtures.nhs(1));
        assertThat(details.names())
                .containsExactly(
                        new RecordName(List.of("Orla"), "Penhallow", RecordName.Kind.CURRENT));
    }

    @Test
    void whatItsSenderTookBackDoesNotCount() {
        var wrong = tell(When.parse("unknown"), born("2014-05-03"), subject(ORLA));
        retract(wrong.id().message());

        assertThat(details(ORLA)).isEqualTo(RecordDetails.about(ORLA).build());
    }

    @Test
    void aResidenceIsAStayAndAShieldedOneIsNot() {
        var home = new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty());
        tellAt("12 Heron Way, Westmarsh", When.parse("2020-01-01"), Sensitivity.ADDRESS, home);
        tellAt("3 Mill Row, Westmarsh", When.parse("2021"), Sensitivity.ADDRESS_SHIELDED, home);

        assertThat(details(ORLA).stays())
                .containsExactly(
                        new RecordDetails.Stay(
                                PlaceKey.parse("12 Heron Way, Westmarsh"),
                                Period.from(LocalDate.parse("2020-01-01"))));
    }

    @Test
    void aBirthSaysTheDayAndTheMotherAsTheSameAgencyKnowsHer() {
        tell(When.parse("unknown"), born("1990-01-01", Fixtures.nhs(2)), subject(MAJA));
        tell(
                When.parse("2026-02-20"),
                new HealthBody.Birth(List.of(), false),
                new Participant(PersonRole.CHILD, ORLA),
                new Participant(PersonRole.MOTHER, MAJA));

        var details = details(ORLA);

        assertThat(details.datesOfBirth()).containsExactly(PartialDate.parse("2026-02-20"));
        var mother = details.mother().orElseThrow();
        assertThat(mother.record()).contains(MAJA);
        assertThat(mother.identifiers()).containsExactly(Fixtures.nhs(2));
        assertThat(mother.datesOfBirth()).containsExactly(PartialDate.parse("1990-01-01"));
        assertThat(details(MAJA).mother()).isEmpty();
    }

    @Test
    void aBookingSaysWhenTheUnbornChildIsExpected() {
        tell(
                When.parse("2025-08-01"),
                new HealthBody.PregnancyBooked(Optional.of(LocalDate.parse("2026-02-20")), 1),
                new Participant(PersonRole.MOTHER, MAJA),
                new Participant(PersonRole.UNBORN_CHILD, ORLA));

        assertThat(details(ORLA).unborn())
                .contains(new RecordDetails.Unborn(Optional.of(LocalDate.parse("2026-02-20"))));
        assertThat(details(MAJA).unborn()).isEmpty();
        assertThat(DetailsOf.told(facts.getFirst())).containsExactly(ORLA);
    }

    @Test
    void whereAChildIsNamedTheMotherIsTheChildsOnly() {
        var father = new SourceRecord(GP, "3");
        tell(
                When.parse("unknown"),
                new SharedBody.Note(new Text("Seen together.")),
                subject(father),
                new Participant(PersonRole.CHILD, ORLA),
                new Participant(PersonRole.MOTHER, MAJA));

        assertThat(details(father).mother()).isEmpty();
        assertThat(details(ORLA).mother()).isPresent();
    }

    @Test
    void theOrderOfReadingMeansNothing() {
        var seed = Long.getLong("seed", 5L);
        everyValueThatStandsCounts();
        var expected = details(ORLA);
        Collections.shuffle(facts, new Random(seed));

        assertThat(details(ORLA)).as("seed %d", seed).isEqualTo(expected);
    }

    private RecordDetails details(SourceRecord record) {
        var standings = Standings.of(facts);
        return new DetailsOf(facts, fact -> standings.of(fact).counts()).of(record);
    }

    private static Participant subject(SourceRecord record) {
        return new Participant(PersonRole.SUBJECT, record);
    }

    private static PersonBody.Person born(String date, Identifier... numbers) {
        return new PersonBody.Person(
                List.of(
                        new PersonBody.PersonName(
                                List.of("Orla"), "Penhallow", PersonBody.PersonName.Use.CURRENT)),
                Optional.of(PartialDate.parse(date)),
                Optional.empty(),
                List.of(numbers),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Fact tell(When when, Body body, Participant... people) {
        return add(when, body, Optional.empty(), Sensitivity.CORE, References.NONE, people);
    }

    private void tellAt(String line, When when, Sensitivity sensitivity, Body body) {
        var address = new Address(new Text(line), Optional.empty(), Optional.empty(), false);
        add(when, body, Optional.of(address), sensitivity, References.NONE, subject(ORLA));
    }

    private void retract(MessageRef message) {
        var regarding = new References(List.of(), List.of(message), Optional.empty());
        add(
                When.parse("unknown"),
                new SharedBody.Retraction(Optional.empty()),
                Optional.empty(),
                Sensitivity.CORE,
                regarding,
                subject(ORLA));
    }

    private Fact add(
            When when,
            Body body,
            Optional<Address> place,
            Sensitivity sensitivity,
            References references,
            Participant... people) {
        var message = new MessageRef(GP, new MessageId("m" + facts.size()));
        var fact =
                new Fact(
                        new FactId(message, 0),
                        facts.size() + 1L,
                        List.of(people),
                        body,
                        new Times(when, NOON, NOON),
                        place,
                        sensitivity,
                        references);
        facts.add(fact);
        return fact;
    }
}
