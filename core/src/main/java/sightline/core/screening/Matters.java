package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Conference.ConferenceOutcome;
import sightline.core.facts.CareBody.CourtStep.CourtStage;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The matters of a child: a referral to social care that is undecided, or accepted and not closed;
 * an enquiry; a plan of protection or in need; looked after; a police investigation with the child
 * as victim or witness; proceedings. Unanswered alerts of AL-01, 02, 04, 10, 15 and 22 are matters
 * too, for the rules that ask for them.
 */
public final class Matters {
    private final Child child;
    private final List<Matter> all = new ArrayList<>();

    private Matters(Child child, List<ReferralCase> referrals) {
        this.child = child;
        referrals.forEach(this::referral);
        enquiries();
        plans();
        new Investigations(child).addTo(all);
        proceedings();
        all.sort(Comparator.comparing(Matter::opened).thenComparing(Matter::key));
    }

    /** The matters of a child. */
    public static Matters of(Child child) {
        return child.situation().once(Matters.class, () -> new Matters(child, Referrals.of(child)));
    }

    /** The same, and the alerts that nobody has answered. */
    static Matters withAlerts(Child child) {
        return child.situation().once(WithAlerts.class, () -> new WithAlerts(child)).matters();
    }

    private record WithAlerts(Matters matters) {
        WithAlerts(Child child) {
            this(new Matters(child, Referrals.of(child)));
            matters.all.addAll(UnansweredAlerts.of(child));
            matters.all.sort(Comparator.comparing(Matter::opened).thenComparing(Matter::key));
        }
    }

    /** Those that are no referrals: what tells which reports are referrals may ask for them. */
    static List<Matter> apartFromReferrals(Child child) {
        return child.situation()
                .once(
                        ApartFromReferrals.class,
                        () -> new ApartFromReferrals(new Matters(child, List.of()).all()))
                .all();
    }

    private record ApartFromReferrals(List<Matter> all) {}

    /** All that ever were, the first opened first. */
    public List<Matter> all() {
        return List.copyOf(all);
    }

    /** Those open at that moment, the weightiest first. */
    public List<Matter> openAt(Instant moment) {
        return all.stream()
                .filter(m -> m.openAt(moment))
                .sorted(Comparator.comparing(Matter::kind).thenComparing(Matter::opened))
                .toList();
    }

    /** Those open when an entry reached us, or when it was written down. */
    List<Matter> openFor(Entry<?> entry) {
        return all.stream().filter(m -> m.openFor(entry)).toList();
    }

    /** Whether one that owes visits was open for a visit. */
    boolean visitsOwedFor(Entry<?> visit) {
        return openFor(visit).stream().anyMatch(m -> m.kind().owesVisits());
    }

    /** One thing beside the matter that was the first to be open with it, and since when. */
    public record Beside(Matter matter, Instant since) {

        /** Whether the matter had been closed by the time that both were known here. */
        boolean knownLate() {
            return matter.closedBy(since);
        }
    }

    /** The matter beside which evidence stood first; of several the weightiest. */
    public Optional<Beside> beside(Instant evidence) {
        return all.stream()
                .flatMap(m -> m.beside(evidence).map(since -> new Beside(m, since)).stream())
                .min(Comparator.comparing(Beside::since).thenComparing(b -> b.matter().kind()));
    }

    /**
     * The same of evidence that may have come late. A matter that was closed meanwhile counts,
     * where both stood on one day as they were written down: what comes late is lost to nobody.
     *
     * @param evidence when it was known here
     * @param written when it was written down
     */
    Optional<Beside> beside(Instant evidence, Instant written) {
        return beside(evidence)
                .or(() ->
                        all.stream()
                                .flatMap(m ->
                                        m
                                                .besideOnTheDay(evidence, written)
                                                .map(since -> new Beside(m, since))
                                                .stream())
                                .min(
                                        Comparator.comparing(Beside::since)
                                                .thenComparing(b -> b.matter().kind())));
    }

    private void referral(ReferralCase referral) {
        Optional<AgencyId> agency =
                referral.decision()
                        .map(d -> d.fact().source())
                        .or(() -> referral.services().stream().min(Comparator.naturalOrder()));
        List<Entry<?>> basis = new ArrayList<>();
        basis.add(referral.first());
        all.add(
                new Matter(
                        Kind.REFERRAL,
                        referral.key(),
                        referral.received(),
                        referral.closed(),
                        agency,
                        basis,
                        written(
                                child,
                                referral.first(),
                                referral.decision()
                                        .flatMap(d ->
                                                Closings.asWritten(child)
                                                        .closed(referral, d, Order.written(d))),
                                referral.received(),
                                referral.closed())));
    }

    /** What was history when its sender began to send is as old as when it came. */
    private static Matter.Written written(
            Child child,
            Entry<?> start,
            Optional<Instant> end,
            Instant opened,
            Optional<Instant> closed) {
        boolean late = child.situation().historyUntil(start.fact()).isEmpty();
        return late
                ? new Matter.Written(Order.written(start), end)
                : new Matter.Written(opened, closed);
    }

    private void enquiries() {
        List<Entry<?>> starts = new ArrayList<>();
        child.entries(CareBody.Enquiry.class).stream()
                .filter(e -> e.body().started())
                .forEach(starts::add);
        child.entries(CareBody.StrategyDiscussion.class).stream()
                .filter(e -> e.body().outcome() != StrategyOutcome.NO_ENQUIRY)
                .forEach(starts::add);
        List<Entry<?>> ends = new ArrayList<>();
        child.entries(CareBody.Enquiry.class).stream()
                .filter(e -> !e.body().started())
                .forEach(ends::add);
        child.entries(CareBody.Conference.class).stream()
                .filter(e -> e.body().type() != CareBody.Conference.ConferenceType.REVIEW)
                .forEach(ends::add);
        ends.addAll(closedBySocialCare());
        spans(Kind.ENQUIRY, starts, ends);
    }

