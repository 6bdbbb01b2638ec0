package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;
import static sightline.core.story.Said.CARE;
import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.visit;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Optional;

final class ChildNotSeenTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who baby = story.person("baby", "2023-03-01");
    private final Asked asked = new Asked(story, new ChildNotSeen(), child);
    private final Asked ofBaby = new Asked(story, new ChildNotSeen(), baby);

    @Test
    void aRefusedVisitAfterAReportOfHarmFiresAtOnce() {
        Fact report = report("2024-03-04T09:00");
        Fact refused =
                says(
                        "school",
                        "2024-03-05T10:00",
                        visit(VisitOutcome.REFUSED, VisitReason.CONCERN));

        Finding finding = asked.only("2024-03-05T10:00");
        assertThat(finding.matter()).isEqualTo(report.id().text());
        assertThat(finding.item()).isEqualTo("visit-" + refused.id().text());
        assertThat(Asked.told(finding))
                .containsExactly("childrens-social-care/duty-manager", "school/safeguarding-lead");
    }

    @Test
    void seenAfterwardsItEnds() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-05T10:00", visit(VisitOutcome.NOT_AT_HOME, VisitReason.REFERRAL));
        says(CARE, "2024-03-06T10:00", visit(VisitOutcome.SEEN, VisitReason.REFERRAL));

        asked.silent("2024-03-06T10:00");
    }

    @Test
    void seenBetweenTheReportAndTheVisitItIsNotInThisLimb() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-04T15:00", visit(VisitOutcome.SEEN, VisitReason.REFERRAL));
        says(CARE, "2024-03-06T10:00", visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));

        asked.silent("2024-03-06T10:00");
    }

    @Test
    void aGlimpseIsNotSeeing() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-06T10:00", visit(VisitOutcome.SEEN_AT_A_DISTANCE, VisitReason.PLANNED));

        asked.only("2024-03-06T10:00");
    }

    @Test
    void oneFailedVisitWithoutAReportIsNot() {
        says(CARE, "2024-03-06T10:00", visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));

        asked.silent("2024-03-06T10:00");
    }

    @Test
    void theLastTwoOwedVisitsFailedWhateverTheReport() {
        says(CARE, "2024-03-06T10:00", visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));
        says(CARE, "2024-03-08T10:00", visit(VisitOutcome.NO_ACCESS, VisitReason.PLANNED));
        assertThat(asked.only("2024-03-08T10:00").matter()).isEqualTo("no-report");

        says(CARE, "2024-03-09T10:00", visit(VisitOutcome.REFUSED, VisitReason.PLANNED));
        assertThat(asked.alerts("2024-03-09T10:00")).hasSize(2);

        says(CARE, "2024-03-11T10:00", visit(VisitOutcome.SEEN_ALONE, VisitReason.PLANNED));
        asked.silent("2024-03-11T10:00");
    }

    @Test
    void aHealthVisitorsRoutineVisitsAreNotCountedUntilThereIsAMatter() {
        says(
                "health-visiting",
                "2024-03-06T10:00",
                visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));
        says(
                "health-visiting",
                "2024-03-08T10:00",
                visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));
        says(
                "health-visiting",
                "2024-03-10T10:00",
                visit(VisitOutcome.CANCELLED, VisitReason.PLANNED));
        asked.silent("2024-03-20T10:00");

        says(CARE, "2024-03-21T10:00", Said.protectionPlan());
        says(
                "health-visiting",
                "2024-03-22T10:00",
                visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));
        says(
                "health-visiting",
                "2024-03-25T10:00",
                visit(VisitOutcome.REFUSED, VisitReason.PLANNED));
        asked.only("2024-03-25T10:00");
    }

    @Test
    void failedSeenFailedIsNotTwoInARow() {
        says(CARE, "2024-03-06T10:00", visit(VisitOutcome.NOT_AT_HOME, VisitReason.PLANNED));
        says(CARE, "2024-03-07T10:00", visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        says(CARE, "2024-03-08T10:00", visit(VisitOutcome.NO_ACCESS, VisitReason.PLANNED));

        asked.silent("2024-03-08T10:00");
    }

    @Test
    void aPlannedVisitThatNobodyMadeFailsWithItsDay() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-04T10:00", Said.visitPlanned("2024-03-06"));

        asked.beginsAt("2024-03-04T10:00", "2024-03-07T00:00");
    }

    @Test
    void aCancelledVisitHasTwoWorkingDaysToBeMade() {
        says(CARE, "2024-03-08T10:00", visit(VisitOutcome.CANCELLED, VisitReason.PLANNED));

        asked.beginsAt("2024-03-08T10:00", "2024-03-13T00:00");
        says(CARE, "2024-03-12T10:00", visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        asked.silent("2024-03-13T10:00");
    }

    @Test
    void afterAnInjuryTheMarksMustBeLookedAt() {
        says("school", "2024-03-04T09:00", bruise(Site.BACK));
        says(CARE, "2024-03-04T15:00", visit(VisitOutcome.SEEN, VisitReason.CONCERN));
        says(CARE, "2024-03-05T15:00", visit(VisitOutcome.NO_ACCESS, VisitReason.CONCERN));
        asked.only("2024-03-05T15:00");

        says(CARE, "2024-03-06T15:00", Said.seenWithSkin());
        asked.silent("2024-03-06T15:00");
    }

    @Test
    void seenButNotExaminableFires() {
        says("hospital", "2024-03-01T09:00", bruise(Site.BACK));
        says(
                CARE,
                "2024-03-30T15:00",
                visit(VisitOutcome.SEEN_NOT_EXAMINABLE, VisitReason.UNDER_PLAN));

        assertThat(asked.only("2024-03-30T15:00").headline().value())
                .startsWith("Seen but not examinable");
    }

    @Test
    void notExaminableFiresAlthoughADoctorLookedBeforeAndEndsWhenOneLooksAfter() {
        says("hospital", "2024-03-01T09:00", bruise(Site.BACK));
        says(CARE, "2024-03-02T09:00", Said.seenWithSkin());
        says(
                CARE,
                "2024-03-30T15:00",
                visit(VisitOutcome.SEEN_NOT_EXAMINABLE, VisitReason.UNDER_PLAN));
        asked.only("2024-03-30T15:00");

        says(CARE, "2024-03-31T15:00", visit(VisitOutcome.SEEN, VisitReason.UNDER_PLAN));
        asked.only("2024-03-31T15:00");
        says(CARE, "2024-04-01T15:00", Said.seenWithSkin());
        asked.silent("2024-04-01T15:00");
    }

    @Test
    void aClinicThatNotesBruisesAndCannotExamineHasNotLooked() {
        says(
                "hospital",
                "2024-03-01T09:00",
                visit(VisitOutcome.SEEN_NOT_EXAMINABLE, VisitReason.CONCERN));
        report("2024-02-20T09:00");
        says("hospital", "2024-03-01T09:00", bruise(Site.BACK));

        assertThat(asked.alerts("2024-03-01T09:00")).isNotEmpty();
    }

    @Test
    void aChildInHospitalIsSeenThere() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-05T10:00", visit(VisitOutcome.NOT_AT_HOME, VisitReason.REFERRAL));
        says(
                "hospital",
                "2024-03-05T12:00",
                new HealthBody.HealthContact(
                        HealthBody.HealthContact.Setting.WARD,
                        true,
                        Optional.empty(),
                        Optional.empty()));

        asked.silent("2024-03-05T12:00");
    }

    @Test
    void aComplaintIsARightAndNotRead() {
        report("2024-03-04T09:00");
        says(
                CARE,
                "2024-03-05T10:00",
                new SharedBody.Note(new Text("the mother complains of harassment")));

        asked.silent("2024-03-05T12:00");
    }

    @Test
    void closedWithoutSeeingTheChildAloneFires() {
        report("2024-03-04T09:00");
        Fact closing = says(CARE, "2024-03-20T10:00", Said.closed(false, true));

        assertThat(asked.only("2024-03-20T10:00").item())
                .isEqualTo("closed-" + closing.id().text());
        says(CARE, "2024-03-21T10:00", visit(VisitOutcome.SEEN_ALONE, VisitReason.OTHER));
        asked.silent("2024-03-21T10:00");
    }

    @Test
    void whoeverClosedIsToldThoughTheFamilyHasLeftTheirArea() {
        report("2024-03-04T10:00");
        story.at("2024-03-18T10:00")
                .from("eastholme/gp")
                .about(child)
                .place("9 Quay Street")
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
        says(CARE, "2024-03-20T10:00", Said.closed(false, true));

        assertThat(asked.only("2024-03-20T10:00").first().stream().map(Recipient::text))
                .contains(
                        "westmarsh-childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/duty-manager");
    }

    @Test
    void closedAfterSeeingTheChildAloneIsSilent() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-20T10:00", Said.closed(true, false));

        asked.silent("2024-03-20T10:00");
    }

    @Test
    void seenAloneByAnotherServiceIsNotByTheOneThatCloses() {
        report("2024-03-04T09:00");
        says("police", "2024-03-05T10:00", visit(VisitOutcome.SEEN_ALONE, VisitReason.CONCERN));
        says(CARE, "2024-03-20T10:00", Said.noFurtherAction());

        asked.only("2024-03-20T10:00");
    }

    @Test
    void closingWithoutAReportOfHarmIsSilent() {
        says(CARE, "2024-03-20T10:00", Said.closed(false, false));

        asked.silent("2024-03-20T10:00");
    }

    @Test
    void aChildTooYoungToSpeakMustHaveHadTheSkinLookedAt() {
        story.at("2024-03-04T09:00")
                .from("school")
                .about(baby)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));
        story.at("2024-03-20T09:00").from(CARE).about(baby).says(Said.closed(true, false));
        ofBaby.only("2024-03-20T09:00");

        story.at("2024-03-21T09:00").from("hospital").about(baby).says(bruise(Site.SHIN));
        ofBaby.silent("2024-03-21T09:00");
    }

    @Test
    void anUnbornChildsMotherMustBeSpokenToAlone() {
        Who mother = story.person("mother", "1990-01-01");
        Who unborn = story.stranger("unborn");
        story.at("2024-01-10T09:00")
                .from("maternity")
                .about(mother)
                .with(MOTHER, mother)
                .with(UNBORN_CHILD, unborn)
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2024-07-01")), 1));
        story.at("2024-02-01T09:00")
                .from(CARE)
                .with(UNBORN_CHILD, unborn)
                .says(visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        Asked ofUnborn = new Asked(story, new ChildNotSeen(), unborn);
        ofUnborn.only("2024-02-01T09:00");

        story.at("2024-02-02T09:00")
                .from("maternity")
                .about(mother)
                .says(new CareBody.MotherSpokenToAlone());
        ofUnborn.silent("2024-02-02T09:00");
    }

    @Test
    void aVisitThatSawTheMotherAloneSpokeWithHerAlone() {
        Who mother = story.person("mother", "1990-01-01");
        Who unborn = story.stranger("unborn");
        story.at("2024-02-01T09:00")
                .from(CARE)
                .with(UNBORN_CHILD, unborn)
                .with(MOTHER, mother)
                .says(visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        Asked ofUnborn = new Asked(story, new ChildNotSeen(), unborn);
        ofUnborn.only("2024-02-01T09:00");

        story.at("2024-02-02T09:00")
                .from(CARE)
                .with(UNBORN_CHILD, unborn)
                .with(MOTHER, mother)
                .says(visit(VisitOutcome.SEEN_ALONE, VisitReason.PLANNED));
        ofUnborn.silent("2024-02-02T09:00");
    }

    @Test
    void aRetractedVisitDidNotFail() {
        report("2024-03-04T09:00");
        Fact refused =
                says(CARE, "2024-03-05T10:00", visit(VisitOutcome.REFUSED, VisitReason.REFERRAL));
        story.at("2024-03-05T11:00")
                .from(CARE)
                .about(child)
                .regarding(refused)
                .says(Said.retraction());

        asked.silent("2024-03-05T11:00");
    }

    @Test
    void nobodyOwesAVisitToAChildWhoHasDied() {
        report("2024-03-04T09:00");
        says(CARE, "2024-03-04T10:00", Said.visitPlanned("2024-03-06"));
        says("hospital", "2024-03-05T09:00", new CareBody.SeriousIncident(true, true));

        asked.silent("2024-03-07T10:00");
    }

    @Test
    void aReferralThatComesWeeksAfterItWasClosedWasClosedUnseenAllTheSame() {
        story.at("2024-03-04T10:03")
                .happened("2024-03-04")
                .from(CARE)
                .about(child)
                .says(Said.noFurtherAction());
        asked.silent("2024-03-25T09:00");
        Fact late =
                story.at("2024-03-25T10:00")
                        .recorded("2024-03-04T10:00")
                        .happened("2024-03-04")
                        .from("school")
                        .to(CARE)
                        .about(child)
                        .says(Said.referral(Harm.INJURY));

        Finding finding = asked.only("2024-03-25T10:00");
        assertThat(finding.matter()).isEqualTo(late.id().text());
        assertThat(finding.since()).isEqualTo(Story.instant("2024-03-25T10:00"));
    }

    @Test
    void whatWasWrittenDownAfterTheClosingOfThatDayIsNotWhatWasClosed() {
        story.at("2024-03-04T10:03")
                .happened("2024-03-04")
                .from(CARE)
                .about(child)
                .says(Said.noFurtherAction());
        story.at("2024-03-25T10:00")
                .recorded("2024-03-04T11:00")
                .happened("2024-03-04")
                .from("school")
                .to(CARE)
                .about(child)
                .says(Said.referral(Harm.INJURY));

        asked.silent("2024-03-25T10:00");
    }

    @Test
    void theDecisionThatNamesALateReferralHadIt() {
        Fact late =
                story.at("2024-03-25T10:00")
                        .happened("2024-03-04")
                        .from("school")
                        .to(CARE)
                        .about(child)
                        .says(Said.referral(Harm.INJURY));
        story.at("2024-03-04T10:03")
                .happened("2024-03-04")
                .from(CARE)
                .about(child)
                .regarding(late)
                .says(Said.noFurtherAction());

        asked.only("2024-03-25T10:00");
    }

    private Fact report(String at) {
        return story.at(at).from("school").about(child).to(CARE).says(Said.referral(Harm.NEGLECT));
    }

    private Fact says(String agency, String at, Body body) {
        return story.at(at).from(agency).about(child).says(body);
    }
}
