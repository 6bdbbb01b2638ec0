package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/** Ids that join a field to its hint and its error. */
public final class FieldWords {

    private FieldWords() {}

    /** Ids of the hint and the error of a field, or null when it has neither. */
    public static @Nullable String describing(Field field, String id) {
        String hint = field.hint().isEmpty() ? "" : id + "-hint";
        String error = field.error().isEmpty() ? "" : id + "-error";
        String both = (hint + " " + error).trim();
        return both.isEmpty() ? null : both;
    }

    /** Id of an answer; the first one is the field's own, so that an error leads to it. */
    public static String optionId(String id, int index) {
        return index == 0 ? id : id + "-" + (index + 1);
    }
}
