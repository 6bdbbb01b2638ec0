package sightline.web;

import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the forms of a page, and what is wrong with the one that was sent.
 *
 * @param typed by the form's name, then by the field's
 */
record TypedForms(Map<String, Map<String, String>> typed, List<FormError> errors) {
    private static final int ROWS = 3;

    TypedForms {
        typed = Map.copyOf(typed);
        errors = List.copyOf(errors);
    }

    static TypedForms empty() {
        return new TypedForms(Map.of(), List.of());
    }

    /** One form, as it was sent or was being written. */
    static TypedForms of(String form, Map<String, String> typed, List<FormError> errors) {
        return new TypedForms(Map.of(form, Map.copyOf(typed)), errors);
    }

    /** Adds what to say where a field is empty. */
    static void need(
            List<FormError> errors,
            Map<String, String> typed,
            String form,
            String field,
            String say) {
        if (EntryForm.typed(Optional.ofNullable(typed.get(field))).isEmpty()) {
            errors.add(new FormError(say, form + "-" + field));
        }
    }

    String value(String form, String field) {
        return typed.getOrDefault(form, Map.of()).getOrDefault(field, "");
    }

    String error(String form, String field) {
        return EntryForm.error(errors, form + "-" + field);
    }

    Field lines(String form, String field, String label, String hint) {
        return new Field.LongText(field, label, hint, value(form, field), error(form, field), ROWS);
    }

    Field line(String form, String field, String label, String hint, String width) {
        return new Field.Line(
                field, label, hint, value(form, field), error(form, field), "text", "off", width);
    }

    Field oneOf(String form, String field, String legend, List<Option> options) {
        return new Field.OneOf(field, legend, "", error(form, field), options);
    }

    Field pick(String form, String field, String label, List<Option> options) {
        return new Field.Pick(field, label, "", error(form, field), options);
    }

    @Override
    public String toString() {
        return "TypedForms[redacted]";
    }
}
