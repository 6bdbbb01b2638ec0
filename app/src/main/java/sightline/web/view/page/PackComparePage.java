package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * Two packs side by side.
 *
 * @param compare where another choice is sent
 */
public record PackComparePage(
        PageFrame frame,
        Link back,
        String compare,
        List<Option> one,
        List<Option> other,
        Link first,
        Link second,
        List<Row> rows)
        implements Page {
    public PackComparePage {
        one = List.copyOf(one);
        other = List.copyOf(other);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/pack-compare.jte";
    }

    /** What both say on one subject; empty where one says nothing. */
    public record Row(String label, List<String> first, List<String> second, Tag same) {
        public Row {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }
    }
}
