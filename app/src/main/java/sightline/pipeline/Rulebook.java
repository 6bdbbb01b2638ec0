package sightline.pipeline;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.duties.Pack;
import sightline.core.duties.PackReader;
import sightline.core.kernel.AreaId;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleSetting;
import sightline.core.screening.RuleSettings;
import sightline.facts.Editions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs, and what areas set of the rules, as the ledger keeps them: whole, so that a rebuild has
 * those of each batch.
 */
final class Rulebook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REGISTER = "register";
    private static final String RULES = "rules";
    private static final String SETTING = "setting";
    private static final String BEGUN = "begun";
    private static final String CHANGED = "changed";
    private static final String YAML = "yaml";

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
                    .put(YAML, pack.yaml());
        }
        for (RegisterPack register : clocks.registers()) {
            packs.addObject()
                    .put("name", register.key())
                    .put("version", register.version())
                    .put(REGISTER, true)
                    .put(YAML, register.yaml());
        }
        new TreeMap<>(derivation.screening().settings().begun())
                .forEach((rule, from) ->
                        packs.addObject().put(BEGUN, rule.value()).put("from", from.toString()));
        new TreeMap<>(derivation.screening().settings().changed())
                .forEach((rule, moments) ->
                        moments.forEach(at ->
                                packs.addObject()
                                        .put(CHANGED, rule.value())
                                        .put("at", at.toString())));
        for (RuleSetting set : derivation.screening().settings().all()) {
            ObjectNode setting = packs.addObject();
            setting.put(SETTING, set.rule().value())
                    .put("area", set.area().value())
                    .put("from", set.from().toString())
                    .put("on", set.on());
            ObjectNode numbers = setting.putObject("numbers");
            new TreeMap<>(set.numbers()).forEach(numbers::put);
        }
        return Editions.Packs.of(packs.toString(), rules);
    }

    /** What areas had set of the rules, and which of them began later. */
    static RuleSettings settings(String packs) {
        List<RuleSetting> settings = new ArrayList<>();
        Map<RuleId, Instant> begun = new HashMap<>();
        Map<RuleId, List<Instant>> changed = new HashMap<>();
        for (JsonNode set : JSON.readTree(packs)) {
            if (set.has(BEGUN)) {
                begun.put(
                        new RuleId(set.path(BEGUN).stringValue()),
                        Instant.parse(set.path("from").stringValue()));
            }
            if (set.has(CHANGED)) {
                changed.computeIfAbsent(
                                new RuleId(set.path(CHANGED).stringValue()), _ -> new ArrayList<>())
                        .add(Instant.parse(set.path("at").stringValue()));
            }
            if (set.has(SETTING)) {
                Map<String, Integer> numbers = new HashMap<>();
                set.path("numbers")
                        .properties()
                        .forEach(n -> numbers.put(n.getKey(), n.getValue().intValue()));
                settings.add(
                        new RuleSetting(
                                new AreaId(set.path("area").stringValue()),
                                new RuleId(set.path(SETTING).stringValue()),
                                Instant.parse(set.path("from").stringValue()),
                                set.path("on").booleanValue(),
                                numbers));
            }
        }
        return new RuleSettings(settings, begun, changed);
    }

    static Clocks read(String packs) {
        List<Pack> read = new ArrayList<>();
        List<RegisterPack> registers = new ArrayList<>();
        for (JsonNode pack : JSON.readTree(packs)) {
            if (!pack.has(YAML)) {
                continue;
            }
            String yaml = pack.path(YAML).stringValue();
            if (pack.path(REGISTER).asBoolean(false)) {
                registers.add(RegisterPackReader.read(yaml));
            } else {
                read.add(PackReader.read(yaml));
            }
        }
        return new Clocks(read, registers);
    }
}
