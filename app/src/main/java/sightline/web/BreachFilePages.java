package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.feeds.Entries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The breach file of a registered person: a page, and the same as a PDF for a court. It is for
 * whoever keeps the register of the agency that answers, and for nobody else. Each part of the PDF
 * has an entry of its own in the journal, written before anything is made of it.
 */
@PageController
final class BreachFilePages {
    private static final String WHAT = "/register/breach-file";
    private static final int PART = 50;

    private final RegisteredPeople people;
    private final Recording recording;

    private final Entries entries;

    BreachFilePages(ChildReading people, Recording recording, Entries entries) {
        this.entries = entries;
        this.people =
                new RegisteredPeople(people, WHAT, parts -> parts.keeps() && parts.everInForce());
        this.recording = recording;
    }

    @GetMapping("/register/{id}/breach-file")
    Object page(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> of,
            @RequestParam Optional<String> page,
            @RequestParam Optional<String> kept) {
        return file(
                visit,
                response,
                id,
                of,
                shown ->
                        new BreachFileParts(visit, shown, of)
                                .page(
                                        PageNumber.read(page),
                                        BreachForms.fresh(visit),
                                        kept.map(BreachForms::kept).orElse("")));
    }

    @PostMapping("/register/{id}/breach-file/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String act,
            @RequestParam String of,
            @RequestParam Map<String, String> typed) {
        if (!BreachForms.knows(act)) {
            return Answers.nobody(visit, response);
        }
        return people.sent(
                visit,
                response,
                id,
                typed,
                BreachForms.TEXTS,
                file(
                        visit,
                        response,
                        Optional.of(of),
                        shown -> kept(visit, shown, of, act, typed)));
    }

    private Object kept(
            Visit visit, Shown shown, String of, String act, Map<String, String> typed) {
        BreachForms forms = BreachForms.sent(visit, act, typed);
        if (!forms.errors().isEmpty()) {
            return new BreachFileParts(visit, shown, Optional.of(of)).page(1, forms, "");
        }
        EntryForm.submit(
                entries,
                visit,
                forms.message(
                        shown.parts(),
                        shown.file().matters().getFirst(),
                        typed.getOrDefault(EntryForm.ONCE, "")));
        return "redirect:" + shown.parts().address() + "/breach-file?of=" + of + "&kept=" + act;
    }

    @GetMapping("/register/{id}/breach-file/file.pdf")
    Object pdf(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> of) {
        return file(
                visit,
                response,
                id,
                of,
                shown ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_PDF)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "attachment; filename=\"breach-file.pdf\"")
                                .body(
                                        new BreachDocument(shown, journalled(visit, shown.file()))
                                                .pdf()));
    }

    /** A file with the person and the words of it. */
    record Shown(RegisterParts parts, BreachFile file, BreachWords words) {}

    private Object file(
            Visit visit,
            HttpServletResponse response,
            PersonId id,
            Optional<String> of,
            Function<Shown, Object> made) {
        return people.open(visit, response, id, file(visit, response, of, made));
    }

    private static Function<RegisterParts, Object> file(
            Visit visit,
            HttpServletResponse response,
            Optional<String> of,
            Function<Shown, Object> made) {
        return parts -> {
            Optional<BreachFile> file = BreachFile.of(visit, parts, of);
            return file.isPresent()
                    ? made.apply(
                            new Shown(parts, file.get(), new BreachWords(visit, parts, file.get())))
                    : Answers.nobody(visit, response);
        };
    }

    /** The numbers of the journal's entries, one a part; a file without entries has one, too. */
    private List<String> journalled(Visit visit, BreachFile file) {
        int parts = Math.max(1, (file.chronology().size() + PART - 1) / PART);
        List<String> numbers = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            List<Fact> some =
                    file.chronology()
                            .subList(
                                    part * PART,
                                    Math.min(file.chronology().size(), (part + 1) * PART));
            numbers.add(recording.write(visit.reader(), entry(file, some, part + 1, parts)));
        }
        return numbers;
    }

    private static Entry entry(BreachFile file, List<Fact> some, int part, int parts) {
        return HandedOut.entry(
                Event.EXPORT,
                file.child().family().subject().id(),
                some,
                WHAT + "/file.pdf, part " + part + " of " + parts);
    }
}
