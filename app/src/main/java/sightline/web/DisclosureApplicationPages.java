package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.feeds.Entries;
import sightline.web.view.page.DisclosureApplicationPage;
import sightline.web.view.part.Link;

import java.util.Map;
import java.util.Optional;

/**
 * An application under a disclosure scheme about anybody, as whoever applied names them: whose
 * record it belongs to is worked out from what is written. What is entered is a message like any
 * other, and the clocks of its scheme start with it.
 */
@PageController
final class DisclosureApplicationPages {
    static final String NEW = "/register/applications";

    private static final String KEPT =
            "The application is kept, and its clocks run. Within a few seconds it stands among your"
                    + " duties; what comes of it is recorded on the person’s page of disclosures.";

    private final Entries entries;
    private final Recording recording;

    DisclosureApplicationPages(Entries entries, Recording recording) {
        this.entries = entries;
        this.recording = recording;
    }

    @GetMapping(NEW)
    Object page(Visit visit, HttpServletResponse response, @RequestParam Optional<String> kept) {
        return keeper(visit)
                ? page(visit, DisclosureApplicationForm.fresh(visit), kept.isPresent() ? KEPT : "")
                : Answers.nobody(visit, response);
    }

    private Object page(Visit visit, DisclosureApplicationForm form, String note) {
        recording.write(visit.reader(), Entry.of(Event.VISIT, NEW));
        return new DisclosureApplicationPage(
                visit.frame("An application to be told of somebody", "Register"),
                Link.to("Back to the register", "/register"),
                form.errors(),
                note,
                form.form(NEW));
    }

    @PostMapping(NEW)
    Object apply(
            Visit visit, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        if (!keeper(visit)) {
            return Answers.nobody(visit, response);
        }
        DisclosureApplicationForm form = DisclosureApplicationForm.sent(visit, typed);
        if (!form.errors().isEmpty()) {
            return page(visit, form, "");
        }
        recording.write(visit.reader(), Entry.of(Event.VISIT, NEW));
        EntryForm.submit(entries, visit, form.message());
        return "redirect:" + NEW + "?kept";
    }

    private static boolean keeper(Visit visit) {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER);
    }
}
