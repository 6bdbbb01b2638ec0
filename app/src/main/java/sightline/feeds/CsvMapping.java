package sightline.feeds;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the rows of one agency's CSV become messages: a YAML file that the agency keeps beside its
 * export.
 *
 * <pre>
 * delimiter: ","
 * fields:
 *   id: "{pupil}-{day}"
 *   kind: {value: school-absence}
 *   people[0].role: {value: subject}
 *   people[0].localId: {column: pupil, required: true}
 *   when: {column: day, date: dd/MM/uuuu}
 *   body.reason: {column: code, values: {I: illness, O: unauthorised}}
 *   body.sessions: {column: sessions, form: whole}
 * </pre>
 *
 * <p>A field is a constant ({@code value}), a column, or text with columns in braces. An empty cell
 * leaves its field out. Rows that were sent before must give the same bytes again: take times from
 * columns.
 */
public final class CsvMapping {
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z]\\w*(\\[\\d{1,2}])?(\\.[A-Za-z]\\w*(\\[\\d{1,2}])?)*");
    private static final Set<String> OPTIONS =
            Set.of("value", "column", "text", "required", "values", "form", "date", "time");

    private final char delimiter;
    private final List<CsvField> fields;

    private CsvMapping(char delimiter, List<CsvField> fields) {
        this.delimiter = delimiter;
        this.fields = List.copyOf(fields);
    }

    /**
     * Reads a mapping.
     *
     * @throws IllegalArgumentException saying what is wrong and what to write instead
     */
    public static CsvMapping parse(String yaml) {
        var whole = map(load(yaml), "the mapping");
        var delimiter = String.valueOf(whole.getOrDefault("delimiter", ","));
        if (delimiter.length() != 1) {
            throw wrong("delimiter", "Use one character.");
        }
        var fields = new ArrayList<CsvField>();
        map(whole.get("fields"), "fields").forEach((path, rule) -> fields.add(field(path, rule)));
        if (fields.stream().noneMatch(field -> field.path().equals("id"))) {
            throw wrong("fields", "Add 'id', made of columns that no two rows share.");
        }
        requireNoneWithinAnother(fields);
        return new CsvMapping(delimiter.charAt(0), fields);
    }

    private static void requireNoneWithinAnother(List<CsvField> fields) {
        for (var field : fields) {
            for (var other : fields) {
                if (other.path().startsWith(field.path() + ".")
                        || other.path().startsWith(field.path() + "[")) {
                    throw wrong(other.path(), "It lies within " + field.path() + "; keep one.");
                }
            }
        }
    }

    char delimiter() {
        return delimiter;
    }

    List<CsvField> fields() {
        return fields;
    }

    private static @Nullable Object load(String yaml) {
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
            return new Load(settings).loadFromString(yaml);
        } catch (YamlEngineException malformed) {
            throw new IllegalArgumentException(
                    "The mapping is no YAML: " + malformed.getMessage() + "\nMend that line.");
        }
    }

    private static CsvField field(String path, @Nullable Object rule) {
        if (!PATH.matcher(path).matches()) {
            throw wrong(path, "Write a path like people[0].localId.");
        }
        if (!(rule instanceof Map<?, ?>)) {
            return new CsvField(
                    path,
                    String.valueOf(rule),
                    path.equals("id"),
                    Map.of(),
                    new CsvField.Form.Plain());
        }
        var options = map(rule, path);
        if (!OPTIONS.containsAll(options.keySet())) {
            throw wrong(path, "It may have " + OPTIONS.stream().sorted().toList() + ".");
        }
        var values = new HashMap<String, String>();
        if (options.containsKey("values")) {
            map(options.get("values"), path + " values")
                    .forEach((cell, meaning) -> values.put(cell, String.valueOf(meaning)));
        }
        var required = path.equals("id") || Boolean.TRUE.equals(options.get("required"));
        return new CsvField(path, source(path, options), required, values, form(path, options));
    }

    private static String source(String path, Map<String, @Nullable Object> options) {
        var given =
                List.of("value", "column", "text").stream().filter(options::containsKey).toList();
        if (given.size() != 1) {
            throw wrong(path, "Give it one of value, column and text.");
        }
        var text = String.valueOf(options.get(given.getFirst()));
        return given.getFirst().equals("column") ? "{" + text + "}" : text;
    }

    private static CsvField.Form form(String path, Map<String, @Nullable Object> options) {
        if (options.containsKey("date")) {
            return new CsvField.Form.Day(pattern(path, options.get("date")));
        }
        if (options.containsKey("time")) {
            return new CsvField.Form.Time(pattern(path, options.get("time")));
        }
        return switch (String.valueOf(options.getOrDefault("form", "text"))) {
            case "text" -> new CsvField.Form.Plain();
            case "whole" -> new CsvField.Form.Whole();
            case "truth" -> new CsvField.Form.Truth();
            default -> throw wrong(path, "Its form is text, whole or truth.");
        };
    }

    private static String pattern(String path, @Nullable Object pattern) {
        try {
            var text = String.valueOf(pattern);
            Objects.requireNonNull(DateTimeFormatter.ofPattern(text, Locale.UK));
            return text;
        } catch (IllegalArgumentException malformed) {
            throw wrong(path, "Write its pattern like dd/MM/uuuu.");
        }
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value, String what) {
        if (!(value instanceof Map<?, ?> found)) {
            throw wrong(what, "Write it as names with values.");
        }
        var map = new java.util.LinkedHashMap<String, @Nullable Object>();
        found.forEach((name, inner) -> map.put(String.valueOf(name), inner));
        return map;
    }

    private static IllegalArgumentException wrong(String what, String fix) {
        return new IllegalArgumentException("In the mapping, " + what + " cannot be used.\n" + fix);
    }
}
