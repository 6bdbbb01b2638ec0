package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.duties.Duty.State;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.CourtStep.CourtStage;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.GpRecordTransfer;
import sightline.core.facts.HealthBody.GpRecordTransfer.RecordPart;
import sightline.core.facts.HealthBody.GpRecordTransfer.TransferStage;
import sightline.core.facts.HealthBody.GpRecordTransfer.TransferWay;
import sightline.core.facts.JusticeBody.ConditionState;
import sightline.core.facts.JusticeBody.OrderCondition;
import sightline.core.facts.MeetingBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.ProfessionalChallenge;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Clocks between agencies, before courts and around a plan. */
final class AgencyClocksTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2016-03-01");
    private final Clocks clocks = Clocks.shipped();

    @Test
    void aDisagreementIsAnsweredTheSameDayAndSettledInTwoWorkingDays() {
        Fact raised = challenge(false);

        assertThat(only("esc.answer", "2025-12-19T12:00").due()).isEqualTo(end("2025-12-19"));
        Duty stage = only("esc", "2025-12-19T12:00");
        assertThat(stage.due()).isEqualTo(end("2025-12-23"));
        assertThat(stage.owedBy())
                .extracting(r -> r.text())
                .containsExactlyInAnyOrder(
                        "westmarsh-childrens-social-care/manager",
                        "westmarsh-school/safeguarding-lead");

        story.at("2025-12-19T15:00")
                .from("childrens-social-care")
                .about(child)
                .regarding(raised)
                .says(new ProfessionalChallenge(Optional.of(new Text("We meet.")), false, false));
        assertThat(of("esc.answer", "2025-12-19T16:00"))
                .filteredOn(d -> d.start().equals(raised.id().text()))
                .allMatch(d -> d.state() instanceof State.Discharged);
        assertThat(of("esc", "2025-12-19T16:00").getFirst().state())
                .isInstanceOf(State.Running.class);

        story.at("2025-12-22T15:00")
                .from("school")
                .about(child)
                .regarding(raised)
                .says(new ProfessionalChallenge(Optional.empty(), true, false));
        assertThat(of("esc", "2025-12-22T16:00").getFirst().state())
                .isInstanceOf(State.Discharged.class);
    }

    @Test
    void managersHaveFiveWorkingDaysAndSeniorOfficersTwoBeforeThePartnershipHears() {
        challenge(false);

        assertThat(only("esc", "2026-01-20T09:00").rungs())
                .extracting(Duty.Told::at)
                .startsWith(end("2025-12-23"), end("2026-01-05"), end("2026-01-07"));
    }

    @Test
    void aDisagreementAtRiskOfHarmRunsOnHoursAtAnyHour() {
        challenge(true);

        assertThat(only("esc", "2025-12-19T12:00").due())
                .isEqualTo(Story.instant("2025-12-20T11:00"));
    }

    @Test
    void reportsAreDueFortyEightHoursBeforeTheDayOfAnInitialConference() {
        Fact planned = meeting(MeetingType.INITIAL_CONFERENCE, MeetingStage.PLANNED, "2026-01-15");

        List<Duty> owed = of("conf.reports", "2026-01-05T10:00");
        assertThat(owed)
                .hasSize(2)
                .allMatch(d -> d.due().equals(Story.instant("2026-01-13T00:00")));

        story.at("2026-01-12T09:00")
                .from("gp")
                .about(child)
                .regarding(planned)
                .says(
                        new SharedBody.InformationAnswer(
                                SharedBody.InformationAnswer.AnswerOutcome.ANSWERED,
                                Optional.empty()));
        assertThat(of("conf.reports", "2026-01-13T01:00"))
                .extracting(d -> d.state().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Discharged", "Overdue");
    }

    @Test
    void reportsToAReviewAreDueThreeWorkingDaysBeforeIt() {
        meeting(MeetingType.REVIEW_CONFERENCE, MeetingStage.PLANNED, "2026-01-20");

        assertThat(of("conf.reports", "2026-01-05T10:00"))
                .hasSize(2)
                .allMatch(d -> d.due().equals(end("2026-01-15")));
    }

    @Test
    void aConferenceWithTooFewIsHeldAgainInTenWorkingDaysAndOneThatDecidedIsNot() {
        conference("2026-01-15", Optional.empty());
        conference("2026-01-15", Optional.of(true));
        assertThat(of("conf.quorum", "2026-01-15T17:00")).isEmpty();

        conference("2026-01-15", Optional.of(false));
        assertThat(only("conf.quorum", "2026-01-15T18:00").due()).isEqualTo(end("2026-01-29"));

        conference("2026-01-20", Optional.of(true));
        assertThat(only("conf.quorum", "2026-01-20T18:00").state())
                .isInstanceOf(State.Discharged.class);
    }

    private void conference(String day, Optional<Boolean> quorate) {
        story.at(day + "T16:00")
                .from("childrens-social-care")
                .about(child)
                .happened(day)
                .says(
                        new CareBody.Conference(
                                CareBody.Conference.ConferenceType.INITIAL,
                                CareBody.Conference.ConferenceOutcome.NO_PLAN,
                                List.of(),
                                Optional.empty(),
                                Optional.of(
                                        new MeetingBody.Minutes(
                                                Optional.empty(),
                                                List.of(),
                                                quorate,
                                                Optional.empty(),
                                                Optional.empty()))));
    }

    @Test
    void anAssessmentThatIsSignedUnsharedIsSharedInTime() {
        assessment("2026-03-02T10:00", AssessmentStage.SIGNED_OFF, Optional.of(false));
        assertThat(open("assess.share", "2026-03-03T10:00")).containsExactly(end("2026-03-16"));
        assessment("2026-03-05T10:00", AssessmentStage.SAVED, Optional.of(true));
        assertThat(open("assess.share", "2026-03-06T10:00")).isEmpty();
    }

    @Test
    void anAssessmentThatWasSharedWhenItWasSignedLeavesNothingToShare() {
        assessment("2026-03-02T10:00", AssessmentStage.SIGNED_OFF, Optional.of(true));
        assertThat(of("assess.share", "2026-03-03T10:00")).isEmpty();
    }

    private List<java.time.Instant> open(String key, String london) {
        return of(key, london).stream().filter(d -> d.state().open()).map(Duty::due).toList();
    }

    private void assessment(String at, AssessmentStage stage, Optional<Boolean> shared) {
        story.at(at)
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.Assessment(
                                "assessment-triangle",
                                List.of(),
                                stage,
                                shared.map(s ->
                                        new CareBody.AssessmentAccount(
                                                true,
                                                true,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                s,
                                                Optional.empty())),
                                Optional.empty()));
    }

    @Test
    void aConferenceThatIsMovedAsksForItsReportsAnew() {
        meeting(MeetingType.INITIAL_CONFERENCE, MeetingStage.PLANNED, "2026-01-15");
        story.at("2026-01-06T10:00")
                .from("childrens-social-care")
                .about(child)
                .to("gp")
                .says(planned(MeetingType.INITIAL_CONFERENCE, MeetingStage.MOVED, "2026-01-22"));

        assertThat(of("conf.reports", "2026-01-07T10:00"))
                .filteredOn(d -> d.state().open())
                .extracting(Duty::due)
                .containsExactly(Story.instant("2026-01-20T00:00"));
    }

    @Test
    void whatIsAskedTooLateIsDueAtOnce() {
        meeting(MeetingType.INITIAL_CONFERENCE, MeetingStage.PLANNED, "2026-01-06");

        Duty late = of("conf.reports", "2026-01-05T11:00").getFirst();
        assertThat(late.due()).isEqualTo(Story.instant("2026-01-05T09:00"));
        assertThat(String.join(" ", late.counted())).contains("due at once");
    }

    @Test
    void aConferenceOnAWeekendIsARecordToCorrect() {
        conference("2026-01-10", CareBody.Conference.ConferenceType.INITIAL);
        conference("2026-01-12", CareBody.Conference.ConferenceType.INITIAL);

        assertThat(of("icpc.weekday", "2026-01-13T09:00")).hasSize(1);
    }

    @Test
    void whoeverLearnsOfPrivateFosteringTellsSocialCareInAWorkingDay() {
        story.at("2025-12-19T10:00").from("school").about(child).says(fostered());

        Duty tell = only("pf.notify", "2025-12-19T11:00");
        assertThat(tell.due()).isEqualTo(end("2025-12-22"));
        assertThat(tell.owedBy())
                .extracting(r -> r.text())
                .containsExactly("westmarsh-school/safeguarding-lead");
        assertThat(of("pf.visit", "2025-12-19T11:00")).isEmpty();

        story.at("2025-12-22T10:00")
                .from("school")
                .about(child)
                .to("childrens-social-care")
                .says(fostered());
        assertThat(only("pf.notify", "2025-12-22T11:00").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(only("pf.visit", "2025-12-22T11:00").due()).isEqualTo(end("2026-01-05"));
    }

    @Test
    void aPrivatelyFosteredChildIsSpokenToAloneInSevenWorkingDaysThenEachSixThenTwelveWeeks() {
        story.at("2025-01-06T10:00")
                .from("school")
                .about(child)
                .to("childrens-social-care")
                .says(fostered());
        visit("2025-01-10", VisitOutcome.SEEN);
        assertThat(only("pf.visit", "2025-01-11T09:00").state()).isInstanceOf(State.Running.class);
        assertThat(only("pf.visit", "2025-01-11T09:00").due()).isEqualTo(end("2025-01-15"));

        visit("2025-01-14", VisitOutcome.SEEN_ALONE);
        assertThat(of("pf.visit", "2025-01-15T09:00").getLast().due()).isEqualTo(end("2025-02-25"));

        visit("2026-01-06", VisitOutcome.SEEN_ALONE);
        assertThat(of("pf.visit", "2026-01-07T09:00").getLast().due()).isEqualTo(end("2026-02-17"));
        visit("2026-01-12", VisitOutcome.SEEN_ALONE);
        assertThat(of("pf.visit", "2026-01-13T09:00").getLast().due()).isEqualTo(end("2026-04-06"));
    }

    @Test
    void policeProtectionEndsAfterSeventyTwoHoursAndAnEmergencyOrderAfterEightDays() {
        court("2026-01-02T20:30", CourtStage.POLICE_PROTECTION);
        assertThat(only("police.protect", "2026-01-03T09:00").due())
                .isEqualTo(Story.instant("2026-01-05T20:30"));

        court("2026-01-05T14:00", CourtStage.EMERGENCY_ORDER);
        assertThat(only("police.protect", "2026-01-05T15:00").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(only("epo", "2026-01-05T15:00").due()).isEqualTo(end("2026-01-12"));
    }

    @Test
    void anEmergencyOrderIsExtendedOnceBeforeItEndsAndByNoMoreThanTheLawAllows() {
        court("2026-01-05T14:00", CourtStage.EMERGENCY_ORDER);
        Duty order = only("epo", "2026-01-05T15:00");
        extend(order, "2026-01-10T11:00", "2026-03-01");

        Duty extended = only("epo", "2026-01-10T12:00");
        assertThat(extended.due()).isEqualTo(end("2026-01-19"));
        assertThat(String.join(" ", extended.counted())).contains("Leah Marsh, judge", "at most");
    }

    @Test
    void whatIsLateIsNotExtended() {
        court("2026-01-05T14:00", CourtStage.EMERGENCY_ORDER);
        Duty order = only("epo", "2026-01-05T15:00");
        extend(order, "2026-01-13T11:00", "2026-01-19");

        assertThat(only("epo", "2026-01-13T12:00").due()).isEqualTo(end("2026-01-12"));
    }

    @Test
    void proceedingsHaveTwentySixWeeksBeginningWithTheDayOfIssue() {
        court("2026-01-05T10:00", CourtStage.PRE_PROCEEDINGS);
        assertThat(only("plo.pre", "2026-01-06T09:00").due()).isEqualTo(end("2026-04-27"));

        court("2026-01-12T10:00", CourtStage.APPLICATION);
        assertThat(only("plo.pre", "2026-01-12T11:00").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(only("plo.court", "2026-01-12T11:00").due()).isEqualTo(end("2026-07-12"));
    }

    @Test
    void aPracticeReviewHasSixMonthsWhereTheRapidReviewDecidedOne() {
        story.at("2026-01-31T10:00")
                .from("partnership")
                .about(child)
                .says(new CareBody.RapidReviewDone(false));
        assertThat(of("lcspr", "2026-01-31T11:00")).isEmpty();

        story.at("2026-08-31T10:00")
                .from("partnership")
                .about(child)
                .says(new CareBody.RapidReviewDone(true));
        assertThat(only("lcspr", "2026-08-31T11:00").due()).isEqualTo(end("2027-02-28"));
    }

    @Test
    void aChildProtectionFileFollowsThePupilAndOnlyWhereThereIsOne() {
        joined("2026-01-05");
        assertThat(of("school.file", "2026-01-06T09:00")).isEmpty();

        conference("2026-02-02", CareBody.Conference.ConferenceType.INITIAL);
        joined("2026-02-09");
        Duty file = only("school.file", "2026-02-10T09:00");
        assertThat(file.due()).isEqualTo(end("2026-02-16"));
        assertThat(file.owedBy())
                .extracting(r -> r.text())
                .containsExactly("eastholme-school/safeguarding-lead");

        story.at("2026-02-12T10:00")
                .from("eastholme/school")
                .about(child)
                .says(new SchoolBody.SchoolFile(false, Optional.empty(), Optional.empty()));
        assertThat(only("school.file", "2026-02-12T11:00").state())
                .isInstanceOf(State.Running.class);
        story.at("2026-02-13T10:00")
                .from("school")
                .about(child)
                .says(new SchoolBody.SchoolFile(true, Optional.empty(), Optional.empty()));
        assertThat(only("school.file", "2026-02-13T11:00").state())
                .isInstanceOf(State.Discharged.class);
    }

    @Test
    void theSafeguardingPartOfARecordGoesBeforeTheRest() {
        transfer("2026-01-05T10:00", TransferStage.REQUESTED, List.of(), List.of());
        transfer(
                "2026-01-12T10:00",
                TransferStage.INCOMPLETE,
                List.of(RecordPart.SUMMARY),
                List.of(RecordPart.SAFEGUARDING, RecordPart.LETTERS));

        assertThat(only("gp.safeguarding", "2026-01-12T11:00").due()).isEqualTo(end("2026-01-13"));
        transfer(
                "2026-01-13T10:00",
                TransferStage.INCOMPLETE,
                List.of(RecordPart.SAFEGUARDING),
                List.of(RecordPart.LETTERS));
        assertThat(only("gp.safeguarding", "2026-01-13T11:00").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(only("gp.transfer", "2026-01-13T11:00").state())
                .isInstanceOf(State.Running.class);
    }

    @Test
    void acrossABorderTheRecordGoesOnPaperAndTheEnvelopeIsOpened() {
        paper("2026-01-05T10:00", TransferStage.REQUESTED, "gp");
        assertThat(only("gp.border", "2026-01-05T11:00").due()).isEqualTo(end("2026-02-01"));

        paper("2026-01-12T10:00", TransferStage.SENT, "eastholme/gp");
        assertThat(only("gp.border", "2026-01-12T11:00").state())
                .isInstanceOf(State.Discharged.class);
        Duty envelope = only("gp.envelope", "2026-01-12T11:00");
        assertThat(envelope.owedBy())
                .extracting(r -> r.text())
                .containsExactly("westmarsh-gp/records-lead");
    }

    @Test
    void aConditionIsReportedByItsDayAndWhatFailedIsDecidedOn() {
        condition("2026-01-05T10:00", ConditionState.SET, Optional.of("2026-02-01"));
        assertThat(only("order.condition", "2026-02-01T23:00").state())
                .isInstanceOf(State.Running.class);
        assertThat(only("order.condition", "2026-02-02T00:00").state())
                .isInstanceOf(State.Overdue.class);

        condition("2026-02-02T10:00", ConditionState.NOT_MET, Optional.empty());
        assertThat(only("order.condition", "2026-02-02T11:00").state())
                .isInstanceOf(State.Discharged.class);
        assertThat(only("order.failed", "2026-02-02T11:00").due()).isEqualTo(end("2026-02-03"));
    }

    private Fact challenge(boolean risk) {
        return story.at("2025-12-19T11:00")
                .from("school")
                .about(child)
                .to("childrens-social-care")
                .says(
                        new ProfessionalChallenge(
                                Optional.of(new Text("Closed too soon.")), false, risk));
    }

    private Fact meeting(MeetingType type, MeetingStage stage, String on) {
        return story.at("2026-01-05T09:00")
                .from("childrens-social-care")
                .about(child)
                .to("gp")
                .to("school")
                .says(planned(type, stage, on));
    }

    private static CareBody.Meeting planned(MeetingType type, MeetingStage stage, String on) {
        return new CareBody.Meeting(
                type, stage, Optional.of(LocalDate.parse(on)), Optional.empty(), Optional.empty());
    }

    private void conference(String day, CareBody.Conference.ConferenceType type) {
        story.at(day + "T15:00")
                .from("childrens-social-care")
                .about(child)
                .happened(day)
                .says(
                        new CareBody.Conference(
                                type,
                                CareBody.Conference.ConferenceOutcome.PLAN,
                                List.of(CareBody.Harm.NEGLECT)));
    }

    private static CareBody.PrivateFostering fostered() {
        return new CareBody.PrivateFostering(false);
    }

    private void visit(String day, VisitOutcome outcome) {
        story.at(day + "T15:00")
                .from("childrens-social-care")
                .about(child)
                .happened(day)
                .says(
                        new CareBody.Visit(
                                outcome,
                                CareBody.Visit.VisitReason.PLANNED,
                                true,
                                false,
                                Optional.empty()));
    }

    private void court(String at, CourtStage step) {
        story.at(at)
                .from("court")
                .about(child)
                .says(new CareBody.CourtStep(step, Optional.empty()));
    }

    private void extend(Duty duty, String at, String until) {
        story.at(at)
                .from("court")
                .about(child)
                .says(
                        new SharedBody.DutyNote(
                                duty.key(),
                                Optional.of(LocalDate.parse(until)),
                                new Text("The mother is in hospital."),
                                Optional.of(new Text("Leah Marsh, judge"))));
    }

    /** What came of the move says nothing of a file that was there to be sent. */
    @Test
    void neitherTheReceiptNorWhatTheNewSchoolWritesOnTheFirstDayIsAFileThatWasThereBefore() {
        joined("2026-01-05");
        story.at("2026-01-05T11:00")
                .from("school")
                .about(child)
                .happened("2026-01-05")
                .says(
                        new SchoolBody.Concern(
                                SchoolBody.Concern.Topic.OTHER, Optional.empty(), false));
        story.at("2026-01-07T11:00")
                .from("school")
                .about(child)
                .happened("2026-01-05")
                .says(new SchoolBody.SchoolFile(true, Optional.empty(), Optional.empty()));

        assertThat(of("school.file", "2026-01-08T09:00")).isEmpty();
    }

    private void joined(String day) {
        story.at(day + "T09:00")
                .from("school")
                .about(child)
                .happened(day)
                .says(
                        new SchoolBody.SchoolRoll(
                                true, Optional.of(Story.agency("eastholme/school"))));
    }

    private void transfer(
            String at, TransferStage stage, List<RecordPart> arrived, List<RecordPart> missing) {
        story.at(at)
                .from("gp")
                .about(child)
                .says(
                        new GpRecordTransfer(
                                stage,
                                Optional.of(Story.agency("eastholme/gp")),
                                Optional.empty(),
                                Optional.of(TransferWay.GP2GP),
                                arrived,
                                missing));
    }

    private void paper(String at, TransferStage stage, String by) {
        story.at(at)
                .from(by)
                .about(child)
                .to("gp")
                .says(
                        new GpRecordTransfer(
                                stage,
                                Optional.of(Story.agency("eastholme/gp")),
                                Optional.empty(),
                                Optional.of(TransferWay.PAPER),
                                List.of(),
                                List.of()));
    }

    private void condition(String at, ConditionState state, Optional<String> due) {
        story.at(at)
                .from("probation")
                .about(child)
                .says(
                        new OrderCondition(
                                "attends the programme", state, due.map(LocalDate::parse)));
    }

    private static Instant end(String day) {
        return London.endOf(LocalDate.parse(day));
    }

    private List<Duty> of(String key, String london) {
        return clocks.evaluate(story.situation(child, london), List.of()).duties().stream()
                .filter(d -> d.clock().value().equals(key))
                .toList();
    }

    private Duty only(String key, String london) {
        List<Duty> duties = of(key, london);
        assertThat(duties).as(key).hasSize(1);
        return duties.getFirst();
    }
}
