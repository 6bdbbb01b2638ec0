package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.AlertRow;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.WorkList;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Incidents that may have been domestic and were logged as something else, for the police: the
 * list, and one of them with the decision of a person. A decision is a message like any other.
 */
@PageController
final class IncidentPages {
    private static final String RULE = "AL-03";

    private final WorkList work;
    private final ChildReading children;
    private final Entries entries;

    IncidentPages(WorkList work, ChildReading children, Entries entries) {
        this.work = work;
        this.children = children;
        this.entries = entries;
    }

    /** Whether incidents are the visitor's work: a police agency's. */
    static boolean may(Visit visit) {
        return visit.directory()
                .agency(visit.account().agency())
                .map(Agency::type)
                .filter(AgencyType.POLICE::equals)
                .isPresent();
    }

    @GetMapping("/incidents")
    Page incidents(Visit visit, HttpServletResponse response) {
        return may(visit)
                ? new IncidentList(visit, work.of(visit.reader(), "/incidents")).page()
                : Answers.nobody(visit, response);
    }

    @GetMapping("/incidents/{reference}")
    Object incident(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String reference,
            @RequestParam Optional<String> kept) {
        return open(
                visit,
                response,
                reference,
                parts ->
                        parts.page(
                                IncidentForms.fresh(parts),
                                kept.isPresent()
                                        ? "Your decision is kept. What follows starts within a few"
                                                + " seconds."
                                        : ""));
    }

    @PostMapping("/incidents/{reference}/decision")
    Object decide(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String reference,
            @RequestParam Map<String, String> typed) {
        return open(
                visit,
                response,
                reference,
                parts -> {
                    if (!parts.mayDecide()) {
                        return Answers.nobody(visit, response);
                    }
                    IncidentForms forms = IncidentForms.sent(parts, typed);
                    if (!forms.errors().isEmpty()) {
                        return parts.page(forms, "");
                    }
                    EntryForm.submit(entries, visit, forms.message(visit));
                    return "redirect:/incidents/" + reference + "?kept";
                });
    }

    private Object open(
            Visit visit,
            HttpServletResponse response,
            String reference,
            Function<IncidentParts, Object> answer) {
        if (!may(visit)) {
            return Answers.nobody(visit, response);
        }
        Look<Child> look = children.ofAlert(visit.reader(), reference);
        if (look instanceof Look.Open<Child>(Child child)) {
            Optional<AlertRow> alert = child.alert(reference).filter(a -> a.rule().equals(RULE));
            return alert.<Object>map(a -> answer.apply(new IncidentParts(visit, child, a)))
                    .orElseGet(() -> Answers.nobody(visit, response));
        }
        return Answers.page(visit, response, look, _ -> Answers.nobody(visit, response));
    }
}
