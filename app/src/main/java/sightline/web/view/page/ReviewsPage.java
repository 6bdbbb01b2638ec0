package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * Case reviews that the reader may read something of.
 *
 * @param compared what was found in each of them, by what it is about
 * @param form opens one; null for those who may not
 */
public record ReviewsPage(
        PageFrame frame,
        List<Row> rows,
        ReviewPage.Table compared,
        List<FormError> errors,
        @Nullable Form form)
        implements Page {
    public ReviewsPage {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    @Override
    public String template() {
        return "page/reviews.jte";
    }

    /** A review. */
    public record Row(Link review, String kind, String stage, Tag late, String sentence) {}
}
