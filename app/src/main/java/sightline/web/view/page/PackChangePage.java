package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * What would change if a pack were switched on.
 *
 * @param state when it was worked out, or how far that is
 * @param ask the form that has it worked out; nothing while it is
 * @param counts of everybody; none before it was ever worked out
 * @param done whether it was ever worked out
 * @param rows those whom the reader may see
 */
public record PackChangePage(
        PageFrame frame,
        Link back,
        String title,
        Tag status,
        String note,
        List<String> state,
        @Nullable Form ask,
        List<Count> counts,
        boolean done,
        List<Row> rows,
        Pages pages)
        implements Page {
    public PackChangePage {
        state = List.copyOf(state);
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/pack-change.jte";
    }

    /** Somebody for whom something would change. */
    public record Row(
            Link name,
            String age,
            Tag how,
            String state,
            String days,
            String because,
            String keeper) {}
}
