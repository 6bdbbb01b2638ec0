package sightline.linkage.io;

import org.snakeyaml.engine.v2.nodes.Node;

import sightline.linkage.Column;
import sightline.linkage.Field;
import sightline.linkage.FieldKind;
import sightline.linkage.Level;
import sightline.linkage.Limits;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads settings and models for given tables. */
final class SettingsReading {
    private static final List<String> PARTS =
            List.of("fields", "blocking", "limits", "prior", "join-from", "doubles", "trained");
    private static final List<String> OF_FIELD =
            List.of("name", "kind", "why", "columns", "levels");
    private static final List<String> OF_LIMITS =
            List.of("block", "rules", "pairs", "pairs-a-record");

    private final Yaml yaml;
    private final List<Table> tables;

    SettingsReading(String name, List<Table> tables) {
        this.yaml = new Yaml(name);
        this.tables = tables;
    }

    SettingsFile read(String text) {
        Node root = yaml.root(text);
        Map<String, Node> parts = yaml.map(root, PARTS);
        Settings settings = settings(root, parts);
        Node trained = parts.get("trained");
        return new SettingsFile(
                settings,
                trained == null ? Optional.empty() : Optional.of(trained(trained, settings)));
    }

    private Settings settings(Node root, Map<String, Node> parts) {
        Settings settings = Settings.of(fields(yaml.needed(parts, "fields", root)));
        for (var part : parts.entrySet()) {
            Node node = part.getValue();
            Settings so = settings;
            settings =
                    switch (part.getKey()) {
                        case "blocking" -> so.withBlocking(blocking(node));
                        case "limits" -> so.withLimits(limits(node));
                        case "prior" -> prior(so, node);
                        case "join-from" -> yaml.at(node, () -> so.joiningFrom(yaml.number(node)));
                        case "doubles" -> so.withDoubles(doubles(node));
                        default -> so;
                    };
        }
        return settings;
    }

    private Settings prior(Settings settings, Node node) {
        return yaml.text(node).equals("auto")
                ? settings
                : yaml.at(node, () -> settings.withPrior(yaml.number(node)));
    }

    private Settings.Doubles doubles(Node node) {
        String word = yaml.text(node);
        return Arrays.stream(Settings.Doubles.values())
                .filter(d -> SettingsText.word(d).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        yaml.wrong(
                                node,
                                "doubles cannot be " + word,
                                "Write find-out, none or some."));
    }

    private Limits limits(Node node) {
        Map<String, Node> limits = yaml.map(node, OF_LIMITS);
        Limits usual = Limits.USUAL;
        return yaml.at(
                node,
                () ->
                        new Limits(
                                (int) whole(limits, "block", usual.block()),
                                (int) whole(limits, "rules", usual.rules()),
                                whole(limits, "pairs", usual.pairs()),
                                limits.containsKey("pairs-a-record")
                                        ? yaml.number(limits.get("pairs-a-record"))
                                        : usual.pairsARecord()));
    }

    private long whole(Map<String, Node> entries, String key, long usual) {
        Node node = entries.get(key);
        if (node == null) {
            return usual;
        }
        long whole = yaml.whole(node);
        if (whole != (int) whole && !key.equals("pairs")) {
            throw yaml.wrong(
                    node, key + " is too large", "Write a number below two thousand million.");
        }
        return whole;
    }

    private List<List<String>> blocking(Node node) {
        List<List<String>> keys = new ArrayList<>();
        for (Node key : yaml.list(node)) {
            List<String> parts = yaml.list(key).stream().map(yaml::text).toList();
            if (parts.isEmpty()) {
                throw yaml.wrong(
                        key,
                        "this key has no parts",
                        "Name some, write [" + SettingsText.EVERY_PAIR + "], or remove the line.");
            }
            keys.add(parts.equals(List.of(SettingsText.EVERY_PAIR)) ? List.of() : parts);
        }
        return keys;
    }

