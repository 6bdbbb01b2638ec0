package sightline.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text that a reader of a DOCX sees: what was deleted, moved away, hidden, or said in comments
 * is not handed on, so it cannot leak. Streamed: what is held is a paragraph.
 */
public final class VisibleText {
    private static final String TEXT = "word/document.xml";
    private static final Set<String> AWAY =
            Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "trPrChange");

    private final Seen seen;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final List<Paragraph> open = new ArrayList<>();
    private int away;
    private int rowProperties;
    private boolean hiddenRun;
    private boolean words;

    private VisibleText(Seen seen) {
        this.seen = seen;
    }

    /** What a table is made of. */
    public enum Piece {
        TABLE,
        ROW,
        CELL
    }

    /** Whoever takes in what is seen, in its order. */
    public interface Seen {
        /** A paragraph ended; {@code style} is the id of its style. */
        void paragraph(String text, String style);

        /** A page ended. */
        default void page() {}

        /** A table, row or cell begins. */
        default void begins(Piece piece) {}

        /** It ends. */
        default void ends(Piece piece) {}

        /** The row that is open is not seen: it is hidden, or was deleted. */
        default void notSeen() {}

        /** Something is in the file that is not handed on, in plain words. */
        void left(String what);
    }

    /** A paragraph that is being read; one may stand within another, in a box of text. */
    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private String style = "";
        private boolean hidden;
    }

    /** Whether a file holds such a text. */
    public static boolean in(OfficeFile file) {
        return file.has(TEXT);
    }

    /** Goes through the text of a file. */
    public static void read(OfficeFile file, Seen seen) throws IOException, XMLStreamException {
        var text = new VisibleText(seen);
        file.each("word/styles.xml", text::styles);
        if (file.has("word/comments.xml")) {
            seen.left("comments");
        }
        file.each(TEXT, text::body);
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException {
        String id = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("style")) {
                    id = OfficeFile.value(xml, "styleId");
                } else if (xml.getLocalName().equals("vanish") && on(xml)) {
                    hiddenStyles.add(id);
                }
            }
        }
    }

    private static boolean on(XMLStreamReader xml) {
        return !Set.of("0", "false", "off").contains(OfficeFile.value(xml, "val"));
    }

    private void body(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (away > 0 || AWAY.contains(name)) {
                        away++;
                        note(name);
                    } else {
                        begin(name, xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (away > 0) {
                        away--;
                    } else {
                        end(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (words && away == 0) {
                        add(xml.getText());
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }

    private void begin(String name, XMLStreamReader xml) {
        switch (name) {
            case "p" -> open.add(new Paragraph());
            case "pStyle" -> style(OfficeFile.value(xml, "val"));
            case "r" -> hiddenRun = false;
            case "rStyle" -> hiddenRun |= hiddenStyles.contains(OfficeFile.value(xml, "val"));
            case "vanish", "specVanish", "webHidden" -> hiddenRun |= on(xml);
            case "t" -> words = true;
            case "tab", "cr" -> add(" ");
            case "noBreakHyphen" -> add("-");
            case "br" -> {
                add(" ");
                if (OfficeFile.value(xml, "type").equals("page")) {
                    seen.page();
                }
            }
            case "lastRenderedPageBreak" -> seen.page();
            case "tbl" -> seen.begins(Piece.TABLE);
            case "tr" -> seen.begins(Piece.ROW);
            case "tc" -> seen.begins(Piece.CELL);
            case "trPr" -> rowProperties++;
            case "hidden" -> {
                if (rowProperties > 0 && on(xml)) {
                    seen.left("hidden rows");
                    seen.notSeen();
                }
            }
            case "cellDel" -> {
                seen.left("cells that were deleted with tracked changes");
                seen.notSeen();
            }
            default -> {
                return;
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "t" -> words = false;
            case "r" -> hiddenRun = false;
            case "p" -> {
                if (!open.isEmpty()) {
                    Paragraph ended = open.removeLast();
                    seen.paragraph(
                            ended.text.toString().replaceAll("\\s+", " ").strip(), ended.style);
                }
            }
            case "tbl" -> seen.ends(Piece.TABLE);
            case "tr" -> seen.ends(Piece.ROW);
            case "tc" -> seen.ends(Piece.CELL);
            case "trPr" -> rowProperties--;
            default -> {
                return;
            }
        }
    }

    private void note(String element) {
        switch (element) {
            case "del" -> {
                seen.left("text that was deleted with tracked changes");
                if (rowProperties > 0) {
                    seen.notSeen();
                }
            }
            case "moveFrom" -> seen.left("text that was moved away with tracked changes");
            default -> {
                return;
            }
        }
    }

    private void style(String id) {
        if (!open.isEmpty()) {
            open.getLast().style = id;
            open.getLast().hidden = hiddenStyles.contains(id);
        }
    }

    private void add(String text) {
        if (open.isEmpty()) {
            return;
        }
        if (hiddenRun || open.getLast().hidden) {
            if (!text.isBlank()) {
                seen.left("hidden text");
            }
            return;
        }
        open.getLast().text.append(text);
    }
}
