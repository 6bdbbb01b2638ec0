package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.chronology.Plainly;
import sightline.core.kernel.PersonId;
import sightline.core.screening.InjuryPattern;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.web.view.Page;
import sightline.web.view.page.InjuriesPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every recorded injury of one child, read as a whole. */
@PageController
final class InjuryPages {
    private static final String COUNTS =
            "These are counts of what was recorded. They are not a risk score, and a gap can mean that"
                    + " nothing was written down.";
    private static final String SIGNS =
            "This repeats what was recorded. It does not say how an injury came about: a doctor does.";
    private static final String NONE =
            "No injury recorded in what you may see, by the sources that answered. That is not the same"
                    + " as no injury.";

    private final ChildReading children;

    InjuryPages(ChildReading children) {
        this.children = children;
    }

    @GetMapping("/children/{id}/injuries")
    Page injuries(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, "/children/injuries"),
                id,
                child -> page(visit, child, kept.isPresent()));
    }

    private static Page page(Visit visit, Child child, boolean kept) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        InjuryPattern pattern =
                InjuryPattern.of(
                        new Situation(
                                child.family().around(),
                                visit.now(),
                                visit.directory(),
                                Parameters.DEFAULT));
        var injuries = new InjuryParts(visit, child, coverage, pattern);
        return new InjuriesPage(
                visit.frame("Injuries: " + parts.name(), "Children"),
                parts.identity("Injuries", ""),
                kept ? "Your entry is kept. This page shows it within a few seconds." : "",
                List.of(
                        Link.to("Record an injury", parts.address() + "/injury"),
                        Link.to("Photographs", parts.address() + "/photographs")),
                coverage.failures(),
                counts(visit, pattern),
                COUNTS,
                injuries.signs(),
                pattern.signs().isEmpty()
                        ? "Nothing stands out in what you may see. " + SIGNS
                        : SIGNS,
                injuries.figures(),
                injuries.rows(),
                NONE,
                pattern.otherOpinions().stream()
                        .map(o ->
                                Wording.capital(Plainly.said(o.fact()))
                                        + ", "
                                        + visit.agency(o.fact().source())
                                        + ", "
                                        + o.fact().times().happened().inWords())
                        .toList(),
                coverage.coverage(ChildParts.entries(child), child.family().restricted()));
    }

    private static List<Count> counts(Visit visit, InjuryPattern pattern) {
        List<Count> counts = new ArrayList<>();
        int all = pattern.injuries().size();
        counts.add(
                new Count(
                        String.valueOf(all),
                        all == 1 ? "injury recorded" : "injuries recorded",
                        all > 0,
                        ""));
        pattern.byAgency()
                .forEach((agency, number) ->
                        counts.add(
                                new Count(
                                        String.valueOf(number),
                                        "by " + visit.agency(agency),
                                        false,
                                        "")));
        return counts;
    }
}
