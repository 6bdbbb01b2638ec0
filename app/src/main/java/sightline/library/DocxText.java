package sightline.library;

import sightline.core.library.PublishedReview.Section;
import sightline.documents.OfficeFile;
import sightline.documents.VisibleText;
import sightline.library.ReadDocument.Refused;
import sightline.library.ReadDocument.Why;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

/** A DOCX as sections of the text that its reader sees. */
final class DocxText implements VisibleText.Seen {
    private final Documents.Opened<OfficeFile> file;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();

    private List<String> paragraphs = new ArrayList<>();
    private String heading = "";
    private int page = 1;
    private int sectionPage = 1;
    private int letters;

    DocxText(Documents.Opened<OfficeFile> file) {
        this.file = file;
    }

    ReadDocument read() {
        try (OfficeFile zip = file.open()) {
            if (!VisibleText.in(zip)) {
                return new Refused(Why.OTHER_KIND);
            }
            VisibleText.read(zip, this);
        } catch (OfficeFile.SwellsException swells) {
            return new Refused(Why.SWELLS);
        } catch (XMLStreamException damaged) {
            return new Refused(Why.DAMAGED);
        } catch (IOException damaged) {
            return new Refused(
                    damaged.getCause() instanceof OfficeFile.SwellsException
                            ? Why.SWELLS
                            : Why.DAMAGED);
        }
        endSection();
        if (letters > Documents.LETTERS_MAX || page > Documents.PAGES_MAX) {
            return new Refused(Why.TOO_LONG);
        }
        return sections.isEmpty()
                ? new Refused(Why.NO_TEXT)
                : new ReadDocument.Text(sections, page, List.copyOf(left));
    }

    @Override
    public void page() {
        page++;
    }

    @Override
    public void left(String what) {
        left.add(what);
    }

    @Override
    public void paragraph(String text, String style) {
        if (text.isEmpty()) {
            return;
        }
        letters += text.length();
        if (style.startsWith("Heading") || style.equals("Title")) {
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
