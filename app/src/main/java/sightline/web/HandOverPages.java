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
 * Hand a registered person over to another area: offered by whoever answers, accepted or refused by
 * whoever it was offered to. What is entered is a message like any other.
 */
@PageController
final class HandOverPages {
    /** Only of somebody whom a register covers. */
    private final RegisteredPeople people;

    private final Entries entries;

    HandOverPages(ChildReading people, Entries entries) {
        this.people = new RegisteredPeople(people, "/register/hand-over", RegisterParts::covered);
        this.entries = entries;
    }

    @GetMapping("/register/{id}/hand-over")
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
                        new HandOverParts(visit, parts)
                                .page(
                                        HandOverForms.fresh(visit, parts),
                                        kept.map(HandOverForms::kept).orElse("")));
    }

    @PostMapping("/register/{id}/hand-over/{act}")
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
                    HandOverForms forms = HandOverForms.sent(visit, parts, act, typed);
                    if (!forms.may(act)) {
                        return Answers.nobody(visit, response);
                    }
                    if (!forms.errors().isEmpty()) {
                        return new HandOverParts(visit, parts).page(forms, "");
                    }
                    entries.submit(
                            visit.account().agency(),
                            visit.account().id(),
                            EntryForm.bytes(forms.message(typed.getOrDefault(EntryForm.ONCE, ""))));
                    return "redirect:" + parts.address() + "/hand-over?kept=" + forms.stage();
                });
    }
}
