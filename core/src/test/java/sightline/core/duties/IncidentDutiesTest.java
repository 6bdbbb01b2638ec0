package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.PARTY;
import static sightline.core.facts.PersonRole.REFERRER;
import static sightline.core.facts.PersonRole.SUSPECT;
import static sightline.core.facts.PersonRole.VICTIM;
import static sightline.core.story.Phrases.birth;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.directory.SchoolDays;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.PoliceBody.MaracHeard;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.facts.PoliceBody.SchoolTold;
import sightline.core.facts.SchoolBody.Concern;
import sightline.core.facts.SchoolBody.HomeEducation;
import sightline.core.facts.SchoolBody.SchoolRoll;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.Period;
import sightline.core.screening.AbuseNearChild;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Parameters;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows from an incident of domestic abuse near a child, and by when. */
final class IncidentDutiesTest {
    /** A Friday night; the next school day is Monday 6 November. */
    private static final String NIGHT = "2023-11-03T23:10";

    private static final String DECIDE =
            "Decide whether the incident was domestic, in time to tell the school";

    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who baby = story.person("baby", "2022-03-01");
    private final Who mother = story.person("mother", "1985-01-08");
    private final Who father = story.person("father", "1980-01-09");
    private final Who she = story.person("she", "1985-01");
    private final Who he = story.person("he", "1980-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @BeforeEach
    void family() {
        for (Who each : List.of(child, baby)) {
            story.at("2022-03-02T09:00")
                    .from("maternity")
                    .about(each)
                    .with(MOTHER, mother)
                    .with(FATHER, father)
                    .happened(each.equals(baby) ? "2022-03-01" : "2015-03-01")
                    .says(birth());
        }
        story.at("2022-09-01T09:00")
                .from("school")
                .about(child)
                .says(new SchoolRoll(true, Optional.empty()));
    }

    @Test
    void aFlaggedLogIsOwedToTheSchoolBeforeTheNextSchoolDay() {
        log(NIGHT, true);

        Duty duty = only("encompass", child, NIGHT);

        assertThat(duty.due()).isEqualTo(Story.instant("2023-11-06T08:40"));
        assertThat(duty.owedBy())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/police-triage");
        assertThat(String.join(" ", duty.counted())).contains("8:40am", "unconfirmed");
        assertThat(duty.state()).isInstanceOf(Duty.State.Running.class);
    }

    @Test
    void toldInTimeItIsDoneAndToldLateItIsLate() {
        Fact log = log(NIGHT, true);
        told("2023-11-06T08:39", log);

        assertThat(only("encompass", child, "2023-11-07T09:00").state())
                .isInstanceOfSatisfying(
                        Duty.State.Discharged.class, d -> assertThat(d.late()).isFalse());
    }

    @Test
    void untoldAtTheStartOfSchoolTheSergeantIsTold() {
        log(NIGHT, true);

        assertThat(only("encompass", child, "2023-11-06T08:39").state().open()).isTrue();
        Duty late = only("encompass", child, "2023-11-06T08:40");
        assertThat(late.state()).isInstanceOf(Duty.State.Overdue.class);
        assertThat(late.rungs().getFirst().to())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/duty-sergeant");
    }

    @Test
    void toldOfAnotherIncidentIsNotToldOfThis() {
        Fact before = log("2023-10-20T23:10", true);
        log(NIGHT, true);
        told("2023-11-06T08:00", before);

        assertThat(open("encompass", child, "2023-11-06T09:00")).hasSize(1);
    }

    @Test
    void theClockRunsFromAttendanceWheneverItWasDecided() {
        Fact log = log(NIGHT, false);
        decided("2023-11-07T10:00", log, true);

        assertThat(all("encompass", child, "2023-11-06T10:00")).isEmpty();
        assertThat(only("encompass", child, "2023-11-07T10:00").due())
                .isEqualTo(Story.instant("2023-11-06T08:40"));
    }

    @Test
    void undecidedTwoHoursBeforeSchoolTheSergeantIsTold() {
        log(NIGHT, false);

        Duty running = only("encompass.triage", child, "2023-11-06T06:39");
        assertThat(running.due()).isEqualTo(Story.instant("2023-11-06T06:40"));
        assertThat(running.state()).isInstanceOf(Duty.State.Running.class);
        assertThat(only("encompass.triage", child, "2023-11-06T06:40").rungs().getFirst().to())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/duty-sergeant");
    }

    @Test
    void decidedEitherWayItIsDecidedAndOnlyOneWayFollows() {
        Fact log = log(NIGHT, false);
        decided("2023-11-04T06:00", log, false);

        assertThat(only("encompass.triage", child, "2023-11-07T09:00").state())
                .isInstanceOf(Duty.State.Discharged.class);
        assertThat(all("encompass", child, "2023-11-07T09:00")).isEmpty();
    }

    @Test
    void aSuspicionFirstKnownAfterSchoolBeganIsLateFromTheFirst() {
        loggedLate("2023-11-06T08:40");

        Duty late = only("encompass.triage", child, "2023-11-06T08:40");

        assertThat(late.due()).isEqualTo(Story.instant("2023-11-06T06:40"));
        assertThat(late.startedAt()).isEqualTo(Story.instant("2023-11-06T08:40"));
        assertThat(late.state()).isInstanceOf(Duty.State.Overdue.class);
        assertThat(toldBy(late, "2023-11-06T08:40"))
                .containsExactly("westmarsh-police/duty-sergeant");
    }

    @Test
    void whoIsToldOfALateSuspicionIsCountedFromWhenItWasKnown() {
        loggedLate("2023-11-20T12:00");

        Duty late = only("encompass.triage", child, "2023-11-20T14:00");

        assertThat(toldBy(late, "2023-11-20T12:00"))
                .containsExactly("westmarsh-police/duty-sergeant");
        assertThat(toldBy(late, "2023-11-20T14:00"))
                .containsExactly(
                        "westmarsh-police/duty-sergeant",
                        "westmarsh-police/vulnerability-supervisor");
    }

    @Test
    void aTieThatIsKnownLaterMakesALateSuspicion() {
        Who other = story.person("other", "1981-01-01");
        Who hers = story.person("hers", "2014-05-01");
        story.at(NIGHT).from("police").with(PARTY, mother).with(PARTY, other).says(incident(false));
        assertThat(all("encompass.triage", hers, "2023-11-15T12:00")).isEmpty();
        story.at("2023-11-15T12:30")
                .from("gp")
                .about(hers)
                .with(MOTHER, mother)
                .with(FATHER, other)
                .happened("2014-05-01")
                .says(birth());

        Duty late = only("encompass.triage", hers, "2023-11-15T12:30");

        assertThat(late.state()).isInstanceOf(Duty.State.Overdue.class);
        assertThat(late.startedAt()).isEqualTo(Story.instant("2023-11-15T12:30"));
    }

    @Test
    void confirmedAfterSchoolBeganTheSchoolIsToldLateFromThatMoment() {
        Fact log = loggedLate("2023-11-06T08:40");
        decided("2023-11-09T10:00", log, true);

        Duty school = only("encompass", child, "2023-11-09T10:00");

        assertThat(school.due()).isEqualTo(Story.instant("2023-11-06T08:40"));
        assertThat(school.state()).isInstanceOf(Duty.State.Overdue.class);
        assertThat(toldBy(school, "2023-11-09T10:00"))
                .containsExactly("westmarsh-police/duty-sergeant");
        assertThat(only("encompass.triage", child, "2023-11-09T10:00").state())
                .isInstanceOf(Duty.State.Discharged.class);
    }

    @Test
    void theSchoolsOwnDaysCountAcrossAHoliday() {
        log(NIGHT, true);
        var days =
                new SchoolDays(
                        Story.agency("school"),
                        LocalTime.of(9, 10),
                        List.of(
                                new Period(
                                        Optional.of(LocalDate.of(2023, 11, 13)),
                                        Optional.of(LocalDate.of(2023, 12, 22)))),
                        Set.of());
        Situation plain = story.situation(child, NIGHT);
        Situation entered =
                new Situation(
                        plain.around(), plain.now(), Story.westmarsh(days), Parameters.DEFAULT);

        Duty duty =
                derivation.derive(entered).duties().stream()
                        .filter(d -> d.clock().value().equals("encompass"))
                        .findFirst()
                        .orElseThrow();

        assertThat(duty.due()).isEqualTo(Story.instant("2023-11-13T09:10"));
        assertThat(String.join(" ", duty.counted())).doesNotContain("unconfirmed");
    }

    @Test
    void ofAChildTaughtAtHomeTheCouncilIsToldByNine() {
        story.at("2023-09-01T09:00").from("school").about(child).says(new HomeEducation(true));
        log(NIGHT, true);

        Duty duty = only("encompass", child, NIGHT);

        assertThat(duty.title()).contains("council");
        assertThat(duty.due()).isEqualTo(Story.instant("2023-11-06T09:00"));
    }

    @Test
    void ofAChildUnderFiveTheHealthVisitorIsToldTheSameDay() {
        log(NIGHT, true);

        assertThat(all("encompass", baby, NIGHT)).isEmpty();
        assertThat(only("encompass.health-visitor", baby, NIGHT).due())
                .isEqualTo(Story.instant("2023-11-04T00:00"));
        assertThat(all("encompass.health-visitor", child, NIGHT)).isEmpty();
    }

    @Test
    void whereAnAdultOfTheIncidentWorksAtTheSchoolItIsHeldForAPerson() {
        story.at("2023-01-10T09:00")
                .from("school")
                .about(story.person("pupil", "2014-01-01"))
                .with(REFERRER, father)
                .says(new Concern(Concern.Topic.OTHER, Optional.empty(), false));
        log(NIGHT, true);

        Duty duty = only("encompass", child, NIGHT);

        assertThat(duty.title()).contains("works there");
        assertThat(duty.owedBy())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/duty-sergeant");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-11-03, 1",
        "2022-11-02, 0",
        "2023-11-03, 1",
        "2023-11-04, 0",
    })
    void aRepeatIsOneFromTheMeetingToItsAnniversary(String meeting, int repeats) {
        story.at("2022-05-01T09:00").from("police").about(mother).says(incident(false));
        story.at("2023-11-03T22:00")
                .from("police")
                .about(mother)
                .with(PARTY, father)
                .happened(meeting)
                .says(new MaracHeard(Optional.empty()));
        log(NIGHT, true);

        assertThat(all("marac.repeat", mother, NIGHT)).hasSize(repeats);
        assertThat(all("marac.repeat", father, NIGHT)).isEmpty();
    }

