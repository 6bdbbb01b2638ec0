package sightline.core.screening;

import sightline.core.classification.DomesticSuspicion;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which children, born or not, are related to somebody: whose parent, step-parent, carer, brother,
 * sister, grandparent or other relative they are recorded to be. A child related to a party who
 * sees, hears or experiences domestic abuse is a victim in their own right (Domestic Abuse Act 2021
 * section 3).
 */
final class RelatedChildren {
    private static final Set<Kind> RELATED =
            EnumSet.of(
                    Kind.PARENT,
                    Kind.STEP_PARENT,
                    Kind.CARER,
                    Kind.SIBLING,
                    Kind.GRANDPARENT,
                    Kind.RELATIVE);
    private static final int LONGEST_PREGNANCY_MONTHS = 10;

    /**
     * The fact that relates a child to somebody.
     *
     * @param possible whether nobody has decided that it is them
     */
    record Relation(Individual child, Fact basis, boolean possible) {
        Instant since() {
            return basis.times().received();
        }

        Certainty certainty() {
            return possible ? Certainty.POSSIBLE : Sure.of(basis, child);
        }

        String inWords() {
            return possible
                    ? "This child may be related to one of them: nobody has decided who they are."
                    : "This child is related to one of them.";
        }
    }

    private final Neighbourhood around;

    RelatedChildren(Neighbourhood around) {
        this.around = around;
    }

    /** How the subject, or the unborn child that it was, is first related to one of the people. */
    Optional<Relation> ofSubject(List<PersonId> people, LocalDate day) {
        if (!around.becameBorn().isEmpty() || !childOn(around.subject(), day)) {
            return Optional.empty();
        }
        return around.selves().stream()
                .flatMap(self -> relation(self, people).stream())
                .min(Comparator.comparingLong(r -> r.basis().position()));
    }

    /** The same of the parties of a suspicion; where they are not, of whom they may be. */
    Optional<Relation> ofSubject(DomesticSuspicion suspicion) {
        LocalDate day = suspicion.incident().day();
        return ofSubject(suspicion.parties(), day).or(() -> possibly(suspicion.possible(), day));
    }

    /** The same of people whom somebody may be, as nobody has decided. */
    Optional<Relation> possibly(List<PersonId> people, LocalDate day) {
        return ofSubject(people, day).map(r -> new Relation(r.child(), r.basis(), true));
    }

    /**
     * Whether any child is related to one of the people on that day.
     *
     * @param read who is read around any subject: a child further off is not known to be one
     */
    boolean any(List<PersonId> people, LocalDate day, Predicate<PersonId> read) {
        Set<PersonId> near = new LinkedHashSet<>();
        people.forEach(p -> around.connections(p).stream().map(Connection::to).forEach(near::add));
        near.add(around.subject().id());
        return near.stream()
                .filter(read)
                .map(around::person)
                .filter(i -> !i.records().isEmpty() && childOn(i, day))
                .anyMatch(i -> relation(i, people).isPresent());
    }

    private Optional<Relation> relation(Individual child, List<PersonId> people) {
        List<Fact> basis = new ArrayList<>();
        for (Connection c : around.connections(child.id())) {
            if (RELATED.contains(c.kind()) && people.contains(c.to())) {
                basis.add(c.basis().getFirst());
            }
        }
        return basis.stream()
                .min(Comparator.comparingLong(Fact::position))
                .map(f -> new Relation(child, f, false));
    }

    /** Under 18 on that day, and by then on its way into the world. */
    static boolean childOn(Individual child, LocalDate day) {
        return child.childOn(day)
                && begins(child)
                        .filter(b -> b.minusMonths(LONGEST_PREGNANCY_MONTHS).isAfter(day))
                        .isEmpty();
    }

    private static Optional<LocalDate> begins(Individual child) {
        return child.born()
                .map(b -> b.earliest())
                .or(child::expected)
                .or(() ->
                        child.entries(HealthBody.PregnancyBooked.class).stream()
                                .map(e -> e.body().expected().orElseGet(() -> latest(e)))
                                .findFirst());
    }

    private static LocalDate latest(Entry<?> booking) {
        return booking.latestDay();
    }
}
