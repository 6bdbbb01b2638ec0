package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.facts.CareBody.CaseClosed;
import sightline.core.facts.CareBody.Enquiry;
import sightline.core.facts.CareBody.Plan;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.CareBody.StrategyDiscussion;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.GpRegistration;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.facts.SharedBody.HandOver.Handed;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.core.register.HandOvers;
import sightline.core.screening.CaseHandOvers;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Recipient;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A child with a plan moves to another area: the plan is nobody's for no moment. */
final class CaseHandOverTest {
    private static final String HERE = "westmarsh-childrens-social-care/";
    private static final String THERE = "eastholme-childrens-social-care/";

    private final Story story = new Story();
    private final Who child = story.person("child", "2020-02-01");
    private final Clocks clocks = Clocks.shipped();

    @BeforeEach
    void theyMoveWithAPlan() {
        story.at("2024-03-01T10:00")
                .from("childrens-social-care")
                .about(child)
                .says(new Plan(PlanType.PROTECTION, true));
        story.at("2024-03-04T10:00")
                .from("eastholme/gp")
                .about(child)
                .place("4 Harbour Road, Eastholme")
                .says(new GpRegistration(Optional.empty(), true));
    }

    @Test
    void visitsAreOwedByWhoeverHasThePlanUntilTheOtherAreaAccepts() {
        assertThat(owing("plan.visit", "2024-03-04T11:00"))
                .containsExactly(HERE + "lead-social-worker");

        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);
        assertThat(owing("plan.visit", "2024-03-05T11:00"))
                .containsExactly(HERE + "lead-social-worker");
        assertThat(owing("case.move", "2024-03-05T11:00"))
                .containsExactlyInAnyOrder(HERE + "lead-social-worker", THERE + "duty-manager");

