package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.chronology.LastLooks;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.household.Look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The chronology as a paginated PDF, oldest entry first. Each part of it has an entry of its own in
 * the journal, written before the part is made.
 */
@PageController
final class ChronologyExport {
    private static final int PART = 50;

    private final ChildReading children;
    private final Recording recording;

    ChronologyExport(ChildReading children, Recording recording) {
        this.children = children;
        this.recording = recording;
    }

    @GetMapping("/children/{id}/chronology/bundle.pdf")
    Object bundle(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> known,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<List<String>> agency) {
        var asked = ChronologyAsked.read(known, from, to, agency, Optional.empty());
        Look<Child> look =
                children.looking(
                        visit.reader(),
                        id,
                        LastLooks.Page.CHRONOLOGY,
                        "/children/chronology/bundle.pdf",
                        visit.now(),
                        asked.asOf(visit));
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return Answers.page(visit, response, look, _ -> Answers.nobody(visit, response));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chronology.pdf\"")
                .body(pdf(visit, child, asked));
    }

    private byte[] pdf(Visit visit, Child child, ChronologyAsked asked) {
        List<Fact> knew =
                child.family().around().subject().facts().stream()
                        .filter(f -> asked.knew(f, child.then()))
                        .toList();
        List<Fact> chosen =
                knew.stream()
                        .filter(f -> !(f.body() instanceof SystemBody) && asked.includes(f))
                        .sorted(
                                Comparator.comparing(EntriesDrawing::day)
                                        .thenComparing(Fact::position))
                        .toList();
        var bundle = new Bundle(visit, asked.standings(knew, child));
        bundle.cover(
                Naming.name(child.family().around().subject()),
                cover(visit, child, asked, chosen.size()));
        int parts = (chosen.size() + PART - 1) / PART;
        for (int part = 0; part < parts; part++) {
            List<Fact> some =
                    chosen.subList(part * PART, Math.min(chosen.size(), (part + 1) * PART));
            String number = recording.write(visit.reader(), entry(child, some, part + 1, parts));
            bundle.part(part + 1, parts, number, part * PART, some);
        }
        return bundle.pdf();
    }

    private static Entry entry(Child child, List<Fact> some, int part, int parts) {
        return HandedOut.entry(
                Event.EXPORT,
                child.family().subject().id(),
                some,
                "/children/chronology/bundle.pdf, part " + part + " of " + parts);
    }

    private static List<Bundle.Line> cover(
            Visit visit, Child child, ChronologyAsked asked, int entries) {
        List<Bundle.Line> lines = new ArrayList<>();
        lines.add(
                new Bundle.Line(
                        "Born",
                        Naming.born(child.family().around().subject(), visit.today())
                                .orElse("Not recorded in what the reader may see")));
        lines.add(
                new Bundle.Line(
                        "Made by",
                        visit.account().name().value()
                                + ", "
                                + visit.agency(visit.account().agency())));
        lines.add(
                new Bundle.Line(
                        "Made at",
                        Wording.startingMoment(visit.now(), visit.today())
                                + ", "
                                + Words.day(visit.today())));
        lines.add(new Bundle.Line("For", visit.reader().reason().title()));
        lines.add(
                new Bundle.Line(
                        "As known on",
                        asked.known()
                                .map(d ->
                                        Words.day(d)
                                                + ": what had come by the end of that day, to somebody with this reader’s rights then and now")
                                .orElse("The day on which it was made")));
        lines.add(
                new Bundle.Line(
                        "Dates",
                        asked.from().map(Words::day).orElse("the first entry")
                                + " to "
                                + asked.to().map(Words::day).orElse("the last")));
        lines.add(
                new Bundle.Line(
                        "Agencies",
                        asked.agencies().isEmpty()
                                ? "All of which the reader may see entries"
                                : asked.agencies().stream()
                                        .sorted()
                                        .map(a ->
                                                visit.agency(new sightline.core.kernel.AgencyId(a)))
                                        .collect(Collectors.joining(", "))));
        lines.add(new Bundle.Line("Entries", entries + ", the oldest first"));
        lines.add(new Bundle.Line("Not shown", notShown(visit, child)));
        return lines;
    }

    private static String notShown(Visit visit, Child child) {
        String holders =
                child.family().restricted().stream()
                        .map(visit::agency)
                        .collect(Collectors.joining(", "));
        long unread = child.unreadable().stream().mapToLong(u -> u.count()).sum();
        var desk = visit.frame("", "").desk();
        return (holders.isEmpty() ? "" : "Records held by " + holders + ". ")
                + (unread == 0 ? "" : Wording.count(unread, "message") + " not yet readable. ")
                + "There may be records that this bundle cannot show. For certainty, ring "
                + desk.name()
                + ", "
                + desk.telephone()
                + ".";
    }
}
