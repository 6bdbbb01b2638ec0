package sightline.register;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cells as CSV writes them (RFC 4180), for whoever opens the file in a spreadsheet: a cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvCells {
    /** What begins a formula, also in the wide letters of East Asia. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvCells() {}

    /** One row, with its line end. */
    public static String row(List<String> cells) {
        return cells.stream().map(CsvCells::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String plain = text.replace("\0", "");
        boolean formula = !plain.isEmpty() && FORMULA.indexOf(plain.charAt(0)) >= 0;
        String safe = formula ? "'" + plain : plain;
        boolean quoted =
                safe.chars()
                        .anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
