package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.core.kernel.London;
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
 * @param fields what stands in it, and what is wrong with it
 * @param kept said when an entry was kept
 */
record DutyForms(DutyRow duty, String act, TypedForms fields, String kept) {
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

    /** Empty forms; {@code done} names the one that was just kept. */
    static DutyForms fresh(DutyRow duty, Optional<String> done) {
        return new DutyForms(
                duty, "", TypedForms.empty(), done.map(d -> KEPT.getOrDefault(d, "")).orElse(""));
    }

    /** One of the forms as it was being written. */
    static DutyForms draft(DutyRow duty, String act, DraftPages.Found draft) {
        return new DutyForms(duty, act, TypedForms.of(act, draft.typed(), List.of()), draft.note());
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
            TypedForms.need(errors, typed, act, HOW, "Write how it was done");
            when(errors, typed, today);
            TypedForms.need(errors, typed, act, OUTCOME, "Write what came of it");
        } else {
            TypedForms.need(errors, typed, act, REASON, "Write why it no longer applies");
            TypedForms.need(
                    errors, typed, act, WHO, "Name the person who decided it, and their post");
        }
        return new DutyForms(duty, act, TypedForms.of(act, typed, errors), "");
    }

    List<FormError> errors() {
        return fields.errors();
    }

    static boolean knows(String act) {
        return act.equals(DONE) || act.equals(ENDED);
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
                        fields.value(act, EntryForm.ONCE),
                        "duty-ended",
                        visit.now());
        EntryForm.about(message, visit, child);
        ObjectNode body = message.putObject("body");
        body.put("duty", duty.key());
        body.put("done", act.equals(DONE));
        if (act.equals(DONE)) {
            TypedDate.read(fields.value(DONE, WHEN))
                    .ifPresent(d -> message.put("when", d.toString()));
            body.put("reason", fields.value(DONE, HOW).strip());
            body.put("outcome", fields.value(DONE, OUTCOME).strip());
            body.put("decidedBy", visit.account().name().value());
        } else {
            body.put("reason", fields.value(ENDED, REASON).strip());
            body.put("decidedBy", fields.value(ENDED, WHO).strip());
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
                                fields.lines(
                                        DONE, HOW, "How was it done?", "Who saw or spoke to whom."),
                                fields.line(
                                        DONE,
                                        WHEN,
                                        "When was it done?",
                                        "Like 27 3 2025. The clock started on "
                                                + TypedDate.write(London.day(started))
                                                + ".",
                                        "w10"),
                                fields.lines(DONE, OUTCOME, "What came of it?", "")),
                        "It is done",
                        true,
                        draft(DONE).address(duty.hash())),
                new Form(
                        ENDED,
                        address + ENDED,
                        List.of(
                                EntryForm.once(visit.now()),
                                fields.lines(
                                        ENDED,
                                        REASON,
                                        "Why does it no longer apply?",
                                        "The reason stays on the record."),
                                fields.line(
                                        ENDED,
                                        WHO,
                                        "Who decided it?",
                                        "Name and post. A duty ends on a named person’s word only.",
                                        "w20")),
                        "It no longer applies",
                        false,
                        draft(ENDED).address(duty.hash())));
    }
}
