package sightline.library;

import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Section;

import java.util.List;

/** A review with its text, which stands apart from it. */
public final class ReviewOf {
    private ReviewOf() {}

    /** The review with these sections. */
    public static PublishedReview sections(PublishedReview review, List<Section> sections) {
        return ReviewJson.with(review, sections);
    }
}
