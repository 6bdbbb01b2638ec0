package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.casework.Assessment.Item;
import sightline.core.casework.Question;
import sightline.core.casework.QuestionSet;
import sightline.core.casework.RecordedAnswers;
import sightline.core.directory.Agency;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.household.Individual;
import sightline.core.household.LeftOut;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.AssessmentPage;
import sightline.web.view.page.AssessmentPage.Row;
import sightline.web.view.page.AssessmentPage.Section;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Assessments of a child: each answer is saved by itself, as a message of the writer's agency.
 * Saving is never refused; the signature is, with the list of what is missing.
 */
@PageController
final class AssessmentPages {
    private static final String WHAT = "/children/assessments";
    private static final String KEPT =
            "Your entry is kept. This page shows it within a few seconds.";

    private final ChildReading children;
    private final Entries entries;
    private final Drafts drafts;
    private final OfferedQuestions questions;

    AssessmentPages(
            ChildReading children, Entries entries, Drafts drafts, OfferedQuestions questions) {
        this.children = children;
        this.entries = entries;
        this.drafts = drafts;
        this.questions = questions;
    }

    /** A form needs what may answer its questions, and no child's whole chronology. */
    private Look<Child> look(Visit visit, PersonId id, String set) {
        return children.child(
                visit.reader(),
                id,
                WHAT,
                questions
                        .to(visit)
                        .named(set)
                        .map(s -> LeftOut.EVERYDAY.but(s.recordedIn()))
                        .orElse(LeftOut.EVERYDAY));
    }

    @GetMapping("/children/{id}/assessments")
    Page all(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return Answers.page(visit, response, look(visit, id, ""), id, child -> list(visit, child));
    }

    @GetMapping("/children/{id}/assessments/{set}")
    Page one(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String set,
            @RequestParam Optional<String> kept) {
        Optional<QuestionSet> named = questions.to(visit).named(set);
        if (named.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        return Answers.page(
                visit,
                response,
                look(visit, id, set),
                id,
                child -> {
                    var parts = new AssessmentParts(visit, child, named.get());
                    Optional<DraftPages.Found> draft =
                            DraftPages.Kind.ACCOUNT.find(drafts, visit, parts.draft(""));
                    return whole(
                            visit,
                            child,
                            parts,
                            draft.map(d ->
                                            TypedForms.of(
                                                    AccountForms.ACCOUNT, d.typed(), List.of()))
                                    .orElse(TypedForms.empty()),
                            kept.isPresent() ? KEPT : draft.map(DraftPages.Found::note).orElse(""));
                });
    }

    @GetMapping("/children/{id}/assessments/{set}/{who}/{question}")
    Page question(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String set,
            @PathVariable String who,
            @PathVariable String question,
            @RequestParam Optional<String> kept) {
        Look<Child> look = look(visit, id, set);
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return Answers.page(visit, response, look, id, c -> list(visit, c));
        }
        Asked asked = asked(visit, child, set, who, question).orElse(null);
        if (asked == null) {
            return Answers.nobody(visit, response);
        }
        DraftPages.Found draft = draft(visit, asked);
        return question(
                visit,
                child,
                asked,
                written(visit, asked, draft),
                TypedForms.empty(),
                kept.isPresent() ? KEPT : draft.note());
    }

