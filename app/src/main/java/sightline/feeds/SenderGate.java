package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.database.Transactions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets senders in by their bearer key, and counts those who are nobody. A key that was ended keeps
 * opening for at most {@value #REMEMBERED_SECONDS} seconds. Safe for many threads.
 */
public final class SenderGate {
    private static final long REMEMBERED_SECONDS = 5;
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(REMEMBERED_SECONDS).toNanos();
    private static final long FLUSH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String SCHEME = "Bearer ";
    private static final int HEADER_MAX = 200;

    private record Remembered(Admitted admitted, long atNanos) {}

    private final Transactions transactions;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong strangers = new AtomicLong();
    private final ReentrantLock flushing = new ReentrantLock();
    private volatile long flushedAtNanos = System.nanoTime() - FLUSH_NANOS;

    /** A gate to the database that these transactions reach. */
    public SenderGate(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Who holds the bearer key, if anybody does.
     *
     * @param authorization the value of the header, as it came
     */
    public Optional<Admitted> admit(String authorization) {
        if (!authorization.startsWith(SCHEME) || authorization.length() > HEADER_MAX) {
            return Optional.empty();
        }
        var hash = new BearerKey(authorization.substring(SCHEME.length()).strip()).hash();
        var name = Bytes.hex(hash);
        var known = remembered.get(name);
        if (known != null && System.nanoTime() - known.atNanos() < REMEMBERED_NANOS) {
            return Optional.of(known.admitted());
        }
        var found = transactions.<Optional<Admitted>>asIntake(sql -> find(sql, hash));
        found.ifPresentOrElse(
                admitted -> remembered.put(name, new Remembered(admitted, System.nanoTime())),
                () -> remembered.remove(name));
        return found;
    }

    /**
     * Counts a request that was refused because nobody had signed in for it. Written down at most
     * once a second, so that a flood of them costs the database nothing.
     */
    public void countStranger() {
        strangers.incrementAndGet();
        if (System.nanoTime() - flushedAtNanos >= FLUSH_NANOS && flushing.tryLock()) {
            try {
                flush();
            } finally {
                flushing.unlock();
            }
        }
    }

    /** Writes down what was counted. */
    public void flush() {
        var times = strangers.getAndSet(0);
        flushedAtNanos = System.nanoTime();
        if (times == 0) {
            return;
        }
        transactions.asIntake(sql ->
                sql.sql(
                                """
                                INSERT INTO feeds.stranger AS s (hour, times)
                                VALUES (date_trunc('hour', now()), :times)
                                ON CONFLICT (hour) DO UPDATE SET times = s.times + excluded.times
                                """)
                        .param("times", times)
                        .update());
    }

    private static Optional<Admitted> find(JdbcClient sql, byte[] hash) {
        var agency =
                sql.sql(
                                """
                                SELECT agency FROM feeds.sender_key
                                 WHERE kind = 'bearer' AND value = :hash AND ended_at IS NULL
                                """)
                        .param("hash", hash)
                        .query(String.class)
                        .optional();
        return agency.map(id -> new Admitted(new AgencyId(id), publicKeys(sql, id)));
    }

    private static List<byte[]> publicKeys(JdbcClient sql, String agency) {
        return sql.sql(
                        """
                        SELECT value FROM feeds.sender_key
                         WHERE kind = 'ed25519' AND agency = :agency AND ended_at IS NULL ORDER BY key_id
                        """)
                .param("agency", agency)
                .query((row, _) -> row.getBytes("value"))
                .list();
    }
}
