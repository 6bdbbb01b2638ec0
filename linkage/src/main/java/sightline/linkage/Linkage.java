package sightline.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One run of linkage over one or several tables. */
public final class Linkage {
    private static final double KEPT_FROM = -7;
    private static final double SURE = 5;
    private static final double NEAR_NONE = 0.07;

    private final Records records;
    private final List<Comparator> comparators;
    private final PairCells.Crossing crossing;
    private final CodeMatrix codes;
    private final PairSource pairs;
    final Blocking blocking;
    final Model model;
    private final Edges edges;
    private final long[] sources;
    private final Clusters clusters;
    private final Settings settings;
    private boolean exclusive;

    private Linkage(
            List<Table> tables,
            Settings given,
            Optional<TrainedModel> trained,
            Names names,
            Optional<Engine> engine,
            Progress progress) {
        records = new Records(tables, given.fields());
        progress.done("read %d records".formatted(records.size()));
        comparators =
                records.features().parallelStream()
                        .map(f -> Comparator.of(f, levels(given, f), names))
                        .toList();
        if (comparators.isEmpty() && records.size() > 1) {
            throw new LinkageException(
                    "No column can be compared: each is empty, the same everywhere, or a key.%nName the columns for what they hold, such as surname or date of birth."
                            .formatted());
        }
        crossing = PairCells.Crossing.of(comparators);
        codes =
                CodeMatrix.of(
                        comparators.stream().map(c -> c.feature.codes).toList(), records.size());
        pairs = pairs(given, engine);
        blocking = pairs.blocking();
        settings = given.withBlocking(blocking.keys());
        progress.done("chose %d blocking rules".formatted(blocking.rules().size()));
        model = trained.isPresent() ? trained.get().on(comparators) : learn();
        progress.done(trained.isPresent() ? "took the model as it is" : "learnt the model");
        edges = pairs.keep(model, KEPT_FROM, progress);
        progress.done("scored; %d pairs kept".formatted(edges.size));
        sources = sourcesWithoutDoubles();
        clusters = clustering(sources).cluster(edges).byRow(records::rowOf);
        progress.done("grouped into %d people".formatted(clusters.count()));
    }

    private PairSource pairs(Settings given, Optional<Engine> engine) {
        BlockingPlan plan =
                given.blocking().isEmpty()
                        ? Blocking.choose(records, comparators, given.limits())
                        : Blocking.of(records, comparators, given);
        if (engine.isEmpty()) {
            return new PairSource.Here(plan.here(), comparators, crossing, codes);
        }
        Engine.Pairs there =
                engine.get()
                        .pairs(
                                PairPlan.of(comparators, plan),
                                new CodedRecords(codes, records.size()));
        return new PairSource.Elsewhere(there, plan.counted(there.counts()), comparators.size());
    }

    private static List<Level> levels(Settings settings, Feature feature) {
        return settings.fields().stream()
                .filter(f ->
                        feature.isOf(f.name()) && f.kind().levels().equals(feature.kind.levels()))
                .findFirst()
                .map(Field::levels)
                .orElseGet(feature.kind::levels);
    }

    private Model learn() {
        Model learnt = new Estimation(records, comparators, crossing, codes, pairs).learn();
        return settings.prior().isPresent()
                ? learnt.withPrior(settings.prior().getAsDouble())
                : learnt;
    }

    /** Links the tables with settings proposed from their columns. */
    public static Linkage auto(List<Table> tables) {
        return auto(tables, step -> {});
    }

    /** As {@link #auto(List)}, telling the progress as each step ends. */
    public static Linkage auto(List<Table> tables, Progress progress) {
        Names names = Names.load();
        return new Linkage(
                tables,
                propose(tables, names),
                Optional.empty(),
                names,
                Optional.empty(),
                progress);
    }

    /** As {@link #auto(List, Progress)}, with the pairs made and compared by an engine. */
    public static Linkage auto(List<Table> tables, Engine engine, Progress progress) {
        Names names = Names.load();
        return new Linkage(
                tables,
                propose(tables, names),
                Optional.empty(),
                names,
                Optional.of(engine),
                progress);
    }

    /** Links the tables as the settings say what their columns hold. */
    public static Linkage with(Settings settings, List<Table> tables, Progress progress) {
        return new Linkage(
                tables, settings, Optional.empty(), Names.load(), Optional.empty(), progress);
    }

