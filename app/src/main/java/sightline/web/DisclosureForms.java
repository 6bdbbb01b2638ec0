package sightline.web;

import sightline.access.AccessRole;
import sightline.core.facts.Codes;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.web.view.page.RegisterActPage.Headed;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of a disclosure: ask whether somebody is told, decide with a reason, record what was
 * said. Each question has forms of its own.
 *
 * @param act {@code ask}, {@code decide-N} or {@code said-N}, where N counts the questions
 */
record DisclosureForms(
        Visit visit,
        RegisterParts parts,
        List<Disclosures> all,
        String act,
        TypedForms fields,
        List<FormError> errors) {
    private static final String ASK = "ask";
    private static final String DECIDE = "decide-";
    private static final String SAID = "said-";
    private static final String TO = "to";
    private static final String WHO = "who";
    private static final String WHY = "why";
    private static final String CHOICE = "choice";
    private static final String BASIS = "basis";
    private static final String WORDS = "words";
    private static final String TELL = "tell";
    private static final String WITHHOLD = "withhold";

    DisclosureForms {
        all = List.copyOf(all);
        errors = List.copyOf(errors);
    }

    static DisclosureForms fresh(Visit visit, RegisterParts parts) {
        return new DisclosureForms(
                visit, parts, questions(parts), "", TypedForms.empty(), List.of());
    }

    private static List<Disclosures> questions(RegisterParts parts) {
        return Disclosures.of(parts.child().family().around().subject());
    }

    static DisclosureForms sent(
            Visit visit, RegisterParts parts, String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (act.equals(ASK)) {
            if (to(typed.getOrDefault(TO, "")).isEmpty()) {
                errors.add(new FormError("Choose who might be told", ASK + "-" + TO));
            }
            TypedForms.need(errors, typed, ASK, WHY, "Write what makes it a question");
        } else if (act.startsWith(DECIDE)) {
            String choice = typed.getOrDefault(CHOICE, "");
            if (!choice.equals(TELL) && !choice.equals(WITHHOLD)) {
                errors.add(new FormError("Choose whether they are told", act + "-" + CHOICE));
            }
            TypedForms.need(errors, typed, act, BASIS, "Write the duty or power");
            TypedForms.need(errors, typed, act, WHY, "Write why, whichever you decide");
        } else {
            TypedForms.need(errors, typed, act, WHO, "Write who was told");
            TypedForms.need(errors, typed, act, WORDS, "Write what was said");
        }
        return new DisclosureForms(
                visit, parts, questions(parts), act, TypedForms.of(act, typed, errors), errors);
    }

    private static Optional<DisclosureTo> to(String value) {
        return Arrays.stream(DisclosureTo.values())
                .filter(t -> Codes.kebab(t).equals(value))
                .findFirst();
    }

    static String words(DisclosureTo to) {
        return switch (to) {
            case SOCIAL_CARE -> "Children’s social care";
            case SCHOOL -> "A school’s safeguarding lead";
            case PARTNER -> "A partner (domestic violence disclosure scheme)";
            case PARENT -> "A parent (child sex offender disclosure scheme)";
        };
    }

    /** Only those who keep the register of the agency that answers. */
    boolean may() {
        return parts.keeps();
    }

    /** Whether the form that was sent is one of those that stand open. */
    boolean known() {
        if (act.equals(ASK)) {
            return true;
        }
        return question().filter(q -> act.startsWith(DECIDE) ? q.open() : q.toBeSaid()).isPresent();
    }

    private Optional<Disclosures> question() {
        String number = act.replaceFirst("^(decide|said)-", "");
        if (!number.matches("[1-9][0-9]{0,3}") || number.equals(act)) {
            return Optional.empty();
        }
        return all.stream().filter(q -> number(q) == Integer.parseInt(number)).findFirst();
    }

    /** The oldest question is the first: its number stays. */
    private int number(Disclosures question) {
        return all.size() - all.indexOf(question);
    }

    List<Headed> forms() {
        List<Headed> forms = new ArrayList<>();
        if (!may()) {
            return forms;
        }
        for (Disclosures question : all) {
            String whom = words(question.asked().body().to());
            if (question.open()) {
                forms.add(new Headed("Decide: " + whom, decide(DECIDE + number(question))));
            } else if (question.toBeSaid()) {
                forms.add(
                        new Headed("Record what was said: " + whom, said(SAID + number(question))));
            }
        }
        forms.add(new Headed("Ask whether somebody is told", ask()));
        return forms;
    }

    private Form ask() {
        return form(
                ASK,
                List.of(
                        fields.oneOf(
                                ASK,
                                TO,
                                "Who might be told?",
                                Arrays.stream(DisclosureTo.values())
                                        .map(t ->
                                                option(
                                                        ASK,
                                                        TO,
                                                        Codes.kebab(t),
                                                        words(t),
                                                        DisclosureParts.clock(t)))
                                        .toList()),
                        fields.line(
                                ASK,
                                WHO,
                                "By name and post, or whose parent or partner",
                                "Leave it empty where it is not known yet.",
                                "w20"),
                        fields.lines(ASK, WHY, "What makes it a question?", "")),
                "Keep the question");
    }

    private Form decide(String id) {
        return form(
                id,
                List.of(
                        fields.oneOf(
                                id,
                                CHOICE,
                                "Are they told?",
                                List.of(
                                        option(id, CHOICE, TELL, "Yes: they are told", ""),
                                        option(
                                                id,
                                                CHOICE,
                                                WITHHOLD,
                                                "No: they are not told",
                                                "This is recorded like the other."))),
                        fields.line(id, BASIS, "By what duty or power?", "", "w20"),
                        fields.lines(
                                id,
                                WHY,
                                "Why?",
                                "Whether it is needed to protect a child or the other person, whether less"
                                        + " would do, and what it could do to a child or to the person.")),
                "Keep the decision");
    }

    private Form said(String id) {
        return form(
                id,
                List.of(
                        fields.line(
                                id,
                                WHO,
                                "Who was told, by whom, and how?",
                                "In person where a scheme says so.",
                                "w20"),
                        fields.lines(id, WORDS, "What was said?", "In the words that were used.")),
                "Keep what was said");
    }

    private Option option(String form, String field, String value, String label, String hint) {
        return new Option(value, label, hint, fields.value(form, field).equals(value));
    }

    private Form form(String which, List<Field> asked, String button) {
        List<Field> every = new ArrayList<>(asked);
        every.add(EntryForm.once(visit.now()));
        return new Form(
                which,
                parts.address() + "/disclosures/" + which,
                every,
                button,
                !which.equals(ASK),
                "");
    }

    /** The message that the reader's agency sends: criminal record data, whoever is told. */
    ObjectNode message(String once) {
        boolean ask = act.equals(ASK);
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        once,
                        ask ? "disclosure-asked" : "disclosure",
                        visit.now());
        message.put("sensitivity", "criminal");
        ObjectNode body = message.putObject("body");
        if (ask) {
            EntryForm.about(message, visit, parts.child());
            body.put("to", fields.value(ASK, TO));
            put(body, "who", ASK, WHO);
            put(body, "why", ASK, WHY);
            return message;
        }
        Disclosures question = question().orElseThrow();
        body.put("by", visit.account().name().value() + ", " + AccessRole.REGISTER_KEEPER.title());
        if (act.startsWith(DECIDE)) {
            EntryForm.regarding(message, List.of(question.asked().fact().id().message().text()));
            body.put("step", "decided");
            body.put("made", fields.value(act, CHOICE).equals(TELL));
            put(body, "basis", act, BASIS);
            put(body, "reason", act, WHY);
        } else {
            var decided = question.decided().orElseThrow();
            EntryForm.regarding(message, List.of(decided.fact().id().message().text()));
            body.put("step", "said");
            body.put("made", true);
            body.put("basis", decided.body().basis());
            body.put(
                    "said",
                    fields.value(act, WHO).strip() + ": " + fields.value(act, WORDS).strip());
        }
        return message;
    }

    private void put(ObjectNode body, String name, String form, String field) {
        EntryForm.typed(Optional.of(fields.value(form, field)))
                .ifPresent(words -> body.put(name, words));
    }

    @Override
    public String toString() {
        return "DisclosureForms[redacted]";
    }
}
