package sightline.linkage;

import java.util.List;
import java.util.Optional;

/**
 * A table of text: named columns of equal length.
 *
 * @param name where it came from: the file's name
 * @param columns in the order of the header
 * @param rows how many rows
 * @param remarks what had to be put up with while reading, for people
 */
public record Table(String name, List<Column> columns, int rows, List<String> remarks) {

    public Table {
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "Column %s has %d rows, the table %d."
                                .formatted(column.name(), column.rows(), rows));
            }
        }
    }

    /** A table of these columns without remarks. */
    public static Table of(String name, List<Column> columns) {
        return new Table(
                name, columns, columns.isEmpty() ? 0 : columns.getFirst().rows(), List.of());
    }

    /** The column of that name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
}
