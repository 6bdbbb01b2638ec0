package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * One register's pack: whom it covers, for how long, what they must tell, each with its source.
 *
 * @param change what would follow if it were switched on; nothing for whoever keeps no register
 * @param list where its offence list is edited; nothing where that is law, or not the reader's
 * @param yaml the text that it is read from
 */
public record RegisterPackPage(
        PageFrame frame,
        Link back,
        String title,
        Tag status,
        List<Definition> about,
        List<Section> sections,
        Link compare,
        @Nullable Link change,
        @Nullable Link list,
        String yaml)
        implements Page {
    public RegisterPackPage {
        about = List.copyOf(about);
        sections = List.copyOf(sections);
    }

    @Override
    public String template() {
        return "page/register-pack.jte";
    }

    /** What is said about one subject. */
    public record Section(String heading, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A value with its source, and how well that was seen. */
    public record Row(String value, String source, Tag mark) {}
}
