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
 * A keeper asks whether an address that a health service recorded may be told. The question goes to
 * the service whose address it is; the keeper learns the answer, and not which service it was.
 */
@PageController
final class HealthAddressPages {
    private final RegisteredPeople people;
    private final Entries entries;

    HealthAddressPages(ChildReading people, Entries entries) {
        this.people =
                new RegisteredPeople(people, "/register/health-address", RegisterParts::keeps);
        this.entries = entries;
    }

    @GetMapping("/register/{id}/health-address")
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
                        HealthAddressAsked.of(visit, parts)
                                .page(
                                        kept.isPresent()
                                                ? "Your question is kept, and goes to the service"
                                                        + " within a few seconds."
                                                : ""));
    }

    @PostMapping("/register/{id}/health-address")
    Object ask(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        return people.sent(
                visit,
                response,
                id,
                typed,
                HealthAddressAsked.TEXTS,
                parts -> {
                    HealthAddressAsked asked = HealthAddressAsked.sent(visit, parts, typed);
                    if (!asked.hidden()) {
                        return Answers.nobody(visit, response);
                    }
                    if (!asked.errors().isEmpty()) {
                        return asked.page("");
                    }
                    EntryForm.submit(
                            entries, visit, asked.message(typed.getOrDefault(EntryForm.ONCE, "")));
                    return "redirect:" + parts.address() + "/health-address?kept";
                });
    }
}
