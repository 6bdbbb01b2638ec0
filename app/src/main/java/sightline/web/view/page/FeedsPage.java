package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.SourceState;

import java.util.List;

/**
 * Health of the sources, and messages that could not be read.
 *
 * @param held senders whose messages are kept and not read
 * @param refused what was not taken as its sender meant it, the newest first
 * @param owed what senders, data stewards and the operator owe about the sources
 */
public record FeedsPage(
        PageFrame frame,
        String now,
        List<Count> counts,
        Coverage coverage,
        List<Feed> feeds,
        DutyGroup owed,
        List<Held> held,
        List<Refusal> refused,
        List<Quarantined> quarantine,
        String quarantineEmpty,
        Pages pages)
        implements Page {
    public FeedsPage {
        counts = List.copyOf(counts);
        feeds = List.copyOf(feeds);
        held = List.copyOf(held);
        refused = List.copyOf(refused);
        quarantine = List.copyOf(quarantine);
    }

    @Override
    public String template() {
        return "page/feeds.jte";
    }

    /** One feed. */
    public record Feed(
            Link sender,
            SourceState state,
            String stateDetail,
            String heartbeat,
            String lastNumber,
            String kinds,
            String owed) {}

    /**
     * A sender whose messages are kept and not read.
     *
     * @param words since when, why, and how many are kept
     * @param release without a button for whoever may not let it be read again
     */
    public record Held(String id, String sender, String words, Form release) {}

    /** Other content under a used id, or a message that was too large. */
    public record Refusal(String sender, String when, String what, String todo) {}

    /**
     * A message kept whole because it could not be read.
     *
     * @param reasons one a field: what is wrong and what to do
     */
    public record Quarantined(
            String id,
            Link open,
            String sender,
            String received,
            String concerns,
            List<Definition> reasons,
            Form release) {
        public Quarantined {
            reasons = List.copyOf(reasons);
        }
    }
}
