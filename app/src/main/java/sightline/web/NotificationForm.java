package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.PersonBody;
import sightline.core.kernel.Words;
import sightline.core.register.RegisterPack;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a notification, as it was typed.
 *
 * @param packs the registers under which notice may be given
 */
record NotificationForm(
        List<RegisterPack> packs, TypedForms fields, List<FormError> errors, LocalDate today) {
    static final String ID = "notification";
    private static final String PACK = "pack";
    private static final String TYPE = "type";
    private static final String WHEN = "when";
    private static final String LINE = "line";
    private static final String POSTCODE = "postcode";
    private static final String NO_HOME = "noHome";
    private static final String EXPECTED = "expected";
    private static final String GIVEN = "given";
    private static final String FAMILY = "family";

    /** What may be told, in the order in which it is asked for. */
    private static final List<NotificationType> TYPES =
            List.of(
                    NotificationType.INITIAL,
                    NotificationType.PERIODIC,
                    NotificationType.CHANGE_OF_ADDRESS,
                    NotificationType.STAY_ELSEWHERE,
                    NotificationType.CHANGE_OF_NAME,
                    NotificationType.CHILD_IN_HOUSEHOLD,
                    NotificationType.FOREIGN_TRAVEL,
                    NotificationType.RELEASE);

    NotificationForm {
        packs = List.copyOf(packs);
        errors = List.copyOf(errors);
    }

    /** As it was typed, with what is wrong with it. */
    static NotificationForm of(
            List<RegisterPack> packs, Map<String, String> typed, LocalDate today, boolean checked) {
        List<FormError> errors = checked ? errors(packs, typed, today) : List.of();
        return new NotificationForm(packs, TypedForms.of(ID, typed, errors), errors, today);
    }

    private static List<FormError> errors(
            List<RegisterPack> packs, Map<String, String> typed, LocalDate today) {
        List<FormError> errors = new ArrayList<>();
        if (pack(packs, typed).isEmpty()) {
            errors.add(new FormError("Choose the register", ID + "-" + PACK));
        }
        Optional<NotificationType> type = type(typed);
        if (type.isEmpty()) {
            errors.add(new FormError("Choose what was notified", ID + "-" + TYPE));
        }
        Optional<LocalDate> when = TypedDate.read(typed.getOrDefault(WHEN, ""));
        if (when.filter(day -> !day.isAfter(today)).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day it was told, today or before, like "
                                    + TypedDate.write(today),
                            ID + "-" + WHEN));
        }
        type.ifPresent(t -> errors.addAll(ofType(t, typed, when)));
        return errors;
    }

    private static List<FormError> ofType(
            NotificationType type, Map<String, String> typed, Optional<LocalDate> when) {
        List<FormError> errors = new ArrayList<>();
        boolean homeless = typed.containsKey(NO_HOME);
        boolean place = type == NotificationType.CHANGE_OF_ADDRESS && !homeless;
        if (place || type == NotificationType.STAY_ELSEWHERE) {
            TypedForms.need(errors, typed, ID, LINE, "Enter the address that was notified");
        }
        if (type == NotificationType.CHANGE_OF_NAME) {
            TypedForms.need(errors, typed, ID, FAMILY, "Enter the new name");
        }
        String expected = typed.getOrDefault(EXPECTED, "").strip();
        boolean wrong =
                !expected.isEmpty()
                        && TypedDate.read(expected)
                                .filter(day -> when.filter(day::isBefore).isEmpty())
                                .isEmpty();
        if (wrong || (type == NotificationType.FOREIGN_TRAVEL && expected.isEmpty())) {
            errors.add(
                    new FormError(
                            "Enter the day on which it is expected, not before the day it was told",
                            ID + "-" + EXPECTED));
        }
        return errors;
    }

    private static Optional<RegisterPack> pack(
            List<RegisterPack> packs, Map<String, String> typed) {
        return packs.stream()
                .filter(p -> packs.size() == 1 || p.key().equals(typed.getOrDefault(PACK, "")))
                .findFirst();
    }

    private static Optional<NotificationType> type(Map<String, String> typed) {
        return TYPES.stream()
                .filter(t -> Codes.kebab(t).equals(typed.getOrDefault(TYPE, "")))
                .findFirst();
    }

    private Map<String, String> typed() {
        return fields.typed().getOrDefault(ID, Map.of());
    }

    private String value(String field) {
        return fields.value(ID, field).strip();
    }

    RegisterPack pack() {
        return pack(packs, typed()).orElseThrow();
    }

    private NotificationType type() {
        return type(typed()).orElseThrow();
    }

    private LocalDate when() {
        return TypedDate.read(value(WHEN)).orElseThrow();
    }

    private Optional<LocalDate> expected() {
        return TypedDate.read(value(EXPECTED));
    }

    private boolean noHome() {
        return typed().containsKey(NO_HOME);
    }

    Form form(String action, String draft) {
        List<Field> all = new ArrayList<>();
        if (packs.size() > 1) {
            all.add(fields.oneOf(ID, PACK, "Which register?", packOptions()));
        }
        all.add(fields.oneOf(ID, TYPE, "What was notified?", typeOptions()));
        all.add(
                fields.line(
                        ID,
                        WHEN,
                        "When was it told?",
                        "Like " + TypedDate.write(today) + ".",
                        "w10"));
        all.add(
                fields.line(
                        ID,
                        LINE,
                        "Address that was notified",
                        "As it was told: house and street, and town. The next page shows what it is taken"
                                + " for. Leave it empty where no address was told.",
                        "w20"));
        all.add(fields.line(ID, POSTCODE, "Postcode", "", "w10"));
        all.add(
                new Field.AnyOf(
                        NO_HOME,
                        "No home",
                        "Whoever has none gives notice each week.",
                        "",
                        List.of(
                                new Option(
                                        "yes",
                                        "Told that there is no sole or main residence",
                                        "",
                                        noHome()))));
        all.add(
                fields.line(
                        ID,
                        EXPECTED,
                        "If it was told before it happens: on which day is it expected?",
                        "For travel, the day of leaving.",
                        "w10"));
        all.add(fields.line(ID, GIVEN, "New given names", "For a new name alone.", "w20"));
        all.add(fields.line(ID, FAMILY, "New family name", "", "w20"));
        return new Form(ID, action, all, "Continue", true, draft);
    }

    private List<Option> packOptions() {
        return packs.stream()
                .map(p -> new Option(p.key(), p.title(), "", value(PACK).equals(p.key())))
                .toList();
    }

    private List<Option> typeOptions() {
        return TYPES.stream()
                .map(t ->
                        new Option(
                                Codes.kebab(t), words(t), "", value(TYPE).equals(Codes.kebab(t))))
                .toList();
    }

    static String words(NotificationType type) {
        return switch (type) {
            case INITIAL -> "The first notice";
            case PERIODIC -> "The periodic notice";
            case CHANGE_OF_ADDRESS -> "A new home address";
            case STAY_ELSEWHERE -> "A stay elsewhere";
            case CHANGE_OF_NAME -> "A new name";
            case CHILD_IN_HOUSEHOLD -> "Living or staying with a child";
            case FOREIGN_TRAVEL -> "Travel abroad";
            case RELEASE -> "A release from custody or hospital";
            case ENTERED -> "Entered on the register";
            case WHEREABOUTS_UNKNOWN -> "Whereabouts unknown";
            case FOUND -> "Found";
            case RISK_ASSESSED -> "Risk assessed";
            case ENDED -> "The entry ended";
        };
    }

    /** What was typed, to be checked. */
    List<Definition> answers() {
        List<Definition> answers = new ArrayList<>();
        answers.add(Definition.of("Register", pack().title()));
        answers.add(Definition.of("What was notified", words(type())));
        answers.add(Definition.of("Told on", Words.day(when())));
        if (!value(LINE).isEmpty()) {
            String typed = value(LINE) + (value(POSTCODE).isEmpty() ? "" : ", " + value(POSTCODE));
            answers.add(Definition.of("Address, as you typed it", typed));
            answers.add(
                    Definition.of("Taken for", AddressTaken.words(value(LINE), value(POSTCODE))));
        }
        if (noHome()) {
            answers.add(Definition.of("Home", "None: notice each week"));
        }
        expected().ifPresent(day -> answers.add(Definition.of("Expected on", Words.day(day))));
        if (!value(FAMILY).isEmpty()) {
            answers.add(Definition.of("New name", (value(GIVEN) + " " + value(FAMILY)).strip()));
        }
        return answers;
    }

    /** The message that the reader's agency sends. */
    ObjectNode message(Visit visit, Child child, String once) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(), once, "register-notification", visit.now());
        message.put("when", when().toString());
        EntryForm.about(message, visit, child);
        ObjectNode body = message.putObject("body");
        body.put("pack", pack().key());
        body.put("type", Codes.kebab(type()));
        expected().ifPresent(day -> body.put("expected", day.toString()));
        if (noHome()) {
            body.put("noHome", true);
        }
        if (message.path("people").path(0) instanceof ObjectNode person) {
            person(visit, child, person);
        }
        boolean home = type() != NotificationType.STAY_ELSEWHERE && message.has("people");
        if (!value(LINE).isEmpty() && !home) {
            address(message.putObject("place"));
        }
        return message;
    }

    private void person(Visit visit, Child child, ObjectNode person) {
        if (!value(LINE).isEmpty() && type() != NotificationType.STAY_ELSEWHERE) {
            address(person.putObject("address"));
        }
        if (type() == NotificationType.CHANGE_OF_NAME) {
            newest(visit, child).ifPresent(known -> again(known, person));
            var names = person.withArray("names");
            names.insertObject(0).put("given", value(GIVEN)).put("family", value(FAMILY));
        }
    }

    private void address(ObjectNode address) {
        address.put("line", value(LINE));
        if (!value(POSTCODE).isEmpty()) {
            address.put("postcode", value(POSTCODE));
        }
    }

    private static Optional<PersonBody.Person> newest(Visit visit, Child child) {
        return child.family().around().subject().about(PersonBody.Person.class).stream()
                .filter(e -> e.fact().source().equals(visit.account().agency()))
                .reduce((_, later) -> later)
                .map(e -> e.body());
    }

    /** What the agency's record says of a person is replaced whole: the rest is said again. */
    private static void again(PersonBody.Person known, ObjectNode person) {
        var names = person.withArray("names");
        for (PersonBody.PersonName name : known.names()) {
            names.addObject()
                    .put("given", String.join(" ", name.given()))
                    .put("family", name.family())
                    .put("use", "alias");
        }
        known.dateOfBirth().ifPresent(born -> person.put("dateOfBirth", born.text()));
        known.sex().ifPresent(sex -> person.put("sex", Codes.kebab(sex)));
        var identifiers = person.withArray("identifiers");
        known.identifiers()
                .forEach(i ->
                        identifiers
                                .addObject()
                                .put("type", Codes.kebab(i.type()))
                                .put("value", i.value()));
    }

    @Override
    public String toString() {
        return "NotificationForm[redacted]";
    }
}
