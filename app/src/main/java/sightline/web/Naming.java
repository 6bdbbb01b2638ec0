package sightline.web;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.household.Individual;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a page names somebody, from what their reader may see of them. */
final class Naming {
    /** Where nothing readable holds a name. */
    static final String NOT_SHOWN = "Name not shown to you";

    private static final int GROWN_UP = 18;
    private static final String UNBORN = "Unborn baby";

    private Naming() {}

    /** The newest name in use; that of an unborn child says so. */
    static String name(Individual person) {
        return name(details(person), person.unborn());
    }

    /** The given name alone, for a drawing. */
    static String shortName(Individual person) {
        return newest(details(person), PersonName.Use.CURRENT)
                .flatMap(n -> n.given().stream().findFirst())
                .orElse(name(person));
    }

    /** The name of a person of a list, whose facts are given. */
    static String name(Collection<Fact> facts) {
        return name(details(facts), false);
    }

    /** Whether anything readable holds a name. */
    static boolean named(Collection<Fact> facts) {
        return !facts.isEmpty() && !name(facts).equals(NOT_SHOWN);
    }

    /** What the reader's own agency calls somebody whose record is not open to them. */
    static String own(Collection<SourceRecord> records) {
        return records.isEmpty()
                ? "Somebody of whom your agency holds no record"
                : "Your own record "
                        + records.stream()
                                .map(SourceRecord::localId)
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    /** "Born 3 May 2026 (4 months)" without its first word; empty when nobody recorded it. */
    static Optional<String> born(Individual person, LocalDate today) {
        return person.born()
                .map(date -> date.inWords() + " (" + Wording.age(date.earliest(), today) + ")")
                .or(() -> person.expected().map(d -> "due " + sightline.core.kernel.Words.day(d)));
    }

    static String age(Individual person, LocalDate today) {
        return person.born()
                .map(date -> Wording.age(date.earliest(), today))
                .or(() -> person.expected().map(d -> "due " + sightline.core.kernel.Words.day(d)))
                .orElse("age not recorded");
    }

    static String age(Collection<Fact> facts, LocalDate today) {
        List<PersonBody.Person> details = details(facts);
        return details.stream()
                .flatMap(p -> p.dateOfBirth().stream())
                .map(PartialDate::earliest)
                .findFirst()
                .map(d -> Wording.age(d, today))
                .or(() ->
                        details.stream()
                                .flatMap(p -> p.expected().stream())
                                .findFirst()
                                .map(d -> "due " + sightline.core.kernel.Words.day(d)))
                .orElse("age not recorded");
    }

    /** Whether somebody is recorded as eighteen or older; false where no birth is recorded. */
    static boolean grownUp(Collection<Fact> facts, LocalDate today) {
        return details(facts).stream()
                .flatMap(p -> p.dateOfBirth().stream())
                .map(PartialDate::latest)
                .findFirst()
                .filter(born -> !born.plusYears(GROWN_UP).isAfter(today))
                .isPresent();
    }

    private static String name(List<PersonBody.Person> newestFirst, boolean unborn) {
        Optional<PersonName> name =
                newest(newestFirst, PersonName.Use.CURRENT)
                        .or(() -> newest(newestFirst, PersonName.Use.BIRTH))
                        .or(() -> newest(newestFirst, PersonName.Use.ALIAS));
        if (name.isEmpty() || written(name.get()).isBlank()) {
            boolean expected = newestFirst.stream().anyMatch(p -> p.expected().isPresent());
            return unborn || expected ? UNBORN : NOT_SHOWN;
        }
        return unborn ? UNBORN + " " + name.get().family() : written(name.get());
    }

    private static String written(PersonName name) {
        List<String> parts = new ArrayList<>(name.given());
        parts.add(name.family());
        return String.join(" ", parts).strip();
    }

    private static Optional<PersonName> newest(
            List<PersonBody.Person> newestFirst, PersonName.Use use) {
        return newestFirst.stream()
                .flatMap(p -> p.names().stream())
                .filter(n -> n.use() == use)
                .findFirst();
    }

    private static List<PersonBody.Person> details(Individual person) {
        return person.about(PersonBody.Person.class).stream()
                .sorted(Comparator.comparing(e -> e.fact().position(), Comparator.reverseOrder()))
                .map(e -> e.body())
                .toList();
    }

    private static List<PersonBody.Person> details(Collection<Fact> facts) {
        return facts.stream()
                .filter(f -> f.body() instanceof PersonBody.Person && f.participants().size() == 1)
                .sorted(Comparator.comparingLong(Fact::position).reversed())
                .flatMap(f ->
                        f.body() instanceof PersonBody.Person person
                                ? Stream.of(person)
                                : Stream.empty())
                .toList();
    }
}
