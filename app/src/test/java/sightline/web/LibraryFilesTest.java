package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Finding;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.library.APublishedReview;
import sightline.library.Library;

import java.util.List;
import java.util.Optional;

final class LibraryFilesTest {
    private static PublishedReview review(String... recommendations) {
        List<String> texts = List.of(recommendations);
        return APublishedReview.of(new Reference("LIB-2026-0001"), "Child M")
                .recommendations(
                        texts.stream()
                                .map(t ->
                                        new Recommendation(
                                                texts.indexOf(t) + 1,
                                                t,
                                                List.of("Health", "Police")))
                                .toList())
                .findings(List.of(new Finding(1, "@found", "+known", "-otherwise", "=about")))
                .build();
    }

    @Test
    void eachRecommendationIsALineOfFourColumns() {
        assertThat(LibraryFiles.recommendationsCsv(review("Ask, each time", "See \"alone\"")))
                .isEqualTo(
                        """
                        reference,number,recommendation,to
                        LIB-2026-0001,1,"Ask, each time","Health; Police"
                        LIB-2026-0001,2,"See ""alone""\","Health; Police"
                        """
                                .replace("\n", "\r\n"));
        assertThat(LibraryFiles.recommendationsCsv(review()))
                .isEqualTo("reference,number,recommendation,to\r\n");
    }

    @Test
    void whatThePageTellsIsInTheFiles() {
        PublishedReview plain = review();
        PublishedReview told =
                APublishedReview.like(plain)
                        .accession("NC050543")
                        .harmed("2024 or 2025")
                        .ages(List.of(PublishedReview.AgeBand.UNDER_1))
                        .themes(List.of("Who lives at home"))
                        .agencies(List.of("Health"))
                        .keywords(List.of("bruising"))
                        .model("Welsh model")
                        .findings(
                                List.of(
                                        new Finding(
                                                1, "Nobody asked.", "No", "Yes", "Good practice")))
                        .build();
        assertThat(LibraryFiles.findingsCsv(told))
                .endsWith("1,Nobody asked.,No,Yes,Good practice\r\n");
        assertThat(LibraryFiles.recommendationsJson(told))
                .contains("\"harmed\":\"2024 or 2025\"")
                .contains("\"ages\":[\"under-1\"]")
                .contains("\"themes\":[\"Who lives at home\"]")
                .contains("\"agencies\":[\"Health\"]")
                .contains("\"keywords\":[\"bruising\"]")
                .contains("\"model\":\"Welsh model\"")
                .contains("\"about\":\"Good practice\"");
    }

    @Test
    void aLinkToAReportSaysHowMuchItIs() {
        assertThat(LibraryParts.pdf(Optional.empty())).isEqualTo("PDF");
        assertThat(pdf(1, 100)).isEqualTo("PDF, 1 page, 1 kB");
        assertThat(pdf(2, 99_999)).isEqualTo("PDF, 2 pages, 99 kB");
        assertThat(pdf(86, 100_000)).isEqualTo("PDF, 86 pages, 0.1 MB");
        assertThat(pdf(86, 1_449_999)).isEqualTo("PDF, 86 pages, 1.4 MB");
    }

    private static String pdf(int pages, long bytes) {
        return LibraryParts.pdf(Optional.of(new Library.Size(pages, bytes)));
    }

    /** A spreadsheet computes none of it, and a line end within a text begins no line. */
    @Test
    void noTextIsAFormula() {
        String csv =
                LibraryFiles.recommendationsCsv(
                        review("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "Ask\r\n=1+1"));
        assertThat(csv)
                .contains(",'=1+1,", ",'+1,", ",'-1,", ",'@SUM(A1),", ",'\t=1,", ",\"'\r=1\",")
                .contains("\"Ask\r\n=1+1\"");
        assertThat(LibraryFiles.findingsCsv(review()))
                .endsWith("LIB-2026-0001,1,'@found,'+known,'-otherwise,'=about\r\n");
    }
}
