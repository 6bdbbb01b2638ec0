package sightline.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clears away the contexts of finished transactions, every ten minutes. */
final class ContextSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ContextSweep.class);
    private static final int MINUTES = 10;

    private final Transactions transactions;
    private @Nullable ScheduledExecutorService running;

    ContextSweep(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many contexts were cleared away. */
    long sweep() {
        return transactions.asJob(
                JobName.WATCH, sql -> sql.sql("SELECT access.sweep()").query(Long.class).single());
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
            var _ = running.scheduleWithFixedDelay(this::trySweep, 1, MINUTES, TimeUnit.MINUTES);
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

    private void trySweep() {
        try {
            sweep();
        } catch (DataAccessException | DatabaseException e) {
            LOG.warn("Finished contexts could not be cleared away; it is tried again.", e);
        }
    }
}
