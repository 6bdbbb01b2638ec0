package sightline.web;

import sightline.access.AccessRole;
import sightline.alerts.AlertRow;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.feeds.Drafts;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;
import sightline.web.view.part.PathStep;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader does about an alert: acknowledge it, dispute a step, add what they know, answer it.
 *
 * @param fields what stands in each form, by its act, and what is wrong with the one that was sent
 * @param kept said when an entry was kept, or a draft was brought back
 */
record AlertForms(AlertRow alert, AlertParts parts, TypedForms fields, String kept) {
    static final String ACKNOWLEDGE = "acknowledge";
    static final String DISPUTE = "dispute";
    static final String ADD = "add";
    static final String ANSWER = "answer";

    private static final String CHOICE = "choice";
    private static final String WORDS = "words";
    private static final List<String> NEXT =
            List.of(
                    "I am calling a strategy discussion for today",
                    "I am passing this to a named post, who must acknowledge it",
                    "I need something first: what, from whom, by when");
    private static final Map<String, String> KEPT =
            Map.of(
                    ACKNOWLEDGE,
                    "Your acknowledgement is kept. The record shows it within a few seconds.",
                    DISPUTE,
                    "Your dispute is kept beside the step. The clock does not stop.",
                    ADD,
                    "What you know is kept and will be on the record within a few seconds.",
                    ANSWER,
                    "Your answer is kept. The alert closes within a few seconds.");

    /** Empty forms, each with what the reader was writing in it; {@code done} was just kept. */
    static AlertForms shown(Visit visit, AlertRow alert, Drafts drafts, Optional<String> done) {
        Map<String, Map<String, String>> typed = new HashMap<>();
        String kept = done.map(d -> KEPT.getOrDefault(d, "")).orElse("");
        for (String act : List.of(ACKNOWLEDGE, DISPUTE, ADD, ANSWER)) {
            Optional<DraftPages.Found> draft = draft(act).find(drafts, visit, alert.reference());
            if (draft.isPresent()) {
                typed.put(act, draft.get().typed());
                kept = kept.isEmpty() ? draft.get().note() : kept;
            }
        }
        return new AlertForms(
                alert, new AlertParts(visit, alert), new TypedForms(typed, List.of()), kept);
    }

    /** One of the forms as it was sent. */
    static AlertForms sent(Visit visit, AlertRow alert, String act, Map<String, String> form) {
        List<FormError> errors = new ArrayList<>();
        switch (act) {
            case ACKNOWLEDGE ->
                    TypedForms.need(errors, form, act, CHOICE, "Choose what happens next");
            case DISPUTE -> TypedForms.need(errors, form, act, WORDS, "Write how you know");
            case ADD -> TypedForms.need(errors, form, act, WORDS, "Write what you know");
            default -> {
                if (answer(form.getOrDefault(CHOICE, "")).isEmpty()) {
                    errors.add(new FormError("Choose how the alert ends", act + "-" + CHOICE));
                }
                TypedForms.need(errors, form, act, WORDS, "Write why");
            }
        }
        return new AlertForms(
                alert, new AlertParts(visit, alert), TypedForms.of(act, form, errors), "");
    }

    List<FormError> errors() {
        return fields.errors();
    }

    static boolean knows(String act) {
        return List.of(ACKNOWLEDGE, DISPUTE, ADD, ANSWER).contains(act);
    }

    static DraftPages.Kind draft(String act) {
        return switch (act) {
            case ACKNOWLEDGE -> DraftPages.Kind.ALERT_ACKNOWLEDGE;
            case DISPUTE -> DraftPages.Kind.ALERT_DISPUTE;
            case ADD -> DraftPages.Kind.ALERT_ADD;
            default -> DraftPages.Kind.ALERT_ANSWER;
        };
    }

    private static Optional<AlertAnswer> answer(String slug) {
        return Arrays.stream(AlertAnswer.values()).filter(a -> slug(a).equals(slug)).findFirst();
    }

