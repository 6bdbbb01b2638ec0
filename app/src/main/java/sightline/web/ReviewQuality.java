package sightline.web;

import sightline.core.kernel.Words;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.web.view.page.ReviewPage.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a review was graded, and its versions side by side. */
final class ReviewQuality {
    private final Review review;

    ReviewQuality(Review review) {
        this.review = review;
    }

    /** Versions beside each other, line by line; an earlier one stays as it was. */
    Table versions() {
        List<Integer> all = IntStream.rangeClosed(1, review.version()).boxed().toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                line(
                        "Report finished",
                        all,
                        v ->
                                review.finished(v)
                                        .map(f -> Words.day(f.on()))
                                        .orElse("Not finished")));
        rows.add(
                line(
                        "Grade",
                        all,
                        v ->
                                joined(
                                        review.grades(v).stream()
                                                .map(g ->
                                                        ReviewWords.plain(g.grade())
                                                                + " ("
                                                                + g.grader()
                                                                + ")"),
                                        "Not graded")));
        rows.add(
                line(
                        "State",
                        all,
                        v -> review.inadequate(v) ? "Inadequate: done again" : "Stands"));
        for (FindingType type : FindingType.values()) {
            if (review.all(FindingMade.class).stream().anyMatch(f -> f.type() == type)) {
                rows.add(line(type.words(), all, v -> ofType(v, type)));
            }
        }
        rows.add(
                line(
                        "Recommendations",
                        all,
                        v ->
                                joined(
                                        review.recommendations().stream()
                                                .filter(r -> r.made().version() == v)
                                                .map(r -> r.number() + ". " + r.made().text()),
                                        "None")));
        List<String> headings = new ArrayList<>(List.of("What"));
        all.forEach(v -> headings.add("Version " + v));
        return new Table(
                "versions",
                all.size() == 1 ? "Version 1" : "Versions side by side",
                "None.",
                headings,
                rows);
    }

    private String ofType(int version, FindingType type) {
        return joined(
                review.findings(version).stream()
                        .filter(f -> f.type() == type)
                        .map(f -> f.number() + ". " + f.text()),
                "Nothing found");
    }

    private static String joined(Stream<String> texts, String none) {
        String all = texts.collect(Collectors.joining(" "));
        return all.isEmpty() ? none : all;
    }

    private static List<String> line(
            String name, List<Integer> versions, IntFunction<String> cell) {
        List<String> line = new ArrayList<>(List.of(name));
        versions.forEach(v -> line.add(cell.apply(v)));
        return line;
    }

    Table grades() {
        return new Table(
                "grades",
                "Grades",
                "Nobody graded it.",
                List.of("Version", "Grade", "Grader", "Why"),
                review.all(ReviewEntry.Graded.class).stream()
                        .map(g ->
                                List.of(
                                        String.valueOf(g.version()),
                                        ReviewWords.plain(g.grade()),
                                        g.grader(),
                                        g.why()))
                        .toList());
    }
}
