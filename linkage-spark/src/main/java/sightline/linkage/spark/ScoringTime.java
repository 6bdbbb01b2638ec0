package sightline.linkage.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says how much processor time the executors spent on scoring, once it is done. */
final class ScoringTime extends SparkListener {
    private static final double NANOS = 1e9;

    private final PrintStream out;

    /** The stages of the scoring job, each with the time of its tasks that score. */
    private final Map<Integer, Long> nanos = new ConcurrentHashMap<>();

    ScoringTime(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        if (SparkPairs.SCORING.equals(
                submitted.properties().getProperty("spark.job.description"))) {
            nanos.putIfAbsent(submitted.stageInfo().stageId(), 0L);
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskType().equals("ResultTask") && end.taskMetrics() != null) {
            long spent = end.taskMetrics().executorCpuTime();
            nanos.computeIfPresent(end.stageId(), (stage, before) -> before + spent);
        }
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted completed) {
        long spent = nanos.getOrDefault(completed.stageInfo().stageId(), 0L);
        if (spent > 0) {
            out.printf(Locale.ROOT, "scoring took %.2f s of executor CPU%n", spent / NANOS);
        }
    }

    /** What scoring took so far, in seconds. */
    double seconds() {
        return nanos.values().stream().mapToLong(Long::longValue).sum() / NANOS;
    }
}
