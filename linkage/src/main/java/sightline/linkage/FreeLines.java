package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of lines of free text, each with what somebody or something is told by, is as many
 * columns as its lines have parts: see {@link LinePart}.
 */
final class FreeLines {
    /** A part that fewer of the lines have is by chance there. */
    private static final double SOME = 0.25;

    private static final double MOST = 0.5;
    private static final double MOST_NAMES = 0.6;
    private static final int FEWEST = 10;
    private static final int FEWEST_KINDS = 2;
    private static final int FEWEST_YEARS = 6;
    private static final Pattern A_YEAR = Pattern.compile("(?<![0-9])[12][0-9]{3}(?![0-9])");
    private static final String REASON = "in lines of text in ";
    private static final String TAKEN = "taken apart";

    /** The parts of columns in use: each column of lines is taken apart once. */
    private static final Map<Column, Map<LinePart, Column>> TAKEN_APART =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Table table;
    private final Names names;

    FreeLines(Table table, Names names) {
        this.table = table;
        this.names = names;
    }

    /**
     * The parts of the field's lines, as fields; the field alone where it has none. Lines that do
     * not name people stay whole: the words that name a thing are its text.
     */
    List<Field> parts(Field field, List<Field> all) {
        boolean text = field.kind() == FieldKind.TEXT || field.kind() == FieldKind.ADDRESS;
        if (!text || field.reason().startsWith(Recogniser.BY_NAME)) {
            return List.of(field);
        }
        Map<LinePart, Column> columns = columns(field);
        Map<LinePart, FieldKind> kinds = kinds(columns);
        List<Field> others = all.stream().filter(other -> !other.equals(field)).toList();
        kinds.values().removeIf(kind -> kind != FieldKind.TEXT && Field.has(others, kind));
        if (kinds.get(LinePart.NAME) != FieldKind.FULL_NAME || kinds.size() <= 1) {
            return List.of(field);
        }
        List<Field> out = new ArrayList<>();
        out.add(field.as(FieldKind.IGNORED, TAKEN));
        kinds.forEach((part, kind) -> out.add(field(field.name() + part.mark(), kind, field)));
        return out;
    }

    /** Only what was taken apart in every table that has it is compared by its parts. */
    static List<List<Field>> inEvery(List<List<Field>> tables) {
        Set<String> whole =
                tables.stream()
                        .flatMap(List::stream)
                        .filter(f -> f.kind() != FieldKind.IGNORED && !isPart(f))
                        .map(Field::name)
                        .collect(Collectors.toSet());
        return tables.stream().map(table -> inEvery(table, whole)).toList();
    }

    private static List<Field> inEvery(List<Field> table, Set<String> whole) {
        List<Field> out = new ArrayList<>();
        for (Field field : table) {
            boolean taken = field.kind() == FieldKind.IGNORED && field.reason().equals(TAKEN);
            if (taken && whole.contains(field.name())) {
                out.add(field.as(FieldKind.TEXT, "whole in another file"));
            } else if (!isPart(field)
                    || !whole.contains(field.reason().substring(REASON.length()))) {
                out.add(field);
            }
        }
        return out;
    }

    private static boolean isPart(Field field) {
        return field.reason().startsWith(REASON);
    }

    private static Field field(String name, FieldKind kind, Field of) {
        return new Field(name, List.of(name), kind, REASON + of.name());
    }

    /** That part of each of the lines. */
    static Column part(Column lines, LinePart part) {
        Map<LinePart, Column> parts = TAKEN_APART.computeIfAbsent(lines, FreeLines::takenApart);
        return Objects.requireNonNull(parts.get(part));
    }

