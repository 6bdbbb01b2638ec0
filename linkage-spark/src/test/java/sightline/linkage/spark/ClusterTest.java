package sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.linkage.Engine;
import sightline.linkage.FoundPairs;
import sightline.linkage.Linkage;
import sightline.linkage.Progress;
import sightline.linkage.RuleCount;
import sightline.linkage.Table;
import sightline.linkage.Weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

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
            throws InterruptedException, TimeoutException {
        Map<String, Long> workers = workers();
        assertThat(workers.values())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
        Losses losses = new Losses();
        spark.sc().addSparkListener(losses);
        Engine engine = new SparkEngine(spark).cut(new Cut(10, 1_000_000, 12));

        Linkage linkage =
                Linkage.auto(
                        tables,
                        (plan, records) -> killing(engine.pairs(plan, records), workers, losses),
                        step -> {});

        Linkage here = Linkage.auto(tables);
        assertThat(losses.lost.await(60, TimeUnit.SECONDS)).as("a worker was lost").isTrue();
        spark.sc().listenerBus().waitUntilEmpty();
        assertThat(losses.madeAgain.get()).as("what it had was made again").isPositive();
        assertThat(linkage.trained()).as("seed %d", seed).isEqualTo(here.trained());
        assertThat(linkage.inspect()).as("seed %d", seed).isEqualTo(here.inspect());
        assertThat(linkage.clusterNames()).as("seed %d", seed).isEqualTo(here.clusterNames());
    }

    /** Kills a worker that holds records for the scoring, when the model is learnt. */
    private static Engine.Pairs killing(
            Engine.Pairs pairs, Map<String, Long> workers, Losses losses) {
        return new Engine.Pairs() {
            @Override
            public List<RuleCount> counts() {
                return pairs.counts();
            }

            @Override
            public List<FoundPairs> sample(List<Long> gates) {
                return pairs.sample(gates);
            }

            @Override
            public List<FoundPairs> score(Weights weights, double least, Progress progress) {
                long process = workers.getOrDefault(losses.holder(), 0L);
                ProcessHandle.of(process)
                        .ifPresent(worker -> {
                            losses.killed.set(true);
                            worker.destroyForcibly();
                            worker.onExit().join();
                        });
                return pairs.score(weights, least, progress);
            }
        };
    }

    /** The processes that do the work, by what Spark calls them, once both are there. */
    private static Map<String, Long> workers() {
        Map<String, Long> found = new HashMap<>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (found.size() < 2 && System.nanoTime() < until) {
            spark.parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), 8)
                    .map(i -> SparkEnv.get().executorId() + " " + ProcessHandle.current().pid())
                    .collect()
                    .forEach(worker -> {
                        String[] words = worker.split(" ");
                        found.put(words[0], Long.parseLong(words[1]));
                    });
        }
        return found;
    }

    /** Sees who holds what was sent to workers, who is lost, and what is made again for it. */
    private static final class Losses extends SparkListener {
        private final CountDownLatch lost = new CountDownLatch(1);
        private final AtomicBoolean killed = new AtomicBoolean();
        private final AtomicInteger madeAgain = new AtomicInteger();
        private final AtomicReference<String> holder = new AtomicReference<>("");

        /** Who last made records ready for others. */
        String holder() {
            try {
                spark.sc().listenerBus().waitUntilEmpty();
            } catch (TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return holder.get();
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskType().equals("ShuffleMapTask") && end.taskInfo().successful()) {
                holder.set(end.taskInfo().executorId());
                madeAgain.addAndGet(killed.get() ? 1 : 0);
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            lost.countDown();
        }
    }
}
