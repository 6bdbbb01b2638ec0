package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything a run learnt, to be kept and used again: with it, the same records give the same
 * people, and other records are judged by the same weights. How rare a value is is counted in the
 * records at hand, so that no value of a record is kept.
 *
 * @param settings how the records were linked, with the keys that were chosen
 * @param kinds the share of each kind of pair among all pairs
 * @param columns what was learnt of each compared column
 */
public record TrainedModel(Settings settings, List<Kind> kinds, List<LearntColumn> columns) {

    /**
     * A kind of pair.
     *
     * @param name such as "strangers" or "moved"
     * @param share its share among all pairs of records
     */
    public record Kind(String name, double share) {}

    /**
     * What was learnt of one column.
     *
     * @param name the column
     * @param kind what it holds
     * @param cells per cell (equality from common to rare values, the other levels, not known) the
     *     probability of the cell under each kind of pair, in the order of the kinds
     */
    public record LearntColumn(String name, FieldKind kind, List<List<Double>> cells) {
        public LearntColumn {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    public TrainedModel {
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        List<String> names = kindNames();
        if (!kinds.stream().map(Kind::name).toList().equals(names)) {
            throw new LinkageException(
                    "Model: its kinds of pair are not those of this version: %s.%nLearn it again from the records with --model auto."
                            .formatted(String.join(", ", names)));
        }
    }

    /** The names of the kinds of pair, in their order. */
    public static List<String> kindNames() {
        return Arrays.stream(Population.values()).map(Population::word).toList();
    }

    static TrainedModel of(Settings settings, Model model) {
        List<Kind> kinds =
                Arrays.stream(Population.values())
                        .map(p -> new Kind(p.word(), model.share[p.index]))
                        .toList();
        List<LearntColumn> columns = new ArrayList<>();
        for (int c = 0; c < model.comparators.size(); c++) {
            Comparator comparator = model.comparators.get(c);
            double[] table = model.probability[c];
            List<List<Double>> cells = new ArrayList<>();
            for (int cell = 0; cell < comparator.cells(); cell++) {
                List<Double> row = new ArrayList<>();
                for (int k = 0; k < Population.COUNT; k++) {
                    row.add(table[cell * Population.COUNT + k]);
                }
                cells.add(row);
            }
            columns.add(new LearntColumn(comparator.feature.name, comparator.feature.kind, cells));
        }
        return new TrainedModel(settings, kinds, columns);
    }

    /** The model for records with these comparisons, which must be those that it was learnt for. */
    Model on(List<Comparator> comparators) {
        double[] share = kinds.stream().mapToDouble(Kind::share).toArray();
        double[][] probability = new double[comparators.size()][];
        for (int c = 0; c < comparators.size(); c++) {
            probability[c] = table(comparators.get(c));
        }
        return new Model(comparators, share, probability);
    }

    private double[] table(Comparator comparator) {
        String name = comparator.feature.name;
        LearntColumn column =
                columns.stream()
                        .filter(l -> l.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new LinkageException(
                                        "Model: nothing was learnt of the column %s.%nLearn the model again with it, or leave the column out."
                                                .formatted(name)));
        double[] table = new double[comparator.cells() * Population.COUNT];
        boolean fits = column.cells().size() == comparator.cells();
        for (int cell = 0; fits && cell < comparator.cells(); cell++) {
            List<Double> row = column.cells().get(cell);
            fits = row.size() == Population.COUNT;
            for (int k = 0; fits && k < Population.COUNT; k++) {
                table[cell * Population.COUNT + k] = row.get(k);
            }
        }
        if (!fits) {
            throw new LinkageException(
                    "Model: the column %s was learnt with other levels.%nLearn the model again with --model auto."
                            .formatted(name));
        }
        return table;
    }
}