    @PostMapping("/children/{id}/assessments/{set}/{who}/{question}")
    Object answer(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String set,
            @PathVariable String who,
            @PathVariable String question,
            @RequestParam Map<String, String> typed) {
        Look<Child> look = look(visit, id, set);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return DraftPages.Kind.ASSESSMENT.refused(drafts, visit, response, typed, about);
        }
        Asked asked = asked(visit, child, set, who, question).orElse(null);
        if (asked == null) {
            return gone(visit, child, set, typed, response);
        }
        if (!asked.sentOf(typed)) {
            return DraftPages.Kind.ASSESSMENT.refused(
                    drafts,
                    visit,
                    response,
                    typed,
                    new SentAbout.Another(child.family().subject().id()));
        }
        AssessmentForms form = AssessmentForms.sent(visit, asked.set(), asked.item(), typed);
        if (!form.errors().isEmpty()) {
            return DraftPages.Kind.ASSESSMENT
                    .saveSent(
                            drafts,
                            visit,
                            response,
                            asked.parts().draft(asked.item(), form.keptAs()),
                            typed)
                    .orElseGet(() -> question(visit, child, asked, form, TypedForms.empty(), ""));
        }
        ObjectNode message = message(visit, child, typed);
        form.into(body(message, asked.set(), visit, "saved"));
        submit(visit, message);
        DraftPages.Kind.ASSESSMENT.forget(
                drafts, visit, asked.parts().draft(asked.item(), form.keptAs()), typed);
        return "redirect:" + asked.parts().address() + "?kept";
    }

    /** Whoever was asked is no longer there: what was written is shown, so that it is not lost. */
    private Page gone(
            Visit visit,
            Child child,
            String set,
            Map<String, String> typed,
            HttpServletResponse response) {
        Optional<QuestionSet> named = questions.to(visit).named(set);
        if (named.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        return whole(
                visit,
                child,
                new AssessmentParts(visit, child, named.get()),
                TypedForms.empty(),
                "The record of whom you asked was joined or separated while the form was open. Nothing"
                        + " was saved yet; choose the question below and enter again what you wrote: "
                        + typed.getOrDefault("words", ""));
    }

    @PostMapping("/children/{id}/assessments/{set}/{who}/{question}/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String set,
            @PathVariable String who,
            @PathVariable String question,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        Look<Child> look = look(visit, id, set);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return about.refused(visit, response, typed, AssessmentParts.WHY);
        }
        Asked asked = asked(visit, child, set, who, question).orElse(null);
        if (asked == null) {
            return Answers.nobody(visit, response);
        }
        if (!asked.sentOf(typed)) {
            return new SentAbout.Another(child.family().subject().id())
                    .refused(visit, response, typed, AssessmentParts.WHY);
        }
        Optional<Question.Request> request =
                asked.item().question().request().filter(_ -> act.equals("request"));
        if (request.isPresent()) {
            return requested(visit, child, asked, request.get(), typed);
        }
        Optional<ObjectNode> message =
                act.equals("confirm") ? confirmed(visit, child, asked, typed) : Optional.empty();
        if (message.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        submit(visit, message.get());
        return "redirect:" + asked.parts().address(asked.item()) + "?kept";
    }

    @PostMapping("/children/{id}/assessments/{set}/{act}")
    Object whole(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String set,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        AccountPlace place = AccountPlace.of(entries, visit, typed);
        Look<Child> look = look(visit, id, set);
        Optional<QuestionSet> named = questions.to(visit).named(set);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (named.isEmpty() || !(about instanceof SentAbout.Them(Child child))) {
            return act.equals(AccountForms.ACCOUNT)
                    ? DraftPages.Kind.ACCOUNT.refused(drafts, visit, response, typed, about)
                    : about.refused(visit, response, typed);
        }
        var parts = new AssessmentParts(visit, child, named.get());
        String sent = typed.getOrDefault(DraftAbout.FIELD, "");
        List<FormError> errors = AccountForms.errors(visit, parts, act, typed);
        if (!errors.isEmpty()) {
            return Optional.of(act)
                    .filter(AccountForms.ACCOUNT::equals)
                    .flatMap(_ ->
                            DraftPages.Kind.ACCOUNT.saveSent(
                                    drafts, visit, response, parts.draft(sent), typed))
                    .orElseGet(() ->
                            whole(visit, child, parts, TypedForms.of(act, typed, errors), ""));
        }
        Optional<String> stage = AccountForms.stage(act);
        if (stage.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        ObjectNode message = message(visit, child, typed);
        ObjectNode body = body(message, named.get(), visit, stage.get());
        AccountForms.into(body, act, parts, typed);
        if (!act.equals(AccountForms.ACCOUNT)) {
            submit(visit, message);
            return "redirect:" + parts.address() + "?kept";
        }
        Optional<FormError> taken = place.take(entries, visit, message);
        if (taken.isPresent()) {
            return DraftPages.Kind.ACCOUNT
                    .saveSent(drafts, visit, response, parts.draft(sent), typed)
                    .orElseGet(() ->
                            whole(
                                    visit,
                                    child,
                                    parts,
                                    TypedForms.of(act, typed, List.of(taken.get())),
                                    ""));
        }
        DraftPages.Kind.ACCOUNT.forget(drafts, visit, parts.draft(sent), typed);
        return "redirect:" + parts.address() + "?kept";
    }

    private record Asked(QuestionSet set, AssessmentParts parts, Item item) {
        /** Whether a form was shown of that question of that person, not of another. */
        private boolean sentOf(Map<String, String> typed) {
            return parts.draft(item, "").names().contains(typed.getOrDefault(DraftAbout.FIELD, ""));
        }
    }

    private Optional<Asked> asked(
            Visit visit, Child child, String set, String who, String question) {
        return questions
                .to(visit)
                .named(set)
                .flatMap(s -> {
                    var parts = new AssessmentParts(visit, child, s);
                    return parts.item(who, question).map(i -> new Asked(s, parts, i));
                });
    }

    private void submit(Visit visit, ObjectNode message) {
        EntryForm.submit(entries, visit, message);
    }

    private static ObjectNode message(Visit visit, Child child, Map<String, String> typed) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        typed.getOrDefault(EntryForm.ONCE, ""),
                        "assessment",
                        visit.now());
        return EntryForm.about(message, visit, child);
    }

    private static ObjectNode body(ObjectNode message, QuestionSet set, Visit visit, String stage) {
        return message.putObject("body")
                .put("questionSet", set.id())
                .put("stage", stage)
                .put("by", AssessmentForms.by(visit));
    }

    private static Optional<ObjectNode> confirmed(
            Visit visit, Child child, Asked asked, Map<String, String> typed) {
        RecordedAnswers recorded = asked.parts().recorded(asked.item());
        Stream<Fact> came =
                recorded.requests().stream().flatMap(r -> r.answers().stream()).map(e -> e.fact());
        return Stream.concat(recorded.facts().stream(), came)
                .filter(f -> String.valueOf(f.position()).equals(typed.getOrDefault("fact", "")))
                .findFirst()
                .map(fact -> {
                    ObjectNode message = message(visit, child, typed);
                    AssessmentForms.of(visit, asked.set(), asked.item(), Map.of())
                            .recorded(
                                    body(message, asked.set(), visit, "saved"),
                                    AssessmentParts.words(fact),
                                    asked.parts().source(fact));
                    return message;
                });
    }

    /** The request goes out, or its form comes again with what was written and what it lacks. */
    private Object requested(
            Visit visit,
            Child child,
            Asked asked,
            Question.Request request,
            Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        Optional<AgencyId> to =
                visit.directory().agencies(request.of(), visit.today()).stream()
                        .map(Agency::id)
                        .filter(a -> a.value().equals(typed.getOrDefault(AssessmentParts.TO, "")))
                        .findFirst();
        if (to.isEmpty()) {
            errors.add(
                    new FormError(
                            "Choose whom you ask, of those who are offered",
                            AssessmentParts.ASKING + "-" + AssessmentParts.TO));
        }
        AssessmentForms.tooLong(
                errors,
                typed,
                AssessmentParts.ASKING,
                Set.of(AssessmentParts.WHY),
                EntryForm.LONGEST);
        if (!errors.isEmpty()) {
            return question(
                    visit,
                    child,
                    asked,
                    written(visit, asked, draft(visit, asked)),
                    TypedForms.of(AssessmentParts.ASKING, typed, errors),
                    "");
        }
        submit(visit, request(visit, child, asked, request, to.orElseThrow(), typed));
        return "redirect:" + asked.parts().address(asked.item()) + "?kept";
    }

    private static ObjectNode request(
            Visit visit,
            Child child,
            Asked asked,
            Question.Request request,
            AgencyId to,
            Map<String, String> typed) {
        Question question = asked.item().question();
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        typed.getOrDefault(EntryForm.ONCE, ""),
                        "information-request",
                        visit.now());
        about(message, visit, child, asked.item());
        message.putArray("to").add(to.value());
        ObjectNode body = message.putObject("body");
        body.put("immediateRisk", false)
                .put("asked", Codes.kebab(request.asked()))
                .put("words", question.text())
                .put("question", RecordedAnswers.named(asked.set(), question));
        EntryForm.typed(Optional.ofNullable(typed.get(AssessmentParts.WHY)))
                .ifPresent(w -> body.put("why", w));
        return message;
    }

    /** The answer as it was being written. */
    private static AssessmentForms written(Visit visit, Asked asked, DraftPages.Found draft) {
        return AssessmentForms.of(visit, asked.set(), asked.item(), draft.typed());
    }

    private DraftPages.Found draft(Visit visit, Asked asked) {
        return DraftPages.Kind.ASSESSMENT.resumed(
                drafts, visit, asked.parts().draft(asked.item(), ""));
    }

    private static void about(ObjectNode message, Visit visit, Child child, Item item) {
        if (item.of().isEmpty()) {
            EntryForm.about(message, visit, child);
            return;
        }
        Individual person = child.family().around().person(item.of().get().id());
        EntryForm.about(
                message,
                visit,
                person.records(),
                person.facts().stream()
                        .filter(f -> person.has(f.participants().getFirst().record()))
                        .reduce((_, later) -> later)
                        .map(f -> List.of(f.id().message().text()))
                        .orElse(List.of()));
    }

    private Page list(Visit visit, Child child) {
        List<Row> rows = new ArrayList<>();
        for (QuestionSet set : questions.to(visit).sets()) {
            var parts = new AssessmentParts(visit, child, set);
            boolean begun = parts.assessment().begun();
            boolean complete = parts.assessment().complete();
            rows.add(
                    new Row(
                            Link.to(set.title(), parts.address()),
                            begun ? parts.missing().size() + " still missing" : "",
                            "",
                            "Questions of " + set.version(),
                            new Tag(
                                    complete ? "Complete" : begun ? "Being written" : "Not begun",
                                    complete ? Tone.GREEN : begun ? Tone.AMBER : Tone.NEUTRAL),
                            null));
        }
        return page(
                visit,
                child,
                List.of(),
                "",
                null,
                "Assessments",
                "Each answer is saved by itself and kept. Whoever is asked is asked directly.",
                List.of(),
                List.of(new Section("sets", "What can be assessed", "", rows, List.of())));
    }

    private static Page whole(
            Visit visit, Child child, AssessmentParts parts, TypedForms typed, String note) {
        List<Section> sections = new ArrayList<>(parts.sections());
        boolean manager = visit.account().roles().contains(AccessRole.SOCIAL_WORK_MANAGER);
        sections.addAll(AccountForms.sections(parts, typed, visit, manager));
        return page(
                visit,
                child,
                typed.errors(),
                note,
                Link.to("All assessments", new ChildParts(visit, child).address() + "/assessments"),
                parts.assessment().set().title(),
                "",
                parts.facts(),
                sections);
    }

    private static Page question(
            Visit visit,
            Child child,
            Asked asked,
            AssessmentForms form,
            TypedForms asking,
            String note) {
        return page(
                visit,
                child,
                Stream.concat(form.errors().stream(), asking.errors().stream()).toList(),
                note,
                Link.to(asked.set().title(), asked.parts().address()),
                asked.item().question().text(),
                "Asked of: " + asked.parts().name(asked.item()),
                List.of(),
                asked.parts().sections(asked.item(), form, asking));
    }

    private static Page page(
            Visit visit,
            Child child,
            List<FormError> errors,
            String note,
            @Nullable Link back,
            String heading,
            String lead,
            List<sightline.web.view.part.Definition> facts,
            List<Section> sections) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        return new AssessmentPage(
                visit.frame("Assessments: " + parts.name(), "Children"),
                parts.identity("Assessments", ""),
                errors,
                note,
                back,
                heading,
                lead,
                facts,
                sections,
                coverage.ofForm(child));
    }
}
