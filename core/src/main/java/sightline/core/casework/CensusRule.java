package sightline.core.casework;

import java.util.Arrays;
import java.util.Optional;

/**
 * A rule of the child-in-need census about the dates of a case, by the number that the census gives
 * it, and what it asks in plain words. Source: the open validator csc-validator-be-cin.
 */
public enum CensusRule {
    ASSESSMENT_BEFORE_REFERRAL("1103", "An assessment began before the case was referred."),
    CONFERENCE_BEFORE_REFERRAL("1104", "The initial conference came before the referral."),
    PLAN_BEFORE_REFERRAL("1105", "A protection plan began before the case was referred."),
    ENQUIRY_BEFORE_REFERRAL("2889", "A section 47 enquiry began before the case was referred."),
    PLAN_NOT_FROM_CONFERENCE(
            "2885",
            "A protection plan begins on the day of its initial conference, and this does not."),
    CONFERENCE_AT_WEEKEND("8875", "An initial conference is dated on a Saturday or a Sunday."),
    REFERRED_TOO_EARLY(
            "8606",
            "The referral is more than 280 days before the birth, or before it is expected."),
    ONE_BIRTH(
            "8525Q", "Record either the date of birth or the day on which the birth is expected."),
    CONFERENCE_WITHOUT_ENQUIRY(
            "8615", "An initial conference needs a section 47 enquiry that began before it."),
    ENQUIRIES_OPEN("8839", "Two section 47 enquiries are open at once."),
    ENQUIRIES_OVERLAP("8890", "A section 47 enquiry began while another one ran."),
    ASSESSMENTS_OPEN("8896", "Two assessments are open at once."),
    ASSESSMENTS_OVERLAP("8863Q", "An assessment began while another one ran."),
    PLANS_OF_BOTH_KINDS_OPEN(
            "4001",
            "A plan for a child in need is open beside a protection plan. End one of them."),
    PLANS_OF_BOTH_KINDS_OVERLAP(
            "4016", "A plan for a child in need ran at the same time as a protection plan."),
    REVIEW_UNDER_NEED_PLAN(
            "4003", "A review conference was held while a plan for a child in need ran."),
    PLANS_OPEN("8935", "Two protection plans are open at once."),
    PLANS_OVERLAP("8940", "A protection plan began while another one ran."),
    PLAN_OF_ONE_DAY("8840", "A protection plan ended on the day on which it began."),
    REVIEW_BEFORE_PLAN(
            "8841", "A review conference is dated on or before the day on which the plan began."),
    CLOSED_WITH_ASSESSMENT("8867", "The case was closed while an assessment was open."),
    CLOSED_WITH_ENQUIRY("8868", "The case was closed while a section 47 enquiry was open."),
    AFTER_CLOSING("8565", "Something was done after the case was closed, without a new referral."),
    AFTER_NO_FURTHER_ACTION(
            "8831", "Something was done although the referral was decided as no further action."),
    CLOSED_AFTER_ASSESSMENT(
            "2990",
            "The case was closed after its assessment with nothing further, although there was an"
                    + " enquiry, a conference or a plan."),
    REFERRED_AFTER_DEATH("8555Q", "The referral is dated after the day of death."),
    DEATH_WITHOUT_DAY("8585Q", "The child is recorded as having died, without the day of death."),
    PLAN_AFTER_DEATH("8915", "A protection plan began after the day of death."),
    PLAN_ENDS_AFTER_DEATH("8920", "A protection plan ended after the day of death."),
    NO_PUPIL_NUMBER(
            "8770Q", "From five years of age a unique pupil number is expected. None is recorded.");

    private final String number;
    private final String words;

    CensusRule(String number, String words) {
        this.number = number;
        this.words = words;
    }

    /** The number that the census gives it, with a Q where it asks and does not refuse. */
    public String number() {
        return number;
    }

    /** What does not go together, in plain words. */
    public String words() {
        return words;
    }

    /** The rule of that number. */
    public static Optional<CensusRule> of(String number) {
        return Arrays.stream(values()).filter(r -> r.number.equals(number)).findFirst();
    }
}
