package sightline.linkage;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /** Between the names of columns with one name each of several that somebody had. */
    static final String ALSO = " | ";

    /** Between the name of a column with years or dates and that of one with ages then. */
    static final String LESS = " - ";

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
     * together, as full names with the surname first, "street & town" the two as one line, "surname
     * | former" both names of each person and "year - age" the years of birth.
     */
    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .or(() -> joined(column));
    }

    private Optional<Column> joined(String column) {
        List<String> names = partsOf(column);
        List<Column> parts = names.stream().map(this::column).flatMap(Optional::stream).toList();
        if (names.isEmpty() || parts.size() < names.size()) {
            return Optional.empty();
        }
        Column.Builder both = new Column.Builder(column);
        for (int row = 0; row < rows; row++) {
            int at = row;
            both.add(joined(column, part -> parts.get(names.indexOf(part)).text(at)).orElse(""));
        }
        return Optional.of(both.build());
    }

    /** The columns that a joined column is made of, none where it is not joined. */
    private static List<String> partsOf(String column) {
        for (String between : List.of(LINE, JOIN, ALSO, LESS)) {
            int at = column.indexOf(between);
            if (at >= 0) {
                return between.equals(LINE)
                        ? List.of(column.split(LINE))
                        : List.of(column.substring(0, at), column.substring(at + between.length()));
            }
        }
        return List.of();
    }

    /** What stands in a joined column, from what stands in its parts; nothing for others. */
    static Optional<String> joined(String column, UnaryOperator<String> cell) {
        List<String> parts = partsOf(column).stream().map(cell).toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (column.contains(LINE)) {
            return Optional.of(line(parts));
        }
        String first = parts.getFirst();
        String second = parts.getLast();
        if (column.contains(JOIN)) {
            return Optional.of(fullName(first, second));
        }
        return Optional.of(
                column.contains(ALSO) ? names(first, second) : BirthYears.of(first, second));
    }

    private static String names(String now, String before) {
        return now.isEmpty() || before.isEmpty() ? now + before : now + ALSO + before;
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
