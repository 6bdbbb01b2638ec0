package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.identity.PlaceKey;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.Words;
import sightline.core.register.RegisterPack.Status;
import sightline.core.screening.Registers;
import sightline.web.view.chart.Districts;
import sightline.web.view.page.RegisterEntryPage.Address;
import sightline.web.view.page.RegisterEntryPage.Home;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a registered person lives and stays: as notified beside as recorded, and with whom. */
final class RegisterHomes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Visit visit;
    private final Child child;
    private final Individual subject;
    private final Registers registers;
    private final List<Stay> stays;

    RegisterHomes(Visit visit, Child child, Registers registers) {
        this.visit = visit;
        this.child = child;
        this.subject = child.family().around().subject();
        this.registers = registers;
        this.stays =
                child.family().around().stays(subject.id()).stream()
                        .sorted(Comparator.comparing(RegisterParts::from).reversed())
                        .toList();
    }

    List<Address> addresses() {
        Set<PlaceId> told = told();
        return IntStream.range(0, stays.size()).mapToObj(row -> address(row, told)).toList();
    }

    private Set<PlaceId> told() {
        return stays.stream().filter(this::notified).map(Stay::place).collect(Collectors.toSet());
    }

    /** The rows that have a postcode and are not hidden, in place of a map; none where none has. */
    Optional<Districts> drawing() {
        Set<PlaceId> told = told();
        List<Districts.Pin> pins =
                IntStream.range(0, stays.size())
                        .mapToObj(row -> pin(row, told))
                        .flatMap(Optional::stream)
                        .toList();
        return pins.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Districts.draw(
                                "%d of the %s, each in its postcode district. Not a map to scale: it shows no distance. The list holds everything."
                                        .formatted(pins.size(), Wording.count(stays.size(), "row")),
                                pins));
    }

    private Optional<Districts.Pin> pin(int row, Set<PlaceId> told) {
        Address address = address(row, told);
        return address.letter().isEmpty()
                ? Optional.empty()
                : district(stays.get(row))
                        .map(district ->
                                new Districts.Pin(
                                        address.letter(),
                                        district,
                                        told.contains(stays.get(row).place()),
                                        "%s: %s. %s"
                                                .formatted(
                                                        address.letter(),
                                                        address.place(),
                                                        address.how().text()),
                                        "#" + address.anchor()));
    }

    /** The part of its postcode before the blank; none where it names no one place. */
    private Optional<String> district(Stay stay) {
        return stay.basis()
                .place()
                .filter(_ -> !hidden(stay))
                .map(a -> PlaceKey.parse(ChildParts.written(a)))
                .filter(PlaceKey::usable)
                .flatMap(PlaceKey::postcode)
                .map(code -> code.replaceFirst(" .*", ""));
    }

    /** Rows that are drawn have letters from A, the newest first; the list has all. */
    private String letter(int row) {
        if (district(stays.get(row)).isEmpty()) {
            return "";
        }
        long before = stays.stream().limit(row).filter(s -> district(s).isPresent()).count();
        return before < LETTERS.length() ? LETTERS.substring((int) before, (int) before + 1) : "";
    }

    private boolean notified(Stay stay) {
        return registers
                .covering()
                .filter(s -> s.pack().status() == Status.IN_FORCE)
                .anyMatch(s -> s.recorded().notified(stay.basis()));
    }

    private boolean hidden(Stay stay) {
        return registers.keptByHealth(stay.basis());
    }

    private Address address(int row, Set<PlaceId> told) {
        Stay stay = stays.get(row);
        String anchor = "address-" + (row + 1);
        String days = days(stay);
        if (hidden(stay)) {
            boolean differs = !told.contains(stay.place());
            return new Address(
                    "",
                    anchor,
                    differs ? "Address differs" : "Address agrees",
                    "Source: health. Not shown. Ask the named doctor or nurse.",
                    days,
                    new Tag("Source health", Tone.NEUTRAL),
                    "");
        }
        Tag how =
                notified(stay)
                        ? new Tag("Notified", Tone.GREEN)
                        : told.contains(stay.place())
                                ? new Tag("Recorded; notified too", Tone.GREEN)
                                : new Tag("Recorded, not notified", Tone.AMBER);
        return new Address(
                letter(row),
                anchor,
                stay.basis().place().map(ChildParts::written).orElse("Not written down"),
                Wording.capital(Wording.code(stay.kind().name())),
                days,
                how,
                visit.agency(stay.basis().source()));
    }

    private static String days(Stay stay) {
        return stay.days().from().map(Words::day).orElse("Not known")
                + stay.days()
                        .until()
                        .map(day -> " to " + Words.day(day))
                        .orElse(", no end recorded");
    }

    /** Children recorded today where the person is; not through an address that is not shown. */
    List<Home> children() {
        Map<PersonId, Home> found = new LinkedHashMap<>();
        for (Stay stay : stays) {
            if (!hidden(stay) && stay.openOn(visit.today())) {
                with(stay).forEach(other -> found.putIfAbsent(other.id(), home(other)));
            }
        }
        return new ArrayList<>(found.values());
    }

    private List<Individual> with(Stay stay) {
        var around = child.family().around();
        if (around.communal(stay.place(), visit.today())) {
            return List.of();
        }
        return around.at(stay.place(), visit.today()).stream()
                .filter(s -> !s.person().equals(subject.id()))
                .filter(s -> !registers.keptByHealth(s.basis()))
                .map(s -> around.person(s.person()))
                .filter(p -> p.childOn(visit.today()))
                .distinct()
                .toList();
    }

    private Home home(Individual other) {
        Certainty sure =
                other.records().stream()
                        .map(other::certaintyOf)
                        .min(Comparator.naturalOrder())
                        .orElse(Certainty.NOT_KNOWN);
        return new Home(
                Link.to(Naming.name(other), "/children/" + other.id().value()),
                Naming.age(other, visit.today()),
                new Tag(Wording.certainty(sure).word(), Wording.certainty(sure).tone()),
                "Same address, as recorded");
    }

    String childrenNote() {
        return "Children recorded at the same address today, in what you may see. It does not say"
                + " that anybody in the home has been harmed. Who may be told stands with the"
                + " alert.";
    }
}
