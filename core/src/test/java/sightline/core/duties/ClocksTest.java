package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static sightline.core.story.Phrases.returned;

import org.junit.jupiter.api.Test;

import sightline.core.duties.Duty.State;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Conference.ConferenceOutcome;
import sightline.core.facts.CareBody.Conference.ConferenceType;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.Missing.MissingStage;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Text;
import sightline.core.screening.Situation;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class ClocksTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Clocks clocks = Clocks.shipped();

    @Test
    void aConferenceIsDueFifteenWorkingDaysAfterTheStrategyDiscussion() {
        strategy("2006-12-12");

        Duty duty = only("s47.icpc", "2006-12-13T09:00");

        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2007-01-05")));
        assertThat(duty.state()).isInstanceOf(State.Running.class);
        assertThat(duty.owedBy())
                .extracting(r -> r.text())
                .containsExactly("westmarsh-childrens-social-care/manager");
    }

    @Test
    void whatRanOutBeforeItsSourceWentLiveIsListedForReviewAndToldToNobody() {
        strategy("2006-12-12");

        Duty old = history("s47.icpc", "2007-02-01T09:00", "2007-01-31");
        assertThat(old.forReview()).isTrue();
        assertThat(old.state()).isInstanceOf(State.Ended.class);
        assertThat(old.rungs()).isEmpty();

        conference("2007-02-02");
        assertThat(history("s47.icpc", "2007-02-03T09:00", "2007-01-31").state())
                .isInstanceOf(State.Discharged.class);
    }

    @Test
    void whatWasStillRunningWhenItsSourceWentLiveRunsOn() {
        strategy("2006-12-12");

        Duty running = history("s47.icpc", "2007-01-10T09:00", "2007-01-05");

        assertThat(running.due()).isEqualTo(London.endOf(LocalDate.parse("2007-01-05")));
        assertThat(running.forReview()).isFalse();
        assertThat(running.state()).isInstanceOf(State.Overdue.class);
        assertThat(only("s47.icpc", "2007-02-01T09:00").state()).isInstanceOf(State.Overdue.class);
    }

    /** As it stands when the sender of everything went live on a day. */
    private Duty history(String clock, String at, String goLive) {
        var now = story.situation(child, at);
        Map<AgencyId, LocalDate> live =
                now.around().subject().facts().stream()
                        .collect(
                                Collectors.toMap(
                                        Fact::source,
                                        _ -> LocalDate.parse(goLive),
                                        (one, _) -> one));
        var situation =
                new Situation(now.around(), now.now(), now.directory(), now.parameters(), live);
        var duties =
                clocks.evaluate(situation, List.of()).duties().stream()
                        .filter(d -> d.clock().value().equals(clock))
                        .toList();
        assertThat(duties).hasSize(1);
        return duties.getFirst();
    }

    @Test
    void theConferenceDischargesItAndStartsCoreGroupReviewAndVisits() {
        strategy("2006-12-12");
        conference("2006-12-22");

        assertThat(only("s47.icpc", "2006-12-23T09:00").state())
                .isInstanceOfSatisfying(
                        State.Discharged.class, d -> assertThat(d.late()).isFalse());
        assertThat(only("core.first", "2006-12-23T09:00").due())
                .isEqualTo(London.endOf(LocalDate.parse("2007-01-10")));
        assertThat(only("rcpc.first", "2006-12-23T09:00").due())
                .isEqualTo(London.endOf(LocalDate.parse("2007-03-23")));
    }

    @Test
    void visitsUnderAPlanFallDueAgainAfterEachVisit() {
        conference("2006-12-22");
        visit("2007-01-05T10:00");

        List<Duty> visits = of("plan.visit", "2007-01-06T09:00");

        assertThat(visits).hasSize(2);
        assertThat(visits.get(0).state()).isInstanceOf(State.Discharged.class);
        assertThat(visits.get(1).due()).isEqualTo(London.endOf(LocalDate.parse("2007-01-19")));
    }

    /** Which of the two was sent first says nothing of which was so first. */
    @Test
    void aPlanThatIsToldAfterTheDischargeWasBesideItAndOneThatBeganLaterWasNot() {
        discharged("2007-01-08T10:00");
        assertThat(of("plan.visit", "2007-01-08T10:30")).isEmpty();

        plan("2007-01-09T09:00", "2007-01-08");
        assertThat(of("plan.visit", "2007-01-09T10:00"))
                .extracting(Duty::due)
                .contains(London.endOf(LocalDate.parse("2007-01-09")));
    }

    @Test
    void aPlanThatBeganAfterTheDischargeWasNotBesideIt() {
        discharged("2007-01-08T10:00");
        plan("2007-01-09T09:00", "2007-01-09");

        assertThat(of("plan.visit", "2007-01-09T10:00"))
                .extracting(Duty::due)
                .doesNotContain(London.endOf(LocalDate.parse("2007-01-09")));
    }

    private void discharged(String at) {
        story.at(at).from("hospital").about(child).says(returned());
    }

    private void plan(String told, String began) {
        story.at(told)
                .from("childrens-social-care")
                .about(child)
                .happened(began)
                .says(Said.protectionPlan());
    }

    @Test
    void aVisitThatIsCorrectedAfterTheNextOneLosesNeither() {
        conference("2006-12-22");
        Fact first = visit("2007-01-05T10:00");
        visit("2007-01-18T10:00");
        List<Duty> before = of("plan.visit", "2007-01-19T09:00");
        assertThat(before).hasSize(3);

        story.at("2007-01-20T10:00")
                .from("childrens-social-care")
                .about(child)
                .correcting(first)
                .happened("2007-01-05")
                .says(first.body());

        assertThat(of("plan.visit", "2007-01-21T09:00"))
                .extracting(Duty::due)
                .containsExactlyElementsOf(before.stream().map(Duty::due).toList());
        assertThat(of("plan.visit", "2007-01-21T09:00"))
                .extracting(d -> d.state().getClass().getSimpleName())
                .containsExactly("Discharged", "Discharged", "Running");
    }

    /** It was there already, and did not count. */
    @Test
    void aVisitBeforeThePlanDischargesNothingWhenItIsCorrected() {
        Fact early = visit("2006-12-22T10:00");
        conference("2006-12-22");
        assertThat(of("plan.visit", "2006-12-23T09:00"))
                .singleElement()
                .satisfies(d -> assertThat(d.state()).isInstanceOf(State.Running.class));
        story.at("2006-12-27T10:00")
                .from("childrens-social-care")
                .about(child)
                .correcting(early)
                .happened("2006-12-22")
                .says(early.body());

        assertThat(of("plan.visit", "2006-12-28T09:00"))
                .singleElement()
                .satisfies(d -> assertThat(d.state()).isInstanceOf(State.Running.class));
    }

    @Test
    void aMarkerThatIsCorrectedAndStillIncompleteIsStillToBeCompleted() {
        Who man = story.person("man", "1970-01-01");
        Fact marker =
                story.at("2007-01-05T10:00")
                        .from("police")
                        .about(man)
                        .says(marker(Optional.empty()));
        story.at("2007-01-06T10:00")
                .from("police")
                .about(man)
                .correcting(marker)
                .says(marker(Optional.of("manager")));

        assertThat(clocks.evaluate(story.situation(man, "2007-01-07T09:00"), List.of()).duties())
                .filteredOn(d -> d.clock().value().equals("marker.complete"))
                .singleElement()
                .satisfies(d -> assertThat(d.state()).isInstanceOf(State.Running.class));
    }

    private static JusticeBody.RiskMarker marker(Optional<String> setBy) {
        return new JusticeBody.RiskMarker(
                true, setBy, Optional.of(new Text("assessed")), Optional.empty());
    }

    /** As of an opinion that answers the referral, and not the hospital's own entry. */
    @Test
    void anOpinionThatNamesSomethingElseThanTheInjuryIsOfTheInjuriesOfThatMonth() {
        fracture("2007-01-05T10:00", HealthBody.Site.THIGH);
        Fact referral =
                story.at("2007-01-05T11:00")
                        .from("hospital")
                        .about(child)
                        .to("childrens-social-care")
                        .says(Said.referral(CareBody.Harm.INJURY));
        assertThat(of("sin", "2007-01-05T12:00")).isEmpty();
        story.at("2007-01-08T10:00")
                .from("hospital")
                .about(child)
                .regarding(referral)
                .says(
                        new HealthBody.MedicalOpinion(
                                HealthBody.MedicalOpinion.Fit.INFLICTED, Optional.empty()));

        assertThat(of("sin", "2007-01-08T12:00")).hasSize(1);
    }

    @Test
    void anOpinionOnAnInjuryThatWasNotifiedAsksForNoSecondNotice() {
        fracture("2007-01-05T10:00", HealthBody.Site.THIGH);
        inflicted("2007-01-08T10:00");
        story.at("2007-01-09T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(new CareBody.SeriousIncidentNotified());
        inflicted("2007-01-22T10:00");
        assertThat(of("sin", "2007-01-22T12:00")).hasSize(1);

        fracture("2007-01-23T10:00", HealthBody.Site.SKULL);
        inflicted("2007-01-24T10:00");
        assertThat(of("sin", "2007-01-24T12:00")).as("another injury").hasSize(2);
    }

    @Test
    void aNoticeOfAnotherInjuryLaterIsNoneOfThis() {
        Fact thigh = fracture("2007-01-05T10:00", HealthBody.Site.THIGH);
        Fact skull = fracture("2007-01-20T10:00", HealthBody.Site.SKULL);
        inflicted("2007-01-20T11:00", skull);
        story.at("2007-01-21T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(new CareBody.SeriousIncidentNotified());
        assertThat(of("sin", "2007-01-22T12:00")).hasSize(1);

        inflicted("2007-01-25T10:00", thigh);
        assertThat(of("sin", "2007-01-25T12:00")).hasSize(2);
    }

    private void inflicted(String at, Fact... injuries) {
        Story.Entry opinion = story.at(at).from("hospital").about(child);
        List.of(injuries).forEach(opinion::regarding);
        opinion.says(
                new HealthBody.MedicalOpinion(
                        HealthBody.MedicalOpinion.Fit.INFLICTED, Optional.empty()));
    }

    private Fact fracture(String at, HealthBody.Site site) {
        return story.at(at)
                .from("hospital")
                .about(child)
                .says(
                        Said.injury(
                                new HealthBody.Mark(
                                        site,
                                        HealthBody.Side.LEFT,
                                        HealthBody.MarkKind.FRACTURE,
                                        1,
                                        Optional.empty(),
                                        Optional.empty())));
    }

    @Test
    void anUnansweredRequestGoesUpTheLadderAndHasNoSilentTop() {
        request("2007-05-01T10:00", true);

        Duty fresh = only("info.request", "2007-05-02T12:00");
        Duty late = only("info.request", "2007-05-20T12:00");

        assertThat(fresh.state()).isInstanceOf(State.Running.class);
        assertThat(late.state()).isInstanceOf(State.Overdue.class);
        assertThat(late.rungs().getLast().day()).isPositive();
        assertThat(late.rungs().getLast().at()).isAfter(Story.instant("2007-05-20T12:00"));
    }

    @Test
    void onlyAnAnswerToThatRequestDischargesIt() {
        Fact request = request("2007-05-01T10:00", true);
        story.at("2007-05-01T12:00").from("police").about(child).says(answer());
        assertThat(only("info.request", "2007-05-01T13:00").state())
                .isInstanceOf(State.Running.class);

        story.at("2007-05-01T14:00").from("police").about(child).regarding(request).says(answer());

        assertThat(only("info.request", "2007-05-01T15:00").state())
                .isInstanceOf(State.Discharged.class);
    }

    @Test
    void anAnswerToARequestThatWasCorrectedSinceDischargesIt() {
        Fact request = request("2007-05-01T10:00", true);
        story.at("2007-05-01T14:00").from("police").about(child).regarding(request).says(answer());
        corrected("2007-05-01T16:00", request, child);

        assertThat(only("info.request", "2007-05-20T12:00").state())
                .isInstanceOf(State.Discharged.class);
    }

    @Test
    void anAnswerThatIsCorrectedAfterAnEndingHadAnsweredBefore() {
        Fact request = request("2007-05-01T10:00", true);
        Fact answer =
                story.at("2007-05-01T14:00")
                        .from("police")
                        .about(child)
                        .regarding(request)
                        .says(answer());
        Duty before = only("info.request", "2007-05-01T15:00");
        story.at("2007-05-02T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new SharedBody.DutyEnded(
                                "info.request|" + request.id().text(),
                                false,
                                new Text("no longer needed"),
                                Optional.empty(),
                                Optional.of(new Text("Dana Osei, team manager"))));
        story.at("2007-05-03T10:00")
                .from("police")
                .about(child)
                .regarding(request)
                .correcting(answer)
                .says(answer());

        assertThat(only("info.request", "2007-05-20T12:00").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(before.state()).isInstanceOf(State.Discharged.class);
    }

    @Test
    void aTimelyAnswerThatIsCorrectedAfterALateOneIsNotLate() {
        Fact request = request("2007-05-01T10:00", true);
        Fact timely = answered("2007-05-01T14:00", request);
        Duty before = only("info.request", "2007-05-01T15:00");
        answered("2007-05-09T14:00", request);
        story.at("2007-05-10T10:00")
                .from("police")
                .about(child)
                .regarding(request)
                .correcting(timely)
                .happened("2007-05-01")
                .says(answer());

        Duty after = only("info.request", "2007-05-20T12:00");
        assertThat(after.state())
                .isInstanceOfSatisfying(
                        State.Discharged.class, d -> assertThat(d.late()).isFalse());
        assertThat(after.rungs()).isEqualTo(before.rungs());
    }

    private Fact answered(String at, Fact request) {
        return story.at(at).from("police").about(child).regarding(request).says(answer());
    }

    @Test
    void aChildWhomOthersTakeForAnAdultIsOwedAReturnInterview() {
        Who boy = story.stranger("boy");
        story.at("2007-02-03T10:00")
                .from("childrens-social-care")
                .with(PersonRole.CHILD, boy)
                .says(born("1991-05-01"));
        for (String agency : List.of("police", "gp", "hospital")) {
            story.at("2007-02-04T10:00").from(agency).about(boy).says(born("1984-01-01"));
        }
        story.at("2007-02-21T08:00")
                .from("police")
                .about(boy)
                .says(new PoliceBody.Missing(MissingStage.FOUND));

        assertThat(clocks.evaluate(story.situation(boy, "2007-02-21T09:00"), List.of()).duties())
                .extracting(d -> d.clock().value())
                .contains("missing.rhi");
    }

    private static PersonBody.Person born(String day) {
        return new PersonBody.Person(
                List.of(),
                Optional.of(PartialDate.parse(day)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whoeverCorrectsARequestGivesNobodyMoreTimeAndLosesNoWordOfIt() {
        Fact request = request("2007-05-01T10:00", true);
        Duty before = only("info.request", "2007-05-01T11:00");
        Fact better = corrected("2007-05-04T16:00", request, child);
        corrected("2007-05-08T16:00", better, child);

        Duty after = only("info.request", "2007-05-20T12:00");
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.due()).isEqualTo(before.due());
        assertThat(after.startedAt()).isEqualTo(before.startedAt());
    }

    @Test
    void whatWasAnsweredOfOneChildIsNotAnsweredOfAnotherWhomTheCorrectionNames() {
        Who brother = story.person("brother", "2008-03-01");
        Fact request = request("2007-05-01T10:00", true);
        story.at("2007-05-01T14:00").from("police").about(child).regarding(request).says(answer());
        corrected("2007-05-01T16:00", request, brother);

        assertThat(
                        clocks
                                .evaluate(story.situation(brother, "2007-05-20T12:00"), List.of())
                                .duties()
                                .stream()
                                .filter(d -> d.clock().value().equals("info.request")))
                .singleElement()
                .satisfies(d -> assertThat(d.state()).isInstanceOf(State.Overdue.class));
    }

    @Test
    void whereSeveralAreAskedACorrectionMakesNoLateAnswerTimely() {
        Fact police = story.at("2007-05-01T09:00").from("police").about(child).says(answer());
        story.at("2007-05-01T10:00")
                .from("childrens-social-care")
                .about(child)
                .with(PersonRole.CARER, story.person("carer", "1970-01-01"))
                .says(
                        new CareBody.CarerArranged(
                                CareBody.CarerArranged.Arrangement.FAMILY_OR_FRIEND, true));
        story.at("2007-05-04T12:00").from("childrens-social-care").about(child).says(answer());
        Duty before = only("carer.checks", "2007-05-05T12:00");
        story.at("2007-05-06T12:00").from("police").about(child).correcting(police).says(answer());

        assertThat(before.state())
                .isInstanceOfSatisfying(
                        State.Discharged.class, done -> assertThat(done.late()).isTrue());
        Duty after = only("carer.checks", "2007-05-07T12:00");
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.rungs()).isEqualTo(before.rungs());
    }

    private Fact corrected(String at, Fact request, Who whom) {
        return story.at(at)
                .from("childrens-social-care")
                .about(whom)
                .to("police")
                .correcting(request)
                .says(request.body());
    }

    @Test
    void eachOfSeveralWhoAreAskedOwesItsOwnAnswer() {
        Fact request = request("2007-05-01T10:00", true, "police", "housing", "police");
        story.at("2007-05-01T12:00")
                .from("housing")
                .about(child)
                .regarding(request)
                .says(answer(SharedBody.InformationAnswer.AnswerOutcome.REFUSED));
        List<Duty> owed = of("info.request", "2007-05-20T12:00");

        assertThat(owed)
                .extracting(Duty::key)
                .containsExactlyInAnyOrder(
                        "info.request|" + request.id().text() + "@westmarsh-police",
                        "info.request|" + request.id().text() + "@westmarsh-housing");
        Duty housing = owedBy(owed, "westmarsh-housing/information-desk");
        assertThat(housing.state()).isInstanceOf(State.Discharged.class);
        Duty police = owedBy(owed, "westmarsh-police/information-desk");
        assertThat(police.state()).isInstanceOf(State.Overdue.class);
        assertThat(police.rungs().getFirst().to())
                .extracting(r -> r.text())
                .containsExactlyInAnyOrder(
                        "westmarsh-police/manager", "westmarsh-childrens-social-care/manager");

        story.at("2007-05-21T12:00")
                .from("police")
                .about(child)
                .regarding(request)
                .says(answer(SharedBody.InformationAnswer.AnswerOutcome.NOTHING_HELD));
        assertThat(of("info.request", "2007-05-22T12:00"))
                .allSatisfy(d -> assertThat(d.state()).isInstanceOf(State.Discharged.class));
    }

    @Test
    void somebodyElsesAnswerDoesNotAnswerForTheOneWhoWasAsked() {
        Fact request = request("2007-05-01T10:00", true);
        story.at("2007-05-01T12:00").from("housing").about(child).regarding(request).says(answer());

        assertThat(only("info.request", "2007-05-01T13:00").state())
                .isInstanceOf(State.Running.class);
    }

    @Test
    void aRequestThatWasEndedWholeIsEndedForWhoeverEndedIt() {
        Fact request = request("2007-05-01T10:00", true, "police", "housing");
        story.at("2007-05-01T12:00")
                .from("housing")
                .about(child)
                .says(
                        new SharedBody.DutyEnded(
                                "info.request|" + request.id().text(),
                                true,
                                new Text("Answered by telephone."),
                                Optional.empty(),
                                Optional.empty()));
        List<Duty> owed = of("info.request", "2007-05-01T13:00");

        assertThat(owedBy(owed, "westmarsh-housing/information-desk").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(owedBy(owed, "westmarsh-police/information-desk").state())
                .isInstanceOf(State.Running.class);
    }

    private static Duty owedBy(List<Duty> duties, String who) {
        return duties.stream()
                .filter(d -> d.owedBy().stream().anyMatch(r -> r.text().equals(who)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGpRecordIsDueByTheEndOfDay28BeginningWithTheRequest() {
        story.at("2010-06-01T10:00")
                .from("gp")
                .about(child)
                .says(
                        new HealthBody.GpRecordTransfer(
                                HealthBody.GpRecordTransfer.TransferStage.REQUESTED,
                                Optional.of(Story.agency("eastholme/gp")),
                                Optional.empty()));

        Duty duty = only("gp.transfer", "2010-06-28T23:00");

        assertThat(duty.state()).isInstanceOf(State.Running.class);
        assertThat(only("gp.transfer", "2010-06-29T00:00").state())
                .isInstanceOf(State.Overdue.class);
        assertThat(duty.owedBy())
                .extracting(r -> r.text())
                .containsExactly("eastholme-gp/records-lead");
    }

    @Test
    void aNamedPersonMayEndADutyWithAReason() {
        conference("2006-12-22");
        Duty duty = only("core.first", "2006-12-23T09:00");
        story.at("2006-12-24T09:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new SharedBody.DutyEnded(
                                "core.first|" + duty.start(),
                                false,
                                new Text("moved abroad"),
                                Optional.empty(),
                                Optional.of(new Text("Dana Osei, team manager"))));

        assertThat(only("core.first", "2006-12-25T09:00").state()).isInstanceOf(State.Ended.class);
    }

    @Test
    void thatItIsDoneSaysNobodyButWhoeverOwesItOrTheNamedLead() {
        conference("2006-12-22");
        Duty duty = only("core.first", "2006-12-23T09:00");

        saysDone("2006-12-24T09:00", "gp", duty);
        assertThat(only("core.first", "2006-12-24T10:00").state())
                .isInstanceOf(State.Running.class);

        saysDone("2006-12-24T11:00", "partnership", duty);
        assertThat(only("core.first", "2006-12-24T12:00").state())
                .isInstanceOf(State.Discharged.class);
    }

    private void saysDone(String at, String agency, Duty duty) {
        story.at(at)
                .from(agency)
                .about(child)
                .says(
                        new SharedBody.DutyEnded(
                                duty.key(),
                                true,
                                new Text("held by telephone"),
                                Optional.of(new Text("plan agreed")),
                                Optional.empty()));
    }

    @Test
    void aNamedPersonsEntryThatItIsDoneDischargesItOnTheDayItWasDone() {
        conference("2006-12-22");
        Duty duty = only("core.first", "2006-12-23T09:00");
        story.at("2006-12-24T09:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new SharedBody.DutyEnded(
                                duty.key(),
                                true,
                                new Text("held by telephone"),
                                Optional.of(new Text("plan agreed")),
                                Optional.empty()));

        assertThat(only("core.first", "2006-12-25T09:00").state())
                .isInstanceOfSatisfying(
                        State.Discharged.class, done -> assertThat(done.late()).isFalse());
    }

    @Test
    void deathEndsWhatIsOwedToTheChildAndStartsTheNotice() {
        conference("2007-07-20");
        story.at("2007-08-03T12:00")
                .from("ambulance")
                .about(child)
                .says(new CareBody.SeriousIncident(true, true));

        assertThat(only("core.first", "2007-08-03T13:00").state()).isInstanceOf(State.Ended.class);
        assertThat(only("sin", "2007-08-03T13:00").due())
                .isEqualTo(London.endOf(LocalDate.parse("2007-08-10")));
        assertThat(only("sibling.safety", "2007-08-03T13:00").due())
                .isEqualTo(Story.instant("2007-08-04T12:00"));
    }

    @Test
    void oneDeathSaidByTwoRecordsIsOneDuty() {
        story.at("2007-08-03T12:00")
                .from("ambulance")
                .about(child)
                .says(new CareBody.SeriousIncident(true, true));
        story.at("2007-08-03T12:30").from("hospital").about(child).says(DIED);

        assertThat(only("sibling.safety", "2007-08-03T13:00").due())
                .isEqualTo(Story.instant("2007-08-04T12:00"));
    }

    @Test
    void aClockAddedInYamlNeedsNoJava() {
        Clocks added =
                new Clocks(
                        List.of(
                                PackReader.read(
                                        """
                                        pack: local
                                        version: "1"
                                        ladders:
                                          default:
                                            - {after: 2 hours, tell: {type: gp, role: manager}}
                                        clocks:
                                          - key: words.read
                                            title: Read the child's own words
                                            starts: [{kind: childs-words}]
                                            limit: 3 days
                                            counting: calendar-after
                                            owed-by: {type: childrens-social-care, role: manager}
                                            discharged-by: [{kind: note, by: [childrens-social-care]}]
                                            source: A local agreement
                                            mark: INF
                                        """)));
        story.at("2010-03-01T10:00")
                .from("school")
                .about(child)
                .says(
                        new PersonBody.ChildsWords(
                                new Text("as said"), Optional.empty(), true, false));

        Duty duty =
                added.evaluate(story.situation(child, "2010-03-01T11:00"), List.of())
                        .duties()
                        .getFirst();

        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2010-03-04")));
    }

    @Test
    void aPackThatCannotBeReadSaysWhichClockAndWhy() {
        assertThatThrownBy(() ->
                        PackReader.read(
                                """
                                pack: local
                                version: "1"
                                ladders: {default: [{after: 1 hours, tell: {role: x}}]}
                                clocks:
                                  - {key: a.b, title: t, starts: [{kind: no-such-kind}]}
                                """))
                .hasMessageContaining("a.b")
                .hasMessageContaining("no-such-kind");
    }

    @Test
    void recheckingAtEachMomentNamedMissesNothing() {
        request("2007-05-01T10:00", true);
        Instant at = Story.instant("2007-05-01T10:00");
        int moments = 0;
        while (at.isBefore(Story.instant("2007-05-12T00:00"))) {
            at = clocks.evaluate(situation(at), List.of()).recheckAt().orElseThrow();
            moments++;
        }

        assertThat(moments).isBetween(5, 20);
    }

    private sightline.core.screening.Situation situation(Instant at) {
        return story.situation(child, London.time(at).toLocalDateTime().toString());
    }

    private void strategy(String day) {
        story.at(day + "T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.StrategyDiscussion(
                                StrategyOutcome.JOINT_ENQUIRY, Optional.empty()));
    }

    private void conference(String day) {
        story.at(day + "T15:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.Conference(
                                ConferenceType.INITIAL, ConferenceOutcome.PLAN, List.of()));
    }

    private Fact visit(String at) {
        return story.at(at)
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.Visit(
                                VisitOutcome.SEEN,
                                CareBody.VisitReason.UNDER_PLAN,
                                true,
                                false,
                                Optional.empty()));
    }

    private Fact request(String at, boolean immediate) {
        return request(at, immediate, "police");
    }

    private Fact request(String at, boolean immediate, String... to) {
        Story.Entry entry = story.at(at).from("childrens-social-care").about(child);
        for (String agency : to) {
            entry.to(agency);
        }
        return entry.says(
                new SharedBody.InformationRequest(
                        immediate,
                        SharedBody.InformationRequest.Asked.HISTORY,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static SharedBody.InformationAnswer answer() {
        return answer(SharedBody.InformationAnswer.AnswerOutcome.ANSWERED);
    }

    private static SharedBody.InformationAnswer answer(
            SharedBody.InformationAnswer.AnswerOutcome outcome) {
        return new SharedBody.InformationAnswer(outcome, Optional.empty());
    }

    private List<Duty> of(String key, String london) {
        return clocks.evaluate(story.situation(child, london), List.of()).duties().stream()
                .filter(d -> d.clock().value().equals(key))
                .toList();
    }

    private static final PersonBody.Person DIED =
            new PersonBody.Person(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of(LocalDate.parse("2007-08-03")),
                    Optional.empty());

    private Duty only(String key, String london) {
        List<Duty> duties = of(key, london);
        assertThat(duties).as(key).hasSize(1);
        return duties.getFirst();
    }

    @Test
    void oneInjuryFoundByTwoRulesIsSeenToOnce() {
        story.at("2006-10-13T10:00")
                .from("gp")
                .about(child)
                .says(Said.bruise(HealthBody.Site.CHEEK));
        var situation = story.situation(child, "2006-10-13T11:00");
        var findings =
                sightline.core.screening.Catalogue.screening().evaluate(situation).findings();

        List<Duty> duties = clocks.evaluate(situation, findings).duties();

        assertThat(findings).extracting(f -> f.rule().value()).contains("AL-01", "AL-04");
        assertThat(duties).filteredOn(d -> d.clock().value().equals("seen.24h")).hasSize(1);
        assertThat(duties).filteredOn(d -> d.clock().value().equals("strategy")).hasSize(1);
    }
}
