package sightline.console.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import sightline.core.kernel.AgencyId;
import sightline.feeds.Intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says for the demonstration's agencies that they are complete, on time for as long as it runs; all
 * but one, whose feed stays silent so that its page shows one.
 */
public final class DemoHeartbeats implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoHeartbeats.class);
    private static final int MINUTES = 60;

    /** How long the silent one has been so. */
    private static final Duration SILENCE = Duration.ofDays(9);

    private final Intake intake;
    private final List<AgencyId> senders;
    private final InstantSource clock;
    private final ScheduledExecutorService running =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private DemoHeartbeats(Intake intake, Collection<AgencyId> senders, InstantSource clock) {
        this.intake = intake;
        this.senders = senders.stream().filter(s -> !s.equals(silent(senders))).toList();
        this.clock = clock;
    }

    /** Sends them now and every hour until it is closed. */
    public static DemoHeartbeats start(
            Intake intake, Collection<AgencyId> senders, InstantSource clock) {
        var heartbeats = new DemoHeartbeats(intake, senders, clock);
        heartbeats.send();
        var _ =
                heartbeats.running.scheduleWithFixedDelay(
                        heartbeats::trySend, MINUTES, MINUTES, TimeUnit.MINUTES);
        return heartbeats;
    }

    /** The first heartbeats of a demonstration that was loaded up to a moment. */
    static void first(Intake intake, Collection<AgencyId> senders, Instant now) {
        new DemoHeartbeats(intake, senders, InstantSource.fixed(now)).send();
        send(intake, silent(senders), now.minus(SILENCE));
    }

    private void trySend() {
        try {
            send();
        } catch (DataAccessException failed) {
            LOG.warn(
                    "the demonstration's heartbeats were not taken; they are sent again: {}",
                    failed.getClass().getSimpleName());
        }
    }

    private void send() {
        var now = clock.instant();
        senders.forEach(sender -> send(intake, sender, now));
    }

    private static void send(Intake intake, AgencyId sender, Instant completeUpTo) {
        var body =
                """
                {"sender":"%1$s","id":"heartbeat-%2$s","kind":"heartbeat","body":{"completeUpTo":"%2$s"}}
                """
                        .formatted(sender, completeUpTo)
                        .strip();
        intake.receive(sender, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same one in every process. */
    private static AgencyId silent(Collection<AgencyId> senders) {
        return senders.stream().sorted().toList().getLast();
    }

    @Override
    public void close() {
        running.shutdownNow();
    }
}
