package sightline.console.demo;

import sightline.core.directory.Area;
import sightline.core.kernel.London;
import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.library.PopulationEstimates;
import sightline.library.Shelving;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A few published reviews, so that the library has something to find. Each is invented. */
final class DemoLibrary {
    private static final List<String> ALL = List.of("Health", "Police", "Social care");

    /** Of each area. */
    private static final int CHILDREN = 1_800;

    private final Shelving shelving;
    private final Instant now;

    DemoLibrary(Shelving shelving, Instant now) {
        this.shelving = shelving;
        this.now = now;
    }

    /**
     * How many children live in each area, so that it can be counted how many of them a review
     * could mean; as much invented as the areas are.
     */
    static void children(PopulationEstimates estimates, List<Area> areas, int year) {
        StringBuilder table = new StringBuilder(String.join(",", PopulationEstimates.COLUMNS));
        areas.forEach(area -> row(table, area.name(), year, CHILDREN));
        row(table, "", year, CHILDREN * areas.size());
        try {
            estimates.replace(new StringReader(table.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(StringBuilder table, String area, int year, int children) {
        table.append(
                "\n%s,0,17,%d,%d,An invented number,unconfirmed".formatted(area, year, children));
    }

    void load() {
        LocalDate today = London.day(now);
        baby(today);
        twins(today);
        boy(today);
        shelving.withhold(
                "A trial is under way. Publishing could harm it",
                today.minusDays(70),
                today.plusDays(110));
    }

    private void baby(LocalDate today) {
        PublishedReview review =
                put(
                        reference(1),
                        "Child M",
                        Kind.LOCAL_PRACTICE_REVIEW,
                        Duration.ofDays(210),
                        AgeBand.UNDER_1,
                        List.of("Injury in a baby", "Who lives at home"),
                        "A baby had three injuries in five weeks. Each was seen by another service, and none of them knew of the others.",
                        "Nobody asked who else lived at the address. A mark that was explained once was not looked at again.",
                        List.of(
                                "A bruise on a baby who cannot yet move is seen by a paediatrician on the same day",
                                "At each visit, ask who lives in the home and who stays there",
                                "Reports of violence at one address are read together"),
                        List.of(
                                new Section(
                                        1,
                                        "What happened",
                                        List.of(
                                                "A health visitor saw a mark on the arm and was told that a toy had caused it.",
                                                "Two weeks later a hospital treated the leg. The police had been to the address twice in that time.")),
                                new Section(
                                        2,
                                        "What was learnt",
                                        List.of(
                                                "Each service wrote down what it saw. What was missing was one place in which all three could be read."))));
        progress(
                review,
                today.minusDays(92),
                List.of("Accepted, not started", "Started", "No answer yet"),
                new int[] {0, 0, 3, 0});
        progress(
                review,
                today.minusDays(1),
                List.of("Verified by somebody else", "Started, with evidence", "Slipped"),
                new int[] {1, 1, 0, 1});
    }

    private void twins(LocalDate today) {
        PublishedReview review =
                put(
                        reference(2),
                        "Twin H and Twin J",
                        Kind.LOCAL_PRACTICE_REVIEW,
                        Duration.ofDays(520),
                        AgeBand.FROM_1_TO_4,
                        List.of("Neglect", "Appointments that were missed"),
                        "Two small children lost weight over a winter. Eleven appointments were missed, and each clinic closed its own file.",
                        "A missed appointment was counted as the choice of a parent, and not as something that happened to a child.",
                        List.of(
                                "A child who was not brought is followed up by whoever referred them",
                                "A file is not closed before the child was seen"),
                        List.of(
                                new Section(
                                        1,
                                        "What happened",
                                        List.of(
                                                "Four clinics wrote letters to the same address within two months. Nobody answered.",
                                                "The nursery had noticed that the children were hungry, and told nobody."))));
        progress(
                review,
                today.minusDays(1),
                List.of("Effective", "Done by own account"),
                new int[] {1, 1, 0, 0});
    }

    private void boy(LocalDate today) {
        PublishedReview review =
                put(
                        reference(3),
                        "Child R",
                        Kind.NATIONAL_REVIEW,
                        Duration.ofDays(900),
                        AgeBand.FROM_11_TO_17,
                        List.of("Exploitation", "Children who go missing"),
                        "A boy went missing nineteen times in a year in which his family moved three times.",
                        "Each move began the record again. The interviews on his return stayed with the area that held them.",
                        List.of(
                                "What was said after a child came back goes with the child to the next area"),
                        List.of(
                                new Section(
                                        1,
                                        "What happened",
                                        List.of(
                                                "He told two workers about the same older friend. They worked in different areas."))));
        progress(review, today.minusDays(1), List.of("No answer yet"), new int[] {0, 0, 1, 0});
    }

    private Reference reference(int number) {
        return new Reference("LIB-%d-%04d".formatted(London.day(now).getYear() - number, number));
    }

    private PublishedReview put(
            Reference reference,
            String pseudonym,
            Kind kind,
            Duration ago,
            AgeBand age,
            List<String> themes,
            String summary,
            String learning,
            List<String> recommendations,
            List<Section> sections) {
        Instant from = now.minus(ago);
        int harmed = London.day(from).getYear() - 2;
        List<Recommendation> numbered =
                java.util.stream.IntStream.range(0, recommendations.size())
                        .mapToObj(i ->
                                new Recommendation(
                                        i + 1,
                                        recommendations.get(i),
                                        List.of(ALL.get(i % ALL.size()))))
                        .toList();
        PublishedReview review =
                new PublishedReview(
                        reference,
                        "",
                        pseudonym,
                        Optional.empty(),
                        harmed + " or " + (harmed + 1),
                        kind,
                        Optional.of(from),
                        List.of(age),
                        themes,
                        ALL,
                        List.of(),
                        "Systems",
                        summary,
                        learning,
                        numbered,
                        sections,
                        List.of());
        shelving.put(review, from, Optional.empty(), now);
        return review;
    }

    /**
     * @param groups verified, part of the way, without evidence, slipped
     */
    private void progress(PublishedReview review, LocalDate on, List<String> states, int[] groups) {
        List<Progress.Line> lines =
                review.recommendations().stream()
                        .map(r ->
                                new Progress.Line(
                                        r.number(),
                                        r.text(),
                                        List.of(
                                                new Progress.State(
                                                        states.get(r.number() - 1),
                                                        List.of("1 organisation"))),
                                        "",
                                        false))
                        .toList();
        shelving.progress(
                review.reference(),
                new Progress(on, lines.size(), groups[0], groups[1], groups[2], groups[3], lines));
    }
}
