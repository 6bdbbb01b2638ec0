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
    static final String JOIN = " + ";

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

    /**
     * The column of that name. Where there is none, "given + surname" is what the two columns hold
     * together, as full names with the surname first.
     */
    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .or(() -> joined(column));
    }

    private Optional<Column> joined(String column) {
        int plus = column.indexOf(JOIN);
        if (plus < 0) {
            return Optional.empty();
        }
        Optional<Column> given = column(column.substring(0, plus));
        Optional<Column> surname = column(column.substring(plus + JOIN.length()));
        if (given.isEmpty() || surname.isEmpty()) {
            return Optional.empty();
        }
        Column.Builder both = new Column.Builder(column);
        for (int row = 0; row < rows; row++) {
            both.add(fullName(given.get().text(row), surname.get().text(row)));
        }
        return Optional.of(both.build());
    }

    /** Both names in one, in the form that tells which is which. */
    static String fullName(String given, String surname) {
        return given.isEmpty() && surname.isEmpty() ? "" : surname + ", " + given;
    }
}
