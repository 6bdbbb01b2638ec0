package sightline.web;

import sightline.core.screening.Rule;
import sightline.core.screening.RuleNumber;
import sightline.core.screening.RuleSetting;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The form that proposes a change of a rule, as it was sent, or as the rule is set now. */
final class RuleChangeForm {
    private static final String ID = "change";
    private static final String RAISES = "raises";
    private static final String REASON = "reason";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final int MOST = 500;
    private static final int DIGITS = 4;

    private final Rule rule;
    private final Optional<RuleSetting> now;
    private final Optional<Map<String, String>> typed;
    private final List<FormError> errors = new ArrayList<>();

    private RuleChangeForm(
            Rule rule, Optional<RuleSetting> now, Optional<Map<String, String>> typed) {
        this.rule = rule;
        this.now = now;
        this.typed = typed;
        if (typed.isPresent()) {
            check();
        }
    }

    static RuleChangeForm fresh(Rule rule, Optional<RuleSetting> now) {
        return new RuleChangeForm(rule, now, Optional.empty());
    }

    static RuleChangeForm typed(Rule rule, Optional<RuleSetting> now, Map<String, String> typed) {
        return new RuleChangeForm(rule, now, Optional.of(typed));
    }

    List<FormError> errors() {
        return errors;
    }

    boolean raises() {
        return value(RAISES, "").equals(YES);
    }

    /** The values that are others than the rule's own. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new TreeMap<>();
        for (RuleNumber number : rule.numbers()) {
            number(number)
                    .filter(value -> value != number.usual())
                    .ifPresent(value -> numbers.put(number.name(), value));
        }
        return numbers;
    }

    String reason() {
        return value(REASON, "");
    }

    private void check() {
        if (!List.of(YES, NO).contains(value(RAISES, ""))) {
            error("Say whether it raises alerts here", RAISES);
        }
        for (RuleNumber number : rule.numbers()) {
            if (number(number).filter(number::allows).isEmpty()) {
                error(
                        "%s: a whole number from %d to %d"
                                .formatted(number.words(), number.least(), number.most()),
                        number.name());
            }
        }
        if (reason().isEmpty()) {
            error("Say why", REASON);
        } else if (reason().length() > MOST) {
            error("Say why in at most " + MOST + " characters", REASON);
        }
        if (errors.isEmpty() && unchanged()) {
            error("Nothing would change: it is set so already", RAISES);
        }
    }

    private boolean unchanged() {
        return raises() == now.map(RuleSetting::on).orElse(true)
                && numbers().equals(now.map(RuleSetting::numbers).orElse(Map.of()));
    }

    private void error(String text, String field) {
        errors.add(new FormError(text, ID + "-" + field));
    }

    private String value(String field, String fresh) {
        return typed.map(t -> t.getOrDefault(field, "").strip()).orElse(fresh);
    }

    private Optional<Integer> number(RuleNumber number) {
        String value = value(number.name(), String.valueOf(set(number)));
        return value.matches("[0-9]{1,%d}".formatted(DIGITS))
                ? Optional.of(Integer.valueOf(value))
                : Optional.empty();
    }

    private int set(RuleNumber number) {
        return now.map(s -> s.numbers().getOrDefault(number.name(), number.usual()))
                .orElse(number.usual());
    }

    Form form(String action) {
        List<Field> fields = new ArrayList<>();
        String raises = value(RAISES, now.map(RuleSetting::on).orElse(true) ? YES : NO);
        fields.add(
                new Field.OneOf(
                        RAISES,
                        "Does it raise alerts here?",
                        "What it raised before stands either way.",
                        EntryForm.error(errors, ID + "-" + RAISES),
                        List.of(
                                new Option(YES, "Yes", "", raises.equals(YES)),
                                new Option(
                                        NO,
                                        "No, it is switched off",
                                        "Pages of children say that it is off.",
                                        raises.equals(NO)))));
        for (RuleNumber number : rule.numbers()) {
            fields.add(
                    new Field.Line(
                            number.name(),
                            number.words(),
                            "From %d to %d. Usually %d."
                                    .formatted(number.least(), number.most(), number.usual()),
                            value(number.name(), String.valueOf(set(number))),
                            EntryForm.error(errors, ID + "-" + number.name()),
                            "text",
                            "off",
                            "w10"));
        }
        fields.add(
                new Field.LongText(
                        REASON,
                        "Why?",
                        "Whoever decides reads it, and it stands on the rule’s page. Nothing about a child.",
                        value(REASON, ""),
                        EntryForm.error(errors, ID + "-" + REASON),
                        3));
        return new Form(ID, action, fields, "Propose it", true, "");
    }
}
