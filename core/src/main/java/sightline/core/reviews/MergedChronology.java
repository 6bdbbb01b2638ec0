package sightline.core.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.When;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of every source in one order. Nothing is settled: where sources differ both stay, and
 * that they differ is said; where an agency is silent, so is that.
 */
public final class MergedChronology {
    /** An agency that has nothing for longer than that between two of its rows has a gap. */
    public static final int GAP_DAYS = 28;

    private static final int SAME_WITHIN_DAYS = 7;
    private static final int SHARED_WORDS_MIN = 3;
    private static final int COMPARED_MAX = 60;
    private static final List<String> NOT_DONE =
            List.of(
                    "not seen",
                    "no access",
                    "not brought",
                    "did not attend",
                    "not attend",
                    "cancelled",
                    "no reply",
                    "refused");
    private static final Comparator<ChronologyRow> ORDER =
            Comparator.comparing(ChronologyRow::happened, When.IN_ORDER)
                    .thenComparingInt(ChronologyRow::copy)
                    .thenComparingInt(ChronologyRow::number);

    private final List<ChronologyRow> rows;
    private final List<Conflict> conflicts;
    private final List<Gap> gaps;

    private MergedChronology(List<ChronologyRow> rows) {
        this.rows = rows;
        this.conflicts = found(rows);
        this.gaps = silent(rows);
    }

    /** Two rows of different agencies that seem to tell of one thing, differently. */
    public record Conflict(ChronologyRow one, ChronologyRow other, String says) {}

    /** An agency that has nothing between two days on which it has something. */
    public record Gap(AgencyId agency, LocalDate from, LocalDate to) {
        /** How long. */
        public long days() {
            return ChronoUnit.DAYS.between(from, to);
        }
    }

    /** Merges them. */
    public static MergedChronology of(List<ChronologyRow> rows) {
        return new MergedChronology(rows.stream().sorted(ORDER).toList());
    }

    /** Every row, the earliest first; those without a date last. */
    public List<ChronologyRow> rows() {
        return rows;
    }

    /** Where two agencies differ. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** Where an agency is silent. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** Those whose date could not be read. */
    public List<ChronologyRow> doubtful() {
        return rows.stream().filter(r -> !r.doubt().isEmpty()).toList();
    }

    /** The agencies that say something, in the order of their ids. */
    public List<AgencyId> agencies() {
        return rows.stream().map(ChronologyRow::agency).distinct().sorted().toList();
    }

    /** The row of that name. */
    public Optional<ChronologyRow> row(String id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private static List<Conflict> found(List<ChronologyRow> rows) {
        List<ChronologyRow> dated =
                rows.stream().filter(r -> r.happened() instanceof When.Day).toList();
        List<Set<String>> words = dated.stream().map(r -> PlainWords.of(r.what())).toList();
        List<Conflict> found = new ArrayList<>();
        for (int i = 0; i < dated.size(); i++) {
            int last = Math.min(dated.size(), i + COMPARED_MAX);
            for (int j = i + 1; j < last; j++) {
                if (apart(dated.get(i), dated.get(j)) > SAME_WITHIN_DAYS) {
                    break;
                }
                if (!dated.get(i).agency().equals(dated.get(j).agency())
                        && alike(words.get(i), words.get(j))) {
                    differ(dated.get(i), dated.get(j)).ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private static long apart(ChronologyRow one, ChronologyRow other) {
        return one.happened()
                .earliest()
                .flatMap(a -> other.happened().earliest().map(b -> ChronoUnit.DAYS.between(a, b)))
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<Conflict> differ(ChronologyRow one, ChronologyRow other) {
        if (notDone(one) != notDone(other)) {
            return Optional.of(
                    new Conflict(
                            one,
                            other,
                            "One says that it was done or seen, the other that it was not."));
        }
        return apart(one, other) == 0
                ? Optional.empty()
                : Optional.of(new Conflict(one, other, "They give different days."));
    }

    private static boolean notDone(ChronologyRow row) {
        String text = row.what().toLowerCase(Locale.ROOT);
        return NOT_DONE.stream().anyMatch(text::contains);
    }

    /** At least three words of some length shared, and half of the shorter one's. */
    private static boolean alike(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        return shared.size() >= SHARED_WORDS_MIN
                && shared.size() * 2 >= Math.min(one.size(), other.size());
    }

    private static List<Gap> silent(List<ChronologyRow> rows) {
        Map<AgencyId, List<LocalDate>> days =
                rows.stream()
                        .filter(r -> r.happened().earliest().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        ChronologyRow::agency,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                r -> r.happened().earliest().orElseThrow(),
                                                Collectors.toList())));
        List<Gap> gaps = new ArrayList<>();
        days.forEach((agency, of) -> {
            for (int i = 1; i < of.size(); i++) {
                var gap = new Gap(agency, of.get(i - 1), of.get(i));
                if (gap.days() > GAP_DAYS) {
                    gaps.add(gap);
                }
            }
        });
        return List.copyOf(gaps);
    }
}