    private List<Field> fields(Node node) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Set<String>> used = new ArrayList<>();
        tables.forEach(t -> used.add(new HashSet<>()));
        for (Node each : yaml.list(node)) {
            Map<String, Node> entries = yaml.map(each, OF_FIELD);
            Node called = yaml.needed(entries, "name", each);
            if (!names.add(yaml.text(called))) {
                throw yaml.wrong(
                        called,
                        "there are two fields called " + yaml.text(called),
                        "Give one of them another name.");
            }
            fields.add(field(each, entries, used));
        }
        return fields;
    }

    private Field field(Node node, Map<String, Node> entries, List<Set<String>> used) {
        String name = yaml.text(yaml.needed(entries, "name", node));
        FieldKind kind = kind(yaml.needed(entries, "kind", node));
        List<String> columns = columns(yaml.needed(entries, "columns", node), used);
        String why = entries.containsKey("why") ? yaml.text(entries.get("why")) : "said so";
        Field field = new Field(name, columns, kind, why);
        Node levels = entries.get("levels");
        return levels == null
                ? field
                : yaml.at(levels, () -> field.withLevels(levels(levels, kind)));
    }

    private FieldKind kind(Node node) {
        String word = yaml.text(node);
        return Arrays.stream(FieldKind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        yaml.wrong(
                                node,
                                "there is no kind of column called " + word,
                                "Use one of: "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(FieldKind.values())
                                                        .map(FieldKind::word)
                                                        .toList())
                                        + "."));
    }

    private List<String> columns(Node node, List<Set<String>> used) {
        List<Node> nodes = yaml.list(node);
        if (nodes.size() != tables.size()) {
            throw yaml.wrong(
                    node,
                    "%d columns are named for %d files".formatted(nodes.size(), tables.size()),
                    "Name one column for each file, \"\" where a file has none.");
        }
        List<String> columns = new ArrayList<>();
        for (int t = 0; t < nodes.size(); t++) {
            String column = yaml.text(nodes.get(t));
            Table table = tables.get(t);
            if (!column.isEmpty() && table.column(column).isEmpty()) {
                throw yaml.wrong(
                        nodes.get(t),
                        "%s has no column called %s".formatted(table.name(), column),
                        "It has: "
                                + String.join(
                                        ", ", table.columns().stream().map(Column::name).toList())
                                + ".");
            }
            if (!column.isEmpty() && !used.get(t).add(column)) {
                throw yaml.wrong(
                        nodes.get(t),
                        "the column %s of %s is used twice".formatted(column, table.name()),
                        "Its evidence would count twice: remove one of the two fields.");
            }
            columns.add(column);
        }
        return columns;
    }

    private List<Level> levels(Node node, FieldKind kind) {
        List<Level> levels = new ArrayList<>();
        for (Node each : yaml.list(node)) {
            Map<String, Node> entries = yaml.map(each, List.of("level", "share", "from"));
            Node called = yaml.needed(entries, "level", each);
            String name = yaml.text(called);
            Level usual =
                    kind.levels().stream()
                            .filter(l -> l.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> noLevel(called, name, kind));
            levels.add(level(each, entries, usual));
        }
        return levels;
    }

    private RuntimeException noLevel(Node node, String name, FieldKind kind) {
        return yaml.wrong(
                node,
                "a %s has no level called %s".formatted(kind.word(), name),
                "It has: "
                        + String.join(", ", kind.levels().stream().map(Level::name).toList())
                        + ".");
    }

    private Level level(Node node, Map<String, Node> entries, Level usual) {
        Node from = entries.get("from");
        if (from != null && usual.from().isEmpty()) {
            throw yaml.wrong(
                    from,
                    usual.name() + " is not a matter of degree",
                    "Remove \"from\" from this level.");
        }
        OptionalDouble least = from == null ? usual.from() : OptionalDouble.of(yaml.number(from));
        Node share = entries.get("share");
        return yaml.at(
                node,
                () ->
                        new Level(
                                usual.name(),
                                share == null ? usual.share() : yaml.number(share),
                                least));
    }

    private TrainedModel trained(Node node, Settings settings) {
        Map<String, Node> parts = yaml.map(node, List.of("kinds", "columns"));
        Node kindsNode = yaml.needed(parts, "kinds", node);
        List<TrainedModel.Kind> kinds = new ArrayList<>();
        yaml.map(kindsNode, TrainedModel.kindNames())
                .forEach((name, value) -> kinds.add(new TrainedModel.Kind(name, chance(value))));
        List<TrainedModel.LearntColumn> columns = new ArrayList<>();
        for (Node each : yaml.list(yaml.needed(parts, "columns", node))) {
            Map<String, Node> entries = yaml.map(each, List.of("column", "kind", "cells"));
            columns.add(
                    new TrainedModel.LearntColumn(
                            yaml.text(yaml.needed(entries, "column", each)),
                            kind(yaml.needed(entries, "kind", each)),
                            yaml.list(yaml.needed(entries, "cells", each)).stream()
                                    .map(row -> yaml.list(row).stream().map(this::chance).toList())
                                    .toList()));
        }
        return yaml.at(kindsNode, () -> new TrainedModel(settings, kinds, columns));
    }

    private double chance(Node node) {
        double chance = yaml.number(node);
        if (chance < 0 || chance > 1) {
            throw yaml.wrong(node, chance + " is no probability", "Write a number from 0 to 1.");
        }
        return chance;
    }
}
