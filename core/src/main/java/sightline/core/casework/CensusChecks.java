package sightline.core.casework;

import sightline.core.casework.CaseCourse.Step;
import sightline.core.casework.CaseCourse.What;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which rules of the census the dates of a case break. It warns whoever records them; nothing is
 * ever blocked by it. Where there is no referral in what may be read, nothing is said to come
 * before it.
 */
public final class CensusChecks {
    private static final int PREGNANCY_DAYS = 280;
    private static final int SCHOOL_AGE = 5;
    private static final Set<What> ACTIVITY =
            EnumSet.of(
                    What.ASSESSMENT_STARTED,
                    What.ENQUIRY_STARTED,
                    What.INITIAL_CONFERENCE,
                    What.REVIEW_CONFERENCE,
                    What.PROTECTION_PLAN_STARTED,
                    What.NEED_PLAN_STARTED);
    private static final Set<What> MORE_THAN_ASSESSED =
            EnumSet.of(
                    What.ENQUIRY_STARTED,
                    What.INITIAL_CONFERENCE,
                    What.PROTECTION_PLAN_STARTED,
                    What.NEED_PLAN_STARTED);

    /** From a start to its end; none while it is open. */
    private record Span(LocalDate from, Optional<LocalDate> until) {
        boolean openOn(LocalDate day) {
            return !from.isAfter(day) && until.filter(u -> !u.isAfter(day)).isEmpty();
        }

        boolean overlaps(Span other) {
            return startsWithin(other) || other.startsWithin(this);
        }

        private boolean startsWithin(Span other) {
            return other.openOn(from);
        }
    }

    private final CaseCourse course;
    private final LocalDate today;
    private final List<Span> enquiries;
    private final List<Span> assessments;
    private final List<Span> protection;
    private final List<Span> need;

    private CensusChecks(CaseCourse course, LocalDate today) {
        this.course = course;
        this.today = today;
        this.enquiries = spans(What.ENQUIRY_STARTED, What.ENQUIRY_ENDED, What.INITIAL_CONFERENCE);
        this.assessments = spans(What.ASSESSMENT_STARTED, What.ASSESSMENT_ENDED);
        this.protection = spans(What.PROTECTION_PLAN_STARTED, What.PROTECTION_PLAN_ENDED);
        this.need = spans(What.NEED_PLAN_STARTED, What.NEED_PLAN_ENDED);
    }

    /** The rules that the course breaks as it stands on a day, each once, in their own order. */
    public static Set<CensusRule> broken(CaseCourse course, LocalDate today) {
        var checks = new CensusChecks(course, today);
        Set<CensusRule> broken = EnumSet.noneOf(CensusRule.class);
        for (CensusRule rule : CensusRule.values()) {
            if (checks.breaks(rule)) {
                broken.add(rule);
            }
        }
        return broken;
    }

    /** The rules that the course breaks with some steps more, and did not before. */
    public static Set<CensusRule> brokenBy(CaseCourse course, LocalDate today, Step... more) {
        Set<CensusRule> broken = broken(course.with(more), today);
        broken.removeAll(broken(course, today));
        return broken;
    }

    private boolean breaks(CensusRule rule) {
        return switch (rule) {
            case ASSESSMENT_BEFORE_REFERRAL -> beforeReferral(What.ASSESSMENT_STARTED);
            case CONFERENCE_BEFORE_REFERRAL -> beforeReferral(What.INITIAL_CONFERENCE);
            case PLAN_BEFORE_REFERRAL -> beforeReferral(What.PROTECTION_PLAN_STARTED);
            case ENQUIRY_BEFORE_REFERRAL -> beforeReferral(What.ENQUIRY_STARTED);
            case PLAN_NOT_FROM_CONFERENCE -> planNotFromConference();
            case CONFERENCE_AT_WEEKEND -> any(What.INITIAL_CONFERENCE, CensusChecks::weekend);
            case REFERRED_TOO_EARLY -> referredTooEarly();
            case ONE_BIRTH -> course.born().isPresent() == course.expected().isPresent();
            case CONFERENCE_WITHOUT_ENQUIRY -> conferenceWithoutEnquiry();
            case ENQUIRIES_OPEN -> open(enquiries) > 1;
            case ENQUIRIES_OVERLAP -> overlap(enquiries);
            case ASSESSMENTS_OPEN -> open(assessments) > 1;
            case ASSESSMENTS_OVERLAP -> overlap(assessments);
            case PLANS_OF_BOTH_KINDS_OPEN -> open(protection) > 0 && open(need) > 0;
            case PLANS_OF_BOTH_KINDS_OVERLAP ->
                    protection.stream().anyMatch(p -> need.stream().anyMatch(p::overlaps));
            case REVIEW_UNDER_NEED_PLAN -> any(What.REVIEW_CONFERENCE, this::underNeedPlan);
            case PLANS_OPEN -> open(protection) > 1;
            case PLANS_OVERLAP -> overlap(protection);
            case PLAN_OF_ONE_DAY ->
                    protection.stream()
                            .anyMatch(p -> p.until().filter(p.from()::equals).isPresent());
            case REVIEW_BEFORE_PLAN -> reviewBeforePlan();
            case CLOSED_WITH_ASSESSMENT -> closedWith(assessments);
            case CLOSED_WITH_ENQUIRY -> closedWith(enquiries);
            case AFTER_CLOSING ->
                    after(EnumSet.of(What.CLOSED, What.CLOSED_AFTER_ASSESSMENT), ACTIVITY);
            case AFTER_NO_FURTHER_ACTION -> after(EnumSet.of(What.NO_FURTHER_ACTION), ACTIVITY);
            case CLOSED_AFTER_ASSESSMENT -> closedAfterMore();
            case REFERRED_AFTER_DEATH -> afterDeath(What.REFERRAL);
            case DEATH_WITHOUT_DAY -> course.deathSaid() && course.died().isEmpty();
            case PLAN_AFTER_DEATH -> afterDeath(What.PROTECTION_PLAN_STARTED);
            case PLAN_ENDS_AFTER_DEATH -> afterDeath(What.PROTECTION_PLAN_ENDED);
            case NO_PUPIL_NUMBER ->
                    !course.pupilNumber()
                            && course.born()
                                    .filter(b -> !b.plusYears(SCHOOL_AGE).isAfter(today))
                                    .isPresent();
        };
    }

