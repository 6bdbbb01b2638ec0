package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;
import static sightline.core.story.Said.publicReport;
import static sightline.core.story.Said.referral;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

final class ReferralsTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void severalContactsOfOneServiceAreOneWhileUndecided() {
        refer("school", "2024-03-04T10:00");
        refer("school", "2024-03-04T11:00");
        refer("school", "2024-03-05T09:00");

        assertThat(cases("2024-03-06T10:00")).hasSize(1);
    }

    @Test
    void aContactAfterTheDecisionIsANewReferral() {
        refer("school", "2024-03-04T10:00");
        care("2024-03-05T10:00", Said.noFurtherAction());
        refer("school", "2024-03-06T10:00");

        assertThat(cases("2024-03-06T10:00")).hasSize(2);
    }

    @Test
    void anEntryThatRelaysAReportIsOfItsSource() {
        Fact first = refer("school", "2024-03-04T10:00");
        story.at("2024-03-04T12:00")
                .from("police")
                .about(child)
                .to(CARE)
                .regarding(first)
                .says(referral(Harm.NEGLECT));
        refer("gp", "2024-03-04T13:00");

        assertThat(cases("2024-03-06T10:00")).hasSize(2);
    }

    @Test
    void aVisitOfTheServiceDecides() {
        refer("school", "2024-03-04T10:00");
        care("2024-03-04T15:00", Said.visit(VisitOutcome.SEEN, VisitReason.REFERRAL));

        assertThat(cases("2024-03-06T10:00").getFirst().decided())
                .contains(Story.instant("2024-03-04T15:00"));
    }

    @Test
    void aVisitThatWasCancelledDecidesNothing() {
        refer("school", "2024-03-04T10:00");
        care("2024-03-04T15:00", Said.visit(VisitOutcome.CANCELLED, VisitReason.REFERRAL));

        assertThat(cases("2024-03-06T10:00").getFirst().decided()).isEmpty();
    }

    @Test
    void aDecisionThatNamesAnotherReferralDecidesOnlyThat() {
        Fact first = refer("school", "2024-03-04T10:00");
        refer("gp", "2024-03-04T11:00");
        story.at("2024-03-04T12:00")
                .from(CARE)
                .about(child)
                .regarding(first)
                .says(Said.noFurtherAction());

        assertThat(cases("2024-03-04T12:00"))
                .extracting(c -> c.decided().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void aDecisionThatNamesTheReferralDecidesItThoughItsRecordOfTheChildIsNotJoined() {
        Fact first = referAsSchool(child);
        answer(first, story.stranger("child-of-social-care"));

        ReferralCase referral = cases("2024-03-06T10:00").getFirst();
        assertThat(referral.decided()).contains(Story.instant("2024-03-05T10:00"));
        assertThat(referral.closed()).contains(Story.instant("2024-03-05T10:00"));
    }

    @Test
    void aDecisionAboutAnotherChildOfTheReferralDecidesNothingForThisOne() {
        Who sister = story.person("sister", "2018-03-01");
        Fact first = referAsSchool(child, sister);
        answer(first, sister);
        assertThat(cases("2024-03-06T10:00").getFirst().decided()).isEmpty();

        answer(first, story.stranger("child-of-social-care"));
        assertThat(cases("2024-03-06T10:00").getFirst().decided()).isPresent();
    }

    private final Who mother = story.person("mother", "1990-02-15");

    private Fact referAsSchool(Who... children) {
        Story.Entry entry = story.at("2024-03-04T10:00").from("school");
        for (Who each : children) {
            entry.with(PersonRole.CHILD, each);
        }
        return entry.with(PersonRole.MOTHER, mother).to(CARE).says(referral(Harm.NEGLECT));
    }

    private void answer(Fact referral, Who whom) {
        story.at("2024-03-05T10:00")
                .from(CARE)
                .with(PersonRole.CHILD, whom)
                .with(PersonRole.MOTHER, mother)
                .regarding(referral)
                .says(Said.noFurtherAction());
    }

    @Test
    void anotherAreasDecisionDecidesNothing() {
        refer("school", "2024-03-04T10:00");
        story.at("2024-03-04T12:00")
                .from("eastholme/" + CARE)
                .about(child)
                .says(Said.noFurtherAction());

        assertThat(cases("2024-03-04T12:00").getFirst().decided()).isEmpty();
    }

    @Test
    void aDecisionSentToTheReferrerAcknowledges() {
        refer("school", "2024-03-04T10:00");
        story.at("2024-03-04T12:00").from(CARE).about(child).to("school").says(Said.assessment());

        assertThat(cases("2024-03-04T12:00").getFirst().acknowledged())
                .contains(Story.instant("2024-03-04T12:00"));
    }

    @Test
    void aReferrerWhoTookPartInTheStrategyDiscussionHasHeard() {
        refer("hospital", "2024-03-04T10:00");
        CareBody.StrategyDiscussion held =
                new CareBody.StrategyDiscussion(
                        CareBody.StrategyDiscussion.StrategyOutcome.ENQUIRY,
                        java.util.Optional.empty());
        care("2024-03-04T14:00", held);
        story.at("2024-03-04T15:00").from("hospital").about(child).says(held);

        assertThat(cases("2024-03-04T16:00").getFirst().acknowledged()).isPresent();
    }

    @Test
    void anUnnamedCallerIsOwedNoAcknowledgement() {
        story.at("2024-03-04T10:00").from(CARE).about(child).says(publicReport(true, Harm.NEGLECT));

        assertThat(cases("2024-03-04T12:00").getFirst().acknowledged()).isPresent();
    }

    @Test
    void aPublicReportToAnotherAgencyIsAReferralOnlyAfterAClosedCase() {
        story.at("2024-02-01T10:00")
                .from("housing")
                .about(child)
                .says(publicReport(true, Harm.NEGLECT));
        assertThat(cases("2024-02-02T12:00")).isEmpty();

        refer("school", "2024-03-04T10:00");
        care("2024-03-05T10:00", Said.noFurtherAction());
        story.at("2025-03-05T10:00")
                .from("housing")
                .about(child)
                .says(publicReport(true, Harm.NEGLECT));
        assertThat(cases("2025-03-05T12:00")).hasSize(2);

        story.at("2026-03-06T10:00")
                .from("housing")
                .about(child)
                .says(publicReport(true, Harm.NEGLECT));
        assertThat(cases("2026-03-06T12:00")).hasSize(2);
    }

    @Test
    void theClockEndsWithTheNextWorkingDay() {
        refer("school", "2024-03-08T10:00");

        assertThat(cases("2024-03-08T10:00").getFirst().decideBy())
                .isEqualTo(Story.instant("2024-03-12T00:00"));
    }

    private Fact refer(String agency, String at) {
        return story.at(at).from(agency).about(child).to(CARE).says(referral(Harm.NEGLECT));
    }

    private Fact care(String at, Body body) {
        return story.at(at).from(CARE).about(child).says(body);
    }

    private List<ReferralCase> cases(String at) {
        return Referrals.of(Child.in(story.situation(child, at)).orElseThrow());
    }
}
