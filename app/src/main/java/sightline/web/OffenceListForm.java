package sightline.web;

import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.register.OffenceList;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The form that proposes an offence list, as it was sent, or as the list is now. */
final class OffenceListForm {
    private static final String ID = "list";
    private static final String REASON = "reason";
    private static final int MOST = 500;

    private final OffenceList now;
    private final Map<String, Set<OffenceGroup>> chosen;
    private final String reason;
    private final List<FormError> errors = new ArrayList<>();

    private OffenceListForm(OffenceList now, Map<String, Set<OffenceGroup>> chosen, String reason) {
        this.now = now;
        this.chosen = chosen;
        this.reason = reason;
    }

    static OffenceListForm fresh(OffenceList now) {
        return new OffenceListForm(now, now.triggers(), "");
    }

    static OffenceListForm typed(OffenceList now, Map<String, String> typed) {
        Map<String, Set<OffenceGroup>> chosen = new LinkedHashMap<>();
        now.triggers()
                .keySet()
                .forEach(trigger ->
                        chosen.put(
                                trigger,
                                Arrays.stream(OffenceGroup.values())
                                        .filter(o ->
                                                typed.containsKey(trigger + "-" + Codes.kebab(o)))
                                        .collect(
                                                Collectors.toCollection(() ->
                                                        EnumSet.noneOf(OffenceGroup.class)))));
        var form = new OffenceListForm(now, chosen, typed.getOrDefault(REASON, "").strip());
        form.check();
        return form;
    }

    private void check() {
        chosen.forEach((trigger, offences) -> {
            if (offences.isEmpty()) {
                errors.add(new FormError("Leave at least one offence", ID + "-" + trigger));
            }
        });
        if (errors.isEmpty() && chosen.equals(now.triggers())) {
            errors.add(
                    new FormError(
                            "This is the list as it is: change something of it",
                            ID + "-" + chosen.keySet().iterator().next()));
        }
        if (reason.isEmpty() || reason.length() > MOST) {
            errors.add(
                    new FormError(
                            "Write why, in at most %d characters".formatted(MOST),
                            ID + "-" + REASON));
        }
    }

    List<FormError> errors() {
        return errors;
    }

    /** What is proposed; to be asked where nothing is wrong. */
    OffenceList list() {
        return new OffenceList(chosen);
    }

    String reason() {
        return reason;
    }

    Form form(String address) {
        List<Field> fields = new ArrayList<>();
        now.triggers()
                .keySet()
                .forEach(trigger ->
                        fields.add(
                                new Field.Ticks(
                                        trigger,
                                        "For which offences: " + OffenceListWords.trigger(trigger),
                                        "",
                                        EntryForm.error(errors, ID + "-" + trigger),
                                        options(chosen.getOrDefault(trigger, Set.of())))));
        fields.add(
                new Field.LongText(
                        REASON,
                        "Why?",
                        "What was announced, or seen in the Act, and where.",
                        reason,
                        EntryForm.error(errors, ID + "-" + REASON),
                        3));
        return new Form(ID, address, fields, "Propose this list", true, "");
    }

    private static List<Option> options(Set<OffenceGroup> on) {
        return Arrays.stream(OffenceGroup.values())
                .map(o ->
                        new Option(Codes.kebab(o), OffenceListWords.offence(o), "", on.contains(o)))
                .toList();
    }

    /** What to say where another proposal waits. */
    static List<FormError> waiting() {
        return List.of(
                new FormError(
                        "Another list waits to be decided. Decide it first.", ID + "-" + REASON));
    }
}
