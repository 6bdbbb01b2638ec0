package sightline.bench;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends live messages at a rate, and finds when each was acknowledged and when it could be read.
 */
final class LoadRun {
    private static final double MARKS = 0.05;
    private static final double HUBS = 0.01;

    /** What a message is, for telling figures apart. */
    enum Sort {
        LIFE,
        MARK,
        HUB
    }

    private record Acknowledged(Sort sort, long at) {}

    private final Installation installation;
    private final World world;
    private final Iterator<Traffic.Sent> life;
    private final Random random;
    private final URI server;
    private final Map<UUID, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    LoadRun(
            Installation installation,
            World world,
            Iterator<Traffic.Sent> life,
            long seed,
            URI server) {
        this.installation = installation;
        this.world = world;
        this.life = life;
        this.random = new Random(seed);
        this.server = server;
    }

    /**
     * What a run came to.
     *
     * @param bySort from acknowledged to readable
     * @param sent how many were sent
     * @param refused how many were not acknowledged
     * @param unread how many were never seen in the ledger
     * @param sending how long sending took
     * @param current until everything acknowledged could be read, counted from the last one sent
     */
    record Outcome(
            Map<Sort, Latencies> bySort,
            int sent,
            int refused,
            int unread,
            Duration sending,
            Duration current) {
        Outcome {
            bySort = Map.copyOf(bySort);
        }
    }

    /** Sends at a steady rate, whatever the answers take. */
    Outcome at(int perSecond, Duration howLong, Duration patience) {
        int count = Math.toIntExact(perSecond * howLong.toMillis() / 1000);
        try (LedgerWatch watch = LedgerWatch.of(installation);
                Poster poster = new Poster(Duration.ofSeconds(60));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            int sent = 0;
            for (; sent < count; sent++) {
                Work work = next();
                long due = start + sent * 1_000_000_000L / perSecond;
                long early = due - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                }
                threads.execute(() -> post(poster, work));
            }
            long ended = System.nanoTime();
            Map<UUID, Long> seen = awaitRead(watch, sent, patience);
            return outcome(sent, ended - start, System.nanoTime() - ended, seen);
        }
    }

    /** Keeps some hundred messages waiting, and counts how many became readable. */
    double most(Duration howLong) {
        try (LedgerWatch watch = LedgerWatch.of(installation);
                Installation.Owner owner = installation.owner();
                Poster poster = new Poster(Duration.ofSeconds(60));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            long end = start + howLong.toNanos();
            while (System.nanoTime() < end) {
                long waiting =
                        owner.sql()
                                .sql("SELECT count(*) FROM feeds.unread")
                                .query(Long.class)
                                .single();
                for (long more = waiting; more < 400; more++) {
                    Work work = next();
                    threads.execute(() -> post(poster, work));
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            return watch.seen().size() * 1e9 / (System.nanoTime() - start);
        }
    }

    private record Work(Sort sort, Traffic.Sent message) {}

    /** The next message; where no more life is left, marks take its place. */
    private Work next() {
        double chance = random.nextDouble();
        if (chance < HUBS) {
            return new Work(Sort.HUB, world.atHub());
        }
        return chance < HUBS + MARKS || !life.hasNext()
                ? new Work(Sort.MARK, world.mark())
                : new Work(Sort.LIFE, life.next());
    }

    private void post(Poster poster, Work work) {
        Traffic.Sent message = work.message();
        if (poster.post(server, installation.sender(message.sender()), message.bytes())) {
            acknowledged.put(
                    RecordKey.of(new SourceRecord(message.sender(), message.id())),
                    new Acknowledged(work.sort(), System.nanoTime()));
        } else {
            refused.incrementAndGet();
        }
    }

    private Map<UUID, Long> awaitRead(LedgerWatch watch, int sent, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Map<UUID, Long> seen = watch.seen();
        while (System.nanoTime() < end
                && (acknowledged.size() + refused.get() < sent
                        || !seen.keySet().containsAll(acknowledged.keySet()))) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            seen = watch.seen();
        }
        return seen;
    }

    private Outcome outcome(int sent, long sending, long current, Map<UUID, Long> seen) {
        Map<Sort, Latencies> bySort = new HashMap<>();
        for (Sort sort : Sort.values()) {
            bySort.put(sort, new Latencies());
        }
        int unread = 0;
        for (var each : acknowledged.entrySet()) {
            Long at = seen.get(each.getKey());
            if (at == null) {
                unread++;
            } else {
                Latencies of = bySort.get(each.getValue().sort());
                if (of != null) {
                    of.add(at - each.getValue().at());
                }
            }
        }
        acknowledged.clear();
        return new Outcome(
                bySort,
                sent,
                refused.getAndSet(0),
                unread,
                Duration.ofNanos(sending),
                Duration.ofNanos(current));
    }
}
