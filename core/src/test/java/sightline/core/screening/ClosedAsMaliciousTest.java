package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.CloseReason;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.Arrays;
import java.util.List;

final class ClosedAsMaliciousTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Fact referral =
            story.at("2024-03-04T10:00")
                    .from("gp")
                    .about(child)
                    .to(CARE)
                    .says(Said.referral(Harm.NEGLECT));

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true"})
    void closedAsMaliciousWithoutAskingOrLooking(boolean seen, boolean spoken) {
        Fact closing = decide("2024-03-06T10:00", seen, spoken, CloseReason.MALICIOUS);

        Finding finding = asked().only("2024-03-06T10:00");
        assertThat(finding.matter()).isEqualTo(referral.id().text());
        assertThat(finding.item()).isEqualTo(closing.id().text());
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
        assertThat(finding.headline().value())
                .isEqualTo(
                        "A referral was closed as malicious although "
                                + (spoken
                                        ? "the child was not seen"
                                        : seen
                                                ? "the referrer was not spoken to"
                                                : "the referrer was not spoken to and the child"
                                                        + " not seen"));
    }

    @Test
    void oneOfSeveralReasonsIsEnough() {
        decide("2024-03-06T10:00", true, false, CloseReason.NO_CONCERN, CloseReason.MALICIOUS);

        assertThat(Asked.path(asked().only("2024-03-06T10:00")))
                .contains("Closed as malicious, with other reasons: no concern");
    }

    @Test
    void bothDoneIsNone() {
        decide("2024-03-06T10:00", true, true, CloseReason.MALICIOUS);

        asked().silent("2024-03-06T10:00");
    }

    @Test
    void anotherReasonIsNone() {
        decide("2024-03-06T10:00", false, false, CloseReason.THRESHOLD_NOT_MET);

        asked().silent("2024-03-06T10:00");
    }

    @Test
    void aVisitBetweenReferralAndClosingSawTheChild() {
        visit("2024-03-05T10:00", VisitOutcome.SEEN);
        decide("2024-03-06T10:00", false, true, CloseReason.MALICIOUS);

        asked().silent("2024-03-06T10:00");
    }

    @Test
    void aVisitBeforeTheReferralOrAfterTheClosingDidNot() {
        visit("2024-03-03T10:00", VisitOutcome.SEEN);
        visit("2024-03-05T10:00", VisitOutcome.SEEN_AT_A_DISTANCE);
        decide("2024-03-06T10:00", false, true, CloseReason.MALICIOUS);
        visit("2024-03-07T10:00", VisitOutcome.SEEN);

        asked().only("2024-03-07T10:00");
    }

    @Test
    void afterAReportOfAnInjuryTheMarksMustHaveBeenLookedAt() {
        Fact injured =
                story.at("2024-04-02T10:00")
                        .from("school")
                        .about(child)
                        .to(CARE)
                        .says(Said.referral(Harm.INJURY));
        visit("2024-04-03T10:00", VisitOutcome.SEEN);
        story.at("2024-04-04T10:00")
                .from(CARE)
                .about(child)
                .regarding(injured)
                .says(decision(Decision.NO_FURTHER_ACTION, false, true, CloseReason.MALICIOUS));
        asked().only("2024-04-04T10:00");

        story.at("2024-04-03T12:00").from(CARE).about(child).says(Said.seenWithSkin());
        asked().silent("2024-04-04T10:00");
    }

    @Test
    void whoSpokeToTheReferrerBeforeHasSpoken() {
        story.at("2024-03-05T10:00")
                .from(CARE)
                .about(child)
                .regarding(referral)
                .says(decision(Decision.ASSESSMENT, false, true));
        decide("2024-03-06T10:00", true, false, CloseReason.MALICIOUS);

        asked().silent("2024-03-06T10:00");
    }

    @Test
    void aCaseClosedAsMaliciousIsTheSameMatterAgain() {
        decide("2024-03-06T10:00", false, false, CloseReason.MALICIOUS);
        story.at("2024-03-08T10:00")
                .from(CARE)
                .about(child)
                .says(new CareBody.CaseClosed(false, false, false, List.of(CloseReason.MALICIOUS)));

        assertThat(asked().alerts("2024-03-08T10:00"))
                .extracting(Finding::matter)
                .containsExactly(referral.id().text(), referral.id().text());
    }

    @Test
    void aClosingThatWasTakenBackIsNone() {
        Fact closing = decide("2024-03-06T10:00", false, false, CloseReason.MALICIOUS);
        story.at("2024-03-07T10:00")
                .from(CARE)
                .about(child)
                .regarding(closing)
                .says(Said.retraction());

        asked().silent("2024-03-07T10:00");
    }

    private Fact decide(String at, boolean seen, boolean spoken, CloseReason... reasons) {
        return story.at(at)
                .from(CARE)
                .about(child)
                .regarding(referral)
                .says(decision(Decision.NO_FURTHER_ACTION, seen, spoken, reasons));
    }

    private static CareBody.ReferralDecision decision(
            Decision outcome, boolean seen, boolean spoken, CloseReason... reasons) {
        return new CareBody.ReferralDecision(outcome, seen, spoken, Arrays.asList(reasons));
    }

    private void visit(String at, VisitOutcome outcome) {
        story.at(at).from(CARE).about(child).says(Said.visit(outcome, VisitReason.REFERRAL));
    }

    private Asked asked() {
        return new Asked(story, new ClosedAsMalicious(), child);
    }
}
