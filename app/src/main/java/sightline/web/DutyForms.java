package sightline.web;

import sightline.alerts.DutyReading.Read;
import sightline.alerts.DutyRow;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms that end a duty: it is done, or it no longer applies; where somebody is asked
 * something, the answer before those.
 *
 * @param act the form that was sent; empty when none was
 * @param fields what stands in it, and what is wrong with it
 * @param kept said when an entry was kept
 */
record DutyForms(Read read, String act, TypedForms fields, String kept) {
    private static final String ANSWER = "answer";
    private static final String DONE = "done";
    private static final String ENDED = "ended";

    /** Asks whoever owes it again; the clock goes on. */
    static final String CHASE = "chase";

    /** Puts it off, where its clock allows that. */
    static final String EXTEND = "extend";

    private static final String UNTIL = "until";
    private static final String HOW = "how";
    private static final String WHEN = "when";
    private static final String OUTCOME = "outcome";
    private static final String REASON = "reason";
    private static final String WHO = "who";
    private static final String CHOICE = "choice";
    private static final String WORDS = "words";
    private static final List<Outcome> OUTCOMES =
            List.of(
                    new Outcome("answered", "This is what we hold", "Write it below."),
                    new Outcome("nothing-held", "We hold nothing", ""),
                    new Outcome(
                            "acknowledged",
                            "We have the question; the answer follows",
                            "The clock goes on."),
                    new Outcome(
                            "refused", "We do not share it", "Write why. The refusal is kept."));
    private static final Map<String, String> KEPT =
            Map.of(
                    ANSWER,
                    "Your answer is kept and goes to whoever asked within a few seconds.",
                    DONE,
                    "Your entry that it is done is kept. The clock stops within a few seconds.",
                    ENDED,
                    "Your entry that it no longer applies is kept. The clock stops within a few seconds.",
                    CHASE,
                    "That you asked again is kept. The clock and its ladder go on.",
                    EXTEND,
                    "The later day is kept. The date changes within a few seconds, if it was not late yet.");

    /** One way to answer. */
    private record Outcome(String code, String label, String hint) {}

    /** Empty forms; {@code done} names the one that was just kept. */
    static DutyForms fresh(Read read, Optional<String> done) {
        return new DutyForms(
                read, "", TypedForms.empty(), done.map(d -> KEPT.getOrDefault(d, "")).orElse(""));
    }

    /** One of the forms as it was being written. */
    static DutyForms draft(Read read, String act, DraftPages.Found draft) {
        return new DutyForms(read, act, TypedForms.of(act, draft.typed(), List.of()), draft.note());
    }

    static List<String> acts() {
        return List.of(ANSWER, DONE, ENDED);
    }

    static DraftPages.Kind draft(String act) {
        return switch (act) {
            case ANSWER -> DraftPages.Kind.DUTY_ANSWER;
            case DONE -> DraftPages.Kind.DUTY_DONE;
            default -> DraftPages.Kind.DUTY_ENDED;
        };
    }

    /** One of the forms as it was sent. */
    static DutyForms typed(Read read, String act, Map<String, String> typed, LocalDate today) {
        List<FormError> errors = new ArrayList<>();
        if (act.equals(ANSWER)) {
            answer(errors, typed);
        } else if (act.equals(CHASE)) {
            TypedForms.need(errors, typed, act, WORDS, "Write what you asked, and whom");
        } else if (act.equals(EXTEND)) {
            until(errors, typed, today);
            TypedForms.need(errors, typed, act, REASON, "Write why it is put off");
            TypedForms.need(
                    errors, typed, act, WHO, "Name the person who decided it, and their post");
        } else if (act.equals(DONE)) {
            TypedForms.need(errors, typed, act, HOW, "Write how it was done");
            when(errors, typed, today);
            TypedForms.need(errors, typed, act, OUTCOME, "Write what came of it");
        } else {
            TypedForms.need(errors, typed, act, REASON, "Write why it no longer applies");
            TypedForms.need(
                    errors, typed, act, WHO, "Name the person who decided it, and their post");
        }
        return new DutyForms(read, act, TypedForms.of(act, typed, errors), "");
    }

