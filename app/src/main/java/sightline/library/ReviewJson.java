package sightline.library;

import sightline.core.library.Progress;
import sightline.core.library.Pseudonyms;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Finding;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Section;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/** How a review is kept: all of it but its sections, which stand in rows of their own. */
final class ReviewJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReviewJson() {}

    static PublishedReview with(PublishedReview review, List<PublishedReview.Section> sections) {
        return new PublishedReview(
                review.reference(),
                review.accession(),
                review.pseudonym(),
                review.area(),
                review.harmed(),
                review.kind(),
                review.readableFrom(),
                review.ages(),
                review.themes(),
                review.agencies(),
                review.keywords(),
                review.model(),
                review.summary(),
                review.learning(),
                review.recommendations(),
                sections,
                review.findings());
    }

    /** The review with pseudonyms wherever names stand. */
    static PublishedReview applied(PublishedReview review, Pseudonyms key) {
        return new PublishedReview(
                review.reference(),
                review.accession(),
                key.applied(review.pseudonym()),
                review.area(),
                review.harmed(),
                review.kind(),
                review.readableFrom(),
                review.ages(),
                review.themes(),
                review.agencies(),
                review.keywords(),
                review.model(),
                key.applied(review.summary()),
                key.applied(review.learning()),
                review.recommendations().stream()
                        .map(r -> new Recommendation(r.number(), key.applied(r.text()), r.to()))
                        .toList(),
                review.sections().stream()
                        .map(s ->
                                new Section(
                                        s.page(),
                                        key.applied(s.heading()),
                                        s.paragraphs().stream().map(key::applied).toList()))
                        .toList(),
                review.findings().stream()
                        .map(f ->
                                new Finding(
                                        f.number(),
                                        key.applied(f.text()),
                                        key.applied(f.known()),
                                        key.applied(f.otherwise())))
                        .toList());
    }

    static String write(PublishedReview review) {
        return JSON.writeValueAsString(with(review, List.of()));
    }

    static String whole(PublishedReview review) {
        return JSON.writeValueAsString(review);
    }

    static PublishedReview read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    static String write(Progress progress) {
        return JSON.writeValueAsString(progress);
    }

    static Progress progress(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    static Optional<Progress> progressIfAny(Optional<String> json) {
        return json.map(ReviewJson::progress);
    }
}
