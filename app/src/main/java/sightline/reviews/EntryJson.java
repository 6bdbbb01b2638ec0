package sightline.reviews;

import sightline.core.reviews.ReviewEntry;

import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Entries as they are kept: the kind's name, and its parts as JSON. */
final class EntryJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Class<? extends ReviewEntry>> KINDS = kinds();

    private EntryJson() {}

    static String kind(ReviewEntry entry) {
        return slug(entry.getClass());
    }

    static String write(ReviewEntry entry) {
        return JSON.writeValueAsString(entry);
    }

    static ReviewEntry read(String kind, String body) {
        Class<? extends ReviewEntry> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException(
                    "an entry of an unknown kind: a later version of the program wrote it");
        }
        return JSON.readValue(body, type);
    }

    private static Map<String, Class<? extends ReviewEntry>> kinds() {
        Map<String, Class<? extends ReviewEntry>> kinds = new LinkedHashMap<>();
        leaves(ReviewEntry.class).forEach(type -> kinds.put(slug(type), type));
        return Map.copyOf(kinds);
    }

    private static Stream<Class<? extends ReviewEntry>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EntryJson::leaves)
                : Stream.of(type.asSubclass(ReviewEntry.class));
    }

    private static String slug(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
