package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/** The list of the registers: what is overdue first, then whose whereabouts nobody knows. */
public record RegisterPage(
        PageFrame frame,
        String now,
        List<Count> counts,
        String countsNote,
        List<Link> also,
        List<Row> rows,
        String whenEmpty,
        Pages pages)
        implements Page {
    public RegisterPage {
        counts = List.copyOf(counts);
        also = List.copyOf(also);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/register.jte";
    }

    /**
     * Somebody on a register.
     *
     * @param due nothing where no clock runs
     */
    public record Row(
            Link name,
            String age,
            String register,
            Tag state,
            String stateDetail,
            String owed,
            @Nullable Due due,
            String keeper,
            String until) {}
}
