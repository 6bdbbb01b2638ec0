package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.Meeting;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.Fact;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Optional;

final class LegalPlanningMeetingNotHeldTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Asked asked = new Asked(story, new LegalPlanningMeetingNotHeld(), child);

    @Test
    void theDayAfterThePlannedDateFires() {
        Fact planned = meeting("2007-06-04T10:00", MeetingStage.PLANNED, "2007-06-06");

        asked.beginsAt("2007-06-04T10:00", "2007-06-07T00:00");
        Finding finding = asked.only("2007-06-20T10:00");
        assertThat(finding.matter()).isEqualTo(planned.id().text());
        assertThat(Asked.told(finding))
                .containsExactly("childrens-social-care/duty-manager", "legal/legal");
    }

    @Test
    void tenWorkingDaysAfterTheDecisionFire() {
        meeting("2023-03-06T10:00", MeetingStage.DECIDED_ON, "");

        asked.beginsAt("2023-03-06T10:00", "2023-03-21T00:00");
    }

    @Test
    void aDateThatWasMovedDoesNotResetIt() {
        meeting("2007-06-04T10:00", MeetingStage.PLANNED, "2007-06-06");
        meeting("2007-06-06T16:00", MeetingStage.MOVED, "2007-07-25");

        asked.beginsAt("2007-06-06T16:00", "2007-06-07T00:00");
    }

    @Test
    void heldEndsIt() {
        meeting("2007-06-04T10:00", MeetingStage.PLANNED, "2007-06-06");
        meeting("2007-06-06T15:00", MeetingStage.HELD, "");
        asked.silent("2007-06-07T10:00");

        meeting("2007-06-20T10:00", MeetingStage.PLANNED, "2007-06-21");
        asked.only("2007-06-22T10:00");
        meeting("2007-06-25T10:00", MeetingStage.HELD, "");
        asked.silent("2007-06-25T10:00");
    }

    @Test
    void anotherMeetingIsNot() {
        story.at("2007-06-04T10:00")
                .from(CARE)
                .about(child)
                .says(
                        new Meeting(
                                MeetingType.PROFESSIONALS,
                                MeetingStage.PLANNED,
                                Optional.of(LocalDate.parse("2007-06-06")),
                                Optional.empty(),
                                Optional.empty()));

        asked.silent("2007-06-20T10:00");
    }

    @Test
    void aRetractedPlanRaisesNothing() {
        Fact planned = meeting("2007-06-04T10:00", MeetingStage.PLANNED, "2007-06-06");
        story.at("2007-06-05T10:00")
                .from(CARE)
                .about(child)
                .regarding(planned)
                .says(Said.retraction());

        asked.silent("2007-06-20T10:00");
    }

    private Fact meeting(String at, MeetingStage stage, String on) {
        return story.at(at)
                .from(CARE)
                .about(child)
                .says(
                        new Meeting(
                                MeetingType.LEGAL_PLANNING,
                                stage,
                                on.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(on)),
                                Optional.empty(),
                                Optional.empty()));
    }
}
