package sightline.core.checks;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Codes;
import sightline.core.facts.Kinds;
import sightline.core.kernel.ShippedText;
import sightline.core.kernel.YamlNode;
import sightline.core.screening.RuleId;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where people are checked, what is asked there and which alerts count, as data.
 *
 * @param version the day of the pack
 * @param source where its rules come from
 * @param mark how sure that is; {@code INF} is shown as unconfirmed
 * @param counts the rules whose open alerts make somebody ring; all others concern those whom they
 *     were told to, and no touchpoint
 * @param countsAtHome what counts besides where somebody would live at a home
 * @param touchpoints by kind
 */
public record TouchpointPack(
        String version,
        String source,
        String mark,
        Set<RuleId> counts,
        Set<RuleId> countsAtHome,
        Map<String, Touchpoint> touchpoints) {
    public TouchpointPack {
        counts = Set.copyOf(counts);
        countsAtHome = Set.copyOf(countsAtHome);
        touchpoints = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(touchpoints));
    }

    /** The rules whose open alerts count at a touchpoint. */
    public Set<RuleId> counting(Touchpoint at) {
        Set<RuleId> all = new LinkedHashSet<>(counts);
        if (at.home()) {
            all.addAll(countsAtHome);
        }
        return all;
    }

    /** The touchpoint of a kind of message, if it is one. */
    public Optional<Touchpoint> of(String kind) {
        return Optional.ofNullable(touchpoints.get(kind));
    }

    /** The pack that ships with the system. */
    public static TouchpointPack shipped() {
        return read(ShippedText.of("/packs/touchpoints.yaml"));
    }

    /**
     * Reads a pack from its text in YAML.
     *
     * @throws IllegalArgumentException naming what cannot be read and what to write instead
     */
    public static TouchpointPack read(String yaml) {
        YamlNode pack = YamlNode.read("the touchpoints", yaml);
        Map<String, Touchpoint.Source> sources = new LinkedHashMap<>();
        for (String key : pack.node("sources").names()) {
            sources.put(key, source(pack.node("sources").node(key)));
        }
        Map<String, Touchpoint> touchpoints = new LinkedHashMap<>();
        for (YamlNode each : pack.nodes("touchpoints")) {
            Touchpoint touchpoint = touchpoint(each, sources);
            touchpoints.put(touchpoint.kind(), touchpoint);
        }
        return new TouchpointPack(
                pack.text("version"),
                pack.text("source"),
                pack.text("mark"),
                rules(pack, "counts"),
                rules(pack, "counts-at-home"),
                touchpoints);
    }

    private static Set<RuleId> rules(YamlNode pack, String name) {
        Set<RuleId> rules = new LinkedHashSet<>();
        pack.texts(name).forEach(rule -> rules.add(new RuleId(rule)));
        return rules;
    }

    private static Touchpoint.Source source(YamlNode node) {
        return new Touchpoint.Source(node.text("name"), types(node, "types"));
    }

    private static Set<AgencyType> types(YamlNode node, String name) {
        Set<AgencyType> types = new LinkedHashSet<>();
        for (String slug : node.texts(name)) {
            types.add(
                    AgencyType.of(slug)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "There is no type of agency " + slug)));
        }
        return types;
    }

    private static Touchpoint touchpoint(YamlNode node, Map<String, Touchpoint.Source> known) {
        String kind = node.text("kind");
        if (Kinds.named(kind).isEmpty()) {
            throw new IllegalArgumentException("There is no kind " + kind + " to check at");
        }
        List<Touchpoint.Source> asked =
                node.texts("asks").stream().map(key -> asked(kind, key, known)).toList();
        return new Touchpoint(
                kind,
                node.text("title"),
                Codes.constant(Touchpoint.Answers.class, node.text("answers")),
                node.text("home", "false").equals("true"),
                types(node, "usual-for"),
                asked);
    }

    private static Touchpoint.Source asked(
            String kind, String key, Map<String, Touchpoint.Source> known) {
        return Optional.ofNullable(known.get(key))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s asks %s, which stands under no sources".formatted(kind, key)));
    }
}
