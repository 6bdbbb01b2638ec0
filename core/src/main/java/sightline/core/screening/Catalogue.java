package sightline.core.screening;

import java.util.List;

/** Every rule of the catalogue, by id. */
public final class Catalogue {
    /**
     * Which rules these are. One more with every change of what a rule finds, of its card, or of
     * the clocks and registers that are shipped: everybody is then looked at again, and a program
     * with older rules stands still beside this one.
     */
    public static final int VERSION = 45;

    private Catalogue() {}

    /** The rules, in the order of their ids. */
    public static List<Rule> rules() {
        return List.of(
                new InjuryOfNonMobileChild(),
                new KnownRiskJoinsChild(),
                new UnflaggedDomesticIncident(),
                new RepeatedOrUnexplainedInjury(),
                new InjuredCarer(),
                new NotInRecordedHousehold(),
                new ThirdReferralInAYear(),
                new HomeEducatedAfterConcern(),
                new MoveBesideOpenMatter(),
                new ChildNotSeen(),
                new ThirdAppointmentNotBrought(),
                new QuestionLeftOpenAtSignOff(),
                new GpRecordNotReceived(),
                new IdentityConflict(),
                new LivesAgainstConditions(),
                new LegalPlanningMeetingNotHeld(),
                new ClosedAsMalicious(),
                new SupervisionEndsWithChild(),
                new ReferralLeftUnanswered(),
                new EvidenceAfterClosing(),
                new OpenMatterWithoutOwner(),
                new MarkThatSeldomComesByAccident(),
                new AbuseNearChild(),
                new HeldForReview(),
                new RuleNotEvaluated(),
                new CrowdedPlace(),
                new InjuryOfWhoMayBeThisChild(),
                new NotNotified(),
                new RegisterQuestions(),
                new TouchpointNotice());
    }

    /** The screening that runs them all. */
    public static Screening screening() {
        return new Screening(rules(), VERSION);
    }
}
