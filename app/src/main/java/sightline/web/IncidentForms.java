package sightline.web;

import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person decides about an incident: domestic, not domestic, or cannot tell yet. */
record IncidentForms(IncidentParts parts, TypedForms fields, List<FormError> errors) {
    private static final String DECIDE = "decide";
    private static final String CHOICE = "choice";
    private static final String REASON = "reason";
    private static final String DOMESTIC = "domestic";
    private static final String NOT = "not-domestic";
    private static final String CANNOT = "cannot-tell";

    IncidentForms {
        errors = List.copyOf(errors);
    }

    static IncidentForms fresh(IncidentParts parts) {
        return new IncidentForms(parts, TypedForms.empty(), List.of());
    }

    static IncidentForms sent(IncidentParts parts, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (!List.of(DOMESTIC, NOT, CANNOT).contains(typed.getOrDefault(CHOICE, ""))) {
            errors.add(new FormError("Choose what this incident was", DECIDE + "-" + CHOICE));
        }
        TypedForms.need(
                errors, typed, DECIDE, REASON, "Write which words or connections, and what not");
        return new IncidentForms(parts, TypedForms.of(DECIDE, typed, errors), errors);
    }

    /** One form, for whoever may decide. */
    List<Form> forms(Visit visit) {
        if (!parts.mayDecide()) {
            return List.of();
        }
        return List.of(
                new Form(
                        DECIDE,
                        parts.address() + "/decision",
                        List.of(
                                fields.oneOf(
                                        DECIDE,
                                        CHOICE,
                                        "What was this incident?",
                                        List.of(
                                                option(
                                                        DOMESTIC,
                                                        "Domestic",
                                                        "It is said beside the log, which stays as it"
                                                                + " was written."),
                                                option(
                                                        NOT,
                                                        "Not domestic",
                                                        "It leaves the list. One in five is read by a"
                                                                + " second person."),
                                                option(
                                                        CANNOT,
                                                        "Cannot tell yet",
                                                        "The clock does not stop."))),
                                fields.lines(
                                        DECIDE,
                                        REASON,
                                        "Your reason",
                                        "Which words or connections, and what speaks against it."),
                                EntryForm.once(visit.now())),
                        "Save decision",
                        true,
                        ""));
    }

    private Option option(String value, String label, String hint) {
        return new Option(value, label, hint, fields.value(DECIDE, CHOICE).equals(value));
    }

    /** The message that the force sends. */
    ObjectNode message(Visit visit) {
        String choice = fields.value(DECIDE, CHOICE);
        boolean open = choice.equals(CANNOT);
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        fields.value(DECIDE, EntryForm.ONCE),
                        open ? "incident-undecided" : "incident-decided",
                        visit.now());
        EntryForm.regarding(message, parts.messages());
        ObjectNode body = message.putObject("body");
        if (!open) {
            body.put("domestic", choice.equals(DOMESTIC));
        }
        body.put("reason", fields.value(DECIDE, REASON).strip());
        body.put("by", visit.account().id().value());
        return message;
    }

    @Override
    public String toString() {
        return "IncidentForms[redacted]";
    }
}
