package sightline.register;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the file as it stands.
 *
 * @param number as a person counts: the first after the header is 1
 * @param known the cells of the columns that are known, without blanks around; an empty one is left
 *     out
 * @param cells every cell, in the order of the file
 * @param width how many cells the header has
 */
record ImportRow(int number, Map<ImportColumn, String> known, List<String> cells, int width) {
    ImportRow {
        known = known.isEmpty() ? Map.of() : Map.copyOf(known);
        cells = List.copyOf(cells);
    }

    static ImportRow of(int number, List<ColumnAt> header, List<String> cells, int width) {
        Map<ImportColumn, String> known = new EnumMap<>(ImportColumn.class);
        for (ColumnAt at : header) {
            String cell = at.index() < cells.size() ? cells.get(at.index()).strip() : "";
            if (!cell.isEmpty()) {
                known.put(at.column(), cell);
            }
        }
        return new ImportRow(number, known, cells, width);
    }

    /** Where a column stands. */
    record ColumnAt(ImportColumn column, int index) {}

    /** What a cell says; empty where it is empty or the column is not there. */
    String cell(ImportColumn column) {
        return known.getOrDefault(column, "");
    }

    boolean has(ImportColumn column) {
        return known.containsKey(column);
    }

    @Override
    public String toString() {
        return "ImportRow[" + number + ", redacted]";
    }
}
