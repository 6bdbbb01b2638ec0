package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.Representative;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.casework.StrategyPack;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Fact;
import sightline.core.household.LeftOut;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.household.Look;
import sightline.household.Openness;
import sightline.web.CaseDocument.Block;
import sightline.web.CaseDocument.Format;
import sightline.web.view.Page;
import sightline.web.view.page.RecordPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents about a case for somebody who is named: what the policies open to the recipient's
 * agency and nothing else. Each goes into the journal as a disclosure before it is made.
 */
@PageController
final class CaseDocumentPages {
    private static final String WHAT = "/children/documents";
    private static final String ID = "document";
    private static final String SORT = "sort";
    private static final String TO = "to";
    private static final String WHO = "who";
    private static final String WHY = "why";
    private static final String LETTER = "letter";
    private static final String FORMAT = "format";
    private static final int LONGEST = 20_000;
    private static final int SHORT = 200;
    private static final int PART = 50;

    private final ChildReading children;
    private final Openness openness;
    private final Recording recording;
    private final OfferedQuestions questions;

    CaseDocumentPages(
            ChildReading children,
            Openness openness,
            Recording recording,
            OfferedQuestions questions) {
        this.children = children;
        this.openness = openness;
        this.recording = recording;
        this.questions = questions;
    }

    /** What can be made. All but a letter is social care's to give. */
    private enum Sort {
        ASSESSMENT("Assessment"),
        REPORT("Report to a conference"),
        MINUTES("Minutes of the newest meeting"),
        PLAN("Plan"),
        LETTER("Letter");

        private final String title;

        Sort(String title) {
            this.title = title;
        }

        private String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean mayBeMadeBy(Visit visit) {
            return this == LETTER
                    || visit.directory()
                            .agency(visit.account().agency())
                            .filter(a -> a.type() == AgencyType.CHILDRENS_SOCIAL_CARE)
                            .isPresent();
        }
    }

