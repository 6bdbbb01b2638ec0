package sightline.linkage.io;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import sightline.linkage.LinkageException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML so that each mistake is told with its line and what to do about it. */
final class Yaml {
    private static final int LARGEST = 64 << 20;

    private final String name;

    Yaml(String name) {
        this.name = name;
    }

    Node root(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(name)
                        .setUseMarks(true)
                        .setAllowDuplicateKeys(false)
                        .setCodePointLimit(LARGEST)
                        .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() ->
                            new LinkageException(
                                    "%s is empty.%nRun with --model auto to have one written."
                                            .formatted(name)));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(m -> ", line " + (m.getLine() + 1)).orElse("");
            throw new LinkageException(
                    "%s%s is not YAML: %s.%nMend the line, or run with --model auto to have a new one written."
                            .formatted(name, line, e.getProblem()),
                    e);
        } catch (YamlEngineException e) {
            throw new LinkageException(
                    "%s is not YAML that can be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    LinkageException wrong(Node at, String what, String todo) {
        String line = at.getStartMark().map(m -> ", line " + (m.getLine() + 1)).orElse("");
        return new LinkageException("%s%s: %s.%n%s".formatted(name, line, what, todo));
    }

    /** The entries by name; only these names are known. */
    Map<String, Node> map(Node node, List<String> known) {
        if (!(node instanceof MappingNode map)) {
            throw wrong(
                    node,
                    "here should stand names with values",
                    "Write one of these a line, each followed by a colon: "
                            + String.join(", ", known)
                            + ".");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw wrong(
                        tuple.getKeyNode(),
                        "there is nothing called " + key,
                        "Remove it, or use one of: " + String.join(", ", known) + ".");
            }
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), key + " is said twice", "Keep one of the two.");
            }
        }
        return entries;
    }

    Node needed(Map<String, Node> entries, String key, Node in) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(
                        () -> wrong(in, key + " is missing", "Add a line \"" + key + ": ...\"."));
    }

    List<Node> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(
                node, "here should stand a list", "Write [a, b], or a line with a dash for each.");
    }

    String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(node, "here should stand one value", "Write a word or a number.");
    }

    double number(Node node) {
        String text = text(node);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(node, text + " is not a number", "Write one such as 0.5.");
        }
        throw wrong(node, text + " is not a number to reckon with", "Write one such as 0.5.");
    }

    long whole(Node node) {
        String text = text(node);
        try {
            return Long.parseLong(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong(node, text + " is not a whole number", "Write one such as 1000.");
        }
    }

    /** Runs what makes a checked value; what it refuses is told with the line. */
    <T> T at(Node node, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (LinkageException e) {
            String message = String.valueOf(e.getMessage());
            int end = message.indexOf(System.lineSeparator());
            String what = end < 0 ? message : message.substring(0, end);
            String todo = end < 0 ? "Mend it." : message.substring(end).strip();
            if (what.startsWith(name + ", line ")) {
                throw e;
            }
            throw wrong(
                    node, what.endsWith(".") ? what.substring(0, what.length() - 1) : what, todo);
        }
    }
}