    private void plans() {
        for (PlanType type : PlanType.values()) {
            List<Entry<?>> starts = new ArrayList<>(plan(type, true));
            List<Entry<?>> ends = new ArrayList<>(plan(type, false));
            if (type == PlanType.PROTECTION) {
                starts.addAll(conference(o -> o == ConferenceOutcome.PLAN));
                ends.addAll(conference(o -> o == ConferenceOutcome.PLAN_ENDS));
            }
            if (type != PlanType.LOOKED_AFTER) {
                ends.addAll(closedBySocialCare());
            }
            spans(kindOf(type), starts, ends);
        }
    }

    private static Kind kindOf(PlanType type) {
        return switch (type) {
            case PROTECTION -> Kind.PROTECTION_PLAN;
            case IN_NEED -> Kind.IN_NEED_PLAN;
            case LOOKED_AFTER -> Kind.LOOKED_AFTER;
        };
    }

    private List<Entry<CareBody.Plan>> plan(PlanType type, boolean started) {
        return child.entries(CareBody.Plan.class).stream()
                .filter(e -> e.body().type() == type && e.body().started() == started)
                .toList();
    }

    private List<Entry<CareBody.Conference>> conference(Predicate<ConferenceOutcome> outcome) {
        return child.entries(CareBody.Conference.class).stream()
                .filter(e -> outcome.test(e.body().outcome()))
                .toList();
    }

    private List<Entry<CareBody.CaseClosed>> closedBySocialCare() {
        return child.entries(CareBody.CaseClosed.class).stream()
                .filter(child::isFromSocialCare)
                .toList();
    }

    private void proceedings() {
        List<Entry<CareBody.CourtStep>> steps = child.entries(CareBody.CourtStep.class);
        spans(
                Kind.PROCEEDINGS,
                steps.stream()
                        .filter(e ->
                                e.body().step() == CourtStage.PRE_PROCEEDINGS
                                        || e.body().step() == CourtStage.APPLICATION)
                        .toList(),
                steps.stream().filter(e -> e.body().step() == CourtStage.ENDED).toList());
    }

    private void spans(Kind kind, List<? extends Entry<?>> starts, List<? extends Entry<?>> ends) {
        all.addAll(spansOf(child, kind, starts, ends));
    }

    /**
     * Pairs beginnings with the first end that follows them; a beginning while one is open is the
     * same matter. Where two agencies of a type each began a plan, the first to begin ends its own
     * alone: what the other began while that ran is open until it ends too.
     */
    static List<Matter> spansOf(
            Child child,
            Kind kind,
            List<? extends Entry<?>> starts,
            List<? extends Entry<?>> ends) {
        List<Matter> found = new ArrayList<>();
        List<Entry<?>> inOrder =
                starts.stream().<Entry<?>>map(s -> s).sorted(Order.OLDEST_FIRST).toList();
        Optional<Entry<?>> first = Optional.empty();
        Optional<Entry<?>> openUntil = Optional.empty();
        for (Entry<?> start : inOrder) {
            Optional<Entry<?>> end =
                    ends.stream()
                            .<Entry<?>>map(e -> e)
                            .filter(e -> Order.follows(e, start))
                            .filter(e -> endsWhatBegan(child, e, start, inOrder))
                            .min(Order.OLDEST_FIRST);
            if (first.isEmpty()) {
                first = Optional.of(start);
                openUntil = end;
            } else if (openUntil.isEmpty() || Order.follows(openUntil.get(), start)) {
                openUntil = last(openUntil, end);
            } else {
                found.add(matter(child, kind, first.get(), openUntil));
                first = Optional.of(start);
                openUntil = end;
            }
        }
        if (first.isPresent()) {
            found.add(matter(child, kind, first.get(), openUntil));
        }
        return found;
    }

    /** The later of two ends; of what has none there is none. */
    private static Optional<Entry<?>> last(Optional<Entry<?>> one, Optional<Entry<?>> other) {
        return one.flatMap(a -> other.map(b -> Order.follows(a, b) ? a : b));
    }

    /** An agency ends nothing that another of its type began after it had begun its own. */
    private static boolean endsWhatBegan(
            Child child, Entry<?> end, Entry<?> start, List<Entry<?>> starts) {
        AgencyId ending = end.fact().source();
        AgencyId began = start.fact().source();
        boolean plan =
                start.body() instanceof CareBody.Plan
                        || start.body() instanceof CareBody.Conference;
        if (!plan || ending.equals(began) || !child.typeOf(ending).equals(child.typeOf(began))) {
            return true;
        }
        Optional<Entry<?>> own =
                starts.stream()
                        .filter(s -> s.fact().source().equals(ending) && Order.follows(end, s))
                        .reduce((_, later) -> later);
        return own.isEmpty() || Order.follows(own.get(), start);
    }

    static Matter matter(Child child, Kind kind, Entry<?> start, Optional<Entry<?>> end) {
        Optional<Instant> closed = end.map(e -> Order.later(e.received(), start.received()));
        List<Entry<?>> basis = new ArrayList<>();
        basis.add(start);
        end.ifPresent(basis::add);
        return new Matter(
                kind,
                start.fact().id().text(),
                start.received(),
                closed,
                Optional.of(start.fact().source()),
                basis,
                written(child, start, end.map(Order::written), start.received(), closed));
    }
}
