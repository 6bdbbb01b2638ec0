package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.core.kernel.PersonId;
import sightline.feeds.Entries;

import java.util.Map;
import java.util.Optional;

/**
 * Visits to one registered person: how they are planned, what came of each, and what is owed when
 * nobody was seen. What is entered is a message like any other.
 */
@PageController
final class PoliceVisitPages {
    /** Only of somebody under a register that is law here. */
    private final RegisteredPeople people;

    private final Entries entries;

    PoliceVisitPages(ChildReading people, Entries entries) {
        this.people =
                new RegisteredPeople(
                        people, "/register/visits/person", parts -> !parts.notifiable().isEmpty());
        this.entries = entries;
    }

    @GetMapping("/register/{id}/visits")
    Object page(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return people.open(
                visit,
                response,
                id,
                parts ->
                        new PoliceVisitParts(visit, parts)
                                .page(
                                        PoliceVisitForms.fresh(visit, parts),
                                        kept.isPresent()
                                                ? "Your entry is kept. The page shows it within a few"
                                                        + " seconds."
                                                : ""));
    }

    @PostMapping("/register/{id}/visits/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        return people.sent(
                visit,
                response,
                id,
                typed,
                PoliceVisitForms.TEXTS,
                parts -> {
                    PoliceVisitForms forms = PoliceVisitForms.sent(visit, parts, act, typed);
                    if (!forms.may() || !PoliceVisitForms.ACTS.contains(act)) {
                        return Answers.nobody(visit, response);
                    }
                    if (!forms.errors().isEmpty()) {
                        return new PoliceVisitParts(visit, parts).page(forms, "");
                    }
                    EntryForm.submit(
                            entries, visit, forms.message(typed.getOrDefault(EntryForm.ONCE, "")));
                    return "redirect:" + parts.address() + "/visits?kept";
                });
    }
}
