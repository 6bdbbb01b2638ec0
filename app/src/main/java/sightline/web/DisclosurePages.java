package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.feeds.Entries;

import java.util.Map;
import java.util.Optional;

/**
 * Who is told what of a person, on a register or not: the question, a scheme's stages, the decision
 * with its reason either way, and what was said. What is entered is a message like any other; what
 * was told or withheld is in the journal as a disclosure.
 */
@PageController
final class DisclosurePages {
    /** Of whoever is on a register that is switched on; of anybody else for keepers alone. */
    private final RegisteredPeople people;

    private static final String CLOSED =
            "Nothing was kept: this step was taken, or the question decided, before you sent the form."
                    + " What you typed is below. Look at what was recorded before you enter any of it again.";

    private final Entries entries;
    private final Recording recording;

    DisclosurePages(ChildReading people, Entries entries, Recording recording) {
        this.people =
                new RegisteredPeople(people, "/register/disclosures", RegisterParts::tellable);
        this.entries = entries;
        this.recording = recording;
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
        return people.sent(
                visit,
                response,
                id,
                typed,
                DisclosureFields.TEXTS,
                parts -> {
                    DisclosureForms forms = DisclosureForms.sent(visit, parts, act, typed);
                    if (forms.may() && forms.gone()) {
                        return new SentAbout.Another(id)
                                .refused(
                                        visit,
                                        response,
                                        typed,
                                        DisclosureFields.TEXTS.toArray(String[]::new));
                    }
                    if (!forms.may() || !(forms.known() || forms.closed())) {
                        return Answers.nobody(visit, response);
                    }
                    if (forms.closed()) {
                        response.setStatus(HttpServletResponse.SC_CONFLICT);
                        return new DisclosureParts(visit, parts).page(forms, CLOSED);
                    }
                    if (!forms.errors().isEmpty()) {
                        return new DisclosureParts(visit, parts).page(forms, "");
                    }
                    forms.handedOut().ifPresent(what -> journal(visit, id, forms, what));
                    EntryForm.submit(
                            entries, visit, forms.message(typed.getOrDefault(EntryForm.ONCE, "")));
                    return "redirect:" + parts.address() + "/disclosures?kept";
                });
    }

    private void journal(Visit visit, PersonId id, DisclosureForms forms, String what) {
        recording.write(
                visit.reader(),
                HandedOut.entry(Event.DISCLOSE, id, forms.about(), what)
                        .withReason(new Text(forms.reason())));
    }
}
