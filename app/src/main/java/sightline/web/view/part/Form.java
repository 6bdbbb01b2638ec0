package sightline.web.view.part;

import java.util.List;

/**
 * A form that is posted.
 *
 * @param id unique on the page; its fields are prefixed with it
 * @param button text of the button that sends it
 * @param draft address that keeps a draft; empty when the form keeps none
 */
public record Form(
        String id,
        String action,
        List<Field> fields,
        String button,
        boolean primary,
        String draft) {
    public Form {
        fields = List.copyOf(fields);
    }

    public String fieldId(Field field) {
        return id + "-" + field.name();
    }

    /** Under which name its draft is kept: the last of the address. */
    public String draftName() {
        return draft.substring(draft.lastIndexOf('/') + 1);
    }
}
