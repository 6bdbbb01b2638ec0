package sightline.web;

import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewTemplate;
import sightline.reviews.ReviewId;
import sightline.web.view.Page;
import sightline.web.view.page.ReviewPage.Table;
import sightline.web.view.page.ReviewsPage;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Every review of a reader, and what they found beside each other. */
final class ReviewList {
    private static final int COMPARED_MAX = 50;

    private ReviewList() {}

    static Page page(Visit visit, Map<ReviewId, Review> all, ReviewForms forms) {
        return new ReviewsPage(
                visit.frame("Case reviews", "Reviews"),
                all.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList(),
                compared(all),
                ReviewActs.errors(forms, "open"),
                ReviewPages.opens(visit)
                        ? new Form("open-it", "/reviews", forms.openFields(), "Open it", true, "")
                        : null);
    }

    /** Reviews that found something, line by line, so that what they found can be compared. */
    private static Table compared(Map<ReviewId, Review> all) {
        List<String> headings = new ArrayList<>(List.of("Review"));
        Arrays.stream(FindingType.values()).map(FindingType::words).forEach(headings::add);
        return new Table(
                "compared",
                "Findings compared",
                "",
                headings,
                all.entrySet().stream()
                        .filter(e -> !e.getValue().findings(e.getValue().version()).isEmpty())
                        .limit(COMPARED_MAX)
                        .map(e -> compared(e.getKey(), e.getValue()))
                        .toList());
    }

    private static List<String> compared(ReviewId id, Review review) {
        List<String> line =
                new ArrayList<>(
                        List.of(id + " " + review.opened().map(Opened::pseudonym).orElse("")));
        for (FindingType type : FindingType.values()) {
            List<FindingMade> found =
                    review.findings(review.version()).stream()
                            .filter(f -> f.type() == type)
                            .toList();
            long none =
                    found.stream()
                            .filter(f -> f.otherAction() == ReviewEntry.OtherAction.NO)
                            .count();
            line.add(found.size() + (none == 0 ? "" : " (" + none + ")"));
        }
        return line;
    }

    private static ReviewsPage.Row row(ReviewId id, Review review) {
        long late = review.owed().stream().filter(d -> d.overdue(review.today())).count();
        long owed = review.owed().size();
        return new ReviewsPage.Row(
                new Link(
                        id.value(),
                        "/reviews/" + id,
                        review.opened().map(Opened::pseudonym).orElse("")),
                review.opened().map(Opened::pseudonym).orElse("")
                        + ", "
                        + review.template().map(ReviewTemplate::title).orElse(""),
                stage(review),
                late > 0
                        ? new Tag(late + " past its date", Tone.RED)
                        : new Tag(owed + " owed", Tone.NEUTRAL),
                review.sentence());
    }

    private static String stage(Review review) {
        if (review.partial()) {
            return "What is asked of you";
        }
        if (review.notReviewed().isPresent()) {
            return "No review, with reasons";
        }
        if (review.takenDown().isPresent()) {
            return "Taken down for a time";
        }
        if (review.published().isPresent()) {
            return "Put into the library";
        }
        if (review.finished(review.version()).isPresent()) {
            return "Report finished";
        }
        return review.commissioned().isPresent() ? "Under way" : "To be decided";
    }
}
