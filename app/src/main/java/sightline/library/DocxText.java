package sightline.library;

import sightline.core.library.PublishedReview.Section;
import sightline.library.ReadDocument.Refused;
import sightline.library.ReadDocument.Why;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text that a reader of a DOCX sees: what was deleted, moved away, hidden, or said in comments
 * is not read, so it cannot leak. Streamed: what is held is the text alone.
 */
final class DocxText {
    private static final long XML_BYTES_MAX = 96L * 1024 * 1024;
    private static final Set<String> AWAY =
            Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange");

    private final Path file;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<String> hiddenStyles = new HashSet<>();

    private List<String> paragraphs = new ArrayList<>();
    private String heading = "";
    private int page = 1;
    private int sectionPage = 1;
    private int letters;

    DocxText(Path file) {
        this.file = file;
    }

    /** Unzipped, a part is larger than any report is. */
    private static final class SwellsException extends IOException {
        private static final long serialVersionUID = 1;
    }

    ReadDocument read() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<ZipEntry> text = Optional.ofNullable(zip.getEntry("word/document.xml"));
            if (text.isEmpty()) {
                return new Refused(Why.OTHER_KIND);
            }
            Optional<ZipEntry> styles = Optional.ofNullable(zip.getEntry("word/styles.xml"));
            if (styles.isPresent()) {
                each(zip, styles.get(), this::style);
            }
            if (zip.getEntry("word/comments.xml") != null) {
                left.add("comments");
            }
            each(zip, text.get(), this::body);
        } catch (SwellsException swells) {
            return new Refused(Why.SWELLS);
        } catch (ZipException | XMLStreamException damaged) {
            return new Refused(Why.DAMAGED);
        } catch (IOException damaged) {
            return new Refused(
                    damaged.getCause() instanceof SwellsException ? Why.SWELLS : Why.DAMAGED);
        }
        endSection();
        if (letters > Documents.LETTERS_MAX || page > Documents.PAGES_MAX) {
            return new Refused(Why.TOO_LONG);
        }
        return sections.isEmpty()
                ? new Refused(Why.NO_TEXT)
                : new ReadDocument.Text(sections, page, List.copyOf(left));
    }

    private interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void each(ZipFile zip, ZipEntry entry, Part part)
            throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new Limited(zip.getInputStream(entry))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                part.read(xml);
            } catch (XMLStreamException broken) {
                if (broken.getNestedException() instanceof SwellsException swells) {
                    throw swells;
                }
                throw broken;
            } finally {
                xml.close();
            }
        }
    }

    private static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int bytes) throws SwellsException {
            read += bytes;
            if (read > XML_BYTES_MAX) {
                throw new SwellsException();
            }
        }
    }

    private static String value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static boolean on(XMLStreamReader xml) {
        return !Set.of("0", "false", "off").contains(value(xml, "val"));
    }

    private void style(XMLStreamReader xml) throws XMLStreamException {
        String id = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("style")) {
                    id = value(xml, "styleId");
                } else if (xml.getLocalName().equals("vanish") && on(xml)) {
                    hiddenStyles.add(id);
                }
            }
        }
    }

    /** A paragraph that is being read; one may stand within another, in a box of text. */
    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private boolean isHeading;
        private boolean hidden;
    }

    private void body(XMLStreamReader xml) throws XMLStreamException {
        List<Paragraph> open = new ArrayList<>();
        int away = 0;
        boolean hiddenRun = false;
        boolean words = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (away > 0 || AWAY.contains(name)) {
                        away++;
                        note(name);
                        continue;
                    }
                    switch (name) {
                        case "p" -> open.add(new Paragraph());
                        case "pStyle" -> style(open, value(xml, "val"));
                        case "r" -> hiddenRun = false;
                        case "rStyle" -> hiddenRun |= hiddenStyles.contains(value(xml, "val"));
                        case "vanish", "specVanish", "webHidden" -> hiddenRun |= on(xml);
                        case "t" -> words = true;
                        case "tab", "cr" -> add(open, hiddenRun, " ");
                        case "noBreakHyphen" -> add(open, hiddenRun, "-");
                        case "br" -> {
                            add(open, hiddenRun, " ");
                            page += value(xml, "type").equals("page") ? 1 : 0;
                        }
                        case "lastRenderedPageBreak" -> page++;
                        default -> {
                            continue;
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (away > 0) {
                        away--;
                        continue;
                    }
                    if (xml.getLocalName().equals("t")) {
                        words = false;
                    } else if (xml.getLocalName().equals("r")) {
                        hiddenRun = false;
                    } else if (xml.getLocalName().equals("p") && !open.isEmpty()) {
                        end(open.removeLast());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (words && away == 0) {
                        add(open, hiddenRun, xml.getText());
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }

    private void note(String element) {
        switch (element) {
            case "del" -> left.add("text that was deleted with tracked changes");
            case "moveFrom" -> left.add("text that was moved away with tracked changes");
            default -> {
                return;
            }
        }
    }

    private void style(List<Paragraph> open, String id) {
        if (!open.isEmpty()) {
            open.getLast().isHeading = id.startsWith("Heading") || id.equals("Title");
            open.getLast().hidden = hiddenStyles.contains(id);
        }
    }

    private void add(List<Paragraph> open, boolean hiddenRun, String text) {
        if (open.isEmpty()) {
            return;
        }
        if (hiddenRun || open.getLast().hidden) {
            if (!text.isBlank()) {
                left.add("hidden text");
            }
            return;
        }
        open.getLast().text.append(text);
        letters += text.length();
    }

    private void end(Paragraph paragraph) {
        String text = paragraph.text.toString().replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return;
        }
        if (paragraph.isHeading) {
            endSection();
            heading = text;
        } else {
            if (page != sectionPage && !paragraphs.isEmpty()) {
                endSection();
            }
            paragraphs.add(text);
        }
        sectionPage = paragraphs.size() <= 1 ? page : sectionPage;
    }

    private void endSection() {
        if (!paragraphs.isEmpty() || !heading.isEmpty()) {
            sections.add(new Section(sectionPage, heading, paragraphs));
        }
        paragraphs = new ArrayList<>();
        heading = "";
        sectionPage = page;
    }
}