    @Test
    void aMaracAboutOthersIsNoRepeat() {
        story.at("2023-10-01T09:00")
                .from("police")
                .about(mother)
                .with(PARTY, story.person("other", "1980-01-01"))
                .says(new MaracHeard(Optional.empty()));
        log(NIGHT, true);

        assertThat(all("marac.repeat", mother, NIGHT)).isEmpty();
    }

    @Test
    void oneInFiveDecisionsThatItWasNotIsReadByASecondPerson() {
        int read = 0;
        for (int i = 0; i < 100; i++) {
            String day = LocalDate.of(2023, 1, 2).plusDays(i).toString();
            Fact decision = decided(day + "T12:00", log(day + "T10:00", false), false);
            read += AbuseNearChild.readAgain(decision) ? 1 : 0;
        }
        List<Duty> owed = all("incident.second", mother, "2023-12-01T00:00");

        assertThat(owed).hasSize(read);
        assertThat(read).isBetween(8, 34);
        assertThat(owed.getFirst().owedBy())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/vulnerability-supervisor");
    }

    /** The log knows them by name and month of birth; nobody has decided that it is they. */
    @Test
    void whereNobodyHasDecidedWhoThePartiesAreThePoliceFindOutInTimeForTheSchool() {
        Fact log =
                story.at(NIGHT)
                        .from("police")
                        .with(VICTIM, she)
                        .with(SUSPECT, he)
                        .says(incident(true));
        assertThat(all("encompass.triage", child, NIGHT)).isEmpty();

        story.undecided(she, mother);
        story.undecided(he, father);

        assertThat(all("encompass", child, NIGHT)).isEmpty();
        Duty duty = only("encompass.triage", child, NIGHT);
        assertThat(duty.due()).isEqualTo(Story.instant("2023-11-06T06:40"));
        assertThat(duty.owedBy())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/police-triage");
        told("2023-11-04T09:00", log);
        assertThat(open("encompass.triage", child, "2023-11-04T09:00")).isEmpty();
    }

