package sightline.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How right a run is where the truth is known. Records are numbered as the tables bring them. */
public final class Assessment {
    private static final int MOST_GROUPS = 12;
    private static final int DECADE = 10;

    private final Linkage linkage;
    private final int[] truth;

    private Assessment(Linkage linkage, int[] truth) {
        if (truth.length != linkage.size()) {
            throw new IllegalArgumentException(
                    "The truth is of %d records, the run of %d."
                            .formatted(truth.length, linkage.size()));
        }
        this.linkage = linkage;
        this.truth = truth.clone();
    }

    /** Compares with the truth: the person of each record, equal numbers meaning one person. */
    public static Assessment of(Linkage linkage, int[] truth) {
        return new Assessment(linkage, truth);
    }

    /**
     * The truth that stands in a column of each table, one after another; a record without a value
     * is a person of its own.
     */
    public static int[] truthIn(List<Column> columns) {
        Map<String, Integer> people = new HashMap<>();
        int[] truth = new int[columns.stream().mapToInt(Column::rows).sum()];
        int at = 0;
        for (Column column : columns) {
            for (int row = 0; row < column.rows(); row++) {
                String person = column.text(row);
                truth[at] =
                        person.isEmpty()
                                ? -1 - at
                                : people.computeIfAbsent(person, p -> people.size());
                at++;
            }
        }
        return truth;
    }

    /** Figures of all pairs. */
    public Evaluation all() {
        return Evaluation.of(linkage.clusters(), truth);
    }

    /** Figures of the pairs across files, where there are several. */
    public Optional<Evaluation> across() {
        return linkage.records().sources() < 2
                ? Optional.empty()
                : Optional.of(Evaluation.acrossSources(linkage.clusters(), truth, sources()));
    }

    private int[] sources() {
        int[] sources = new int[truth.length];
        for (int row = 0; row < sources.length; row++) {
            sources[row] = linkage.records().sourceOf(row);
        }
        return sources;
    }

    /** Precision and recall of pairs at every threshold, losses of blocking counted. */
    public Curve curve() {
        int[] ofRecord = new int[truth.length];
        for (int record = 0; record < ofRecord.length; record++) {
            ofRecord[record] = truth[linkage.records().rowOf(record)];
        }
        Evaluation all = all();
        return Curve.of(linkage.edges(), ofRecord, all.truePositive() + all.falseNegative());
    }

    /** Figures by how much of a record is there. */
    public List<Group> byCompleteness() {
        int[] missing = new int[truth.length];
        for (Comparator comparator : linkage.model.comparators) {
            for (int record = 0; record < missing.length; record++) {
                missing[linkage.records().rowOf(record)] +=
                        comparator.feature.codes[record] < 0 ? 1 : 0;
            }
        }
        return new Fairness(linkage.clusters(), truth)
                .groups(
                        Fairness.completeness(missing),
                        List.of("nothing missing", "one value missing", "more missing"));
    }

    /**
     * Figures by the values of a column of each table: of dates, by decade; of many values, the
     * most frequent ones and the others.
     */
    public List<Group> by(List<Column> columns) {
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            DateText.Order order = DateText.orderOf(column);
            boolean dates = isDates(column, order);
            for (int row = 0; row < column.rows(); row++) {
                String text = column.text(row);
                values.add(text.isEmpty() ? "not known" : dates ? decade(text, order) : text);
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(v -> counts.merge(v, 1, Integer::sum));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(counts.size() > MOST_GROUPS ? MOST_GROUPS - 1 : MOST_GROUPS)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(v -> numbers.put(v, numbers.size()));
        List<String> names = new ArrayList<>(numbers.keySet());
        if (counts.size() > names.size()) {
            names.add("others");
        }
        int[] groupOf =
                values.stream().mapToInt(v -> numbers.getOrDefault(v, names.size() - 1)).toArray();
        return new Fairness(linkage.clusters(), truth).groups(groupOf, names);
    }

    private static boolean isDates(Column column, DateText.Order order) {
        int dates = 0;
        for (int code = 0; code < column.distinct(); code++) {
            String value = column.value(code);
            dates += value.length() >= 6 && DateText.read(value, order) > 0 ? 1 : 0;
        }
        return dates > column.distinct() / 2;
    }

    private static String decade(String text, DateText.Order order) {
        int year = DateText.read(text, order) / 10000;
        return year <= 0 ? "not known" : year / DECADE * DECADE + "s";
    }

    /**
     * Pairs that are wrong, at most so many of each sort: pairs together that ought not to be, then
     * pairs apart that ought to be together.
     */
    public List<PairError> errors(int most) {
        List<PairError> out = new ArrayList<>();
        collect(out, most, linkage.clusters().copy(), truth, true);
        collect(out, most, truth, linkage.clusters().copy(), false);
        return out;
    }

    /**
     * Pairs equal in the one and unequal in the other: neighbours in each group, so as to be few.
     */
    private void collect(
            List<PairError> out, int most, int[] equal, int[] unequal, boolean together) {
        Map<Integer, Integer> before = new HashMap<>();
        int found = 0;
        for (int row = 0; row < equal.length && found < most; row++) {
            Integer last = before.put(equal[row], row);
            if (last != null && unequal[last] != unequal[row]) {
                out.add(new PairError(last, row, together, linkage.explain(last, row)));
                found++;
            }
        }
    }
}
