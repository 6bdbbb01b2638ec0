package sightline.core.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.ProfessionalChallenge;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class ReferralLoopTest {
    private final Story story = new Story();
    private final Who child = story.stranger("child");

    @Test
    void aReferralIsOpenUntilItsSenderIsToldWhatWasDecided() {
        Fact referral = referral("2026-01-05T10:00", "school");
        assertThat(only().acknowledged()).isEmpty();

        decide("2026-01-05T15:00", referral, Decision.ACKNOWLEDGED, "school");
        assertThat(only().acknowledged()).isPresent();
        assertThat(only().decided()).isEmpty();

        decide("2026-01-06T10:00", referral, Decision.NO_FURTHER_ACTION, "gp");
        assertThat(only().decided()).isPresent();
        assertThat(only().told()).as("another was told").isEmpty();
        assertThat(only().closed()).isFalse();

        decide("2026-01-06T11:00", referral, Decision.NO_FURTHER_ACTION, "school");
        assertThat(only().closed()).isTrue();
    }

    @Test
    void aDecisionOnAnotherReferralIsNoAnswerToThisOne() {
        Fact first = referral("2026-01-05T10:00", "school");
        referral("2026-01-05T11:00", "gp");
        decide("2026-01-06T11:00", first, Decision.ASSESSMENT, "school");

        List<ReferralLoop> loops = ReferralLoop.of(story.told());
        assertThat(loops).hasSize(2);
        assertThat(loops.getFirst().decided()).as("the newest, of the GP").isEmpty();
        assertThat(loops.getLast().closed()).isTrue();
    }

    @Test
    void aDisagreementKeepsItOpenUntilItIsSettled() {
        Fact referral = referral("2026-01-05T10:00", "school");
        Fact decided = decide("2026-01-06T10:00", referral, Decision.NO_FURTHER_ACTION, "school");
        Fact raised = challenge("2026-01-06T12:00", decided, false);
        assertThat(only().challenged()).contains(raised);
        assertThat(only().closed()).isFalse();

        challenge("2026-01-07T12:00", raised, true);
        assertThat(only().closed()).isTrue();
    }

    private ReferralLoop only() {
        List<ReferralLoop> loops = ReferralLoop.of(story.told());
        assertThat(loops).hasSize(1);
        return loops.getFirst();
    }

    private Fact referral(String at, String from) {
        return story.at(at)
                .from(from)
                .about(child)
                .to("childrens-social-care")
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.SOCIAL_CARE,
                                List.of(CareBody.Harm.NEGLECT),
                                Optional.empty(),
                                CareBody.Referral.Channel.WRITTEN));
    }

    private Fact decide(String at, Fact referral, Decision decision, String to) {
        return story.at(at)
                .from("childrens-social-care")
                .about(child)
                .regarding(referral)
                .to(to)
                .says(new CareBody.ReferralDecision(decision, false, false, List.of()));
    }

    private Fact challenge(String at, Fact about, boolean resolved) {
        return story.at(at)
                .from("school")
                .about(child)
                .regarding(about)
                .says(
                        new ProfessionalChallenge(
                                Optional.of(new Text("The bruise was not looked at.")),
                                resolved,
                                false));
    }
}
