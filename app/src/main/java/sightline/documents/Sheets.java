package sightline.documents;

import sightline.documents.ReadTable.Table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of an XLSX that its reader sees: hidden sheets, rows and columns, comments, and cells
 * whose format or colour shows nothing are left behind. Of a formula the value is read that was
 * last computed.
 */
final class Sheets {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int LETTERS_MAX = 6_000_000;

    private final OfficeFile file;
    private final List<String> shared = new ArrayList<>();
    private final SheetStyles styles = new SheetStyles();
    private final Set<String> left = new LinkedHashSet<>();
    private boolean from1904;
    private long letters;

    Sheets(OfficeFile file) {
        this.file = file;
    }

    /** How a cell shows its value. */
    enum CellFormat {
        AS_IT_IS,
        DAY,
        NOTHING,
        /** In the colour of what it stands on. */
        COVERED
    }

    static boolean in(OfficeFile file) {
        return file.has(WORKBOOK);
    }

    Set<String> left() {
        return left;
    }

    List<Table> read() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        file.each("xl/_rels/workbook.xml.rels", xml -> relations(xml, targets));
        Map<String, String> sheets = new LinkedHashMap<>();
        file.each(WORKBOOK, xml -> workbook(xml, sheets));
        file.each("xl/styles.xml", styles::read);
        file.each("xl/sharedStrings.xml", this::strings);
        left.addAll(BesideText.parts(file));
        if (file.names().stream().anyMatch(n -> n.contains("omments"))) {
            left.add("comments");
        }
        for (String name : file.names()) {
            if (name.matches("xl/drawings/drawing[0-9]*\\.xml")) {
                file.each(name, this::drawing);
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            String target = Optional.ofNullable(targets.get(sheet.getValue())).orElse("");
            var reader = new SheetReader(this);
            file.each(target.startsWith("/") ? target.substring(1) : "xl/" + target, reader::read);
            tables.add(new Table(sheet.getKey(), reader.rows(), reader.numbers()));
        }
        return tables;
    }

    private static void relations(XMLStreamReader xml, Map<String, String> targets)
            throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                targets.put(OfficeFile.value(xml, "Id"), OfficeFile.value(xml, "Target"));
            }
        }
    }

    private void workbook(XMLStreamReader xml, Map<String, String> sheets)
            throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                from1904 = isOn(OfficeFile.value(xml, "date1904"));
            } else if (xml.getLocalName().equals("sheet")) {
                String state = OfficeFile.value(xml, "state");
                if (state.isEmpty() || state.equals("visible")) {
                    sheets.put(OfficeFile.value(xml, "name"), OfficeFile.value(xml, "id"));
                } else {
                    left.add("hidden sheets");
                }
            }
        }
    }

    private void drawing(XMLStreamReader xml) throws XMLStreamException {
        boolean words = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> words = xml.getLocalName().equals("t");
                case XMLStreamConstants.END_ELEMENT -> words = false;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (words && !xml.getText().isBlank()) {
                        left.add("boxes of text");
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }

    static boolean isOn(String value) {
        return value.equals("1") || value.equals("true");
    }

    static int number(XMLStreamReader xml, String attribute) {
        String value = OfficeFile.value(xml, attribute);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    /** A format of days has a letter of a day or year outside of quotes and brackets. */
    static CellFormat format(String code) {
        if (code.replace("@", "").strip().matches(";{2,3}")) {
            return CellFormat.NOTHING;
        }
        String bare =
                code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.matches(".*[dyhs].*") || bare.matches(".*mmm.*")
                ? CellFormat.DAY
                : CellFormat.AS_IT_IS;
    }

    private void strings(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int aside = 0;
        boolean words = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> text = new StringBuilder();
                        case "rPh" -> aside++;
                        case "t" -> words = aside == 0;
                        default -> words = false;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> shared.add(counted(text.toString()));
                        case "rPh" -> aside--;
                        default -> words = false;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (words) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }

    /** A text that is handed on; a file of more than a table has is refused. */
    String counted(String text) {
        letters += text.length();
        if (letters > LETTERS_MAX) {
            throw new IllegalArgumentException("more text than a table has");
        }
        return text.replaceAll("\\s+", " ").strip();
    }

    String sharedText(String index) {
        int at = index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : -1;
        return at >= 0 && at < shared.size() ? shared.get(at) : "";
    }

    CellFormat format(int style) {
        return styles.format(style);
    }

    boolean from1904() {
        return from1904;
    }
}
