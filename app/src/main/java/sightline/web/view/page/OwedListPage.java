package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.List;

/** The duties behind one number. */
public record OwedListPage(
        PageFrame frame,
        Link back,
        String title,
        String now,
        List<OwedLine> rows,
        String whenEmpty,
        Pages pages)
        implements Page {
    public OwedListPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/owed-list.jte";
    }
}
