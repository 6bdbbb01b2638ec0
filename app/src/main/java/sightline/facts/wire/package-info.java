/**
 * Messages as they stand on the wire, read into facts, and the bodies of facts as they are kept.
 *
 * <p>{@link sightline.facts.wire.Shape} is the JSON form of a Java type, worked out once; the same
 * shape reads ({@link sightline.facts.wire.ShapeReader}, which collects every problem), writes
 * ({@link sightline.facts.wire.ShapeWriter}) and describes itself as a JSON Schema ({@link
 * sightline.facts.wire.Schemas}). {@link sightline.facts.wire.MessageReader} turns a whole message
 * into facts of one sensitivity class each.
 *
 * <p>A new kind needs nothing here; a new value type needs a row in {@code Shapes}.
 */
@NamedInterface("wire")
@NullMarked
package sightline.facts.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
