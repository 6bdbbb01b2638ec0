package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.audit.AuditExport;
import sightline.audit.AuditVerify;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.audit.Sequencer;
import sightline.audit.Verdict;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Catalogue;
import sightline.database.Backup;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A copy taken under load is one moment of the whole, and everything in it still proves itself. */
final class BackupTest {
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final List<AgencyId> SENDERS = List.of(HOSPITAL, CARE);

    private final TestDatabase live = TestDatabase.fresh();
    private final TestDatabase other = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Intake intake = Intake.onClock(live.transactions(), secrets, clock);
    private final Directory directory = ReplayDirectory.of(List.of(), SENDERS);
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());
    private final Facts facts = new Facts(secrets);
    private final Pipeline pipeline = pipeline(live);
    private final Journal journal = new Journal(secrets);
    private final Sequencer sequencer = new Sequencer(live.transactions(), secrets);

    @TempDir private Path folder;

    @BeforeEach
    void register() {
        new PostgresDirectory(live.transactions())
                .replace(ReplayDirectory.entries(List.of(), SENDERS));
        Senders senders = new Senders(live.transactions());
        SENDERS.forEach(
                s -> senders.register(Sender.of(s, LocalDate.of(2000, 1, 1), Duration.ofDays(1))));
    }

    @AfterEach
    void close() {
        live.close();
        other.close();
    }

    @Test
    void aCopyUnderLoadIsRestoredAndProvesItself() throws Exception {
        Path copy = folder.resolve("copy");
        copyUnderLoad(copy);

        Backup.Copied restored = Backup.restore(other.database(), copy);

        assertThat(restored.rows()).isGreaterThan(500);
        long position = number(other, "SELECT position FROM facts.head");
        assertThat(position)
                .isPositive()
                .isLessThan(number(live, "SELECT position FROM facts.head"));
        assertThat(number(other, "SELECT count(*) FROM facts.fact")).isEqualTo(position);
        assertThat(
                        number(
                                other,
                                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                        + " WHERE c.relrowsecurity AND NOT c.relforcerowsecurity"))
                .isZero();
        assertThat(differences(other)).isEmpty();
        new AuditExport(other.transactions()).to(folder.resolve("journal"));
        assertThat(new AuditVerify(sequencer.publicKey()).verify(folder.resolve("journal")))
                .isInstanceOfSatisfying(
                        Verdict.Sound.class, s -> assertThat(s.leaves()).isPositive());

        // It goes on where it was: what came in later can be sent again.
        Pipeline after = pipeline(other);
        Intake.onClock(other.transactions(), secrets, clock)
                .receive(HOSPITAL, message(100_000).getBytes(StandardCharsets.UTF_8));
        while (after.run().messages() > 0) {}
        assertThat(number(other, "SELECT position FROM facts.head")).isGreaterThan(position);
    }

    private void copyUnderLoad(Path copy) throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        CountDownLatch busy = new CountDownLatch(40);
        try (var pool = Executors.newFixedThreadPool(1)) {
            var load =
                    pool.submit(() -> {
                        for (int i = 0; goOn.get(); i++) {
                            work(i);
                            busy.countDown();
                        }
                        return true;
                    });
            busy.await();
            Backup.to(live.database(), copy);
            goOn.set(false);
            assertThat(load.get()).isTrue();
        }
        for (int i = 0; i < 10; i++) {
            work(10_000 + i);
        }
    }

    private void work(int number) {
        intake.receive(HOSPITAL, message(number).getBytes(StandardCharsets.UTF_8));
        pipeline.run();
        live.transactions()
                .asJob(JobName.WATCH, sql -> journal.write(sql, Entry.of(Event.VISIT, "a page")));
        sequencer.run();
    }

    @Test
    void aDatabaseThatIsInUseAndACopyThatWasChangedAreRefused() throws Exception {
        work(1);
        Path copy = folder.resolve("copy");
        Backup.to(live.database(), copy);

        assertThatThrownBy(() -> Backup.restore(live.database(), copy))
                .isInstanceOf(Backup.Refused.class)
                .hasMessageContaining("in use");
        assertThatThrownBy(() -> Backup.to(live.database(), copy))
                .isInstanceOf(Backup.Refused.class)
                .hasMessageContaining("not empty");
        turnABit(copy.resolve("facts.fact.copy.gz"));
        assertThatThrownBy(() -> Backup.restore(other.database(), copy))
                .isInstanceOf(Backup.Refused.class)
                .hasMessageContaining("not as it was written");
        assertThat(number(other, "SELECT count(*) FROM feeds.receipt")).isZero();
        assertThat(number(other, "SELECT count(*) FROM audit.writer")).isEqualTo(64);
    }

    private static void turnABit(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private List<Rebuild.Difference> differences(TestDatabase of) {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return new Rebuild(
                            of.transactions(),
                            shadow.transactions(),
                            secrets,
                            _ -> directory,
                            derivation)
                    .compare()
                    .differences();
        }
    }

    private Pipeline pipeline(TestDatabase of) {
        return new Pipeline(
                of.transactions(),
                new Unread(secrets),
                facts,
                new Identities(secrets, facts),
                _ -> directory,
                derivation,
                clock);
    }

    private static String message(int number) {
        return """
        {"sender":"northton-hospital","id":"m%1$d","sentAt":"2026-03-02T09:00:00Z","kind":"injury-observed",
        "when":"2026-03-02","people":[{"role":"subject","localId":"c%1$d",
        "names":[{"given":"Robin%1$d","family":"Vale%1$d"}],"dateOfBirth":"2025-11-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}}
        """
                .formatted(number);
    }

    private static long number(TestDatabase of, String sql) {
        return of.owner().sql(sql).query(Long.class).single();
    }
}
