package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.OwedVisit.Outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a child was not seen where it ought to have been, and has not been seen since. */
final class NotSeenReasons {
    private static final int CANCELLED_WORKING_DAYS = 2;
    static final int SPEAKS_FROM_MONTHS = 24;
    private static final int PREGNANCY_DAYS = 280;
    private static final String CLOSED = "closed-";

    /** What one entry shows. */
    record Shown(Entry<?> entry, String text) {}

    /**
     * One occasion.
     *
     * @param report the newest report of injury or harm before it
     * @param item the visit or closing, as a key
     */
    record NotSeen(
            Optional<Entry<?>> report,
            String item,
            Instant since,
            List<Shown> steps,
            String conclusion) {}

    private final Child child;
    private final boolean unborn;
    private final List<Entry<?>> reports;
    private final List<OwedVisit> owed;
    private final Matters matters;
    private final List<Sighting> sightings;
    private final Map<String, NotSeen> found = new LinkedHashMap<>();

    NotSeenReasons(Child child) {
        this.child = child;
        this.unborn = child.individual().unborn();
        this.reports = Harms.reports(child);
        this.matters = Matters.of(child);
        this.owed = OwedVisits.of(child, matters);
        this.sightings = Sightings.of(child);
    }

    List<NotSeen> all() {
        if (unborn) {
            motherNotSpokenTo();
        } else {
            owed.forEach(this::sinceReport);
            closings().forEach(this::closedUnseen);
        }
        twoFailed();
        owed.stream()
                .filter(v -> v.outcome() == Outcome.CANCELLED && ofConcern(v))
                .forEach(this::cancelled);
        return List.copyOf(found.values());
    }

    /** The closings of services that had not seen the child, as the rule reads it. */
    List<Entry<?>> closedWithoutSeeing() {
        return all().stream()
                .filter(n -> n.item().startsWith(CLOSED))
                .<Entry<?>>map(n -> n.steps().getFirst().entry())
                .toList();
    }

    /** Of one occasion the first reason stands. */
    private void add(NotSeen notSeen) {
        found.merge(notSeen.item(), notSeen, (a, b) -> b.since().isBefore(a.since()) ? b : a);
    }

    private void sinceReport(OwedVisit visit) {
        Optional<Entry<?>> report = reportBefore(visit);
        if (visit.outcome() == Outcome.NOT_EXAMINABLE) {
            notExaminable(visit, report);
            return;
        }
        if (!visit.outcome().failed() || report.isEmpty()) {
            return;
        }
        boolean marks =
                report.get().body() instanceof HealthBody.InjuryObserved || ofInjury(report.get());
        if (!seenSince(report.get(), marks)) {
            add(
                    visited(
                            visit,
                            report,
                            "Not seen since the newest report, and an owed visit failed"));
        }
    }

    /** Whoever saw the child before: what could not be looked at that day is to be looked at. */
    private void notExaminable(OwedVisit visit, Optional<Entry<?>> report) {
        boolean since =
                sightings.stream()
                        .filter(s -> s.marksLookedAt() && examined(s))
                        .anyMatch(s -> Order.follows(s.entry(), visit.entry()));
        if (!since) {
            add(visited(visit, report, "Seen but not examinable, and not examined since"));
        }
    }

    private static NotSeen visited(OwedVisit visit, Optional<Entry<?>> report, String conclusion) {
        Instant known =
                report.map(r -> Order.later(r.received(), visit.known())).orElse(visit.known());
        return new NotSeen(
                report,
                "visit-" + Found.id(visit.entry()).text(),
                known,
                List.of(new Shown(visit.entry(), visit.outcome().words())),
                conclusion);
    }

    static boolean ofInjury(Entry<?> report) {
        return report.body() instanceof CareBody.Referral r
                && (r.harms().contains(CareBody.Harm.INJURY)
                        || r.harms().contains(CareBody.Harm.ASSAULT));
    }

    private boolean seenSince(Entry<?> report, boolean marks) {
        return sightings.stream().anyMatch(s -> s.answers(report, marks) && examined(s));
    }

    /** Where the same service says that the child could not be examined, nobody looked. */
    private boolean examined(Sighting sighting) {
        return owed.stream()
                .filter(v -> v.outcome() == Outcome.NOT_EXAMINABLE)
                .map(OwedVisit::entry)
                .noneMatch(v ->
                        v.fact().source().equals(sighting.entry().fact().source())
                                && Order.day(v).equals(Order.day(sighting.entry())));
    }

