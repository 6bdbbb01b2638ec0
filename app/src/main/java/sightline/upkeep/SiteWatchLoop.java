package sightline.upkeep;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import sightline.core.upkeep.SiteChange;
import sightline.database.DatabaseException;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every few seconds for as long as the program runs. */
final class SiteWatchLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SiteWatchLoop.class);
    private static final int SECONDS = 10;

    private final SiteWatch watch;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService running;

    SiteWatchLoop(SiteWatch watch, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
            var _ = running.scheduleWithFixedDelay(this::tryLook, 1, SECONDS, TimeUnit.SECONDS);
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

    private void tryLook() {
        try {
            for (SiteChange change : watch.look(clock.instant())) {
                LOG.info(
                        "site duty {}: {} on rung {}",
                        change.duty(),
                        change.what().slug(),
                        change.level());
            }
        } catch (DataAccessException | DatabaseException failed) {
            LOG.warn(
                    "The sources could not be looked at; it is tried again: {}",
                    failed.getClass().getSimpleName());
        }
    }
}
