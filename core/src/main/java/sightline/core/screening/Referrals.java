package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The referrals of a child to children's social care, grouped into cases. A public report that was
 * sent to or recorded by social care is one; so is a public report to anybody, or a police log with
 * a caller who is no party, of {@link LaterReports}. A referral to any other service is none.
 */
public final class Referrals {
    private static final int WORKING_DAYS_TO_DECIDE = 1;

    private final Child child;
    private final Sources sources;
    private final Closings closings;
    private final LaterReports later;
    private final List<Entry<?>> contacts;
    private final List<ReferralCase> cases;

    private Referrals(Child child) {
        this.child = child;
        this.sources = Sources.of(child);
        this.closings = new Closings(child);
        this.later = new LaterReports(child);
        this.contacts = new ArrayList<>();
        child.entries(CareBody.Referral.class).stream()
                .filter(e -> e.body().service() == CareBody.Referral.Service.SOCIAL_CARE)
                .forEach(contacts::add);
        contacts.addAll(later.all());
        contacts.sort(
                Comparator.<Entry<?>, Instant>comparing(Entry::received)
                        .thenComparingLong(e -> e.fact().position()));
        this.cases = grouped();
    }

    /** The cases of a child, as received. */
    public static List<ReferralCase> of(Child child) {
        return child.situation().once(Referrals.class, () -> new Referrals(child)).cases;
    }

    /** The oldest that a decision names, or was the first to decide. */
    public static Optional<ReferralCase> decidedBy(Child child, Fact decision) {
        return of(child).stream()
                .filter(r -> r.isNamedIn(decision))
                .findFirst()
                .or(() ->
                        of(child).stream()
                                .filter(r ->
                                        r.decision()
                                                .filter(d -> d.fact().id().equals(decision.id()))
                                                .isPresent())
                                .findFirst());
    }

    private List<ReferralCase> grouped() {
        List<ReferralCase> cases = new ArrayList<>();
        for (Entry<?> contact : contacts) {
            if (!isReferral(contact, cases)) {
                continue;
            }
            Optional<ReferralCase> same =
                    cases.stream().filter(c -> sameReferral(c, contact)).findFirst();
            if (same.isPresent()) {
                List<Entry<?>> joined = new ArrayList<>(same.get().entries());
                joined.add(contact);
                cases.set(cases.indexOf(same.get()), caseOf(joined));
            } else {
                cases.add(caseOf(List.of(contact)));
            }
        }
        return List.copyOf(cases);
    }

    private boolean isReferral(Entry<?> contact, List<ReferralCase> before) {
        boolean sent = child.isFromSocialCare(contact) || !services(contact).isEmpty();
        return switch (contact.body()) {
            case CareBody.Referral _ -> true;
            case SharedBody.PublicReport _ -> sent || later.isReferral(contact, before);
            default -> later.isReferral(contact, before);
        };
    }

    private boolean sameReferral(ReferralCase earlier, Entry<?> contact) {
        return earlier.source().equals(sources.of(contact.fact()))
                && earlier.undecidedAt(contact.received());
    }

