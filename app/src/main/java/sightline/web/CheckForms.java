package sightline.web;

import sightline.core.checks.Touchpoint;
import sightline.core.checks.TouchpointPack;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Kinds;
import sightline.web.view.page.CheckPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The form of a check, and the message that it becomes: the very message that the agency's system
 * would send.
 */
final class CheckForms {
    private static final String KIND = "touchpoint";
    private static final String REFERENCE = "reference";
    private static final String LINE = "line";
    private static final String POSTCODE = "postcode";
    private static final String UPRN = "uprn";
    private static final String COUNT = "people";
    private static final int PEOPLE = 2;
    private static final int MOST = 12;
    private static final int ADULT = 18;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private final Visit visit;
    private final List<Touchpoint> touchpoints;
    private final Map<String, String> typed;
    private final List<FormError> errors = new ArrayList<>();

    private CheckForms(Visit visit, List<Touchpoint> touchpoints, Map<String, String> typed) {
        this.visit = visit;
        this.touchpoints = touchpoints;
        this.typed = typed;
    }

    /** The form of whoever may ask here, as it was typed. */
    static CheckForms of(Visit visit, TouchpointPack pack, Map<String, String> typed) {
        return new CheckForms(visit, touchpoints(visit, pack), typed);
    }

    /** Where somebody's agency may check: the usual one first, then in the pack's order. */
    static List<Touchpoint> touchpoints(Visit visit, TouchpointPack pack) {
        AgencyType type =
                visit.directory()
                        .agency(visit.account().agency())
                        .map(Agency::type)
                        .orElse(AgencyType.OTHER);
        List<Touchpoint> may =
                pack.touchpoints().values().stream()
                        .filter(t ->
                                Kinds.named(t.kind())
                                        .filter(k -> k.mayBeAssertedBy(type))
                                        .isPresent())
                        .toList();
        boolean words = may.stream().anyMatch(CheckForms::inWords);
        return may.stream()
                .filter(t -> !words || inWords(t))
                .sorted(Comparator.comparing(t -> !t.usualFor().contains(type)))
                .toList();
    }

    private static boolean inWords(Touchpoint touchpoint) {
        return touchpoint.answers() == Touchpoint.Answers.WORDS;
    }

    /** Whether words alone are said to this reader. */
    boolean words() {
        return touchpoints.stream().allMatch(CheckForms::inWords);
    }

    /** Whether they only asked for room for one more. */
    boolean more() {
        return typed.containsKey("more");
    }

    List<FormError> errors() {
        return List.copyOf(errors);
    }

    String reference() {
        return value(REFERENCE);
    }

    private String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private Touchpoint touchpoint() {
        return touchpoints.stream()
                .filter(t -> t.kind().equals(value(KIND)))
                .findFirst()
                .orElse(touchpoints.getFirst());
    }

    private int people() {
        int asked;
        try {
            asked = Integer.parseInt(value(COUNT));
        } catch (NumberFormatException none) {
            asked = PEOPLE;
        }
        return Math.clamp(more() ? asked + 1L : asked, 1, MOST);
    }

    CheckPage.Asking asking() {
        List<Field> about = new ArrayList<>();
        about.add(EntryForm.once(visit.now()));
        about.add(new Field.Hidden(COUNT, String.valueOf(people())));
        if (touchpoints.size() > 1) {
            about.add(
                    new Field.OneOf(
                            KIND,
                            "Why are you checking?",
                            "",
                            error(KIND),
                            touchpoints.stream()
                                    .map(t ->
                                            new Option(
                                                    t.kind(),
                                                    t.title(),
                                                    "",
                                                    t.equals(touchpoint())))
                                    .toList()));
        }
        about.add(
                line(
                        REFERENCE,
                        "Your own case reference",
                        "From your own system. A check without one cannot be accounted for.",
                        "w20"));
        List<CheckPage.Person> all = new ArrayList<>();
        for (int i = 1; i <= people(); i++) {
            all.add(person(i));
        }
        return new CheckPage.Asking(about, home(), all, "Check");
    }

    private List<Field> home() {
        if (touchpoints.stream().noneMatch(Touchpoint::home)) {
            return List.of();
        }
        String hint = words() ? "" : "Only for a new household member.";
        return List.of(
                line(LINE, "Address", hint, ""),
                line(POSTCODE, "Postcode", "", "w10"),
                line(UPRN, "Property reference (UPRN), if you have it", "", "w10"));
    }

    private CheckPage.Person person(int number) {
        String p = "p" + number + "-";
        List<Field> fields = new ArrayList<>();
        fields.add(line(p + "name", "Full name", "As on the document you saw.", "w20"));
        fields.add(
                line(
                        p + "born",
                        "Date of birth",
                        "Like 27 3 1990; the year alone if need be.",
                        "w10"));
        fields.add(line(p + "former", "Any earlier name", "", "w20"));
        fields.add(line(p + "last", "Last address, with postcode", "", ""));
        if (!words()) {
            fields.add(line(p + "nhs", "NHS number, if you have it", "", "w10"));
            fields.add(role(p, number));
        }
        return new CheckPage.Person("Person " + number, fields);
    }

    private Field role(String prefix, int number) {
        String chosen = value(prefix + "role");
        List<Option> options = new ArrayList<>();
        for (String role :
                number == 1
                        ? List.of("subject")
                        : List.of("occupant", "child", "mother", "father", "partner")) {
            options.add(new Option(role, roleWords(role), "", role.equals(chosen)));
        }
        return new Field.Pick(prefix + "role", "Who they are", "", "", options);
    }

