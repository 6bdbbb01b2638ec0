package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.PersonBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.NotificationReceiptPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The written acknowledgement of a notification, with its number and with what is due next: a page,
 * and the same as a PDF to be handed over.
 */
@PageController
final class NotificationReceipts {
    private static final String FOOT = "Receipt of a notification. Personal data: keep it safe.";
    private static final int PART = 4;

    private final ChildReading people;
    private final Recording recording;

    NotificationReceipts(ChildReading people, Recording recording) {
        this.people = people;
        this.recording = recording;
    }

    @GetMapping("/register/{id}/receipts/{message}")
    Page receipt(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String message) {
        return Answers.page(
                visit,
                response,
                people.child(visit.reader(), id, "/register/receipt"),
                id,
                child ->
                        number(message).isEmpty()
                                ? Answers.nobody(visit, response)
                                : page(visit, new RegisterParts(visit, child), message));
    }

    @GetMapping("/register/{id}/receipts/{message}/receipt.pdf")
    Object pdf(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String message) {
        Look<Child> look = people.child(visit.reader(), id, "/register/receipt.pdf");
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return Answers.page(visit, response, look, id, _ -> Answers.nobody(visit, response));
        }
        var parts = new RegisterParts(visit, child);
        Optional<Entry<RegisterNotification>> told = told(child, message);
        if (told.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        recording.write(visit.reader(), entry(child, told.get().fact()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.pdf\"")
                .body(document(visit, parts, told.get(), message));
    }

    private static sightline.audit.Entry entry(Child child, Fact fact) {
        return new sightline.audit.Entry(
                Event.EXPORT,
                List.of(child.family().subject().id()),
                fact.participants().stream().map(p -> p.record()).toList(),
                Set.of(fact.sensitivity()),
                1,
                Set.of(),
                "/register/receipt.pdf",
                Optional.empty());
    }

    /** The number of a receipt; empty where it could be none. */
    static Optional<String> number(String message) {
        String hex = message.replaceFirst("^page-", "").replace("-", "");
        return Optional.of(hex)
                .filter(h -> h.matches("[0-9a-f]{32}"))
                .map(h -> h.toUpperCase(Locale.ROOT))
                .map(h -> "RN-" + h.substring(0, PART) + "-" + h.substring(PART, PART + PART));
    }

    private static Optional<Entry<RegisterNotification>> told(Child child, String message) {
        return child.family().around().subject().about(RegisterNotification.class).stream()
                .filter(e -> e.fact().id().message().id().value().equals(message))
                .findFirst();
    }

    private static Page page(Visit visit, RegisterParts parts, String message) {
        Optional<Entry<RegisterNotification>> told = told(parts.child(), message);
        return new NotificationReceiptPage(
                visit.frame("Receipt: " + parts.name(), "Register"),
                parts.identity(""),
                "Receipt " + number(message).orElseThrow(),
                told.map(t -> lines(visit, parts, t))
                        .orElse(
                                List.of(
                                        Definition.of(
                                                "State",
                                                "Kept. It is not on the record yet: open this page"
                                                        + " again in a few seconds."))),
                told.map(_ -> parts.dueNext())
                        .orElse(List.of("Worked out once it is on the record.")),
                told.map(_ ->
                                Link.to(
                                        "Print it: receipt as PDF",
                                        parts.address() + "/receipts/" + message + "/receipt.pdf"))
                        .orElse(null));
    }

    private static List<Definition> lines(
            Visit visit, RegisterParts parts, Entry<RegisterNotification> told) {
        RegisterNotification body = told.body();
        Individual subject = parts.child().family().around().subject();
        List<Definition> lines = new ArrayList<>();
        lines.add(Definition.of("Person", parts.name()));
        lines.add(
                Definition.of("Born", Naming.born(subject, visit.today()).orElse("Not recorded")));
        lines.add(
                Definition.of(
                        "Register", RegisterWords.title(body.pack().toLowerCase(Locale.ROOT))));
        lines.add(Definition.of("What was notified", NotificationForm.words(body.type())));
        lines.add(Definition.of("Told on", Words.day(told.day())));
        body.expected().ifPresent(day -> lines.add(Definition.of("Expected on", Words.day(day))));
        if (body.noHome()) {
            lines.add(Definition.of("Home", "None: notice each week"));
        }
        address(subject, told.fact())
                .ifPresent(a -> lines.add(Definition.of("Address notified", a)));
        lines.add(Definition.of("Received by", visit.agency(told.fact().source())));
        lines.add(
                Definition.of(
                        "Received",
                        Words.day(London.day(told.received()))
                                + ", "
                                + Words.time(London.time(told.received()).toLocalTime())));
        return lines;
    }

    /** The address that a fact is about, or that was told in the same message. */
    static Optional<String> address(Individual subject, Fact told) {
        return told.place()
                .or(() ->
                        subject.about(PersonBody.Residence.class).stream()
                                .filter(e -> e.fact().id().message().equals(told.id().message()))
                                .flatMap(e -> e.fact().place().stream())
                                .findFirst())
                .map(ChildParts::written);
    }

    private static byte[] document(
            Visit visit, RegisterParts parts, Entry<RegisterNotification> told, String message) {
        String rows =
                lines(visit, parts, told).stream()
                        .map(l -> PdfDocument.row(l.term(), l.value()))
                        .collect(Collectors.joining());
        String next =
                parts.dueNext().stream()
                        .map(line -> "<li>" + PdfDocument.escaped(line) + "</li>")
                        .collect(Collectors.joining());
        return PdfDocument.of(
                "Receipt",
                FOOT,
                "<h1>Receipt "
                        + number(message).orElse("")
                        + "</h1><p>This acknowledges in writing what was notified.</p><table>"
                        + rows
                        + "</table><h2>What is due next</h2><ul>"
                        + next
                        + "</ul><p class=\"s\">Made "
                        + Words.day(visit.today())
                        + ". Keep this receipt.</p>");
    }
}
