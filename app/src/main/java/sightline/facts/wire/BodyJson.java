package sightline.facts.wire;

import sightline.core.facts.Body;
import sightline.core.facts.Kinds;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** A fact's body as versioned JSON. */
public final class BodyJson {
    private BodyJson() {}

    /** The body as it is kept and sent. */
    public static JsonNode write(Body body) {
        return ShapeWriter.write((Record) body);
    }

    /**
     * A kept body.
     *
     * @throws IllegalStateException naming the fields, if what was kept cannot be read: a change of
     *     a kind must keep reading what was written before
     */
    public static Body read(String kind, JsonNode json) {
        Problems problems = new Problems();
        Optional<Body> body =
                read(Kinds.named(kind).orElseThrow(), json, new ShapeReader(problems));
        return body.orElseThrow(() ->
                new IllegalStateException(
                        "a kept %s cannot be read: %s".formatted(kind, problems.all())));
    }

    /** The body of a message. */
    static Optional<Body> read(
            Kinds.Kind kind, JsonNode json, Problems problems, ShapeReader.Hearing hearing) {
        return read(kind, json, ShapeReader.ofMessage(problems, hearing));
    }

    private static Optional<Body> read(Kinds.Kind kind, JsonNode json, ShapeReader reader) {
        Shape.Obj shape = Shapes.of(kind.body().asSubclass(Record.class));
        return reader.object(shape, json, "body").map(Body.class::cast);
    }
}
