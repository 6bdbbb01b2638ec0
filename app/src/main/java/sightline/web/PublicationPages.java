package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.Reidentification;
import sightline.core.library.Release.Answer;
import sightline.core.library.Release.Missing;
import sightline.core.library.ReleaseEntry;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.library.AfterRelease;
import sightline.library.PopulationEstimates;
import sightline.library.Publications;
import sightline.library.Redacting;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a review to publication, by review authors and publishers. */
@PageController
final class PublicationPages {
    static final String AT = "/reviews/{id}/publication";

    private final Reviews reviews;
    private final Publications publications;
    private final Redacting redacting;
    private final AfterRelease afterRelease;

    PublicationPages(
            Reviews reviews,
            Publications publications,
            Redacting redacting,
            AfterRelease afterRelease) {
        this.reviews = reviews;
        this.publications = publications;
        this.redacting = redacting;
        this.afterRelease = afterRelease;
    }

    /** Where the publication of a review is. */
    static String address(String id) {
        return "/reviews/" + id + "/publication";
    }

    @GetMapping(AT)
    Object show(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return read(visit, id)
                .<Object>map(r ->
                        parts(visit, id, r)
                                .page(new PublicationForms(visit, Map.of()), "", List.of()))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    /** The key, for one of its two keepers; that it was opened is written down first. */
    @PostMapping(AT + "/key")
    Object key(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        Optional<Review> review = read(visit, id);
        if (review.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        var forms = new PublicationForms(visit, typed);
        String reason = forms.text("reason");
        if (!forms.wrong().isEmpty()) {
            return parts(visit, id, review.get()).page(forms, "open-key", List.of());
        }
        var lines = publications.openKey(visit.reader(), id, reason, visit.now());
        return lines.isEmpty()
                ? Answers.nobody(visit, response)
                : parts(visit, id, review.get()).key(lines);
    }

    @PostMapping(AT)
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        Optional<Review> review = read(visit, id);
        if (review.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        String act = typed.getOrDefault("act", "");
        var forms = new PublicationForms(visit, typed);
        List<Missing> missing = done(visit, id, review.get(), act, forms);
        return missing.isEmpty() && forms.wrong().isEmpty()
                ? "redirect:" + address(id)
                : parts(visit, id, review.get()).page(forms, act, missing);
    }

    /** Does it, unless something typed is wrong; gives what is missing for a release. */
    private List<Missing> done(
            Visit visit, String id, Review review, String act, PublicationForms forms) {
        var by = visit.reader();
        if (act.equals("keep")) {
            forms.kept(review, publications.find(by, id))
                    .map(k -> publications.keepUpon(forms.upon(), by, id, k, visit.now()))
                    .ifPresent(keeping -> refused(keeping, forms));
            return List.of();
        }
        Optional<Publications.Draft> draft = publications.find(by, id);
        if (draft.isEmpty()) {
            return List.of(Missing.REDACTION);
        }
        switch (act) {
            case "scan" -> {
                List<Integer> ordinary = forms.ordinary();
                String reason = forms.reasonFor(ordinary);
                if (forms.wrong().isEmpty()) {
                    publications.scan(by, id, ordinary, reason, visit.now());
                }
            }
            case "put-in" -> {
                if (redacting.putIn(by, id, visit.now()).isEmpty()) {
                    return List.of(Missing.REPORT_WAITS);
                }
            }
            case "leave-out" -> redacting.leaveOut(by, id, visit.now());
            case "choose" -> {
                String reason = forms.text("reason");
                int way = forms.way();
                if (forms.wrong().isEmpty()
                        && !publications.choose(by, id, way, reason, visit.now())) {
                    forms.refuse("way", "Choose one of those that were counted");
                }
            }
            case "counted" -> forms.told().ifPresent(told -> count(visit, id, told, forms));
            case "key" -> {
                var people = forms.people();
                if (forms.wrong().isEmpty()) {
                    publications.sealKey(
                            by, id, people, forms.text("one"), forms.text("other"), visit.now());
                }
            }
            case "release" -> {
                Extent extent = forms.extent();
                if (forms.wrong().isEmpty()
                        && publications.release(by, id, extent, visit.now())
                                instanceof Answer.Refused(List<Missing> missing)) {
                    return missing;
                }
            }
            case "withhold" -> withhold(visit, id, review, draft.get(), forms);
            case "decide" ->
                    forms.decision()
                            .flatMap(d -> afterRelease.decide(by, id, d))
                            .ifPresent(refusal ->
                                    forms.refuse(
                                            refusal == Refusal.AGAIN_LATER ? "again" : "fate",
                                            refusal.sentence() + " " + refusal.remedy()));
            case "shelve" ->
                    draft.get()
                            .file()
                            .out()
                            .ifPresent(extent -> publications.shelve(by, id, extent, visit.now()));
            case "withdraw" -> {
                String reason = forms.text("reason");
                if (forms.wrong().isEmpty()
                        && (PublicationParts.isOut(draft.get().file())
                                || afterRelease.readableFrom(id, draft.get()).isPresent())) {
                    publications.withdraw(by, id, reason, visit.now());
                }
            }
            default -> {
                Optional<ReleaseEntry> entry = forms.entry(act, draft.get().file());
                entry.ifPresent(e -> publications.enter(by, id, e));
            }
        }
        return List.of();
    }

    /**
     * Where it is offered no more, what is wrong with a form that still asked for it is answered at
     * what is in its place.
     */
    private void withhold(
            Visit visit,
            String id,
            Review review,
            Publications.Draft draft,
            PublicationForms forms) {
        String reason = forms.text("reason");
        var again = forms.day("on");
        if (forms.wrong().isEmpty()) {
            if (publications.withhold(visit.reader(), id, reason, again, visit.now())
                    instanceof Publications.Withholding.AlreadyReadable(var since)) {
                forms.refuse("reason", PublicationParts.releasedMeanwhile(since));
            }
        } else if (!parts(visit, id, review).offers("withhold")) {
            forms.wrong().clear();
            forms.refuse(
                    "reason",
                    afterRelease
                            .readableFrom(id, draft)
                            .map(PublicationParts::releasedMeanwhile)
                            .orElse(PublicationParts.RELEASED_UNREAD));
        }
    }

    private static void refused(Publications.Keeping keeping, PublicationForms forms) {
        switch (keeping) {
            case Publications.Keeping.Done _ -> {}
            case Publications.Keeping.ChangedMeanwhile _ ->
                    forms.refuse(
                            "text",
                            "Somebody changed the text since you opened it. Copy what you wrote, open the page again, and change it there");
            case Publications.Keeping.StaysAt(var reference) ->
                    forms.refuse(
                            "reference",
                            "It was put into the library as "
                                    + reference
                                    + ", and that address stays. Keep this reference");
            case Publications.Keeping.OthersReference _ ->
                    forms.refuse(
                            "reference",
                            Missing.REFERENCE.sentence() + " " + Missing.REFERENCE.remedy());
        }
    }

    private void count(Visit visit, String id, Reidentification.Told told, PublicationForms forms) {
        try {
            publications.count(visit.reader(), id, told, visit.now());
        } catch (PopulationEstimates.UnknownPlaceException unknown) {
            forms.refuse("places", String.valueOf(unknown.getMessage()));
        }
    }

    private PublicationParts parts(Visit visit, String id, Review review) {
        return parts(publications, afterRelease, visit, id, review);
    }

    static PublicationParts parts(
            Publications publications,
            AfterRelease afterRelease,
            Visit visit,
            String id,
            Review review) {
        Optional<Publications.Draft> draft = publications.find(visit.reader(), id);
        return new PublicationParts(
                visit,
                id,
                review,
                draft,
                publications.places(visit.reader(), id),
                draft.flatMap(d -> afterRelease.readableFrom(id, d)));
    }

    private Optional<Review> read(Visit visit, String id) {
        return read(reviews, visit, id);
    }

    /** The review, for whoever may bring it to publication. */
    static Optional<Review> read(Reviews reviews, Visit visit, String id) {
        return ReviewPages.opens(visit)
                ? ReviewId.typed(id)
                        .flatMap(known -> reviews.of(visit.reader(), known, visit.now(), AT))
                        .filter(r -> !r.partial())
                : Optional.empty();
    }
}