    private ReferralCase caseOf(List<Entry<?>> entries) {
        Set<AgencyId> services = new HashSet<>();
        entries.forEach(e -> services.addAll(services(e)));
        Instant received = entries.getFirst().received();
        ReferralCase open =
                new ReferralCase(
                        entries,
                        sources.of(entries.getFirst().fact()),
                        services,
                        child.clock().workingDaysAfter(received, WORKING_DAYS_TO_DECIDE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Optional<Entry<?>> decision = decision(open);
        Optional<Instant> decided = decision.map(d -> Order.later(d.received(), received));
        return new ReferralCase(
                open.entries(),
                open.source(),
                services,
                open.decideBy(),
                decision,
                decided,
                acknowledged(open, decision),
                decision.flatMap(d -> closings.closed(open, d, decided.orElseThrow())));
    }

    private Set<AgencyId> services(Entry<?> contact) {
        Set<AgencyId> services = new HashSet<>(contact.fact().references().addressees());
        services.removeIf(a -> child.typeOf(a).filter(this::socialCare).isEmpty());
        if (services.isEmpty() && child.isFromSocialCare(contact)) {
            services.add(contact.fact().source());
        }
        return services;
    }

    private boolean socialCare(AgencyType type) {
        return type == AgencyType.CHILDRENS_SOCIAL_CARE;
    }

    private Optional<Entry<?>> decision(ReferralCase referral) {
        return decisions().stream()
                .filter(e -> decides(referral, e))
                .min(
                        Comparator.<Entry<?>, Instant>comparing(Entry::received)
                                .thenComparingLong(e -> e.fact().position()));
    }

    private List<Entry<?>> decisions() {
        List<Entry<?>> all = new ArrayList<>();
        child.entries(CareBody.ReferralDecision.class).stream()
                .filter(e -> e.body().outcome() != CareBody.ReferralDecision.Decision.ACKNOWLEDGED)
                .forEach(all::add);
        all.addAll(child.entries(CareBody.StrategyDiscussion.class));
        all.addAll(child.entries(CareBody.CaseAllocated.class));
        child.entries(CareBody.Visit.class).stream()
                .filter(e -> e.body().outcome() != VisitOutcome.CANCELLED)
                .forEach(all::add);
        all.addAll(child.entries(CareBody.Enquiry.class));
        all.addAll(child.entries(CareBody.Conference.class));
        return all;
    }

    /** It names the referral, or comes after it from the same service about the same child. */
    private boolean decides(ReferralCase referral, Entry<?> entry) {
        if (referral.isNamedIn(entry.fact())) {
            return true;
        }
        boolean ofAnother =
                entry.body() instanceof CareBody.ReferralDecision && namesAContact(entry.fact());
        return !ofAnother && sameService(referral, entry) && Order.follows(entry, referral.first());
    }

    private boolean namesAContact(Fact fact) {
        return fact.references().regarding().stream()
                .anyMatch(m -> contacts.stream().anyMatch(c -> c.fact().id().message().equals(m)));
    }

    private boolean sameService(ReferralCase referral, Entry<?> entry) {
        return referral.services().isEmpty()
                ? child.isFromSocialCare(entry)
                : referral.services().contains(entry.fact().source());
    }

    /**
     * The referrer has heard: an acknowledgement, a decision that was sent to them or made after
     * speaking to them, or they took part in what decided it. Who is not known cannot be told.
     */
    private Optional<Instant> acknowledged(ReferralCase referral, Optional<Entry<?>> decision) {
        if (!referrerKnown(referral)) {
            return Optional.of(referral.received());
        }
        List<Entry<?>> heard = new ArrayList<>();
        child.entries(CareBody.ReferralDecision.class).stream()
                .filter(e -> tellsReferrer(referral, e))
                .forEach(heard::add);
        decision.filter(d -> tookPart(referral, d)).ifPresent(heard::add);
        return heard.stream()
                .map(e -> Order.later(e.received(), referral.received()))
                .min(Comparator.naturalOrder());
    }

    private boolean tellsReferrer(
            ReferralCase referral, Entry<CareBody.ReferralDecision> decision) {
        if (!decides(referral, decision)) {
            return false;
        }
        return decision.body().outcome() == CareBody.ReferralDecision.Decision.ACKNOWLEDGED
                || decision.body().referrerSpokenTo()
                || tookPart(referral, decision);
    }

    private boolean tookPart(ReferralCase referral, Entry<?> entry) {
        return referral.entries().stream()
                .map(e -> e.fact().source())
                .anyMatch(referrer ->
                        entry.fact().source().equals(referrer)
                                || entry.fact().references().addressees().contains(referrer)
                                || heldWith(entry, referrer));
    }

    /** The referring agency has an entry of its own of the same kind on that day. */
    private boolean heldWith(Entry<?> entry, AgencyId referrer) {
        Class<? extends Body> kind = entry.body().getClass().asSubclass(Body.class);
        return child.entries(kind).stream()
                .filter(e -> e.fact().source().equals(referrer))
                .anyMatch(e -> Order.day(e).equals(Order.day(entry)));
    }

    private static boolean referrerKnown(ReferralCase referral) {
        return !(referral.first().body() instanceof SharedBody.PublicReport report
                && report.anonymous());
    }
}
