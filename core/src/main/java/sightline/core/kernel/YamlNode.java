package sightline.core.kernel;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One mapping of a YAML document, read with messages that name what is missing.
 *
 * @param name what messages call it
 * @param values what stands in it
 * @param lines the line on which each mapping of the document begins, by the mapping itself
 */
public record YamlNode(String name, Map<?, ?> values, IdentityHashMap<Object, Integer> lines) {

    /**
     * A whole document.
     *
     * @throws IllegalArgumentException with the line where it is no YAML, or no mapping
     */
    public static YamlNode read(String name, String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            Optional<Node> document = new Compose(settings).composeString(yaml);
            Object values = new StandardConstructor(settings).constructSingleDocument(document);
            IdentityHashMap<Object, Integer> lines = new IdentityHashMap<>();
            document.ifPresent(node -> number(node, values, lines));
            return of(name, values, lines);
        } catch (MarkedYamlEngineException unreadable) {
            throw new YamlFault(
                    unreadable.getProblemMark().map(m -> m.getLine() + 1).orElse(1),
                    "%s is no YAML: %s".formatted(name, unreadable.getProblem()),
                    unreadable);
        } catch (YamlEngineException unreadable) {
            throw new IllegalArgumentException(
                    "%s is no YAML: %s".formatted(name, unreadable.getMessage()), unreadable);
        }
    }

    private static void number(
            Node node, @Nullable Object value, IdentityHashMap<Object, Integer> lines) {
        if (value == null || lines.containsKey(value)) {
            return;
        }
        if (node instanceof MappingNode mapping && value instanceof Map<?, ?> map) {
            lines.put(value, line(node));
            Iterator<?> values = map.values().iterator();
            mapping.getValue().forEach(t -> number(t.getValueNode(), values.next(), lines));
        } else if (node instanceof SequenceNode sequence && value instanceof List<?> list) {
            lines.put(value, line(node));
            Iterator<?> values = list.iterator();
            sequence.getValue().forEach(n -> number(n, values.next(), lines));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    /** What stands under a name, as a mapping; nothing is an empty one. */
    private static YamlNode of(
            String name, @Nullable Object value, IdentityHashMap<Object, Integer> lines) {
        if (value == null) {
            return new YamlNode(name, Map.of(), lines);
        }
        if (value instanceof Map<?, ?> map) {
            return new YamlNode(name, map, lines);
        }
        throw new IllegalArgumentException("'%s' must be a mapping of names".formatted(name));
    }

    /** What is wrong in this mapping, with the line on which it begins. */
    public YamlFault fault(String why) {
        return new YamlFault(lines.getOrDefault(values, 1), why, null);
    }

    /** What is wrong in this mapping, or in one within it: then with the line of that one. */
    public YamlFault fault(String what, IllegalArgumentException wrong) {
        return wrong instanceof YamlFault within
                ? within.within(what)
                : new YamlFault(lines.getOrDefault(values, 1), what + wrong.getMessage(), wrong);
    }

    /** Whether something stands under that name. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** The names in it, in order. */
    public Set<String> names() {
        return values.keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /**
     * What must stand there.
     *
     * @throws IllegalArgumentException if it does not
     */
    public String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw fault("'%s' is missing in %s".formatted(key, name));
        }
        return String.valueOf(value);
    }

    /** What stands there, or what holds where nothing does. */
    public String text(String key, String otherwise) {
        Object value = values.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    /** Several, or the one that is there, or none. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return List.of(String.valueOf(value));
    }

    /** A mapping within it; an empty one where there is none. */
    public YamlNode node(String key) {
        return within(key, values.get(key));
    }

    /** A list of mappings, or the one that is there. */
    public List<YamlNode> oneOrMore(String key) {
        return values.get(key) instanceof Collection<?> ? nodes(key) : List.of(node(key));
    }

    /**
     * A list of mappings; an empty one where there is none.
     *
     * @throws IllegalArgumentException if it is no list
     */
    public List<YamlNode> nodes(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(v -> within(key, v)).toList();
        }
        throw fault("'%s' must be a list".formatted(key));
    }

    private YamlNode within(String key, @Nullable Object value) {
        try {
            return of(key, value, lines);
        } catch (IllegalArgumentException wrong) {
            throw fault("", wrong);
        }
    }
}
