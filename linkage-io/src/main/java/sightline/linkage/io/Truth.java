package sightline.linkage.io;

import sightline.linkage.Assessment;
import sightline.linkage.Column;
import sightline.linkage.LinkageException;
import sightline.linkage.Table;

import java.util.List;

/** The truth that stands in a column of each table, taken out of them before they are linked. */
final class Truth {
    private final List<Table> tables;
    private final int[] people;

    private Truth(List<Table> tables, int[] people) {
        this.tables = tables;
        this.people = people;
    }

    static Truth of(List<Table> tables, String column) {
        int[] people = Assessment.truthIn(columns(tables, column));
        return new Truth(tables.stream().map(t -> without(t, column)).toList(), people);
    }

    static List<Column> columns(List<Table> tables, String name) {
        return tables.stream()
                .map(t ->
                        t.column(name)
                                .orElseThrow(() ->
                                        new LinkageException(
                                                "%s has no column called %s.%nIt has: %s."
                                                        .formatted(
                                                                t.name(),
                                                                name,
                                                                String.join(
                                                                        ", ",
                                                                        t.columns().stream()
                                                                                .map(Column::name)
                                                                                .toList())))))
                .toList();
    }

    private static Table without(Table table, String column) {
        List<Column> others =
                table.columns().stream().filter(c -> !c.name().equals(column)).toList();
        return new Table(table.name(), others, table.rows(), table.remarks());
    }

    /** The tables as linkage may see them. */
    List<Table> tables() {
        return tables;
    }

    /** The person of each record. */
    int[] people() {
        return people.clone();
    }
}
