package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;

import java.util.List;

/**
 * A page of plain words.
 *
 * @param definitions terms and what they mean; empty when the paragraphs say it all
 */
public record TextPage(
        PageFrame frame, String heading, List<String> paragraphs, List<Definition> definitions)
        implements Page {
    public TextPage {
        paragraphs = List.copyOf(paragraphs);
        definitions = List.copyOf(definitions);
    }

    @Override
    public String template() {
        return "page/text.jte";
    }
}
