package sightline.pipeline;

import sightline.core.duties.Clocks;
import sightline.core.duties.Pack;
import sightline.core.duties.PackReader;
import sightline.facts.Editions;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.util.List;

/** Packs as the ledger keeps them, whole, so that a rebuild has those of each batch. */
final class Rulebook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rulebook() {}

    static Editions.Packs of(Clocks clocks) {
        ArrayNode packs = JSON.createArrayNode();
        for (Pack pack : clocks.packs()) {
            packs.addObject()
                    .put("name", pack.name())
                    .put("version", pack.version())
                    .put("yaml", pack.yaml());
        }
        return Editions.Packs.of(packs.toString());
    }

    static Clocks read(String packs) {
        List<Pack> read =
                JSON.readTree(packs)
                        .valueStream()
                        .map(p -> PackReader.read(p.path("yaml").stringValue()))
                        .toList();
        return new Clocks(read);
    }
}
