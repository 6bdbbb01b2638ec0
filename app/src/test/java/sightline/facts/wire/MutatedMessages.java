package sightline.facts.wire;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Kinds;
import sightline.core.facts.PersonBody;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Messages of every kind as their schemas have them, and the same with one thing in them odd. */
public final class MutatedMessages {
    /** Stands in what is odd, so that an answer that repeats it is seen. */
    public static final String ODD = "Zqxvorn";

    static final String SENDER = "westmarsh-gp";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One of these is read by every type that is written as text. */
    private static final List<String> TEXTS =
            List.of(
                    "2026-02-27",
                    "2026-02-27T09:12:00Z",
                    "westmarsh-police",
                    "westmarsh-gp/m0",
                    "westmarsh-gp:c1",
                    "words");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e999",
                    "99999999999999999999",
                    "3.5",
                    "1e999999999",
                    "{}",
                    "{\"" + ODD + "\":1}",
                    "[]",
                    "[[]]",
                    "[null]",
                    "[\"" + ODD + "\"]",
                    "\"\"",
                    "\" \"",
                    "\"" + ODD + "\"",
                    "\"unknown\"",
                    "\"Not known\"",
                    "\"" + ODD + "\\u0000\"",
                    "\"" + ODD + "\\ud800\"",
                    "\"\\u202e" + ODD + "\\u2066\"",
                    "\"\\u0430\\u0456\\u200b" + ODD + "\"",
                    "\"" + ODD + "x".repeat(30_000) + "\"",
                    "\"0000-00-00\"",
                    "\"2026-02-30\"",
                    "\"2026-13-01\"",
                    "\"9999999-01-01\"",
                    "\"2090-01-01\"",
                    "\"1066-10-14\"",
                    "\"2026-02-27T25:61:00Z\"",
                    "\"9434765871\"",
                    "\"ZZ 99 99 99 Z\"",
                    "\"'; DROP TABLE facts.fact; --\"",
                    "\"<script>" + ODD + "</script>\"");

    private final Random random;

    /** Whose chance that is. */
    public MutatedMessages(Random random) {
        this.random = random;
    }

    /**
     * A message.
     *
     * @param path what was made odd, like {@code body.marks[0].site}; empty when nothing was
     * @param optional whether a message may leave that out
     */
    public record Mutated(
            String kind,
            AgencyType sender,
            String json,
            String path,
            boolean optional,
            String value) {
        @Override
        public String toString() {
            String odd = value.length() > 60 ? value.substring(0, 60) + "..." : value;
            return kind + " with " + path + " = " + odd;
        }
    }

    /** A message of that kind as its schema has it, with everything that may be in it. */
    public ObjectNode valid(Kinds.Kind kind, String id) {
        for (int attempt = 0; attempt < 50; attempt++) {
            ObjectNode message = message(kind, id, attempt > 25);
            Reading reading = read(message.toString(), sender(kind));
            if (reading instanceof Reading.Read) {
                return message;
            }
        }
        throw new IllegalStateException("no message of kind " + kind.slug() + " can be made");
    }

    static AgencyType sender(Kinds.Kind kind) {
        for (AgencyType type : AgencyType.values()) {
            if (kind.mayBeAssertedBy(type)) {
                return type;
            }
        }
        throw new IllegalStateException("nobody sends " + kind.slug());
    }

    static Reading read(String json, AgencyType type) {
        return MessageReader.hearing()
                .read(
                        json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        new sightline.core.kernel.AgencyId(SENDER),
                        type,
                        java.time.Instant.parse("2026-03-02T10:00:00Z"));
    }

    private ObjectNode message(Kinds.Kind kind, String id, boolean bare) {
        ObjectNode message = JSON.createObjectNode();
        message.put("sender", SENDER);
        message.put("id", id);
        message.put("sentAt", "2026-03-02T09:55:00Z");
        message.put("recordedAt", "2026-03-02T09:50:00Z");
        message.put("kind", kind.slug());
        message.put("when", "2026-03-01");
        message.set("people", JSON.readTree(PEOPLE));
        message.set(
                "place",
                JSON.readTree("{\"line\":\"1 Mill Row, Westmarsh\",\"postcode\":\"WM4 2QT\"}"));
        message.putArray("to").add("westmarsh-police");
        if (kind.body() != PersonBody.Person.class) {
            message.set("body", sample(Shapes.of(kind.body().asSubclass(Record.class)), bare));
        }
        return message;
    }

    private static final String PEOPLE =
            """
            [{"role":"subject","localId":"c1","names":[{"given":["Robin"],"family":"Vale"}],
              "dateOfBirth":"2025-11-01","sex":"male",
              "identifiers":[{"type":"nhs","value":"9990001235"}],"phones":["01632 960001"],
              "emails":["robin@vale.example"],
              "address":{"line":"1 Mill Row, Westmarsh","postcode":"WM4 2QT","from":"2025-12-01"}},
             {"role":"mother","localId":"a1","names":[{"given":["Carys"],"family":"Vale","use":"current"}],
              "dateOfBirth":"1996","sex":"female"}]
            """;

    private JsonNode sample(Shape shape, boolean bare) {
        return switch (shape) {
            case Shape.Maybe(Shape of) -> sample(of, bare);
            case Shape.Many(Shape of) -> JSON.createArrayNode().add(sample(of, bare));
            case Shape.Truth _ -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case Shape.Whole _ -> JSON.getNodeFactory().numberNode(1);
            case Shape.Code code ->
                    JSON.getNodeFactory()
                            .stringNode(code.codes().get(random.nextInt(code.codes().size())));
            case Shape.Str str -> JSON.getNodeFactory().stringNode(text(str));
            case Shape.Obj obj -> {
                ObjectNode node = JSON.createObjectNode();
                obj.fields().stream()
                        .filter(f -> !bare || f.required() || random.nextInt(3) == 0)
                        .forEach(f -> node.set(f.name(), sample(f.shape(), bare)));
                yield node;
            }
        };
    }

    private static String text(Shape.Str str) {
        return TEXTS.stream()
                .filter(text -> reads(str, text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text for " + str.form()));
    }

    private static boolean reads(Shape.Str str, String text) {
        try {
            return str.parse().apply(text) != null;
        } catch (IllegalArgumentException | DateTimeException other) {
            return false;
        }
    }

    /** The same message with one thing in it odd, dropped or twice as much. */
    public Mutated mutated(Kinds.Kind kind, String id) {
        ObjectNode message = valid(kind, id);
        List<String> paths = new ArrayList<>();
        paths(message, "", paths);
        paths.removeIf(p -> p.equals("id"));
        String path = paths.get(random.nextInt(paths.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        String mark = "\"@@odd@@\"";
        set(message, path, random.nextInt(8) == 0 ? Optional.empty() : Optional.of("@@odd@@"));
        boolean dropped = !message.toString().contains(mark);
        String json = message.toString().replace(mark, value);
        if (random.nextInt(10) == 0) {
            json = json.replaceFirst("\\{", "{\"extra" + ODD + "\":[{}],");
        }
        return new Mutated(
                kind.slug(), sender(kind), json, path, optional(kind, path), dropped ? "-" : value);
    }

    private static void paths(JsonNode node, String path, List<String> found) {
        if (!path.isEmpty()) {
            found.add(path);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(e ->
                            paths(
                                    e.getValue(),
                                    path.isEmpty() ? e.getKey() : path + "." + e.getKey(),
                                    found));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths(node.get(i), path + "[" + i + "]", found);
        }
    }

    private static void set(JsonNode message, String path, Optional<String> value) {
        String[] steps = path.split("\\.|(?=\\[)", -1);
        JsonNode at = message;
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            if (steps[i].startsWith("[")) {
                int index = Integer.parseInt(steps[i].substring(1, steps[i].length() - 1));
                if (last && at instanceof ArrayNode list) {
                    value.ifPresentOrElse(v -> list.set(index, v), () -> list.remove(index));
                }
                at = at.path(index);
            } else {
                if (last && at instanceof ObjectNode object) {
                    String name = steps[i];
                    value.ifPresentOrElse(v -> object.put(name, v), () -> object.remove(name));
                }
                at = at.path(steps[i]);
            }
        }
    }

    /** Whether everything on the way to it is there only if it is known. */
    private static boolean optional(Kinds.Kind kind, String path) {
        return path.matches("recordedAt|place.*")
                || path.matches(
                        "people\\[\\d+]\\.(names|dateOfBirth|sex|identifiers|phones|emails|address).*")
                || (path.startsWith("body.")
                        && maybe(
                                Shapes.of(kind.body().asSubclass(Record.class)),
                                path.substring(5)));
    }

    private static boolean maybe(Shape.Obj obj, String path) {
        String name = path.replaceFirst("[.\\[].*", "");
        return obj.fields().stream()
                .filter(f -> f.name().equals(name))
                .anyMatch(f -> f.shape() instanceof Shape.Maybe);
    }
}
