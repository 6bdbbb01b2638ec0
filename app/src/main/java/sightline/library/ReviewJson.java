package sightline.library;

import sightline.core.library.Edition;
import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Finding;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Section;
import sightline.core.library.Reidentification;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** The review with years, ages and area as they are told. */
    static PublishedReview told(PublishedReview review, Reidentification.Told told) {
        return new PublishedReview(
                review.reference(),
                review.accession(),
                review.pseudonym(),
                told.places().stream().findFirst(),
                told.years(),
                review.kind(),
                review.readableFrom(),
                AgeBand.of(told.ageFrom(), told.ageTo()),
                review.themes(),
                review.agencies(),
                review.keywords(),
                review.model(),
                review.summary(),
                review.learning(),
                review.recommendations(),
                review.sections(),
                review.findings());
    }

    /** The review with other words wherever somebody wrote some. */
    static PublishedReview applied(PublishedReview review, UnaryOperator<String> words) {
        return new PublishedReview(
                review.reference(),
                review.accession(),
                words.apply(review.pseudonym()),
                review.area(),
                review.harmed(),
                review.kind(),
                review.readableFrom(),
                review.ages(),
                review.themes(),
                review.agencies(),
                review.keywords(),
                review.model(),
                words.apply(review.summary()),
                words.apply(review.learning()),
                review.recommendations().stream()
                        .map(r -> new Recommendation(r.number(), words.apply(r.text()), r.to()))
                        .toList(),
                applied(review.sections(), words),
                review.findings().stream()
                        .map(f ->
                                new Finding(
                                        f.number(),
                                        words.apply(f.text()),
                                        words.apply(f.known()),
                                        words.apply(f.otherwise()),
                                        f.about()))
                        .toList());
    }

    /** The same of its sections. */
    static List<Section> applied(List<Section> sections, UnaryOperator<String> words) {
        return sections.stream()
                .map(s ->
                        new Section(
                                s.page(),
                                words.apply(s.heading()),
                                s.paragraphs().stream().map(words).toList()))
                .toList();
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

    static String write(Edition edition) {
        return JSON.writeValueAsString(edition);
    }

    static Edition edition(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    static Optional<Progress> progressIfAny(Optional<String> json) {
        return json.map(ReviewJson::progress);
    }
}
