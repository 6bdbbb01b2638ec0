package sightline.core.screening;

import java.util.List;

/** Every rule of the catalogue, by id. */
public final class Catalogue {
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
                new LivesAgainstConditions(),
                new LegalPlanningMeetingNotHeld(),
                new SupervisionEndsWithChild(),
                new ReferralLeftUnanswered(),
                new NotNotified(),
                new RegisterQuestions());
    }

    /** The screening that runs them all. */
    public static Screening screening() {
        return new Screening(rules());
    }
}
