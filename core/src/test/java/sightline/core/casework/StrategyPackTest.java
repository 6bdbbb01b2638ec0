package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Meeting;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.CareBody.StrategyDiscussion;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.HealthBody;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody.InformationAnswer;
import sightline.core.facts.SharedBody.InformationAnswer.AnswerOutcome;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What lies before a strategy discussion, told after the first serious incident of Haringey. */
final class StrategyPackTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1979-07-14");

    @Test
    void itHoldsInjuriesBackgroundAndEarlierClosingsEachOnItsOwnFact() {
        injured("2006-12-11T10:00");
        story.at("2006-12-12T09:00")
                .from("childrens-social-care")
                .with(PersonRole.CHILD, child)
                .with(PersonRole.MOTHER, mother)
                .says(
                        new CareBody.CaseClosed(
                                false, false, false, List.of(CareBody.CloseReason.NO_CONCERN)));
        story.at("2006-12-13T09:00")
                .from("police")
                .with(PersonRole.SUSPECT, mother)
                .with(PersonRole.VICTIM, child)
                .says(Said.bail());

        StrategyPack pack = pack("2006-12-14T09:00");

        assertThat(pack.injuries()).hasSize(1);
        assertThat(pack.closings()).extracting(l -> l.fact().kind()).containsExactly("case-closed");
        assertThat(pack.background()).extracting(l -> l.fact().kind()).containsExactly("bail");
        assertThat(pack.chronology().getFirst().fact().kind()).isEqualTo("bail");
        assertThat(pack.household())
                .extracting(l -> l.about().id())
                .contains(story.situation(mother, "2006-12-14T09:00").subject().id());
        assertThat(pack.against().isEmpty()).isFalse();
    }

    @Test
    void whoeverIsInvitedIsSilentUntilTheyAnswerTheInvitation() {
        answered("police", "2006-12-10T09:00", AnswerOutcome.ANSWERED);
        invited("2006-12-11T12:00", "police", "hospital", "gp");
        answered("hospital", "2006-12-11T15:00", AnswerOutcome.ANSWERED);
        answered("gp", "2006-12-11T15:30", AnswerOutcome.REFUSED);

        assertThat(pack("2006-12-11T16:00").invited())
                .extracting(i -> i.agency().value() + " " + i.sofar())
                .containsExactly(
                        "westmarsh-police " + Attendance.SILENT,
                        "westmarsh-hospital " + Attendance.SENT_INFORMATION,
                        "westmarsh-gp " + Attendance.SENT_APOLOGY);
    }

    @Test
    void anAcknowledgementIsNoAnswer() {
        invited("2006-12-11T12:00", "police");
        answered("police", "2006-12-11T13:00", AnswerOutcome.ACKNOWLEDGED);

        assertThat(pack("2006-12-11T16:00").invited().getFirst().sofar())
                .isEqualTo(Attendance.SILENT);
    }

    @Test
    void onceItWasHeldOrCalledOffNobodyIsInvited() {
        invited("2006-12-11T12:00", "police");
        held("2006-12-11T17:00", StrategyOutcome.JOINT_ENQUIRY);
        assertThat(pack("2006-12-11T18:00").invited()).isEmpty();
        assertThat(pack("2006-12-11T18:00").held()).hasSize(1);

        invited("2006-12-12T12:00", "police");
        assertThat(pack("2006-12-12T13:00").invited()).hasSize(1);
        meeting("2006-12-12T14:00", MeetingStage.CANCELLED);
        assertThat(pack("2006-12-12T15:00").invited()).isEmpty();
    }

    @Test
    void onlyADiscussionThatEndsInNoEnquiryIsAClosing() {
        held("2006-12-11T17:00", StrategyOutcome.JOINT_ENQUIRY);
        assertThat(pack("2006-12-11T18:00").closings()).isEmpty();

        held("2006-12-12T17:00", StrategyOutcome.NO_ENQUIRY);
        assertThat(pack("2006-12-12T18:00").closings()).hasSize(1);
    }

    private StrategyPack pack(String london) {
        return StrategyPack.of(story.situation(child, london));
    }

    private void injured(String london) {
        story.at(london)
                .from("hospital")
                .about(child)
                .says(Said.mobile(Said.bruise(HealthBody.Site.FOREHEAD), false));
    }

    private void invited(String london, String... agencies) {
        Story.Entry entry = story.at(london).from("childrens-social-care").about(child);
        List.of(agencies).forEach(entry::to);
        entry.says(meetingBody(MeetingStage.PLANNED));
    }

    private void meeting(String london, MeetingStage stage) {
        story.at(london).from("childrens-social-care").about(child).says(meetingBody(stage));
    }

    private static Meeting meetingBody(MeetingStage stage) {
        return new Meeting(
                MeetingType.STRATEGY,
                stage,
                Optional.of(LocalDate.parse("2006-12-12")),
                Optional.empty(),
                Optional.empty());
    }

    private void held(String london, StrategyOutcome outcome) {
        story.at(london)
                .from("childrens-social-care")
                .about(child)
                .says(new StrategyDiscussion(outcome, Optional.empty()));
    }

    private void answered(String agency, String london, AnswerOutcome outcome) {
        story.at(london)
                .from(agency)
                .about(child)
                .says(new InformationAnswer(outcome, Optional.empty()));
    }
}
