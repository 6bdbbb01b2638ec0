package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;

import java.util.List;

/**
 * Every recommendation of a review by every organisation.
 *
 * @param national letters to national bodies, their answers and what was asked again
 */
public record ReviewRecommendationsPage(
        PageFrame frame,
        ReviewHead head,
        List<Count> counts,
        String sentence,
        String address,
        List<Option> organisations,
        List<Option> standings,
        String shown,
        List<Link> numbers,
        List<MatrixRow> matrix,
        List<Key> key,
        List<String> standingNames,
        List<List<String>> table,
        ReviewPage.Table national,
        List<Row> rows)
        implements Page {
    public ReviewRecommendationsPage {
        counts = List.copyOf(counts);
        organisations = List.copyOf(organisations);
        standings = List.copyOf(standings);
        numbers = List.copyOf(numbers);
        matrix = List.copyOf(matrix);
        key = List.copyOf(key);
        standingNames = List.copyOf(standingNames);
        table = List.copyOf(table);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/review-recommendations.jte";
    }

    /** An organisation's line of the picture. */
    public record MatrixRow(String organisation, long all, List<Cell> cells) {
        public MatrixRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A place of the picture.
     *
     * @param mark one character; empty where it was not made to that organisation
     * @param css the standing's class
     * @param label in words
     */
    public record Cell(String mark, String css, String label, String href) {}

    /** What a mark means and how many there are. */
    public record Key(String mark, String css, String words, long count) {}

    /** A recommendation. */
    public record Row(
            Link number,
            String text,
            String note,
            List<State> states,
            String evidence,
            String due,
            boolean past,
            String owner) {
        public Row {
            states = List.copyOf(states);
        }
    }

    /** Who stands so. */
    public record State(String words, String css, String who) {}
}
