package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.duties.Duty.State;
import sightline.core.facts.CareBody.StrategyDiscussion;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.Fact;
import sightline.core.facts.MeetingBody.AgreedAction;
import sightline.core.facts.MeetingBody.AgreedAction.ActionStage;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a strategy discussion agreed on is owed by the agency that it was given to. */
final class AgreedActionClocksTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Fact held =
            story.at("2006-12-12T15:00")
                    .from("childrens-social-care")
                    .about(child)
                    .says(new StrategyDiscussion(StrategyOutcome.JOINT_ENQUIRY, Optional.empty()));

    @Test
    void byTheEndOfTheDayThatItNamesAndByItsOwnAgencyAlone() {
        agreed("police", Optional.of("2006-12-15"));
        agreed("hospital", Optional.of("2006-12-14"));

        assertThat(owed("2006-12-12T16:00"))
                .extracting(d -> d.owedBy().iterator().next().text() + " " + d.due())
                .containsExactlyInAnyOrder(
                        "westmarsh-police/safeguarding-lead " + end("2006-12-15"),
                        "westmarsh-hospital/safeguarding-lead " + end("2006-12-14"));
    }

    @Test
    void atOnceIsFourHoursAtAnyHour() {
        agreed("police", Optional.empty());

        assertThat(owed("2006-12-12T16:00").getFirst().due())
                .isEqualTo(Story.instant("2006-12-12T19:30"));
    }

    @Test
    void itIsLateTheMomentAfterItsDayAndNotBefore() {
        agreed("police", Optional.of("2006-12-15"));

        assertThat(owed("2006-12-15T23:59").getFirst().state()).isInstanceOf(State.Running.class);
        assertThat(owed("2006-12-16T00:00").getFirst().state()).isInstanceOf(State.Overdue.class);
    }

    @Test
    void onlyWhoeverOwesItEndsItByDoingIt() {
        Fact action = agreed("police", Optional.of("2006-12-15"));
        said("hospital", action, ActionStage.DONE, "2006-12-13T10:00");
        assertThat(owed("2006-12-13T11:00").getFirst().state()).isInstanceOf(State.Running.class);

        said("police", action, ActionStage.DONE, "2006-12-14T10:00");
        assertThat(owed("2006-12-14T11:00").getFirst().state())
                .isInstanceOf(State.Discharged.class);
    }

    @Test
    void whatIsNoLongerAskedIsNotDone() {
        Fact action = agreed("police", Optional.of("2006-12-15"));
        said("childrens-social-care", action, ActionStage.WITHDRAWN, "2006-12-13T10:00");

        assertThat(owed("2006-12-13T11:00").getFirst().state()).isInstanceOf(State.Ended.class);
    }

    private Fact agreed(String agency, Optional<String> due) {
        return story.at("2006-12-12T15:30")
                .from("childrens-social-care")
                .about(child)
                .to(agency)
                .regarding(held)
                .says(
                        new AgreedAction(
                                ActionStage.AGREED,
                                new Text("Photograph the marks"),
                                due.isEmpty(),
                                due.map(LocalDate::parse),
                                Optional.empty(),
                                Optional.empty()));
    }

    private void said(String agency, Fact action, ActionStage stage, String london) {
        story.at(london)
                .from(agency)
                .about(child)
                .regarding(action)
                .says(
                        new AgreedAction(
                                stage,
                                new Text("Photograph the marks"),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private List<Duty> owed(String london) {
        return Clocks.shipped()
                .evaluate(story.situation(child, london), List.of())
                .duties()
                .stream()
                .filter(d -> d.clock().value().equals("action.agreed"))
                .toList();
    }

    private static Instant end(String day) {
        return London.endOf(LocalDate.parse(day));
    }
}
