package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.ProgressLine;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * A review and how far its recommendations have come.
 *
 * @param findings each with its number, what was found, whether it was known, whether something
 *     else could have been done
 * @param line how far it had come month after month; none before there are two
 * @param numbers the five counts; empty where progress is not known
 * @param sentence the one that may be quoted, or why there is none
 */
public record LibraryReviewPage(
        LibraryFrame library,
        String heading,
        String lead,
        String question,
        List<Tally> numbers,
        @Nullable LibraryBar bar,
        String sentence,
        @Nullable Link otherDay,
        String summary,
        String learning,
        List<Definition> about,
        List<Link> links,
        List<List<String>> findings,
        @Nullable ProgressLine line,
        String listHeading,
        List<Row> rows)
        implements Page {
    public LibraryReviewPage {
        numbers = List.copyOf(numbers);
        about = List.copyOf(about);
        links = List.copyOf(links);
        findings = List.copyOf(findings);
        rows = List.copyOf(rows);
    }

    @Override
    public PageFrame frame() {
        return library.outer();
    }

    @Override
    public String template() {
        return "page/library-review.jte";
    }

    /** A count and what it counts. */
    public record Tally(int number, String means, boolean hot) {}

    /** A recommendation. */
    public record Row(
            int number,
            String text,
            @Nullable Link also,
            List<State> states,
            String due,
            boolean late) {
        public Row {
            states = List.copyOf(states);
        }
    }

    /** Where it stands, with whom. */
    public record State(@Nullable Tag tag, String who) {}
}
