package sightline.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Agencies that send without a pause, each message again and again, to one server or the other,
 * until one says that it is kept.
 */
final class Senders implements AutoCloseable {
    private static final int THREADS = 6;
    private static final Duration PAUSE = Duration.ofMillis(Sizes.of(300, 100, 50));

    private final Installation installation;
    private final AtomicReference<List<URI>> servers;
    private final Poster poster = new Poster(Duration.ofSeconds(4));
    private final ConcurrentLinkedQueue<Traffic.Sent> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger retries = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean givingUp;

    Senders(Installation installation, Families families, List<URI> servers, long seed) {
        this.installation = installation;
        this.servers = new AtomicReference<>(List.copyOf(servers));
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(seed + i);
            Families.Stream own = families.stream(i);
            threads.add(Thread.ofPlatform().name("sender-" + i).start(() -> send(own, random)));
        }
    }

    /** From now on they send there. */
    void sendTo(List<URI> addresses) {
        servers.set(List.copyOf(addresses));
    }

    private void send(Families.Stream own, Random random) {
        while (!stopping) {
            Traffic.Sent message = own.next();
            while (!posted(message, random) && !givingUp) {
                retries.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean posted(Traffic.Sent message, Random random) {
        List<URI> at = servers.get();
        boolean answered =
                poster.post(
                        at.get(random.nextInt(at.size())),
                        installation.sender(message.sender()),
                        message.bytes());
        if (answered) {
            kept.add(message);
        }
        return answered;
    }

    /** How many were acknowledged so far. */
    int acknowledged() {
        return kept.size();
    }

    /** Waits until so many were acknowledged, as long as any of these still runs. */
    void awaitAcknowledged(int count, ServeProcess... by) {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (acknowledged() < count) {
            if (System.nanoTime() > end || Stream.of(by).noneMatch(ServeProcess::runs)) {
                throw new AssertionError(
                        Stream.of(by)
                                .map(server ->
                                        "a server that runs: "
                                                + server.runs()
                                                + ", said:\n"
                                                + server.output())
                                .collect(
                                        Collectors.joining(
                                                "\n", "nothing is acknowledged any more; ", "")));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** How often a message had to be sent again. */
    int retries() {
        return retries.get();
    }

    /** What was acknowledged so far. */
    List<Traffic.Sent> soFar() {
        return List.copyOf(kept);
    }

    /** Takes no further message, gets every last one acknowledged, and says which were. */
    List<Traffic.Sent> finish() {
        stopping = true;
        join();
        return List.copyOf(kept);
    }

    private void join() {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        givingUp = true;
        poster.close();
        join();
    }
}
