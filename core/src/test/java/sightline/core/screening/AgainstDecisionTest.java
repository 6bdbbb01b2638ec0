package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.injury;
import static sightline.core.story.Said.mark;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.CloseReason;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

/** Decisions like those that inquiries describe, and what the records held against them. */
final class AgainstDecisionTest {
    private static final String NOW = "2024-04-01T10:00";
    private final Story story = new Story();
    private final Who baby = story.person("baby", "2023-03-01");
    private final Who five = story.person("five", "2019-01-01");
    private final Who mother = story.person("mother", "1990-01-01");

    @Test
    void aReturnHomeHasTheInjuriesTheOpinionTheBailAndTheOpenMattersAgainstIt() {
        bornTo(baby);
        Fact seen =
                says(
                        "hospital",
                        "2024-03-01T10:00",
                        baby,
                        injury(mark(MarkKind.BRUISE, Site.BREASTBONE), Mechanism.FALL));
        story.at("2024-03-02T10:00")
                .from("hospital")
                .about(baby)
                .regarding(seen)
                .says(new MedicalOpinion(Fit.DOES_NOT_FIT, Optional.empty()));
        says(Said.CARE, "2024-03-03T10:00", baby, Said.protectionPlan());
        says(Said.CARE, "2024-03-20T10:00", baby, home(""));

        AgainstDecision.Made made = only(baby);
        assertThat(made.decision()).isEqualTo(WeightyDecision.RETURN_HOME);
        assertThat(made.reason()).isEmpty();
        assertThat(texts(made.against().against()))
                .anyMatch(t ->
                        t.startsWith("Injury: bruise, breastbone (left); explained as fall")
                                && t.contains("Medical opinion: does not fit")
                                && t.contains("seldom comes by accident"))
                .contains("Open: a child protection plan");
        assertThat(made.against().against())
                .allMatch(s -> !s.facts().isEmpty() && s.certainty() == Certainty.CONFIRMED)
                .extracting(s -> s.source().value())
                .anyMatch(s -> s.endsWith("hospital"));
        assertThat(texts(made.against().notHeard()))
                .contains("No assessment holds an answer of the mother");
    }

    @Test
    void thresholdNotMetAlthoughMarksWereReportedAndTheChildWasNotSeen() {
        Fact referral =
                story.at("2024-03-01T10:00")
                        .from("nursery")
                        .about(five)
                        .to(Said.CARE)
                        .says(Said.referral(Harm.INJURY));
        story.at("2024-03-02T10:00")
                .from(Said.CARE)
                .about(five)
                .regarding(referral)
                .says(notMet(""));

        AgainstDecision.Made made = only(five);
        assertThat(made.decision()).isEqualTo(WeightyDecision.THRESHOLD_NOT_MET);
        assertThat(made.against().against()).hasSize(1);
        assertThat(texts(made.against().notHeard()))
                .contains(
                        "The child was not seen since the newest report, of 1 March 2024",
                        "Nobody looked at the child’s skin since the newest report, of 1 March 2024",
                        "No words of the child are recorded since the newest report, of 1 March"
                                + " 2024",
                        "Whoever referred the child was not spoken to");
    }

    @Test
    void whereTheChildWasSeenAloneAndNothingIsReportedNothingSpeaksAgainstClosing() {
        says(Said.CARE, "2024-03-01T10:00", five, Said.visit(VisitOutcome.SEEN_ALONE, planned()));
        says("gp", "2024-03-02T10:00", five, bruise(Site.SHIN, Mechanism.FALL));
        says(Said.CARE, "2024-03-03T10:00", five, Said.visit(VisitOutcome.SEEN_ALONE, planned()));
        says("gp", "2024-03-03T11:00", five, bruise(Site.SHIN, Mechanism.FALL));
        says(Said.CARE, "2024-03-20T10:00", five, Said.closed(true, true));

        assertThat(only(five).against().against()).isEmpty();
        assertThat(only(five).against().unanswered()).isEmpty();
    }

    @Test
    void whatReachedUsTheMomentAfterIsNotHeldAgainstTheDecisionAndTheMomentBeforeIs() {
        says("hospital", "2024-03-20T09:59", five, bruise(Site.BACK));
        says(Said.CARE, "2024-03-20T10:00", five, Said.closed(true, true));
        says("hospital", "2024-03-20T10:01", five, bruise(Site.EAR));

        assertThat(only(five).against().against()).hasSize(1);
        assertThat(
                        AgainstDecision.of(
                                        story.situation(five, NOW),
                                        WeightyDecision.CLOSE_CASE,
                                        Story.instant(NOW),
                                        Optional.empty())
                                .against())
                .hasSize(2);
    }

