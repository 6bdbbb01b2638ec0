package sightline.facts.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads JSON by shape, and collects every problem rather than stopping at the first. */
final class ShapeReader {
    /** How senders write that they do not know, whatever word a kind has for it. */
    private static final Set<String> UNKNOWN =
            Set.of(
                    "unknown",
                    "not-known",
                    "not-recorded",
                    "not-stated",
                    "not-given",
                    "unspecified");

    private static final int LONGEST = 20;

    private final Problems problems;
    private final boolean sent;
    private final Hearing hearing;

    /** What is done with something besides that cannot be read. */
    enum Hearing {
        /** Nothing is read. */
        STRICT,
        /** What is marked as said besides is set aside, and the rest is read. */
        HEARD,
        /** So is whatever else a message may leave out. */
        HEARD_ANYHOW
    }

    private ShapeReader(Problems problems, boolean sent, Hearing hearing) {
        this.problems = problems;
        this.sent = sent;
        this.hearing = hearing;
    }

    /** Reads what was kept. */
    ShapeReader(Problems problems) {
        this(problems, false, Hearing.STRICT);
    }

    /** Reads what a sender wrote: what is left out means what the kind says. */
    static ShapeReader ofMessage(Problems problems, Hearing hearing) {
        return new ShapeReader(problems, true, hearing);
    }

    /** The value; empty when there was a problem, which is then collected. */
    Optional<Object> read(Shape shape, JsonNode node, String path) {
        return switch (shape) {
            case Shape.Maybe(Shape of) -> maybe(of, node, path);
            case Shape.Many(Shape of) -> many(of, node, path);
            case Shape.Truth(boolean leftOut) -> truth(sent && leftOut, node, path);
            case Shape.Whole _ -> whole(node, path);
            case Shape.Code code -> code(code, node, path);
            case Shape.Str str -> str(str, node, path);
            case Shape.Obj obj -> object(obj, node, path);
        };
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether a sender says in so many words that it does not know. */
    private boolean saysUnknown(JsonNode node) {
        return sent && node.isString() && isUnknown(node.asString(""));
    }

    /** Whether these words say that nobody knows, and nothing else. */
    static boolean isUnknown(String words) {
        return words.length() <= LONGEST && UNKNOWN.contains(code(words));
    }

    private static String code(JsonNode node) {
        return code(node.asString(""));
    }

    private static String code(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    }

    private Optional<Object> maybe(Shape of, JsonNode node, String path) {
        boolean blank = node.isString() && node.stringValue().isBlank();
        boolean unknown = saysUnknown(node) && !ofItsOwn(of, node);
        if (absent(node) || blank || unknown) {
            return Optional.of(Optional.empty());
        }
        return hearing == Hearing.HEARD_ANYHOW
                ? Optional.of(aside(of, node, path))
                : read(of, node, path).map(Optional::of);
    }

    /** The value; empty where it cannot be read, which is noted. */
    private Optional<Object> aside(Shape of, JsonNode node, String path) {
        Problems found = new Problems();
        Optional<Object> read = new ShapeReader(found, sent, hearing).read(of, node, path);
        problems.noteAll(found);
        found.all().forEach(problems::aside);
        return read;
    }

    /** A field of what is said besides: of a list each entry that can be read. */
    private Object besides(Shape shape, JsonNode node, String path) {
        return switch (shape) {
            case Shape.Many(Shape of) when !absent(node) -> {
                List<JsonNode> nodes = new ArrayList<>();
                if (node.isArray()) {
                    node.forEach(nodes::add);
                } else {
                    nodes.add(node);
                }
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < Math.min(nodes.size(), Shape.Many.MOST); i++) {
                    if (!absent(nodes.get(i))) {
                        aside(of, nodes.get(i), path + "[" + i + "]").ifPresent(values::add);
                    }
                }
                if (nodes.size() > Shape.Many.MOST) {
                    problems.aside(
                            new Problem(
                                    path,
                                    "it has more than " + Shape.Many.MOST + " entries",
                                    "send fewer"));
                }
                yield List.copyOf(values);
            }
            case Shape.Many _ -> List.of();
            default -> aside(shape, node, path).orElse(Optional.empty());
        };
    }

    /** Whether the word says something here: a code that there is, or words like any other. */
    private static boolean ofItsOwn(Shape of, JsonNode node) {
        return switch (of) {
            case Shape.Code code -> code.codes().contains(code(node));
            case Shape.Str str -> parsed(str, node).isPresent();
            default -> false;
        };
    }

