package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import sightline.core.directory.AgencyType;
import sightline.database.Database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code kill -9} of the program and of its database, at random moments under load: what was
 * acknowledged is there, once, with everything that follows. A database that does not wait for the
 * disk loses some, and is found out.
 */
@Tag("ci")
final class KillTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int KILLS = Sizes.of(1, 20, 100);

    /** At least so many drafts and answers before each. */
    private static final int SAVES = Sizes.of(15, 25, 25);

    private static final int WRITERS_KILLS = Sizes.of(1, 20, 100);

    /** Soon started rather than fast for long. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Who is killed, by turns; every day both at once. */
    private enum Victim {
        BOTH,
        DATABASE,
        PROGRAM
    }

    private final Random random = new Random(SEED);
    private final Families families = new Families(SEED, Instant.now());

    @Test
    void whatWasAcknowledgedIsThereOnceWithWhatFollows(@TempDir Path folder) {
        LOG.warn("kill: {} kills, seed {}", KILLS, SEED);
        World world = families.world();
        try (Installation killed =
                Installation.make(folder.resolve("killed"), world.directory(), world.goLive())) {
            List<Traffic.Sent> acknowledged = underFire(killed);
            Agreement.assertAllThereOnce(killed, acknowledged, folder.resolve("calm"), world);
        }
    }

    /** Returns what was acknowledged before, between and after the kills. */
    private List<Traffic.Sent> underFire(Installation installation) {
        ServeProcess server = ServeProcess.start(installation.folder(), QUICK, List.of());
        try (Senders senders =
                new Senders(installation, families, List.of(server.awaitServing()), SEED)) {
            int before = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                senders.awaitAcknowledged(before + 5, server);
                LockSupport.parkNanos(Duration.ofMillis(random.nextLong(1500)).toNanos());
                Victim victim = Victim.values()[kill % Victim.values().length];
                before = senders.acknowledged();
                LOG.warn("kill {}: {} after {} acknowledged", kill + 1, victim, before);
                server = kill(victim, installation, server);
                senders.sendTo(List.of(server.awaitServing()));
            }
            senders.awaitAcknowledged(before + 5, server);
            List<Traffic.Sent> kept = senders.finish();
            LOG.warn("kill: {} acknowledged, {} sent again", kept.size(), senders.retries());
            Contents.awaitRead(installation, PATIENCE);
            return kept;
        } finally {
            server.close();
        }
    }

    private static ServeProcess kill(Victim victim, Installation where, ServeProcess server) {
        if (victim != Victim.PROGRAM) {
            killDatabase(where);
        }
        if (victim == Victim.DATABASE) {
            where.startDatabaseAgain();
            return server;
        }
        server.kill();
        ServeProcess next = ServeProcess.start(where.folder(), QUICK, List.of());
        where.startDatabaseAgain();
        return next;
    }

    private static void killDatabase(Installation installation) {
        ProcessHandle postmaster = installation.postmaster();
        List<ProcessHandle> whole = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        whole.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        whole.forEach(process -> process.onExit().join());
    }

    /** Drafts and answers of one worker, who writes on while the program is killed under them. */
    @Test
    void whatAPageSaidIsKeptIsThereAfterTheProgramWasKilled(@TempDir Path folder) {
        World world = families.world();
        Childhood child = new Childhood(world, 10);
        try (Installation installation =
                Installation.make(folder.resolve("written"), world.directory(), world.goLive())) {
            try (Database database = installation.open()) {
                History live = new History(installation, database, InstantSource.system(), _ -> {});
                child.messages().forEach(live::keep);
                live.follow();
            }
            Reader.register(installation, world.first(AgencyType.CHILDRENS_SOCIAL_CARE));
            String set =
                    "/children/"
                            + Crowded.person(installation, child)
                            + "/assessments/assessment-triangle";
            int kept =
                    new Writer(installation, QUICK, set, SEED).writesThrough(WRITERS_KILLS, SAVES);
            LOG.warn("kill: {} drafts and answers that a page said were kept are there", kept);
        }
    }

    /** The control: without this, the test above might pass on a system that loses messages. */
    @Test
    void aDatabaseThatDoesNotWaitForTheDiskIsFoundOut(@TempDir Path folder) {
        World world = families.world();
        try (Installation careless =
                Installation.make(folder.resolve("careless"), world.directory(), world.goLive())) {
            careless.stopWaitingForTheDisk();
            try (ServeProcess server = ServeProcess.start(careless.folder(), QUICK, List.of());
                    Senders senders =
                            new Senders(careless, families, List.of(server.awaitServing()), SEED)) {
                senders.awaitAcknowledged(40, server);
                killDatabase(careless);
                server.kill();
                careless.startDatabaseAgain();
                List<Traffic.Sent> acknowledged = senders.soFar();

                List<String> lost = Agreement.lost(careless, acknowledged);
                LOG.warn(
                        "control: {} of {} acknowledged were lost",
                        lost.size(),
                        acknowledged.size());
                assertThat(lost).isNotEmpty();
            }
        }
    }
}