    private static void answer(List<FormError> errors, Map<String, String> typed) {
        String choice = typed.getOrDefault(CHOICE, "");
        if (OUTCOMES.stream().noneMatch(o -> o.code().equals(choice))) {
            errors.add(new FormError("Choose how you answer", ANSWER + "-" + CHOICE));
        }
        if (choice.equals("answered")) {
            TypedForms.need(errors, typed, ANSWER, WORDS, "Write what you hold");
        }
        if (choice.equals("refused")) {
            TypedForms.need(errors, typed, ANSWER, WORDS, "Write why you do not share it");
        }
    }

    List<FormError> errors() {
        return fields.errors();
    }

    private static void until(List<FormError> errors, Map<String, String> typed, LocalDate today) {
        Optional<LocalDate> day = TypedDate.read(typed.getOrDefault(UNTIL, ""));
        if (day.isEmpty() || !day.get().isAfter(today)) {
            errors.add(
                    new FormError(
                            "Enter a day after today, like " + TypedDate.write(today.plusDays(1)),
                            EXTEND + "-" + UNTIL));
        }
    }

    /** Whether that can be done about the duty, and counts when this visitor does it. */
    static boolean knows(Visit visit, Read read, String act) {
        return switch (act) {
            case DONE -> DutyDone.counts(visit, read.duty());
            case ANSWER -> answers(visit, read);
            case CHASE -> read.duty().open();
            case EXTEND -> read.duty().open() && DutyParts.putOff(read.duty()).isPresent();
            default -> acts().contains(act);
        };
    }

    /** Whether the visitor is asked something here: nobody answers for another agency. */
    static boolean answers(Visit visit, Read read) {
        return read.question().isPresent() && DutyDone.owes(visit, read.duty());
    }

    /**
     * Why an act that is there for others is not there for this visitor; empty where it is, or
     * where it is there for nobody.
     */
    static Optional<String> others(Visit visit, Read read, String act) {
        if (knows(visit, read, act)) {
            return Optional.empty();
        }
        return switch (act) {
            case ANSWER -> read.question().map(_ -> mayAnswer(visit, read));
            case DONE -> Optional.of(DutyDone.must(visit, read.duty()));
            default -> Optional.empty();
        };
    }

    /** The same form, refused: nothing of it is kept. */
    DutyForms refused(String why) {
        return new DutyForms(
                read, act, TypedForms.of(act, Map.of(), List.of(new FormError(why, "act"))), "");
    }

    /** Whose the acts are that the visitor is not offered; empty where each is theirs. */
    String must(Visit visit) {
        return Stream.concat(
                        others(visit, read, ANSWER).stream(), others(visit, read, DONE).stream())
                .collect(Collectors.joining(" "));
    }

    private static String mayAnswer(Visit visit, Read read) {
        return "Only whoever is asked answers: " + DutyParts.owedBy(visit, read.duty()) + ".";
    }

    /** Whether what is being written is kept as a draft. */
    static boolean drafts(String act) {
        return acts().contains(act);
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
    ObjectNode message(Visit visit) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        fields.value(act, EntryForm.ONCE),
                        switch (act) {
                            case ANSWER -> "information-answer";
                            case CHASE, EXTEND -> "duty-note";
                            default -> "duty-ended";
                        },
                        visit.now());
        if (act.equals(ANSWER)) {
            return answered(message);
        }
        EntryForm.about(
                message,
                visit,
                read.child().map(c -> c.family().subject().records()).orElse(read.own()),
                read.child().map(EntryForm::newest).orElseGet(this::started));
        ObjectNode body = message.putObject("body");
        body.put("duty", read.duty().key());
        if (act.equals(CHASE)) {
            body.put("words", fields.value(CHASE, WORDS).strip());
            body.put("by", visit.account().name().value());
            return message;
        }
        if (act.equals(EXTEND)) {
            TypedDate.read(fields.value(EXTEND, UNTIL))
                    .ifPresent(d -> body.put("planned", d.toString()));
            body.put("words", fields.value(EXTEND, REASON).strip());
            body.put("by", fields.value(EXTEND, WHO).strip());
            return message;
        }
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

    /** An answer is about those whom the question is about. */
    private ObjectNode answered(ObjectNode message) {
        EntryForm.regarding(
                message, read.question().map(q -> q.id().message().text()).stream().toList());
        ObjectNode body = message.putObject("body").put("outcome", fields.value(ANSWER, CHOICE));
        EntryForm.typed(Optional.of(fields.value(ANSWER, WORDS)))
                .ifPresent(words -> body.put("words", words));
        return message;
    }

