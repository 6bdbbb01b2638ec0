package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.CloseReason;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.JusticeBody.ArrangementAgreed.ArrangementStage;
import sightline.core.kernel.Text;

import java.util.List;
import java.util.Optional;

/** A decision after which fewer people look: what speaks against it is laid out beside it. */
public enum WeightyDecision {
    RETURN_HOME("the child goes back to live at home"),
    CLOSE_CASE("the case is closed"),
    THRESHOLD_NOT_MET("the threshold is not met"),
    END_SUPERVISION("somebody no longer supervises or cares for the child in a parent’s place");

    /** The kinds of which a fact may be one. */
    static final List<Class<? extends Body>> KINDS =
            List.of(
                    CareBody.ReturnedHome.class,
                    CareBody.CaseClosed.class,
                    CareBody.ReferralDecision.class,
                    CareBody.Meeting.class,
                    CareBody.CarerArranged.class,
                    JusticeBody.ArrangementAgreed.class);

    private final String words;

    WeightyDecision(String words) {
        this.words = words;
    }

    /** As a sentence says it. */
    public String words() {
        return words;
    }

    /** The decision that a fact is; empty for all others. */
    public static Optional<WeightyDecision> of(Body body) {
        return switch (body) {
            case CareBody.ReturnedHome _ -> Optional.of(RETURN_HOME);
            case CareBody.CaseClosed _ -> Optional.of(CLOSE_CASE);
            case CareBody.ReferralDecision d
                    when d.outcome() == Decision.NO_FURTHER_ACTION
                            || d.reasons().contains(CloseReason.THRESHOLD_NOT_MET) ->
                    Optional.of(THRESHOLD_NOT_MET);
            case CareBody.Meeting m
                    when m.stage() == MeetingStage.HELD
                            && m.thresholdMet().filter(met -> !met).isPresent() ->
                    Optional.of(THRESHOLD_NOT_MET);
            case CareBody.CarerArranged c when c.ended() -> Optional.of(END_SUPERVISION);
            case JusticeBody.ArrangementAgreed a when a.stage() == ArrangementStage.ENDED ->
                    Optional.of(END_SUPERVISION);
            default -> Optional.empty();
        };
    }

    /** Why it stands, as its decider wrote. */
    public static Optional<Text> reason(Body body) {
        Optional<Text> reason =
                switch (body) {
                    case CareBody.ReturnedHome r -> r.reason();
                    case CareBody.CaseClosed c -> c.reason();
                    case CareBody.ReferralDecision d -> d.reason();
                    case CareBody.Meeting m -> m.decided();
                    case CareBody.CarerArranged c -> c.reason();
                    default -> Optional.empty();
                };
        return reason.filter(t -> !t.isBlank());
    }
}
