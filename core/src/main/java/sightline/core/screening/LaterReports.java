package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.London;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which reports of the public to another agency than social care are referrals to it: those about a
 * child of whom a matter was closed in the last 12 months, or whose injuries (as AL-04 sees them)
 * nobody answered, or who was not seen since the newest report of harm. All from what was recorded,
 * never from a finding.
 */
final class LaterReports {
    private static final int MONTHS_AFTER_CLOSING = 12;
    private static final Set<VisitOutcome> NOT_SEEN =
            EnumSet.complementOf(EnumSet.of(VisitOutcome.SEEN, VisitOutcome.SEEN_ALONE));

    private final Child child;
    private Optional<List<Matter>> others = Optional.empty();

    LaterReports(Child child) {
        this.child = child;
    }

    /**
     * Police logs that are reports of the public: a caller who is no party, and the child named.
     */
    Stream<Entry<PoliceBody.PoliceIncident>> logs() {
        return child.entries(PoliceBody.PoliceIncident.class).stream()
                .filter(e -> child.standsAs(PersonRole.CHILD, e.fact()) || subject(e.fact()))
                .filter(e -> called(e.fact()));
    }

    private boolean subject(Fact fact) {
        return child.standsAs(PersonRole.SUBJECT, fact) || child.standsAs(PersonRole.VICTIM, fact);
    }

    private static boolean called(Fact fact) {
        return fact.in(PersonRole.CALLER)
                .anyMatch(caller ->
                        fact.participants().stream()
                                .filter(p -> p.role() != PersonRole.CALLER)
                                .map(Participant::record)
                                .noneMatch(caller::equals));
    }

    /** Whether a report is a referral to social care although nobody sent it there. */
    boolean isReferral(Entry<?> report, List<ReferralCase> before) {
        Instant received = report.received();
        return before.stream().flatMap(c -> c.closed().stream()).anyMatch(c -> year(c, received))
                || others().stream()
                        .flatMap(m -> m.closed().stream())
                        .anyMatch(c -> year(c, received))
                || injuryUnanswered(received)
                || notSeen(report);
    }

    private List<Matter> others() {
        List<Matter> known = others.orElseGet(() -> Matters.apartFromReferrals(child));
        others = Optional.of(known);
        return known;
    }

    private static boolean year(Instant closed, Instant received) {
        return !closed.isAfter(received)
                && !London.day(closed)
                        .plusMonths(MONTHS_AFTER_CLOSING)
                        .isBefore(London.day(received));
    }

    private boolean injuryUnanswered(Instant received) {
        RuleId rule = RepeatedOrUnexplainedInjury.ID;
        List<Instant> answers = Answers.of(child).to(rule).stream().map(Entry::received).toList();
        InjuryReasons reasons = new InjuryReasons(child, rule, Injuries.of(child));
        return reasons.counted().stream()
                .flatMap(i ->
                        reasons.of(i).stream().map(InjuryReasons.Reason::since).sorted().limit(1))
                .filter(since -> !since.isAfter(received))
                .anyMatch(since ->
                        answers.stream()
                                .noneMatch(a -> !a.isBefore(since) && !a.isAfter(received)));
    }

    /** A visit failed after the newest earlier report of harm, and nobody has seen the child. */
    private boolean notSeen(Entry<?> report) {
        Optional<Entry<?>> newest =
                Harms.reports(child).stream()
                        .filter(h -> !h.fact().id().equals(report.fact().id()))
                        .filter(h -> h.received().isBefore(report.received()))
                        .max(Order.OLDEST_FIRST);
        return newest.filter(h -> failed(h, report) && !seen(h, report) && !answered(h, report))
                .isPresent();
    }

    private boolean failed(Entry<?> harm, Entry<?> report) {
        return child.entries(CareBody.Visit.class).stream()
                .filter(v -> NOT_SEEN.contains(v.body().outcome()))
                .anyMatch(v -> between(harm, v, report));
    }

    private boolean seen(Entry<?> harm, Entry<?> report) {
        boolean injury =
                harm.body() instanceof HealthBody.InjuryObserved || NotSeenReasons.ofInjury(harm);
        return Sightings.of(child).stream()
                .filter(s -> s.answers(harm, injury))
                .anyMatch(s -> s.entry().received().isBefore(report.received()));
    }

    private boolean answered(Entry<?> harm, Entry<?> report) {
        List<Entry<SharedBody.AlertAnswered>> answers = Answers.of(child).to(ChildNotSeen.ID);
        return answers.stream().anyMatch(a -> between(harm, a, report));
    }

    private static boolean between(Entry<?> first, Entry<?> entry, Entry<?> last) {
        return Order.follows(entry, first) && entry.received().isBefore(last.received());
    }

    /** The reports and logs of a child, in no order. */
    List<Entry<?>> all() {
        List<Entry<?>> all = new ArrayList<>(child.entries(SharedBody.PublicReport.class));
        logs().forEach(all::add);
        return all;
    }
}
