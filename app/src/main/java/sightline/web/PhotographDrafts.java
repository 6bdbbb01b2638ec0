package sightline.web;

import sightline.core.kernel.Text;
import sightline.feeds.Drafts;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.DutyRow;
import sightline.web.view.part.Link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Photographs that lie in their writer's drafts, also those whose entry was sent before the program
 * ended: nobody else knows that they wait.
 */
final class PhotographDrafts {
    private PhotographDrafts() {}

    /** The file as its writer called it. */
    static String called(String chosen) {
        return chosen.isEmpty() ? "a photograph" : chosen;
    }

    /** As a group of its writer's work list; empty where none waits. */
    static Optional<DutyGroup> group(Visit visit, Drafts drafts) {
        List<DutyRow> rows =
                DraftPages.Kind.PHOTOGRAPH.waiting(drafts, visit).stream()
                        .map(w -> row(visit, w))
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DutyGroup("drafts", "Photographs in your drafts", false, rows, ""));
    }

    private static DutyRow row(Visit visit, Drafts.Waiting draft) {
        String chosen = called(said(draft, PhotographPages.CHOSEN));
        return new DutyRow(
                Wording.anchor(draft.form()),
                new Due(
                        Wording.startingMoment(draft.until(), visit.today()),
                        Wording.length(Duration.between(visit.now(), draft.until())) + " left",
                        DueTone.SOON),
                "Add the photograph, or take it out",
                null,
                chosen,
                "It is in your draft and not on the record.",
                List.of(),
                null,
                "",
                "It is forgotten with the draft. Nobody else is told",
                new Link(
                        "Open",
                        DraftPages.Kind.PHOTOGRAPH.address(
                                draft, said(draft, PhotographPages.PAGE)),
                        "the draft with " + chosen));
    }

    private static String said(Drafts.Waiting draft, String field) {
        return Optional.ofNullable(draft.fields().get(field)).map(Text::value).orElse("");
    }
}
