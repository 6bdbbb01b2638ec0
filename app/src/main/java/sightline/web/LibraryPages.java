package sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Reference;
import sightline.library.Asked;
import sightline.library.Library;
import sightline.library.Reports;
import sightline.web.view.Page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The public library: no sign-in, no session, no cookie. What it answers may be kept by caches for
 * a few minutes, so that an embargo and a withdrawal hold soon everywhere.
 */
@PageController
final class LibraryPages {
    private static final String REVIEW = LibraryParts.HOME + "/{reference}";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Library library;
    private final LibraryViews views;

    LibraryPages(Library library, Reports reports, Surroundings surroundings) {
        this.library = library;
        this.views = new LibraryViews(library, reports, surroundings.desk(), surroundings.madeUp());
    }

    private static Asked asked(MultiValueMap<String, String> typed) {
        Function<String, List<String>> values = name -> typed.getOrDefault(name, List.of());
        String from = typed.getOrDefault("from", List.of("0")).getFirst();
        return new Asked(
                values.apply("q").stream().findFirst().orElse(""),
                values.apply("theme"),
                values.apply("age"),
                values.apply("agency"),
                values.apply("kind"),
                values.apply("model"),
                values.apply("year"),
                values.apply("order").contains("newest"),
                from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0);
    }

    private static void keep(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
    }

    @GetMapping(LibraryParts.HOME)
    Page search(HttpServletResponse response, @RequestParam MultiValueMap<String, String> typed) {
        keep(response);
        return views.search(asked(typed));
    }

    @GetMapping(LibraryParts.HOME + "/progress")
    Page progress(HttpServletResponse response) {
        keep(response);
        return views.progress();
    }

    @GetMapping(LibraryParts.HOME + "/data")
    Page data(HttpServletResponse response) {
        keep(response);
        return views.data();
    }

    @GetMapping(LibraryParts.HOME + "/about")
    Page about(HttpServletResponse response) {
        keep(response);
        return views.about();
    }

    @GetMapping(REVIEW)
    Page review(HttpServletResponse response, @PathVariable String reference) {
        return shown(response, reference, Optional.empty());
    }

    @GetMapping(REVIEW + "/on/{day}")
    Page onADay(
            HttpServletResponse response,
            @PathVariable String reference,
            @PathVariable String day) {
        try {
            return shown(response, reference, Optional.of(LocalDate.parse(day)));
        } catch (DateTimeException noDay) {
            return nothing(response);
        }
    }

    private Page shown(HttpServletResponse response, String reference, Optional<LocalDate> on) {
        return switch (shelf(reference, on)) {
            case Library.Shelf.Open r -> {
                keep(response);
                yield views.review(r, on);
            }
            case Library.Shelf.Gone(var tombstone) -> {
                keep(response);
                response.setStatus(HttpStatus.GONE.value());
                yield views.gone(tombstone);
            }
            case Library.Shelf.Empty() -> nothing(response);
        };
    }

    private Library.Shelf shelf(String reference, Optional<LocalDate> on) {
        return Reference.of(reference)
                .map(r -> library.shelf(r, on))
                .orElseGet(Library.Shelf.Empty::new);
    }

    private Page nothing(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return views.nothing();
    }

    @GetMapping(REVIEW + "/report")
    Page report(HttpServletResponse response, @PathVariable String reference) {
        if (shelf(reference, Optional.empty()) instanceof Library.Shelf.Open r) {
            keep(response);
            return views.report(r.review(), library.text(r.review().reference()));
        }
        return shown(response, reference, Optional.empty());
    }

    @GetMapping(REVIEW + "/recommendations/{number}")
    Page similar(
            HttpServletResponse response,
            @PathVariable String reference,
            @PathVariable String number) {
        if (shelf(reference, Optional.empty()) instanceof Library.Shelf.Open r
                && number.matches("[0-9]{1,4}")) {
            keep(response);
            int which = Integer.parseInt(number);
            return views.similar(r.review(), which, library.similar(r.review().reference(), which));
        }
        return nothing(response);
    }

    @GetMapping(REVIEW + "/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reference) {
        return of(reference, "application/pdf", review -> views.pdf(review));
    }

    @GetMapping(REVIEW + "/findings.csv")
    ResponseEntity<byte[]> findingsCsv(@PathVariable String reference) {
        return of(reference, "text/csv;charset=UTF-8", r -> bytes(LibraryFiles.findingsCsv(r)));
    }

    @GetMapping(REVIEW + "/recommendations.csv")
    ResponseEntity<byte[]> recommendationsCsv(@PathVariable String reference) {
        return of(
                reference,
                "text/csv;charset=UTF-8",
                r -> bytes(LibraryFiles.recommendationsCsv(r)));
    }

    @GetMapping(REVIEW + "/recommendations.json")
    ResponseEntity<byte[]> recommendationsJson(@PathVariable String reference) {
        return of(reference, "application/json", r -> bytes(LibraryFiles.recommendationsJson(r)));
    }

    private ResponseEntity<byte[]> of(
            String reference, String type, Function<PublishedReview, byte[]> made) {
        return switch (shelf(reference, Optional.empty())) {
            case Library.Shelf.Open r -> file(type, made.apply(r.review()));
            case Library.Shelf.Gone _ ->
                    said(
                            HttpStatus.GONE,
                            "This review was withdrawn. Its page says why: look there.");
            case Library.Shelf.Empty _ ->
                    said(
                            HttpStatus.NOT_FOUND,
                            "No review has this address. Search the library at /library.");
        };
    }

    private static ResponseEntity<byte[]> file(String type, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(bytes);
    }

    private static ResponseEntity<byte[]> said(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .body(
                        bytes(
                                "<!doctype html><html lang=\"en\"><head><title>Case review library</title></head><body><h1>Nothing to read here</h1><p>"
                                        + words
                                        + "</p></body></html>"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping(LibraryParts.HOME + "/reviews.csv")
    ResponseEntity<byte[]> csv(@RequestParam MultiValueMap<String, String> typed) {
        return file("text/csv;charset=UTF-8", bytes(LibraryFiles.csv(library.all(asked(typed)))));
    }

    @GetMapping(LibraryParts.HOME + "/organisations.csv")
    ResponseEntity<byte[]> organisations() {
        return file(
                "text/csv;charset=UTF-8",
                bytes(LibraryFiles.organisationsCsv(library.organisations())));
    }

    @GetMapping(LibraryParts.HOME + "/reviews.json")
    ResponseEntity<byte[]> json(@RequestParam MultiValueMap<String, String> typed) {
        return file("application/json", bytes(LibraryFiles.json(library.all(asked(typed)))));
    }

    @GetMapping(LibraryParts.HOME + "/feed.rss")
    ResponseEntity<byte[]> feed(
            HttpServletRequest request, @RequestParam MultiValueMap<String, String> typed) {
        String url = request.getRequestURL().toString();
        String base = url.substring(0, url.indexOf(LibraryParts.HOME));
        return file(
                "application/rss+xml;charset=UTF-8",
                bytes(LibraryFiles.rss(library.first(asked(typed), Library.NEWEST), base)));
    }
}
