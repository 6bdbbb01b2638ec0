package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.List;

/** Pairs of records that wait for a person. */
public record MatchQueuePage(
        PageFrame frame,
        String now,
        List<Count> counts,
        Filter filter,
        List<Pair> pairs,
        String whenEmpty,
        Pages pages)
        implements Page {
    public MatchQueuePage {
        counts = List.copyOf(counts);
        pairs = List.copyOf(pairs);
    }

    @Override
    public String template() {
        return "page/match-queue.jte";
    }

    /**
     * One pair.
     *
     * @param touches what hangs on the answer, like "2 alerts"
     */
    public record Pair(
            Link open,
            Certainty certainty,
            String why,
            String against,
            String touches,
            Due due,
            String who) {}
}
