package sightline.pipeline;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.duties.Pack;
import sightline.core.duties.PackReader;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.facts.Editions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.util.ArrayList;
import java.util.List;

/** Packs as the ledger keeps them, whole, so that a rebuild has those of each batch. */
final class Rulebook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REGISTER = "register";
    private static final String RULES = "rules";

    private Rulebook() {}

    /** Those of a derivation, and which version its rules are of. */
    static Editions.Packs of(Derivation derivation) {
        Clocks clocks = derivation.clocks();
        int rules = derivation.screening().version();
        ArrayNode packs = JSON.createArrayNode();
        packs.addObject().put(RULES, rules);
        for (Pack pack : clocks.packs()) {
            packs.addObject()
                    .put("name", pack.name())
                    .put("version", pack.version())
                    .put("yaml", pack.yaml());
        }
        for (RegisterPack register : clocks.registers()) {
            packs.addObject()
                    .put("name", register.key())
                    .put("version", register.version())
                    .put(REGISTER, true)
                    .put("yaml", register.yaml());
        }
        return Editions.Packs.of(packs.toString(), rules);
    }

    static Clocks read(String packs) {
        List<Pack> read = new ArrayList<>();
        List<RegisterPack> registers = new ArrayList<>();
        for (JsonNode pack : JSON.readTree(packs)) {
            if (pack.has(RULES)) {
                continue;
            }
            String yaml = pack.path("yaml").stringValue();
            if (pack.path(REGISTER).asBoolean(false)) {
                registers.add(RegisterPackReader.read(yaml));
            } else {
                read.add(PackReader.read(yaml));
            }
        }
        return new Clocks(read, registers);
    }
}
