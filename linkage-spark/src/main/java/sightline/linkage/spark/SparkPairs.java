package sightline.linkage.spark;

import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

import scala.Tuple2;

import sightline.linkage.CodedRecords;
import sightline.linkage.Engine;
import sightline.linkage.FoundPairs;
import sightline.linkage.PairPlan;
import sightline.linkage.PairWorker;
import sightline.linkage.Progress;
import sightline.linkage.RuleCount;
import sightline.linkage.Weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The pairs of one run on Spark. */
final class SparkPairs implements Engine.Pairs {
    /** Records a slice: about two megabytes of numbers. */
    private static final int SLICE = 50_000;

    /** What jobs are called, for the listener and for whoever looks at Spark's own pages. */
    static final String SCORING = "score pairs";

    private final JavaSparkContext spark;
    private final Broadcast<PairPlan> plan;
    private final JavaPairRDD<Integer, byte[]> keyed;
    private final Broadcast<Keys> keys;
    private final KeySummary summary;
    private final CodedRecords records;
    private final Cut cut;
    private final Optional<String> checkpoints;

    SparkPairs(
            JavaSparkContext spark,
            PairPlan plan,
            CodedRecords records,
            Cut cut,
            Optional<String> checkpoints) {
        if (plan.rules() > KeyedRows.MOST_RULES) {
            throw new IllegalArgumentException(
                    "%d rules; at most %d.".formatted(plan.rules(), KeyedRows.MOST_RULES));
        }
        this.spark = spark;
        this.plan = spark.broadcast(plan);
        JavaRDD<int[]> slices = slices(records);
        int parts = cut.parts(plan, records);
        summary = count(slices, records.width(), parts, cut.tile());
        keys = spark.broadcast(new Keys(summary));
        keyed =
                slices.mapPartitionsToPair(KeyedRows.ofSlices(this.plan, keys, parts))
                        .partitionBy(new HashPartitioner(parts));
        this.records = records;
        this.cut = cut;
        this.checkpoints = checkpoints;
    }

    private JavaRDD<int[]> slices(CodedRecords records) {
        int least = spark.defaultParallelism();
        int rows = Math.clamp(Math.ceilDiv(records.size(), least), 1, SLICE);
        List<int[]> slices = new ArrayList<>();
        for (int from = 0; from < records.size(); from += rows) {
            slices.add(records.rows(from, Math.min(records.size(), from + rows)));
        }
        return spark.parallelize(slices, Math.max(1, slices.size()));
    }

    private KeySummary count(JavaRDD<int[]> slices, int width, int parts, int tile) {
        spark.setJobDescription("count keys");
        Broadcast<PairPlan> sent = plan;
        List<KeySummary> counted =
                slices.mapPartitionsToPair(KeyCounts.ofSlices(sent, width, parts))
                        .partitionBy(new HashPartitioner(parts))
                        .mapPartitions(messages ->
                                List.of(KeyCounts.sum(messages, sent.value(), tile)).iterator())
                        .collect();
        return KeySummary.of(counted, plan.value().rules());
    }

    @Override
    public List<RuleCount> counts() {
        return summary.counts();
    }

    @Override
    public List<FoundPairs> sample(List<Long> gates) {
        spark.setJobDescription("draw pairs to learn from");
        return keyed.mapPartitions(new Sampling(plan, keys, new ArrayList<>(gates))).collect();
    }

    @Override
    public List<FoundPairs> score(Weights weights, double least, Progress progress) {
        spark.setJobDescription(SCORING);
        Broadcast<Weights> sent = spark.broadcast(weights);
        Optional<Checkpoint> kept = checkpoints.map(folder -> checkpoint(folder, weights, least));
        var scoring = new Scoring(plan, keys, sent, least, kept);
        JavaRDD<FoundPairs> scored = keyed.mapPartitions(scoring);
        return new ScoringJob(spark, scored, kept, progress).run();
    }

    /** What is kept of this run, cut in this way. */
    private Checkpoint checkpoint(String folder, Weights weights, double least) {
        return new Checkpoint(
                "%s/%s-%d-%d"
                        .formatted(
                                folder,
                                plan.value().nameOfRun(records, weights, least),
                                keyed.getNumPartitions(),
                                cut.tile()));
    }

    /** Draws from the pairs of a part. */
    private record Sampling(Broadcast<PairPlan> plan, Broadcast<Keys> keys, ArrayList<Long> gates)
            implements FlatMapFunction<Iterator<Tuple2<Integer, byte[]>>, FoundPairs> {
        @Override
        public Iterator<FoundPairs> call(Iterator<Tuple2<Integer, byte[]>> messages) {
            PairWorker worker = keys.value().worker(plan.value());
            FoundPairs found = worker.emptySample();
            KeyedRows.forEachBlock(
                    messages,
                    worker,
                    keys.value(),
                    block -> worker.sample(block, gates.get(block.rule()), found));
            keys.value().done(worker);
            return List.of(found.trimmed()).iterator();
        }
    }

    /** Scores the pairs of a part, and keeps them where they are to be kept. */
    private static final class Scoring
            implements FlatMapFunction<Iterator<Tuple2<Integer, byte[]>>, FoundPairs> {
        private static final long serialVersionUID = 1L;

        private final Broadcast<PairPlan> plan;
        private final Broadcast<Keys> keys;
        private final Broadcast<Weights> weights;
        private final double least;
        private final List<Checkpoint> kept;

        Scoring(
                Broadcast<PairPlan> plan,
                Broadcast<Keys> keys,
                Broadcast<Weights> weights,
                double least,
                Optional<Checkpoint> kept) {
            this.plan = plan;
            this.keys = keys;
            this.weights = weights;
            this.least = least;
            this.kept = new ArrayList<>(kept.stream().toList());
        }

        @Override
        public Iterator<FoundPairs> call(Iterator<Tuple2<Integer, byte[]>> messages)
                throws IOException {
            PairWorker worker = keys.value().worker(plan.value());
            PairWorker.Scorer scorer = worker.scorer(weights.value(), least);
            FoundPairs found = worker.noPairs();
            KeyedRows.forEachBlock(
                    messages, worker, keys.value(), block -> scorer.score(block, found));
            keys.value().done(worker);
            found.trimmed();
            for (Checkpoint checkpoint : kept) {
                checkpoint.keep(
                        TaskContext.getPartitionId(), TaskContext.get().attemptNumber(), found);
            }
            return List.of(found).iterator();
        }
    }
}
