package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.core.kernel.AgencyId;
import sightline.core.reviews.Recommendation;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Repeats;
import sightline.core.reviews.Repeats.Made;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.SpeaksFor;
import sightline.library.Library;
import sightline.reviews.Added;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;
import sightline.web.view.page.ReviewRecommendationPage.Before;
import sightline.web.view.part.Link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Case reviews: opened, found, recommended, answered, shown, verified. */
@PageController
final class ReviewPages {
    private static final String ONE = "/reviews/{id}";

    private final Reviews reviews;
    private final Library library;

    ReviewPages(Reviews reviews, Library library) {
        this.reviews = reviews;
        this.library = library;
    }

    /** Whether somebody may open a review. */
    static boolean opens(Visit visit) {
        return visit.account().roles().contains(AccessRole.REVIEW_AUTHOR)
                || visit.account().roles().contains(AccessRole.REVIEW_PUBLISHER);
    }

    @GetMapping("/reviews")
    Object list(Visit visit) {
        return ReviewList.page(
                visit, reviews.all(visit.reader(), visit.now()), new ReviewForms(visit, Map.of()));
    }

    @PostMapping("/reviews")
    Object open(
            Visit visit, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        if (!opens(visit)) {
            return Answers.nobody(visit, response);
        }
        var forms = new ReviewForms(visit, typed);
        Optional<ReviewEntry.Opened> opened = forms.opened();
        return opened.isEmpty()
                ? ReviewList.page(visit, reviews.all(visit.reader(), visit.now()), forms)
                : "redirect:/reviews/" + reviews.open(visit.reader(), opened.get());
    }

    @GetMapping("/reviews/{id}")
    Object overview(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return part(visit, response, id, ReviewParts.OVERVIEW);
    }

    @GetMapping("/reviews/{id}/findings")
    Object findings(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return part(visit, response, id, ReviewParts.FINDINGS);
    }

    @GetMapping("/reviews/{id}/quality")
    Object quality(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return part(visit, response, id, ReviewParts.QUALITY);
    }