    @GetMapping("/children/{id}/documents")
    Page form(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, WHAT, LeftOut.EVERYDAY),
                id,
                child -> page(visit, child, TypedForms.empty()));
    }

    @PostMapping("/children/{id}/documents")
    Object make(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        Look<Child> look = children.child(visit.reader(), id, WHAT);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return about.refused(visit, response, typed, WHO, WHY, LETTER);
        }
        Optional<Sort> sort =
                sorts(visit).filter(s -> s.slug().equals(typed.get(SORT))).findFirst();
        Optional<Format> format =
                Arrays.stream(Format.values())
                        .filter(f -> f.ending().equals(typed.get(FORMAT)))
                        .findFirst();
        Optional<Agency> to =
                recipients(visit, child)
                        .filter(a -> a.id().value().equals(typed.get(TO)))
                        .findFirst();
        List<FormError> errors = errors(typed, sort, format, to);
        if (!errors.isEmpty()) {
            return page(visit, child, TypedForms.of(ID, typed, errors));
        }
        return made(
                visit, child, typed, sort.orElseThrow(), format.orElseThrow(), to.orElseThrow());
    }

    private static List<FormError> errors(
            Map<String, String> typed,
            Optional<Sort> sort,
            Optional<Format> format,
            Optional<Agency> to) {
        List<FormError> errors = new ArrayList<>();
        if (sort.isEmpty()) {
            errors.add(new FormError("Choose what you give", ID + "-" + SORT));
        }
        if (to.isEmpty()) {
            errors.add(new FormError("Choose to which agency it goes", ID + "-" + TO));
        }
        TypedForms.need(errors, typed, ID, WHO, "Name who gets it, and their post");
        TypedForms.need(errors, typed, ID, WHY, "Write why they get it, and on what basis");
        if (sort.filter(Sort.LETTER::equals).isPresent()) {
            TypedForms.need(errors, typed, ID, LETTER, "Write the letter");
        }
        if (format.isEmpty()) {
            errors.add(new FormError("Choose a file", ID + "-" + FORMAT));
        }
        AssessmentForms.tooLong(errors, typed, ID, Set.of(WHY, LETTER), LONGEST);
        AssessmentForms.tooLong(errors, typed, ID, Set.of(WHO), SHORT);
        return errors;
    }

    private Object made(
            Visit visit,
            Child child,
            Map<String, String> typed,
            Sort sort,
            Format format,
            Agency to) {
        StrategyPack pack = StrategyPack.of(new DecisionParts(visit, child).situation());
        Set<Long> open =
                openness.to(
                        Representative.of(visit.reader(), to.id(), to.type()),
                        StrategyPages.around(child, pack));
        var parts = new CaseDocumentParts(visit, child, open);
        var _ =
                switch (sort) {
                    case ASSESSMENT -> parts.assessment(questions.to(visit));
                    case REPORT -> parts.report(questions.to(visit));
                    case MINUTES -> parts.minutes();
                    case PLAN -> parts.plan();
                    case LETTER -> parts.letter(typed.getOrDefault(LETTER, ""));
                };
        if (parts.empty()) {
            return page(
                    visit,
                    child,
                    TypedForms.of(
                            ID,
                            typed,
                            List.of(
                                    new FormError(
                                            "Nothing of this is recorded that "
                                                    + to.name()
                                                    + " may see. No document was made. Tell"
                                                    + " them more only by a decision of your"
                                                    + " own: in a letter",
                                            ID + "-" + TO))));
        }
        journal(visit, child, parts.used(), sort.slug() + " as " + format.ending(), to, typed);
        List<Block> blocks = new ArrayList<>(cover(visit, typed, to, sort, parts));
        blocks.addAll(parts.blocks());
        var document = new CaseDocument(sort.title + ": " + parts.name(), blocks);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(sort.slug(), format.ending()))
                .body(document.in(format));
    }

    private static List<Block> cover(
            Visit visit, Map<String, String> typed, Agency to, Sort sort, CaseDocumentParts parts) {
        List<Block> cover = new ArrayList<>();
        cover.add(
                new CaseDocument.Words(
                        "For", typed.getOrDefault(WHO, "").strip() + ", " + to.name()));
        cover.add(
                new CaseDocument.Words(
                        "From",
                        visit.account().name().value()
                                + ", "
                                + visit.agency(visit.account().agency())
                                + ", "
                                + Words.day(visit.today())));
        cover.add(new CaseDocument.Words("About", parts.name()));
        if (sort != Sort.LETTER) {
            cover.add(
                    CaseDocument.Words.of(
                            "It holds what its recipient may see of what its maker may see, and may"
                                    + " leave out more. Nothing in it says that nothing else is"
                                    + " known."));
        }
        return cover;
    }

    /** One entry a part, each before anything is made of it. */
    private void journal(
            Visit visit,
            Child child,
            List<Fact> used,
            String what,
            Agency to,
            Map<String, String> typed) {
        int parts = Math.max(1, (used.size() + PART - 1) / PART);
        for (int part = 0; part < parts; part++) {
            List<Fact> some = used.subList(part * PART, Math.min(used.size(), (part + 1) * PART));
            recording.write(
                    visit.reader(),
                    HandedOut.entry(
                                    Event.DISCLOSE,
                                    child.family().subject().id(),
                                    some,
                                    "%s, %s to %s, part %d of %d"
                                            .formatted(
                                                    WHAT, what, to.id().value(), part + 1, parts))
                            .withReason(
                                    new Text(
                                            typed.getOrDefault(WHO, "").strip()
                                                    + ": "
                                                    + typed.getOrDefault(WHY, "").strip())));
        }
    }

    private static Stream<Sort> sorts(Visit visit) {
        return Arrays.stream(Sort.values()).filter(s -> s.mayBeMadeBy(visit));
    }

    /** Those who would be invited to a discussion of the child. */
    private static Stream<Agency> recipients(Visit visit, Child child) {
        return StrategyParts.candidates(visit, child).stream()
                .flatMap(a -> visit.directory().agency(a).stream());
    }

    private static Page page(Visit visit, Child child, TypedForms typed) {
        var parts = new ChildParts(visit, child);
        return new RecordPage(
                visit.frame("Documents: " + parts.name(), "Children"),
                parts.identity("Meetings", ""),
                "Make a document for somebody",
                typed.errors(),
                "",
                new Form(
                        ID,
                        parts.address() + "/documents",
                        fields(visit, child, typed),
                        "Make the document",
                        true,
                        ""),
                List.of(
                        "It holds what the record opens to the agency that gets it, by the same rules"
                                + " as if they had opened it themselves.",
                        "Who got what, and why, goes into the access log before it is made.",
                        "A document for the family is a decision of yours, line by line: this page"
                                + " makes none."));
    }

    private static List<Field> fields(Visit visit, Child child, TypedForms typed) {
        List<Field> all = new ArrayList<>();
        all.add(SentAbout.field(visit, child));
        all.add(
                typed.oneOf(
                        ID,
                        SORT,
                        "What do you give?",
                        sorts(visit).map(s -> option(typed, SORT, s.slug(), s.title)).toList()));
        all.add(
                typed.pick(
                        ID,
                        TO,
                        "Which agency gets it?",
                        Stream.concat(
                                        Stream.of(new Option("", "Choose", "", false)),
                                        recipients(visit, child)
                                                .map(a ->
                                                        option(
                                                                typed,
                                                                TO,
                                                                a.id().value(),
                                                                a.name())))
                                .toList()));
        all.add(typed.line(ID, WHO, "Who gets it there?", "Name and post", "w20"));
        all.add(
                typed.lines(
                        ID, WHY, "Why do they get it?", "On what basis. It goes into the log."));
        all.add(
                typed.lines(
                        ID,
                        LETTER,
                        "The letter, if it is one",
                        "What you write goes out as you write it."));
        all.add(
                typed.oneOf(
                        ID,
                        FORMAT,
                        "As which file?",
                        Arrays.stream(Format.values())
                                .map(f -> option(typed, FORMAT, f.ending(), f.words()))
                                .toList()));
        return all;
    }

    private static Option option(TypedForms typed, String field, String value, String label) {
        return new Option(value, label, "", typed.value(ID, field).equals(value));
    }
}
