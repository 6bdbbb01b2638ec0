package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/** The catalogue of rules. */
public record RulesPage(PageFrame frame, String intro, Filter filter, List<Row> rows, Pages pages)
        implements Page {
    public RulesPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/rules.jte";
    }

    /** One rule. */
    public record Row(
            Link rule,
            String title,
            String why,
            String tells,
            String moves,
            String raised,
            Tag state) {}
}
