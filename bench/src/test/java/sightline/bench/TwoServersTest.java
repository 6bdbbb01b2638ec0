package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Two programs on one database: whichever holds the ledger's head is the leader. It stalls in the
 * middle of its transaction, is killed, and the other goes on where it was.
 */
final class TwoServersTest {
    private static final Logger LOG = LoggerFactory.getLogger(TwoServersTest.class);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration STALL = Duration.ofSeconds(2);
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final Families families = new Families(SEED, Instant.now());

    @Test
    void everyFactIsProjectedOnceWhileTheLeaderStallsAndIsKilled(@TempDir Path folder) {
        LOG.warn("two servers: seed {}", SEED);
        World world = families.world();
        try (Installation shared =
                Installation.make(folder.resolve("shared"), world.directory(), world.goLive())) {
            List<Traffic.Sent> acknowledged = together(shared);

            Agreement.assertAllThereOnce(shared, acknowledged, folder.resolve("calm"), world);
        }
    }

    private List<Traffic.Sent> together(Installation shared) {
        try (ServeProcess first = begin(shared, FIRST);
                ServeProcess second = begin(shared, SECOND);
                Senders senders =
                        new Senders(
                                shared,
                                families,
                                List.of(first.awaitServing(), second.awaitServing()),
                                SEED)) {
            senders.awaitAcknowledged(15, first, second);
            ServeProcess leader = stalledLeader(shared, first, second);
            ServeProcess other = leader == first ? second : first;
            long head = head(shared);
            int before = senders.acknowledged();
            senders.awaitAcknowledged(before + 5, other);
            LockSupport.parkNanos(STALL.toNanos());
            assertThat(head(shared)).as("nothing passes an open transaction").isEqualTo(head);

            leader.kill();
            awaitBeyond(shared, head);
            LOG.warn("two servers: the other took over after {} acknowledged", before);
            senders.sendTo(List.of(other.awaitServing()));
            try (ServeProcess back = begin(shared, "back")) {
                senders.sendTo(List.of(other.awaitServing(), back.awaitServing()));
                senders.awaitAcknowledged(senders.acknowledged() + 10, other, back);
                List<Traffic.Sent> kept = senders.finish();
                Contents.awaitRead(shared, PATIENCE);
                return kept;
            }
        }
    }

    private static ServeProcess begin(Installation shared, String name) {
        String url = shared.url() + "?ApplicationName=" + name;
        return ServeProcess.begin(shared.folder(), QUICK, List.of("--database-url", url));
    }

    /** Halts the one for whose open transaction the other waits. */
    private static ServeProcess stalledLeader(
            Installation shared, ServeProcess first, ServeProcess second) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> leader = leader(shared);
            if (leader.isPresent()) {
                ServeProcess process = leader.get().equals(FIRST) ? first : second;
                process.halt();
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                if (leader(shared).equals(leader)) {
                    LOG.warn(
                            "two servers: {} stalled while it held the ledger's head",
                            leader.get());
                    return process;
                }
                process.resume();
            }
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        }
        throw new AssertionError("no program ever waited for the other");
    }

    /** The program for whose transaction another waits. */
    private static Optional<String> leader(Installation shared) {
        try (Installation.Owner owner = shared.owner()) {
            return owner
                    .sql()
                    .sql(
                            """
                            SELECT holder.application_name FROM pg_stat_activity waiter
                              JOIN pg_stat_activity holder ON holder.pid = ANY (pg_blocking_pids(waiter.pid))
                             WHERE waiter.wait_event_type = 'Lock' AND waiter.query LIKE '%facts.head%'
                               AND holder.application_name IN ('first', 'second')
                               AND waiter.application_name <> holder.application_name
                            """)
                    .query((row, _) -> row.getString(1))
                    .list()
                    .stream()
                    .findFirst();
        }
    }

    private static long head(Installation shared) {
        try (Installation.Owner owner = shared.owner()) {
            return owner.sql().sql("SELECT position FROM facts.head").query(Long.class).single();
        }
    }

    private static void awaitBeyond(Installation shared, long head) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (head(shared) <= head) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody took over");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
