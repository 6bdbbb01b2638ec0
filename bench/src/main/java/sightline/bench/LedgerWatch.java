package sightline.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the ledger every few milliseconds and notes when each message's first fact could be
 * read. The facts, the alerts and the duties of a message are committed together, so that this is
 * also when its alert could be read.
 */
final class LedgerWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final int AT_ONCE = 5000;

    private final Installation.Owner owner;
    private final Map<UUID, Long> seen = new HashMap<>();
    private final Thread thread;
    private long position;
    private volatile boolean stopped;

    private LedgerWatch(Installation.Owner owner) {
        this.owner = owner;
        this.position =
                owner.sql().sql("SELECT position FROM facts.head").query(Long.class).single();
        this.thread = Thread.ofPlatform().daemon(true).name("ledger-watch").unstarted(this::watch);
    }

    /** Watches from here on. */
    static LedgerWatch of(Installation installation) {
        LedgerWatch watch = new LedgerWatch(installation.owner());
        watch.thread.start();
        return watch;
    }

    private record Row(long position, UUID message) {}

    private void watch() {
        while (!stopped) {
            if (look() == 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private int look() {
        List<Row> rows =
                owner.sql()
                        .sql(
                                """
                                SELECT position, message_key FROM facts.fact WHERE position > :after
                                 ORDER BY position LIMIT :limit
                                """)
                        .param("after", position)
                        .param("limit", AT_ONCE)
                        .query((row, _) -> new Row(row.getLong(1), row.getObject(2, UUID.class)))
                        .list();
        long now = System.nanoTime();
        synchronized (seen) {
            rows.forEach(row -> seen.putIfAbsent(row.message(), now));
        }
        if (!rows.isEmpty()) {
            position = rows.getLast().position();
        }
        return rows.size();
    }

    /** When each message could be read, by {@link System#nanoTime}. */
    Map<UUID, Long> seen() {
        synchronized (seen) {
            return Map.copyOf(seen);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        owner.close();
    }
}
