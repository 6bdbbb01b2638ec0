package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/** What a team owes: who has which post and what stands on its list, and what is late by clock. */
public record TeamPage(
        PageFrame frame,
        String now,
        List<Count> counts,
        List<Seat> seats,
        String whenEmpty,
        List<LateLine> late)
        implements Page {
    public TeamPage {
        counts = List.copyOf(counts);
        seats = List.copyOf(seats);
        late = List.copyOf(late);
    }

    @Override
    public String template() {
        return "page/team.jte";
    }

    /**
     * A post.
     *
     * @param cover how it is held; in words
     */
    public record Seat(
            String post,
            String who,
            Tag cover,
            long open,
            long today,
            long unopened,
            String next) {}

    /** A clock of which something is late. */
    public record LateLine(String what, Link late, long open) {}
}
