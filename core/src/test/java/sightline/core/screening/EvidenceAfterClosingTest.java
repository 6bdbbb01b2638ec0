package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.EvidenceReceived.EvidenceType;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class EvidenceAfterClosingTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who neighbour = story.person("neighbour", "1960-03-01");

    @ParameterizedTest
    @EnumSource(names = {"PHOTOGRAPH", "RECORDING", "STATEMENT", "MEDICAL"})
    void evidenceThatNamesTheClosedMatterAtAnyTime(EvidenceType type) {
        Fact referral = closedReferral();
        Fact came =
                story.at("2027-03-04T10:00")
                        .from("school")
                        .about(child)
                        .regarding(referral)
                        .says(evidence(type));

        Finding finding = asked().only("2027-03-04T10:00");
        assertThat(finding.matter()).isEqualTo(referral.id().text());
        assertThat(finding.item()).isEqualTo(came.id().text());
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager",
                        "childrens-social-care/social-worker");
    }

    @Test
    void evidenceThatNamesNothingCountsForTwelveMonths() {
        closedReferral();
        say("2025-03-05T10:00", "school", evidence(EvidenceType.PHOTOGRAPH));
        asked().only("2025-03-05T10:00");

        say("2025-03-06T10:00", "school", evidence(EvidenceType.PHOTOGRAPH));
        asked().only("2025-03-06T10:00");
    }

    @Test
    void aPhotographOfWhoMayBeThisChildIsPossiblyAboutTheClosedMatter() {
        Who other = story.person("other", "2015-03-01");
        Fact referral = closedReferral();
        story.undecided(child, other);
        asked().silent("2024-03-20T10:00");

        story.at("2024-03-21T10:00")
                .from("police")
                .about(other)
                .says(evidence(EvidenceType.PHOTOGRAPH));

        Finding finding = asked().only("2024-03-21T10:00");
        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(finding.matter()).isEqualTo(referral.id().text());
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
        assertThat(finding.path())
                .noneMatch(s ->
                        s.text().value().contains("photograph")
                                || s.source().value().contains("police"));
        new Asked(story, new EvidenceAfterClosing(), other).silent("2024-03-21T10:00");
    }

    @Test
    void whatWhoMayBeThisChildToldASchoolIsPossiblyAboutTheClosedMatter() {
        possiblyAbout("school", concern(Topic.DISCLOSURE));
    }

    @Test
    void whatADoctorSaysOfWhoMayBeThisChildIsPossiblyAboutTheClosedMatter() {
        possiblyAbout("hospital", opinion(Fit.DOES_NOT_FIT));
    }

    private void possiblyAbout(String agency, Body body) {
        Who other = story.person("other", "2015-03-01");
        closedReferral();
        story.undecided(child, other);
        story.at("2024-03-21T10:00").from("gp").about(other).says(opinion(Fit.AWAITED));
        story.at("2024-03-21T10:00").from("school").about(other).says(concern(Topic.BEHAVIOUR));
        asked().silent("2024-03-21T10:00");

        story.at("2024-03-22T10:00").from(agency).about(other).says(body);
        assertThat(asked().only("2024-03-22T10:00").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aPublicReportOfWhoMayBeThisChildIsPossiblyAboutTheClosedMatter() {
        Who other = story.stranger("other");
        closedReferral();
        story.at("2024-06-21T10:00")
                .from("charity")
                .with(PersonRole.CHILD, other)
                .says(
                        new SharedBody.PublicReport(
                                true, Harm.INJURY, Optional.of(new Text("A black eye again."))));
        asked().silent("2024-06-21T10:00");

        story.undecided(child, other);
        assertThat(asked().only("2024-06-21T10:00").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whatCameBeforeTheClosingAndADocumentAreNone() {
        refer("2024-03-04T10:00");
        say("2024-03-04T12:00", "school", evidence(EvidenceType.PHOTOGRAPH));
        say("2024-03-05T10:00", CARE, Said.noFurtherAction());
        say("2024-03-06T10:00", "school", evidence(EvidenceType.DOCUMENT));

        asked().silent("2024-03-06T10:00");
    }

    @Test
    void whatCameAfterAClosingThatWasHeardOfLateIsNew() {
        refer("2024-03-04T10:00");
        say("2024-03-12T10:00", "hospital", opinion(Fit.INFLICTED));
        asked().silent("2024-03-12T10:00");

        closedLate("2024-03-20T10:00", "2024-03-05T10:00");

        Finding finding = asked().only("2024-03-20T10:00");
        assertThat(finding.since()).isEqualTo(Story.instant("2024-03-20T10:00"));
        assertThat(finding.path())
                .anyMatch(s ->
                        s.text()
                                .value()
                                .equals(
                                        "Closed on 5 March 2024; the closing became known here on"
                                                + " 20 March 2024"));
    }

    @Test
    void whatCameBeforeAClosingThatWasHeardOfLateWasThereToBeRead() {
        refer("2024-03-04T10:00");
        say("2024-03-12T10:00", "hospital", opinion(Fit.INFLICTED));
        closedLate("2024-03-20T10:00", "2024-03-12T10:00");

        asked().silent("2024-03-20T10:00");
    }

    @Test
    void monthsRunFromTheDayOfAClosingThatWasHeardOfLate() {
        refer("2024-03-04T10:00");
        say("2025-03-06T10:00", "school", evidence(EvidenceType.PHOTOGRAPH));
        closedLate("2025-03-10T10:00", "2024-03-05T10:00");

        asked().silent("2025-03-10T10:00");
    }

    private void closedLate(String received, String written) {
        story.at(received)
                .recorded(written)
                .happened(written.substring(0, 10))
                .from(CARE)
                .about(child)
                .says(Said.noFurtherAction());
    }

    @Test
    void whatAChildToldASchoolIsItsOwnWords() {
        closedReferral();
        say("2024-03-20T10:00", "school", concern(Topic.BEHAVIOUR));
        asked().silent("2024-03-20T10:00");

        say("2024-03-21T10:00", "school", concern(Topic.DISCLOSURE));
        asked().only("2024-03-21T10:00");
    }

    private static SchoolBody.Concern concern(Topic topic) {
        return new SchoolBody.Concern(topic, Optional.of(new Text("Says he is shut in.")), true);
    }

    @Test
    void nothingIsNewWhereNothingWasClosed() {
        say("2024-03-06T10:00", "school", evidence(EvidenceType.PHOTOGRAPH));
        say("2024-03-07T10:00", "hospital", opinion(Fit.DOES_NOT_FIT));

        asked().silent("2024-03-07T10:00");
    }

    @Test
    void anOpinionCountsUnlessItIsAwaited() {
        closedReferral();
        say("2024-03-08T10:00", "hospital", opinion(Fit.AWAITED));
        asked().silent("2024-03-08T10:00");

        say("2024-03-09T10:00", "hospital", opinion(Fit.DOES_NOT_FIT));
        asked().only("2024-03-09T10:00");
    }

    @Test
    void anOpinionOnAnInjuryOfTheMatterIsAboutIt() {
        Fact injury = say("2023-03-04T09:00", "hospital", Said.bruise(Site.BACK, Mechanism.FALL));
        closedReferral();
        story.at("2026-08-09T10:00")
                .from("hospital")
                .about(child)
                .regarding(injury)
                .says(opinion(Fit.INFLICTED));
        asked().silent("2026-08-09T10:00");

        Fact later = say("2026-08-30T12:00", "hospital", Said.bruise(Site.BACK, Mechanism.HIT));
        Fact second = refer("2026-09-01T10:00");
        say("2026-09-02T10:00", CARE, Said.noFurtherAction());
        story.at("2026-12-09T10:00")
                .from("hospital")
                .about(child)
                .regarding(later)
                .says(opinion(Fit.INFLICTED));
        assertThat(asked().only("2026-12-09T10:00").matter()).isEqualTo(second.id().text());
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void theChildsWordsOfHarm(boolean harm, int alerts) {
        closedReferral();
        say("2024-04-09T10:00", "school", words(harm));

        assertThat(asked().alerts("2024-04-09T10:00")).hasSize(alerts);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-04, 1", "2024-04-05, 0"})
    void anInjuryUpToTheThirtiethDay(String day, int alerts) {
        closedReferral();
        say(day + "T10:00", "hospital", Said.bruise(Site.BACK, Mechanism.FALL));

        assertThat(asked().alerts(day + "T10:00")).hasSize(alerts);
    }

    @Test
    void anOrdinaryInjuryIsNone() {
        closedReferral();
        say("2024-03-09T10:00", "school", Said.bruise(Site.KNEE, Mechanism.FALL));

        asked().silent("2024-03-09T10:00");
    }

    @Test
    void whereSomethingIsWorkedOnItsOwnerHasIt() {
        closedReferral();
        say("2024-03-06T10:00", CARE, Said.protectionPlan());
        say("2024-03-09T10:00", "hospital", Said.injury(Said.mark(MarkKind.BURN, Site.HAND)));
        say("2024-03-10T10:00", "school", evidence(EvidenceType.PHOTOGRAPH));

        asked().silent("2024-03-10T10:00");
    }

    @Test
    void aReferralThatFollowsTakesNothingBack() {
        closedReferral();
        say("2024-03-09T10:00", "hospital", Said.injury(Said.mark(MarkKind.BURN, Site.HAND)));
        refer("2024-03-09T11:00");
        say("2024-03-10T11:00", CARE, Said.assessment());

        asked().only("2024-03-10T11:00");
    }

    @Test
    void aClosedInvestigationIsOfThePolice() {
        Fact plan =
                say(
                        "2024-03-04T10:00",
                        "police",
                        new PoliceBody.InvestigationPlan(
                                PoliceBody.InvestigationPlan.PlanStep.PLAN, Optional.empty()));
        say(
                "2024-03-20T10:00",
                "police",
                new PoliceBody.InvestigationPlan(
                        PoliceBody.InvestigationPlan.PlanStep.CLOSED, Optional.empty()));
        story.at("2024-06-01T10:00")
                .from("gp")
                .about(child)
                .regarding(plan)
                .says(evidence(EvidenceType.STATEMENT));

        assertThat(Asked.told(asked().only("2024-06-01T10:00")))
                .containsExactly(
                        "childrens-social-care/duty-manager",
                        "police/investigation-supervisor",
                        "police/investigator");
    }

    @Test
    void aPublicReportAfterAnyClosedMatterIsAReferral() {
        say("2024-03-01T10:00", CARE, Said.enquiry(true));
        say("2024-03-10T10:00", CARE, Said.enquiry(false));
        say("2025-03-10T10:00", "housing", Said.publicReport(true, Harm.NEGLECT));
        assertThat(referrals("2025-03-10T10:00")).hasSize(1);
        say("2025-03-11T10:00", "housing", Said.publicReport(true, Harm.NEGLECT));
        assertThat(referrals("2025-03-11T10:00").getFirst().entries()).hasSize(1);
    }

    @Test
    void aPublicReportAboutInjuriesThatNobodyAnsweredIsAReferral() {
        say("2024-03-01T10:00", "hospital", Said.bruise(Site.BACK));
        say("2024-03-04T10:00", "housing", Said.publicReport(true, Harm.NEGLECT));
        assertThat(referrals("2024-03-04T10:00")).hasSize(1);
    }

    @Test
    void onceTheInjuriesWereAnsweredAPublicReportIsNone() {
        say("2024-03-01T10:00", "hospital", Said.bruise(Site.BACK));
        say("2024-03-02T10:00", CARE, Said.answered("ALR-04-7F3A"));
        say("2024-03-04T10:00", "housing", Said.publicReport(true, Harm.NEGLECT));

        assertThat(referrals("2024-03-04T10:00")).isEmpty();
    }

    @Test
    void aPublicReportAboutAChildWhoWasNotSeenIsAReferral() {
        say(
                "2024-03-01T10:00",
                "school",
                Said.concern(sightline.core.facts.SchoolBody.Concern.Topic.HUNGER));
        say("2024-03-02T10:00", "school", Said.visit(VisitOutcome.NO_ACCESS, VisitReason.CONCERN));
        say("2024-03-04T10:00", "housing", Said.publicReport(true, Harm.NEGLECT));
        assertThat(referrals("2024-03-04T10:00")).hasSize(1);

        say("2024-03-03T10:00", CARE, Said.visit(VisitOutcome.SEEN, VisitReason.CONCERN));
        assertThat(referrals("2024-03-04T10:00")).isEmpty();
    }

    @Test
    void aLogWithACallerWhoIsNoPartyIsAPublicReport() {
        closedReferral();
        log("2024-06-01T10:00", PersonRole.PARTY);
        assertThat(referrals("2024-06-01T10:00")).hasSize(2);
    }

    @Test
    void aPartyWhoCallsIsNone() {
        closedReferral();
        story.at("2024-06-01T10:00")
                .from("police")
                .about(child)
                .with(PersonRole.PARTY, neighbour)
                .with(PersonRole.CALLER, neighbour)
                .says(incident());
        assertThat(referrals("2024-06-01T10:00")).hasSize(1);
    }

    private void log(String at, PersonRole other) {
        story.at(at)
                .from("police")
                .about(child)
                .with(other, story.person("other", "1980-01-01"))
                .with(PersonRole.CALLER, neighbour)
                .says(incident());
    }

    private static PoliceBody.PoliceIncident incident() {
        return new PoliceBody.PoliceIncident(
                PoliceBody.LogClass.CONCERN_FOR_CHILD, false, false, true, Optional.empty());
    }

    private List<ReferralCase> referrals(String at) {
        return Referrals.of(Child.in(story.situation(child, at)).orElseThrow());
    }

    private static SharedBody.EvidenceReceived evidence(EvidenceType type) {
        return new SharedBody.EvidenceReceived(type, Optional.empty());
    }

    private static HealthBody.MedicalOpinion opinion(Fit fit) {
        return new HealthBody.MedicalOpinion(fit, Optional.empty());
    }

    private static PersonBody.ChildsWords words(boolean harm) {
        return new PersonBody.ChildsWords(new Text("at home"), Optional.empty(), true, harm);
    }

    /** Closed on 5 March 2024. */
    private Fact closedReferral() {
        Fact referral = refer("2024-03-04T10:00");
        say("2024-03-05T10:00", CARE, Said.noFurtherAction());
        return referral;
    }

    private Fact refer(String at) {
        return story.at(at).from("gp").about(child).to(CARE).says(Said.referral(Harm.NEGLECT));
    }

    private Fact say(String at, String agency, Body body) {
        return story.at(at).from(agency).about(child).says(body);
    }

    private Asked asked() {
        return new Asked(story, new EvidenceAfterClosing(), child);
    }
}
