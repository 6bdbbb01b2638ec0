package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.SwimLanes;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Filter;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.SourceFailed;

import java.util.List;

/**
 * The chronology as a list, with what was readable on a given day.
 *
 * @param known sentence on the day whose knowledge is shown; empty when it is today
 * @param counted what each rule that counts has counted; its entries carry its tag
 * @param whenEmpty said when the filter leaves nothing, with its coverage
 */
public record ChronologyPage(
        PageFrame frame,
        IdentityBar identity,
        String known,
        Filter filter,
        List<SourceFailed> failures,
        List<ChronologyItem> items,
        String whenEmpty,
        Pages pages,
        List<Link> exports,
        SwimLanes lanes,
        List<CountedLine> counted,
        Coverage coverage)
        implements Page {
    public ChronologyPage {
        failures = List.copyOf(failures);
        items = List.copyOf(items);
        exports = List.copyOf(exports);
        counted = List.copyOf(counted);
    }

    /**
     * What a rule counted.
     *
     * @param rule its page
     * @param sentence how many of what, and from how many it raises anything
     * @param byAgency how many each agency recorded
     */
    public record CountedLine(Link rule, String sentence, String byAgency) {}

    @Override
    public String template() {
        return "page/chronology.jte";
    }
}
