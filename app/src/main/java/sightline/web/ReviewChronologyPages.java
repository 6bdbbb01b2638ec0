package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Fact;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ChronologyRow.Told;
import sightline.core.reviews.ChronologyTable;
import sightline.core.reviews.Review;
import sightline.documents.TableFile;
import sightline.household.Look;
import sightline.register.CsvCells;
import sightline.reviews.Chronologies;
import sightline.reviews.Chronologies.Taken;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chronology of a review: merged, looked at, and added to by those who are named on it. */
@PageController
final class ReviewChronologyPages {
    private static final String AT = "/reviews/{id}/chronology";
    private static final Pattern CHILD =
            Pattern.compile(
                    "(?:[^?#]*?/)?children/([A-Za-z0-9_-]{4,80})(?:[/?#].*)?"
                            + "|([A-Za-z0-9_-]{4,80})(?:[?#].*)?");

    private final Reviews reviews;
    private final Chronologies chronologies;
    private final ChildReading children;

    ReviewChronologyPages(Reviews reviews, Chronologies chronologies, ChildReading children) {
        this.reviews = reviews;
        this.chronologies = chronologies;
        this.children = children;
    }

    @GetMapping(AT)
    Object show(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page) {
        return shown(visit, response, id, page, ReviewChronologyParts.Typed.NOTHING);
    }

    private Object shown(
            Visit visit,
            HttpServletResponse response,
            String id,
            int page,
            ReviewChronologyParts.Typed typed) {
        Optional<Review> review = read(visit, id);
        return review.flatMap(_ -> chronologies.of(visit.reader(), new ReviewId(id), AT))
                .<Object>map(merged ->
                        new ReviewChronologyParts(visit, id, review.orElseThrow(), merged)
                                .page(page, typed))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    /** Whoever comes from a finding is led to the page of the list on which its row stands. */
    @GetMapping(AT + "/rows/{row}")
    Object row(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String row) {
        Optional<Review> review = read(visit, id);
        return review.flatMap(_ -> chronologies.of(visit.reader(), new ReviewId(id), AT))
                .filter(merged -> merged.row(row).isPresent())
                .<Object>map(merged ->
                        "redirect:"
                                + new ReviewChronologyParts(visit, id, review.orElseThrow(), merged)
                                        .href(row))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @GetMapping(AT + "/template.csv")
    Object template(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return read(visit, id)
                .<Object>map(_ ->
                        ResponseEntity.ok()
                                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"chronology-template.csv\"")
                                .body(
                                        CsvCells.row(
                                                Arrays.stream(ChronologyTable.Column.values())
                                                        .map(ChronologyTable.Column::heading)
                                                        .toList())))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @PostMapping(AT)
    Object table(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        if (read(visit, id).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<AgencyId> whose = new Organisations(visit, typed).chosen("agency", wrong);
        if (whose.isEmpty()) {
            return shown(
                    visit, response, id, 1, ReviewChronologyParts.Typed.file(typed, wrong, ""));
        }
        Taken taken =
                chronologies.table(
                        visit.reader(),
                        new ReviewId(id),
                        ReviewForms.by(visit),
                        whose.get(),
                        bytes(file),
                        visit.now());
        return switch (taken) {
            case Taken.In _ -> "redirect:/reviews/" + id + "/chronology";
            case Taken.Not(String why) ->
                    shown(
                            visit,
                            response,
                            id,
                            1,
                            ReviewChronologyParts.Typed.file(typed, Map.of(), why));
        };
    }

    /** At most one byte more than a table may have: more is refused as too large. */
    private static byte[] bytes(Optional<MultipartFile> file) throws IOException {
        if (file.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = file.get().getInputStream()) {
            return in.readNBytes(TableFile.BYTES_MAX + 1);
        }
    }

    @PostMapping(AT + "/held")
    Object held(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam(defaultValue = "") String on) {
        if (read(visit, id).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        Optional<LocalDate> asOf = TypedDate.read(on).filter(d -> !d.isAfter(visit.today()));
        String wrong =
                asOf.isEmpty()
                        ? "Enter a day that is not to come, like 27 3 2026"
                        : taken(visit, id, child(child), asOf.get());
        return wrong.isEmpty()
                ? "redirect:/reviews/" + id + "/chronology"
                : shown(visit, response, id, 1, ReviewChronologyParts.Typed.held(child, on, wrong));
    }

    /** Whose id was typed, alone or in the address of any page of the child. */
    static Optional<PersonId> child(String typed) {
        Matcher child = CHILD.matcher(typed.strip());
        return child.matches()
                ? Optional.of(
                        new PersonId(Optional.ofNullable(child.group(1)).orElse(child.group(2))))
                : Optional.empty();
    }

    /** Takes in what the system holds; why not, where it does not. */
    private String taken(Visit visit, String id, Optional<PersonId> child, LocalDate asOf) {
        if (child.isEmpty()) {
            return "Copy the address of the child’s page into it";
        }
        Look<Child> look = children.child(visit.reader(), child.get(), "/reviews/{id}/chronology");
        if (!(look instanceof Look.Open<Child>(Child open))) {
            return "You may open no record of that child. Somebody on the panel who may can take it in";
        }
        List<ChronologyRow> rows = rows(open, asOf);
        if (rows.isEmpty()) {
            return "Nothing that you may read had reached Sightline by then";
        }
        Taken taken =
                chronologies.held(
                        visit.reader(),
                        new ReviewId(id),
                        ReviewForms.by(visit),
                        asOf,
                        rows,
                        visit.now());
        return taken instanceof Taken.Not(String why) ? why : "";
    }

    private static List<ChronologyRow> rows(Child child, LocalDate asOf) {
        List<Fact> facts =
                child.family().around().subject().facts().stream()
                        .filter(EntriesDrawing::isEvent)
                        .filter(f ->
                                !f.sensitivity().sealed() && f.sensitivity() != Sensitivity.ADDRESS)
                        .filter(f -> !London.day(f.times().received()).isAfter(asOf))
                        .sorted(
                                Comparator.comparing(EntriesDrawing::day)
                                        .thenComparing(Fact::position))
                        .limit(TableFile.ROWS_MAX)
                        .toList();
        List<ChronologyRow> rows = new ArrayList<>();
        for (Fact fact : facts) {
            rows.add(
                    new ChronologyRow(
                            1,
                            rows.size() + 1,
                            fact.source(),
                            "Entry in Sightline, " + fact.kind().replace('-', ' '),
                            fact.times().happened(),
                            "",
                            Wording.capital(sightline.core.chronology.Plainly.said(fact)),
                            "",
                            Optional.of(London.day(fact.times().recorded())),
                            fact.references().addressees().stream()
                                    .map(a ->
                                            new Told(
                                                    a.value(),
                                                    Optional.of(
                                                            London.day(fact.times().received()))))
                                    .toList(),
                            ""));
        }
        return rows;
    }

    private Optional<Review> read(Visit visit, String id) {
        return ReviewId.typed(id)
                .flatMap(known -> reviews.of(visit.reader(), known, visit.now(), AT));
    }
}
