package sightline.core.kernel;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One mapping of a YAML document, read with messages that name what is missing.
 *
 * @param name what messages call it
 * @param values what stands in it
 */
public record YamlNode(String name, Map<?, ?> values) {

    /**
     * A whole document.
     *
     * @throws IllegalArgumentException with line and column where it is no YAML, or no mapping
     */
    public static YamlNode read(String name, String yaml) {
        try {
            Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return of(name, document);
        } catch (YamlEngineException unreadable) {
            throw new IllegalArgumentException(
                    "%s is no YAML: %s".formatted(name, unreadable.getMessage()), unreadable);
        }
    }

    /** What stands under a name, as a mapping; nothing is an empty one. */
    public static YamlNode of(String name, @Nullable Object value) {
        if (value == null) {
            return new YamlNode(name, Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new YamlNode(name, map);
        }
        throw new IllegalArgumentException("'%s' must be a mapping of names".formatted(name));
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
            throw new IllegalArgumentException("'%s' is missing in %s".formatted(key, name));
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
        return of(key, values.get(key));
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
            return many.stream().map(v -> of(key, v)).toList();
        }
        throw new IllegalArgumentException("'%s' must be a list".formatted(key));
    }
}
