package sightline.core.screening;

import sightline.core.facts.PersonBody.Person;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.household.Individual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two may be one person, where one of them is known by a given name alone. */
final class Likeness {
    private Likeness() {}

    /** They have a given name in common, one has no other name, and no date of birth differs. */
    static boolean between(Individual one, Individual other) {
        List<PersonName> ones = names(one);
        List<PersonName> others = names(other);
        Set<String> common = given(ones);
        common.retainAll(given(others));
        return !common.isEmpty()
                && (withoutFamily(ones) || withoutFamily(others))
                && bornAlike(one, other);
    }

    /**
     * Whether a text calls somebody by a given name of theirs, written as a name is: "may" is not
     * May, and an initial names nobody.
     */
    static boolean named(Individual person, String text) {
        Set<String> given = given(names(person));
        return Arrays.stream(text.split("[^\\p{L}'-]+"))
                .filter(w -> w.length() > 1 && Character.isUpperCase(w.charAt(0)))
                .map(w -> w.toLowerCase(Locale.ROOT))
                .anyMatch(given::contains);
    }

    private static List<PersonName> names(Individual person) {
        return person.about(Person.class).stream().flatMap(e -> e.body().names().stream()).toList();
    }

    private static Set<String> given(List<PersonName> names) {
        return names.stream()
                .flatMap(n -> n.given().stream().limit(1))
                .map(g -> g.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean withoutFamily(List<PersonName> names) {
        return names.stream().allMatch(n -> n.family().isBlank());
    }

    private static boolean bornAlike(Individual one, Individual other) {
        return one.born().isEmpty()
                || other.born().isEmpty()
                || (!one.born().get().earliest().isAfter(other.born().get().latest())
                        && !other.born().get().earliest().isAfter(one.born().get().latest()));
    }
}
