package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * Incidents that may have been domestic and were logged as something else, the most urgent first.
 */
public record IncidentsPage(
        PageFrame frame, String now, List<Count> counts, List<Row> rows, String whenEmpty)
        implements Page {
    public IncidentsPage {
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/incidents.jte";
    }

    /**
     * One of them.
     *
     * @param open leads to it, by what the log called it
     * @param why the links and words that suggested it
     */
    public record Row(Link open, String attended, String why, Due due, String school) {}
}
