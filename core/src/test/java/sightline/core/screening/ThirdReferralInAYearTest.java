package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.ReferralDecision;
import sightline.core.facts.Fact;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

final class ThirdReferralInAYearTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Asked asked = new Asked(story, new ThirdReferralInAYear(), child);

    @Test
    void theThirdReferralOfTwoSourcesWithBothEarlierOnesClosedFires() {
        closedReferral("school", "2024-03-04");
        closedReferral("gp", "2024-06-03");
        asked.silent("2024-06-10T10:00");
        Fact third = refer("school", "2025-03-04T10:00");

        Finding finding = asked.only("2025-03-04T10:00");
        assertThat(finding.matter()).isEqualTo(third.id().text());
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
    }

    @Test
    void whileAnEarlierOneIsOpenItsOwnerIsShownTheCountAndNothingIsRaised() {
        closedReferral("school", "2024-03-04");
        refer("gp", "2024-06-03T09:00");
        care("2024-06-03T15:00", Said.decision(ReferralDecision.Decision.ASSESSMENT));
        refer("school", "2024-07-01T10:00");

        asked.silent("2024-07-01T10:00");
        assertThat(story.findings(new ThirdReferralInAYear(), child, "2024-07-01T10:00"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.headline().value()).startsWith("Referral number 3 in 12 months");
                    assertThat(Asked.told(f)).containsExactly("childrens-social-care/duty-manager");
                });
    }

    @Test
    void aDayMoreThanTwelveMonthsIsTooLong() {
        closedReferral("school", "2024-03-04");
        closedReferral("gp", "2024-06-03");
        refer("school", "2025-03-05T10:00");

        asked.silent("2025-03-05T10:00");
    }

    @Test
    void threeOfOneSourceAreNot() {
        closedReferral("school", "2024-03-04");
        closedReferral("school", "2024-06-03");
        refer("school", "2024-09-04T10:00");

        asked.silent("2024-09-30T10:00");
    }

    @Test
    void aChainOfCallsIsOneReferral() {
        closedReferral("gp", "2024-03-04");
        refer("school", "2024-09-04T10:00");
        refer("school", "2024-09-04T11:00");
        refer("school", "2024-09-04T12:00");

        asked.silent("2024-09-30T10:00");
    }

    @Test
    void whileAnEarlierOneIsOpenItsOwnerHasIt() {
        closedReferral("gp", "2024-03-04");
        refer("school", "2024-06-04T10:00");
        care("2024-06-05T10:00", Said.assessment());
        refer("police", "2024-07-04T10:00");
        asked.silent("2024-08-01T10:00");

        care("2024-08-02T10:00", Said.closed(true, true));
        assertThat(asked.only("2024-08-02T10:00").since())
                .isEqualTo(Story.instant("2024-08-02T10:00"));
    }

    @Test
    void anUndecidedOneCountsAsClosedWhenItsClockHasRunOut() {
        closedReferral("gp", "2024-03-04");
        refer("school", "2024-06-04T10:00");
        refer("police", "2024-06-04T12:00");

        asked.beginsAt("2024-06-04T12:00", "2024-06-06T00:00");
        care("2024-06-07T10:00", Said.assessment());
        asked.only("2024-06-07T11:00");
    }

    @Test
    void aRetractedReferralIsNotCounted() {
        closedReferral("school", "2024-03-04");
        Fact second = closedReferral("gp", "2024-06-03");
        refer("school", "2024-09-04T10:00");
        asked.only("2024-09-04T10:00");
        story.at("2024-09-05T10:00")
                .from("gp")
                .about(child)
                .regarding(second)
                .says(Said.retraction());

        asked.silent("2024-09-05T10:00");
    }

    private Fact closedReferral(String agency, String day) {
        Fact made = refer(agency, day + "T09:00");
        care(day + "T15:00", Said.noFurtherAction());
        return made;
    }

    private Fact refer(String agency, String at) {
        return story.at(at).from(agency).about(child).to(CARE).says(Said.referral(Harm.NEGLECT));
    }

    private void care(String at, sightline.core.facts.Body body) {
        story.at(at).from(CARE).about(child).says(body);
    }
}
