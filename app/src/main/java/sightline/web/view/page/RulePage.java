package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;

import java.util.List;

/** One rule: why it exists, what it reads, what it moves, and when it stays silent. */
public record RulePage(
        PageFrame frame,
        Link back,
        String heading,
        String summary,
        Tag state,
        List<Definition> facts,
        List<String> fires,
        List<String> staysSilent,
        List<Definition> parameters,
        List<String> doesNotSay,
        List<Count> counts,
        String countsNote,
        List<TimelineItem> versions)
        implements Page {
    public RulePage {
        facts = List.copyOf(facts);
        fires = List.copyOf(fires);
        staysSilent = List.copyOf(staysSilent);
        parameters = List.copyOf(parameters);
        doesNotSay = List.copyOf(doesNotSay);
        counts = List.copyOf(counts);
        versions = List.copyOf(versions);
    }

    @Override
    public String template() {
        return "page/rule.jte";
    }
}
