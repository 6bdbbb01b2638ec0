package sightline.feeds;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.AgencyId;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows of an agency's CSV as the same messages that a system would send. The same row gives the
 * same bytes each time, so that a file may be sent twice.
 */
public final class CsvMessages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");

    private final CsvMapping mapping;
    private final AgencyId sender;
    private final Instant sentAt;
    private final CsvTable table;
    private final List<String> header;
    private int number;

    /**
     * @param rows the file, its header first
     * @param sentAt for mappings that take it from no column: when the file was made
     * @throws IllegalArgumentException when the mapping names a column that the header has not
     */
    public CsvMessages(CsvMapping mapping, AgencyId sender, Instant sentAt, Reader rows)
            throws IOException {
        this.mapping = mapping;
        this.sender = sender;
        this.sentAt = sentAt;
        this.table = new CsvTable(rows, mapping.delimiter());
        var first = table.next();
        this.header = first == null ? List.of() : first.stream().map(String::strip).toList();
        requireColumns();
    }

    /**
     * The next row; none after the last.
     *
     * @throws IllegalArgumentException when the file cannot be read on: a quotation mark is not
     *     closed
     */
    public Optional<CsvRow> next() throws IOException {
        var cells = table.next();
        if (cells == null) {
            return Optional.empty();
        }
        number++;
        if (cells.size() != header.size()) {
            var problem =
                    new Problem(
                            "row",
                            "it has %d cells, the header has %d"
                                    .formatted(cells.size(), header.size()),
                            "put cells with commas or line ends into quotation marks");
            return Optional.of(new CsvRow.Bad(number, List.of(problem)));
        }
        var row = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i).strip());
        }
        return Optional.of(message(row));
    }

    private CsvRow message(Map<String, String> row) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("sender", sender.value());
        message.put("sentAt", sentAt.toString());
        var problems = new ArrayList<Problem>();
        for (var field : mapping.fields()) {
            set(message, field, row, problems);
        }
        return problems.isEmpty()
                ? new CsvRow.Message(number, JSON.writeValueAsString(message))
                : new CsvRow.Bad(number, problems);
    }

    private static void set(
            ObjectNode message, CsvField field, Map<String, String> row, List<Problem> problems) {
        var text = filled(field.source(), row);
        if (text == null) {
            if (field.required()) {
                problems.add(
                        new Problem(
                                field.path(),
                                "a cell that it needs is empty",
                                "fill " + columnsOf(field.source())));
            }
            return;
        }
        var meaning = field.values().isEmpty() ? text : field.values().get(text);
        if (meaning == null) {
            problems.add(
                    new Problem(
                            field.path(),
                            "the cell has a code that the mapping does not know",
                            "use one of " + field.values().keySet().stream().sorted().toList()));
            return;
        }
        field.shaped(meaning)
                .ifPresentOrElse(
                        value -> put(message, field.path(), value),
                        () ->
                                problems.add(
                                        new Problem(
                                                field.path(),
                                                "the cell is not " + field.wanted(),
                                                "write " + field.wanted())));
    }

    /** The source with its columns filled in; null when one of them is empty. */
    private static @Nullable String filled(String source, Map<String, String> row) {
        var columns = COLUMN.matcher(source);
        var text = new StringBuilder();
        while (columns.find()) {
            var cell = row.getOrDefault(columns.group(1), "");
            if (cell.isEmpty()) {
                return null;
            }
            columns.appendReplacement(text, java.util.regex.Matcher.quoteReplacement(cell));
        }
        return columns.appendTail(text).toString();
    }

    private static void put(ObjectNode message, String path, Object value) {
        var at = message;
        var steps = path.split("\\.");
        for (var i = 0; i < steps.length; i++) {
            var step = STEP.matcher(steps[i]);
            if (!step.matches()) {
                throw new IllegalStateException("the mapping let a path through: " + path);
            }
            var name = step.group(1);
            var index = step.group(2);
            var last = i == steps.length - 1;
            if (index != null) {
                var array = at.get(name) instanceof ArrayNode known ? known : at.putArray(name);
                at = element(array, Integer.parseInt(index), last ? value : null);
            } else if (last) {
                at.set(name, JSON.valueToTree(value));
            } else {
                at = at.get(name) instanceof ObjectNode known ? known : at.putObject(name);
            }
        }
    }

    /** The object at an index, or the object passed through when a plain value is put there. */
    private static ObjectNode element(ArrayNode array, int index, @Nullable Object plain) {
        while (array.size() <= index) {
            array.addObject();
        }
        if (plain != null) {
            array.set(index, JSON.<tools.jackson.databind.JsonNode>valueToTree(plain));
            return JsonNodeFactory.instance.objectNode();
        }
        return (ObjectNode) array.get(index);
    }

    private void requireColumns() {
        var missing =
                mapping.fields().stream()
                        .flatMap(field -> columnsOf(field.source()).stream())
                        .filter(column -> !header.contains(column))
                        .distinct()
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file has no column "
                            + missing
                            + ", which the mapping names.\nIts header is "
                            + header
                            + ".");
        }
    }

    private static List<String> columnsOf(String source) {
        return COLUMN.matcher(source).results().map(found -> found.group(1)).toList();
    }
}
