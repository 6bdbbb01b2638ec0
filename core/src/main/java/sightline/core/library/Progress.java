package sightline.core.library;

import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Group;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.ActionAgreed;
import sightline.core.reviews.Standing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far what a review recommended has come, on a day: counts and no verdict. The four groups
 * exclude each other, and the first that fits counts: slipped or re-opened, verified everywhere, no
 * evidence, part of the way.
 */
public record Progress(
        LocalDate on,
        int organisations,
        int verified,
        int partWay,
        int noEvidence,
        int slipped,
        List<Line> lines) {
    public Progress {
        lines = List.copyOf(lines);
        if (verified < 0 || partWay < 0 || noEvidence < 0 || slipped < 0 || organisations < 0) {
            throw new IllegalArgumentException("a count is not below nothing");
        }
    }

    /**
     * A recommendation and where it stands with each organisation.
     *
     * @param due as it is told, like "30 June 2026"
     */
    public record Line(int number, String text, List<State> states, String due, boolean late) {
        public Line {
            states = List.copyOf(states);
        }
    }

    /** Where it stands with some organisations, like "Verified by somebody else". */
    public record State(String words, List<String> organisations) {
        public State {
            organisations = List.copyOf(organisations);
        }
    }

    /**
     * How far a review has come, told with nothing that the published text does not tell: its own
     * words of each recommendation, and how many organisations, since a name points to an area.
     */
    public static Progress of(Review review, PublishedReview published) {
        Map<Group, Long> groups = review.groups();
        return new Progress(
                review.today(),
                review.organisations().size(),
                count(groups, Group.VERIFIED),
                count(groups, Group.PART_WAY),
                count(groups, Group.NO_EVIDENCE),
                count(groups, Group.FELL_BACK),
                review.recommendations().stream()
                        .map(r -> line(r, published, review.today()))
                        .toList());
    }

    /** Both together, as of the later day, without their lines. */
    public Progress plus(Progress other) {
        return new Progress(
                on.isAfter(other.on) ? on : other.on,
                organisations + other.organisations,
                verified + other.verified,
                partWay + other.partWay,
                noEvidence + other.noEvidence,
                slipped + other.slipped,
                List.of());
    }

    private static int count(Map<Group, Long> groups, Group group) {
        return Math.toIntExact(groups.getOrDefault(group, 0L));
    }

    private static Line line(
            sightline.core.reviews.Recommendation made, PublishedReview published, LocalDate on) {
        Map<Standing, Long> standings =
                made.actions().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Action::standing,
                                        () -> new EnumMap<>(Standing.class),
                                        Collectors.counting()));
        return new Line(
                made.number(),
                published.recommendations().stream()
                        .filter(r -> r.number() == made.number())
                        .map(PublishedReview.Recommendation::text)
                        .findFirst()
                        .orElse("Not in the published text"),
                standings.entrySet().stream()
                        .map(e ->
                                new State(
                                        e.getKey().words(),
                                        List.of(
                                                e.getValue()
                                                        + (e.getValue() == 1
                                                                ? " organisation"
                                                                : " organisations"))))
                        .toList(),
                made.actions().stream()
                        .flatMap(a -> a.agreed().stream())
                        .map(ActionAgreed::due)
                        .min(Comparator.naturalOrder())
                        .map(Words::day)
                        .orElse(""),
                made.pastDate(on));
    }

    /** How many recommendations there are. */
    public int all() {
        return verified + partWay + noEvidence + slipped;
    }

    /** The one sentence that may be quoted; the same that the review itself gives. */
    public String sentence() {
        Map<Group, Long> groups = new EnumMap<>(Group.class);
        groups.put(Group.VERIFIED, (long) verified);
        groups.put(Group.PART_WAY, (long) partWay);
        groups.put(Group.NO_EVIDENCE, (long) noEvidence);
        groups.put(Group.FELL_BACK, (long) slipped);
        return Review.sentence(groups);
    }
}