    private static String roleWords(String role) {
        return switch (role) {
            case "subject" -> "Whom the check is about";
            case "occupant" -> "Lives with them";
            default -> Wording.capital(role);
        };
    }

    private Field line(String name, String label, String hint, String width) {
        return new Field.Line(name, label, hint, value(name), error(name), "text", "off", width);
    }

    private String error(String name) {
        return EntryForm.error(errors, "check-" + name);
    }

    /**
     * The message, if all is said that must be.
     *
     * @param localId gives somebody a record of their own, from words about them
     */
    Optional<ObjectNode> message(UnaryOperator<String> localId) {
        check();
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        value(EntryForm.ONCE),
                        touchpoint().kind(),
                        visit.now());
        if (touchpoint().home()) {
            address(message.putObject("place"), value(LINE), value(POSTCODE), value(UPRN));
        }
        ArrayNode people = message.putArray("people");
        for (int i = 1; i <= people(); i++) {
            if (named(i)) {
                person(people, "p" + i + "-", people.isEmpty(), localId);
            }
        }
        body(message.putObject("body"));
        return Optional.of(message);
    }

    private void check() {
        if (reference().isEmpty()) {
            wrong(REFERENCE, "Enter your own case reference");
        }
        if (touchpoint().home() && value(LINE).isEmpty()) {
            wrong(LINE, "Enter the address of the home");
        }
        boolean anybody = false;
        for (int i = 1; i <= people(); i++) {
            anybody |= named(i);
            checkPerson(i);
        }
        if (!anybody) {
            wrong("p1-name", "Enter who it is about");
        }
    }

    private boolean named(int number) {
        return !value("p" + number + "-name").isEmpty() || !value("p" + number + "-nhs").isEmpty();
    }

    private void checkPerson(int number) {
        String p = "p" + number + "-";
        String born = value(p + "born");
        Optional<LocalDate> day = TypedDate.read(born);
        boolean year = YEAR.matcher(born).matches();
        if (!born.isEmpty() && day.isEmpty() && !year) {
            wrong(p + "born", "Enter a date of birth like 27 3 1990, or the year alone");
        } else if (day.filter(d -> d.isAfter(visit.today())).isPresent()) {
            wrong(p + "born", "The date of birth is in the future");
        } else if (named(number) && born.isEmpty() && value(p + "nhs").isEmpty()) {
            wrong(p + "born", "Enter a date or year of birth: a name alone finds nobody");
        } else if (!named(number) && !born.isEmpty()) {
            wrong(p + "name", "Enter the name of person " + number);
        }
    }

    private void wrong(String name, String words) {
        errors.add(new FormError(words, "check-" + name));
    }

    /** What the message's reader or the check itself says is wrong. */
    void wrong(List<sightline.facts.wire.Problem> problems) {
        problems.forEach(p ->
                wrong(
                        p.field().startsWith("message.people") ? "p1-name" : REFERENCE,
                        Wording.capital(p.message()) + ": " + p.fix()));
    }

    private void body(ObjectNode body) {
        switch (touchpoint().kind()) {
            case "housing-application" -> body.put("reference", reference());
            case "household-member-seen" -> body.put("stay", "home");
            case "health-contact" -> {
                body.put("setting", "emergency-department");
                body.put("unscheduled", true);
            }
            case "school-roll" -> body.put("joined", true);
            case "police-incident" -> body.put("logClass", "other");
            default -> {}
        }
    }

    private void person(ArrayNode people, String p, boolean first, UnaryOperator<String> localId) {
        Optional<LocalDate> born = TypedDate.read(value(p + "born"));
        ObjectNode person = people.addObject();
        person.put("role", first ? "subject" : roleOf(p, born));
        person.put(
                "localId",
                localId.apply(
                        String.join(
                                "|",
                                reference(),
                                value(p + "name"),
                                value(p + "born"),
                                value(p + "nhs"))));
        ArrayNode names = person.putArray("names");
        name(names, value(p + "name"), "current");
        name(names, value(p + "former"), "alias");
        if (!value(p + "born").isEmpty()) {
            person.put("dateOfBirth", born.map(LocalDate::toString).orElse(value(p + "born")));
        }
        if (!value(p + "nhs").isEmpty()) {
            person.putArray("identifiers")
                    .addObject()
                    .put("type", "nhs")
                    .put("value", value(p + "nhs"));
        }
        if (!value(p + "last").isEmpty()) {
            address(person.putObject("address"), value(p + "last"), "", "");
        }
    }

    private String roleOf(String p, Optional<LocalDate> born) {
        String chosen = value(p + "role");
        if (!words() && List.of("child", "mother", "father", "partner").contains(chosen)) {
            return chosen;
        }
        return born.filter(b -> Period.between(b, visit.today()).getYears() < ADULT).isPresent()
                ? "child"
                : "occupant";
    }

    private static void name(ArrayNode names, String full, String use) {
        if (full.isEmpty()) {
            return;
        }
        int space = full.lastIndexOf(' ');
        ObjectNode name = names.addObject();
        if (space > 0) {
            name.put("given", full.substring(0, space).strip());
            name.put("family", full.substring(space + 1));
        } else {
            name.put("family", full);
        }
        name.put("use", use);
    }

    private static void address(ObjectNode node, String line, String postcode, String uprn) {
        node.put("line", line);
        if (!postcode.isEmpty()) {
            node.put("postcode", postcode);
        }
        if (!uprn.isEmpty()) {
            node.put("uprn", uprn);
        }
    }
}
