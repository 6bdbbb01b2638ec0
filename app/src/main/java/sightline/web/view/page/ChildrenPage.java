package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Due;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.Tag;

import java.util.List;

/** Your children: who is mine and whom I cover, newest change first. */
public record ChildrenPage(
        PageFrame frame,
        String now,
        List<Row> rows,
        String whenEmpty,
        List<SourceFailed> failures,
        Pages pages)
        implements Page {
    public ChildrenPage {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    @Override
    public String template() {
        return "page/children.jte";
    }

    /**
     * One child of the list.
     *
     * @param isNew what is new since the reader last looked, like "3 new"; empty when nothing is
     */
    public record Row(
            Link name,
            String age,
            String mine,
            String newest,
            String newestWhen,
            String isNew,
            @Nullable Due nextDuty,
            String nextDutyWhat,
            List<Tag> tags) {
        public Row {
            tags = List.copyOf(tags);
        }
    }
}
