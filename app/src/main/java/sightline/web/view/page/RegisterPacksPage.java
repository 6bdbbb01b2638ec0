package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * The packs of registers, and a choice of two to compare.
 *
 * @param compare where the choice is sent
 */
public record RegisterPacksPage(
        PageFrame frame,
        Link back,
        String note,
        List<Row> rows,
        String compare,
        List<Option> one,
        List<Option> other)
        implements Page {
    public RegisterPacksPage {
        rows = List.copyOf(rows);
        one = List.copyOf(one);
        other = List.copyOf(other);
    }

    @Override
    public String template() {
        return "page/register-packs.jte";
    }

    /**
     * A pack in a line.
     *
     * @param unconfirmed how many of its values nobody checked; nothing where none
     */
    public record Row(
            Link title,
            String where,
            Tag status,
            @Nullable Tag unconfirmed,
            String days,
            String version) {}
}
