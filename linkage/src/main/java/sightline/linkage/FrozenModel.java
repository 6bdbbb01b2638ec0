package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Judges two records by themselves, with what was learnt before and with frequencies that are
 * given: what it says of two records depends on nothing else, so that it is the same today and
 * tomorrow, whatever other records there are. Safe for several threads.
 */
public final class FrozenModel {
    private static final String ISO_DAY = "2001-02-03";

    private final List<Compared> columns;
    private final Names names = Names.load();
    private final Model model;

    /** One compared column. */
    private record Compared(
            String name,
            FieldKind kind,
            List<Level> levels,
            UnaryOperator<String> rule,
            ToDoubleFunction<String> frequency) {}

    /**
     * A model with its frequencies. Dates are read as ISO dates.
     *
     * @param trained what a run learnt; what it has no frequencies for is not compared
     * @param frequencies by column: the share of a value, in plain form, among all values of the
     *     column, which decides what its equality proves
     */
    public FrozenModel(TrainedModel trained, Map<String, ToDoubleFunction<String>> frequencies) {
        columns =
                trained.columns().stream()
                        .flatMap(learnt ->
                                Optional.ofNullable(frequencies.get(learnt.name())).stream()
                                        .map(share -> compared(trained.settings(), learnt, share)))
                        .toList();
        model =
                trained.on(
                        columns.stream()
                                .map(column -> comparator(column, List.of("1", "2")))
                                .toList());
    }

    private static Compared compared(
            Settings settings,
            TrainedModel.LearntColumn learnt,
            ToDoubleFunction<String> frequency) {
        List<Level> levels =
                settings.fields().stream()
                        .filter(field -> field.name().equals(learnt.name()))
                        .findFirst()
                        .map(Field::levels)
                        .orElseGet(() -> learnt.kind().levels());
        return new Compared(
                learnt.name(),
                learnt.kind(),
                levels,
                Records.rule(learnt.kind(), Column.of(learnt.name(), List.of(ISO_DAY))),
                frequency);
    }

    private Comparator comparator(Compared column, List<String> values) {
        List<Byte> buckets =
                values.stream()
                        .map(v -> (byte) Feature.bucketOf(column.frequency.applyAsDouble(v)))
                        .toList();
        return Comparator.of(
                new Feature(column.name, column.kind, values, buckets), column.levels, names);
    }

    /** The same with another share of pairs that are of one person. */
    private FrozenModel(FrozenModel other, double prior) {
        columns = other.columns;
        model = other.model.withPrior(prior);
    }

    /** The same among so many other people: the share of all pairs that are of one person. */
    public FrozenModel withPrior(double prior) {
        return new FrozenModel(this, prior);
    }

    /** A record made ready, to be compared with several. Personal: printing it shows nothing. */
    public static final class Ready {
        private final List<List<String>> plain;

        private Ready(List<List<String>> plain) {
            this.plain = plain;
        }
    }

    /**
     * Makes a record ready.
     *
     * @param record what it says by column; several values of a column each count, the best that
     *     any two find
     */
    public Ready ready(Map<String, List<String>> record) {
        return new Ready(columns.stream().map(column -> plain(column, record)).toList());
    }

    private static List<String> plain(Compared column, Map<String, List<String>> record) {
        return record.getOrDefault(column.name, List.of()).stream()
                .map(column.rule)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** What speaks for and against two records being of one person. */
    public Explanation compare(Ready first, Ready second) {
        byte[] cells = cells(first, second);
        return Explanation.of(model, cells, bits(cells) > 0);
    }

    /** The whole of it: the log-odds, in bits, that two records are of one person. */
    public double bits(Ready first, Ready second) {
        return bits(cells(first, second));
    }

    private double bits(byte[] cells) {
        return model.logOdds(cells, new double[Population.COUNT]) / Math.log(2);
    }

    private byte[] cells(Ready first, Ready second) {
        byte[] cells = new byte[columns.size()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = cell(c, first.plain.get(c), second.plain.get(c));
        }
        return cells;
    }

    /** The cell of the two values that agree best. */
    private byte cell(int c, List<String> first, List<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return (byte) model.comparators.get(c).missing();
        }
        Compared column = columns.get(c);
        int equal =
                first.stream()
                        .filter(second::contains)
                        .mapToInt(value -> Feature.bucketOf(column.frequency.applyAsDouble(value)))
                        .max()
                        .orElse(-1);
        return (byte) (equal < 0 ? Comparator.cell(level(column, first, second)) : equal);
    }

    /** The best level of any two values, none of which are equal. */
    private int level(Compared column, List<String> first, List<String> second) {
        List<String> values = new ArrayList<>(first);
        values.addAll(second);
        Comparator comparator = comparator(column, values);
        Similarity similarity = new Similarity();
        int level = Integer.MAX_VALUE;
        for (int x = 0; x < first.size(); x++) {
            for (int y = first.size(); y < values.size(); y++) {
                level = Math.min(level, level(comparator, x, y, similarity));
            }
        }
        return level;
    }

    /** In the order of the texts, so that it does not matter which record comes first. */
    private static int level(Comparator comparator, int x, int y, Similarity similarity) {
        char[][] chars = comparator.feature.chars;
        return Arrays.compare(chars[x], chars[y]) < 0
                ? comparator.compare(x, y, similarity)
                : comparator.compare(y, x, similarity);
    }
}
