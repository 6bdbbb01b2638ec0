package sightline.web;

import sightline.core.facts.Codes;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Side;
import sightline.core.facts.HealthBody.Site;
import sightline.web.view.part.FormError;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mark as it was typed: the one that is being entered, or one that was added before.
 *
 * @param before what its fields' names begin with
 */
record TypedMark(String before, Map<String, String> typed) {
    static final String SITE = "site";
    static final String SIDE = "side";
    static final String KIND = "kind";
    static final String SIZE = "size";
    static final String COUNT = "count";
    static final String SEEN = "seen";
    private static final List<String> FIELDS = List.of(SITE, SIDE, KIND, SIZE, COUNT, SEEN);
    private static final int LONGEST_MILLIMETRES = 2_000;
    private static final int MOST = 200;

    TypedMark {
        typed = Map.copyOf(typed);
    }

    /** Whether anything of it was entered. */
    boolean begun() {
        return FIELDS.stream().anyMatch(f -> !value(f).isEmpty());
    }

    String value(String field) {
        return typed.getOrDefault(before + field, "").strip();
    }

    /** The same mark under other names. */
    Map<String, String> as(String newBefore) {
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach(f -> fields.put(newBefore + f, value(f)));
        return fields;
    }

    Optional<Site> site() {
        return code(SITE, Site.class);
    }

    Optional<Side> side() {
        return code(SIDE, Side.class);
    }

    private Optional<MarkKind> kind() {
        return code(KIND, MarkKind.class);
    }

    private <C extends Enum<C>> Optional<C> code(String field, Class<C> codes) {
        return EnumSet.allOf(codes).stream()
                .filter(c -> Codes.kebab(c).equals(value(field)))
                .findFirst();
    }

    void check(List<FormError> errors, String form) {
        need(errors, form, SITE, site().isPresent(), "Choose where the mark is");
        need(errors, form, SIDE, side().isPresent(), "Choose on which side it is, the child’s own");
        need(errors, form, KIND, kind().isPresent(), "Choose what kind of mark it is");
        need(
                errors,
                form,
                SIZE,
                value(SIZE).isEmpty() || number(SIZE, LONGEST_MILLIMETRES).isPresent(),
                "Enter the size in whole millimetres, like 20, or leave it empty");
        need(
                errors,
                form,
                COUNT,
                value(COUNT).isEmpty() || number(COUNT, MOST).isPresent(),
                "Enter how many there are, like 3, or leave it empty for one");
    }

    private void need(List<FormError> errors, String form, String field, boolean met, String say) {
        if (!met) {
            errors.add(new FormError(say, form + "-" + before + field));
        }
    }

    private Optional<Integer> number(String field, int most) {
        return Optional.of(value(field))
                .filter(v -> v.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .filter(n -> n > 0 && n <= most);
    }

    /** "Cheek, left: bruise". */
    String words() {
        String where = site().map(BodyArea::words).orElse("");
        String side =
                switch (side().orElse(Side.NOT_RECORDED)) {
                    case LEFT -> ", left";
                    case RIGHT -> ", right";
                    case BOTH -> ", both sides";
                    case MIDLINE, NOT_RECORDED -> "";
                };
        return where + side + kind().map(k -> ": " + Wording.code(k.name())).orElse("");
    }

    void writeTo(ArrayNode marks) {
        ObjectNode mark = marks.addObject();
        mark.put("site", value(SITE)).put("side", value(SIDE)).put("kind", value(KIND));
        mark.put("count", number(COUNT, MOST).orElse(1));
        number(SIZE, LONGEST_MILLIMETRES).ifPresent(s -> mark.put("sizeMillimetres", s));
        if (!value(SEEN).isEmpty()) {
            mark.put("description", value(SEEN));
        }
    }

    @Override
    public String toString() {
        return "TypedMark[redacted]";
    }
}
