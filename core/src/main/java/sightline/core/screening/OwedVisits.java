package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.screening.OwedVisit.Outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The owed visits of a child, in the order in which they were owed. */
public final class OwedVisits {
    private static final Set<VisitReason> UNPLANNED =
            EnumSet.of(VisitReason.OTHER, VisitReason.NOT_RECORDED);

    private final Child child;
    private final Matters matters;

    private OwedVisits(Child child, Matters matters) {
        this.child = child;
        this.matters = matters;
    }

    /** Every owed visit, oldest first; of a day that has not passed its failing lies ahead. */
    public static List<OwedVisit> of(Child child, Matters matters) {
        return new OwedVisits(child, matters).all();
    }

    private List<OwedVisit> all() {
        List<OwedVisit> owed = new ArrayList<>();
        child.entries(CareBody.Visit.class).stream()
                .filter(this::owed)
                .forEach(
                        e -> owed.add(new OwedVisit(e, outcome(e.body().outcome()), e.received())));
        child.entries(PoliceBody.PoliceVisit.class).stream()
                .filter(e -> e.body().announced() || matters.visitsOwedFor(e))
                .forEach(
                        e -> owed.add(new OwedVisit(e, outcome(e.body().outcome()), e.received())));
        child.entries(CareBody.VisitPlanned.class).stream()
                .filter(e -> !visitedOn(e))
                .forEach(e -> owed.add(notMade(e)));
        owed.sort(
                Comparator.comparing(OwedVisits::day)
                        .thenComparing(OwedVisit::entry, Order.OLDEST_FIRST));
        return List.copyOf(owed);
    }

    /** The day for which a visit was owed. */
    static LocalDate day(OwedVisit visit) {
        return visit.entry().body() instanceof CareBody.VisitPlanned planned
                ? planned.on()
                : Order.day(visit.entry());
    }

    private boolean owed(Entry<CareBody.Visit> visit) {
        return visit.body().announced()
                || !UNPLANNED.contains(visit.body().reason())
                || matters.visitsOwedFor(visit);
    }

    private static OwedVisit notMade(Entry<CareBody.VisitPlanned> planned) {
        return new OwedVisit(
                planned,
                Outcome.NOT_MADE,
                Order.later(planned.received(), London.endOf(planned.body().on())));
    }

    /** Whether the service that planned a visit recorded one, with any outcome, for that day. */
    private boolean visitedOn(Entry<CareBody.VisitPlanned> planned) {
        return child.entries(CareBody.Visit.class).stream()
                .filter(v -> v.fact().source().equals(planned.fact().source()))
                .anyMatch(v ->
                        Order.day(v).equals(planned.body().on())
                                || v.fact()
                                        .references()
                                        .regarding()
                                        .contains(planned.fact().id().message()));
    }

    private static Outcome outcome(VisitOutcome outcome) {
        return switch (outcome) {
            case SEEN, SEEN_ALONE -> Outcome.SEEN;
            case SEEN_NOT_EXAMINABLE -> Outcome.NOT_EXAMINABLE;
            case SEEN_AT_A_DISTANCE -> Outcome.AT_A_DISTANCE;
            case NO_ACCESS -> Outcome.NO_ACCESS;
            case REFUSED -> Outcome.REFUSED;
            case NOT_AT_HOME -> Outcome.NOT_AT_HOME;
            case CANCELLED -> Outcome.CANCELLED;
        };
    }
}
