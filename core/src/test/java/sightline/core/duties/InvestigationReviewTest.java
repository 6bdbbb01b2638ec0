package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Change;
import sightline.core.alerts.Changes;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.facts.CareBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.kernel.London;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Recipient;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An investigation that becomes joint keeps the plan that police had written, and its review. */
final class InvestigationReviewTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1979-07-14");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void thePlanStandsAndIsReviewedWhenTheEnquiryBecomesJointAfterIt() {
        arrested("2006-12-19T10:00");
        planned("2006-12-19T12:00");
        Derived before = derived("2006-12-19T13:00");
        joint("2006-12-20T10:00");

        Derived after = derived("2006-12-21T11:00");

        assertThat(due(after)).containsExactly(LocalDate.parse("2007-01-16"));
        assertThat(Changes.between(Known.of(before), after))
                .noneMatch(Change.Lapsed.class::isInstance)
                .noneMatch(Change.Overdue.class::isInstance);
    }

    @Test
    void aPlanOfLongBeforeIsNoPlanOfTheJointEnquiry() {
        planned("2006-11-20T12:00");
        joint("2006-12-20T10:00");

        assertThat(due(derived("2006-12-20T11:00"))).contains(LocalDate.parse("2006-12-21"));
    }

    @Test
    void aPlanOfFourWeeksBeforeStillIs() {
        planned("2006-11-22T12:00");
        joint("2006-12-20T10:00");

        assertThat(due(derived("2006-12-20T11:00"))).doesNotContain(LocalDate.parse("2006-12-21"));
    }

    @Test
    void whoeverArrestsOwesThePlanWhereverTheChildLives() {
        story.at("2006-12-18T10:00")
                .from("school")
                .about(child)
                .place("2 Weir Lane, Westmarsh")
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
        story.at("2006-12-19T10:00")
                .from("eastholme/police")
                .with(PersonRole.SUSPECT, mother)
                .with(PersonRole.VICTIM, child)
                .says(Said.arrested());

        assertThat(derived("2006-12-19T13:00").duties())
                .filteredOn(d -> d.clock().value().equals("invest.review"))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.owedBy())
                                .extracting(Recipient::text)
                                .containsExactly("eastholme-police/investigating-officer"));
    }

    @Test
    void ofAJointEnquiryThePoliceOfTheChildsHomeOweIt() {
        joint("2006-12-20T10:00");

        assertThat(derived("2006-12-20T11:00").duties())
                .filteredOn(d -> d.clock().value().equals("invest.review"))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.owedBy())
                                .extracting(Recipient::text)
                                .containsExactly("westmarsh-police/investigating-officer"));
    }

    private void arrested(String at) {
        story.at(at)
                .from("police")
                .with(PersonRole.SUSPECT, mother)
                .with(PersonRole.VICTIM, child)
                .says(Said.arrested());
    }

    private void planned(String at) {
        story.at(at)
                .from("police")
                .with(PersonRole.SUSPECT, mother)
                .with(PersonRole.VICTIM, child)
                .says(
                        new PoliceBody.InvestigationPlan(
                                PoliceBody.InvestigationPlan.PlanStep.PLAN, Optional.empty()));
    }

    private void joint(String at) {
        story.at(at)
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.StrategyDiscussion(
                                CareBody.StrategyDiscussion.StrategyOutcome.JOINT_ENQUIRY,
                                Optional.empty()));
    }

    private Derived derived(String london) {
        return derivation.derive(story.situation(child, london));
    }

    private static List<LocalDate> due(Derived derived) {
        return derived.duties().stream()
                .filter(d -> d.clock().value().equals("invest.review") && d.state().open())
                .map(d -> London.day(d.due().minusSeconds(1)))
                .toList();
    }
}
