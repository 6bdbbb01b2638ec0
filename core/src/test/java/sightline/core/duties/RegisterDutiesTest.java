package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.convicted;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.offence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Detained;
import sightline.core.facts.JusticeBody.Detained.Place;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.RegisterNotification.RegisterRisk;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.facts.PoliceBody.PoliceVisit;
import sightline.core.facts.PoliceBody.PoliceVisit.HomeFound;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.register.RegisterEntry;
import sightline.core.register.State;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Recipient;
import sightline.core.screening.Step;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What registered people are to tell is owed by the keeper of the register: due by the register's
 * own pack, late on the police's ladder, with the one area that answers. Invented people.
 */
final class RegisterDutiesTest {
    private static final String KEEPER = "westmarsh-police/register-keeper";

    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void theFirstNoticeIsDueInThreeDaysAndLateItClimbs() {
        entered("2024-03-01T10:00");

        Duty first = notice("initial", "2024-03-01T11:00");
        assertThat(first.title()).startsWith("The first notice (Sexual Offences Act 2003, Part 2)");
        assertThat(first.due()).isEqualTo(London.endOf(day("2024-03-03")));
        assertThat(owners(first)).containsExactly(KEEPER);
        assertThat(first.state()).isInstanceOf(Duty.State.Running.class);
        assertThat(derived("2024-03-01T11:00").recheckAt())
                .isPresent()
                .hasValueSatisfying(
                        at -> assertThat(at).isBeforeOrEqualTo(London.endOf(day("2024-03-03"))));

        assertThat(notice("initial", "2024-03-04T00:00").state())
                .isEqualTo(new Duty.State.Overdue(1));
        Duty late = notice("initial", "2024-03-05T00:00");
        assertThat(late.state()).isEqualTo(new Duty.State.Overdue(2));
        assertThat(late.rungs().getFirst().to())
                .extracting(Recipient::text)
                .containsExactly("westmarsh-police/supervisor");
        assertThat(entry("2024-03-04T09:00").state()).isEqualTo(State.IN_BREACH);
        assertThat(entry("2024-03-04T09:00").due()).contains(day("2024-03-03"));
    }

