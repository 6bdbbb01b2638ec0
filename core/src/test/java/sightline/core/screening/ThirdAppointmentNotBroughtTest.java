package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;
import static sightline.core.story.Said.appointment;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.Appointment.Kept;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

final class ThirdAppointmentNotBroughtTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who sister = story.person("sister", "2016-03-01");
    private final Asked asked = new Asked(story, new ThirdAppointmentNotBrought(), child);

    @Test
    void theThirdInSixMonthsBesideAPlanTellsItsOwner() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        asked.silent("2024-03-11T10:00");
        Fact third = missed(child, "health-visiting", "2024-07-10");

        Finding finding = asked.only("2024-07-10T10:00");
        assertThat(finding.matter()).isEqualTo(third.id().text());
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
    }

    @Test
    void anAlertAboutAnInjuryThatNobodyAnsweredIsAnOpenMatter() {
        story.at("2024-01-02T10:00")
                .from("school")
                .about(child)
                .says(Said.bruise(HealthBody.Site.NECK, HealthBody.Mechanism.FALL));
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        missed(child, "health-visiting", "2024-07-10");

        Finding finding = asked.only("2024-07-10T10:00");
        assertThat(finding.path().getLast().text().value()).contains("an alert that nobody");
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
    }

    /** Closed without the child being seen: AL-10 stands. */
    @Test
    void anAlertThatTheChildWasNotSeenIsAnOpenMatterUntilItIsAnswered() {
        story.at("2024-01-02T09:00")
                .from("school")
                .about(child)
                .to(CARE)
                .says(Said.referral(CareBody.Harm.NEGLECT));
        story.at("2024-01-02T15:00").from(CARE).about(child).says(Said.noFurtherAction());
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        missed(child, "health-visiting", "2024-07-10");
        asked.only("2024-07-10T10:00");

        story.at("2024-01-03T10:00").from(CARE).about(child).says(Said.answered("AL-10"));

        asked.silent("2024-07-10T10:00");
    }

    @Test
    void onceItIsAnsweredItIsNone() {
        story.at("2024-01-02T10:00")
                .from("school")
                .about(child)
                .says(Said.bruise(HealthBody.Site.NECK, HealthBody.Mechanism.FALL));
        story.at("2024-01-03T10:00").from(CARE).about(child).says(Said.answered("AL-22"));
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        missed(child, "health-visiting", "2024-07-10");

        asked.silent("2024-07-10T10:00");
    }

    @Test
    void aThirdThatComesAfterTheMatterWasClosedStoodBesideIt() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        story.at("2024-07-01T10:00")
                .from(CARE)
                .about(child)
                .says(Said.plan(PlanType.PROTECTION, false));
        story.at("2024-07-20T10:00")
                .from("health-visiting")
                .about(child)
                .recorded("2024-06-10T10:00")
                .happened("2024-06-10")
                .says(appointment(Kept.NOT_BROUGHT));

        assertThat(Asked.path(asked.only("2024-07-20T10:00")))
                .last()
                .isEqualTo(
                        "It was open when the last of them was written down; it was closed on 1 July"
                                + " 2024, before the last of them was known here");
    }

    @Test
    void aDayLaterIsNoThird() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        missed(child, "health-visiting", "2024-07-11");

        asked.silent("2024-07-12T10:00");
    }

    @Test
    void cancelledOrKeptOrASistersIsNotCounted() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        missed(child, "gp", "2024-01-11");
        missed(sister, "gp", "2024-01-12");
        story.at("2024-01-13T10:00")
                .from("gp")
                .about(child)
                .says(appointment(Kept.CANCELLED_BY_SERVICE));
        story.at("2024-01-14T10:00")
                .from("gp")
                .about(child)
                .says(appointment(Kept.CANCELLED_BY_FAMILY));

        asked.silent("2024-01-20T10:00");
    }

    @Test
    void withoutAnOpenMatterItIsADutyOfTheServiceThatHoldsTheThird() {
        missed(child, "gp", "2024-01-10");
        missed(child, "gp", "2024-01-11");
        missed(child, "hospital", "2024-01-12");

        asked.silent("2024-01-20T10:00");
        Child subject = Child.in(story.situation(child, "2024-01-20T10:00")).orElseThrow();
        assertThat(NotBrought.runs(subject))
                .singleElement()
                .satisfies(r -> assertThat(r.owes()).isEqualTo(Story.agency("hospital")));

        plan("2024-01-21T10:00");
        assertThat(asked.only("2024-01-21T10:00").since())
                .isEqualTo(Story.instant("2024-01-21T10:00"));
    }

    @Test
    void aFourthGrowsTheSameMatter() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        missed(child, "gp", "2024-01-11");
        Fact third = missed(child, "gp", "2024-01-12");
        missed(child, "gp", "2024-01-13");

        assertThat(asked.alerts("2024-01-20T10:00"))
                .hasSize(2)
                .allMatch(f -> f.matter().equals(third.id().text()));
    }

    @Test
    void aRetractedOneIsNotCounted() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        Fact wrong = missed(child, "gp", "2024-01-11");
        missed(child, "gp", "2024-01-12");
        story.at("2024-01-13T10:00")
                .from("gp")
                .about(child)
                .regarding(wrong)
                .says(Said.retraction());

        asked.silent("2024-01-13T10:00");
    }

    private void plan(String at) {
        story.at(at).from(CARE).about(child).says(Said.protectionPlan());
    }

    @Test
    void oneAppointmentThatWasSentTwiceIsOne() {
        plan("2024-01-02T10:00");
        missed(child, "gp", "2024-01-10");
        missed(child, "hospital", "2024-03-10");
        missed(child, "hospital", "2024-03-10");
        asked.silent("2024-03-11T10:00");

        missed(child, "health-visiting", "2024-07-10");
        assertThat(asked.only("2024-07-10T10:00").path()).hasSize(4);
    }

    private Fact missed(Who who, String agency, String day) {
        return story.at(day + "T10:00").from(agency).about(who).says(appointment(Kept.NOT_BROUGHT));
    }
}
