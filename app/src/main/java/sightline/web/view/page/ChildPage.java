package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.Genogram;
import sightline.web.view.chart.SwimLanes;
import sightline.web.view.part.Alert;
import sightline.web.view.part.Count;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.DecisionLine;
import sightline.web.view.part.Definition;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.Held;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Loop;
import sightline.web.view.part.SeparatedLine;
import sightline.web.view.part.SourceFailed;

import java.util.List;

/**
 * The whole picture of one child.
 *
 * @param address of this page, from the root
 * @param separated what was taken for the child's and is not
 * @param asked what is asked first: parental responsibility, orders, school, general practitioner,
 *     needs, risk to a visitor; an absence says which kind of absence it is
 * @param held by what the records are held to be the child's
 * @param words the newest words of the child, as recorded; null when nobody recorded any
 * @param injuries null when the reader may not see them or none is recorded by sources that
 *     answered
 */
public record ChildPage(
        PageFrame frame,
        IdentityBar identity,
        List<Alert> alerts,
        List<SourceFailed> failures,
        String address,
        List<SeparatedLine> separated,
        Genogram household,
        String householdNote,
        List<DutyLine> duties,
        List<Loop> loops,
        List<Definition> asked,
        @Nullable Quotation words,
        String wordsAbsent,
        List<Worker> workers,
        List<Look> looks,
        List<Count> counts,
        String countsNote,
        SwimLanes lanes,
        List<DecisionLine> decisions,
        Held held,
        Coverage coverage,
        @Nullable Marks injuries,
        String injuriesAbsent)
        implements Page {
    public ChildPage {
        decisions = List.copyOf(decisions);
        alerts = List.copyOf(alerts);
        separated = List.copyOf(separated);
        failures = List.copyOf(failures);
        duties = List.copyOf(duties);
        loops = List.copyOf(loops);
        asked = List.copyOf(asked);
        workers = List.copyOf(workers);
        looks = List.copyOf(looks);
        counts = List.copyOf(counts);
    }

    @Override
    public String template() {
        return "page/child.jte";
    }

    /** Somebody who works with the child. */
    public record Worker(String name, String role, String last) {}

    /** Somebody who looked at the record. */
    public record Look(String who, String detail, String purpose, boolean emergency) {}

    /** What the child said, and who wrote it down. */
    public record Quotation(String words, String source) {}
}
