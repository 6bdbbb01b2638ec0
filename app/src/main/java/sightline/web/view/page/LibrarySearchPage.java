package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.library.FoundReview.Piece;
import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * The search of the library, its filters, what was found, and what cannot be read.
 *
 * @param lead how many there are
 * @param order the other order
 * @param said what those that were found and others recommended; null where nothing fits
 * @param ways to the next results, and to files of all
 */
public record LibrarySearchPage(
        LibraryFrame library,
        String lead,
        String words,
        List<Facet> facets,
        List<Link> chips,
        String heading,
        String shown,
        @Nullable Link order,
        List<Result> results,
        List<Link> ways,
        @Nullable Said said,
        List<LibraryCard> withheld,
        List<LibraryCard> withdrawn,
        String all)
        implements Page {
    public LibrarySearchPage {
        facets = List.copyOf(facets);
        chips = List.copyOf(chips);
        results = List.copyOf(results);
        ways = List.copyOf(ways);
        withheld = List.copyOf(withheld);
        withdrawn = List.copyOf(withdrawn);
    }

    @Override
    public PageFrame frame() {
        return library.outer();
    }

    @Override
    public String template() {
        return "page/library-search.jte";
    }

    /**
     * A recommendation that was made before.
     *
     * @param times like "3 other reviews"
     */
    public record Said(String text, String times, Link all) {}

    /** A filter. */
    public record Facet(String name, String heading, List<Tick> ticks) {
        public Facet {
            ticks = List.copyOf(ticks);
        }
    }

    /** A value of it. */
    public record Tick(String value, String words, int count, boolean chosen) {}

    /**
     * A review that was found.
     *
     * @param bar nothing where progress is not known
     */
    public record Result(
            Link title,
            String about,
            List<Piece> passage,
            @Nullable LibraryBar bar,
            String boldly,
            String progress,
            List<Link> links) {
        public Result {
            passage = List.copyOf(passage);
            links = List.copyOf(links);
        }
    }
}
