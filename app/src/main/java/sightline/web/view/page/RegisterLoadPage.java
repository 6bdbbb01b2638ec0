package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.StackedBars;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * How much each area has to keep in sight: a drawing, and the table that it is made from.
 *
 * @param key what each colour of the drawing stands for
 * @param headings of the columns after the first
 */
public record RegisterLoadPage(
        PageFrame frame,
        Link back,
        String now,
        List<Count> counts,
        String note,
        StackedBars bars,
        List<Key> key,
        List<String> headings,
        List<Row> rows)
        implements Page {
    public RegisterLoadPage {
        counts = List.copyOf(counts);
        key = List.copyOf(key);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/register-load.jte";
    }

    /** A colour and its words. */
    public record Key(String css, String words) {}

    /** An area. */
    public record Row(Link area, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A number.
     *
     * @param heading of its column
     * @param href the list that it counts; empty where it counts nobody
     * @param hot whether somebody must act
     */
    public record Cell(String heading, long number, String href, String area, boolean hot) {}
}