    @Test
    void openRequestsAwaitedOpinionsAndUnansweredAlertsAreSaid() {
        says("hospital", "2024-03-01T10:00", five, bruise(Site.BACK));
        Fact asked =
                story.at("2024-03-02T10:00")
                        .from(Said.CARE)
                        .about(five)
                        .to("police")
                        .says(
                                new SharedBody.InformationRequest(
                                        false,
                                        SharedBody.InformationRequest.Asked.POLICE_CHECKS,
                                        Optional.empty(),
                                        Optional.empty()));
        story.at("2024-03-02T11:00")
                .from("sightline")
                .about(five)
                .says(
                        new SystemBody.AlertChanged(
                                "ALR-04-0000000001",
                                "AL-04",
                                SystemBody.AlertChanged.AlertChange.RAISED,
                                List.of()));

        AgainstDecision laid = laid(five, NOW);
        assertThat(texts(laid.unanswered()))
                .contains(
                        "Asked for police checks, and not answered",
                        "A medical opinion is awaited: bruise, back (left)",
                        "Not answered: alert ALR-04-0000000001");
        assertThat(texts(laid.notHeard())).anyMatch(t -> t.startsWith("An agency that was asked"));

        story.at("2024-03-03T10:00")
                .from("police")
                .about(five)
                .regarding(asked)
                .says(
                        new SharedBody.InformationAnswer(
                                SharedBody.InformationAnswer.AnswerOutcome.NOTHING_HELD,
                                Optional.empty()));
        says("social-care-manager", "2024-03-03T10:00", five, Said.answered("ALR-04-0000000001"));
        assertThat(texts(laid(five, NOW).unanswered()))
                .containsExactly("A medical opinion is awaited: bruise, back (left)");
    }

    @Test
    void theReasonAndAnyAgencysDissentStandBesideTheDecision() {
        says("hospital", "2024-03-01T10:00", five, bruise(Site.BACK));
        Fact decided = says(Said.CARE, "2024-03-20T10:00", five, home("grandmother moves in"));
        story.at("2024-03-21T10:00")
                .from("nursery")
                .about(five)
                .regarding(decided)
                .says(
                        new SharedBody.ProfessionalChallenge(
                                Optional.of(new Text("she will not be there at night")),
                                false,
                                false));

        AgainstDecision.Made made = only(five);
        assertThat(made.reason()).contains(new Text("grandmother moves in"));
        assertThat(made.dissent()).hasSize(1);
        assertThat(texts(laid(five, NOW).against())).contains("Disagreement, not resolved");

        story.at("2024-03-22T10:00")
                .from(Said.CARE)
                .about(five)
                .regarding(made.dissent().getFirst().fact())
                .says(new SharedBody.ProfessionalChallenge(Optional.empty(), true, false));
        assertThat(texts(laid(five, NOW).against())).doesNotContain("Disagreement, not resolved");
    }

    @Test
    void aLegalMeetingThatSaysNotMetIsSuchADecisionAndOneThatSaysMetIsNone() {
        says(Said.CARE, "2024-03-20T10:00", five, meeting(false));
        assertThat(only(five).decision()).isEqualTo(WeightyDecision.THRESHOLD_NOT_MET);

        says(Said.CARE, "2024-03-20T10:00", baby, meeting(true));
        assertThat(AgainstDecision.made(story.situation(baby, NOW))).isEmpty();
    }

    private static CareBody.Meeting meeting(boolean met) {
        return new CareBody.Meeting(
                CareBody.MeetingType.LEGAL_PLANNING,
                CareBody.MeetingStage.HELD,
                Optional.empty(),
                Optional.of(met),
                Optional.empty());
    }

    private static CareBody.VisitReason planned() {
        return CareBody.VisitReason.PLANNED;
    }

    private static CareBody.ReturnedHome home(String reason) {
        return new CareBody.ReturnedHome(
                Optional.empty(), Optional.of(reason).filter(r -> !r.isEmpty()).map(Text::new));
    }

    private static CareBody.ReferralDecision notMet(String reason) {
        return new CareBody.ReferralDecision(
                Decision.NO_FURTHER_ACTION,
                false,
                false,
                List.of(CloseReason.THRESHOLD_NOT_MET),
                Optional.of(reason).filter(r -> !r.isEmpty()).map(Text::new));
    }

    private AgainstDecision laid(Who who, String at) {
        return AgainstDecision.of(
                story.situation(who, at),
                WeightyDecision.CLOSE_CASE,
                Story.instant(at),
                Optional.empty());
    }

    private void bornTo(Who child) {
        story.at("2023-03-02T10:00")
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .says(new SharedBody.Note(new Text("came with the child")));
    }

    private AgainstDecision.Made only(Who who) {
        List<AgainstDecision.Made> made = AgainstDecision.made(story.situation(who, NOW));
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(s -> s.text().value()).toList();
    }

    private Fact says(String agency, String at, Who who, Body body) {
        return story.at(at).from(agency).about(who).says(body);
    }
}
