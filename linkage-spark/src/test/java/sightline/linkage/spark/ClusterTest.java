package sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.linkage.Linkage;
import sightline.linkage.Table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers that are processes of their own, one of which is killed half way. */
@Tag("ci")
final class ClusterTest {
    private static final int PEOPLE =
            switch (System.getProperty("sightline.size", "everyday")) {
                case "full" -> 100_000;
                case "ci" -> 20_000;
                default -> 1_000;
            };

    private static JavaSparkContext spark;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final List<Table> tables = InventedPeople.tables(2, InventedPeople.rows(PEOPLE, seed));

    @BeforeAll
    static void start() throws IOException {
        // No distribution of Spark: its executors are started from this class path.
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        SparkConf conf = SparkLinkCommand.conf("local-cluster[2,1,700]");
        conf.set("spark.executor.memory", "700m");
        conf.set("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        spark = new JavaSparkContext(conf);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void workersOfTheirOwnGiveWhatOneProcessGivesThoughOneIsKilledHalfWay()
            throws TimeoutException {
        Set<Long> workers = workers();
        assertThat(workers).hasSize(2).doesNotContain(ProcessHandle.current().pid());
        Killer killer = new Killer(workers.iterator().next());
        spark.sc().addSparkListener(killer);

        SparkEngine engine = new SparkEngine(spark).cut(new Cut(10, 1_000_000, 12));
        Linkage linkage = Linkage.auto(tables, engine, step -> {});

        Linkage here = Linkage.auto(tables);
        spark.sc().listenerBus().waitUntilEmpty();
        assertThat(killer.scored.get()).as("parts scored at the kill").isEqualTo(1);
        assertThat(killer.lost).as("executors lost").isNotEmpty();
        assertThat(linkage.trained()).as("seed %d", seed).isEqualTo(here.trained());
        assertThat(linkage.inspect()).as("seed %d", seed).isEqualTo(here.inspect());
        assertThat(linkage.clusterNames()).as("seed %d", seed).isEqualTo(here.clusterNames());
    }

    /** The processes that do the work, once both are there. */
    private static Set<Long> workers() {
        Set<Long> found = ConcurrentHashMap.newKeySet();
        long until = System.nanoTime() + 60_000_000_000L;
        while (found.size() < 2 && System.nanoTime() < until) {
            found.addAll(
                    spark.parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), 8)
                            .map(i -> ProcessHandle.current().pid())
                            .collect());
        }
        return found;
    }

    /** Kills a process as soon as the first part is scored. */
    private static final class Killer extends SparkListener {
        private final long process;
        private final AtomicInteger scored = new AtomicInteger();
        private final Set<Integer> scoring = ConcurrentHashMap.newKeySet();
        private final Set<String> lost = ConcurrentHashMap.newKeySet();

        Killer(long process) {
            this.process = process;
        }

        @Override
        public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
            if (SparkPairs.SCORING.equals(
                    submitted.properties().getProperty("spark.job.description"))) {
                scoring.add(submitted.stageInfo().stageId());
            }
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            boolean first =
                    scoring.contains(end.stageId())
                            && lost.isEmpty()
                            && ProcessHandle.of(process).isPresent();
            if (first && scored.compareAndSet(0, 1)) {
                ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            lost.add(removed.executorId());
        }
    }
}