    private Optional<Entry<?>> reportBefore(OwedVisit visit) {
        LocalDate day = OwedVisits.day(visit);
        boolean planned = visit.entry().body() instanceof CareBody.VisitPlanned;
        return reports.stream()
                .filter(r ->
                        planned ? !Order.day(r).isAfter(day) : !Order.follows(r, visit.entry()))
                .reduce((_, later) -> later);
    }

    private Optional<Entry<?>> reportBefore(Entry<?> entry) {
        return reports.stream()
                .filter(r -> Order.follows(entry, r) || names(entry, r))
                .reduce((_, later) -> later);
    }

    /** Whoever answers a report had it, though it reached us after the answer. */
    private static boolean names(Entry<?> entry, Entry<?> report) {
        return entry.fact().references().regarding().contains(report.fact().id().message());
    }

    /**
     * Whether a visit is more than routine: of social care or police, after a report of harm, or
     * beside an open matter. A health visitor's routine visits to any family are not counted.
     */
    private boolean ofConcern(OwedVisit visit) {
        return child.isFrom(visit.entry(), AgencyType.CHILDRENS_SOCIAL_CARE, AgencyType.POLICE)
                || reportBefore(visit).isPresent()
                || !matters.openAt(visit.known()).isEmpty()
                || !matters.openFor(visit.entry()).isEmpty();
    }

    private void twoFailed() {
        List<OwedVisit> attempts =
                owed.stream()
                        .filter(v -> v.outcome() != Outcome.CANCELLED && ofConcern(v))
                        .toList();
        for (int i = 1; i < attempts.size(); i++) {
            OwedVisit last = attempts.get(i);
            OwedVisit before = attempts.get(i - 1);
            if (!last.outcome().failed() || !before.outcome().failed() || metSince(last)) {
                continue;
            }
            add(
                    new NotSeen(
                            reportBefore(last),
                            "visit-" + Found.id(last.entry()).text(),
                            Order.later(before.known(), last.known()),
                            List.of(
                                    new Shown(before.entry(), before.outcome().words()),
                                    new Shown(last.entry(), last.outcome().words())),
                            "The last two owed visits failed"));
        }
    }

    /** Whether the child was met after a visit, by anybody who saw it or at a later owed visit. */
    private boolean metSince(OwedVisit visit) {
        LocalDate day = OwedVisits.day(visit);
        boolean met =
                owed.stream()
                        .filter(v ->
                                v.outcome() == Outcome.SEEN
                                        || v.outcome() == Outcome.NOT_EXAMINABLE)
                        .anyMatch(v -> after(v.entry(), visit, day));
        return met || sightings.stream().anyMatch(s -> after(s.entry(), visit, day));
    }

    private static boolean after(Entry<?> entry, OwedVisit visit, LocalDate day) {
        return visit.entry().body() instanceof CareBody.VisitPlanned
                ? !Order.day(entry).isBefore(day)
                : Order.follows(entry, visit.entry());
    }

    private void cancelled(OwedVisit visit) {
        if (metSince(visit)) {
            return;
        }
        Instant due = child.clock().workingDaysAfter(visit.known(), CANCELLED_WORKING_DAYS);
        add(
                new NotSeen(
                        reportBefore(visit),
                        "cancelled-" + Found.id(visit.entry()).text(),
                        due,
                        List.of(new Shown(visit.entry(), visit.outcome().words())),
                        "A cancelled visit was not made within 2 working days"));
    }

    private List<Entry<?>> closings() {
        List<Entry<?>> closings = new ArrayList<>(child.entries(CareBody.CaseClosed.class));
        child.entries(CareBody.ReferralDecision.class).stream()
                .filter(e -> Closings.ends(e.body().outcome()))
                .forEach(closings::add);
        child.entries(PoliceBody.InvestigationPlan.class).stream()
                .filter(e -> e.body().step() == PoliceBody.InvestigationPlan.PlanStep.CLOSED)
                .forEach(closings::add);
        closings.sort(Order.OLDEST_FIRST);
        return closings;
    }

