package sightline.access;

import tools.jackson.databind.json.JsonMapper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Many rows as one parameter, for set-based statements: {@code jsonb_to_recordset(:rows::jsonb)}.
 */
final class Rows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rows() {}

    static <T> String of(Collection<T> items, Function<T, Map<String, ?>> row) {
        List<Map<String, ?>> rows = items.stream().<Map<String, ?>>map(row).toList();
        return JSON.writeValueAsString(rows);
    }
}
