package sightline.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables as an XLSX: each a sheet whose first row is its heading, fixed while the rest is moved and
 * with a filter. Every cell is text, so that nothing of it is computed when it is opened.
 */
public final class WrittenSheets {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final int WIDTH_MAX = 60;
    private static final int WIDTH_MIN = 12;
    private static final int CELL_MAX = 32_767;

    private WrittenSheets() {}

    /** The file. */
    public static byte[] xlsx(String title, List<ReadTable.Table> tables) {
        List<WrittenZip.Part> parts = new ArrayList<>();
        StringBuilder names = new StringBuilder();
        for (ReadTable.Table table : tables) {
            int number = parts.size() + 1;
            parts.add(
                    new WrittenZip.Part(
                            "xl/worksheets/sheet" + number + ".xml",
                            "officedocument.spreadsheetml.worksheet",
                            "worksheet",
                            sheet(table)));
            names.append("<sheet name=\"")
                    .append(WrittenZip.escaped(table.name()))
                    .append("\" sheetId=\"")
                    .append(number)
                    .append("\" r:id=\"rId")
                    .append(number)
                    .append("\"/>");
        }
        parts.add(
                new WrittenZip.Part(
                        "xl/styles.xml",
                        "officedocument.spreadsheetml.styles",
                        "styles",
                        styles()));
        String workbook =
                WrittenZip.HEAD
                        + "<workbook xmlns=\""
                        + MAIN
                        + "\" xmlns:r=\""
                        + WrittenZip.OFFICE
                        + "\"><sheets>"
                        + names
                        + "</sheets></workbook>";
        return WrittenZip.office(
                title,
                new WrittenZip.Part(
                        "xl/workbook.xml",
                        "officedocument.spreadsheetml.sheet.main",
                        "officeDocument",
                        workbook),
                parts);
    }

    private static String styles() {
        return WrittenZip.HEAD
                + "<styleSheet xmlns=\""
                + MAIN
                + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Arial\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Arial\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf xfId=\"0\" applyAlignment=\"1\">"
                + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
                + "<xf fontId=\"1\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>";
    }

    private static String sheet(ReadTable.Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(1);
        StringBuilder xml = new StringBuilder(WrittenZip.HEAD);
        xml.append("<worksheet xmlns=\"")
                .append(MAIN)
                .append("\"><sheetViews><sheetView workbookViewId=\"0\">")
                .append(
                        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .append("</sheetView></sheetViews><cols>");
        for (int column = 0; column < columns; column++) {
            int at = column;
            int longest =
                    table.rows().stream()
                            .mapToInt(r -> at < r.size() ? r.get(at).length() : 0)
                            .max()
                            .orElse(0);
            xml.append("<col min=\"")
                    .append(column + 1)
                    .append("\" max=\"")
                    .append(column + 1)
                    .append("\" width=\"")
                    .append(Math.clamp(longest + 2, WIDTH_MIN, WIDTH_MAX))
                    .append("\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
        for (int row = 0; row < table.rows().size(); row++) {
            row(xml, row, table.rows().get(row));
        }
        return xml.append("</sheetData><autoFilter ref=\"A1:")
                .append(letters(columns - 1))
                .append(Math.max(1, table.rows().size()))
                .append("\"/></worksheet>")
                .toString();
    }

    private static void row(StringBuilder xml, int row, List<String> cells) {
        xml.append("<row r=\"").append(row + 1).append("\">");
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            xml.append("<c r=\"")
                    .append(letters(column))
                    .append(row + 1)
                    .append("\" t=\"inlineStr\" s=\"")
                    .append(row == 0 ? 1 : 0)
                    .append("\"><is><t xml:space=\"preserve\">")
                    .append(
                            WrittenZip.escaped(
                                    text.length() > CELL_MAX ? text.substring(0, CELL_MAX) : text))
                    .append("</t></is></c>");
        }
        xml.append("</row>");
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
