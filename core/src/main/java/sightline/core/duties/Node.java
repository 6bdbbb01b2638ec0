package sightline.core.duties;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One mapping of a YAML document, read with messages that name what is missing. */
record Node(String name, Map<?, ?> values) {

    static Node of(String name, @Nullable Object value) {
        if (value == null) {
            return new Node(name, Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new Node(name, map);
        }
        throw new IllegalArgumentException("'%s' must be a mapping of names".formatted(name));
    }

    Set<String> names() {
        return values.keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("'%s' is missing in %s".formatted(key, name));
        }
        return String.valueOf(value);
    }

    String text(String key, String otherwise) {
        Object value = values.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return List.of(String.valueOf(value));
    }

    Node node(String key) {
        return of(key, values.get(key));
    }

    /** A list of mappings, or the one that is there. */
    List<Node> oneOrMore(String key) {
        return values.get(key) instanceof Collection<?> ? nodes(key) : List.of(node(key));
    }

    List<Node> nodes(String key) {
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
