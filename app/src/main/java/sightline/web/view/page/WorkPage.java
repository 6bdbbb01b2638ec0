package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.Filter;
import sightline.web.view.part.OwedRow;
import sightline.web.view.part.Pages;
import sightline.web.view.part.SourceFailed;

import java.util.List;

/**
 * Your work: duties by how late they are, and what is owed to the reader.
 *
 * @param owedWhenEmpty said when nothing is owed, and only of the agencies that answered
 */
public record WorkPage(
        PageFrame frame,
        String now,
        List<Count> counts,
        Filter filter,
        String clockNote,
        List<DutyGroup> groups,
        List<OwedRow> owed,
        String owedWhenEmpty,
        List<SourceFailed> failures,
        Pages pages)
        implements Page {
    public WorkPage {
        counts = List.copyOf(counts);
        groups = List.copyOf(groups);
        owed = List.copyOf(owed);
        failures = List.copyOf(failures);
    }

    @Override
    public String template() {
        return "page/work.jte";
    }
}
