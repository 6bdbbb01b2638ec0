package sightline.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the sequencer every second, and at once again while entries wait. Failures are tried again.
 */
final class SequencerLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);

    private final Sequencer sequencer;
    private @Nullable Running running;

    SequencerLoop(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = new Running(new CountDownLatch(1), new CountDownLatch(1));
            var loop = running;
            Thread.ofVirtual().name("journal-sequencer").start(() -> run(loop));
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop().countDown();
            await(running.ended(), 10);
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private void run(Running loop) {
        try {
            while (!await(loop.stop(), once() == Sequencer.BATCH ? 0 : 1)) {
                // Goes on until it is told to stop.
            }
            once();
        } finally {
            loop.ended().countDown();
        }
    }

    private int once() {
        try {
            return sequencer.run();
        } catch (RuntimeException e) {
            LOG.error("The journal could not be sequenced; it is tried again in a second.", e);
            return 0;
        }
    }

    private static boolean await(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private record Running(CountDownLatch stop, CountDownLatch ended) {}
}
