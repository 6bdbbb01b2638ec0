package sightline.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One run of linkage over one or several tables. */
public final class Linkage {
    private static final double KEPT_FROM = -7;
    private static final double THRESHOLD = 0;
    private static final double SURE = 5;
    private static final double NEAR_NONE = 0.04;

    private final Records records;
    private final List<Comparator> comparators;
    private final PairCells.Crossing crossing;
    private final CodeMatrix codes;
    final Blocking blocking;
    final Model model;
    private final Edges edges;
    private final Clusters clusters;
    private final Settings settings;
    private boolean exclusive;

    private Linkage(List<Table> tables, Settings settings, Names names, Progress progress) {
        this.settings = settings;
        records = new Records(tables, settings.fields());
        progress.done("read %d records".formatted(records.size()));
        comparators =
                records.features().parallelStream().map(f -> Comparator.of(f, names)).toList();
        if (comparators.isEmpty() && records.size() > 1) {
            throw new LinkageException(
                    "No column can be compared: each is empty, the same everywhere, or a key.%nName the columns for what they hold, such as surname or date of birth."
                            .formatted());
        }
        crossing = PairCells.Crossing.of(comparators);
        codes =
                CodeMatrix.of(
                        comparators.stream().map(c -> c.feature.codes).toList(), records.size());
        blocking = Blocking.choose(records, comparators);
        progress.done("chose %d blocking rules".formatted(blocking.rules().size()));
        model = new Estimation(records, comparators, crossing, codes, blocking).learn();
        progress.done("learnt the model");
        edges = score();
        progress.done("scored; %d pairs kept".formatted(edges.size));
        clusters =
                new Clustering(
                                model,
                                pairCells(),
                                records.size(),
                                THRESHOLD,
                                sourcesWithoutDoubles())
                        .cluster(edges)
                        .byRow(records::rowOf);
        progress.done("grouped into %d people".formatted(clusters.count()));
    }

    /** Links the tables with settings proposed from their columns. */
    public static Linkage auto(List<Table> tables) {
        return auto(tables, step -> {});
    }

    /** As {@link #auto(List)}, telling the progress as each step ends. */
    public static Linkage auto(List<Table> tables, Progress progress) {
        Names names = Names.load();
        return new Linkage(tables, propose(tables, names), names, progress);
    }

    /** Links the tables as the settings say what their columns hold. */
    public static Linkage with(Settings settings, List<Table> tables, Progress progress) {
        return new Linkage(tables, settings, Names.load(), progress);
    }

    /** What the columns of the tables seem to hold, with reasons. */
    public static Settings propose(List<Table> tables) {
        return propose(tables, Names.load());
    }

    private static Settings propose(List<Table> tables, Names names) {
        return new Settings(unify(tables, new Recogniser(names)));
    }

    private static List<Field> unify(List<Table> tables, Recogniser recogniser) {
        return new Unifying(tables.parallelStream().map(recogniser::recognise).toList()).fields();
    }

    /**
     * A bit for each record's source if files have each person once, and nothing if not: seen from
     * how few sure pairs lie within a file beside those across files.
     */
    private long[] sourcesWithoutDoubles() {
        int[] sourceOf = new int[records.size()];
        Arrays.setAll(sourceOf, i -> records.sourceOf(records.rowOf(i)));
        long within = 0;
        long across = 0;
        for (int e = 0; e < edges.size; e++) {
            if (edges.odds[e] >= SURE) {
                if (sourceOf[edges.left[e]] == sourceOf[edges.right[e]]) {
                    within++;
                } else {
                    across++;
                }
            }
        }
        exclusive =
                records.sources() > 1
                        && records.sources() <= Long.SIZE
                        && within <= NEAR_NONE * across;
        long[] sources = new long[records.size()];
        if (exclusive) {
            Arrays.setAll(sources, i -> 1L << sourceOf[i]);
        }
        return sources;
    }

    PairCells pairCells() {
        return new PairCells(comparators, crossing, codes);
    }

    private Edges score() {
        int rules = blocking.rules().size();
        List<Edges> parts = IntStream.range(0, rules).parallel().mapToObj(this::score).toList();
        Edges all = new Edges();
        parts.forEach(all::addAll);
        return all;
    }

    private Edges score(int rule) {
        Edges found = new Edges();
        PairCells pairCells = pairCells();
        byte[] cells = new byte[comparators.size()];
        double[] scratch = new double[Population.COUNT];
        BlockingRule r = blocking.rules().get(rule);
        for (int b = 0; b < r.blocks(); b++) {
            for (int x = r.starts[b]; x < r.starts[b + 1]; x++) {
                for (int y = x + 1; y < r.starts[b + 1]; y++) {
                    int i = r.members[x];
                    int j = r.members[y];
                    if (!blocking.madeBefore(rule, i, j)) {
                        pairCells.compare(i, j, cells);
                        double odds = model.logOdds(cells, scratch);
                        if (odds >= KEPT_FROM) {
                            found.add(i, j, (float) odds);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** What was found. */
    public Clusters clusters() {
        return clusters;
    }

    /** What the columns were taken to hold. */
    public Settings settings() {
        return settings;
    }

    /** Why two records are together or apart; they are named by their ids, or by "source:id". */
    public Explanation explain(String first, String second) {
        int i = recordOf(first);
        int j = recordOf(second);
        byte[] cells = new byte[comparators.size()];
        pairCells().compare(Math.min(i, j), Math.max(i, j), cells);
        boolean together = clusters.of(records.rowOf(i)) == clusters.of(records.rowOf(j));
        return Explanation.of(model, cells, together);
    }

    private int recordOf(String id) {
        for (int i = 0; i < records.size(); i++) {
            int row = records.rowOf(i);
            String own = records.idOf(row);
            String full = records.sourceName(records.sourceOf(row)) + ":" + own;
            if (own.equals(id) || full.equals(id)) {
                return i;
            }
        }
        throw new LinkageException("No record is called " + id + ".");
    }

    /** What people should know of this run: the blocking rules, and what they left out. */
    public List<String> remarks() {
        return blocking.describe();
    }

    /** Whether the files were found to have each person once. */
    public boolean isOneToOne() {
        return exclusive;
    }

    Records records() {
        return records;
    }

    Edges edges() {
        return edges;
    }
}
