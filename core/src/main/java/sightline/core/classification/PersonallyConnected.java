package sightline.core.classification;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two people are personally connected (Domestic Abuse Act 2021 section 2): (a) to (e) are
 * or were partners, (f) have or had a child together, (g) relatives, also by marriage or
 * partnership. By resolved identity, a shared child, or a shared address history: whoever lived
 * together is put before a person as possible, and is never taken for a couple.
 */
public final class PersonallyConnected {
    private static final Set<Kind> COUPLE = EnumSet.of(Kind.PARTNER, Kind.EX_PARTNER);
    private static final Set<Kind> RELATIVES =
            EnumSet.of(
                    Kind.PARENT,
                    Kind.STEP_PARENT,
                    Kind.CHILD,
                    Kind.SIBLING,
                    Kind.GRANDPARENT,
                    Kind.RELATIVE);

    private final Neighbourhood around;

    public PersonallyConnected(Neighbourhood around) {
        this.around = around;
    }

    /** The tie between the two that was known first; empty when none is recorded. */
    public Optional<PersonalTie> between(PersonId one, PersonId other, LocalDate day) {
        List<PersonalTie> ties = new ArrayList<>();
        recorded(one, other, COUPLE, "recorded as partners or former partners", ties);
        sharedChild(one, other, ties);
        recorded(one, other, RELATIVES, "recorded as relatives", ties);
        commonParent(one, other, ties);
        throughPartner(one, other, ties);
        throughPartner(other, one, ties);
        sharedHome(one, other, day, ties);
        return ties.stream().min(PersonalTie.IN_ORDER);
    }

    /**
     * The same, of whom the parties of a log may be: nobody has decided whether they are, so that
     * it is possible and no more.
     */
    Optional<Possibly> possibly(PersonId one, PersonId other, LocalDate day, MayBe mayBe) {
        List<Possibly> ties = new ArrayList<>();
        for (PersonId first : mayBe.of(one)) {
            for (PersonId second : mayBe.of(other)) {
                if (!first.equals(second)) {
                    between(first, second, day)
                            .map(t -> new PersonalTie(t.words(), t.basis(), Certainty.POSSIBLE))
                            .ifPresent(t -> ties.add(new Possibly(t, List.of(first, second))));
                }
            }
        }
        return ties.stream().min(Comparator.comparing(Possibly::tie, PersonalTie.IN_ORDER));
    }

    /**
     * A tie of those whom two parties may be.
     *
     * @param people between whom it is
     */
    record Possibly(PersonalTie tie, List<PersonId> people) {}

    private void recorded(
            PersonId one, PersonId other, Set<Kind> kinds, String words, List<PersonalTie> ties) {
        direct(one, other, kinds)
                .ifPresent(f -> ties.add(new PersonalTie(words, List.of(f), Certainty.CONFIRMED)));
    }

    /** The first fact that connects them in one of the kinds, seen from either. */
    private Optional<Fact> direct(PersonId one, PersonId other, Set<Kind> kinds) {
        List<Connection> both = new ArrayList<>(around.connections(one));
        both.addAll(around.connections(other));
        return both.stream()
                .filter(c -> kinds.contains(c.kind()))
                .filter(c ->
                        (c.from().equals(one) && c.to().equals(other))
                                || (c.from().equals(other) && c.to().equals(one)))
                .map(c -> c.basis().getFirst())
                .min(java.util.Comparator.comparingLong(Fact::position));
    }

    private void sharedChild(PersonId one, PersonId other, List<PersonalTie> ties) {
        for (Connection mine : around.connections(one, Kind.CHILD)) {
            around.connections(other, Kind.CHILD).stream()
                    .filter(c -> c.to().equals(mine.to()))
                    .map(c -> List.of(mine.basis().getFirst(), c.basis().getFirst()))
                    .map(b -> b.stream().distinct().toList())
                    .map(b ->
                            new PersonalTie(
                                    "recorded as parents of one child", b, Certainty.CONFIRMED))
                    .forEach(ties::add);
        }
    }

    private void commonParent(PersonId one, PersonId other, List<PersonalTie> ties) {
        for (Connection mine : around.connections(one, Kind.PARENT)) {
            around.connections(other, Kind.PARENT).stream()
                    .filter(c -> c.to().equals(mine.to()))
                    .map(c -> List.of(mine.basis().getFirst(), c.basis().getFirst()))
                    .map(b -> b.stream().distinct().toList())
                    .map(b -> new PersonalTie("children of one parent", b, Certainty.CONFIRMED))
                    .forEach(ties::add);
        }
    }

    /** A relative of somebody's partner, or partner of somebody's relative. */
    private void throughPartner(PersonId one, PersonId other, List<PersonalTie> ties) {
        for (Connection couple : around.connections(one)) {
            if (COUPLE.contains(couple.kind()) && !couple.to().equals(other)) {
                direct(couple.to(), other, RELATIVES)
                        .map(f -> List.of(couple.basis().getFirst(), f))
                        .map(b ->
                                new PersonalTie(
                                        "related through a partner or former partner",
                                        b,
                                        Certainty.CONFIRMED))
                        .ifPresent(ties::add);
            }
        }
    }

    private void sharedHome(PersonId one, PersonId other, LocalDate day, List<PersonalTie> ties) {
        if (recordedAsUnrelated(one, other)) {
            return;
        }
        for (Stay mine : around.stays(one)) {
            for (Stay theirs : around.stays(other)) {
                if (together(mine, theirs, day)) {
                    List<Fact> basis =
                            List.of(mine.basis(), theirs.basis()).stream().distinct().toList();
                    ties.add(new PersonalTie("recorded at one address", basis, Certainty.POSSIBLE));
                }
            }
        }
    }

    private boolean together(Stay mine, Stay theirs, LocalDate day) {
        return mine.place().equals(theirs.place())
                && mine.kind() != PersonBody.Stay.VISITING
                && theirs.kind() != PersonBody.Stay.VISITING
                && mine.days()
                        .intersection(theirs.days())
                        .flatMap(d -> d.from())
                        .filter(from -> !from.isAfter(day))
                        .filter(from -> !around.communal(mine.place(), from))
                        .isPresent();
    }

    /** A lodger, a friend, or somebody recorded as not related. */
    boolean recordedAsUnrelated(PersonId one, PersonId other) {
        Individual person = around.person(one);
        Individual second = around.person(other);
        return around.connected(one, other, Kind.FRIEND)
                || person.entries(PersonBody.Relationship.class).stream()
                        .filter(e -> e.body().tie() == PersonBody.Tie.NOT_RELATED)
                        .anyMatch(e -> second.records().stream().anyMatch(e.fact()::mentions));
    }
}
