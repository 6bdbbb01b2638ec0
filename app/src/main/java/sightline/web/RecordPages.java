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
import sightline.core.kernel.When;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.RecordPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Record something about a child: an entry of the practitioner's agency, kept like any message. */
@PageController
final class RecordPages {
    private static final String WORDS = "words";
    private static final String WHEN = "when";
    private static final String KIND = "choice";
    private static final String NOTE = "note";
    private static final String CHILDS_WORDS = "childs-words";

    private final ChildReading children;
    private final Entries entries;
    private final Drafts drafts;

    RecordPages(ChildReading children, Entries entries, Drafts drafts) {
        this.drafts = drafts;
        this.children = children;
        this.entries = entries;
    }

    @GetMapping("/children/{id}/record")
    Page record(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, "/children/record", LeftOut.EVERYDAY),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.RECORD.resumed(
                                    drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    return page(visit, child, draft.typed(), List.of(), draft.note());
                });
    }

    @PostMapping("/children/{id}/record")
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        Look<Child> look = children.child(visit.reader(), id, "/children/record", LeftOut.EVERYDAY);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return DraftPages.Kind.RECORD.refused(drafts, visit, response, typed, about);
        }
        List<FormError> errors = errors(typed);
        if (!errors.isEmpty()) {
            return page(visit, child, typed, errors, "");
        }
        EntryForm.submit(entries, visit, message(visit, child, typed));
        DraftPages.Kind.RECORD.forget(drafts, visit, DraftAbout.of(visit, child, typed), typed);
        return "redirect:/children/" + about(child) + "?kept";
    }

    private static String about(Child child) {
        return child.family().subject().id().value();
    }

    private static List<FormError> errors(Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (!List.of(NOTE, CHILDS_WORDS).contains(typed.getOrDefault(KIND, ""))) {
            errors.add(new FormError("Choose what you are recording", "record-" + KIND));
        }
        if (EntryForm.typed(Optional.ofNullable(typed.get(WORDS))).isEmpty()) {
            errors.add(new FormError("Write what you saw, heard or were told", "record-" + WORDS));
        }
        if (when(typed).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day it happened, like 27 3 2025, or leave it empty if it is not known",
                            "record-" + WHEN));
        }
        return errors;
    }

    /** Empty when what was typed is no date; a date left empty is one that is not known. */
    private static Optional<String> when(Map<String, String> typed) {
        Optional<String> text = EntryForm.typed(Optional.ofNullable(typed.get(WHEN)));
        if (text.isEmpty()) {
            return Optional.of("unknown");
        }
        return text.flatMap(TypedDate::read)
                .map(LocalDate::toString)
                .or(() -> text.filter(RecordPages::form));
    }

    private static boolean form(String text) {
        try {
            return !When.parse(text).text().isEmpty();
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static ObjectNode message(Visit visit, Child child, Map<String, String> typed) {
        String kind = typed.getOrDefault(KIND, NOTE);
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        typed.getOrDefault(EntryForm.ONCE, ""),
                        kind,
                        visit.now());
        message.put("when", when(typed).orElse("unknown"));
        EntryForm.about(message, visit, child);
        ObjectNode body = message.putObject("body");
        body.put("words", typed.getOrDefault(WORDS, "").strip());
        if (kind.equals(CHILDS_WORDS)) {
            body.put("alone", typed.containsKey("alone"));
            body.put("ofHarm", false);
        }
        return message;
    }

    private static Page page(
            Visit visit,
            Child child,
            Map<String, String> typed,
            List<FormError> errors,
            String draftNote) {
        var parts = new ChildParts(visit, child);
        String chosen = typed.getOrDefault(KIND, "");
        return new RecordPage(
                visit.frame("Record something: " + parts.name(), "Children"),
                parts.identity("Record", ""),
                "Record something",
                errors,
                draftNote,
                new Form(
                        "record",
                        parts.address() + "/record",
                        List.of(
                                EntryForm.once(visit.now()),
                                new Field.OneOf(
                                        KIND,
                                        "What are you recording?",
                                        "",
                                        error(errors, KIND),
                                        List.of(
                                                new Option(
                                                        NOTE,
                                                        "What I saw, heard or was told",
                                                        "",
                                                        chosen.equals(NOTE)),
                                                new Option(
                                                        CHILDS_WORDS,
                                                        "The child’s own words",
                                                        "As said, not as understood.",
                                                        chosen.equals(CHILDS_WORDS)))),
                                new Field.Line(
                                        WHEN,
                                        "When was it?",
                                        "Like 27 3 2025. Leave it empty if it is not known.",
                                        typed.getOrDefault(WHEN, ""),
                                        error(errors, WHEN),
                                        "text",
                                        "off",
                                        "w10"),
                                new Field.LongText(
                                        WORDS,
                                        "What happened?",
                                        "",
                                        typed.getOrDefault(WORDS, ""),
                                        error(errors, WORDS),
                                        8)),
                        "Keep this entry",
                        true,
                        DraftPages.Kind.RECORD.address(DraftAbout.of(visit, child, typed))),
                List.of(
                        "Say what was seen or said, and by whom; keep what you think apart from it.",
                        "Use the child’s name. Do not blame or shame.",
                        "Write down what went well, too.",
                        "Write that a child was not brought, rather than that they did not attend."));
    }

    private static String error(List<FormError> errors, String field) {
        return EntryForm.error(errors, "record-" + field);
    }
}
