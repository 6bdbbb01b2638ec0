package sightline.core.casework;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.CloseReason;
import sightline.core.facts.CareBody.Conference.ConferenceType;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Selves;
import sightline.core.kernel.IdentifierType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dates of one child's case with social care, as a census asks for them.
 *
 * @param steps in the order of their days
 * @param born the day of birth, where that is recorded to the day
 * @param expected the day on which an unborn child is expected
 * @param died the day of death
 * @param deathSaid whether anybody recorded that the child died, whatever the day
 * @param pupilNumber whether a unique pupil number is recorded
 */
public record CaseCourse(
        List<Step> steps,
        Optional<LocalDate> born,
        Optional<LocalDate> expected,
        Optional<LocalDate> died,
        boolean deathSaid,
        boolean pupilNumber) {

    /** One dated step. */
    public record Step(What what, LocalDate day) {}

    /** What a step is. */
    public enum What {
        REFERRAL,
        NO_FURTHER_ACTION,
        ASSESSMENT_STARTED,
        ASSESSMENT_ENDED,
        ENQUIRY_STARTED,
        ENQUIRY_ENDED,
        INITIAL_CONFERENCE,
        REVIEW_CONFERENCE,
        PROTECTION_PLAN_STARTED,
        PROTECTION_PLAN_ENDED,
        NEED_PLAN_STARTED,
        NEED_PLAN_ENDED,
        /** Closed after an assessment, with nothing further or handed to early help. */
        CLOSED_AFTER_ASSESSMENT,
        CLOSED
    }

    private static final Set<CloseReason> NOTHING_FURTHER =
            EnumSet.of(
                    CloseReason.NO_CONCERN,
                    CloseReason.THRESHOLD_NOT_MET,
                    CloseReason.OTHER_SERVICE);

    public CaseCourse {
        steps = steps.stream().sorted(Comparator.comparing(Step::day)).toList();
    }

    /**
     * The course of a child's case, from before the birth on, in what may be read of the child and
     * of the unborn child that it was.
     */
    public static CaseCourse of(Selves selves) {
        List<Step> steps = new ArrayList<>();
        referrals(selves, steps);
        enquiries(selves, steps);
        meetings(selves, steps);
        closings(selves, steps);
        Individual child = selves.child();
        return new CaseCourse(
                steps,
                child.born()
                        .flatMap(b ->
                                b.earliest().equals(b.latest())
                                        ? Optional.of(b.earliest())
                                        : Optional.empty()),
                child.expected(),
                child.died(),
                child.about(CareBody.SeriousIncident.class).stream().anyMatch(e -> e.body().died()),
                child.about(PersonBody.Person.class).stream()
                        .flatMap(e -> e.body().identifiers().stream())
                        .anyMatch(i -> i.type() == IdentifierType.UPN));
    }

    /** The same with what is about to be recorded. */
    public CaseCourse with(Step... more) {
        return new CaseCourse(
                Stream.concat(steps.stream(), Stream.of(more)).toList(),
                born,
                expected,
                died,
                deathSaid,
                pupilNumber);
    }

    private static void referrals(Selves child, List<Step> steps) {
        child.about(CareBody.Referral.class).stream()
                .filter(e -> e.body().service() == CareBody.Referral.Service.SOCIAL_CARE)
                .forEach(e -> add(steps, What.REFERRAL, e));
        for (Entry<CareBody.ReferralDecision> e : child.about(CareBody.ReferralDecision.class)) {
            if (e.body().outcome() == Decision.NO_FURTHER_ACTION) {
                add(steps, What.NO_FURTHER_ACTION, e);
            } else if (e.body().outcome() == Decision.ASSESSMENT) {
                add(steps, What.ASSESSMENT_STARTED, e);
            }
        }
        // Other question sets may run beside it: what ends it is its sign-off by social care's own.
        boolean assessed = steps.stream().anyMatch(s -> s.what() == What.ASSESSMENT_STARTED);
        child.about(CareBody.Assessment.class).stream()
                .filter(e -> assessed)
                .filter(e -> e.body().stage() == CareBody.Assessment.AssessmentStage.SIGNED_OFF)
                .forEach(e -> add(steps, What.ASSESSMENT_ENDED, e));
    }

    /** A discussion that decides on an enquiry starts it; so does a fact that says so alone. */
    private static void enquiries(Selves child, List<Step> steps) {
        List<LocalDate> decided =
                child.about(CareBody.StrategyDiscussion.class).stream()
                        .filter(e -> e.body().outcome() != StrategyOutcome.NO_ENQUIRY)
                        .map(e -> StrategyPack.day(e.fact()))
                        .toList();
        decided.stream().distinct().forEach(d -> steps.add(new Step(What.ENQUIRY_STARTED, d)));
        for (Entry<CareBody.Enquiry> e : child.about(CareBody.Enquiry.class)) {
            LocalDate day = StrategyPack.day(e.fact());
            if (!e.body().started()) {
                add(steps, What.ENQUIRY_ENDED, e);
            } else if (decided.stream()
                    .noneMatch(d -> !d.isAfter(day) && day.isBefore(d.plusDays(WITH_DISCUSSION)))) {
                add(steps, What.ENQUIRY_STARTED, e);
            }
        }
    }

    /** Within so many days an enquiry is the one that the discussion decided on. */
    private static final int WITH_DISCUSSION = 15;

    private static void meetings(Selves child, List<Step> steps) {
        child.about(CareBody.Conference.class)
                .forEach(e ->
                        add(
                                steps,
                                e.body().type() == ConferenceType.REVIEW
                                        ? What.REVIEW_CONFERENCE
                                        : What.INITIAL_CONFERENCE,
                                e));
        for (Entry<CareBody.Plan> e : child.about(CareBody.Plan.class)) {
            boolean started = e.body().started();
            if (e.body().type() == PlanType.PROTECTION) {
                add(steps, started ? What.PROTECTION_PLAN_STARTED : What.PROTECTION_PLAN_ENDED, e);
            } else if (e.body().type() == PlanType.IN_NEED) {
                add(steps, started ? What.NEED_PLAN_STARTED : What.NEED_PLAN_ENDED, e);
            }
        }
    }

    private static void closings(Selves child, List<Step> steps) {
        for (Entry<CareBody.CaseClosed> e : child.about(CareBody.CaseClosed.class)) {
            boolean nothing =
                    !e.body().reasons().isEmpty()
                            && NOTHING_FURTHER.containsAll(e.body().reasons());
            boolean assessed =
                    steps.stream()
                            .anyMatch(s ->
                                    s.what() == What.ASSESSMENT_ENDED
                                            && !s.day().isAfter(StrategyPack.day(e.fact())));
            add(steps, nothing && assessed ? What.CLOSED_AFTER_ASSESSMENT : What.CLOSED, e);
        }
    }

    private static void add(List<Step> steps, What what, Entry<?> entry) {
        Fact fact = entry.fact();
        steps.add(new Step(what, StrategyPack.day(fact)));
    }
}
