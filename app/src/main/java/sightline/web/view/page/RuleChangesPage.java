package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/** What an area set of the rules, and what waits for a second person. */
public record RuleChangesPage(PageFrame frame, Link back, String area, List<Row> rows)
        implements Page {
    public RuleChangesPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/rule-changes.jte";
    }

    /** One change. */
    public record Row(Link change, Tag stage, String what, String why, String proposed) {}
}
