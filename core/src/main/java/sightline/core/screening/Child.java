package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The child whom a situation is about, with what was recorded before birth. What was raised for an
 * unborn child passes to the born one, so an unborn child that has been born is no child here.
 */
public final class Child {
    private static final Set<PersonRole> AS_CHILD =
            EnumSet.of(
                    PersonRole.SUBJECT,
                    PersonRole.CHILD,
                    PersonRole.UNBORN_CHILD,
                    PersonRole.VICTIM,
                    PersonRole.WITNESS);

    private final Situation situation;
    private final List<Individual> selves;
    private final Map<Class<?>, List<Entry<?>>> entries = new HashMap<>();
    private Optional<WorkingClock> clock = Optional.empty();

    private Child(Situation situation, List<Individual> selves) {
        this.situation = situation;
        this.selves = selves;
    }

    /**
     * The subject as a child; empty for an unborn child whose birth is recorded, and for whoever
     * was grown before anything was recorded of them.
     */
    public static Optional<Child> in(Situation situation) {
        return situation.once(OfSituation.class, () -> new OfSituation(found(situation))).child();
    }

    private record OfSituation(Optional<Child> child) {}

    private static Optional<Child> found(Situation situation) {
        if (situation.subject().alwaysGrown() || !situation.around().becameBorn().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ofAnyAge(situation));
    }

    /** The subject, grown or not, for a rule about homes that asks of grown-ups too. */
    static Child ofAnyAge(Situation situation) {
        return new Child(situation, List.copyOf(situation.around().selves()));
    }

    public Situation situation() {
        return situation;
    }

    /** The clock of the child's area. */
    public WorkingClock clock() {
        WorkingClock known = clock.orElseGet(() -> WorkingClock.of(situation));
        clock = Optional.of(known);
        return known;
    }

    public Individual individual() {
        return situation.subject();
    }

    /** Whether the child was, or may have been, under 18 at that moment; an unborn child is. */
    public boolean under18At(Instant moment) {
        return individual().childOn(London.day(moment));
    }

    /**
     * Facts of this kind about the child, or in which it is the child, victim or witness; and
     * decisions that name a referral of it, whatever record of it they are about.
     */
    public <B extends Body> List<Entry<B>> entries(Class<B> kind) {
        List<Entry<?>> known = entries.get(kind);
        if (known == null) {
            known = List.copyOf(withNamed(kind, gather(self -> self.entries(kind).stream())));
            entries.put(kind, known);
        }
        return typed(known);
    }

    private <B extends Body> List<Entry<B>> withNamed(Class<B> kind, List<Entry<B>> own) {
        List<Entry<B>> all = new ArrayList<>(own);
        new NamedReferrals(this)
                .decisions(kind)
                .filter(e -> all.stream().noneMatch(a -> a.fact().id().equals(e.fact().id())))
                .forEach(all::add);
        all.sort(Comparator.comparingLong(e -> e.fact().position()));
        return all;
    }

    /** What is kept under a class are entries of that class. */
    @SuppressWarnings("unchecked")
    private static <B extends Body> List<Entry<B>> typed(List<Entry<?>> entries) {
        return (List<Entry<B>>) (List<?>) entries;
    }

    /** As {@link #entries}, with those that were corrected, retracted or ended. */
    public <B extends Body> List<Entry<B>> all(Class<B> kind) {
        return gather(self -> self.all(kind));
    }

    private <B extends Body> List<Entry<B>> gather(
            Function<Individual, Stream<Entry<B>>> entriesOf) {
        List<Entry<B>> found = new ArrayList<>();
        for (Individual self : selves) {
            entriesOf
                    .apply(self)
                    .filter(e -> isChildIn(self, e.fact()))
                    .filter(e -> found.stream().noneMatch(f -> f.fact().id().equals(e.fact().id())))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingLong(e -> e.fact().position()));
        return List.copyOf(found);
    }

    private static boolean isChildIn(Individual self, Fact fact) {
        return fact.participants().stream()
                .anyMatch(p -> AS_CHILD.contains(p.role()) && self.has(p.record()));
    }

    /** Every fact that mentions the child, born or unborn, in ledger order. */
    public List<Fact> facts() {
        return selves.stream()
                .flatMap(s -> s.facts().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    /** Whether the child is named in the fact in that role, born or unborn. */
    public boolean standsAs(PersonRole role, Fact fact) {
        return fact.in(role).anyMatch(r -> selves.stream().anyMatch(s -> s.has(r)));
    }

    /** What an agency is, where the directory knows it. */
    public Optional<AgencyType> typeOf(AgencyId agency) {
        return situation.directory().agency(agency).map(Agency::type);
    }

    /** Whether the fact is one of an agency of that type. */
    public boolean isFrom(Entry<?> entry, AgencyType... types) {
        return typeOf(entry.fact().source()).filter(List.of(types)::contains).isPresent();
    }

    /** Whether the fact is one of children's social care. */
    public boolean isFromSocialCare(Entry<?> entry) {
        return isFrom(entry, AgencyType.CHILDRENS_SOCIAL_CARE);
    }
}
