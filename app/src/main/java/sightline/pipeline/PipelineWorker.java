package sightline.pipeline;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import sightline.database.DatabaseException;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.NewerRules;
import sightline.upkeep.SiteWatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the pipeline for as long as the program runs: at once while work waits, else a few times a
 * second. A failure of the database is tried again; every process that shares it may have one.
 */
final class PipelineWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineWorker.class);

    /** Whoever keeps a message in this process wakes it; what others did is asked for so often. */
    private static final Duration IDLE = Duration.ofMillis(100);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration BESIDE_NEWER = Duration.ofSeconds(30);

    /** How often it is written down, for all processes to see, that the pipeline runs. */
    private static final Duration NOTED = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Pipeline pipeline;
    private final MeterRegistry metrics;
    private final AtomicReference<Optional<Thread>> thread =
            new AtomicReference<>(Optional.empty());
    private volatile Instant lastRun = Instant.EPOCH;
    private Instant noted = Instant.EPOCH;

    PipelineWorker(Transactions transactions, Pipeline pipeline, MeterRegistry metrics) {
        this.transactions = transactions;
        this.pipeline = pipeline;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        Thread worker = Thread.ofPlatform().name("pipeline").daemon(true).unstarted(this::loop);
        if (thread.compareAndSet(Optional.empty(), Optional.of(worker))) {
            worker.start();
        }
    }

    @Override
    public void stop() {
        thread.getAndSet(Optional.empty()).ifPresent(PipelineWorker::end);
    }

    private static void end(Thread worker) {
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something came in. */
    void wake() {
        thread.get().ifPresent(LockSupport::unpark);
    }

    @Override
    public boolean isRunning() {
        return thread.get().isPresent();
    }

    /** When a batch was last finished, also an empty one. */
    Instant lastRun() {
        return lastRun;
    }

    private void loop() {
        while (thread.get().filter(t -> t == Thread.currentThread()).isPresent()) {
            Duration pause = once();
            LockSupport.parkNanos(this, pause.toNanos());
            if (Thread.interrupted()) {
                return;
            }
        }
    }

    private void note(Instant at) {
        if (Duration.between(noted, at).compareTo(NOTED) >= 0) {
            transactions.asJob(
                    JobName.PIPELINE,
                    sql -> {
                        SiteWatch.finishedBatch(sql, at);
                        return true;
                    });
            noted = at;
        }
    }

    private Duration once() {
        try {
            Pipeline.Batch batch = pipeline.run();
            metrics.counter("sightline.messages.read").increment(batch.messages());
            lastRun = batch.at();
            note(batch.at());
            return batch.full() || batch.messages() > 0 ? Duration.ZERO : IDLE;
        } catch (NewerRules newer) {
            LOG.error("the pipeline stands still: {}", newer.getMessage());
            return BESIDE_NEWER;
        } catch (BatchFailed failed) {
            metrics.counter("sightline.pipeline.failures").increment();
            LOG.error(
                    "a batch of the pipeline failed and will be tried again: {}",
                    failed.getMessage());
            return noted(failed);
        } catch (DataAccessException | DatabaseException lost) {
            return lost(lost);
        }
    }

    private Duration noted(BatchFailed failed) {
        try {
            pipeline.failed(failed);
        } catch (DataAccessException | DatabaseException lost) {
            return lost(lost);
        }
        return failed.mayBeAMessage() ? Duration.ZERO : AFTER_FAILURE;
    }

    private Duration lost(RuntimeException failure) {
        metrics.counter("sightline.pipeline.failures").increment();
        LOG.error("the pipeline cannot reach its database: {}", Faults.inWords(failure));
        return AFTER_FAILURE;
    }
}
