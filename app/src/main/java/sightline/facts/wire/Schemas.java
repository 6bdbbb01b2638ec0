package sightline.facts.wire;

import sightline.core.facts.Kinds;
import sightline.core.facts.PersonBody;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each kind's message as a JSON Schema (draft 2020-12), drawn from the shapes that read it. */
public final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Schemas() {}

    /** The schema of a whole message of one kind. */
    public static ObjectNode of(Kinds.Kind kind) {
        ObjectNode schema = object(Shapes.of(Envelope.class));
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:sightline:kind:" + kind.slug() + ":1");
        schema.put("title", "A message of kind " + kind.slug());
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("kind", NODES.objectNode().put("const", kind.slug()));
        if (kind.body() != PersonBody.Person.class) {
            Shape.Obj body = Shapes.of(kind.body().asSubclass(Record.class));
            properties.set("body", object(body));
            if (body.fields().stream().anyMatch(Shape.Field::required)) {
                ((ArrayNode) schema.get("required")).add("body");
            }
        }
        return schema;
    }

    private static ObjectNode schema(Shape shape) {
        return switch (shape) {
            case Shape.Maybe(Shape.Truth _) -> NODES.objectNode().put("type", "boolean");
            case Shape.Maybe(Shape of) -> schema(of);
            case Shape.Many(Shape of) -> {
                ObjectNode array = NODES.objectNode().put("type", "array");
                array.set("items", schema(of));
                yield array.put("maxItems", Shape.Many.MOST);
            }
            case Shape.Truth(boolean leftOut) ->
                    NODES.objectNode().put("type", "boolean").put("default", leftOut);
            case Shape.Whole _ -> NODES.objectNode().put("type", "integer");
            case Shape.Code code -> {
                ObjectNode codes = NODES.objectNode();
                ArrayNode values = codes.putArray("enum");
                code.codes().forEach(values::add);
                yield codes;
            }
            case Shape.Str str ->
                    NODES.objectNode().put("type", "string").put("description", str.form());
            case Shape.Obj obj -> object(obj);
        };
    }

    private static ObjectNode object(Shape.Obj obj) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Shape.Field field : obj.fields()) {
            properties.set(field.name(), schema(field.shape()));
            if (field.required()) {
                required.add(field.name());
            }
        }
        return schema;
    }
}
