package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.Link;

import java.util.List;

/** What other agencies owe the reader's own. */
public record OwedPage(
        PageFrame frame,
        String now,
        List<Count> counts,
        List<Link> agencies,
        List<Line> rows,
        String whenEmpty)
        implements Page {
    public OwedPage {
        counts = List.copyOf(counts);
        agencies = List.copyOf(agencies);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/owed.jte";
    }

    /**
     * One duty.
     *
     * @param about whom it is about, where their record is open to the reader
     * @param own what the reader's own agency calls them, where it is not
     * @param words what was asked, as it was written
     * @param proof on whose list since when, and whether it was opened
     * @param chased when it was asked again, the newest first
     * @param told whom the ladder told last
     */
    public record Line(
            Due due,
            String late,
            String what,
            @Nullable Link about,
            String own,
            String words,
            String by,
            List<String> proof,
            List<String> chased,
            String told,
            String next,
            Link action) {
        public Line {
            proof = List.copyOf(proof);
            chased = List.copyOf(chased);
        }
    }
}
