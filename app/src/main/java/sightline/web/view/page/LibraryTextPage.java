package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;

import java.util.List;

/** A long text of the library: a report, a list, what the library is. */
public record LibraryTextPage(
        LibraryFrame library, @Nullable Link back, String heading, String lead, List<Part> parts)
        implements Page {
    public LibraryTextPage {
        parts = List.copyOf(parts);
    }

    @Override
    public PageFrame frame() {
        return library.outer();
    }

    @Override
    public String template() {
        return "page/library-text.jte";
    }

    /**
     * A part of the text.
     *
     * @param heading empty where it merely goes on
     * @param link what it is about, if it leads anywhere
     */
    public record Part(String heading, @Nullable Link link, List<String> paragraphs) {
        public Part {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
