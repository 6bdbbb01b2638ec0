package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

final class HomeEducatedAfterConcernTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Asked asked = new Asked(story, new HomeEducatedAfterConcern(), child);

    @Test
    void withdrawalNinetyDaysAfterAnOpenConcernFires() {
        Fact concern = concern("2024-03-01T10:00");
        Fact withdrawal = withdrawn("2024-05-30T10:00");

        Finding finding = asked.only("2024-05-30T10:00");
        assertThat(finding.matter()).isEqualTo(withdrawal.id().text());
        assertThat(finding.item()).isEqualTo(concern.id().text());
        assertThat(finding.since()).isEqualTo(Story.instant("2024-05-30T10:00"));
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager", "council-education/education-lead");
    }

    @Test
    void ninetyOneDaysAreTooLong() {
        concern("2024-03-01T10:00");
        withdrawn("2024-05-31T10:00");

        asked.silent("2024-05-31T10:00");
    }

    @Test
    void homeEducationAloneIsNeverAConcern() {
        withdrawn("2024-05-31T10:00");
        concern("2024-06-01T10:00");

        asked.silent("2024-06-02T10:00");
    }

    @Test
    void aConcernClosedAfterTheChildWasSeenIsResolved() {
        concern("2024-03-01T10:00");
        story.at("2024-03-05T10:00").from("school").about(child).says(Said.concernClosed(true));
        withdrawn("2024-03-06T10:00");

        asked.silent("2024-03-07T10:00");
    }

    @Test
    void aConcernClosedUnseenIsNot() {
        concern("2024-03-01T10:00");
        story.at("2024-03-05T10:00").from("school").about(child).says(Said.concernClosed(false));
        withdrawn("2024-03-06T10:00");

        assertThat(Asked.path(asked.only("2024-03-07T10:00")))
                .contains("Closed; the child was not recorded as seen");
    }

    @Test
    void aVisitBeforeTheClosingIsSeeing() {
        concern("2024-03-01T10:00");
        story.at("2024-03-04T10:00")
                .from(CARE)
                .about(child)
                .says(Said.visit(VisitOutcome.SEEN, VisitReason.CONCERN));
        story.at("2024-03-05T10:00").from("school").about(child).says(Said.concernClosed(false));
        withdrawn("2024-03-06T10:00");

        asked.silent("2024-03-07T10:00");
    }

    @Test
    void eachCallOfTheSchoolIsAConcernAtTheLeast() {
        story.at("2024-03-04T09:00")
                .from("school")
                .about(child)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));
        withdrawn("2024-03-04T12:00");
        story.at("2024-03-04T14:00")
                .from("school")
                .about(child)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));

        asked.only("2024-03-04T15:00");
    }

    @Test
    void aRetractedWithdrawalRaisesNothing() {
        concern("2024-03-01T10:00");
        Fact withdrawal = withdrawn("2024-03-06T10:00");
        story.at("2024-03-07T10:00")
                .from("school")
                .about(child)
                .regarding(withdrawal)
                .says(Said.retraction());

        asked.silent("2024-03-07T10:00");
    }

    private Fact concern(String at) {
        return story.at(at).from("school").about(child).says(Said.concern(Topic.HUNGER));
    }

    private Fact withdrawn(String at) {
        return story.at(at).from("school").about(child).says(new SchoolBody.HomeEducation(true));
    }
}
