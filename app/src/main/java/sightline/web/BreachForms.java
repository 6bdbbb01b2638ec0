package sightline.web;

import sightline.access.AccessRole;
import sightline.web.view.page.RegisterActPage.Headed;
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
 * What a keeper adds to a breach file: that the person was told what is to be told, and whether it
 * was a breach.
 *
 * @param act the form that was sent; empty when none was
 */
record BreachForms(Visit visit, String act, TypedForms fields, List<FormError> errors) {
    static final String DECIDE = "decide";
    static final String EXPLAINED = "explained";

    private static final String CHOICE = "choice";
    private static final String WHY = "why";
    private static final String WHERE = "where";
    private static final String WHEN = "when";
    private static final String BY = "by";
    private static final String RECEIPT = "receipt";
    private static final int RECEIPT_MOST = 60;

    /** The fields in which somebody writes. */
    static final List<String> TEXTS = List.of(WHY, BY, RECEIPT);

    private static final Map<String, String> VERDICTS =
            inOrder(
                    "breach",
                    "A breach: the person had to tell it, knew it, and did not",
                    "not-a-breach",
                    "Not a breach",
                    "not-decided",
                    "Not decided: it stays open");
    private static final Map<String, String> PLACES =
            inOrder(
                    "court",
                    "In court",
                    "police-station",
                    "At the police station",
                    "prison",
                    "In prison, before release",
                    "hospital",
                    "In hospital",
                    "home-visit",
                    "On a visit at home",
                    "in-writing",
                    "In writing: a receipt or a letter was handed over");

    BreachForms {
        errors = List.copyOf(errors);
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(all);
    }

    static BreachForms fresh(Visit visit) {
        return new BreachForms(visit, "", TypedForms.empty(), List.of());
    }

    static BreachForms sent(Visit visit, String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (act.equals(DECIDE)) {
            if (!VERDICTS.containsKey(typed.getOrDefault(CHOICE, ""))) {
                errors.add(new FormError("Choose what you decide", DECIDE + "-" + CHOICE));
            }
            TypedForms.need(errors, typed, DECIDE, WHY, "Write why, whichever you decide");
        } else {
            explainedErrors(errors, typed, visit.today());
        }
        return new BreachForms(visit, act, TypedForms.of(act, typed, errors), errors);
    }

    private static void explainedErrors(
            List<FormError> errors, Map<String, String> typed, LocalDate today) {
        if (!PLACES.containsKey(typed.getOrDefault(WHERE, ""))) {
            errors.add(new FormError("Choose where it was explained", EXPLAINED + "-" + WHERE));
        }
        if (day(typed).filter(d -> !d.isAfter(today)).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day, today or before, like " + TypedDate.write(today),
                            EXPLAINED + "-" + WHEN));
        }
        TypedForms.need(errors, typed, EXPLAINED, BY, "Write who explained it, by name and post");
        if (typed.getOrDefault(RECEIPT, "").length() > RECEIPT_MOST) {
            errors.add(
                    new FormError(
                            "A number has at most " + RECEIPT_MOST + " characters",
                            EXPLAINED + "-" + RECEIPT));
        }
    }

    private static Optional<LocalDate> day(Map<String, String> typed) {
        return TypedDate.read(typed.getOrDefault(WHEN, "").strip());
    }

    static boolean knows(String act) {
        return act.equals(DECIDE) || act.equals(EXPLAINED);
    }

    /** What is said once it is kept. */
    static String kept(String act) {
        return switch (act) {
            case DECIDE -> "Your decision is kept. The file shows it within a few seconds.";
            case EXPLAINED ->
                    "That the person was told is kept. The file shows it within a few seconds.";
            default -> "";
        };
    }

    /** Both, for the matter of that key. */
    List<Headed> forms(RegisterParts parts, String key) {
        return List.of(
                new Headed("Decide whether it was a breach", decide(parts, key)),
                new Headed("Record that the person was told what to tell", explained(parts, key)));
    }

    private Form decide(RegisterParts parts, String key) {
        return form(
                DECIDE,
                parts,
                key,
                List.of(
                        fields.oneOf(
                                DECIDE,
                                CHOICE,
                                "What do you decide?",
                                options(DECIDE, CHOICE, VERDICTS)),
                        fields.lines(
                                DECIDE,
                                WHY,
                                "Why?",
                                "Your name stands beside it, in the file and in its PDF. A later"
                                        + " decision stands before this one, and this one stays.")),
                "Keep the decision");
    }

    private Form explained(RegisterParts parts, String key) {
        return form(
                EXPLAINED,
                parts,
                key,
                List.of(
                        fields.oneOf(
                                EXPLAINED,
                                WHERE,
                                "Where, or how?",
                                options(EXPLAINED, WHERE, PLACES)),
                        fields.line(
                                EXPLAINED,
                                WHEN,
                                "On which day?",
                                "Like " + TypedDate.write(visit.today()) + ".",
                                "w10"),
                        fields.line(EXPLAINED, BY, "By whom?", "Name and post.", ""),
                        fields.line(
                                EXPLAINED,
                                RECEIPT,
                                "Number of what was handed over (optional)",
                                "As it stands on the receipt or letter.",
                                "w20")),
                "Keep that the person was told");
    }

    private List<Option> options(String form, String field, Map<String, String> all) {
        return all.entrySet().stream()
                .map(e ->
                        new Option(
                                e.getKey(),
                                e.getValue(),
                                "",
                                fields.value(form, field).equals(e.getKey())))
                .toList();
    }

    private Form form(
            String which, RegisterParts parts, String key, List<Field> asked, String button) {
        List<Field> all = new ArrayList<>(asked);
        all.add(EntryForm.once(visit.now()));
        all.add(SentAbout.field(visit, parts.child()));
        return new Form(
                which,
                parts.address() + "/breach-file/" + which + "?of=" + key,
                all,
                button,
                which.equals(DECIDE),
                "");
    }

    /** The message that the reader's agency sends about that matter. */
    ObjectNode message(RegisterParts parts, BreachMatter matter, String once) {
        boolean decides = act.equals(DECIDE);
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        once,
                        decides ? "breach-decided" : "requirements-explained",
                        visit.now());
        EntryForm.about(message, visit, parts.child());
        ObjectNode body = message.putObject("body");
        if (decides) {
            body.put("notice", matter.item());
            body.put("decision", fields.value(DECIDE, CHOICE));
            body.put("reason", fields.value(DECIDE, WHY).strip());
            body.put(
                    "by",
                    visit.account().name().value() + ", " + AccessRole.REGISTER_KEEPER.title());
        } else {
            message.put(
                    "when",
                    day(fields.typed().getOrDefault(EXPLAINED, Map.of())).orElseThrow().toString());
            body.put("pack", matter.standing().pack().key());
            body.put("where", fields.value(EXPLAINED, WHERE));
            body.put("by", fields.value(EXPLAINED, BY).strip());
            EntryForm.typed(Optional.of(fields.value(EXPLAINED, RECEIPT)))
                    .ifPresent(number -> body.put("receipt", number));
        }
        return message;
    }

    @Override
    public String toString() {
        return "BreachForms[redacted]";
    }
}