    /** That it was domestic says nothing of whose family it was; that it was not, ends it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoseFamilyItIsStaysToBeFoundOutOnceItIsConfirmed(boolean flagged) {
        Fact log = undecidedLog(flagged);
        decidedOfItsParties("2023-11-04T06:00", log, true);

        assertThat(open("encompass.triage", child, "2023-11-04T06:00"))
                .extracting(Duty::title)
                .containsExactly(
                        "Find out whose family the domestic incident concerns, in time to tell the"
                                + " school");

        decidedOfItsParties("2023-11-04T09:00", log, false);
        assertThat(open("encompass.triage", child, "2023-11-04T09:00")).isEmpty();
    }

    /** Of whom it does not tell, by more than a slip, it is asked, and where one may be theirs. */
    @ParameterizedTest
    @CsvSource({
        "1982-02-01, 1978-04-09, 0",
        "1982-02-01, '', 1",
        "1982-02-01, 1980-01-09, 1",
        "1982-02-01, 1980-09-01, 1",
        "1982-02-01, 1980-01-19, 1",
        "1982-02-01, 1980-07-09, 1",
        "1982-02-01, 1960-01-09, 1",
        "1982-02-01, 1980-01-01, 1",
        "1982-02-01, 1978-01-01, 1",
        "1982-02-01, 1960-04-09, 0",
        "1982-02, 1978-04, 1",
        "'', '', 1"
    })
    void whomAFullDateOfBirthTellsFromTheFamilyIsNotAskedAfter(String hers, String his, int asked) {
        bornToo(she, hers);
        bornToo(he, his);
        undecidedLog(true);

        assertThat(open("encompass.triage", child, NIGHT)).hasSize(asked);
    }

