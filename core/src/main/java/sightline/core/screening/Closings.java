package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Conference.ConferenceOutcome;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** When referrals, enquiries and plans of a child were closed. */
final class Closings {
    private static final int WORKING_DAYS_FOR_A_NEXT_STEP = 5;
    private static final List<Class<? extends Body>> STEPS =
            List.of(
                    CareBody.ReferralDecision.class,
                    CareBody.StrategyDiscussion.class,
                    CareBody.Enquiry.class,
                    CareBody.Conference.class,
                    CareBody.Plan.class,
                    CareBody.CoreGroup.class,
                    CareBody.Meeting.class,
                    CareBody.CourtStep.class,
                    CareBody.CaseAllocated.class,
                    CareBody.Assessment.class,
                    CareBody.Visit.class,
                    CareBody.VisitPlanned.class);

    private final Child child;
    private final Function<Entry<?>, Instant> time;

    Closings(Child child) {
        this(child, Entry::received);
    }

    private Closings(Child child, Function<Entry<?>, Instant> time) {
        this.child = child;
        this.time = time;
    }

    /** The same by when each entry was written down, whenever it reached us. */
    static Closings asWritten(Child child) {
        return new Closings(child, Order::written);
    }

    /** Whether a decision ends a referral: no further action, or on to early help. */
    static boolean ends(Decision decision) {
        return decision == Decision.NO_FURTHER_ACTION || decision == Decision.EARLY_HELP;
    }

    /** When a decided referral was closed. */
    Optional<Instant> closed(ReferralCase referral, Entry<?> decision, Instant decided) {
        List<Instant> moments = new ArrayList<>();
        if (decision.body() instanceof CareBody.ReferralDecision d && ends(d.outcome())) {
            moments.add(decided);
        }
        AgencyId service = decision.fact().source();
        endingDecisions(referral, decision).forEach(moments::add);
        caseClosed(service, decision).forEach(moments::add);
        endedWithoutNextStep(service, decision).forEach(moments::add);
        return moments.stream().map(m -> Order.later(m, decided)).min(Comparator.naturalOrder());
    }

    private List<Instant> endingDecisions(ReferralCase referral, Entry<?> decision) {
        return child.entries(CareBody.ReferralDecision.class).stream()
                .filter(e -> ends(e.body().outcome()) && Order.follows(e, decision))
                .filter(e ->
                        referral.isNamedIn(e.fact())
                                || (e.fact().references().regarding().isEmpty()
                                        && e.fact().source().equals(decision.fact().source())))
                .map(time)
                .toList();
    }

    /** When the service closed the case, at any moment after the entry. */
    List<Instant> caseClosed(AgencyId service, Entry<?> after) {
        return child.entries(CareBody.CaseClosed.class).stream()
                .filter(e -> e.fact().source().equals(service) && Order.follows(e, after))
                .map(time)
                .toList();
    }

    private List<Instant> endedWithoutNextStep(AgencyId service, Entry<?> decision) {
        List<Instant> moments = new ArrayList<>();
        for (Entry<?> end : ends()) {
            Instant due =
                    child.clock().workingDaysAfter(time.apply(end), WORKING_DAYS_FOR_A_NEXT_STEP);
            if (end.fact().source().equals(service)
                    && Order.follows(end, decision)
                    && !stepBetween(end, due)
                    && !runningAt(due)) {
                moments.add(due);
            }
        }
        return moments;
    }

    private List<Entry<?>> ends() {
        List<Entry<?>> ends = new ArrayList<>();
        child.entries(CareBody.Enquiry.class).stream()
                .filter(e -> !e.body().started())
                .forEach(ends::add);
        child.entries(CareBody.Plan.class).stream()
                .filter(e -> !e.body().started())
                .forEach(ends::add);
        child.entries(CareBody.Conference.class).stream()
                .filter(e ->
                        e.body().outcome() == ConferenceOutcome.PLAN_ENDS
                                || e.body().outcome() == ConferenceOutcome.NO_PLAN)
                .forEach(ends::add);
        return ends;
    }

    private boolean stepBetween(Entry<?> end, Instant due) {
        return STEPS.stream()
                .flatMap(kind -> child.entries(kind).stream())
                .filter(e -> ends().stream().noneMatch(x -> x.fact().id().equals(e.fact().id())))
                .anyMatch(e -> Order.follows(e, end) && time.apply(e).isBefore(due));
    }

    /** Whether a plan is running then: the newest entry of its type says started. */
    private boolean runningAt(Instant moment) {
        for (CareBody.Plan.PlanType type : CareBody.Plan.PlanType.values()) {
            Optional<Entry<CareBody.Plan>> newest =
                    child.entries(CareBody.Plan.class).stream()
                            .filter(e -> e.body().type() == type)
                            .filter(e -> time.apply(e).isBefore(moment))
                            .max(Order.OLDEST_FIRST);
            if (newest.filter(e -> e.body().started()).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
