package sightline.web;

import sightline.access.AccessRole;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.HandOvers;
import sightline.web.view.page.RegisterActPage.Headed;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of a hand-over that the reader may send now: an offer, an answer, or taking it back.
 *
 * @param act the form that was sent; empty when none was
 */
record HandOverForms(
        Visit visit, RegisterParts parts, String act, TypedForms fields, List<FormError> errors) {
    static final String OFFER = "offer";
    static final String ANSWER = "answer";
    static final String WITHDRAW = "withdraw";

    private static final String TO = "to";
    private static final String CHOICE = "choice";
    private static final String WHY = "why";
    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";
    private static final String WITHDRAWN = "withdrawn";
    private static final String OFFERED = "offered";

    HandOverForms {
        errors = List.copyOf(errors);
    }

    static HandOverForms fresh(Visit visit, RegisterParts parts) {
        return new HandOverForms(visit, parts, "", TypedForms.empty(), List.of());
    }

    static HandOverForms sent(
            Visit visit, RegisterParts parts, String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        switch (act) {
            case OFFER -> {
                if (offeredTo(visit, parts, typed).isEmpty()) {
                    errors.add(
                            new FormError("Choose the police who are to answer", OFFER + "-" + TO));
                }
                TypedForms.need(errors, typed, OFFER, WHY, "Write why, and what they must know");
            }
            case ANSWER -> {
                String choice = typed.getOrDefault(CHOICE, "");
                if (!choice.equals(ACCEPTED) && !choice.equals(REFUSED)) {
                    errors.add(
                            new FormError(
                                    "Choose whether you accept or refuse", ANSWER + "-" + CHOICE));
                }
                if (!choice.equals(ACCEPTED)) {
                    TypedForms.need(errors, typed, ANSWER, WHY, "Write why you refuse");
                }
            }
            default -> TypedForms.need(errors, typed, act, WHY, "Write why you take it back");
        }
        return new HandOverForms(visit, parts, act, TypedForms.of(act, typed, errors), errors);
    }

    /** What is said once it is kept. */
    static String kept(String stage) {
        return switch (stage) {
            case OFFERED ->
                    "Your offer is kept. The person is yours until it is accepted. The page shows it"
                            + " within a few seconds.";
            case ACCEPTED ->
                    "Your acceptance is kept. You answer for the person from now on. The page shows it"
                            + " within a few seconds.";
            case REFUSED ->
                    "Your refusal is kept. Whoever offered goes on answering. The page shows it within a"
                            + " few seconds.";
            case WITHDRAWN -> "The offer is taken back. You go on answering.";
            default -> "";
        };
    }

    /** Whether the reader may send that form as things stand. */
    boolean may(String which) {
        if (!visit.account().roles().contains(AccessRole.REGISTER_KEEPER)) {
            return false;
        }
        Optional<HandOvers.Offer> open = open();
        return switch (which) {
            case OFFER -> open.isEmpty() && mine(parts.registers().keeper().agency());
            case ANSWER -> open.filter(o -> mine(o.to())).isPresent();
            case WITHDRAW -> open.filter(o -> mine(o.from())).isPresent();
            default -> false;
        };
    }

    private Optional<HandOvers.Offer> open() {
        return parts.registers().handOvers().open();
    }

    private boolean mine(AgencyId agency) {
        return visit.account().agency().equals(agency);
    }

    List<Headed> forms() {
        List<Headed> forms = new ArrayList<>();
        if (may(OFFER)) {
            forms.add(new Headed("Offer the person to another area", offer()));
        }
        if (may(ANSWER)) {
            forms.add(new Headed("Accept or refuse", answer()));
        }
        if (may(WITHDRAW)) {
            forms.add(new Headed("Take the offer back", withdraw()));
        }
        return forms;
    }

    private Form offer() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Choose", "", false));
        others(visit, parts)
                .forEach(a ->
                        options.add(
                                new Option(
                                        a.id().value(),
                                        a.name(),
                                        "",
                                        fields.value(OFFER, TO).equals(a.id().value()))));
        return form(
                OFFER,
                List.of(
                        fields.pick(OFFER, TO, "Which police are to answer?", options),
                        fields.lines(
                                OFFER,
                                WHY,
                                "Why, and what must they know?",
                                "Where the person lives now, who is in the household, what is open. The"
                                        + " whole entry is theirs to read from now on.")),
                "Offer the person");
    }

    private static List<Agency> others(Visit visit, RegisterParts parts) {
        AgencyId keeper = parts.registers().keeper().agency();
        return visit.directory().agencies(AgencyType.POLICE, visit.today()).stream()
                .filter(a -> !a.id().equals(keeper))
                .toList();
    }

    private static Optional<AgencyId> offeredTo(
            Visit visit, RegisterParts parts, Map<String, String> typed) {
        return others(visit, parts).stream()
                .map(Agency::id)
                .filter(id -> id.value().equals(typed.getOrDefault(TO, "")))
                .findFirst();
    }

    private Form answer() {
        return form(
                ANSWER,
                List.of(
                        fields.oneOf(
                                ANSWER,
                                CHOICE,
                                "Do you accept the person?",
                                List.of(
                                        option(
                                                ACCEPTED,
                                                "Accept: we answer from now on",
                                                "Every notice and visit that is open becomes yours, with its day."),
                                        option(
                                                REFUSED,
                                                "Refuse: whoever offered goes on answering",
                                                "They have two working days to settle it; it escalates."))),
                        fields.lines(
                                ANSWER,
                                WHY,
                                "Why?",
                                "Needed where you refuse. Both sides read it.")),
                "Keep my answer");
    }

    private Option option(String value, String label, String hint) {
        return new Option(value, label, hint, fields.value(ANSWER, CHOICE).equals(value));
    }

    private Form withdraw() {
        return form(
                WITHDRAW,
                List.of(
                        fields.lines(
                                WITHDRAW, WHY, "Why do you take it back?", "Both sides read it.")),
                "Take it back");
    }

    private Form form(String which, List<Field> asked, String button) {
        List<Field> all = new ArrayList<>(asked);
        all.add(EntryForm.once(visit.now()));
        return new Form(
                which,
                parts.address() + "/hand-over/" + which,
                all,
                button,
                !which.equals(WITHDRAW),
                "");
    }

    /** What the form that was sent says of the hand-over. */
    String stage() {
        return switch (act) {
            case OFFER -> OFFERED;
            case ANSWER -> fields.value(ANSWER, CHOICE);
            default -> WITHDRAWN;
        };
    }

    /** The message that the reader's agency sends. */
    ObjectNode message(String once) {
        ObjectNode message =
                EntryForm.message(visit.account().agency(), once, "hand-over", visit.now());
        var to = message.putArray("to");
        if (act.equals(OFFER)) {
            EntryForm.about(message, visit, parts.child());
            to.add(fields.value(OFFER, TO));
        } else {
            HandOvers.Offer offer = open().orElseThrow();
            EntryForm.regarding(message, List.of(offer.entry().fact().id().message().text()));
            to.add((act.equals(ANSWER) ? offer.from() : offer.to()).value());
        }
        ObjectNode body = message.putObject("body");
        body.put("stage", stage());
        body.put("what", "registered-person");
        body.put("by", visit.account().name().value() + ", " + AccessRole.REGISTER_KEEPER.title());
        EntryForm.typed(Optional.of(fields.value(act, WHY)))
                .ifPresent(why -> body.put("reason", why));
        return message;
    }

    @Override
    public String toString() {
        return "HandOverForms[redacted]";
    }
}
