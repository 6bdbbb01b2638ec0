package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.OnDuty;
import sightline.core.directory.Post;
import sightline.core.facts.CareBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.InvestigationPlan.PlanStep;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.household.Entry;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when each service shows an owner of the child's matters, as recorded: an allocation to a
 * post that somebody has today, the signed plan of an investigation, or a visit of the service for
 * 10 working days.
 */
final class Ownership {
    private static final int WORKING_DAYS_OF_A_VISIT = 10;
    private static final int DAYS_LOOKED_BACK = 60;

    /**
     * What shows an owner.
     *
     * @param until when it no longer does; empty while it does
     */
    record Shown(Entry<?> entry, Optional<Instant> until) {

        boolean at(Instant moment) {
            return until.isEmpty() || until.get().isAfter(moment);
        }
    }

    private final Child child;
    private boolean dependsOnPosts;

    Ownership(Child child) {
        this.child = child;
    }

    /** What shows an owner at social care. */
    List<Shown> ofCase() {
        List<Shown> shown = new ArrayList<>(visits(AgencyType.CHILDRENS_SOCIAL_CARE));
        child.entries(CareBody.CaseAllocated.class).stream()
                .filter(child::isFromSocialCare)
                .map(this::allocated)
                .forEach(shown::add);
        return shown;
    }

    /** What shows an owner at the police: whoever signed the newest plan, until it is closed. */
    List<Shown> ofInvestigation() {
        List<Shown> shown = new ArrayList<>(visits(AgencyType.POLICE));
        List<Entry<PoliceBody.InvestigationPlan>> plans =
                child.entries(PoliceBody.InvestigationPlan.class);
        plans.stream()
                .filter(p -> p.body().step() != PlanStep.CLOSED)
                .map(p -> new Shown(p, closedAfter(p, plans)))
                .forEach(shown::add);
        return shown;
    }

    /** When time alone may take an owner away: the holder of a post may leave at midnight. */
    Optional<Instant> recheck() {
        return dependsOnPosts
                ? Optional.of(London.endOf(child.situation().today()))
                : Optional.empty();
    }

    private static Optional<Instant> closedAfter(
            Entry<PoliceBody.InvestigationPlan> plan,
            List<Entry<PoliceBody.InvestigationPlan>> plans) {
        return plans.stream()
                .filter(p -> p.body().step() == PlanStep.CLOSED && Order.follows(p, plan))
                .map(Entry::received)
                .min(Comparator.naturalOrder());
    }

    private List<Shown> visits(AgencyType service) {
        Stream<Entry<?>> visits =
                Stream.concat(
                        child.entries(CareBody.Visit.class).stream()
                                .filter(v -> v.body().outcome() != VisitOutcome.CANCELLED),
                        child.entries(PoliceBody.PoliceVisit.class).stream());
        return visits.filter(v -> child.isFrom(v, service))
                .map(v ->
                        new Shown(
                                v,
                                Optional.of(
                                        child.clock()
                                                .workingDaysAfter(
                                                        v.received(), WORKING_DAYS_OF_A_VISIT))))
                .toList();
    }

    private Shown allocated(Entry<CareBody.CaseAllocated> allocation) {
        Optional<Instant> closed =
                new Closings(child)
                        .caseClosed(allocation.fact().source(), allocation).stream()
                                .min(Comparator.naturalOrder());
        Optional<Instant> left = vacant(allocation);
        return new Shown(
                allocation,
                Stream.of(closed, left).flatMap(Optional::stream).min(Comparator.naturalOrder()));
    }

    /**
     * Since when nobody has the post to which it was allocated; empty where somebody has, where the
     * directory does not know the post, and where it named nobody in it all along.
     */
    private Optional<Instant> vacant(Entry<CareBody.CaseAllocated> allocation) {
        List<Post> posts = posts(allocation);
        dependsOnPosts |= !posts.isEmpty();
        LocalDate today = child.situation().today();
        for (int days = 0; days < DAYS_LOOKED_BACK; days++) {
            if (held(posts, today.minusDays(days))) {
                LocalDate since = today.minusDays(days).plusDays(1);
                return days == 0
                        ? Optional.empty()
                        : Optional.of(Order.later(London.startOf(since), allocation.received()));
            }
        }
        return Optional.empty();
    }

    /** By its id, or every post of its role at the agency. */
    private List<Post> posts(Entry<CareBody.CaseAllocated> allocation) {
        String name = allocation.body().post();
        return child.situation().directory().posts(allocation.fact().source()).stream()
                .filter(p -> p.id().value().equals(name) || p.role().slug().equals(name))
                .toList();
    }

    private boolean held(List<Post> posts, LocalDate day) {
        return posts.stream()
                .anyMatch(p ->
                        !(child.situation().directory().whoOwns(p.id(), day)
                                instanceof OnDuty.Vacant));
    }
}
