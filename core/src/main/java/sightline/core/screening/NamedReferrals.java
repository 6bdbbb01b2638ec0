package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.SourceRecord;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decisions that name a referral of the child although the deciding service's own record of the
 * child is not joined with it: found with somebody else who is named in the referral, as the
 * mother. Whoever answers a message says by it whom the answer is about.
 */
final class NamedReferrals {
    private static final Set<Class<? extends Body>> DECISIONS =
            Set.of(
                    CareBody.ReferralDecision.class,
                    CareBody.StrategyDiscussion.class,
                    CareBody.CaseAllocated.class,
                    CareBody.Visit.class,
                    CareBody.CaseClosed.class);
    private static final List<Class<? extends Body>> CONTACTS =
            List.of(CareBody.Referral.class, SharedBody.PublicReport.class);

    private final Child child;

    NamedReferrals(Child child) {
        this.child = child;
    }

    /** The decisions of one kind, of social care, that name a referral in which the child is. */
    <B extends Body> Stream<Entry<B>> decisions(Class<B> kind) {
        return DECISIONS.contains(kind)
                ? CONTACTS.stream()
                        .flatMap(c -> child.entries(c).stream())
                        .flatMap(contact -> of(contact.fact(), kind))
                : Stream.empty();
    }

    private <B extends Body> Stream<Entry<B>> of(Fact contact, Class<B> kind) {
        return people(contact.participants().stream().map(Participant::record))
                .flatMap(person -> person.entries(kind).stream())
                .filter(e -> e.fact().references().regarding().contains(contact.id().message()))
                .filter(child::isFromSocialCare)
                .filter(e -> answersForAll(contact, e.fact()));
    }

    /**
     * Each child of the contact has a decision of its own, or is named in this one, by its own
     * record or by one that is nobody's of the contact.
     */
    private boolean answersForAll(Fact contact, Fact decision) {
        List<SourceRecord> named = children(decision).toList();
        List<Individual> asked = people(children(contact)).toList();
        long missing =
                asked.stream()
                        .filter(person -> named.stream().noneMatch(person::has))
                        .filter(person -> !answered(contact, person))
                        .count();
        long unknown =
                named.stream()
                        .filter(record -> asked.stream().noneMatch(person -> person.has(record)))
                        .count();
        return named.isEmpty() || (unknown > 0 && unknown >= missing);
    }

    private static boolean answered(Fact contact, Individual person) {
        return DECISIONS.stream()
                .flatMap(kind -> person.entries(kind).stream())
                .map(Entry::fact)
                .filter(f -> f.references().regarding().contains(contact.id().message()))
                .anyMatch(f -> children(f).anyMatch(person::has));
    }

    private static Stream<SourceRecord> children(Fact fact) {
        return fact.participants().stream()
                .filter(p -> isChild(p, fact))
                .map(Participant::record)
                .distinct();
    }

    /** Where nobody is said to be the child, it is whom the entry is about. */
    private static boolean isChild(Participant participant, Fact fact) {
        boolean said =
                fact.in(PersonRole.CHILD).findAny().isPresent()
                        || fact.in(PersonRole.UNBORN_CHILD).findAny().isPresent();
        return said
                ? participant.role() == PersonRole.CHILD
                        || participant.role() == PersonRole.UNBORN_CHILD
                : participant.role() == PersonRole.SUBJECT;
    }

    private Stream<Individual> people(Stream<SourceRecord> records) {
        return records.flatMap(r -> child.situation().around().whose(r).stream()).distinct();
    }
}
