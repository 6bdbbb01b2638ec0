package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One referral to children's social care with every later contact that is the same while it is
 * undecided: same source, or relayed from one report.
 *
 * @param entries the referral and the contacts joined to it, as received; never empty
 * @param source whoever saw or heard it; see {@link Sources}
 * @param services the social care agencies to which it went; empty when it names none
 * @param decideBy the first moment at which it is overdue: the end of the next working day
 * @param decision what decided it: a decision, strategy discussion, allocation or visit
 * @param decided when that was known here
 * @param acknowledged when its referrer had heard, as far as recorded
 * @param closed when it was closed: no further action, case closed, or its enquiry or plan ended
 *     with no next step in 5 working days; may lie ahead
 */
public record ReferralCase(
        List<Entry<?>> entries,
        String source,
        Set<AgencyId> services,
        Instant decideBy,
        Optional<Entry<?>> decision,
        Optional<Instant> decided,
        Optional<Instant> acknowledged,
        Optional<Instant> closed) {
    public ReferralCase {
        entries = List.copyOf(entries);
        services = Set.copyOf(services);
    }

    /** The first contact, from which its clock runs. */
    public Entry<?> first() {
        return entries.getFirst();
    }

    /** When it reached us. */
    public Instant received() {
        return first().received();
    }

    /** Its key in alerts: the id of its first fact. */
    public String key() {
        return first().fact().id().text();
    }

    /** Whether it was undecided at that moment. */
    public boolean undecidedAt(Instant moment) {
        return decided.isEmpty() || decided.get().isAfter(moment);
    }

    /**
     * Whether it was closed at that moment; an undecided one counts as closed once its clock has
     * run out, for whoever counts referrals.
     */
    public boolean closedForCountingAt(Instant moment) {
        return undecidedAt(moment)
                ? !moment.isBefore(decideBy)
                : closed.isPresent() && !closed.get().isAfter(moment);
    }

    /** Whether a message is one of its contacts. */
    boolean isNamedIn(Fact fact) {
        return fact.references().regarding().stream()
                .anyMatch(m -> entries.stream().anyMatch(e -> e.fact().id().message().equals(m)));
    }
}
