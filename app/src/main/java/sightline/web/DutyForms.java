package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.core.kernel.London;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two forms that end a duty: it is done, or it no longer applies.
 *
 * @param act the form that was sent; empty when none was
 * @param errors what is wrong with it
 * @param kept said when an entry was kept
 */
record DutyForms(
        DutyRow duty, String act, Map<String, String> typed, List<FormError> errors, String kept) {
    private static final String DONE = "done";
    private static final String ENDED = "ended";
    private static final String HOW = "how";
    private static final String WHEN = "when";
    private static final String OUTCOME = "outcome";
    private static final String REASON = "reason";
    private static final String WHO = "who";
    private static final Map<String, String> KEPT =
            Map.of(
                    DONE,
                    "Your entry that it is done is kept. The clock stops within a few seconds.",
                    ENDED,
                    "Your entry that it no longer applies is kept. The clock stops within a few seconds.");

    DutyForms {
        typed = Map.copyOf(typed);
        errors = List.copyOf(errors);
    }

    /** Empty forms; {@code done} names the one that was just kept. */
    static DutyForms fresh(DutyRow duty, Optional<String> done) {
        return new DutyForms(
                duty, "", Map.of(), List.of(), done.map(d -> KEPT.getOrDefault(d, "")).orElse(""));
    }

    /** One of the forms as it was being written. */
    static DutyForms draft(DutyRow duty, String act, DraftPages.Found draft) {
        return new DutyForms(duty, act, draft.typed(), List.of(), draft.note());
    }

    static List<String> acts() {
        return List.of(DONE, ENDED);
    }

    static DraftPages.Kind draft(String act) {
        return act.equals(DONE) ? DraftPages.Kind.DUTY_DONE : DraftPages.Kind.DUTY_ENDED;
    }

    /** One of the forms as it was sent. */
    static DutyForms typed(DutyRow duty, String act, Map<String, String> typed, LocalDate today) {
        List<FormError> errors = new ArrayList<>();
        if (act.equals(DONE)) {
            need(errors, typed, act, HOW, "Write how it was done");
            when(errors, typed, today);
            need(errors, typed, act, OUTCOME, "Write what came of it");
        } else {
            need(errors, typed, act, REASON, "Write why it no longer applies");
            need(errors, typed, act, WHO, "Name the person who decided it, and their post");
        }
        return new DutyForms(duty, act, typed, errors, "");
    }

    static boolean knows(String act) {
        return act.equals(DONE) || act.equals(ENDED);
    }

    private static void need(
            List<FormError> errors,
            Map<String, String> typed,
            String act,
            String field,
            String say) {
        if (EntryForm.typed(Optional.ofNullable(typed.get(field))).isEmpty()) {
            errors.add(new FormError(say, act + "-" + field));
        }
    }

    private static void when(List<FormError> errors, Map<String, String> typed, LocalDate today) {
        Optional<LocalDate> day = TypedDate.read(typed.getOrDefault(WHEN, ""));
        if (day.isEmpty()) {
            errors.add(
                    new FormError("Enter the day it was done, like 27 3 2025", DONE + "-" + WHEN));
        } else if (day.get().isAfter(today)) {
            errors.add(
                    new FormError(
                            "Enter a day that is not in the future, like " + TypedDate.write(today),
                            DONE + "-" + WHEN));
        }
    }

    /** What was typed, as the message that the reader's agency sends. */
    ObjectNode message(Visit visit, Child child) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        typed.getOrDefault(EntryForm.ONCE, ""),
                        "duty-ended",
                        visit.now());
        EntryForm.about(message, visit, child);
        ObjectNode body = message.putObject("body");
        body.put("duty", duty.key());
        body.put("done", act.equals(DONE));
        if (act.equals(DONE)) {
            TypedDate.read(value(DONE, WHEN)).ifPresent(d -> message.put("when", d.toString()));
            body.put("reason", value(DONE, HOW).strip());
            body.put("outcome", value(DONE, OUTCOME).strip());
            body.put("decidedBy", visit.account().name().value());
        } else {
            body.put("reason", value(ENDED, REASON).strip());
            body.put("decidedBy", value(ENDED, WHO).strip());
        }
        return message;
    }

    List<Form> forms(Visit visit) {
        String address = "/duties/" + duty.hash() + "/";
        Instant started = duty.startedAt();
        return List.of(
                new Form(
                        DONE,
                        address + DONE,
                        List.of(
                                EntryForm.once(visit.now()),
                                lines(DONE, HOW, "How was it done?", "Who saw or spoke to whom."),
                                line(
                                        DONE,
                                        WHEN,
                                        "When was it done?",
                                        "Like 27 3 2025. The clock started on "
                                                + TypedDate.write(London.day(started))
                                                + ".",
                                        "w10"),
                                lines(DONE, OUTCOME, "What came of it?", "")),
                        "It is done",
                        true,
                        draft(DONE).address(duty.hash())),
                new Form(
                        ENDED,
                        address + ENDED,
                        List.of(
                                EntryForm.once(visit.now()),
                                lines(
                                        ENDED,
                                        REASON,
                                        "Why does it no longer apply?",
                                        "The reason stays on the record."),
                                line(
                                        ENDED,
                                        WHO,
                                        "Who decided it?",
                                        "Name and post. A duty ends on a named person’s word only.",
                                        "w20")),
                        "It no longer applies",
                        false,
                        draft(ENDED).address(duty.hash())));
    }

    private Field lines(String form, String name, String label, String hint) {
        return new Field.LongText(
                name,
                label,
                hint,
                value(form, name),
                EntryForm.error(errors, form + "-" + name),
                3);
    }

    private Field line(String form, String name, String label, String hint, String width) {
        return new Field.Line(
                name,
                label,
                hint,
                value(form, name),
                EntryForm.error(errors, form + "-" + name),
                "text",
                "off",
                width);
    }

    private String value(String form, String name) {
        return form.equals(act) ? typed.getOrDefault(name, "") : "";
    }
}
