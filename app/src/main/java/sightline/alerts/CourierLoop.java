package sightline.alerts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import sightline.database.DatabaseException;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends what waits, every second, for as long as the program runs. */
final class CourierLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CourierLoop.class);

    private final Courier courier;
    private @Nullable ScheduledExecutorService running;

    CourierLoop(Courier courier) {
        this.courier = courier;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
            var _ = running.scheduleWithFixedDelay(this::once, 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.shutdownNow();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private void once() {
        try {
            courier.run();
        } catch (DataAccessException | DatabaseException failed) {
            LOG.warn(
                    "What waits could not be sent; it is tried again: {}",
                    failed.getClass().getSimpleName());
        }
    }
}
