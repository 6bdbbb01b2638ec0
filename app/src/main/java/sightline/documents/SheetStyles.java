package sightline.documents;

import sightline.documents.Sheets.CellFormat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How the cells of a workbook show their values, by the number of their style. */
final class SheetStyles {
    /** Built-in formats of days and times. */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

    /** No tint: left out, or a number that is nought however it is written. */
    private static final Pattern ZERO =
            Pattern.compile("\\s*(?:[+-]?(?:0+\\.?0*|\\.0+)(?:[eE][+-]?\\d+)?)?\\s*");

    private static final String FONTS = "fonts";
    private static final String FILLS = "fills";
    private static final String CELLS = "cellXfs";
    private static final Set<String> LISTS = Set.of(FONTS, FILLS, CELLS);

    private final List<CellFormat> formats = new ArrayList<>();
    private final Map<Integer, CellFormat> own = new HashMap<>();
    private final List<Boolean> white = new ArrayList<>();
    private final List<Boolean> filled = new ArrayList<>();
    private String list = "";

    /** Reads the part of the workbook that has them. */
    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName(), xml);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && LISTS.contains(xml.getLocalName())) {
                list = "";
            }
        }
    }

    /** How a style shows a value. */
    CellFormat format(int style) {
        return style < formats.size() ? formats.get(style) : CellFormat.AS_IT_IS;
    }

    private void begin(String name, XMLStreamReader xml) {
        if (LISTS.contains(name)) {
            list = name;
            return;
        }
        switch (list + " " + name) {
            case FONTS + " font" -> white.add(false);
            case FONTS + " color" -> last(white, isWhite(xml));
            case FILLS + " fill" -> filled.add(false);
            case FILLS + " patternFill" ->
                    last(
                            filled,
                            !Set.of("", "none").contains(OfficeFile.value(xml, "patternType")));
            case FILLS + " gradientFill" -> last(filled, true);
            case FILLS + " fgColor" -> {
                if (isWhite(xml)) {
                    last(filled, false);
                }
            }
            case CELLS + " xf" -> formats.add(format(xml));
            default -> {
                if (name.equals("numFmt")) {
                    own.put(
                            Sheets.number(xml, "numFmtId"),
                            Sheets.format(OfficeFile.value(xml, "formatCode")));
                }
            }
        }
    }

    private CellFormat format(XMLStreamReader xml) {
        if (is(white, Sheets.number(xml, "fontId")) && !is(filled, Sheets.number(xml, "fillId"))) {
            return CellFormat.COVERED;
        }
        int id = Sheets.number(xml, "numFmtId");
        return Optional.ofNullable(own.get(id))
                .orElse(DAYS.contains(id) ? CellFormat.DAY : CellFormat.AS_IT_IS);
    }

    /** Says it of the one that was begun last; a file that begins none says it of nothing. */
    private static void last(List<Boolean> all, boolean is) {
        if (!all.isEmpty()) {
            all.set(all.size() - 1, is);
        }
    }

    private static boolean is(List<Boolean> all, int number) {
        return number < all.size() && all.get(number);
    }

    /** White by its value, by the first colour of a theme, or by the number of the old palette. */
    private static boolean isWhite(XMLStreamReader xml) {
        return OfficeFile.value(xml, "rgb").matches("(?i)(..)?ffffff")
                || (OfficeFile.value(xml, "theme").equals("0")
                        && ZERO.matcher(OfficeFile.value(xml, "tint")).matches())
                || Set.of("1", "9").contains(OfficeFile.value(xml, "indexed"));
    }
}
