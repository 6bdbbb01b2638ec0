package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.BodyMap;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Count;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.SourceFailed;

import java.util.List;

/**
 * Every recorded injury of a child, on figures and as the list that the figures are drawn from.
 *
 * @param note said when an entry was just kept; empty otherwise
 * @param acts where an injury is recorded, and where its photographs are
 * @param signs what stands out when the rows are read together
 * @param figures one for each figure of the child's age on the days of the marks
 * @param whenEmpty said when no injury is recorded in what the reader may see
 * @param otherOpinions medical opinions that name none of them
 */
public record InjuriesPage(
        PageFrame frame,
        IdentityBar identity,
        String note,
        List<Link> acts,
        List<SourceFailed> failures,
        List<Count> counts,
        String countsNote,
        List<Sign> signs,
        String signsNote,
        List<Figure> figures,
        List<Row> rows,
        String whenEmpty,
        List<String> otherOpinions,
        Coverage coverage)
        implements Page {
    public InjuriesPage {
        acts = List.copyOf(acts);
        failures = List.copyOf(failures);
        counts = List.copyOf(counts);
        signs = List.copyOf(signs);
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
        otherOpinions = List.copyOf(otherOpinions);
        int drawn = figures.stream().mapToInt(f -> f.map().drawn()).sum();
        if (drawn != rows.size()) {
            throw new IllegalArgumentException(
                    "marks drawn and rows differ: " + drawn + " and " + rows.size());
        }
    }

    @Override
    public String template() {
        return "page/injuries.jte";
    }

    /**
     * Something that stands out.
     *
     * @param rows the rows whose sign it is
     * @param tellings the accounts that differ, side by side; empty where it is of none
     */
    public record Sign(
            String sentence, Certainty certainty, List<Link> rows, List<Telling> tellings) {
        public Sign {
            rows = List.copyOf(rows);
            tellings = List.copyOf(tellings);
        }
    }

    /** How it was explained, and where that stands. */
    public record Telling(String said, String source) {}

    /** A figure of one age. */
    public record Figure(String id, String heading, BodyMap map) {}

    /**
     * One mark.
     *
     * @param when on which day it was seen
     * @param place region and side, the child's own
     * @param seen kind, number and size as observed, and the observer's own words
     * @param waited how long after it happened it was brought; empty where that is not known
     * @param explained apart from what was seen
     * @param by who saw it
     * @param opinion a medical opinion, that it is awaited, or that none was asked
     * @param source who recorded it
     * @param fresh when it was recorded and received, and how the source's feed is
     */
    public record Row(
            String id,
            String number,
            String when,
            String waited,
            String place,
            String seen,
            List<Telling> explained,
            String by,
            String opinion,
            boolean awaited,
            String mobility,
            String source,
            String fresh,
            Certainty whose) {
        public Row {
            explained = List.copyOf(explained);
        }
    }
}
