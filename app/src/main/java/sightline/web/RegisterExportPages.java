package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.core.directory.Area;
import sightline.core.register.State;
import sightline.register.ExportColumn;
import sightline.register.ExportRequest;
import sightline.register.Exports;
import sightline.register.Exports.Fetched;
import sightline.register.Imports;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterExportPage;
import sightline.web.view.page.RegisterExportsPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.HeadedForm;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An export of a register: one keeper asks, another decides, the first fetches it once. */
@PageController
final class RegisterExportPages {
    private static final String LIST = "/register/export";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Exports exports;
    private final RegisterExportFile file;

    RegisterExportPages(Exports exports, RegisterExportFile file) {
        this.exports = exports;
        this.file = file;
    }

    @GetMapping(LIST)
    Page list(Visit visit, HttpServletResponse response) {
        return list(
                visit, response, new RegisterExportForm(visit, new LinkedMultiValueMap<>(), false));
    }

    private Page list(Visit visit, HttpServletResponse response, RegisterExportForm form) {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        return new RegisterExportsPage(
                visit.frame("Export a register", "Register"),
                Link.to("Back to the register", "/register"),
                form.errors(),
                exports.newest(visit.reader()).stream().map(r -> row(visit, r)).toList(),
                form.form());
    }

    @PostMapping(LIST)
    Object ask(
            Visit visit,
            HttpServletResponse response,
            @RequestParam MultiValueMap<String, String> typed) {
        RegisterExportForm form = new RegisterExportForm(visit, typed, true);
        if (!Imports.keeps(visit.reader()) || !form.errors().isEmpty()) {
            return list(visit, response, form);
        }
        return "redirect:" + LIST + "/" + exports.ask(visit.reader(), form.asked(), visit.now());
    }

    @GetMapping(LIST + "/{request}")
    Object request(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String request,
            @RequestParam Optional<String> changed,
            @RequestParam Optional<String> no) {
        String note =
                changed.isPresent()
                        ? "People came on or went off since it was asked for, so the approval no longer holds. Ask again."
                        : no.isPresent()
                                ? "That could not be done: it is too late, somebody was faster, or it needs a keeper of another team."
                                : "";
        return page(visit, response, request, note, List.of());
    }

    @PostMapping(LIST + "/{request}/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String request,
            @PathVariable String act,
            @RequestParam Optional<String> why) {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        if (act.equals("fetch")) {
            return fetch(visit, request);
        }
        return second(request)
                .sent(
                        act,
                        why,
                        refused ->
                                refused == null
                                        ? exports.approve(visit.reader(), request, visit.now())
                                        : exports.refuse(
                                                visit.reader(), request, refused, visit.now()),
                        errors -> page(visit, response, request, "", errors))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static SecondPerson second(String request) {
        return new SecondPerson(LIST + "/" + request);
    }

    private Object fetch(Visit visit, String request) {
        return switch (exports.fetch(visit.reader(), request, visit.now())) {
            case Fetched.Open open ->
                    ResponseEntity.ok()
                            .contentType(CSV)
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "attachment; filename=\"register.csv\"")
                            .body(file.csv(visit, open).getBytes(StandardCharsets.UTF_8));
            case Fetched.Changed() -> "redirect:" + LIST + "/" + request + "?changed";
            case Fetched.Refused() -> second(request).after(false);
        };
    }

