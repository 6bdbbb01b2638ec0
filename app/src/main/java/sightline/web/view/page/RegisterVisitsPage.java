package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.List;

/** Whom to look for and whom to visit. */
public record RegisterVisitsPage(
        PageFrame frame,
        Link back,
        String now,
        List<Count> counts,
        Group unknown,
        Group visits,
        Pages pages)
        implements Page {
    public RegisterVisitsPage {
        counts = List.copyOf(counts);
    }

    @Override
    public String template() {
        return "page/register-visits.jte";
    }

    /**
     * People of one sort.
     *
     * @param all how many there are, on whichever page
     * @param rows those of this page
     */
    public record Group(long all, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Somebody.
     *
     * @param due by when to visit; nothing where no visit is planned
     */
    public record Row(
            Link name, String age, String risk, @Nullable Due due, List<Owed> owed, String keeper) {
        public Row {
            owed = List.copyOf(owed);
        }
    }

    /** What is owed, and by whom. */
    public record Owed(DutyLine duty, String by) {}
}
