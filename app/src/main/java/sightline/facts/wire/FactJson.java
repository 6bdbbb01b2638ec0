package sightline.facts.wire;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.Times;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.When;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A whole fact as it is kept: what no query reads, in one versioned JSON. */
public final class FactJson {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FactJson() {}

    /** What a fact says beyond its typed columns. */
    record Kept(
            String message,
            List<Participant> people,
            When happened,
            Optional<Address> place,
            List<AgencyId> to,
            List<MessageRef> regarding,
            Optional<MessageRef> corrects,
            Optional<Instant> sent) {}

    /** The columns that a row has beside its body. */
    public record Columns(
            long position,
            AgencyId sender,
            int ordinal,
            String kind,
            Sensitivity sensitivity,
            Instant recorded,
            Instant received) {}

    /** The fact's JSON in UTF-8. */
    public static byte[] write(Fact fact) {
        Kept kept =
                new Kept(
                        fact.id().message().id().value(),
                        fact.participants(),
                        fact.times().happened(),
                        fact.place(),
                        fact.references().addressees(),
                        fact.references().regarding(),
                        fact.references().corrects(),
                        Optional.of(fact.times().sent())
                                .filter(sent -> !sent.equals(fact.times().received())));
        ObjectNode node = ShapeWriter.write(kept);
        node.put("v", VERSION);
        node.set("body", BodyJson.write(fact.body()));
        return JSON.writeValueAsBytes(node);
    }

    /** The fact that a row holds. */
    public static Fact read(Columns columns, byte[] json) {
        JsonNode node = JSON.readTree(json);
        Problems problems = new Problems();
        Kept kept =
                new ShapeReader(problems)
                        .object(Shapes.of(Kept.class), node, "")
                        .map(Kept.class::cast)
                        .orElseThrow(() -> new IllegalStateException("a kept fact cannot be read"));
        MessageRef message = new MessageRef(columns.sender(), new MessageId(kept.message()));
        return new Fact(
                new FactId(message, columns.ordinal()),
                columns.position(),
                kept.people(),
                BodyJson.read(columns.kind(), node.path("body")),
                new Times(
                        kept.happened(),
                        columns.recorded(),
                        kept.sent().orElse(columns.received()),
                        columns.received()),
                kept.place(),
                columns.sensitivity(),
                new References(kept.to(), kept.regarding(), kept.corrects()));
    }
}
