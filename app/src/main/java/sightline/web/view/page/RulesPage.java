package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * The catalogue of rules.
 *
 * @param settings where those who keep an area's settings find them
 */
public record RulesPage(
        PageFrame frame,
        String intro,
        @Nullable Link settings,
        Filter filter,
        List<Row> rows,
        Pages pages)
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
