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
 * Who is told what of a registered person: the question, the decision with its reason either way,
 * and what was said. What is entered is a message like any other.
 */
@PageController
final class DisclosurePages {
    private final ChildReading people;
    private final Entries entries;

    DisclosurePages(ChildReading people, Entries entries) {
        this.people = people;
        this.entries = entries;
    }

    @GetMapping("/register/{id}/disclosures")
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
                        new DisclosureParts(visit, parts)
                                .page(
                                        DisclosureForms.fresh(visit, parts),
                                        kept.isPresent()
                                                ? "Your entry is kept. The page shows it within a few"
                                                        + " seconds."
                                                : ""));
    }

    @PostMapping("/register/{id}/disclosures/{act}")
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
                    DisclosureForms forms = DisclosureForms.sent(visit, parts, act, typed);
                    if (!forms.may() || !forms.known()) {
                        return Answers.nobody(visit, response);
                    }
                    if (!forms.errors().isEmpty()) {
                        return new DisclosureParts(visit, parts).page(forms, "");
                    }
                    entries.submit(
                            visit.account().agency(),
                            visit.account().id(),
                            EntryForm.bytes(forms.message(typed.getOrDefault(EntryForm.ONCE, ""))));
                    return "redirect:" + parts.address() + "/disclosures?kept";
                });
    }

    /** Only of somebody whom a register that is switched on covers. */
    private Object open(
            Visit visit,
            HttpServletResponse response,
            PersonId id,
            Function<RegisterParts, Object> made) {
        Look<Child> look = people.child(visit.reader(), id, "/register/disclosures");
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return Answers.page(visit, response, look, id, _ -> Answers.nobody(visit, response));
        }
        RegisterParts parts = new RegisterParts(visit, child);
        return parts.covered() ? made.apply(parts) : Answers.nobody(visit, response);
    }
}
