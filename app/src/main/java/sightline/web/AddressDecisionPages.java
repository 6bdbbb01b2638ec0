package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.PersonId;
import sightline.feeds.Entries;
import sightline.household.Look;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A named doctor or nurse decides whether an address that their service recorded is told to whoever
 * keeps a register, on what basis and why. Until then a keeper is told that one differs.
 */
@PageController
final class AddressDecisionPages {
    private static final String WHAT = "/children/address-decision";

    private final ChildReading people;
    private final Entries entries;

    AddressDecisionPages(ChildReading people, Entries entries) {
        this.people = people;
        this.entries = entries;
    }

    @GetMapping("/children/{id}/address-decision")
    Object page(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return open(
                visit,
                response,
                id,
                child ->
                        AddressDecision.fresh(visit, child)
                                .page(
                                        kept.isPresent()
                                                ? "Your decision is kept. The page shows it within a"
                                                        + " few seconds."
                                                : ""));
    }

    @PostMapping("/children/{id}/address-decision")
    Object decide(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        if (!visit.account().roles().contains(AccessRole.NAMED_PROFESSIONAL)) {
            return Answers.nobody(visit, response);
        }
        SentAbout about = SentAbout.of(visit, people.child(visit.reader(), id, WHAT), typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return about.refused(
                    visit, response, typed, AddressDecision.BASIS, AddressDecision.WHY);
        }
        AddressDecision decision = AddressDecision.sent(visit, child, typed);
        if (!decision.errors().isEmpty()) {
            return decision.page("");
        }
        EntryForm.submit(entries, visit, decision.message(typed.getOrDefault(EntryForm.ONCE, "")));
        return "redirect:/children/" + id.value() + "/address-decision?kept";
    }

    private Object open(
            Visit visit, HttpServletResponse response, PersonId id, Function<Child, Object> made) {
        if (!visit.account().roles().contains(AccessRole.NAMED_PROFESSIONAL)) {
            return Answers.nobody(visit, response);
        }
        Look<Child> look = people.child(visit.reader(), id, WHAT);
        return look instanceof Look.Open<Child>(Child child)
                ? made.apply(child)
                : Answers.page(visit, response, look, id, _ -> Answers.nobody(visit, response));
    }
}
