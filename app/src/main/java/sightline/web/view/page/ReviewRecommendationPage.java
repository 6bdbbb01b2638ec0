package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.MonthLine;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * One recommendation, with everything that happened about it in each organisation.
 *
 * @param findings those that it follows from
 * @param before recommendations of other reviews that say much the same
 */
public record ReviewRecommendationPage(
        PageFrame frame,
        ReviewHead head,
        int number,
        String text,
        String about,
        List<Link> findings,
        List<Before> before,
        List<FormError> errors,
        List<Part> parts)
        implements Page {
    public ReviewRecommendationPage {
        findings = List.copyOf(findings);
        before = List.copyOf(before);
        errors = List.copyOf(errors);
        parts = List.copyOf(parts);
    }

    @Override
    public String template() {
        return "page/review-recommendation.jte";
    }

    /**
     * An organisation's part.
     *
     * @param dissent who disagrees, beside what was decided
     * @param measure what it is bound to, and from which level; empty where to none
     * @param must who must do what next
     * @param line the measure's months; null where it is bound to none
     */
    public record Part(
            String id,
            String organisation,
            String standing,
            String css,
            String agreed,
            List<String> dissent,
            String measure,
            List<String> must,
            List<String> evidence,
            List<Happened> happened,
            @Nullable MonthLine line,
            List<ReviewPage.Act> acts) {
        public Part {
            dissent = List.copyOf(dissent);
            must = List.copyOf(must);
            evidence = List.copyOf(evidence);
            happened = List.copyOf(happened);
            acts = List.copyOf(acts);
        }
    }

    /** It was made before. */
    public record Before(Link where, String text, String shared) {}

    /** One thing that happened. */
    public record Happened(String when, String what, String said, String by) {}
}
