package sightline.stories;

import sightline.core.directory.AgencyType;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.Kinds;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SharedBody;
import sightline.facts.wire.Schemas;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of docs/messages.md, drawn from the kinds and the schemas that read them. */
final class KindsPage {
    private KindsPage() {}

    /** Everything after the mark. */
    static String tables() {
        StringBuilder page = new StringBuilder();
        page.append("Roles: ").append(codes(PersonRole.values())).append(".\n\n");
        page.append("Types of agency: ").append(codes(AgencyType.values())).append(".\n");
        for (Kinds.Kind kind : Kinds.all()) {
            if (!kind.senders().equals(java.util.Set.of(AgencyType.SIGHTLINE))) {
                page.append("\n### ").append(kind.slug()).append("\n\n");
                page.append(senders(kind)).append(" Class: ");
                page.append(words(kind.sensitivity().name())).append(".");
                page.append(besides(kind)).append("\n");
                fields(Schemas.of(kind).path("properties").path("body"), page);
            }
        }
        return page.toString();
    }

    /** What a class or a field means beside the tables. */
    private static String besides(Kinds.Kind kind) {
        Class<?> body = kind.body();
        if (body == SharedBody.HandOver.class) {
            return " Where `what` is `case`: %s, and its reason is a note of the class %s."
                    .formatted(
                            words(Sensitivity.CORE.name()),
                            words(Kinds.of(SharedBody.Note.class).sensitivity().name()));
        }
        if (body == SharedBody.Disclosure.class) {
            return " With a `step`: %s, the class of the question."
                    .formatted(
                            words(Kinds.of(SharedBody.DisclosureAsked.class).sensitivity().name()));
        }
        return body == JusticeBody.Supervision.class
                ? " Where a court or a prison says that it started, the probation service in `to` supervises; of several each may offer it, and the first answers until another accepts."
                : "";
    }

    private static String senders(Kinds.Kind kind) {
        return kind.senders().isEmpty()
                ? "Sent by anybody."
                : "Sent by "
                        + kind.senders().stream()
                                .map(AgencyType::slug)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .stream()
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static void fields(JsonNode body, StringBuilder page) {
        List<String> rows = new ArrayList<>();
        rows("", body, rows);
        if (rows.isEmpty()) {
            page.append("\nThe body is empty: everything stands in people, when and place.\n");
            return;
        }
        page.append("\n| field | needed | value |\n|---|---|---|\n");
        rows.forEach(page::append);
    }

    private static void rows(String prefix, JsonNode object, List<String> rows) {
        List<String> required = new ArrayList<>();
        object.path("required").forEach(r -> required.add(r.asString()));
        object.path("properties")
                .forEachEntry((name, schema) -> {
                    boolean list = schema.path("type").asString("").equals("array");
                    JsonNode value = list ? schema.path("items") : schema;
                    String path = prefix + name + (list ? "[]" : "");
                    String needed = required.contains(name) ? "yes" : "";
                    if (value.has("properties")) {
                        rows.add("| %s | %s | an object with |\n".formatted(path, needed));
                        rows(path + ".", value, rows);
                    } else {
                        rows.add("| %s | %s | %s |\n".formatted(path, needed, value(value)));
                    }
                });
    }

    private static String value(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> codes = new ArrayList<>();
            schema.path("enum").forEach(c -> codes.add(c.asString()));
            return String.join(", ", codes);
        }
        return switch (schema.path("type").asString("")) {
            case "boolean" ->
                    schema.has("default")
                            ? "true or false (%s when left out)"
                                    .formatted(schema.path("default").asBoolean())
                            : "true or false (not recorded when left out)";
            case "integer" -> "a whole number";
            default -> schema.path("description").asString("text");
        };
    }

    private static String codes(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> words(v.name())).collect(Collectors.joining(", "));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