    private static Map<LinePart, Column> takenApart(Column lines) {
        List<Map<LinePart, String>> apart =
                IntStream.range(0, lines.distinct())
                        .parallel()
                        .mapToObj(code -> LinePart.all(lines.value(code)))
                        .toList();
        Map<LinePart, Column> parts = new EnumMap<>(LinePart.class);
        for (LinePart part : LinePart.values()) {
            Column.Builder column = new Column.Builder(lines.name() + part.mark());
            for (int code : lines.codes()) {
                column.add(code < 0 ? "" : apart.get(code).getOrDefault(part, ""));
            }
            parts.put(part, column.build());
        }
        return parts;
    }

    /** Some of the lines' parts, each a column. */
    private Map<LinePart, Column> columns(Field field) {
        Map<LinePart, Column.Builder> parts = new EnumMap<>(LinePart.class);
        for (LinePart part : LinePart.values()) {
            parts.put(part, new Column.Builder(field.name() + part.mark()));
        }
        Optional<Column> lines = table.column(field.name());
        int[] sample = lines.map(ColumnContent::sample).orElseGet(() -> new int[0]);
        for (int code : sample) {
            Map<LinePart, String> found = LinePart.all(lines.orElseThrow().value(code));
            parts.forEach((part, column) -> column.add(found.getOrDefault(part, "")));
        }
        Map<LinePart, Column> out = new EnumMap<>(LinePart.class);
        parts.forEach((part, column) -> out.put(part, column.build()));
        return out;
    }

    /** What the parts hold; nothing where the lines are no such lines. */
    private Map<LinePart, FieldKind> kinds(Map<LinePart, Column> columns) {
        Map<LinePart, FieldKind> kinds = new EnumMap<>(LinePart.class);
        columns.forEach((part, column) -> {
            if (share(column) >= SOME && column.rows() >= FEWEST) {
                kinds.put(part, kind(part, column));
            }
        });
        kinds.remove(LinePart.DATE, FieldKind.TEXT);
        boolean addresses = kinds.get(LinePart.REST) == FieldKind.ADDRESS;
        boolean people = kinds.get(LinePart.NAME) == FieldKind.FULL_NAME;
        long told =
                kinds.keySet().stream()
                        .filter(part -> part != LinePart.NAME && part != LinePart.REST)
                        .count();
        long sorts = told + (addresses ? 1 : 0) + (people ? 1 : 0);
        boolean named = share(column(columns, LinePart.NAME)) >= MOST;
        return told > 0 && sorts >= FEWEST_KINDS && named ? kinds : new EnumMap<>(LinePart.class);
    }

    private static Column column(Map<LinePart, Column> columns, LinePart part) {
        return Optional.ofNullable(columns.get(part)).orElseThrow();
    }

    private static double share(Column column) {
        long present = Arrays.stream(column.codes()).filter(code -> code >= 0).count();
        return (double) present / Math.max(1, column.rows());
    }

    private FieldKind kind(LinePart part, Column column) {
        return switch (part) {
            case DATE -> ofBirths(column) ? FieldKind.BIRTH_DATE : FieldKind.TEXT;
            case PHONE -> FieldKind.PHONE;
            case EMAIL -> FieldKind.EMAIL;
            case NAME -> namesPeople(column) ? FieldKind.FULL_NAME : FieldKind.TEXT;
            case REST ->
                    AddressLine.shareOfAddresses(column) > MOST
                            ? FieldKind.ADDRESS
                            : FieldKind.TEXT;
        };
    }

    /** The dates on which something was noted lie within few years of each other. */
    private static boolean ofBirths(Column column) {
        int[] years =
                IntStream.range(0, column.distinct())
                        .mapToObj(code -> A_YEAR.matcher(column.value(code)))
                        .filter(Matcher::find)
                        .mapToInt(year -> Integer.parseInt(year.group()))
                        .sorted()
                        .toArray();
        return years.length * 2 < column.distinct()
                || years[years.length * 9 / 10] - years[years.length / 10] >= FEWEST_YEARS;
    }

    private boolean namesPeople(Column column) {
        ColumnContent content = new ColumnContent(column, names);
        return content.mayNamePeople() && content.namelike > MOST_NAMES && content.tokens >= 1.5;
    }
}
