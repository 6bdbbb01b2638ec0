package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.casework.CaseCourse.Step;
import sightline.core.casework.CaseCourse.What;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.StrategyDiscussion;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Each rule of the census by its number: what breaks it, and what nearly does. */
final class CensusChecksTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

    /** A number, steps that break it, steps that nearly do. Days are of 2026: month-day. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1103  | REFERRAL 02-02, ASSESSMENT_STARTED 02-01 | REFERRAL 02-02, ASSESSMENT_STARTED 02-02
                    1104  | REFERRAL 02-03, INITIAL_CONFERENCE 02-02 | REFERRAL 02-02, INITIAL_CONFERENCE 02-02
                    1105  | REFERRAL 02-03, PROTECTION_PLAN_STARTED 02-02 | REFERRAL 02-02, PROTECTION_PLAN_STARTED 02-02
                    2889  | REFERRAL 02-03, ENQUIRY_STARTED 02-02 | REFERRAL 02-02, ENQUIRY_STARTED 02-02
                    2885  | INITIAL_CONFERENCE 02-02, PROTECTION_PLAN_STARTED 02-03 | INITIAL_CONFERENCE 02-02, PROTECTION_PLAN_STARTED 02-02
                    8875  | INITIAL_CONFERENCE 02-07 | INITIAL_CONFERENCE 02-06
                    8615  | ENQUIRY_STARTED 02-03, INITIAL_CONFERENCE 02-02 | ENQUIRY_STARTED 02-02, INITIAL_CONFERENCE 02-02
                    8839  | ENQUIRY_STARTED 02-02, ENQUIRY_STARTED 02-10 | ENQUIRY_STARTED 02-02, ENQUIRY_ENDED 02-09, ENQUIRY_STARTED 02-10
                    8890  | ENQUIRY_STARTED 02-02, ENQUIRY_STARTED 02-10, ENQUIRY_ENDED 02-11, ENQUIRY_ENDED 02-12 | ENQUIRY_STARTED 02-02, ENQUIRY_ENDED 02-10, ENQUIRY_STARTED 02-10
                    8896  | ASSESSMENT_STARTED 02-02, ASSESSMENT_STARTED 02-10 | ASSESSMENT_STARTED 02-02, ASSESSMENT_ENDED 02-09, ASSESSMENT_STARTED 02-10
                    8863Q | ASSESSMENT_STARTED 02-02, ASSESSMENT_STARTED 02-10, ASSESSMENT_ENDED 02-11, ASSESSMENT_ENDED 02-12 | ASSESSMENT_STARTED 02-02, ASSESSMENT_ENDED 02-10, ASSESSMENT_STARTED 02-10
                    4001  | PROTECTION_PLAN_STARTED 02-02, NEED_PLAN_STARTED 02-10 | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_ENDED 02-10, NEED_PLAN_STARTED 02-10
                    4016  | NEED_PLAN_STARTED 02-02, PROTECTION_PLAN_STARTED 02-09, NEED_PLAN_ENDED 02-10 | NEED_PLAN_STARTED 02-02, NEED_PLAN_ENDED 02-10, PROTECTION_PLAN_STARTED 02-10
                    4003  | NEED_PLAN_STARTED 02-02, REVIEW_CONFERENCE 02-09 | PROTECTION_PLAN_STARTED 01-05, PROTECTION_PLAN_ENDED 02-09, NEED_PLAN_STARTED 02-09, REVIEW_CONFERENCE 02-09
                    8935  | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_STARTED 02-10 | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_ENDED 02-09, PROTECTION_PLAN_STARTED 02-10
                    8940  | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_STARTED 02-10, PROTECTION_PLAN_ENDED 02-11, PROTECTION_PLAN_ENDED 02-12 | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_ENDED 02-10, PROTECTION_PLAN_STARTED 02-10
                    8840  | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_ENDED 02-02 | PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_ENDED 02-03
                    8841  | PROTECTION_PLAN_STARTED 02-02, REVIEW_CONFERENCE 02-02 | PROTECTION_PLAN_STARTED 02-02, REVIEW_CONFERENCE 02-03
                    8867  | ASSESSMENT_STARTED 02-02, CLOSED 02-03 | ASSESSMENT_STARTED 02-02, ASSESSMENT_ENDED 02-03, CLOSED 02-03
                    8868  | ENQUIRY_STARTED 02-02, CLOSED 02-03 | ENQUIRY_STARTED 02-02, ENQUIRY_ENDED 02-03, CLOSED 02-03
                    8565  | CLOSED 02-02, INITIAL_CONFERENCE 02-03 | CLOSED 02-02, REFERRAL 02-03, INITIAL_CONFERENCE 02-03
                    8831  | NO_FURTHER_ACTION 02-02, ENQUIRY_STARTED 02-03 | NO_FURTHER_ACTION 02-02, REFERRAL 02-03, ENQUIRY_STARTED 02-03
                    2990  | REFERRAL 02-02, ENQUIRY_STARTED 02-03, CLOSED_AFTER_ASSESSMENT 02-20 | ENQUIRY_STARTED 01-20, REFERRAL 02-02, CLOSED_AFTER_ASSESSMENT 02-20
                    """)
    void aRuleIsBrokenByItsStepsAndNotByThoseThatNearlyDo(
            String number, String breaking, String near) {
        CensusRule rule = CensusRule.of(number.strip()).orElseThrow();

        assertThat(broken(breaking)).as(breaking).contains(rule);
        assertThat(broken(near)).as(near).doesNotContain(rule);
    }

    @Test
    void birthDeathAndSchoolAge() {
        LocalDate day = LocalDate.parse("2026-02-02");
        Step referred = new Step(What.REFERRAL, day);
        assertThat(broken(child(Optional.of(day.plusDays(281)), false, Optional.empty(), referred)))
                .contains(CensusRule.REFERRED_TOO_EARLY);
        assertThat(broken(child(Optional.of(day.plusDays(280)), false, Optional.empty(), referred)))
                .doesNotContain(CensusRule.REFERRED_TOO_EARLY);
        assertThat(broken(child(Optional.empty(), false, Optional.empty())))
                .contains(CensusRule.ONE_BIRTH);
        assertThat(broken(child(Optional.of(day), false, Optional.empty())))
                .doesNotContain(CensusRule.ONE_BIRTH);
        assertThat(broken(child(Optional.of(TODAY.minusYears(5)), false, Optional.empty())))
                .contains(CensusRule.NO_PUPIL_NUMBER);
        assertThat(
                        broken(
                                child(
                                        Optional.of(TODAY.minusYears(5).plusDays(1)),
                                        false,
                                        Optional.empty())))
                .doesNotContain(CensusRule.NO_PUPIL_NUMBER);
        assertThat(broken(child(Optional.of(day), true, Optional.empty())))
                .contains(CensusRule.DEATH_WITHOUT_DAY);
        assertThat(broken(child(Optional.of(day), true, Optional.of(day))))
                .doesNotContain(CensusRule.DEATH_WITHOUT_DAY);
    }

    @Test
    void nothingBeginsOrEndsAfterDeath() {
        LocalDate death = LocalDate.parse("2026-02-02");
        for (var rule :
                List.of(
                        List.of(CensusRule.REFERRED_AFTER_DEATH, What.REFERRAL),
                        List.of(CensusRule.PLAN_AFTER_DEATH, What.PROTECTION_PLAN_STARTED),
                        List.of(CensusRule.PLAN_ENDS_AFTER_DEATH, What.PROTECTION_PLAN_ENDED))) {
            What what = (What) rule.getLast();
            assertThat(broken(dead(death, new Step(what, death.plusDays(1)))))
                    .contains((CensusRule) rule.getFirst());
            assertThat(broken(dead(death, new Step(what, death))))
                    .doesNotContain((CensusRule) rule.getFirst());
        }
    }

    @Test
    void whatIsAboutToBeRecordedIsToldApartFromWhatWasBrokenBefore() {
        CaseCourse course = course("PROTECTION_PLAN_STARTED 02-02, PROTECTION_PLAN_STARTED 02-10");

        assertThat(
                        CensusChecks.brokenBy(
                                course,
                                TODAY,
                                new Step(What.NEED_PLAN_STARTED, LocalDate.parse("2026-03-01"))))
                .containsExactlyInAnyOrder(
                        CensusRule.PLANS_OF_BOTH_KINDS_OPEN,
                        CensusRule.PLANS_OF_BOTH_KINDS_OVERLAP);
    }

    @Test
    void anEnquiryThatADiscussionDecidedOnIsOneEnquiry() {
        Story story = new Story();
        Who child = story.person("child", "2006-03-01");
        story.at("2006-12-12T15:00")
                .from("childrens-social-care")
                .about(child)
                .says(new StrategyDiscussion(StrategyOutcome.JOINT_ENQUIRY, Optional.empty()));
        story.at("2006-12-13T15:00")
                .from("childrens-social-care")
                .about(child)
                .says(new CareBody.Enquiry(true, true, Optional.empty()));

        CaseCourse course =
                CaseCourse.of(story.situation(child, "2006-12-14T09:00").around().asOne());

        assertThat(course.steps())
                .containsExactly(new Step(What.ENQUIRY_STARTED, LocalDate.parse("2006-12-12")));
        assertThat(course.born()).contains(LocalDate.parse("2006-03-01"));
    }

    @Test
    void everyNumberIsOnce() {
        assertThat(Arrays.stream(CensusRule.values()).map(CensusRule::number))
                .doesNotHaveDuplicates()
                .allMatch(n -> CensusRule.of(n).isPresent());
        assertThat(EnumSet.allOf(CensusRule.class))
                .allMatch(r -> r.words().endsWith(".") || r.words().contains(". "));
    }

    private static Set<CensusRule> broken(String steps) {
        return broken(course(steps));
    }

    private static Set<CensusRule> broken(CaseCourse course) {
        return CensusChecks.broken(course, TODAY);
    }

    private static CaseCourse course(String steps) {
        return child(
                Optional.of(LocalDate.parse("2025-12-01")),
                false,
                Optional.empty(),
                Arrays.stream(steps.split(","))
                        .map(s -> s.strip().split(" "))
                        .map(s ->
                                new Step(
                                        What.valueOf(s[0].toUpperCase(Locale.ROOT)),
                                        LocalDate.parse("2026-" + s[1])))
                        .toArray(Step[]::new));
    }

    private static CaseCourse dead(LocalDate died, Step... steps) {
        return child(Optional.of(LocalDate.parse("2025-12-01")), true, Optional.of(died), steps);
    }

    private static CaseCourse child(
            Optional<LocalDate> born, boolean deathSaid, Optional<LocalDate> died, Step... steps) {
        return new CaseCourse(List.of(steps), born, Optional.empty(), died, deathSaid, false);
    }
}