    private Object page(
            Visit visit,
            HttpServletResponse response,
            String id,
            String note,
            List<FormError> errors) {
        if (!Imports.keeps(visit.reader())) {
            return Answers.nobody(visit, response);
        }
        return exports.find(visit.reader(), id)
                .<Object>map(r ->
                        new RegisterExportPage(
                                visit.frame("Export of a register", "Register"),
                                Link.to("Back to all requests", LIST),
                                errors,
                                note.isEmpty() ? next(visit, r) : note,
                                stage(r.stage(visit.now())),
                                lines(visit, r),
                                forms(visit, r, errors)))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static boolean asker(Visit visit, ExportRequest request) {
        return request.askedBy().equals(visit.reader().actor());
    }

    private static String next(Visit visit, ExportRequest request) {
        String until = Wording.moment(request.until(), visit.today());
        return switch (request.stage(visit.now())) {
            case ASKED ->
                    asker(visit, request)
                            ? "Another register keeper of your agency, of another team where you have one, has until "
                                    + until
                                    + " to decide."
                            : "Yours to decide, until " + until + ".";
            case APPROVED ->
                    asker(visit, request)
                            ? "Approved. Fetch it once, until " + until + "."
                            : "Approved. Only whoever asked may fetch it, once, until "
                                    + until
                                    + ".";
            case REFUSED -> "Refused: " + request.refused().orElse("");
            case HANDED_OUT -> "It was fetched, and cannot be fetched again.";
            case EXPIRED ->
                    "Too late: nobody decided, or nobody fetched it, within a day. Ask again.";
        };
    }

    private static RegisterExportsPage.Row row(Visit visit, ExportRequest request) {
        return new RegisterExportsPage.Row(
                Link.to(request.asked().purpose(), LIST + "/" + request.id()),
                stage(request.stage(visit.now())),
                request.asked().recipient(),
                String.valueOf(request.people()),
                RuleWords.by(visit, request.askedAt(), request.askedBy()));
    }

    private static Tag stage(ExportRequest.Stage stage) {
        return switch (stage) {
            case ASKED -> new Tag("Waits for a second person", Tone.AMBER);
            case APPROVED -> new Tag("Approved", Tone.GREEN);
            case REFUSED -> new Tag("Refused", Tone.RED);
            case HANDED_OUT -> new Tag("Fetched", Tone.NEUTRAL);
            case EXPIRED -> new Tag("Expired", Tone.NEUTRAL);
        };
    }

    private static List<Definition> lines(Visit visit, ExportRequest request) {
        List<Definition> lines = new ArrayList<>();
        lines.add(Definition.of("What for", request.asked().purpose()));
        lines.add(Definition.of("Who gets it", request.asked().recipient()));
        lines.add(
                Definition.of(
                        "Area",
                        request.asked()
                                .area()
                                .map(a ->
                                        visit.directory().area(a).map(Area::name).orElse(a.value()))
                                .orElse("Every area that the asker may see")));
        lines.add(
                Definition.of(
                        "Who is in it",
                        request.asked().states().stream()
                                .sorted()
                                .map(State::words)
                                .collect(Collectors.joining("; "))));
        lines.add(Definition.of("People", String.valueOf(request.people())));
        lines.add(
                Definition.of(
                        "Columns",
                        request.asked().columns().stream()
                                .map(ExportColumn::title)
                                .collect(Collectors.joining("; "))));
        lines.add(
                Definition.of("Asked", RuleWords.by(visit, request.askedAt(), request.askedBy())));
        request.decidedBy()
                .ifPresent(who ->
                        lines.add(
                                Definition.of(
                                        request.refused().isPresent() ? "Refused" : "Approved",
                                        RuleWords.by(
                                                visit, request.decidedAt().orElseThrow(), who))));
        request.handedOutAt()
                .ifPresent(at ->
                        lines.add(
                                Definition.of(
                                        "Fetched", RuleWords.by(visit, at, request.askedBy()))));
        return lines;
    }

    private static List<HeadedForm> forms(
            Visit visit, ExportRequest request, List<FormError> errors) {
        ExportRequest.Stage stage = request.stage(visit.now());
        SecondPerson second = second(request.id());
        if (stage == ExportRequest.Stage.ASKED && !asker(visit, request)) {
            return List.of(
                    second.approval(
                            "Approve",
                            "You answer for it with the asker: that the purpose is right, that the recipient may have it, and that less would not do.",
                            "Approve this export"),
                    second.refusal("Refuse", "The asker sees why.", errors));
        }
        if (stage == ExportRequest.Stage.APPROVED && asker(visit, request)) {
            return List.of(
                    new HeadedForm(
                            "Fetch it",
                            "As CSV, once. If it does not arrive, ask again.",
                            second.form("fetch", "Fetch it now (CSV)", true, List.of())));
        }
        return List.of();
    }
}