    private static String slug(AlertAnswer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What was sent, as the message that the reader's agency sends. */
    ObjectNode message(Visit visit, String act) {
        String words = fields.value(act, WORDS).strip();
        return switch (act) {
            case ACKNOWLEDGE -> {
                ObjectNode message = start(visit, act, "alert-acknowledged", parts.evidence());
                message.putObject("body")
                        .put("alert", alert.reference())
                        .put(
                                "next",
                                fields.value(act, CHOICE) + (words.isEmpty() ? "" : ": " + words));
                yield message;
            }
            case ANSWER -> {
                ObjectNode message = start(visit, act, "alert-answered", parts.evidence());
                message.putObject("body")
                        .put("alert", alert.reference())
                        .put("answer", fields.value(act, CHOICE))
                        .put("reason", words)
                        .put("by", visit.account().name().value() + ", " + posts(visit));
                yield message;
            }
            case DISPUTE -> {
                ObjectNode message = start(visit, act, "fact-disputed", parts.evidence(step()));
                message.putObject("body").put("words", words);
                yield message;
            }
            default -> {
                ObjectNode message = start(visit, act, "note", parts.evidence());
                message.putObject("body").put("words", words);
                yield message;
            }
        };
    }

    private ObjectNode start(Visit visit, String act, String kind, List<String> evidence) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        fields.value(act, EntryForm.ONCE),
                        kind,
                        visit.now());
        return EntryForm.regarding(message, evidence);
    }

    private static String posts(Visit visit) {
        return visit.account().roles().stream()
                .sorted()
                .map(AccessRole::title)
                .collect(Collectors.joining(" and "));
    }

    private int step() {
        String choice = fields.value(DISPUTE, CHOICE);
        return choice.matches("\\d{1,3}") ? Integer.parseInt(choice) : 1;
    }

    /** The forms of the page: those of an open alert, else the one that adds. */
    List<Form> forms(Visit visit) {
        List<Form> forms = new ArrayList<>();
        if (alert.open()) {
            forms.add(
                    form(
                            visit,
                            ACKNOWLEDGE,
                            fields.oneOf(
                                    ACKNOWLEDGE, CHOICE, "Acknowledge: what happens next?", next()),
                            fields.lines(ACKNOWLEDGE, WORDS, "Time, post or question", ""),
                            "Acknowledge",
                            true));
            forms.add(
                    form(
                            visit,
                            DISPUTE,
                            new Field.Pick(
                                    CHOICE,
                                    "Dispute a step: which?",
                                    "The clock does not stop and the alert stays.",
                                    "",
                                    steps()),
                            fields.lines(
                                    DISPUTE,
                                    WORDS,
                                    "How do you know?",
                                    "Your words are kept beside the step."),
                            "Record dispute",
                            false));
        }
        forms.add(
                new Form(
                        ADD,
                        action(ADD),
                        List.of(
                                EntryForm.once(visit.now()),
                                fields.lines(
                                        ADD,
                                        WORDS,
                                        "Add what you know: what you saw or were told, by whom, and when",
                                        "It becomes an entry of yours on the record.")),
                        "Add to the record",
                        false,
                        draft(ADD).address(alert.reference())));
        if (alert.open()) {
            forms.add(
                    form(
                            visit,
                            ANSWER,
                            fields.oneOf(ANSWER, CHOICE, "Answer: this ends the alert", answers()),
                            fields.lines(
                                    ANSWER,
                                    WORDS,
                                    "Why",
                                    "Your name and this reason stay on the record."),
                            "Answer the alert",
                            false));
        }
        return forms;
    }

    private Form form(
            Visit visit, String act, Field choice, Field words, String button, boolean primary) {
        return new Form(
                act,
                action(act),
                List.of(EntryForm.once(visit.now()), choice, words),
                button,
                primary,
                draft(act).address(alert.reference()));
    }

    private String action(String act) {
        return "/alerts/" + alert.reference() + "/" + act;
    }

    private List<Option> next() {
        String chosen = fields.value(ACKNOWLEDGE, CHOICE);
        return NEXT.stream().map(n -> new Option(n, n, "", n.equals(chosen))).toList();
    }

    private List<Option> answers() {
        String chosen = fields.value(ANSWER, CHOICE);
        return Arrays.stream(AlertAnswer.values())
                .map(a ->
                        new Option(
                                slug(a),
                                Wording.capital(Wording.code(slug(a))),
                                "",
                                slug(a).equals(chosen)))
                .toList();
    }

    private List<Option> steps() {
        List<Option> options = new ArrayList<>();
        for (PathStep step : parts.steps()) {
            int number = options.size() + 1;
            options.add(
                    new Option(
                            String.valueOf(number),
                            number + ". " + step.sentence(),
                            "",
                            number == step()));
        }
        return options;
    }

    @Override
    public String toString() {
        return "AlertForms[" + alert.reference() + ", redacted]";
    }
}