    private List<LocalDate> days(What what) {
        return course.steps().stream().filter(s -> s.what() == what).map(Step::day).toList();
    }

    private boolean any(What what, Predicate<LocalDate> day) {
        return days(what).stream().anyMatch(day);
    }

    /** Each start with the first end on or after it that no earlier start has taken. */
    private List<Span> spans(What start, What... ends) {
        List<LocalDate> free = new ArrayList<>();
        Set<What> ending = EnumSet.copyOf(List.of(ends));
        course.steps().stream()
                .filter(s -> ending.contains(s.what()))
                .map(Step::day)
                .forEach(free::add);
        List<Span> spans = new ArrayList<>();
        for (LocalDate from : days(start)) {
            Optional<LocalDate> until = free.stream().filter(e -> !e.isBefore(from)).findFirst();
            until.ifPresent(free::remove);
            spans.add(new Span(from, until));
        }
        return spans;
    }

    private int open(List<Span> spans) {
        return (int) spans.stream().filter(s -> s.openOn(today)).count();
    }

    private static boolean overlap(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = i + 1; j < spans.size(); j++) {
                if (spans.get(i).overlaps(spans.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean beforeReferral(What what) {
        return days(What.REFERRAL).stream()
                .findFirst()
                .filter(first -> any(what, d -> d.isBefore(first)))
                .isPresent();
    }

    private boolean planNotFromConference() {
        List<LocalDate> conferences = days(What.INITIAL_CONFERENCE);
        return !conferences.isEmpty()
                && any(What.PROTECTION_PLAN_STARTED, d -> !conferences.contains(d));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private boolean referredTooEarly() {
        return course.born()
                .or(course::expected)
                .filter(birth ->
                        any(What.REFERRAL, d -> ChronoUnit.DAYS.between(d, birth) > PREGNANCY_DAYS))
                .isPresent();
    }

    private boolean conferenceWithoutEnquiry() {
        List<LocalDate> starts = days(What.ENQUIRY_STARTED);
        return any(What.INITIAL_CONFERENCE, d -> starts.stream().noneMatch(s -> !s.isAfter(d)));
    }

    /** A review on the day on which the protection plan ends steps down, and may. */
    private boolean underNeedPlan(LocalDate review) {
        return need.stream().anyMatch(n -> n.openOn(review))
                && !days(What.PROTECTION_PLAN_ENDED).contains(review);
    }

    private boolean reviewBeforePlan() {
        return days(What.PROTECTION_PLAN_STARTED).stream()
                .findFirst()
                .filter(first -> any(What.REVIEW_CONFERENCE, d -> !d.isAfter(first)))
                .isPresent();
    }

    private boolean closedWith(List<Span> spans) {
        return course.steps().stream()
                .filter(s -> s.what() == What.CLOSED || s.what() == What.CLOSED_AFTER_ASSESSMENT)
                .anyMatch(s -> spans.stream().anyMatch(p -> p.openOn(s.day())));
    }

    /** Whether something came after an end, and no referral between the two. */
    private boolean after(Set<What> ends, Set<What> later) {
        return course.steps().stream()
                .filter(s -> ends.contains(s.what()))
                .anyMatch(end ->
                        course.steps().stream()
                                .filter(s -> later.contains(s.what()) && s.day().isAfter(end.day()))
                                .anyMatch(s ->
                                        days(What.REFERRAL).stream()
                                                .noneMatch(r ->
                                                        r.isAfter(end.day())
                                                                && !r.isAfter(s.day()))));
    }

    private boolean closedAfterMore() {
        return any(
                What.CLOSED_AFTER_ASSESSMENT,
                closed -> {
                    LocalDate referred =
                            days(What.REFERRAL).stream()
                                    .filter(r -> !r.isAfter(closed))
                                    .reduce((_, later) -> later)
                                    .orElse(LocalDate.MIN);
                    return course.steps().stream()
                            .filter(s -> MORE_THAN_ASSESSED.contains(s.what()))
                            .anyMatch(s -> !s.day().isBefore(referred) && !s.day().isAfter(closed));
                });
    }

    private boolean afterDeath(What what) {
        return course.died().filter(death -> any(what, d -> d.isAfter(death))).isPresent();
    }
}