    /** Nobody is left out for a slip in one where the other agrees. */
    @ParameterizedTest
    @CsvSource({
        "nhs, 9990421013, 1985-01, 0",
        "nhs, 9990420017, 1985-01, 1",
        "nhs, 9990420017, 1982-02-01, 1",
        "nhs, 9990421013, 1985-01-08, 1",
        "passport, 9990421013, 1985-01, 1"
    })
    void whomANumberTellsFromTheFamilyIsNotAskedAfter(
            String type, String number, String born, int asked) {
        IdentifierType kind = IdentifierType.of(type).orElseThrow();
        known(mother, kind, "9990420017");
        known(she, kind, number);
        bornToo(she, born);
        bornToo(he, "1978-04-09");
        undecidedLog(true);

        assertThat(open("encompass.triage", child, NIGHT)).hasSize(asked);
    }

    /** Nobody says it where no day is given. */
    private void bornToo(Who who, String day) {
        if (!day.isEmpty()) {
            assertThat(story.person(who.label(), day)).isEqualTo(who);
        }
    }

    private void known(Who who, IdentifierType type, String number) {
        story.at("2023-01-02T09:00")
                .from("police")
                .about(who)
                .says(
                        new PersonBody.Person(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Identifier(type, number)),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** Whom the decision names are nobody who is near the child. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDecisionOnALogOfWhoOnlyMayBeTheFamilyEndsThatItIsOwedReadAloneAndTogether(
            boolean domestic) {
        Fact log = undecidedLog(false);
        assertThat(open("encompass.triage", child, NIGHT))
                .extracting(Duty::title)
                .containsExactly(DECIDE);
        decidedOfItsParties("2023-11-04T06:00", log, domestic);

        assertThat(open("encompass.triage", child, "2023-11-04T06:00"))
                .extracting(Duty::title)
                .doesNotContain(DECIDE);
        assertThat(together("2023-11-04T06:00"))
                .isEqualTo(derivation.derive(story.situation(child, "2023-11-04T06:00")));
    }

    private Fact undecidedLog(boolean flagged) {
        story.undecided(she, mother);
        story.undecided(he, father);
        return story.at(NIGHT)
                .from("police")
                .with(VICTIM, she)
                .with(SUSPECT, he)
                .says(
                        new PoliceIncident(
                                LogClass.ASSAULT, flagged, false, false, Optional.empty()));
    }

    private void decidedOfItsParties(String when, Fact log, boolean domestic) {
        story.at(when)
                .from("police")
                .with(VICTIM, she)
                .with(SUSPECT, he)
                .regarding(log)
                .says(new IncidentDecided(domestic, Optional.empty()));
    }

    /** The same of the child, read in a batch with those whom the log names. */
    private Derived together(String at) {
        Situation alone = story.situation(child, at);
        Neighbourhood among =
                new NeighbourhoodReader(story.known(alone.now()), Bounds.DEFAULT)
                        .read(List.of(child.id(), she.id(), he.id()))
                        .get(child.id());
        assertThat(among).isNotNull();
        return derivation.derive(
                new Situation(among, alone.now(), alone.directory(), alone.parameters()));
    }

    private Fact log(String when, boolean flagged) {
        return story.at(when)
                .from("police")
                .with(VICTIM, mother)
                .with(SUSPECT, father)
                .says(incident(flagged));
    }

    /** The night's log, without a flag, written and sent days after. */
    private Fact loggedLate(String received) {
        return story.at(received)
                .from("police")
                .with(PARTY, mother)
                .with(PARTY, father)
                .happened("2023-11-03T23:10Z")
                .says(incident(false));
    }

    private static List<String> toldBy(Duty duty, String at) {
        return duty.rungs().stream()
                .filter(t -> !t.at().isAfter(Story.instant(at)))
                .flatMap(t -> t.to().stream())
                .map(Recipient::text)
                .toList();
    }

    private static PoliceIncident incident(boolean flagged) {
        return new PoliceIncident(LogClass.DISPUTE, flagged, false, false, Optional.empty());
    }

    private Fact decided(String when, Fact log, boolean domestic) {
        return story.at(when)
                .from("police")
                .about(mother)
                .regarding(log)
                .says(new IncidentDecided(domestic, Optional.empty()));
    }

    private void told(String when, Fact log) {
        story.at(when)
                .from("police")
                .about(child)
                .regarding(log)
                .says(new SchoolTold(Optional.empty()));
    }

    private Duty only(String clock, Who subject, String at) {
        assertThat(all(clock, subject, at)).hasSize(1);
        return all(clock, subject, at).getFirst();
    }

    private List<Duty> open(String clock, Who subject, String at) {
        return all(clock, subject, at).stream().filter(d -> d.state().open()).toList();
    }

    private List<Duty> all(String clock, Who subject, String at) {
        return derivation.derive(story.situation(subject, at)).duties().stream()
                .filter(d -> d.clock().value().equals(clock))
                .toList();
    }
}
