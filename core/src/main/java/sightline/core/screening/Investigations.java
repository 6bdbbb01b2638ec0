package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.InvestigationPlan.PlanStep;
import sightline.core.facts.Standing;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Police investigations with the child as victim or witness, by the kinds arrest, charge,
 * investigation plan and joint enquiry; never by the words of a log.
 */
final class Investigations {
    private final Child child;

    Investigations(Child child) {
        this.child = child;
    }

    void addTo(List<Matter> matters) {
        suspicions(JusticeBody.Arrest.class).forEach(e -> matters.add(ofSuspect(e)));
        suspicions(JusticeBody.Charge.class).forEach(e -> matters.add(ofSuspect(e)));
        matters.addAll(
                Matters.spansOf(child, Kind.POLICE_INVESTIGATION, plans(false), plans(true)));
        matters.addAll(Matters.spansOf(child, Kind.POLICE_INVESTIGATION, joint(), jointEnds()));
    }

    /** Ended suspicions included: they were matters until they ended. */
    private <B extends Body> List<Entry<B>> suspicions(Class<B> kind) {
        return child.all(kind).stream()
                .filter(e -> e.standing().counts() || e.standing() == Standing.ENDED)
                .filter(e -> asVictimOrWitness(e.fact()))
                .toList();
    }

    private boolean asVictimOrWitness(Fact fact) {
        return child.standsAs(PersonRole.VICTIM, fact)
                || child.standsAs(PersonRole.WITNESS, fact)
                || child.standsAs(PersonRole.CHILD, fact);
    }

    private List<Entry<PoliceBody.InvestigationPlan>> plans(boolean closed) {
        return child.entries(PoliceBody.InvestigationPlan.class).stream()
                .filter(e -> (e.body().step() == PlanStep.CLOSED) == closed)
                .toList();
    }

    private List<Entry<?>> joint() {
        List<Entry<?>> joint = new ArrayList<>();
        child.entries(CareBody.StrategyDiscussion.class).stream()
                .filter(e -> e.body().outcome() == StrategyOutcome.JOINT_ENQUIRY)
                .forEach(joint::add);
        child.entries(CareBody.Enquiry.class).stream()
                .filter(e -> e.body().started() && e.body().joint())
                .forEach(joint::add);
        return joint;
    }

    private List<Entry<?>> jointEnds() {
        List<Entry<?>> ends = new ArrayList<>(plans(true));
        child.entries(CareBody.Enquiry.class).stream()
                .filter(e -> !e.body().started())
                .forEach(ends::add);
        child.entries(CareBody.CaseClosed.class).stream()
                .filter(e -> child.isFrom(e, AgencyType.POLICE))
                .forEach(ends::add);
        return ends;
    }

    private Matter ofSuspect(Entry<?> suspicion) {
        List<Entry<?>> ends = new ArrayList<>(plans(true));
        suspects(suspicion.fact()).forEach(s -> endings(s, suspicion, ends));
        Optional<Entry<?>> end =
                ends.stream()
                        .filter(e -> Order.follows(e, suspicion))
                        .min(
                                Comparator.<Entry<?>, Instant>comparing(Entry::received)
                                        .thenComparingLong(e -> e.fact().position()));
        return Matters.matter(child, Kind.POLICE_INVESTIGATION, suspicion, end);
    }

    private List<Individual> suspects(Fact fact) {
        return fact.participants().stream()
                .filter(p ->
                        p.role() == PersonRole.SUBJECT
                                || p.role() == PersonRole.SUSPECT
                                || p.role() == PersonRole.OFFENDER)
                .flatMap(p -> child.situation().around().whose(p.record()).stream())
                .distinct()
                .toList();
    }

    private static void endings(Individual suspect, Entry<?> suspicion, List<Entry<?>> ends) {
        List<Entry<?>> found = new ArrayList<>();
        found.addAll(suspect.about(JusticeBody.SuspicionEnded.class));
        found.addAll(suspect.about(JusticeBody.Conviction.class));
        suspect.about(JusticeBody.ChargingDecision.class).stream()
                .filter(e -> !e.body().charge())
                .forEach(found::add);
        found.stream()
                .filter(e ->
                        e.fact().references().regarding().isEmpty()
                                || e.fact()
                                        .references()
                                        .regarding()
                                        .contains(suspicion.fact().id().message()))
                .forEach(ends::add);
    }
}
