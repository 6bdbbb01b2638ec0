package sightline.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Between the names of the columns that an address is in. */
    static final String LINE = " & ";

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
     * together, as full names with the surname first, and "street & town" the two as one line.
     */
    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .or(() -> joined(column));
    }

    private Optional<Column> joined(String column) {
        if (column.contains(LINE)) {
            return line(column);
        }
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

    private Optional<Column> line(String column) {
        List<Column> parts = new ArrayList<>();
        for (String part : column.split(LINE)) {
            columns.stream().filter(c -> c.name().equals(part)).findFirst().ifPresent(parts::add);
        }
        if (parts.size() < column.split(LINE).length) {
            return Optional.empty();
        }
        Column.Builder line = new Column.Builder(column);
        for (int row = 0; row < rows; row++) {
            int at = row;
            line.add(line(parts.stream().map(part -> part.text(at)).toList()));
        }
        return Optional.of(line.build());
    }

    /** What there is of the parts of an address, as one line. */
    static String line(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Both names in one, in the form that tells which is which. */
    static String fullName(String given, String surname) {
        return given.isEmpty() && surname.isEmpty() ? "" : surname + ", " + given;
    }
}
