package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.feeds.Post.POLICE;
import static sightline.feeds.Post.SCHOOL;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.access.UserId;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

final class BreakerTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Transactions transactions = DATABASE.transactions();
    private final Secrets secrets = Secrets.throwAway();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Intake intake = Intake.onClock(transactions, secrets, () -> now);
    private final Unread unread = new Unread(secrets);
    private final Pauses pauses = new Pauses(transactions, BreakerLimits.DEFAULT);
    private int sent;

    @BeforeEach
    void register() {
        var senders = new Senders(transactions);
        for (var sender : List.of(POLICE, SCHOOL)) {
            senders.register(Sender.of(sender, LocalDate.of(2026, 1, 1), Duration.ofDays(300)));
        }
    }

    @AfterEach
    void empty() {
        Post.empty(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aSenderWhoseMessagesFailIsPausedAndTheOthersGoOn() {
        send(POLICE, 20, "bad");
        assertThat(readAll()).isEqualTo(20);
        assertThat(health(POLICE).paused()).isPresent();

        send(POLICE, 5, "good");
        send(SCHOOL, 3, "good");

        assertThat(readAll()).isEqualTo(3);
        assertThat(health(POLICE).held()).isEqualTo(5);
        assertThat(health(POLICE).freshness(now)).isInstanceOf(Freshness.Stale.class);
        assertThat(health(SCHOOL).paused()).isEmpty();
        assertThat(states(POLICE)).containsOnly("received", "quarantined");
    }

    @Test
    void aSenderOfWhatIsNoMessageIsPausedTooAndReadAgainAfterwards() {
        for (int i = 0; i < 20; i++) {
            intake.receive(POLICE, ("not JSON " + i).getBytes(StandardCharsets.UTF_8));
        }
        send(POLICE, 5, "good");
        send(SCHOOL, 3, "good");

        assertThat(readAll()).isEqualTo(3);
        assertThat(health(POLICE).paused()).isPresent();
        assertThat(health(POLICE).held()).isEqualTo(5);

        assertThat(pauses.release(POLICE, new UserId("steward"))).isTrue();
        assertThat(readAll()).isEqualTo(5);
        assertThat(health(POLICE).paused()).isEmpty();
    }

    @Test
    void aFewOfThemPauseNobody() {
        for (int i = 0; i < 19; i++) {
            intake.receive(POLICE, ("not JSON " + i).getBytes(StandardCharsets.UTF_8));
        }
        send(POLICE, 5, "good");

        assertThat(readAll()).isEqualTo(5);
        assertThat(health(POLICE).paused()).isEmpty();
    }

    @Test
    void aFewFailuresAmongManyPauseNobody() {
        send(POLICE, 1500, "good");
        send(POLICE, 25, "bad");

        readAll();

        assertThat(health(POLICE).paused()).isEmpty();
    }

    @Test
    void failuresOfAnotherHourDoNotCount() {
        send(POLICE, 15, "bad");
        readAll();
        now = now.plus(Duration.ofHours(1));
        send(POLICE, 15, "bad");
        readAll();

        assertThat(health(POLICE).paused()).isEmpty();
    }

    @Test
    void aNamedPersonReleasesItAndEverythingHeldIsReadInItsOrder() {
        send(POLICE, 20, "bad");
        readAll();
        send(POLICE, 5, "good");
        readAll();

        assertThat(pauses.release(POLICE, new UserId("steward"))).isTrue();
        assertThat(pauses.release(POLICE, new UserId("steward"))).isFalse();

        var read = new ArrayList<Long>();
        transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        unread.next(sql, 100).stream()
                                .map(m -> read.add(m.receiptId().value()))
                                .toList());
        assertThat(read).hasSize(5).isSorted();
        assertThat(health(POLICE).paused()).isEmpty();
        assertThat(count("feeds.pause WHERE released_by = 'steward'")).isEqualTo(1);
    }

    @Test
    void aProbeThatCanBeReadReleasesIt() {
        send(POLICE, 20, "bad");
        readAll();
        send(POLICE, 30, "good");
        assertThat(readAll()).isZero();

        probeIsDue();

        assertThat(readAll()).isEqualTo(30);
        assertThat(health(POLICE).paused()).isEmpty();
        assertThat(count("feeds.pause WHERE released_at IS NOT NULL AND released_by IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void aProbeThatFailsKeepsItPausedAndWaitsLonger() {
        send(POLICE, 20, "bad");
        readAll();
        send(POLICE, 30, "bad");
        probeIsDue();

        assertThat(readAll()).isEqualTo(BreakerLimits.DEFAULT.probe());

        assertThat(health(POLICE).paused()).isPresent();
        assertThat(health(POLICE).held()).isEqualTo(20);
        assertThat(count("feeds.pause WHERE probe_at > now() + interval '19 minutes'"))
                .isEqualTo(1);
    }

    @Test
    void nothingAcknowledgedIsLostHoweverOftenItIsPaused() {
        for (var round = 0; round < 6; round++) {
            send(POLICE, 30, round % 2 == 0 ? "bad" : "good");
            readAll();
            probeIsDue();
            readAll();
        }
        pauses.release(POLICE, new UserId("steward"));
        readAll();
        pauses.release(POLICE, new UserId("steward"));
        readAll();

        assertThat(count("feeds.receipt WHERE state = 'read'")).isEqualTo(90);
        assertThat(
                        count("feeds.receipt WHERE state = 'quarantined'")
                                + count("feeds.held")
                                + count("feeds.unread"))
                .isEqualTo(90);
    }

    private void probeIsDue() {
        DATABASE.owner().sql("UPDATE feeds.pause SET probe_at = now() - interval '1 s'").update();
    }

    private void send(AgencyId sender, int count, String words) {
        var bodies = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            bodies.add(
                    Post.json("{'id':'m-%d','kind':'note','words':'%s'}".formatted(sent++, words)));
        }
        for (var from = 0; from < count; from += 1000) {
            intake.receiveAll(sender, bodies.subList(from, Math.min(count, from + 1000)));
        }
    }

    /** How many were taken. A message that says that it is bad is set aside. */
    private int readAll() {
        var taken = 0;
        for (var some = readSome(); some > 0; some = readSome()) {
            taken += some;
        }
        return taken;
    }

    private int readSome() {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    var messages = unread.next(sql, 100);
                    var good = new ArrayList<ReadOutcome>();
                    for (var message : messages) {
                        if (new String(message.body(), java.nio.charset.StandardCharsets.UTF_8)
                                .contains("bad")) {
                            unread.quarantine(
                                    sql,
                                    message.receiptId(),
                                    List.of(new Problem("words", "they are bad", "mend them")),
                                    List.of(),
                                    Sensitivity.EVENT);
                        } else {
                            good.add(new ReadOutcome(message.receiptId(), List.of()));
                        }
                    }
                    unread.read(sql, good);
                    return messages.size();
                });
    }

    private FeedHealth health(AgencyId sender) {
        return transactions
                .asJob(JobName.WATCH, sql -> new FeedHealths().of(sql, sender))
                .orElseThrow();
    }

    private List<String> states(AgencyId sender) {
        return DATABASE.owner()
                .sql("SELECT state FROM feeds.receipt WHERE sender = :sender")
                .param("sender", sender.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long count(String table) {
        return DATABASE.owner().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
