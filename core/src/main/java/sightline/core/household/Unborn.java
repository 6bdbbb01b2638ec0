package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.PersonId;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which unborn children the people of a reading may have been, while it is still read: rather one
 * too many than one too few. {@link Neighbourhood#formerSelves} decides.
 */
final class Unborn {
    /** What is told of a pregnancy, late or early, is told within so many months of the birth. */
    private static final int MONTHS = 18;

    private Unborn() {}

    /** Those unborn who are told of beside anybody who was read, about when one was born. */
    static Set<PersonId> of(Set<PersonId> people, World world) {
        Set<LocalDate> births =
                world.gathered().stream()
                        .filter(g -> g.names(people))
                        .flatMap(g -> birth(g.fact(), people, world).stream())
                        .collect(Collectors.toSet());
        if (births.isEmpty()) {
            return Set.of();
        }
        return world.gathered().stream()
                .map(Gathered::fact)
                .filter(fact -> about(fact, births))
                .flatMap(fact -> fact.in(PersonRole.UNBORN_CHILD))
                .flatMap(record -> world.personOf(record).stream())
                .filter(person -> !people.contains(person))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<LocalDate> birth(Fact fact, Set<PersonId> people, World world) {
        boolean own = fact.subject().flatMap(world::personOf).filter(people::contains).isPresent();
        return switch (fact.body()) {
            case HealthBody.Birth _ when own -> fact.times().happened().earliest();
            case PersonBody.Person p when own -> p.dateOfBirth().map(b -> b.earliest());
            default -> Optional.empty();
        };
    }

    private static boolean about(Fact fact, Set<LocalDate> births) {
        return fact.times()
                .happened()
                .earliest()
                .map(day -> births.stream().anyMatch(birth -> near(day, birth)))
                .orElse(true);
    }

    private static boolean near(LocalDate day, LocalDate birth) {
        return !day.isBefore(birth.minusMonths(MONTHS)) && !day.isAfter(birth.plusMonths(MONTHS));
    }
}
