package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.PersonId;
import sightline.feeds.Entries;
import sightline.household.Look;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Visits to one registered person: how they are planned, what came of each, and what is owed when
 * nobody was seen. What is entered is a message like any other.
 */
@PageController
final class PoliceVisitPages {
    private final ChildReading people;
    private final Entries entries;

    PoliceVisitPages(ChildReading people, Entries entries) {
        this.people = people;
        this.entries = entries;
    }

    @GetMapping("/register/{id}/visits")
    Object page(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return open(
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
        return open(
                visit,
                response,
                id,
                parts -> {
                    PoliceVisitForms forms = PoliceVisitForms.sent(visit, parts, act, typed);
                    if (!forms.may() || !PoliceVisitForms.ACTS.contains(act)) {
                        return Answers.nobody(visit, response);
                    }
                    if (!forms.errors().isEmpty()) {
                        return new PoliceVisitParts(visit, parts).page(forms, "");
                    }
                    entries.submit(
                            visit.account().agency(),
                            visit.account().id(),
                            EntryForm.bytes(forms.message(typed.getOrDefault(EntryForm.ONCE, ""))));
                    return "redirect:" + parts.address() + "/visits?kept";
                });
    }

    /** Only of somebody under a register that is law here. */
    private Object open(
            Visit visit,
            HttpServletResponse response,
            PersonId id,
            Function<RegisterParts, Object> made) {
        Look<Child> look = people.child(visit.reader(), id, "/register/visits/person");
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return Answers.page(visit, response, look, id, _ -> Answers.nobody(visit, response));
        }
        RegisterParts parts = new RegisterParts(visit, child);
        return parts.notifiable().isEmpty() ? Answers.nobody(visit, response) : made.apply(parts);
    }
}
