package sightline.linkage;

import java.util.List;

/**
 * One field of the records: which column of each table it is, what it holds, and why that was
 * thought.
 *
 * @param name what it is called in settings and explanations
 * @param columns the column's name in each table, empty where a table has none
 * @param kind what it holds
 * @param reason why, in words
 */
public record Field(String name, List<String> columns, FieldKind kind, String reason) {
    public Field {
        columns = List.copyOf(columns);
    }

    Field as(FieldKind other, String why) {
        return new Field(name, columns, other, why);
    }
}
