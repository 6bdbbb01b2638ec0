package sightline.documents;

import sightline.documents.Sheets.CellFormat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of one sheet. */
final class SheetReader {
    static final int COLUMNS_MAX = 200;
    private static final int DIGITS_MAX = 40;
    private static final long SECONDS_A_DAY = 86_400;

    private final Sheets sheets;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();

    private List<String> row = new ArrayList<>();
    private boolean hiddenRow;
    private int number;
    private int column;
    private String type = "";
    private int style;
    private StringBuilder value = new StringBuilder();
    private boolean words;

    SheetReader(Sheets sheets) {
        this.sheets = sheets;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** Under which its reader finds each row. */
    List<Integer> numbers() {
        return numbers;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext() && rows.size() <= TableFile.ROWS_MAX) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (words) {
                        value.append(xml.getText());
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "col" -> {
                if (Sheets.isOn(OfficeFile.value(xml, "hidden"))) {
                    int last = Math.min(Sheets.number(xml, "max"), COLUMNS_MAX);
                    for (int c = Sheets.number(xml, "min"); c <= last; c++) {
                        hidden.add(c - 1);
                    }
                }
            }
            case "row" -> {
                row = new ArrayList<>();
                int named = Sheets.number(xml, "r");
                number = named == 0 ? number + 1 : named;
                hiddenRow = Sheets.isOn(OfficeFile.value(xml, "hidden"));
                column = -1;
            }
            case "c" -> {
                String at = OfficeFile.value(xml, "r").replaceAll("[0-9]", "");
                column = at.isEmpty() ? column + 1 : index(at);
                type = OfficeFile.value(xml, "t");
                style = Sheets.number(xml, "s");
                value = new StringBuilder();
            }
            case "v", "t" -> words = true;
            default -> words = false;
        }
    }

    private static int index(String letters) {
        int index = 0;
        for (int i = 0; i < Math.min(letters.length(), 3); i++) {
            index = index * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return index - 1;
    }

    private void end(String name) {
        switch (name) {
            case "c" -> cell();
            case "row" -> {
                if (row.stream().anyMatch(c -> !c.isEmpty())) {
                    if (hiddenRow) {
                        sheets.left().add("hidden rows");
                    } else {
                        rows.add(List.copyOf(row));
                        numbers.add(number);
                    }
                }
            }
            default -> words = false;
        }
    }

    private void cell() {
        String text = text();
        if (column < 0 || column >= COLUMNS_MAX || text.isEmpty()) {
            return;
        }
        if (hidden.contains(column)) {
            sheets.left().add("hidden columns");
            return;
        }
        switch (sheets.format(style)) {
            case NOTHING -> sheets.left().add("cells whose format shows nothing");
            case COVERED -> sheets.left().add("text in the colour of what it stands on");
            case AS_IT_IS, DAY -> keep(text);
        }
    }

    private void keep(String text) {
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, text);
    }

    private String text() {
        String raw = value.toString();
        return switch (type) {
            case "s" -> sheets.sharedText(raw);
            case "b" -> raw.equals("1") ? "yes" : "no";
            case "e" -> "";
            case "inlineStr", "str", "d" -> sheets.counted(raw);
            default -> numeric(raw);
        };
    }

    private String numeric(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            // Written out, 1E999999999 would fill any memory.
            if (Math.abs((long) number.scale()) > DIGITS_MAX || number.precision() > DIGITS_MAX) {
                return sheets.counted(raw);
            }
            return sheets.format(style) == CellFormat.DAY
                    ? day(number)
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return sheets.counted(raw);
        }
    }

    /** Days since the end of 1899 (or since 1904), with the time as a part of a day. */
    private String day(BigDecimal number) {
        long days = number.longValue();
        if (days < 0 || days > 2_958_465) {
            return number.stripTrailingZeros().toPlainString();
        }
        LocalDate zero = sheets.from1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        // The first program counted a 29 February 1900, and all since do.
        long shift = !sheets.from1904() && days < 60 ? 1 : 0;
        long seconds =
                Math.round(number.subtract(BigDecimal.valueOf(days)).doubleValue() * SECONDS_A_DAY);
        LocalDateTime moment = zero.plusDays(days + shift).atStartOfDay().plusSeconds(seconds);
        if (days == 0 && seconds > 0) {
            return moment.toLocalTime().toString();
        }
        return seconds == 0
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + " " + moment.toLocalTime().withSecond(0).withNano(0);
    }
}
