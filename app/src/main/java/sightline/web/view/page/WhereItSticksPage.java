package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.Columns;
import sightline.web.view.chart.Stages;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * What is late in an area, by clock and by kind of agency, and where it waits. No child and no
 * worker is named.
 *
 * @param headings of the matrix, its last two the sums
 * @param all the sums of the matrix
 */
public record WhereItSticksPage(
        PageFrame frame,
        String title,
        String now,
        List<Count> counts,
        String note,
        List<String> headings,
        List<Row> rows,
        Row all,
        Columns weeks,
        Columns lateness,
        Stages stages,
        List<OwedLine> oldest,
        Link whole,
        String foot)
        implements Page {
    public WhereItSticksPage {
        counts = List.copyOf(counts);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        oldest = List.copyOf(oldest);
    }

    @Override
    public String template() {
        return "page/where-it-sticks.jte";
    }

    /**
     * A clock.
     *
     * @param limit in words
     */
    public record Row(String clock, String limit, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A number.
     *
     * @param href the list that it counts; empty where it counts none
     * @param label what a screen reader says of the link
     * @param owed whether it can be owed there: not owed is not 0
     * @param css how much it is, with its number beside it
     */
    public record Cell(
            String heading, long number, String href, String label, boolean owed, String css) {}
}