    private Object part(Visit visit, HttpServletResponse response, String id, String tab) {
        return read(visit, id)
                .<Object>map(found ->
                        parts(visit, id, found)
                                .part(
                                        tab,
                                        new ReviewForms(visit, Map.of()),
                                        "",
                                        Optional.empty(),
                                        speaks(visit, id)))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @PostMapping("/reviews/{id}")
    Object add(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        Optional<Review> review = read(visit, id);
        if (review.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        String act = typed.getOrDefault("act", "");
        var forms = new ReviewForms(visit, typed);
        Optional<ReviewEntry> entry = forms.entry(review.get());
        Optional<Refusal> refusal = entry.flatMap(e -> refused(visit, id, e));
        String tab = ReviewActs.tabOf(act);
        return entry.isPresent() && refusal.isEmpty()
                ? "redirect:/reviews/" + id + (tab.isEmpty() ? "" : "/" + tab)
                : parts(visit, id, review.get()).part(tab, forms, act, refusal, speaks(visit, id));
    }

    @GetMapping("/reviews/{id}/recommendations")
    Object recommendations(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String state) {
        return read(visit, id)
                .<Object>map(found ->
                        new ReviewPicture(visit, parts(visit, id, found), found)
                                .page(organisation, state))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @GetMapping("/reviews/{id}/recommendations.csv")
    Object csv(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return file(
                visit,
                response,
                id,
                "text/csv;charset=UTF-8",
                "recommendations-" + id + ".csv",
                found ->
                        new ReviewPicture(visit, parts(visit, id, found), found)
                                .csv()
                                .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/reviews/{id}/recommendations.xlsx")
    Object plan(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return file(
                visit,
                response,
                id,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "action-plan-" + id + ".xlsx",
                found -> new ReviewExports(visit, id, found).plan());
    }

    @GetMapping("/reviews/{id}/recommendations.docx")
    Object paper(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return file(
                visit,
                response,
                id,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "board-paper-" + id + ".docx",
                found -> new ReviewExports(visit, id, found).paper());
    }

    private Object file(
            Visit visit,
            HttpServletResponse response,
            String id,
            String type,
            String name,
            Function<Review, byte[]> bytes) {
        return read(visit, id)
                .<Object>map(found ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(type))
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"" + name + "\"")
                                .body(bytes.apply(found)))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @GetMapping("/reviews/{id}/recommendations/{number}")
    Object recommendation(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable int number) {
        return read(visit, id)
                .flatMap(r ->
                        r.recommendation(number)
                                .map(one -> one(visit, id, r).page(one, before(visit, id, one))))
                .<Object>map(page -> page)
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @PostMapping("/reviews/{id}/recommendations/{number}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam Map<String, String> typed) {
        Optional<AgencyId> of = AgencyId.typed(typed.getOrDefault("organisation", ""));
        Optional<Review> review = read(visit, id);
        if (of.isEmpty() || review.flatMap(r -> r.action(number, of.get())).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        var forms = new ReviewForms(visit, typed);
        Optional<ReviewEntry> entry = forms.act(number, of.get());
        Optional<Refusal> refusal = entry.flatMap(e -> refused(visit, id, e));
        if (entry.isPresent() && refusal.isEmpty()) {
            return "redirect:/reviews/" + id + "/recommendations/" + number;
        }
        Recommendation one = review.get().recommendation(number).orElseThrow();
        return one(visit, id, review.get())
                .page(
                        one,
                        before(visit, id, one),
                        forms,
                        typed.getOrDefault("act", ""),
                        of.get().value(),
                        refusal);
    }

    /**
     * Where it was recommended before: in reviews that the visitor may read, and in the library.
     */
    private List<Before> before(Visit visit, String id, Recommendation one) {
        List<Made> others =
                reviews.all(visit.reader(), visit.now()).entrySet().stream()
                        .filter(e -> !e.getKey().value().equals(id))
                        .flatMap(e ->
                                e.getValue().recommendations().stream()
                                        .filter(r -> r.made().at().isBefore(one.made().at()))
                                        .map(r ->
                                                new Made(
                                                        e.getKey().value(),
                                                        r.number(),
                                                        r.made().text())))
                        .toList();
        List<Before> before = new ArrayList<>();
        for (Repeats.Repeat repeat : Repeats.of(one.made().text(), others)) {
            Made made = repeat.made();
            before.add(
                    new Before(
                            Link.to(
                                    made.review() + ", " + made.number(),
                                    "/reviews/"
                                            + made.review()
                                            + "/recommendations/"
                                            + made.number()),
                            made.text(),
                            repeat.sharedPercent() + " of 100"));
        }
        for (Library.Similar found : library.saying(one.made().text())) {
            before.add(
                    new Before(
                            Link.to(
                                    found.pseudonym()
                                            + ", "
                                            + found.reference()
                                            + ", "
                                            + found.number(),
                                    "/library/" + found.reference()),
                            found.text(),
                            found.sharedOfHundred() + " of 100"));
        }
        return before;
    }

    private Optional<Refusal> refused(Visit visit, String id, ReviewEntry entry) {
        return switch (reviews.add(visit.reader(), new ReviewId(id), entry)) {
            case Added.Kept _ -> Optional.empty();
            case Added.Refused(Refusal why) -> Optional.of(why);
            case Added.Nowhere _ -> Optional.of(Refusal.NOT_OPEN);
        };
    }

    private Optional<Review> read(Visit visit, String id) {
        return ReviewId.typed(id)
                .flatMap(known -> reviews.of(visit.reader(), known, visit.now(), ONE));
    }

    private SpeaksFor speaks(Visit visit, String id) {
        return reviews.speaks(visit.reader(), new ReviewId(id));
    }

    private RecommendationParts one(Visit visit, String id, Review review) {
        return new RecommendationParts(visit, id, review, speaks(visit, id));
    }

    private static ReviewParts parts(Visit visit, String id, Review review) {
        return new ReviewParts(visit, id, review);
    }
}
