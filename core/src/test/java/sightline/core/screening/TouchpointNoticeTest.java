package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.duties.Duty;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.DevelopmentalStage.Milestone;
import sightline.core.facts.HealthBody.HealthContact;
import sightline.core.facts.HealthBody.HealthContact.Setting;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody.ChildsWords;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.Missing.MissingStage;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SchoolBody.SchoolRoll;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class TouchpointNoticeTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void theOwnerOfAnOpenMatterIsTold() {
        say("2024-03-01T10:00", CARE, Said.protectionPlan());
        say("2024-03-01T11:00", CARE, Said.allocated());
        Fact came = say("2024-03-04T10:00", "hospital", attended(true));

        Finding notice = only("2024-03-04T10:00");
        assertThat(notice.alerts()).isFalse();
        assertThat(notice.item()).isEqualTo(came.id().text());
        assertThat(Asked.told(notice)).containsExactly("childrens-social-care/social-worker");
    }

    @Test
    void everyEarlierOneIsShown() {
        say("2023-03-01T10:00", "hospital", attended(true));
        say("2023-06-01T10:00", "school", new SchoolRoll(true, Optional.empty()));
        say("2024-03-01T10:00", CARE, Said.protectionPlan());
        say("2024-03-04T10:00", "hospital", attended(true));

        assertThat(Asked.path(only("2024-03-04T10:00")))
                .containsExactly(
                        "Came to a touchpoint: health contact",
                        "Of the child: a child protection plan",
                        "Earlier: health contact",
                        "Earlier: school roll");
    }

    @Test
    void twelveMonthsAfterTheMatterWasClosedAndNoLonger() {
        say("2022-03-01T10:00", CARE, Said.enquiry(true));
        say("2023-03-04T10:00", CARE, Said.enquiry(false));
        say("2024-03-04T23:00", "hospital", attended(true));
        say("2024-03-05T10:00", "hospital", attended(true));

        assertThat(notices("2024-03-05T10:00")).hasSize(1);
    }

    @Test
    void aChildWithoutAnyMatterIsAFactWithoutNotice() {
        say("2024-03-04T10:00", "hospital", attended(true));

        assertThat(notices("2024-03-04T10:00")).isEmpty();
    }

    @Test
    void whatWasPlannedWhoLeftASchoolAndSocialCaresOwnAreNone() {
        say("2024-03-01T10:00", CARE, Said.protectionPlan());
        say("2024-03-04T10:00", "hospital", attended(false));
        say("2024-03-04T11:00", "school", new SchoolRoll(false, Optional.empty()));
        say("2024-03-04T12:00", CARE, Said.bruise(sightline.core.facts.HealthBody.Site.SHIN));

        assertThat(notices("2024-03-04T12:00")).isEmpty();
    }

    @Test
    void itStandsOnTheListForTenWorkingDaysAndIsNeverLate() {
        say("2024-03-01T10:00", CARE, Said.protectionPlan());
        say("2024-03-04T10:00", "hospital", attended(true));

        assertThat(duties("2024-03-04T10:00"))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.owedBy())
                                .extracting(r -> r.text())
                                .containsExactly("westmarsh-childrens-social-care/duty-manager"));
        assertThat(duties("2024-03-18T23:59"))
                .singleElement()
                .satisfies(d -> assertThat(d.state()).isInstanceOf(Duty.State.Running.class));
        assertThat(duties("2024-03-19T00:00")).isEmpty();
    }

    @Test
    void whatOthersHearAndSeeOfAChildOfAnOpenMatterIsTold() {
        say("2024-03-01T10:00", CARE, Said.protectionPlan());
        say("2024-03-04T10:00", "school", Said.concern(Topic.CARER, "Will not say why he limps."));
        say(
                "2024-03-04T11:00",
                "school",
                new ChildsWords(new Text("He hits me."), Optional.empty(), true, true));
        say("2024-03-04T12:00", "police", Said.evidence());
        say("2024-03-04T13:00", "charity", Said.publicReport(true, CareBody.Harm.ASSAULT));
        say("2024-03-04T14:00", "school", Said.bruise(Site.UPPER_ARM));
        say("2024-03-04T15:00", "police", new PoliceBody.Missing(MissingStage.MISSING));

        assertThat(notices("2024-03-04T16:00"))
                .extracting(f -> f.headline().value())
                .containsExactlyInAnyOrder(
                        "The child came to a touchpoint: concern",
                        "The child came to a touchpoint: childs words",
                        "The child came to a touchpoint: evidence received",
                        "The child came to a touchpoint: public report",
                        "The child came to a touchpoint: injury observed",
                        "The child came to a touchpoint: missing");
    }

    @Test
    void whatNobodyNeedHearIsNotTold() {
        say("2024-03-01T10:00", CARE, Said.enquiry(true));
        say("2024-03-04T09:00", "health-visiting", Said.reached(Milestone.WALKING));
        say(
                "2024-03-04T11:00",
                "school",
                new ChildsWords(new Text("I like swimming."), Optional.empty(), true, false));
        say("2024-03-04T12:00", "school", Said.bruise(Site.SHIN, Mechanism.FALL));
        say("2024-03-04T15:00", "police", new PoliceBody.Missing(MissingStage.FOUND));
        say("2024-03-05T10:00", CARE, Said.enquiry(false));
        say("2024-03-06T10:00", "school", Said.concern(Topic.COLD));
        say("2024-03-06T11:00", "police", Said.evidence());

        assertThat(notices("2024-03-06T12:00")).isEmpty();
    }

    @Test
    void aReportThatOpensAMatterIsNoTouchpointOfIt() {
        say("2024-03-04T13:00", "charity", Said.publicReport(true, CareBody.Harm.ASSAULT));
        say("2024-03-04T14:00", CARE, Said.referral(CareBody.Harm.ASSAULT));

        assertThat(notices("2024-03-04T15:00")).isEmpty();
    }

    private List<Duty> duties(String at) {
        return new Derivation(Catalogue.screening(), Clocks.shipped())
                .derive(story.situation(child, at)).duties().stream()
                        .filter(d -> d.clock().value().equals("touch.notice"))
                        .toList();
    }

    private static HealthContact attended(boolean unscheduled) {
        return new HealthContact(
                Setting.EMERGENCY_DEPARTMENT, unscheduled, Optional.empty(), Optional.empty());
    }

    private Finding only(String at) {
        assertThat(notices(at)).hasSize(1);
        return notices(at).getFirst();
    }

    private List<Finding> notices(String at) {
        return story.findings(new TouchpointNotice(), child, at);
    }

    private Fact say(String at, String agency, Body body) {
        return story.at(at).from(agency).about(child).says(body);
    }
}
