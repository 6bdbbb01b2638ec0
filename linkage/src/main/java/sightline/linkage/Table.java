package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Between the names of the columns with the year, the month and the day of a date. */
    static final String DATE = " / ";

    /** Between a column and the two that hold the same where it is empty. */
    static final String OR = " or ";

    /** Behind the name of a column with places: the degrees of latitude, and of longitude. */
    static final List<String> DEGREES = List.of(": first", ": second");

    /** Behind the name of a column of text: the largest number that stands in it. */
    static final String SIZE = ": largest number";

    /** What may stand behind the name of a column where a part of it is meant. */
    private static final List<String> PARTS =
            Stream.concat(
                            Stream.of(DEGREES.getFirst(), DEGREES.getLast(), SIZE),
                            Arrays.stream(LinePart.values()).map(LinePart::mark))
                    .toList();

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
     * | former" both names of each person, "year - age" the years of birth, "year / month / day"
     * the date of the three, "name or given + surname" what stands in the first or else in the two,
     * "place: first" the first of two numbers in one cell, "title: largest number" the largest in a
     * text and "details: name" who is named in a line of free text.
     */
    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .or(() -> joined(column));
    }

    private Optional<Column> joined(String column) {
        Optional<Joined> joined = Joined.of(column, this::has);
        List<String> names = joined.map(Joined::parts).orElse(List.of());
        List<Column> parts = names.stream().map(this::column).flatMap(Optional::stream).toList();
        if (joined.isEmpty() || parts.size() < names.size()) {
            return Optional.empty();
        }
        Optional<LinePart> ofLine = LinePart.marked(joined.get().mark());
        if (ofLine.isPresent()) {
            return ofLine.map(part -> FreeLines.part(parts.getFirst(), part));
        }
        Column.Builder both = new Column.Builder(column);
        for (int row = 0; row < rows; row++) {
            int at = row;
            both.add(joined.get().of(parts.stream().map(part -> part.text(at)).toList()));
        }
        return Optional.of(both.build());
    }

    private boolean has(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    /**
     * What stands in a joined column, from what stands in its parts; nothing for others.
     *
     * @param known whether a column of that name is there
     */
    static Optional<String> joined(
            String column, Predicate<String> known, UnaryOperator<String> cell) {
        return Joined.of(column, known)
                .map(joined -> joined.of(joined.parts().stream().map(cell).toList()));
    }

    /** What a joined column is made of: the mark between the parts, and their names. */
    private record Joined(String mark, List<String> parts) {

        /** The names of columns may hold such marks, too: where all parts are known, it parts. */
        static Optional<Joined> of(String column, Predicate<String> known) {
            List<Joined> possible = new ArrayList<>();
            for (List<String> or : partings(column, OR)) {
                for (List<String> two : partings(or.getLast(), JOIN)) {
                    List<String> parts = List.of(or.getFirst(), two.getFirst(), two.getLast());
                    possible.add(new Joined(OR, parts));
                }
            }
            for (String part : PARTS) {
                if (column.endsWith(part)) {
                    String whole = column.substring(0, column.length() - part.length());
                    possible.add(new Joined(part, List.of(whole)));
                }
            }
            if (column.contains(LINE)) {
                possible.add(new Joined(LINE, List.of(column.split(LINE))));
            }
            for (List<String> year : partings(column, DATE)) {
                for (List<String> rest : partings(year.getLast(), DATE)) {
                    List<String> parts = List.of(year.getFirst(), rest.getFirst(), rest.getLast());
                    possible.add(new Joined(DATE, parts));
                }
            }
            for (String mark : List.of(JOIN, ALSO, LESS)) {
                partings(column, mark).forEach(parts -> possible.add(new Joined(mark, parts)));
            }
            possible.removeIf(joined -> joined.parts().isEmpty());
            return possible.stream()
                    .filter(joined -> joined.parts().stream().allMatch(known))
                    .findFirst()
                    .or(() -> possible.stream().findFirst());
        }

        /** What stands before and behind the mark, for each place where it stands. */
        private static List<List<String>> partings(String column, String mark) {
            List<List<String>> out = new ArrayList<>();
            for (int at = column.indexOf(mark); at >= 0; at = column.indexOf(mark, at + 1)) {
                out.add(List.of(column.substring(0, at), column.substring(at + mark.length())));
            }
            return out;
        }

        /** What stands there, from what stands in the parts. */
        String of(List<String> cells) {
            String first = cells.getFirst();
            String second = cells.getLast();
            return switch (mark) {
                case LINE -> line(cells);
                case JOIN -> fullName(first, second);
                case ALSO -> names(first, second);
                case OR -> first.isEmpty() ? fullName(cells.get(1), second) : first;
                case LESS -> BirthYears.of(first, second);
                case DATE -> DateParts.of(first, cells.get(1), second);
                case SIZE -> Numbers.largestIn(first);
                default ->
                        LinePart.marked(mark)
                                .map(part -> part.of(first))
                                .orElseGet(() -> Numbers.ofPlace(first, DEGREES.indexOf(mark)));
            };
        }
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
