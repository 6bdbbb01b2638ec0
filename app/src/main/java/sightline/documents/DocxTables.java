package sightline.documents;

import sightline.documents.ReadTable.Table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables of a DOCX; a table within a cell is text of that cell. */
final class DocxTables implements VisibleText.Seen {
    private final List<Table> tables = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();

    private List<List<String>> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean seen;
    private int depth;
    private int count;

    /** The tables, in their order. */
    List<Table> tables() {
        return tables;
    }

    /** What was not handed on. */
    Set<String> left() {
        return left;
    }

    @Override
    public void begins(VisibleText.Piece piece) {
        switch (piece) {
            case TABLE -> {
                depth++;
                rows = depth == 1 ? new ArrayList<>() : rows;
            }
            case ROW -> {
                if (depth == 1) {
                    cells = new ArrayList<>();
                    seen = true;
                }
            }
            case CELL -> cell = depth == 1 ? new StringBuilder() : cell;
        }
    }

    @Override
    public void ends(VisibleText.Piece piece) {
        switch (piece) {
            case TABLE -> {
                if (depth == 1) {
                    tables.add(new Table("", rows));
                }
                depth--;
            }
            case ROW -> {
                if (depth == 1 && seen && count <= TableFile.ROWS_MAX) {
                    rows.add(List.copyOf(cells));
                    count++;
                }
            }
            case CELL -> {
                if (depth == 1 && cells.size() < SheetReader.COLUMNS_MAX) {
                    cells.add(cell.toString().strip());
                }
            }
        }
    }

    @Override
    public void notSeen() {
        seen = false;
    }

    @Override
    public void paragraph(String text, String style) {
        if (depth > 0 && !text.isEmpty()) {
            cell.append(cell.isEmpty() ? "" : " ").append(text);
        }
    }

    @Override
    public void left(String what) {
        left.add(what);
    }
}