    /** The message that started the duty: whoever holds no record is asked about its people. */
    private List<String> started() {
        return Wording.texts(read.duty().content().path("evidence")).stream()
                .map(fact -> FactId.parse(fact).message().text())
                .limit(1)
                .toList();
    }

    List<Form> forms(Visit visit) {
        List<Form> forms = new ArrayList<>();
        if (answers(visit, read)) {
            forms.add(answer(visit));
        }
        if (asks(visit)) {
            forms.add(chase(visit));
        }
        forms.addAll(ending(visit));
        DutyParts.putOff(read.duty())
                .filter(_ -> read.duty().open())
                .ifPresent(most -> forms.add(extend(visit, most)));
        return forms;
    }

    /** Whether others owe it, and not the reader's own agency: then it may be asked again. */
    private boolean asks(Visit visit) {
        return read.duty().open()
                && Wording.texts(read.duty().content().path("owedBy")).stream()
                        .map(r -> r.replaceFirst("/.*", ""))
                        .noneMatch(visit.reader().agencies()::contains);
    }

    private Form chase(Visit visit) {
        return new Form(
                CHASE,
                "/duties/" + read.duty().hash() + "/" + CHASE,
                List.of(
                        EntryForm.once(visit.now()),
                        fields.lines(
                                CHASE,
                                WORDS,
                                "What did you ask, and whom?",
                                "Kept on the record. The clock and its ladder go on by themselves.")),
                "We asked again",
                true,
                "");
    }

    private Form extend(Visit visit, Limit most) {
        return new Form(
                EXTEND,
                "/duties/" + read.duty().hash() + "/" + EXTEND,
                List.of(
                        EntryForm.once(visit.now()),
                        fields.line(
                                EXTEND,
                                UNTIL,
                                "Until when is it put off?",
                                "By " + most.inWords() + " at most, and only before it is late.",
                                "w10"),
                        fields.lines(EXTEND, REASON, "Why?", "The reason stays on the record."),
                        fields.line(
                                EXTEND,
                                WHO,
                                "Who decided it?",
                                "Name and post. The count names them.",
                                "w20")),
                "Put it off",
                false,
                "");
    }

    private Form answer(Visit visit) {
        String chosen = fields.value(ANSWER, CHOICE);
        return new Form(
                ANSWER,
                "/duties/" + read.duty().hash() + "/" + ANSWER,
                List.of(
                        EntryForm.once(visit.now()),
                        fields.oneOf(
                                ANSWER,
                                CHOICE,
                                "Your answer",
                                OUTCOMES.stream()
                                        .map(o ->
                                                new Option(
                                                        o.code(),
                                                        o.label(),
                                                        o.hint(),
                                                        o.code().equals(chosen)))
                                        .toList()),
                        fields.lines(
                                ANSWER,
                                WORDS,
                                "What you hold, or why not",
                                "Only what was asked. Say where it stands and from when it is.")),
                "Send the answer",
                true,
                draft(ANSWER).address(read.duty().hash()));
    }

    private List<Form> ending(Visit visit) {
        List<Form> forms = new ArrayList<>();
        if (DutyDone.counts(visit, read.duty())) {
            forms.add(done(visit));
        }
        forms.add(ended(visit));
        return forms;
    }

    private Form done(Visit visit) {
        DutyRow duty = read.duty();
        return new Form(
                DONE,
                "/duties/" + duty.hash() + "/" + DONE,
                List.of(
                        EntryForm.once(visit.now()),
                        fields.lines(DONE, HOW, "How was it done?", "Who saw or spoke to whom."),
                        fields.line(
                                DONE,
                                WHEN,
                                "When was it done?",
                                "Like 27 3 2025. The clock started on "
                                        + TypedDate.write(London.day(duty.startedAt()))
                                        + ".",
                                "w10"),
                        fields.lines(DONE, OUTCOME, "What came of it?", "")),
                read.question().isPresent() ? "It was answered another way" : "It is done",
                read.question().isEmpty(),
                draft(DONE).address(duty.hash()));
    }

    private Form ended(Visit visit) {
        return new Form(
                ENDED,
                "/duties/" + read.duty().hash() + "/" + ENDED,
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
                draft(ENDED).address(read.duty().hash()));
    }
}
