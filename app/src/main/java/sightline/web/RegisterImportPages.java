package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.register.ImportColumn;
import sightline.register.ImportFile;
import sightline.register.ImportState;
import sightline.register.Imports;
import sightline.register.UnreadableFile;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterImportsPage;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Bring in the file of an existing register: upload, look, confirm, mend what is set aside. */
@PageController
final class RegisterImportPages {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String LIST = "/register/import";

    private final Imports imports;
    private final Recording recording;

    RegisterImportPages(Imports imports, Recording recording) {
        this.imports = imports;
        this.recording = recording;
    }

    @GetMapping(LIST)
    Page list(Visit visit, HttpServletResponse response, @RequestParam Optional<String> gone) {
        return page(
                visit,
                response,
                gone.isPresent() ? "The file is thrown away. What went in before stays in." : "",
                List.of());
    }

    @GetMapping(LIST + "/template.csv")
    Object template(Visit visit, HttpServletResponse response) {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        recording.write(visit.reader(), Entry.of(Event.VISIT, LIST + "/template.csv"));
        return csv("register-template.csv", ImportColumn.template());
    }

    @PostMapping(LIST)
    Object upload(
            Visit visit, HttpServletResponse response, @RequestParam Optional<MultipartFile> file)
            throws IOException {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        if (file.isEmpty() || file.get().isEmpty()) {
            return refused(visit, response, "Choose a file that is not empty");
        }
        try (InputStream bytes = file.get().getInputStream()) {
            String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
            return "redirect:"
                    + LIST
                    + "/"
                    + imports.upload(visit.reader(), name, bytes, visit.now());
        } catch (UnreadableFile unreadable) {
            return refused(visit, response, String.valueOf(unreadable.getMessage()));
        }
    }

    private Page refused(Visit visit, HttpServletResponse response, String why) {
        return page(visit, response, "", List.of(new FormError(why, "upload-file")));
    }

    @GetMapping(LIST + "/{file}")
    Object file(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String file,
            @RequestParam Optional<String> after) {
        return open(
                visit,
                response,
                file,
                found -> {
                    int from =
                            after.filter(a -> a.matches("[1-9][0-9]{0,5}"))
                                    .map(Integer::parseInt)
                                    .orElse(0);
                    return new RegisterImportParts(visit, found)
                            .page(looked(visit, found, from), from);
                });
    }

    /** The rows of a file whose bytes are there. */
    private Imports.Look looked(Visit visit, ImportFile file, int after) {
        boolean rows =
                file.state() == ImportState.CHECKED
                        || (file.aside() > 0
                                && (file.state() == ImportState.GOING_IN
                                        || file.state() == ImportState.IN));
        return rows
                ? imports.look(visit.reader(), file, after)
                : new Imports.Look(List.of(), List.of());
    }

    @PostMapping(LIST + "/{file}/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String file,
            @PathVariable String act) {
        return open(
                visit,
                response,
                file,
                found ->
                        switch (act) {
                            case "confirm" -> {
                                imports.confirm(visit.reader(), found, visit.now());
                                yield "redirect:" + LIST + "/" + found.id();
                            }
                            case "discard" ->
                                    imports.discard(visit.reader(), found, visit.now())
                                            ? "redirect:" + LIST + "?gone"
                                            : "redirect:" + LIST + "/" + found.id();
                            default -> Answers.nobody(visit, response);
                        });
    }

    @GetMapping(LIST + "/{file}/set-aside.csv")
    Object aside(Visit visit, HttpServletResponse response, @PathVariable String file) {
        return open(
                visit,
                response,
                file,
                found -> {
                    if (found.aside() == 0 || found.state() == ImportState.DISCARDED) {
                        return Answers.nobody(visit, response);
                    }
                    StringBuilder text = new StringBuilder("\uFEFF");
                    imports.aside(visit.reader(), found, text::append);
                    return csv("set-aside.csv", text.toString());
                });
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Object open(
            Visit visit,
            HttpServletResponse response,
            String file,
            Function<ImportFile, Object> made) {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        return imports.find(visit.reader(), file)
                .map(made)
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private Page page(
            Visit visit, HttpServletResponse response, String note, List<FormError> errors) {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        return new RegisterImportsPage(
                visit.frame("Bring in a register", "Register"),
                Link.to("Back to the register", "/register"),
                errors,
                note,
                imports.newest(visit.reader()).stream()
                        .map(f -> new RegisterImportParts(visit, f).row())
                        .toList(),
                Arrays.stream(ImportColumn.values())
                        .map(c ->
                                new RegisterImportsPage.Column(
                                        c.heading(),
                                        c.needed() ? "Yes" : "No",
                                        c.meaning(),
                                        c.example()))
                        .toList());
    }
}
