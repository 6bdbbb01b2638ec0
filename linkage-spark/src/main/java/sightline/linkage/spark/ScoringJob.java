package sightline.linkage.spark;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

import sightline.linkage.FoundPairs;
import sightline.linkage.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Scores the parts that are not kept from a run before, and tells how far it is. */
final class ScoringJob {
    private static final double NANOS = 1e9;

    private final JavaSparkContext spark;
    private final JavaRDD<FoundPairs> scored;
    private final Optional<Checkpoint> kept;
    private final Progress progress;

    ScoringJob(
            JavaSparkContext spark,
            JavaRDD<FoundPairs> scored,
            Optional<Checkpoint> kept,
            Progress progress) {
        this.spark = spark;
        this.scored = scored;
        this.kept = kept;
        this.progress = progress;
    }

    List<FoundPairs> run() {
        try {
            return collect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FoundPairs> collect() throws IOException {
        int parts = scored.getNumPartitions();
        BitSet done = kept.isPresent() ? kept.get().done(parts) : new BitSet();
        List<FoundPairs> found = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            if (done.get(part)) {
                found.add(kept.orElseThrow().read(part));
            } else {
                missing.add(part);
            }
        }
        if (!found.isEmpty()) {
            progress.done("%d of %d parts were kept".formatted(found.size(), parts));
        }
        if (!missing.isEmpty()) {
            found.addAll(score(missing));
        }
        return found;
    }

    private List<FoundPairs> score(List<Integer> missing) {
        Listener listener = new Listener(progress, missing.size());
        spark.sc().addSparkListener(listener);
        try {
            List<FoundPairs> found = new ArrayList<>();
            int[] parts = missing.stream().mapToInt(Integer::intValue).toArray();
            for (List<FoundPairs> part : scored.collectPartitions(parts)) {
                found.addAll(part);
            }
            spark.sc().listenerBus().waitUntilEmpty();
            tell(found.stream().mapToLong(FoundPairs::compared).sum(), listener.nanos.sum());
            return found;
        } catch (TimeoutException e) {
            throw new IllegalStateException("Spark's events do not end", e);
        } finally {
            spark.sc().removeSparkListener(listener);
        }
    }

    private void tell(long compared, long nanos) {
        double seconds = nanos / NANOS;
        progress.done(
                String.format(
                        Locale.ROOT,
                        "compared %,d pairs in %.2f s of executor CPU, %,.0f a second",
                        compared,
                        seconds,
                        compared / Math.max(seconds, 1 / NANOS)));
    }

    private static final class Listener extends SparkListener {
        private final Progress progress;
        private final int parts;
        private final AtomicInteger done = new AtomicInteger();
        private final LongAdder nanos = new LongAdder();

        Listener(Progress progress, int parts) {
            this.progress = progress;
            this.parts = parts;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskType().equals("ResultTask") && end.taskInfo().successful()) {
                nanos.add(end.taskMetrics().executorCpuTime());
                progress.underWay("scoring parts of the pairs", done.incrementAndGet(), parts);
            }
        }
    }
}
