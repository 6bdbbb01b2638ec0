package sightline.core.classification;

import sightline.core.facts.PersonBody.Person;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.identity.BirthComparison;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the records of two people tell them apart, though nobody has decided: both have a number
 * of which everybody has one, and it differs, or a full date of birth, and it differs by more than
 * a slip. Whoever has neither is told apart from nobody; nor is whoever agrees in one of them, as a
 * slip in the other would do that.
 */
final class ToldApart {
    private static final Set<IdentifierType> ONE_EACH =
            EnumSet.of(
                    IdentifierType.NHS,
                    IdentifierType.PNC,
                    IdentifierType.CRO,
                    IdentifierType.NINO);

    private enum Likeness {
        NOT_KNOWN,
        AGREES,
        DIFFERS;

        /** Where none is the same, they differ if each differs from each. */
        static <T> Likeness of(Set<T> one, Set<T> other, BiPredicate<T, T> differ) {
            if (one.isEmpty() || other.isEmpty()) {
                return NOT_KNOWN;
            }
            if (!Collections.disjoint(one, other)) {
                return AGREES;
            }
            return one.stream().allMatch(a -> other.stream().allMatch(b -> differ.test(a, b)))
                    ? DIFFERS
                    : NOT_KNOWN;
        }
    }

    private ToldApart() {}

    /** Whether something differs, and nothing agrees. */
    static boolean are(Individual one, Individual other) {
        Likeness birth = Likeness.of(births(one), births(other), BirthComparison::plainlyDiffer);
        List<Likeness> all =
                Stream.concat(
                                Stream.of(birth),
                                ONE_EACH.stream()
                                        .map(type ->
                                                Likeness.of(
                                                        numbers(one, type),
                                                        numbers(other, type),
                                                        (a, b) -> !a.equals(b))))
                        .toList();
        return all.contains(Likeness.DIFFERS) && !all.contains(Likeness.AGREES);
    }

    /** Every full date of birth that somebody records, and that of a birth notice. */
    private static Set<LocalDate> births(Individual person) {
        return Stream.concat(
                        said(person).flatMap(said -> said.dateOfBirth().stream()),
                        person.born().stream())
                .filter(PartialDate.Day.class::isInstance)
                .map(PartialDate::earliest)
                .collect(Collectors.toSet());
    }

    private static Set<String> numbers(Individual person, IdentifierType type) {
        return said(person)
                .flatMap(said -> said.identifiers().stream())
                .filter(number -> number.type() == type)
                .map(Identifier::matchKey)
                .collect(Collectors.toSet());
    }

    private static Stream<Person> said(Individual person) {
        return person.about(Person.class).stream().map(Entry::body);
    }
}
