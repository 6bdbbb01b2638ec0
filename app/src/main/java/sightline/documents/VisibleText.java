package sightline.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text that a reader of a DOCX sees, with its notes: what was deleted, moved away, hidden, put
 * under a bar, or said in comments is not handed on, so it cannot leak. Streamed: what is held is a
 * paragraph, and the notes.
 */
public final class VisibleText {
    private static final String TEXT = "word/document.xml";
    private static final int STYLES_DEEP = 20;
    private static final String BLACK = "000000";
    private static final String WHITE = "FFFFFF";
    private static final Set<String> NO_COLOUR = Set.of("", "AUTO");
    private static final Set<String> AWAY =
            Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "trPrChange");

    private final Seen seen;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final Set<String> shadedStyles = new HashSet<>();
    private final Map<String, String> basedOn = new HashMap<>();
    private final List<Paragraph> open = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Ground> tables = new ArrayList<>();
    private final List<Ground> cells = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();
    private int noted;
    private String note = "";
    private int away;
    private int rowProperties;
    private int paragraphProperties;
    private int tableProperties;
    private int cellProperties;
    private boolean words;

    private VisibleText(Seen seen) {
        this.seen = seen;
    }

    /** A run that is being read: a box of text stands within one. */
    private static final class Run {
        private boolean hidden;
        private String colour = "";
        private String bar = "";
    }

    /** What text stands on in a table. */
    private static final class Ground {
        private boolean shaded;
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
        private final List<String> notes = new ArrayList<>();
        private String style = "";
        private boolean hidden;
        private boolean shaded;
    }

    /** Whether a file holds such a text. */
    public static boolean in(OfficeFile file) {
        return file.has(TEXT);
    }

    /** Goes through the text of a file. */
    public static void read(OfficeFile file, Seen seen) throws IOException, XMLStreamException {
        var text = new VisibleText(seen);
        BesideText.of(file).forEach(seen::left);
        file.each("word/styles.xml", text::styles);
        if (file.has("word/comments.xml")) {
            seen.left("comments");
        }
        for (String name : file.names()) {
            if (name.matches("word/(header|footer)[0-9]*\\.xml")) {
                file.each(name, text::furniture);
            }
        }
        text.notes(file, "footnote");
        text.notes(file, "endnote");
        file.each(TEXT, text::body);
    }

    /** What stands at the head or foot of each page is no part of the text. */
    private void furniture(XMLStreamReader xml) throws XMLStreamException {
        aside(_ -> seen.left("headers and footers")).body(xml);
    }

    /** What stands below is told where it is referred to. */
    private void notes(OfficeFile file, String kind) throws IOException, XMLStreamException {
        List<VisibleText> reading = new ArrayList<>();
        VisibleText below =
                aside(said ->
                        notes.merge(
                                kind + reading.getFirst().note,
                                said,
                                (before, more) -> before + " " + more));
        reading.add(below);
        file.each("word/" + kind + "s.xml", below::body);
    }

    private VisibleText aside(Consumer<String> said) {
        var aside = new VisibleText(new Aside(said, seen));
        aside.hiddenStyles.addAll(hiddenStyles);
        aside.shadedStyles.addAll(shadedStyles);
        aside.basedOn.putAll(basedOn);
        return aside;
    }

    /** Takes in what does not stand in the text itself. */
    private record Aside(Consumer<String> said, Seen text) implements Seen {
        @Override
        public void paragraph(String paragraph, String style) {
            if (!paragraph.isEmpty()) {
                said.accept(paragraph);
            }
        }

        @Override
        public void left(String what) {
            text.left(what);
        }
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException {
        String id = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "style" -> id = OfficeFile.value(xml, "styleId");
                    case "basedOn" -> basedOn.put(id, OfficeFile.value(xml, "val"));
                    case "vanish" -> {
                        if (on(xml)) {
                            hiddenStyles.add(id);
                        }
                    }
                    case "shd" -> {
                        if (isShade(fill(xml))) {
                            shadedStyles.add(id);
                        }
                    }
                    default -> {
                        continue;
                    }
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
            case "pPr" -> paragraphProperties++;
            case "r" -> runs.add(new Run());
            case "rStyle", "vanish", "specVanish", "webHidden", "color", "highlight", "shd" ->
                    look(name, xml);
            case "footnote", "endnote" -> note = OfficeFile.value(xml, "id");
            case "footnoteReference", "endnoteReference" ->
                    refer(name.replace("Reference", ""), OfficeFile.value(xml, "id"));
            case "docPr", "shape", "imagedata" -> described(xml);
            case "altChunk" -> seen.left("a part in another format");
            case "instrText" -> seen.left("codes of fields");
            case "sym" -> seen.left("symbols of a font of their own");
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
            case "tbl" -> {
                tables.add(new Ground());
                seen.begins(Piece.TABLE);
            }
            case "tr" -> seen.begins(Piece.ROW);
            case "tc" -> {
                cells.add(new Ground());
                seen.begins(Piece.CELL);
            }
            case "tblStyle" -> shade(tables, isShaded(OfficeFile.value(xml, "val")));
            case "tblPr", "tblPrEx" -> tableProperties++;
            case "tcPr" -> cellProperties++;
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
            case "r" -> end(runs);
            case "pPr" -> paragraphProperties--;
            case "p" -> {
                if (!open.isEmpty()) {
                    Paragraph ended = open.removeLast();
                    seen.paragraph(
                            ended.text.toString().replaceAll("\\s+", " ").strip(), ended.style);
                    ended.notes.forEach(n -> seen.paragraph(n, ""));
                }
            }
            case "tbl" -> {
                end(tables);
                seen.ends(Piece.TABLE);
            }
            case "tr" -> seen.ends(Piece.ROW);
            case "tc" -> {
                end(cells);
                seen.ends(Piece.CELL);
            }
            case "tblPr", "tblPrEx" -> tableProperties--;
            case "tcPr" -> cellProperties--;
            case "trPr" -> rowProperties--;
            default -> {
                return;
            }
        }
    }

    /** How a run looks, or a paragraph. */
    private void look(String name, XMLStreamReader xml) {
        if (cellProperties > 0 || tableProperties > 0) {
            shade(cellProperties > 0 ? cells : tables, name.equals("shd") && isShade(fill(xml)));
            return;
        }
        if (paragraphProperties > 0 || runs.isEmpty()) {
            if (name.equals("shd") && paragraphProperties > 0 && !open.isEmpty()) {
                open.getLast().shaded = isShade(fill(xml));
            }
            return;
        }
        Run run = runs.getLast();
        switch (name) {
            case "rStyle" -> run.hidden |= hiddenStyles.contains(OfficeFile.value(xml, "val"));
            case "color" -> run.colour = hex(xml, "val");
            case "highlight" ->
                    run.bar =
                            switch (OfficeFile.value(xml, "val")) {
                                case "black" -> BLACK;
                                case "white" -> WHITE;
                                case "none" -> "";
                                default -> "OTHER";
                            };
            case "shd" -> run.bar = run.bar.isEmpty() ? fill(xml) : run.bar;
            default -> run.hidden |= on(xml);
        }
    }

    /** A style has what those have on which it is based. */
    private boolean isShaded(String style) {
        return Stream.iterate(style, s -> basedOn.getOrDefault(s, ""))
                .takeWhile(s -> !s.isEmpty())
                .limit(STYLES_DEEP)
                .anyMatch(shadedStyles::contains);
    }

    private static void shade(List<Ground> grounds, boolean shaded) {
        if (shaded && !grounds.isEmpty()) {
            grounds.getLast().shaded = true;
        }
    }

    private static void end(List<?> open) {
        if (!open.isEmpty()) {
            open.removeLast();
        }
    }

    private static boolean isShade(String fill) {
        return !NO_COLOUR.contains(fill) && !fill.equals(WHITE);
    }

    /** A pattern without gaps covers what is below it. */
    private static String fill(XMLStreamReader xml) {
        return OfficeFile.value(xml, "val").equals("solid")
                ? hex(xml, "color").replace("AUTO", BLACK)
                : hex(xml, "fill");
    }

    private static String hex(XMLStreamReader xml, String attribute) {
        return OfficeFile.value(xml, attribute).toUpperCase(Locale.ROOT);
    }

    /**
     * Whether text has the colour of what it stands on. A box of text may have been given one, and
     * so may any part of a table whose style has one: there, white is taken to be seen.
     */
    private boolean isCovered() {
        if (runs.isEmpty()) {
            return false;
        }
        Run run = runs.getLast();
        if (NO_COLOUR.contains(run.bar)) {
            return run.colour.equals(WHITE)
                    && open.size() == 1
                    && !open.getLast().shaded
                    && Stream.of(tables, cells).flatMap(List::stream).noneMatch(g -> g.shaded);
        }
        return (NO_COLOUR.contains(run.colour) ? BLACK : run.colour).equals(run.bar);
    }

    private void described(XMLStreamReader xml) {
        for (String attribute : List.of("descr", "title", "alt")) {
            if (!OfficeFile.value(xml, attribute).isBlank()) {
                seen.left("descriptions of pictures");
            }
        }
    }

    private void refer(String kind, String id) {
        String said = notes.getOrDefault(kind + id, "");
        if (!said.isEmpty() && !open.isEmpty() && !isHidden()) {
            noted++;
            open.getLast().text.append('[').append(noted).append(']');
            open.getLast().notes.add("[" + noted + "] " + said);
        }
    }

    private boolean isHidden() {
        return runs.stream().anyMatch(r -> r.hidden) || open.stream().anyMatch(p -> p.hidden);
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
            open.getLast().shaded = isShaded(id);
        }
    }

    private void add(String text) {
        if (open.isEmpty()) {
            return;
        }
        if (isHidden()) {
            if (!text.isBlank()) {
                seen.left("hidden text");
            }
            return;
        }
        if (!text.isBlank() && isCovered()) {
            seen.left("text in the colour of what it stands on");
            return;
        }
        open.getLast().text.append(text);
    }
}
