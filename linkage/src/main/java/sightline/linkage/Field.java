package sightline.linkage;

import java.util.List;

/**
 * One field of the records: which column of each table it is, what it holds, why that was thought,
 * and how two values are compared.
 *
 * @param name what it is called in settings and explanations
 * @param columns the column's name in each table, empty where a table has none
 * @param kind what it holds
 * @param reason why, in words
 * @param levels the levels of its comparison, in their order: those of the kind, with other shares
 *     and least likenesses where somebody knows better
 */
public record Field(
        String name, List<String> columns, FieldKind kind, String reason, List<Level> levels) {
    public Field {
        columns = List.copyOf(columns);
        levels = List.copyOf(levels);
        List<String> usual = kind.levels().stream().map(Level::name).toList();
        if (!levels.stream().map(Level::name).toList().equals(usual)) {
            throw new LinkageException(
                    "Field %s: a comparison of kind %s has the levels %s, in this order."
                            .formatted(name, kind.word(), String.join(", ", usual)));
        }
    }

    /** A field that is compared as its kind is. */
    public Field(String name, List<String> columns, FieldKind kind, String reason) {
        this(name, columns, kind, reason, kind.levels());
    }

    /** The same field compared by these levels. */
    public Field withLevels(List<Level> other) {
        return new Field(name, columns, kind, reason, other);
    }

    /** Whether one of the fields is of that kind. */
    static boolean has(List<Field> fields, FieldKind kind) {
        return fields.stream().anyMatch(f -> f.kind() == kind);
    }

    Field as(FieldKind other, String why) {
        return new Field(name, columns, other, why);
    }
}
