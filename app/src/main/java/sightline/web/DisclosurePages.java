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
 * Who is told what of a registered person: the question, the decision with its reason either way,
 * and what was said. What is entered is a message like any other.
 */
@PageController
final class DisclosurePages {
    /** Only of somebody whom a register that is switched on covers. */
    private final RegisteredPeople people;

    private final Entries entries;

    DisclosurePages(ChildReading people, Entries entries) {
        this.people = new RegisteredPeople(people, "/register/disclosures", RegisterParts::covered);
        this.entries = entries;
    }

    @GetMapping("/register/{id}/disclosures")
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
        return people.open(
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
                    EntryForm.submit(
                            entries, visit, forms.message(typed.getOrDefault(EntryForm.ONCE, "")));
                    return "redirect:" + parts.address() + "/disclosures?kept";
                });
    }
}