    /**
     * As {@link #with(Settings, List, Progress)}, with the pairs made and compared by an engine.
     */
    public static Linkage with(
            Settings settings, List<Table> tables, Engine engine, Progress progress) {
        return new Linkage(
                tables, settings, Optional.empty(), Names.load(), Optional.of(engine), progress);
    }

    /** Links the tables with what a run before learnt; nothing is learnt anew. */
    public static Linkage with(TrainedModel trained, List<Table> tables, Progress progress) {
        return new Linkage(
                tables,
                trained.settings(),
                Optional.of(trained),
                Names.load(),
                Optional.empty(),
                progress);
    }

    /**
     * As {@link #with(TrainedModel, List, Progress)}, with the pairs made and compared by an
     * engine.
     */
    public static Linkage with(
            TrainedModel trained, List<Table> tables, Engine engine, Progress progress) {
        return new Linkage(
                tables,
                trained.settings(),
                Optional.of(trained),
                Names.load(),
                Optional.of(engine),
                progress);
    }

    /** What this run learnt, to be kept and used again. */
    public TrainedModel trained() {
        return TrainedModel.of(settings, model);
    }

    /** What the columns of the tables seem to hold, with reasons. */
    public static Settings propose(List<Table> tables) {
        return propose(tables, Names.load());
    }

    private static Settings propose(List<Table> tables, Names names) {
        return Settings.of(Telling.among(tables, unify(tables, new Recogniser(names)), names));
    }

    private static List<Field> unify(List<Table> tables, Recogniser recogniser) {
        return new Unifying(tables, FreeLines.inEvery(recogniser.recognise(tables))).fields();
    }

    /**
     * A bit for each record's source if files have each person once, and nothing if not: seen from
     * how few pairs lie within a file that are as sure as the surer half of those across files.
     */
    private long[] sourcesWithoutDoubles() {
        int[] sourceOf = new int[records.size()];
        Arrays.setAll(sourceOf, i -> records.sourceOf(records.rowOf(i)));
        exclusive =
                records.sources() > 1
                        && records.sources() <= Long.SIZE
                        && settings.doubles() != Settings.Doubles.SOME
                        && (settings.doubles() == Settings.Doubles.NONE
                                || isWithoutDoubles(sourceOf));
        long[] sources = new long[records.size()];
        if (exclusive) {
            Arrays.setAll(sources, i -> 1L << sourceOf[i]);
        }
        return sources;
    }

    private boolean isWithoutDoubles(int[] sourceOf) {
        float[] across = new float[edges.size];
        int of = 0;
        for (int e = 0; e < edges.size; e++) {
            if (edges.odds[e] >= SURE && sourceOf[edges.left[e]] != sourceOf[edges.right[e]]) {
                across[of++] = edges.odds[e];
            }
        }
        Arrays.sort(across, 0, of);
        float middle = of == 0 ? 0 : across[of / 2];
        long within = 0;
        for (int e = 0; e < edges.size; e++) {
            if (edges.odds[e] >= middle && sourceOf[edges.left[e]] == sourceOf[edges.right[e]]) {
                within++;
            }
        }
        return within <= NEAR_NONE * (of - of / 2);
    }

    PairCells pairCells() {
        return new PairCells(comparators, crossing, codes);
    }

    /** Where the pairs are made here. */
    Scoring scoring(Progress progress) {
        return new PairSource.Here(blocking, comparators, crossing, codes).scoring(model, progress);
    }

    /** What was found. */
    public Clusters clusters() {
        return clusters;
    }

    /**
     * The people as they are with these decisions, which are never overrun.
     *
     * @throws LinkageException where decisions contradict one another
     */
    public Clusters clusters(Decisions decisions) {
        Map<String, Integer> numbers = numbers();
        long[] once = sources.clone();
        for (int i = 0; i < once.length; i++) {
            int source = records.sourceOf(records.rowOf(i));
            if (decisions.oncePerPerson().contains(records.sourceName(source))) {
                once[i] = 1L << source;
            }
        }
        Clustering clustering = clustering(once);
        for (boolean same : List.of(true, false)) {
            for (Decisions.Verdict verdict : decisions.inOrder()) {
                if ((verdict.answer() == Decisions.Answer.SAME) == same) {
                    decide(clustering, verdict, numbers);
                }
            }
        }
        return clustering.cluster(edges).byRow(records::rowOf);
    }

