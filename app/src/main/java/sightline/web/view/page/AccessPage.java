package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Filter;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/** Who has looked at this record. */
public record AccessPage(
        PageFrame frame,
        IdentityBar identity,
        String summary,
        Filter filter,
        List<Row> rows,
        String whenEmpty,
        Pages pages,
        List<Link> exports)
        implements Page {
    public AccessPage {
        rows = List.copyOf(rows);
        exports = List.copyOf(exports);
    }

    @Override
    public String template() {
        return "page/access.jte";
    }

    /** One look. */
    public record Row(
            String when,
            String who,
            String role,
            String what,
            String purpose,
            @Nullable Tag tag,
            String review) {}
}
