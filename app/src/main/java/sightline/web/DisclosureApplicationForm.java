package sightline.web;

import sightline.core.facts.Codes;
import sightline.core.facts.PoliceBody.DisclosureApplication.Scheme;
import sightline.core.facts.SharedBody.DisclosureAsked.Applicant;
import sightline.core.facts.SharedBody.Route;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The form of an application about somebody whose record need not be known. */
record DisclosureApplicationForm(Visit visit, TypedForms typed) {
    private static final String ID = "apply";
    private static final String SCHEME = "scheme";
    private static final String GIVEN = "given";
    private static final String FAMILY = "family";
    private static final String BORN = "born";
    private static final String HOME = "home";
    private static final String POSTCODE = "postcode";
    private static final String ASKED = "asked";

    static DisclosureApplicationForm fresh(Visit visit) {
        return new DisclosureApplicationForm(visit, TypedForms.empty());
    }

    static DisclosureApplicationForm sent(Visit visit, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        choose(errors, Scheme.class, typed, SCHEME, "Choose the scheme");
        TypedForms.need(errors, typed, ID, FAMILY, "Enter the family name of whom it is about");
        String born = typed.getOrDefault(BORN, "").strip();
        if (!born.isEmpty() && day(visit, born).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the date of birth like 27 3 1990, or leave it empty",
                            ID + "-" + BORN));
        }
        TypedForms.need(errors, typed, ID, ASKED, "Write what was asked, and what makes it so");
        Optional<Route> route =
                choose(
                        errors,
                        Route.class,
                        typed,
                        DisclosureFields.ROUTE,
                        "Choose how it came to the police");
        if (route.filter(Route.RIGHT_TO_ASK::equals).isPresent()) {
            choose(
                    errors,
                    Applicant.class,
                    typed,
                    DisclosureFields.APPLICANT,
                    "Choose as what they applied");
            TypedForms.need(errors, typed, ID, DisclosureFields.ASKER, "Write who applied");
            String known = typed.getOrDefault(DisclosureFields.KNOWN, "");
            if (!known.equals(DisclosureFields.YES) && !known.equals(DisclosureFields.NO)) {
                errors.add(
                        new FormError(
                                "Choose whether it may be known who applied",
                                ID + "-" + DisclosureFields.KNOWN));
            }
        }
        return new DisclosureApplicationForm(visit, TypedForms.of(ID, typed, errors));
    }

    private static <E extends Enum<E>> Optional<E> choose(
            List<FormError> errors,
            Class<E> type,
            Map<String, String> typed,
            String field,
            String say) {
        Optional<E> chosen = DisclosureFields.chosen(type, typed.getOrDefault(field, ""));
        if (chosen.isEmpty()) {
            errors.add(new FormError(say, ID + "-" + field));
        }
        return chosen;
    }

    private static Optional<LocalDate> day(Visit visit, String born) {
        return TypedDate.read(born).filter(d -> !d.isAfter(visit.today()));
    }

    List<FormError> errors() {
        return typed.errors();
    }

    private Optional<String> written(String field) {
        return EntryForm.typed(Optional.of(typed.value(ID, field)));
    }

    /** What the reader's agency sends. */
    ObjectNode message() {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        typed.value(ID, EntryForm.ONCE),
                        "disclosure-application",
                        visit.now());
        describe(message);
        ObjectNode body = message.putObject("body");
        body.put("scheme", typed.value(ID, SCHEME));
        written(ASKED).ifPresent(w -> body.put("asked", w));
        String route = typed.value(ID, DisclosureFields.ROUTE);
        body.put("route", route);
        if (route.equals(Codes.kebab(Route.RIGHT_TO_ASK))) {
            body.put("applicant", typed.value(ID, DisclosureFields.APPLICANT));
            written(DisclosureFields.ASKER).ifPresent(w -> body.put("asker", w));
            body.put(
                    "askerMayBeKnown",
                    typed.value(ID, DisclosureFields.KNOWN).equals(DisclosureFields.YES));
        }
        return message;
    }

    private void describe(ObjectNode message) {
        ObjectNode person =
                message.putArray("people")
                        .addObject()
                        .put("role", "subject")
                        .put("localId", "application-" + message.path("id").asString(""));
        ObjectNode name = person.putArray("names").addObject();
        written(GIVEN).ifPresent(g -> name.put("given", g));
        written(FAMILY).ifPresent(f -> name.put("family", f));
        written(BORN)
                .flatMap(b -> day(visit, b))
                .ifPresent(b -> person.put("dateOfBirth", b.toString()));
        if (written(HOME).isPresent() || written(POSTCODE).isPresent()) {
            ObjectNode address = person.putObject("address");
            written(HOME).ifPresent(l -> address.put("line", l));
            written(POSTCODE).ifPresent(p -> address.put("postcode", p));
        }
    }

    Form form(String action) {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        all.add(
                typed.oneOf(
                        ID,
                        SCHEME,
                        "Under which scheme?",
                        options(
                                SCHEME,
                                Scheme.values(),
                                s -> DisclosureWords.to(s.to()),
                                s -> DisclosureWords.clock(s.to()))));
        all.add(
                new Field.Heading(
                        "about",
                        "Whom it is about",
                        "As whoever applied names them. Whose record it belongs to is worked out"
                                + " from this, on a register or not."));
        all.add(typed.line(ID, GIVEN, "Given names", "", "w20"));
        all.add(typed.line(ID, FAMILY, "Family name", "", "w20"));
        all.add(typed.line(ID, BORN, "Date of birth", "Like 27 3 1990, if it is known", "w10"));
        all.add(typed.line(ID, HOME, "Where do they live?", "", ""));
        all.add(typed.line(ID, POSTCODE, "Postcode", "", "w10"));
        all.add(
                typed.lines(
                        ID,
                        ASKED,
                        "What is asked, and what makes it so?",
                        "Which child or partner it is for, and how they know the person."));
        all.add(
                typed.oneOf(
                        ID,
                        DisclosureFields.ROUTE,
                        "How did it come to the police?",
                        options(
                                DisclosureFields.ROUTE,
                                Route.values(),
                                DisclosureWords::route,
                                _ -> "")));
        all.addAll(applicant());
        return new Form(ID, action, all, "Keep the application", false, "");
    }

    private List<Field> applicant() {
        return List.of(
                new Field.Heading(
                        "applied",
                        "If somebody applied",
                        "Leave the rest empty where the police learnt of a risk themselves."),
                typed.oneOf(
                        ID,
                        DisclosureFields.APPLICANT,
                        "As what did they apply?",
                        options(
                                DisclosureFields.APPLICANT,
                                Applicant.values(),
                                DisclosureWords::applicant,
                                _ -> "")),
                typed.line(
                        ID,
                        DisclosureFields.ASKER,
                        "Who applied, and how are they reached without harm?",
                        "Only the register keepers of your force read it here.",
                        "w20"),
                typed.oneOf(
                        ID,
                        DisclosureFields.KNOWN,
                        "May the person that it is about learn who applied?",
                        List.of(
                                option(
                                        DisclosureFields.KNOWN,
                                        DisclosureFields.NO,
                                        "No: it may harm somebody, or nobody knows",
                                        "Nobody tells the person, now or later."),
                                option(
                                        DisclosureFields.KNOWN,
                                        DisclosureFields.YES,
                                        "Yes: looked at, and no harm comes of it",
                                        ""))));
    }

    private <E extends Enum<E>> List<Option> options(
            String field, E[] all, Function<E, String> label, Function<E, String> hint) {
        return Arrays.stream(all)
                .map(e -> option(field, Codes.kebab(e), label.apply(e), hint.apply(e)))
                .toList();
    }

    private Option option(String field, String value, String label, String hint) {
        return new Option(value, label, hint, typed.value(ID, field).equals(value));
    }

    @Override
    public String toString() {
        return "DisclosureApplicationForm[redacted]";
    }
}