    private static void decide(
            Clustering clustering, Decisions.Verdict verdict, Map<String, Integer> numbers) {
        Integer i = numbers.get(verdict.first());
        Integer j = numbers.get(verdict.second());
        if (i == null || j == null) {
            throw new LinkageException(
                    "No record is called %s."
                            .formatted(i == null ? verdict.first() : verdict.second()));
        }
        boolean possible =
                verdict.answer() == Decisions.Answer.SAME
                        ? clustering.together(i, j)
                        : clustering.apart(i, j);
        if (!possible) {
            throw new LinkageException(
                    "Decisions contradict one another about %s and %s.%nTake one of them back."
                            .formatted(verdict.first(), verdict.second()));
        }
    }

    private Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            int row = records.rowOf(i);
            numbers.put(records.idOf(row), i);
            numbers.put(records.sourceName(records.sourceOf(row)) + ":" + records.idOf(row), i);
        }
        return numbers;
    }

    private Clustering clustering(long[] once) {
        return new Clustering(model, pairCells(), records.size(), settings.threshold(), once);
    }

    /** How the records were linked: what was given or proposed, with the keys that were used. */
    public Settings settings() {
        return settings;
    }

    /** Why two records are together or apart; they are named by their ids, or by "source:id". */
    public Explanation explain(String first, String second) {
        return explanation(recordOf(first), recordOf(second));
    }

    /** As {@link #explain(String, String)}, of records by their numbers. */
    public Explanation explain(int first, int second) {
        return explanation(records.recordAt(first), records.recordAt(second));
    }

    private Explanation explanation(int i, int j) {
        byte[] cells = new byte[comparators.size()];
        pairCells().compare(Math.min(i, j), Math.max(i, j), cells);
        return Explanation.of(model, cells, areTogether(i, j));
    }

    boolean areTogether(int i, int j) {
        return clusters.of(records.rowOf(i)) == clusters.of(records.rowOf(j));
    }

    Inspection.Pair pair(int i, int j) {
        int first = records.rowOf(i);
        int second = records.rowOf(j);
        return new Inspection.Pair(Math.min(first, second), Math.max(first, second));
    }

    /** What is to be seen in this run without knowing the truth. */
    public Inspection inspect() {
        return Inspection.of(this);
    }

    /** The value of a field as it stands in the record, or the empty string. */
    public String value(int record, Field field) {
        return records.value(record, field);
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

    /** How right the clusters can be expected to be; nobody need know the truth. */
    public Quality quality() {
        int[] groupOf = new int[records.size()];
        int[] known = new int[records.size()];
        int groups = 0;
        for (int i = 0; i < groupOf.length; i++) {
            int cluster = clusters.of(records.rowOf(i));
            if (known[cluster] == 0) {
                known[cluster] = ++groups;
            }
            groupOf[i] = known[cluster] - 1;
        }
        return new Expectation(pairCells(), model, edges, groupOf, sources, blocking.reach())
                .quality();
    }

    /** What people should know of this run: the blocking rules, and what they left out. */
    public List<String> remarks() {
        return blocking.describe();
    }

    /** Whether the files were found to have each person once. */
    public boolean isOneToOne() {
        return exclusive;
    }

    /** How many records. */
    public int size() {
        return records.size();
    }

    /** The name of the table that the record stands in. */
    public String sourceOf(int record) {
        return records.sourceName(records.sourceOf(record));
    }

    /** The record's own id; the number of its row, from 1, where the table has none. */
    public String idOf(int record) {
        return records.idOf(record);
    }

    /** For each record the name of its cluster: the least of its records' names. */
    public List<String> clusterNames() {
        String[] least = new String[records.size()];
        for (int i = 0; i < least.length; i++) {
            String prefix = records.sources() == 1 ? "" : sourceOf(i) + ":";
            String name = prefix + idOf(i);
            int cluster = clusters.of(i);
            if (least[cluster] == null || name.compareTo(least[cluster]) < 0) {
                least[cluster] = name;
            }
        }
        return IntStream.range(0, least.length).mapToObj(i -> least[clusters.of(i)]).toList();
    }

    /** An index of these records to ask and to change, with what was learnt here. */
    public LiveIndex live() {
        return new LiveIndex(
                records,
                comparators,
                crossing,
                codes,
                model,
                settings.withBlocking(blocking.keys()));
    }

    Records records() {
        return records;
    }

    Edges edges() {
        return edges;
    }
}
