package sightline.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again for as long as the program runs, from a second after its start: at
 * once while more of it waits, else after a pause. What fails is said, without a word of any row,
 * and tried again after the pause. When it is stopped, it does it once more, so that nothing is
 * left that was done by then.
 */
public final class Loop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final Task task;
    private @Nullable Running running;

    /** What is done; whether more of it waits. */
    @FunctionalInterface
    public interface Task {
        /** Does it once. */
        boolean run();
    }

    private record Running(CountDownLatch stop, CountDownLatch ended) {}

    /**
     * A loop.
     *
     * @param name what it does, for the log: "sequencing the journal"
     */
    public Loop(String name, Duration pause, Task task) {
        this.name = name;
        this.pause = pause;
        this.task = task;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = new Running(new CountDownLatch(1), new CountDownLatch(1));
            var loop = running;
            Thread.ofVirtual().name(name).start(() -> run(loop));
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop().countDown();
            await(running.ended(), PATIENCE);
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private void run(Running loop) {
        try {
            boolean stopped = await(loop.stop(), FIRST);
            while (!stopped) {
                stopped = await(loop.stop(), once() ? Duration.ZERO : pause);
            }
            once();
        } finally {
            loop.ended().countDown();
        }
    }

    private boolean once() {
        try {
            return task.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} failed; it is tried again: {}", name, failed.getClass().getSimpleName());
            return false;
        }
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
