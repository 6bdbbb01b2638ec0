package sightline.facts.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

/** Writes a value by shape; reading it back gives an equal value. */
final class ShapeWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShapeWriter() {}

    static ObjectNode write(Record value) {
        return object(Shapes.of(value.getClass()), value);
    }

    private static ObjectNode object(Shape.Obj obj, Object value) {
        ObjectNode node = NODES.objectNode();
        for (Shape.Field field : obj.fields()) {
            write(field.shape(), get(field, value)).ifPresent(n -> node.set(field.name(), n));
        }
        return node;
    }

    private static Optional<JsonNode> write(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Maybe(Shape.Truth _) ->
                    ((Optional<?>) value).map(v -> NODES.booleanNode((Boolean) v));
            case Shape.Maybe(Shape of) -> ((Optional<?>) value).flatMap(v -> write(of, v));
            case Shape.Many(Shape of) -> many(of, (List<?>) value);
            case Shape.Truth(boolean leftOut) ->
                    (Boolean) value || leftOut
                            ? Optional.of(NODES.booleanNode((Boolean) value))
                            : Optional.empty();
            case Shape.Whole _ -> Optional.of(NODES.numberNode((Integer) value));
            case Shape.Code code ->
                    Optional.of(
                            NODES.stringNode(code.codes().get(code.constants().indexOf(value))));
            case Shape.Str str -> Optional.of(NODES.stringNode(str.text().apply(value)));
            case Shape.Obj obj -> Optional.of(object(obj, value));
        };
    }

    private static Optional<JsonNode> many(Shape of, List<?> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var array = NODES.arrayNode();
        values.forEach(v -> write(of, v).ifPresent(array::add));
        return Optional.of(array);
    }

    private static Object get(Shape.Field field, Object value) {
        try {
            return field.accessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field.name(), e);
        }
    }
}
