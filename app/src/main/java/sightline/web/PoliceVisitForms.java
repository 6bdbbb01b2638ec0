package sightline.web;

import sightline.access.AccessRole;
import sightline.core.kernel.London;
import sightline.core.register.State;
import sightline.web.view.page.RegisterActPage.Headed;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forms about visits: what came of one, the level of risk that plans them, and that nobody
 * knows where the person is, or does again.
 */
record PoliceVisitForms(
        Visit visit, RegisterParts parts, String act, TypedForms fields, List<FormError> errors) {
    static final String VISIT = "visit";
    static final String RISK = "risk";
    static final String WHEREABOUTS = "whereabouts";
    static final List<String> ACTS = List.of(VISIT, RISK, WHEREABOUTS);

    private static final String OUTCOME = "outcome";
    private static final String WHEN = "when";
    private static final String TIME = "time";
    private static final String ANNOUNCED = "announced";
    private static final String CHILD = "child";
    private static final String FOUND = "found";

    /** The fields in which somebody writes. */
    static final List<String> TEXTS = List.of(FOUND);

    private static final String LEVEL = "level";
    private static final String AS_NOTIFIED = "as-notified";

    /** What may come of a visit, as it is asked. */
    private enum Outcome {
        SEEN("seen", AS_NOTIFIED, "Seen", "The person was seen, at home."),
        NOT_IN(
                "not-at-home",
                AS_NOTIFIED,
                "Not in",
                "No more than that: tried again in 5 working days."),
        REFUSED(
                "refused",
                AS_NOTIFIED,
                "Refused at the door",
                "The person is there, and let nobody in."),
        MOVED(
                "not-at-home",
                "moved",
                "Moved away",
                "Somebody there says so, or the home is empty."),
        NEW_OCCUPANT("not-at-home", "new-occupant", "Somebody else lives there now", "");

        private final String outcome;
        private final String home;
        private final String label;
        private final String hint;

        Outcome(String outcome, String home, String label, String hint) {
            this.outcome = outcome;
            this.home = home;
            this.label = label;
            this.hint = hint;
        }

        String value() {
            return outcome + "." + home;
        }
    }

    PoliceVisitForms {
        errors = List.copyOf(errors);
    }

    static PoliceVisitForms fresh(Visit visit, RegisterParts parts) {
        return new PoliceVisitForms(visit, parts, "", TypedForms.empty(), List.of());
    }

    static PoliceVisitForms sent(
            Visit visit, RegisterParts parts, String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        switch (act) {
            case VISIT -> visitErrors(errors, typed, visit.today());
            case RISK -> TypedForms.need(errors, typed, RISK, LEVEL, "Choose the level of risk");
            default -> {}
        }
        return new PoliceVisitForms(visit, parts, act, TypedForms.of(act, typed, errors), errors);
    }

    private static void visitErrors(
            List<FormError> errors, Map<String, String> typed, LocalDate today) {
        Optional<Outcome> outcome = outcome(typed.getOrDefault(OUTCOME, ""));
        if (outcome.isEmpty()) {
            errors.add(new FormError("Choose what came of the visit", VISIT + "-" + OUTCOME));
        }
        if (day(typed).filter(d -> !d.isAfter(today)).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day of the visit, today or before, like "
                                    + TypedDate.write(today),
                            VISIT + "-" + WHEN));
        }
        if (time(typed).isEmpty()) {
            errors.add(
                    new FormError("Enter the time of the visit, like 18:40", VISIT + "-" + TIME));
        }
        if (typed.getOrDefault(ANNOUNCED, "").isEmpty()) {
            errors.add(
                    new FormError(
                            "Choose whether the visit was announced", VISIT + "-" + ANNOUNCED));
        }
        boolean more =
                typed.containsKey(CHILD)
                        || outcome.filter(o -> !o.home.equals(AS_NOTIFIED)).isPresent();
        if (more) {
            TypedForms.need(errors, typed, VISIT, FOUND, "Write what was seen and heard");
        }
    }

    private static Optional<Outcome> outcome(String value) {
        return java.util.Arrays.stream(Outcome.values())
                .filter(o -> o.value().equals(value))
                .findFirst();
    }

    private static Optional<LocalDate> day(Map<String, String> typed) {
        return TypedDate.read(typed.getOrDefault(WHEN, "").strip());
    }

    private static Optional<LocalTime> time(Map<String, String> typed) {
        try {
            String text = typed.getOrDefault(TIME, "").strip().replace('.', ':');
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Only those who keep the register of the agency that answers. */
    boolean may() {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                && visit.account().agency().equals(parts.registers().keeper().agency());
    }

    private boolean lost() {
        return parts.registers()
                .covering()
                .anyMatch(s -> s.registration().state() == State.WHEREABOUTS_UNKNOWN);
    }

    List<Headed> forms() {
        return may()
                ? List.of(
                        new Headed("Record a visit", visitForm()),
                        new Headed("Level of risk", riskForm()),
                        new Headed(
                                lost() ? "Found again" : "Whereabouts unknown", whereaboutsForm()))
                : List.of();
    }

    private Form visitForm() {
        List<Field> asked = new ArrayList<>();
        asked.add(
                fields.oneOf(
                        VISIT,
                        OUTCOME,
                        "What came of it?",
                        java.util.Arrays.stream(Outcome.values())
                                .map(o -> option(VISIT, OUTCOME, o.value(), o.label, o.hint))
                                .toList()));
        asked.add(
                fields.line(
                        VISIT,
                        WHEN,
                        "On which day?",
                        "Like " + TypedDate.write(visit.today()) + ".",
                        "w10"));
        asked.add(fields.line(VISIT, TIME, "At what time?", "Like 18:40.", "w10"));
        asked.add(
                fields.oneOf(
                        VISIT,
                        ANNOUNCED,
                        "Did the person know of it before?",
                        List.of(
                                option(VISIT, ANNOUNCED, "no", "No: unannounced", ""),
                                option(VISIT, ANNOUNCED, "yes", "Yes: announced", ""))));
        asked.add(
                new Field.AnyOf(
                        CHILD,
                        "Children",
                        "Social care is to be told within 24 hours.",
                        "",
                        List.of(
                                new Option(
                                        "yes",
                                        "A child was there",
                                        "",
                                        !fields.value(VISIT, CHILD).isEmpty()))));
        asked.add(
                fields.lines(
                        VISIT,
                        FOUND,
                        "What was seen and heard?",
                        "Who was there, by what name, what they said. Only that: what you make of it"
                                + " is written apart, on the whole record."));
        return form(VISIT, asked, "Keep the visit", true);
    }

    private Form riskForm() {
        return form(
                RISK,
                List.of(
                        fields.oneOf(
                                RISK,
                                LEVEL,
                                "Which level does the police’s own plan give from today?",
                                List.of(
                                        option(RISK, LEVEL, "very-high", "Very high", ""),
                                        option(RISK, LEVEL, "high", "High", ""),
                                        option(RISK, LEVEL, "medium", "Medium", ""),
                                        option(RISK, LEVEL, "low", "Low", "")))),
                "Keep the level",
                false);
    }

    private Form whereaboutsForm() {
        return form(
                WHEREABOUTS,
                List.of(),
                lost() ? "The person was found" : "Nobody knows where the person is",
                false);
    }

    private Option option(String form, String field, String value, String label, String hint) {
        return new Option(value, label, hint, fields.value(form, field).equals(value));
    }

    private Form form(String which, List<Field> asked, String button, boolean primary) {
        List<Field> all = new ArrayList<>(asked);
        all.add(EntryForm.once(visit.now()));
        all.add(SentAbout.field(visit, parts.child()));
        return new Form(which, parts.address() + "/visits/" + which, all, button, primary, "");
    }

    /** The message that the reader's agency sends. */
    ObjectNode message(String once) {
        boolean visited = act.equals(VISIT);
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        once,
                        visited ? "police-visit" : "register-notification",
                        visit.now());
        EntryForm.about(message, visit, parts.child());
        ObjectNode body = message.putObject("body");
        if (visited) {
            visited(message, body);
        } else {
            message.put("when", visit.today().toString());
            body.put("pack", parts.notifiable().getFirst().key());
            body.put("type", type());
            if (act.equals(RISK)) {
                body.put("risk", fields.value(RISK, LEVEL));
            }
        }
        return message;
    }

    private String type() {
        if (act.equals(RISK)) {
            return "risk-assessed";
        }
        return lost() ? "found" : "whereabouts-unknown";
    }

    private void visited(ObjectNode message, ObjectNode body) {
        Map<String, String> typed = fields.typed().getOrDefault(VISIT, Map.of());
        Outcome outcome = outcome(fields.value(VISIT, OUTCOME)).orElseThrow();
        message.put(
                "when",
                day(typed)
                        .orElseThrow()
                        .atTime(time(typed).orElseThrow())
                        .atZone(London.ZONE)
                        .toInstant()
                        .toString());
        body.put("outcome", outcome.outcome);
        body.put("home", outcome.home);
        body.put("announced", fields.value(VISIT, ANNOUNCED).equals("yes"));
        body.put("childPresent", !fields.value(VISIT, CHILD).isEmpty());
        EntryForm.typed(Optional.of(fields.value(VISIT, FOUND)))
                .ifPresent(words -> body.put("found", words));
    }

    @Override
    public String toString() {
        return "PoliceVisitForms[redacted]";
    }
}
