package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.household.LeftOut;
import sightline.core.kernel.PersonId;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;

import java.util.Map;

/** An injury that somebody saw, recorded with a body map: an entry of the agency's own. */
@PageController
final class InjuryFormPages {
    private static final String JOURNALLED = "/children/injury";

    private final ChildReading children;
    private final Entries entries;
    private final Drafts drafts;

    InjuryFormPages(ChildReading children, Entries entries, Drafts drafts) {
        this.children = children;
        this.entries = entries;
        this.drafts = drafts;
    }

    @GetMapping("/children/{id}/injury")
    Page form(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, JOURNALLED, LeftOut.EVERYDAY),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.INJURY.resumed(
                                    drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    return InjuryForm.fresh(visit, child, draft.typed()).page(draft.note());
                });
    }

    @PostMapping("/children/{id}/injury")
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        Look<Child> look = children.child(visit.reader(), id, JOURNALLED, LeftOut.EVERYDAY);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return DraftPages.Kind.INJURY.refused(drafts, visit, response, typed, about);
        }
        InjuryForm sent = InjuryForm.sent(visit, child, typed);
        if (!sent.toKeep()) {
            return DraftPages.Kind.INJURY
                    .saveSent(drafts, visit, response, sent.draft(), sent.typed())
                    .orElseGet(() -> sent.page(""));
        }
        entries.submitAll(
                visit.account().agency(),
                visit.account().id(),
                sent.messages().stream().map(EntryForm::bytes).toList());
        DraftPages.Kind.INJURY.forget(drafts, visit, sent.draft(), typed);
        return "redirect:" + new ChildParts(visit, child).address() + "/injuries?kept";
    }
}