    private static Optional<Object> parsed(Shape.Str str, JsonNode node) {
        try {
            return Optional.of(str.parse().apply(absent(node) ? "" : node.asString("")));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Object> many(Shape of, JsonNode node, String path) {
        if (absent(node)) {
            return Optional.of(List.of());
        }
        List<JsonNode> nodes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(nodes::add);
        } else {
            nodes.add(node);
        }
        nodes.removeIf(n -> sent && absent(n));
        if (nodes.size() > Shape.Many.MOST) {
            return problem(path, "it has more than " + Shape.Many.MOST + " entries", "send fewer");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            read(of, nodes.get(i), path + "[" + i + "]").ifPresent(values::add);
        }
        return values.size() == nodes.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> truth(boolean leftOut, JsonNode node, String path) {
        if (absent(node) || saysUnknown(node)) {
            return Optional.of(leftOut);
        }
        String text = node.asString("").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> problem(path, "it is neither true nor false", "send true or false");
        };
    }

    private Optional<Object> whole(JsonNode node, String path) {
        if (absent(node) || saysUnknown(node)) {
            return Optional.of(Shape.Whole.UNSAID);
        }
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return Optional.of(node.intValue());
        }
        return problem(path, "it is no whole number", "send a number like 12");
    }

    private Optional<Object> code(Shape.Code code, JsonNode node, String path) {
        String fix = "send one of " + String.join(", ", code.codes());
        if (absent(node)) {
            return code.unsaid().or(() -> problem(path, "it is missing", fix));
        }
        int at = code.codes().indexOf(code(node));
        if (at >= 0) {
            return Optional.of(code.constants().get(at));
        }
        return Optional.of(code)
                .filter(_ -> saysUnknown(node))
                .flatMap(Shape.Code::unknown)
                .or(() -> problem(path, "it is none of the codes", fix));
    }

    private Optional<Object> str(Shape.Str str, JsonNode node, String path) {
        if (absent(node) && !str.given()) {
            return problem(path, "it is missing", "send " + str.form());
        }
        if (!absent(node) && !node.isValueNode()) {
            return problem(path, "it is no text", "send " + str.form());
        }
        return parsed(str, node)
                .or(() ->
                        str.given() && saysUnknown(node)
                                ? parsed(str, MissingNode.getInstance())
                                : Optional.empty())
                .or(() -> problem(path, "it cannot be read", "send " + str.form()));
    }

    /**
     * Reads a record from an object; fields that it does not have are noted and stay in the raw
     * message.
     */
    Optional<Object> object(Shape.Obj obj, JsonNode node, String path) {
        if (!absent(node) && !node.isObject()) {
            return problem(path, "it is no object", "send an object with named fields");
        }
        if (absent(node) && obj.fields().stream().anyMatch(Shape.Field::required)) {
            return problem(path, "it is missing", "send an object with " + required(obj));
        }
        noteUnknown(obj, node, path);
        Object[] values = new Object[obj.fields().size()];
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            Shape.Field field = obj.fields().get(i);
            JsonNode value = node.isObject() ? node.path(field.name()) : MissingNode.getInstance();
            String at = path + "." + field.name();
            Optional<Object> read =
                    field.besides() && hearing != Hearing.STRICT
                            ? Optional.of(besides(field.shape(), value, at))
                            : read(field.shape(), value, at);
            whole &= read.isPresent();
            values[i] = read.orElse("");
        }
        return whole ? construct(obj, values, path) : Optional.empty();
    }

    private void noteUnknown(Shape.Obj obj, JsonNode node, String path) {
        Set<String> known =
                obj.fields().stream().map(Shape.Field::name).collect(Collectors.toSet());
        if (node.isObject()) {
            node.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .limit(5)
                    .forEach(name ->
                            problems.note(
                                    path
                                            + " has a field that is not known: it is kept and not read"));
        }
    }

    private static String required(Shape.Obj obj) {
        return String.join(
                ", ",
                obj.fields().stream()
                        .filter(Shape.Field::required)
                        .map(Shape.Field::name)
                        .toList());
    }

    private Optional<Object> construct(Shape.Obj obj, Object[] values, String path) {
        try {
            return Optional.of(obj.constructor().newInstance(values));
        } catch (InvocationTargetException refused) {
            return problem(path, "its fields do not go together", "see the schema of this kind");
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot make a " + obj.type().getSimpleName(), e);
        }
    }

    private Optional<Object> problem(String path, String message, String fix) {
        problems.add(path, message, fix);
        return Optional.empty();
    }
}
