package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;

import java.util.List;

/** How far the recommendations of all reviews that tell it have come: counts and no verdict. */
public record LibraryProgressPage(
        LibraryFrame library,
        String lead,
        List<LibraryReviewPage.Tally> numbers,
        LibraryBar bar,
        List<String> headings,
        List<Row> rows,
        @Nullable Organisations organisations)
        implements Page {
    public LibraryProgressPage {
        numbers = List.copyOf(numbers);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    @Override
    public PageFrame frame() {
        return library.outer();
    }

    @Override
    public String template() {
        return "page/library-progress.jte";
    }

    /** Organisation by organisation; each row as the headings say. */
    public record Organisations(
            String lead, List<String> headings, List<List<String>> rows, Link file) {
        public Organisations {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A review and its counts, as the headings say after the first. */
    public record Row(Link review, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