    @Test
    void aNoticeDischargesItAndTheYearBegins() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);

        assertThat(notice("initial", "2024-03-02T11:00").state())
                .isInstanceOfSatisfying(
                        Duty.State.Discharged.class, d -> assertThat(d.late()).isFalse());
        Duty yearly = notice("periodic", "2024-03-02T11:00");
        assertThat(yearly.due()).isEqualTo(London.endOf(day("2025-03-02")));
        assertThat(entry("2024-03-02T11:00").state()).isEqualTo(State.CURRENT);
    }

    @Test
    void oneWithoutAHomeIsDueEveryWeek() {
        entered("2024-03-01T10:00");
        story.at("2024-03-02T10:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003",
                                NotificationType.INITIAL,
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                Optional.empty()));

        assertThat(notice("periodic", "2024-03-02T11:00").due())
                .isEqualTo(London.endOf(day("2024-03-09")));
    }

    @Test
    void aLateNoticeDischargesLateAndANamedPersonMayDecide() {
        entered("2024-03-01T10:00");
        told("2024-03-06T10:00", NotificationType.INITIAL);
        assertThat(notice("initial", "2024-03-06T11:00").state())
                .isInstanceOfSatisfying(
                        Duty.State.Discharged.class, d -> assertThat(d.late()).isTrue());

        Duty yearly = notice("periodic", "2025-03-10T11:00");
        assertThat(yearly.state()).isInstanceOf(Duty.State.Overdue.class);
        story.at("2025-03-11T10:00")
                .from("police")
                .about(man)
                .says(
                        new SharedBody.DutyEnded(
                                yearly.key(),
                                false,
                                new Text("Told by telephone from hospital"),
                                Optional.empty(),
                                Optional.of(new Text("Inspector"))));
        assertThat(notice("periodic", "2025-03-11T11:00").state())
                .isInstanceOf(Duty.State.Ended.class);
    }

    @Test
    void aHomeThatHousingRecordedIsADifferenceOnceItsTimeToTellIsOver() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        at("2024-03-02T10:00", "police", "1 Mill Lane");
        Fact tenancy = at("2024-06-10T10:00", "housing", "2 Quay Road");

        assertThat(differences("2024-06-12T23:00")).isEmpty();
        assertThat(derived("2024-06-10T11:00").recheckAt())
                .isPresent()
                .hasValueSatisfying(
                        at -> assertThat(at).isBeforeOrEqualTo(London.endOf(day("2024-06-12"))));
        Alert alert = differences("2024-06-13T09:00").getFirst();
        assertThat(alert.newest().headline().value())
                .isEqualTo("Possible missed notification: not yet decided.");
        assertThat(alert.recipients()).extracting(Recipient::text).containsExactly(KEEPER);
        assertThat(alert.newest().path())
                .extracting(Step::text)
                .extracting(Text::value)
                .contains("A new home address recorded, from 10 June 2024")
                .anyMatch(t -> t.contains("is told by 12 June 2024 at the latest"));
        assertThat(alert.newest().evidence()).contains(tenancy.id());
        Duty decide = only("register.decide", "2024-06-13T09:00");
        assertThat(owners(decide)).containsExactly(KEEPER);
        assertThat(decide.due()).isEqualTo(London.endOf(day("2024-06-17")));
    }

    @Test
    void aHomeThatHeToldInTimeIsNone() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        at("2024-03-02T10:00", "police", "1 Mill Lane");
        at("2024-06-10T10:00", "housing", "2 Quay Road");
        told("2024-06-12T10:00", NotificationType.CHANGE_OF_ADDRESS);

        assertThat(differences("2024-06-13T09:00")).isEmpty();
        assertThat(notice("home", "2024-06-13T09:00").state())
                .isInstanceOf(Duty.State.Discharged.class);
    }

    @Test
    void aHomeThatHeToldBeforeItsMessageWasWrittenIsTold() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        at("2024-03-02T10:00", "police", "1 Mill Lane");
        Fact told =
                story.at("2024-06-13T10:00")
                        .from("police")
                        .about(man)
                        .happened("2024-06-10")
                        .says(
                                new RegisterNotification(
                                        "soa-2003",
                                        NotificationType.CHANGE_OF_ADDRESS,
                                        Optional.empty()));
        story.with(told).place("2 Quay Road").says(home());

        assertThat(notices("2024-06-20T09:00")).noneMatch(d -> d.start().contains("/home/"));
        assertThat(entry("2024-06-20T09:00").state()).isEqualTo(State.CURRENT);
    }

    @Test
    void anAddressOfHealthIsSaidToDifferAndNotWhere() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        at("2024-03-02T10:00", "police", "1 Mill Lane");
        Fact address = at("2024-06-10T10:00", "gp", "2 Quay Road");

        Alert alert = differences("2024-06-13T09:00").getFirst();
        List<Step> path = alert.newest().path();
        assertThat(alert.newest().evidence())
                .isNotEmpty()
                .noneMatch(id -> id.text().contains("gp"));
        assertThat(alert.matter() + alert.newest().item()).doesNotContain("gp");
        assertThat(path)
                .extracting(s -> s.text().value())
                .anyMatch(t -> t.startsWith("Address differs, source health."))
                .noneMatch(t -> t.contains("Quay"));
        assertThat(path).noneMatch(s -> s.source().value().contains("gp"));

        story.at("2024-06-14T10:00")
                .from("gp")
                .about(man)
                .regarding(address)
                .says(
                        new SharedBody.Disclosure(
                                true, "public interest, Dr Hale", Optional.of(new Text("risk"))));
        assertThat(differences("2024-06-14T11:00").getFirst().newest().path())
                .extracting(s -> s.text().value())
                .contains("A new home address recorded, from 10 June 2024");
    }

    @Test
    void custodyWithoutAReleaseStopsTheClocksAndIsAsked() {
        sentenced("2024-01-09T12:00", 24);

        assertThat(notices("2024-06-01T09:00")).isEmpty();
        assertThat(entry("2024-06-01T09:00").away()).isPresent();
        assertThat(owed("register.release", "2025-01-08T09:00")).isEmpty();
        Duty asked = only("register.release", "2025-01-09T09:00");
        assertThat(owners(asked)).containsExactly(KEEPER);
        assertThat(asked.due()).isEqualTo(London.endOf(day("2025-01-16")));
        assertThat(only("register.release", "2025-01-17T09:00").state())
                .isInstanceOf(Duty.State.Overdue.class);

        story.at("2025-01-20T10:00")
                .from("prison")
                .about(man)
                .says(new Release(true, Optional.empty()));
        assertThat(open("register.release", "2025-01-20T11:00")).isEmpty();
        assertThat(notice("initial", "2025-01-20T11:00").due())
                .isEqualTo(London.endOf(day("2025-01-22")));
    }

    /**
     * Held, he can tell nothing: the top of the ladder hears every four weeks, since a release may
     * go untold, and daily once that is recorded.
     */
    @ParameterizedTest
    @EnumSource(Place.class)
    void aFirstNoticeMissedBeforeHeWasHeldIsRepeatedEveryFourWeeksUntilTheRelease(Place place) {
        entered("2024-03-01T10:00");
        assertThat(daily(notice("initial", "2024-04-14T10:00"))).isNotEmpty();
        story.at("2024-04-15T10:00")
                .from("police")
                .about(man)
                .says(new Detained(place, Detained.Grounds.REMAND));

        Duty held = notice("initial", "2024-06-01T10:00");
        assertThat(daily(held)).extracting(Duty.Told::day).containsExactly(84, 112);
        assertThat(daily(held))
                .extracting(t -> London.time(t.at()).getHour())
                .containsExactly(9, 9);
        assertThat(held.state()).isEqualTo(new Duty.State.Overdue(held.ladder().size() + 84));
        assertThat(held.counted())
                .last()
                .asString()
                .contains("since 15 April 2024", "from the release");

        story.at("2024-07-01T10:00")
                .from("prison")
                .about(man)
                .says(new Release(false, Optional.empty()));
        assertThat(daily(notice("initial", "2024-07-02T10:00"))).isNotEmpty();
    }

    @Test
    void aFirstNoticeMissedByWhoThenWentAbroadIsRepeatedDaily() {
        entered("2024-03-01T10:00");
        story.at("2024-04-15T10:00")
                .from("border")
                .about(man)
                .says(new BorderEntry(false, Optional.empty()));

        assertThat(entry("2024-06-01T10:00").away()).isPresent();
        assertThat(daily(notice("initial", "2024-06-01T10:00"))).isNotEmpty();
    }

    private static List<Duty.Told> daily(Duty duty) {
        return duty.rungs().stream().filter(t -> t.day() > 0).toList();
    }

    @Test
    void aHomeRecordedWhileHeIsInCustodyAsRecordedAsksAtOnce() {
        sentenced("2024-01-09T12:00", 24);
        at("2024-05-02T10:00", "housing", "2 Quay Road");

        assertThat(only("register.release", "2024-05-02T11:00").due())
                .isEqualTo(London.endOf(day("2024-05-10")));
    }

    @Test
    void aReleaseRecordedForADayBeforeTheSentenceEndsNoCustodyAndIsAsked() {
        story.at("2024-02-01T10:00")
                .from("prison")
                .about(man)
                .happened("2024-01-02")
                .says(new Release(true, Optional.empty()));
        sentenced("2024-01-09T12:00", 24);

        assertThat(notices("2024-06-01T09:00")).isEmpty();
        assertThat(entry("2024-06-01T09:00").away()).isPresent();
        assertThat(owners(only("register.release", "2025-01-09T09:00"))).containsExactly(KEEPER);
    }

    @Test
    void twoForcesThatBothEnterHimAreOneKeeperAndBothAreKept() {
        entered("2024-03-01T10:00");
        enteredBy("eastholme/police", "2024-03-01T10:30");
        told("2024-03-02T10:00", NotificationType.INITIAL);

        assertThat(owners(notice("periodic", "2024-03-02T11:00"))).containsExactly(KEEPER);
        assertThat(derived("2024-03-02T11:00").registers())
                .filteredOn(e -> e.pack().equals("soa-2003"))
                .extracting(RegisterEntry::keeper)
                .containsExactly(Story.agency("police"));
        assertThat(notices("2024-03-02T11:00").stream().filter(d -> d.state().open()).toList())
                .as("what he is to tell is owed once, not once a force")
                .hasSize(1);

        Duty agree = only("register.forces", "2024-03-02T11:00");
        assertThat(owners(agree)).containsExactly(KEEPER);
        assertThat(agree.due()).isEqualTo(London.endOf(day("2024-03-08")));
        handOver("2024-03-04T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        assertThat(open("register.forces", "2024-03-04T11:00")).hasSize(1);
        handOver("2024-03-05T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        assertThat(entry("2024-03-05T11:00").keeper()).isEqualTo(Story.agency("eastholme/police"));
        assertThat(open("register.forces", "2024-03-05T11:00")).isEmpty();
    }

    @Test
    void anEntryThatTheOtherForceEndedOrThatCameBeforeAHandOverIsNoSecondOne() {
        entered("2024-03-01T10:00");
        assertThat(owed("register.forces", "2024-03-01T11:00")).isEmpty();
        enteredBy("eastholme/police", "2024-03-01T10:30");
        enteredBy("police", "2024-03-01T10:40");
        assertThat(open("register.forces", "2024-03-01T11:00")).hasSize(1);
        story.at("2024-03-02T10:00")
                .from("eastholme/police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003", NotificationType.ENDED, Optional.empty()));
        assertThat(open("register.forces", "2024-03-02T11:00")).isEmpty();
        assertThat(entry("2024-03-02T11:00").state().under())
                .as("the first force's entry stands")
                .isTrue();

        handOver("2024-03-04T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        assertThat(open("register.forces", "2024-03-04T11:00"))
                .as("who handed him over has entered him once, and answers no more")
                .isEmpty();
    }

    private void enteredBy(String force, String at) {
        story.at(at)
                .from(force)
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003", NotificationType.ENTERED, Optional.empty()));
    }

    @Test
    void heIsTheirsUntilAnotherAreaHasAccepted() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        handOver("2024-06-10T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        assertThat(owners(notice("periodic", "2024-06-10T11:00"))).containsExactly(KEEPER);
        assertThat(entry("2024-06-10T11:00").offeredTo())
                .contains(Story.agency("eastholme/police"));

        handOver("2024-06-12T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        assertThat(owners(notice("periodic", "2024-06-12T11:00")))
                .containsExactly("eastholme-police/register-keeper");
        assertThat(entry("2024-06-12T11:00").offeredTo()).isEmpty();
        assertThat(entry("2024-06-12T11:00").keeper()).isEqualTo(Story.agency("eastholme/police"));
    }

    @Test
    void anOfferIsOwedByBothAndClimbsWithBoth() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        handOver("2024-06-10T10:00", "police", HandOverStage.OFFERED, "eastholme/police");

        Duty move = only("register.move", "2024-06-10T11:00");
        assertThat(owners(move))
                .containsExactlyInAnyOrder("eastholme-police/register-keeper", KEEPER);
        assertThat(move.due()).isEqualTo(London.endOf(day("2024-06-12")));
        Duty late = only("register.move", "2024-06-13T01:00");
        assertThat(late.rungs().getFirst().to())
                .extracting(Recipient::text)
                .containsExactlyInAnyOrder(
                        "eastholme-police/supervisor", "westmarsh-police/supervisor");
    }

    @Test
    void nobodyElseAcceptsOrRefusesHimForThoseWhoWereAsked() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        handOver("2024-06-10T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        handOver("2024-06-10T11:00", "housing", HandOverStage.ACCEPTED, "police");
        handOver("2024-06-10T12:00", "gp", HandOverStage.REFUSED, "police");

        RegisterEntry entry = entry("2024-06-10T13:00");
        assertThat(entry.keeper()).isEqualTo(Story.agency("police"));
        assertThat(entry.offeredTo()).contains(Story.agency("eastholme/police"));
        assertThat(open("register.move", "2024-06-10T13:00")).hasSize(1);
        assertThat(open("register.refused", "2024-06-10T13:00")).isEmpty();
    }

    @Test
    void anAnswerToAnOfferOfBeforeEndsNothingOfTheNext() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        Fact first =
                handOver("2024-06-10T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        handOver("2024-06-10T11:00", "police", HandOverStage.WITHDRAWN, "eastholme/police");
        handOver("2024-06-10T12:00", "police", HandOverStage.OFFERED, "eastholme/police");
        story.at("2024-06-10T13:00")
                .from("eastholme/police")
                .about(man)
                .to("police")
                .regarding(first)
                .says(new HandOver(HandOverStage.ACCEPTED, HandOver.Handed.REGISTERED_PERSON));

        assertThat(entry("2024-06-10T14:00").keeper()).isEqualTo(Story.agency("police"));
        assertThat(open("register.move", "2024-06-10T14:00")).hasSize(1);
    }

    @Test
    void refusedHeIsStillTheirsAndItIsTheirsToSettle() {
        entered("2024-03-01T10:00");
        told("2024-03-02T10:00", NotificationType.INITIAL);
        handOver("2024-06-10T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        handOver("2024-06-11T10:00", "eastholme/police", HandOverStage.REFUSED, "police");

        assertThat(open("register.move", "2024-06-11T11:00")).isEmpty();
        assertThat(entry("2024-06-11T11:00").offeredTo()).isEmpty();
        assertThat(entry("2024-06-11T11:00").keeper()).isEqualTo(Story.agency("police"));
        Duty settle = only("register.refused", "2024-06-11T11:00");
        assertThat(owners(settle)).containsExactly(KEEPER);
        handOver("2024-06-12T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        assertThat(open("register.refused", "2024-06-12T11:00")).isEmpty();
        assertThat(open("register.move", "2024-06-12T11:00")).hasSize(1);
    }

    @Test
    void anOfferThatWasTakenBackEndsItsClock() {
        entered("2024-03-01T10:00");
        handOver("2024-06-10T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        handOver("2024-06-10T12:00", "police", HandOverStage.WITHDRAWN, "eastholme/police");

        assertThat(open("register.move", "2024-06-10T13:00")).isEmpty();
        assertThat(entry("2024-06-10T13:00").offeredTo()).isEmpty();
    }

    @Test
    void supervisionThatEndsIsAHandOverAndNoExit() {
        entered("2024-03-01T10:00");
        supervised("2024-03-02T10:00", SupervisionStage.STARTED, Optional.of(day("2024-09-30")));

        assertThat(owed("supervision.ending", "2024-09-01T10:00")).isEmpty();
        Duty ending = only("supervision.ending", "2024-09-02T10:00");
        assertThat(owners(ending)).containsExactly("westmarsh-probation/offender-manager");
        assertThat(ending.due()).isEqualTo(London.endOf(day("2024-09-30")));
        supervised("2024-09-30T10:00", SupervisionStage.ENDED, Optional.empty());
        assertThat(only("supervision.ending", "2024-10-02T10:00").state())
                .isInstanceOf(Duty.State.Overdue.class);

        handOver("2024-10-02T11:00", "probation", HandOverStage.OFFERED, "police");
        handOver("2024-10-02T12:00", "police", HandOverStage.ACCEPTED, "probation");
        assertThat(open("supervision.ending", "2024-10-02T13:00")).isEmpty();
    }

    @Test
    void supervisionThatEndedBeforeItsDayIsAskedAtOnceAndHistoryIsNot() {
        entered("2024-03-01T10:00");
        supervised("2024-03-02T10:00", SupervisionStage.STARTED, Optional.of(day("2024-09-30")));
        supervised("2024-06-03T10:00", SupervisionStage.ENDED, Optional.empty());
        assertThat(owed("supervision.ending", "2024-06-03T11:00"))
                .extracting(Duty::due)
                .containsExactly(London.endOf(day("2024-06-10")));

        story.at("2024-06-03T12:00")
                .from("prison")
                .about(man)
                .happened("2015-01-05")
                .says(new Release(true, Optional.of(day("2016-01-05"))));
        assertThat(owed("supervision.ending", "2024-06-03T13:00")).hasSize(1);
    }

    private void supervised(String at, SupervisionStage stage, Optional<LocalDate> ends) {
        story.at(at)
                .from("probation")
                .about(man)
                .says(new Supervision(SupervisionType.PROBATION, stage, ends, Optional.empty()));
    }

    @Test
    void policeSeeHimAsOftenAsTheirPlanSays() {
        entered("2024-03-01T10:00");
        story.at("2024-03-04T10:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003",
                                NotificationType.RISK_ASSESSED,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.of(RegisterRisk.VERY_HIGH)));
        assertThat(only("register.visit", "2024-03-05T09:00").due())
                .isEqualTo(London.endOf(day("2024-04-01")));

        visited("2024-03-20T10:00", VisitOutcome.NOT_AT_HOME);
        assertThat(owed("register.visit", "2024-03-20T11:00")).hasSize(1);
        visited("2024-03-28T10:00", VisitOutcome.SEEN);
        assertThat(open("register.visit", "2024-03-28T11:00"))
                .extracting(Duty::due)
                .containsExactly(London.endOf(day("2024-04-28")));
    }

    @Test
    void aSentenceForSomethingElseAnswersNothing() {
        Fact conviction =
                story.at("2024-01-09T12:00")
                        .from("court")
                        .about(man)
                        .says(
                                new Conviction(
                                        offence(
                                                "rape",
                                                OffenceGroup.SEXUAL,
                                                Optional.of(30),
                                                Optional.empty()),
                                        Optional.empty(),
                                        false,
                                        Optional.empty(),
                                        Optional.empty()));
        assertThat(open("register.sentence", "2024-01-09T13:00")).hasSize(1);
        story.at("2024-02-09T12:00")
                .from("court")
                .about(man)
                .says(new Sentence(SentenceKind.FINE, Optional.empty()));
        assertThat(open("register.sentence", "2024-02-09T13:00")).hasSize(1);
        story.at("2024-02-10T12:00")
                .from("court")
                .about(man)
                .regarding(conviction)
                .says(new Sentence(SentenceKind.CUSTODY, Optional.of(24)));
        assertThat(open("register.sentence", "2024-02-10T13:00")).isEmpty();
    }

    @Test
    void anAddressThatNamesNoPlaceIsKeptAndSomebodyFindsOutWhereItIs() {
        entered("2024-03-01T10:00");
        moved("2024-03-02T10:00", "2 Quay Road, Westmarsh");
        assertThat(owed("register.place", "2024-03-02T11:00")).isEmpty();

        moved("2024-06-03T10:00", "On his mate's sofa");
        Duty where = only("register.place", "2024-06-03T11:00");
        assertThat(owners(where)).containsExactly(KEEPER);
        assertThat(where.due()).isEqualTo(London.endOf(day("2024-06-05")));
        assertThat(notices("2024-06-03T11:00"))
                .as("it was told, whatever it names")
                .noneMatch(d -> d.start().contains("/home/"));

        moved("2024-06-04T10:00", "9 Alder Court, Westmarsh");
        assertThat(open("register.place", "2024-06-04T11:00")).isEmpty();
    }

    private void moved(String at, String address) {
        Fact told =
                story.at(at)
                        .from("police")
                        .about(man)
                        .says(
                                new RegisterNotification(
                                        "soa-2003",
                                        NotificationType.CHANGE_OF_ADDRESS,
                                        Optional.empty()));
        story.with(told).place(address).says(home());
    }

    @Test
    void withoutALevelOfRiskNoVisitIsPlannedAndThatIsOwed() {
        entered("2024-03-01T10:00");
        assertThat(owed("register.visit", "2024-03-01T11:00")).isEmpty();
        Duty level = only("register.risk", "2024-03-01T11:00");
        assertThat(owners(level)).containsExactly(KEEPER);
        assertThat(level.due()).isEqualTo(London.endOf(day("2024-03-15")));
        story.at("2024-03-04T10:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003",
                                NotificationType.RISK_ASSESSED,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.of(RegisterRisk.HIGH)));
        assertThat(only("register.risk", "2024-03-04T11:00").state())
                .isInstanceOf(Duty.State.Discharged.class);
        assertThat(entry("2024-03-04T11:00").visit())
                .hasValueSatisfying(v -> assertThat(v.due()).isEqualTo(day("2024-06-01")));
    }

    @Test
    void whatAVisitFindsIsOwedOnAndAChildIsToldOf() {
        entered("2024-03-01T10:00");
        found("2024-03-20T10:00", VisitOutcome.NOT_AT_HOME, HomeFound.AS_NOTIFIED, false);
        assertThat(only("register.revisit", "2024-03-20T11:00").due())
                .isEqualTo(London.endOf(day("2024-03-27")));
        assertThat(owed("register.home", "2024-03-20T11:00")).isEmpty();

        found("2024-03-21T10:00", VisitOutcome.NOT_AT_HOME, HomeFound.NEW_OCCUPANT, true);
        assertThat(open("register.revisit", "2024-03-21T11:00")).isEmpty();
        assertThat(owners(only("register.home", "2024-03-21T11:00"))).containsExactly(KEEPER);
        assertThat(open("register.child", "2024-03-21T11:00")).hasSize(1);
        told("2024-03-21T12:00", NotificationType.WHEREABOUTS_UNKNOWN);
        assertThat(open("register.home", "2024-03-21T13:00")).isEmpty();
        assertThat(open("register.find", "2024-03-21T13:00")).hasSize(1);
        assertThat(entry("2024-03-21T13:00").state()).isEqualTo(State.WHEREABOUTS_UNKNOWN);
    }

    @Test
    void aVisitToSeeAChildIsNoVisitToHim() {
        entered("2024-03-01T10:00");
        visited("2024-03-20T10:00", VisitOutcome.NOT_AT_HOME);
        assertThat(owed("register.revisit", "2024-03-20T11:00")).isEmpty();
    }

    private void found(String at, VisitOutcome outcome, HomeFound home, boolean child) {
        story.at(at)
                .from("police")
                .about(man)
                .says(new PoliceVisit(outcome, false, Optional.empty(), Optional.of(home), child));
    }

    @Test
    void whoeverIsOnTheLocalListIsAssessed() {
        story.at("2024-01-09T12:00")
                .from("court")
                .about(man)
                .says(
                        convicted(
                                offence(
                                        "GBH and battery",
                                        OffenceGroup.WOUNDING,
                                        Optional.of(0),
                                        Optional.empty())));

        Duty assess = only("register.assess", "2024-01-09T13:00");
        assertThat(owners(assess)).containsExactly("westmarsh-childrens-social-care/manager");
        assertThat(notices("2024-01-09T13:00")).isEmpty();
    }

    @Test
    void nobodyElseOwesAnything() {
        at("2024-06-10T10:00", "housing", "2 Quay Road");
        Derived derived = derived("2024-06-11T09:00");
        assertThat(derived.registers()).isEmpty();
        assertThat(derived.duties()).isEmpty();
    }

    private void entered(String at) {
        told(at, NotificationType.ENTERED);
    }

    private void told(String at, NotificationType type) {
        story.at(at)
                .from("police")
                .about(man)
                .says(new RegisterNotification("soa-2003", type, Optional.empty()));
    }

    private Fact at(String at, String agency, String address) {
        return story.at(at).from(agency).about(man).place(address).says(home());
    }

    private void visited(String at, VisitOutcome outcome) {
        story.at(at)
                .from("police")
                .about(man)
                .says(new PoliceVisit(outcome, false, Optional.empty()));
    }

    private Fact handOver(String at, String from, HandOverStage stage, String to) {
        return story.at(at)
                .from(from)
                .about(man)
                .to(to)
                .says(new HandOver(stage, HandOver.Handed.REGISTERED_PERSON));
    }

    private void sentenced(String at, int months) {
        story.at(at)
                .from("court")
                .about(man)
                .says(
                        new Conviction(
                                offence(
                                        "rape",
                                        OffenceGroup.SEXUAL,
                                        Optional.of(30),
                                        Optional.empty()),
                                Optional.empty(),
                                false,
                                Optional.of(SentenceKind.CUSTODY),
                                Optional.of(months)));
    }

    private Derived derived(String at) {
        return derivation.derive(story.situation(man, at));
    }

    private List<Alert> differences(String at) {
        return derived(at).alerts().stream().filter(a -> a.rule().value().equals("RG-01")).toList();
    }

    private RegisterEntry entry(String at) {
        return derived(at).registers().stream()
                .filter(e -> e.pack().equals("soa-2003"))
                .findFirst()
                .orElseThrow();
    }

    private List<Duty> owed(String clock, String at) {
        return derived(at).duties().stream().filter(d -> d.clock().value().equals(clock)).toList();
    }

    private List<Duty> open(String clock, String at) {
        return owed(clock, at).stream().filter(d -> d.state().open()).toList();
    }

    private Duty only(String clock, String at) {
        List<Duty> duties = owed(clock, at);
        assertThat(duties).as(clock).hasSize(1);
        return duties.getFirst();
    }

    private List<Duty> notices(String at) {
        return owed("register.notice", at);
    }

    private Duty notice(String which, String at) {
        return notices(at).stream()
                .filter(d -> d.start().startsWith("register/soa-2003/" + which + "/"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> owners(Duty duty) {
        return duty.owedBy().stream().map(Recipient::text).toList();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
