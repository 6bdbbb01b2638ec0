package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.PersonBody;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.web.view.chart.Genogram;
import sightline.web.view.chart.Genogram.Bond;
import sightline.web.view.chart.Genogram.Family;
import sightline.web.view.chart.Genogram.Person;
import sightline.web.view.chart.Genogram.Shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The household and family of a child, from the connections that were read. */
final class FamilyDrawing {
    private static final int MOST = 14;

    private final Visit visit;
    private final Neighbourhood around;
    private final Individual subject;
    private final HealthAddresses health;
    private final Map<PersonId, Connection> closest = new LinkedHashMap<>();
    private final Set<PersonId> home;
    private final String homeLabel;

    FamilyDrawing(Visit visit, Child child) {
        this.visit = visit;
        this.around = child.family().around();
        this.subject = around.subject();
        this.health = new HealthAddresses(visit, around);
        this.home =
                around.household(subject.id(), visit.today()).stream()
                        .map(Individual::id)
                        .filter(p -> p.equals(subject.id()) || health.together(p, subject.id()))
                        .collect(Collectors.toSet());
        this.homeLabel =
                new ChildParts(visit, child)
                        .home()
                        .map(h -> "Living at " + h)
                        .orElse("Address not recorded");
        connections().forEach(c -> closest.merge(c.to(), c, FamilyDrawing::closer));
    }

    private List<Connection> connections() {
        List<Connection> all = new ArrayList<>(around.connections(subject.id()));
        around.sharing(subject.id()).stream()
                .filter(c -> health.together(c.to(), subject.id()))
                .forEach(all::add);
        return all.stream()
                .filter(c -> !c.to().equals(subject.id()))
                .sorted(Comparator.comparing(Connection::kind))
                .toList();
    }

    private static Connection closer(Connection one, Connection other) {
        return one.kind().compareTo(other.kind()) <= 0 ? one : other;
    }

    Genogram draw() {
        List<Person> people = new ArrayList<>();
        named().limit(MOST).forEach(c -> people.add(relative(c)));
        people.add(self());
        return Genogram.draw(
                "Household and family of " + Naming.name(subject),
                homeLabel,
                people,
                families(people));
    }

    private Stream<Connection> named() {
        return closest.values().stream().filter(c -> isNamed(c.to()));
    }

    private boolean isNamed(PersonId id) {
        return !Naming.name(around.person(id)).equals(Naming.NOT_SHOWN);
    }

    /** How many are not drawn, in words; empty when everybody is. */
    String leftOut() {
        long unnamed = closest.keySet().stream().filter(id -> !isNamed(id)).count();
        long more = Math.max(0, named().count() - MOST);
        String first =
                switch ((int) unnamed) {
                    case 0 -> "";
                    case 1 -> " 1 more is recorded whose name is not shown to you.";
                    default ->
                            " " + unnamed + " more are recorded whose names are not shown to you.";
                };
        return first
                + (more == 0
                        ? ""
                        : " "
                                + more
                                + (more == 1 ? " more is" : " more are")
                                + " in the chronology.");
    }

    private Person self() {
        return new Person(
                Wording.anchor(subject.id().value()),
                Naming.shortName(subject),
                Naming.age(subject, visit.today()),
                homeLabel,
                "",
                shape(subject),
                0,
                true,
                true,
                true,
                "");
    }

    private Person relative(Connection connection) {
        Individual person = around.person(connection.to());
        var basis = connection.basis().getLast();
        return new Person(
                Wording.anchor(person.id().value()),
                Naming.shortName(person),
                Wording.capital(word(connection.kind(), person)) + age(person),
                home.contains(person.id())
                        ? homeLabel
                        : "Not recorded as living with the child today",
                visit.agency(basis.source())
                        + ", "
                        + Words.day(sightline.core.kernel.London.day(basis.times().recorded()))
                        + ". "
                        + connection.certainty().word(),
                shape(person),
                generation(connection.kind()),
                false,
                home.contains(person.id()),
                connection.certainty() == Certainty.CONFIRMED,
                person.childOn(visit.today()) ? "/children/" + person.id().value() : "");
    }

    /** Years are enough of a grown-up; of a baby they would say nothing. */
    private String age(Individual person) {
        return person.yearsOn(visit.today())
                .map(years ->
                        ", " + (years < 2 ? Naming.age(person, visit.today()) : years.toString()))
                .orElse("");
    }

    private static String word(Kind kind, Individual person) {
        return switch (kind) {
            case PARENT ->
                    switch (sex(person)) {
                        case FEMALE -> "mother";
                        case MALE -> "father";
                        case NOT_KNOWN -> "parent";
                    };
            case STEP_PARENT -> "step-parent";
            case CARER -> "carer";
            case SUPERVISOR -> "supervises";
            case PARTNER -> "partner";
            case EX_PARTNER -> "former partner";
            case CHILD -> "child";
            case SIBLING ->
                    switch (sex(person)) {
                        case FEMALE -> "sister";
                        case MALE -> "brother";
                        case NOT_KNOWN -> "sibling";
                    };
            case GRANDPARENT -> "grandparent";
            case RELATIVE -> "relative";
            case FRIEND -> "friend";
            case SHARES_ADDRESS -> "recorded at the address";
            case NAMED_WITH -> "named beside the child";
        };
    }

    private static int generation(Kind kind) {
        return switch (kind) {
            case GRANDPARENT -> 2;
            case SIBLING -> 0;
            case CHILD -> -1;
            default -> 1;
        };
    }

    private static PersonBody.Sex sex(Individual person) {
        return person.about(PersonBody.Person.class).stream()
                .flatMap(e -> e.body().sex().stream())
                .reduce((_, later) -> later)
                .orElse(PersonBody.Sex.NOT_KNOWN);
    }

    private static Shape shape(Individual person) {
        return switch (sex(person)) {
            case FEMALE -> Shape.CIRCLE;
            case MALE -> Shape.SQUARE;
            case NOT_KNOWN -> Shape.DIAMOND;
        };
    }

    private List<Family> families(List<Person> people) {
        Set<String> drawn = people.stream().map(Person::id).collect(Collectors.toSet());
        List<String> parents = drawn(Kind.PARENT, drawn);
        List<String> children = new ArrayList<>(drawn(Kind.SIBLING, drawn));
        children.add(Wording.anchor(subject.id().value()));
        if (parents.isEmpty()) {
            return List.of();
        }
        if (parents.size() == 1) {
            return List.of(Family.ofOne(parents.getFirst(), children));
        }
        return List.of(new Family(parents.get(0), parents.get(1), bond(), children));
    }

    private List<String> drawn(Kind kind, Set<String> drawn) {
        return closest.values().stream()
                .filter(c -> c.kind() == kind)
                .map(c -> Wording.anchor(c.to().value()))
                .filter(drawn::contains)
                .toList();
    }

    private Bond bond() {
        List<PersonId> parents =
                named().filter(c -> c.kind() == Kind.PARENT).map(Connection::to).limit(2).toList();
        if (around.connected(parents.get(0), parents.get(1), Kind.EX_PARTNER)) {
            return Bond.SEPARATED;
        }
        boolean together =
                around.connected(parents.get(0), parents.get(1), Kind.PARTNER)
                        || home.containsAll(parents);
        return together ? Bond.TOGETHER : Bond.NOT_CHECKED;
    }
}