        handOver("2024-03-06T10:00", "eastholme/childrens-social-care", HandOverStage.ACCEPTED);
        assertThat(owing("plan.visit", "2024-03-06T11:00"))
                .containsExactly(THERE + "lead-social-worker");
        assertThat(owing("case.move", "2024-03-06T11:00")).isEmpty();
        assertThat(told("plan.visit", "2024-04-20T11:00"))
                .contains(THERE + "manager")
                .doesNotContain(HERE + "manager");
    }

    @Test
    void whatCountsForNothingIsTakenBackByWhoeverOfferedItAndEndsWithTheCase() {
        var northfield = new AgencyId("northfield-childrens-social-care");
        handOver("2024-03-05T10:00", "northfield/childrens-social-care", HandOverStage.OFFERED);
        HandOvers before = cases("2024-03-05T11:00");
        assertThat(before.open()).isEmpty();
        assertThat(before.idleOf(northfield::equals)).contains(before.all().getFirst());
        var next = new AgencyId("eastholme-childrens-social-care");
        assertThat(before.idleOf(next::equals)).isEmpty();
        assertThat(before.idleOf(Set.of(northfield, next)::contains))
                .as("by whoever took their place")
                .contains(before.all().getFirst());

        handOver("2024-03-05T12:00", "northfield/childrens-social-care", HandOverStage.WITHDRAWN);
        assertThat(owing("case.unheld", "2024-03-05T13:00")).isEmpty();
        assertThat(cases("2024-03-05T13:00").idleOf(northfield::equals)).isEmpty();

        handOver("2024-03-06T10:00", "northfield/childrens-social-care", HandOverStage.OFFERED);
        handOver("2024-03-06T10:30", "childrens-social-care", HandOverStage.OFFERED);
        handOver("2024-03-06T10:45", "childrens-social-care", HandOverStage.WITHDRAWN);
        assertThat(owing("case.unheld", "2024-03-06T11:00"))
                .as("nobody else's word ends what they owe")
                .containsExactly("northfield-childrens-social-care/lead-social-worker");
        story.at("2024-03-06T12:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CaseClosed(
                                true,
                                false,
                                true,
                                List.of(),
                                Optional.of(new Text("No further role."))));
        assertThat(owing("case.unheld", "2024-03-06T13:00")).isEmpty();
    }

    @Test
    void theConferenceAndTheFirstVisitInTheNewHomeAreOwedByWhoeverHasTheCase() {
        story.at("2024-03-04T12:00")
                .from("childrens-social-care")
                .about(child)
                .says(new StrategyDiscussion(StrategyOutcome.ENQUIRY, Optional.empty()));
        story.at("2024-03-05T10:00")
                .from("school")
                .about(child)
                .place("1 Mill Row")
                .says(Phrases.home());
        story.at("2024-03-06T10:00")
                .from("eastholme/school")
                .about(child)
                .place("9 Quay Street")
                .says(Phrases.home());

        assertThat(owing("s47.icpc", "2024-03-06T11:00")).containsExactly(HERE + "manager");
        assertThat(owingFirstVisit("2024-03-06T11:00"))
                .containsExactly(HERE + "lead-social-worker");
        assertThat(told("s47.icpc", "2024-03-28T11:00"))
                .contains(HERE + "manager")
                .doesNotContain(THERE + "manager");
    }

    private List<String> owingFirstVisit(String at) {
        return new Derivation(Catalogue.screening(), clocks)
                .derive(story.situation(child, at)).duties().stream()
                        .filter(d -> d.title().equals("Visit the child in the new home"))
                        .flatMap(d -> d.owedBy().stream())
                        .map(r -> r.text())
                        .distinct()
                        .toList();
    }

    @Test
    void anOfferThatNobodyAnswersClimbsOnBothSides() {
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);

        assertThat(told("case.move", "2024-03-13T11:00"))
                .contains(HERE + "manager", THERE + "manager", THERE + "head-of-service");
    }

    @Test
    void anOfferThatNobodyEverAnswersNeverGoesSilent() {
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);

        assertThat(owing("case.move", "2025-03-05T11:00"))
                .containsExactlyInAnyOrder(HERE + "lead-social-worker", THERE + "duty-manager");
        assertThat(told("case.move", "2025-03-05T11:00")).contains(HERE + "safeguarding-lead");
        assertThat(open("case.move", "2025-03-05T11:00"))
                .allSatisfy(d ->
                        assertThat(d.rungs().getLast().at())
                                .as("told again this day")
                                .isAfter(Instant.parse("2025-03-04T00:00:00Z")));
        assertThat(cases("2025-03-05T11:00").open().map(HandOvers.Offer::readUntil))
                .contains(Instant.parse("2024-09-01T10:00:00Z"));
    }

    @Test
    void whoeverOffersACaseThatAnotherHasIsToldAndNobodyIsAskedToAnswer() {
        story.at("2024-03-05T10:00")
                .from("northfield/childrens-social-care")
                .about(child)
                .to("eastholme/childrens-social-care")
                .says(new HandOver(HandOverStage.OFFERED, Handed.CASE));

        assertThat(owing("case.move", "2024-03-05T11:00")).isEmpty();
        assertThat(owing("case.unheld", "2024-03-05T11:00"))
                .containsExactly("northfield-childrens-social-care/lead-social-worker");
        HandOvers after = cases("2024-03-05T11:00");
        assertThat(after.open()).isEmpty();
        assertThat(after.all()).allMatch(after::idle);

        handOver("2024-03-06T10:00", "childrens-social-care", HandOverStage.OFFERED);
        assertThat(owing("case.unheld", "2024-03-06T11:00"))
                .as("nobody else's word ends what they owe")
                .hasSize(1);
        assertThat(owing("case.move", "2024-03-06T11:00"))
                .containsExactlyInAnyOrder(HERE + "lead-social-worker", THERE + "duty-manager");
        handOver("2024-03-07T10:00", "eastholme/childrens-social-care", HandOverStage.ACCEPTED);
        handOver("2024-03-08T10:00", "childrens-social-care", HandOverStage.OFFERED);
        assertThat(owing("case.unheld", "2024-03-08T11:00"))
                .as("who handed it over has it no more")
                .containsExactlyInAnyOrder(
                        HERE + "lead-social-worker",
                        "northfield-childrens-social-care/lead-social-worker");
    }

    @Test
    void anEnquiryThatEndedIsNobodysClaimToTheCase() {
        for (boolean started : List.of(true, false)) {
            story.at(started ? "2024-03-04T11:00" : "2024-03-04T15:00")
                    .from("northfield/childrens-social-care")
                    .about(child)
                    .says(new Enquiry(started, false, Optional.empty()));
        }
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);

        assertThat(owing("case.move", "2024-03-05T11:00"))
                .containsExactlyInAnyOrder(HERE + "lead-social-worker", THERE + "duty-manager");
        assertThat(owing("case.unheld", "2024-03-05T11:00")).isEmpty();
    }

    @Test
    void aRefusalIsSettledByWhoeverOffered() {
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);
        handOver("2024-03-06T10:00", "eastholme/childrens-social-care", HandOverStage.REFUSED);

        assertThat(owing("case.move", "2024-03-06T11:00")).isEmpty();
        assertThat(owing("case.refused", "2024-03-06T11:00"))
                .containsExactly(HERE + "lead-social-worker");
        assertThat(owing("plan.visit", "2024-03-06T11:00"))
                .containsExactly(HERE + "lead-social-worker");

        handOver("2024-03-07T10:00", "childrens-social-care", HandOverStage.WITHDRAWN);
        assertThat(owing("case.refused", "2024-03-07T11:00")).isEmpty();
    }

    @Test
    void whoeverWasNotAskedAcceptsNothing() {
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);
        story.at("2024-03-06T10:00")
                .from("housing")
                .about(child)
                .to("childrens-social-care")
                .says(new HandOver(HandOverStage.ACCEPTED, Handed.CASE));

        assertThat(owing("case.move", "2024-03-06T11:00")).hasSize(2);
        assertThat(owing("plan.visit", "2024-03-06T11:00"))
                .containsExactly(HERE + "lead-social-worker");
    }

    @Test
    void noAnswerOfAnotherSocialCareEndsWhatIsOwedOnAnOffer() {
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);
        for (HandOverStage stage : List.of(HandOverStage.ACCEPTED, HandOverStage.REFUSED)) {
            handOver("2024-03-05T11:00", "childrens-social-care", stage);
            assertThat(owing("case.move", "2024-03-05T12:00")).as(stage.name()).hasSize(2);
            assertThat(owing("case.refused", "2024-03-05T12:00")).isEmpty();
        }
        handOver("2024-03-05T13:00", "eastholme/childrens-social-care", HandOverStage.WITHDRAWN);

        assertThat(owing("case.move", "2024-03-05T14:00")).hasSize(2);
        assertThat(cases("2024-03-05T14:00").open()).isPresent();
    }

    @Test
    void aCaseIsNotGoneBecauseItsOwnAreaSaysThatTheOtherAccepted() {
        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);
        Fact told =
                story.at("2024-03-05T11:00")
                        .from("childrens-social-care")
                        .about(child)
                        .says(elsewhere(HandOverStage.ACCEPTANCE_TOLD, "Jo Vale, Social worker"));
        story.at("2024-03-05T12:00")
                .from("childrens-social-care")
                .about(child)
                .regarding(told)
                .says(elsewhere(HandOverStage.ACCEPTANCE_CONFIRMED, "Ann Roe, Manager"));

        assertThat(cases("2024-03-05T13:00").holder()).contains(agency(HERE));
        assertThat(cases("2024-03-05T13:00").open()).isPresent();
        assertThat(owing("case.move", "2024-03-05T13:00")).hasSize(2);
        assertThat(owing("plan.visit", "2024-03-05T13:00"))
                .containsExactly(HERE + "lead-social-worker");
    }

    private static HandOver elsewhere(HandOverStage stage, String by) {
        return new HandOver(
                stage,
                Handed.CASE,
                Optional.empty(),
                Optional.of(new Text(by)),
                Optional.of(
                        new HandOver.ToldAcceptance(
                                new Text("Lee Marsh, Manager"),
                                LocalDate.parse("2024-03-05"),
                                new Text("Call 17"))));
    }

    @Test
    void whoHasTheCaseIsWhoeverSaidSoLastUntilWhomTheyAskedAccepts() {
        assertThat(cases("2024-03-04T11:00").holder()).contains(agency(HERE));

        story.at("2024-03-05T09:00")
                .from("housing")
                .about(child)
                .to("eastholme/childrens-social-care")
                .says(new HandOver(HandOverStage.OFFERED, Handed.CASE));
        assertThat(cases("2024-03-05T09:30").open()).isEmpty();
        assertThat(owing("case.move", "2024-03-05T09:30")).isEmpty();

        handOver("2024-03-05T10:00", "childrens-social-care", HandOverStage.OFFERED);
        assertThat(cases("2024-03-05T11:00").holder()).contains(agency(HERE));
        assertThat(cases("2024-03-05T11:00").open().map(HandOvers.Offer::to))
                .contains(agency(THERE));

        handOver("2024-03-06T10:00", "eastholme/childrens-social-care", HandOverStage.ACCEPTED);
        assertThat(cases("2024-03-06T11:00").holder()).contains(agency(THERE));
        assertThat(cases("2024-03-06T11:00").open()).isEmpty();

        handOver("2024-03-07T10:00", "childrens-social-care", HandOverStage.OFFERED);
        assertThat(cases("2024-03-07T11:00").open()).isEmpty();
        assertThat(cases("2024-03-07T11:00").holder()).contains(agency(THERE));
    }

    @Test
    void aChildOfWhomNobodySaidThatTheyAreACaseIsWhoseAreaTheyLiveIn() {
        Who other = story.person("other", "2021-02-01");
        story.at("2024-03-04T10:00")
                .from("eastholme/gp")
                .about(other)
                .place("4 Harbour Road, Eastholme")
                .says(new GpRegistration(Optional.empty(), true));

        assertThat(CaseHandOvers.of(story.situation(other, "2024-03-04T11:00")).holder())
                .contains(agency(THERE));
    }

    private HandOvers cases(String at) {
        return CaseHandOvers.of(story.situation(child, at));
    }

    private static AgencyId agency(String post) {
        return new AgencyId(post.replace("/", ""));
    }

    private void handOver(String at, String from, HandOverStage stage) {
        boolean there = from.startsWith("eastholme/");
        story.at(at)
                .from(from)
                .about(child)
                .to(there ? "childrens-social-care" : "eastholme/childrens-social-care")
                .says(new HandOver(stage, Handed.CASE));
    }

    private List<String> owing(String clock, String at) {
        return open(clock, at).stream()
                .flatMap(d -> d.owedBy().stream())
                .map(Recipient::text)
                .distinct()
                .toList();
    }

    private List<String> told(String clock, String at) {
        return open(clock, at).stream()
                .flatMap(d -> d.told().stream())
                .map(Recipient::text)
                .distinct()
                .toList();
    }

    private List<Duty> open(String clock, String at) {
        return clocks.evaluate(story.situation(child, at), List.of()).duties().stream()
                .filter(d -> d.clock().value().equals(clock))
                .filter(d -> d.state().open())
                .toList();
    }
}