    private void closedUnseen(Entry<?> closing) {
        Optional<Entry<?>> report = reportBefore(closing);
        if (report.isEmpty() || closedBetween(report.get(), closing)) {
            return;
        }
        boolean speaks =
                child.individual()
                        .monthsOn(Order.day(closing))
                        .map(m -> m >= speaksFrom())
                        .orElse(true);
        boolean enough =
                speaks ? seenAlone(report.get(), closing) : skinSeen(report.get(), closing);
        if (!enough) {
            add(
                    closed(
                            report,
                            closing,
                            speaks
                                    ? "Closed by a service that has not seen the child alone since"
                                            + " the newest report"
                                    : "Closed with the skin of a child too young to speak not"
                                            + " looked at since the newest report"));
        }
    }

    private static NotSeen closed(Optional<Entry<?>> report, Entry<?> closing, String conclusion) {
        Instant known =
                report.map(r -> Order.later(r.received(), closing.received()))
                        .orElse(closing.received());
        return new NotSeen(
                report,
                CLOSED + Found.id(closing).text(),
                known,
                List.of(new Shown(closing, "The matter was closed")),
                conclusion);
    }

    private int speaksFrom() {
        return child.situation()
                .parameters()
                .number(ChildNotSeen.ID, "speaks-from-months", SPEAKS_FROM_MONTHS);
    }

    /** An earlier closing by the same service had its own answer for the report. */
    private boolean closedBetween(Entry<?> report, Entry<?> closing) {
        return closings().stream()
                .filter(c -> c.fact().source().equals(closing.fact().source()))
                .filter(c -> Order.follows(c, report) || names(c, report))
                .anyMatch(c -> Order.follows(closing, c));
    }

    private boolean seenAlone(Entry<?> report, Entry<?> closing) {
        if (closing.body() instanceof CareBody.CaseClosed c && c.childSeenAlone()) {
            return true;
        }
        return sightings.stream()
                .filter(s -> s.alone() && isOf(closing, s.entry().fact()))
                .anyMatch(s -> Order.follows(s.entry(), report));
    }

    private boolean skinSeen(Entry<?> report, Entry<?> closing) {
        if (closing.body() instanceof CareBody.CaseClosed c && c.skinSeen()) {
            return true;
        }
        return sightings.stream()
                .filter(s -> s.marksLookedAt() && examined(s))
                .filter(s ->
                        isOf(closing, s.entry().fact())
                                || !(s.entry().body() instanceof CareBody.Visit))
                .anyMatch(s ->
                        Order.follows(s.entry(), report)
                                || s.entry().fact().id().equals(report.fact().id()));
    }

    private static boolean isOf(Entry<?> closing, Fact fact) {
        AgencyId service = closing.fact().source();
        return fact.source().equals(service);
    }

    private void motherNotSpokenTo() {
        if (spokenToAlone()) {
            return;
        }
        for (OwedVisit visit : owed) {
            if (visit.outcome() != Outcome.CANCELLED) {
                add(
                        new NotSeen(
                                reportBefore(visit),
                                "visit-" + Found.id(visit.entry()).text(),
                                visit.known(),
                                List.of(new Shown(visit.entry(), "A visit was owed")),
                                "Nobody has spoken with the mother alone"));
            }
        }
        for (Entry<?> closing : closings()) {
            add(
                    closed(
                            reportBefore(closing),
                            closing,
                            "Closed, and nobody has spoken with the mother alone"));
        }
    }

    /** Of an unborn child, whoever was seen alone is the mother whom the visit names. */
    private boolean motherSeenAlone(Entry<CareBody.Visit> visit) {
        return visit.body().outcome() == VisitOutcome.SEEN_ALONE
                && visit.fact().participants().stream()
                        .anyMatch(p -> p.role() == PersonRole.MOTHER);
    }

    private boolean spokenToAlone() {
        if (!child.entries(CareBody.MotherSpokenToAlone.class).isEmpty()
                || child.entries(CareBody.Visit.class).stream().anyMatch(this::motherSeenAlone)) {
            return true;
        }
        Optional<LocalDate> first =
                child.facts().stream()
                        .map(f -> sightline.core.kernel.London.day(f.times().received()))
                        .min(LocalDate::compareTo)
                        .map(d -> d.minusDays(PREGNANCY_DAYS));
        for (Individual parent : child.situation().around().parents(child.individual().id())) {
            boolean spoken =
                    parent.about(CareBody.MotherSpokenToAlone.class).stream()
                            .anyMatch(e -> first.filter(Order.day(e)::isBefore).isEmpty());
            if (spoken) {
                return true;
            }
        }
        return false;
    }
}
