package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.feeds.Post.POLICE;
import static sightline.feeds.Post.SCHOOL;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

final class FeedHealthsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final Transactions transactions = DATABASE.transactions();
    private final Secrets secrets = Secrets.throwAway();
    private Instant now = NINE;
    private final Intake intake = Intake.onClock(transactions, secrets, () -> now);
    private final Unread unread = new Unread(secrets);

    @BeforeEach
    void register() {
        var senders = new Senders(transactions);
        senders.register(
                new Sender(POLICE, LocalDate.of(2026, 1, 1), Optional.of(Set.of("arrest")), HOUR));
        senders.register(Sender.of(SCHOOL, LocalDate.of(2026, 1, 1), HOUR));
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
    void knowsThatASenderWasNeverHeard() {
        assertThat(police().freshness(now)).isEqualTo(new Freshness.NeverHeard());
        assertThat(all()).extracting(FeedHealth::sender).containsExactly(SCHOOL, POLICE);
    }

    @Test
    void believesASenderThatSaysItIsCompleteUntilItsPromiseIsBroken() {
        send(Post.numbered("m-1", 1), heartbeat("h-1", NINE, ",'lastNumber':1,'count':1"));

        assertThat(police().freshness(NINE.plus(HOUR))).isEqualTo(new Freshness.Fresh(NINE));
        assertThat(police().freshness(NINE.plus(HOUR).plusSeconds(1)))
                .isEqualTo(new Freshness.Stale(NINE));
    }

    @Test
    void callsASenderStaleThatSendsButDoesNotSayThatItIsComplete() {
        send(heartbeat("h-1", NINE, ""));
        now = NINE.plus(Duration.ofHours(4));
        send(Post.message("m-1"));

        assertThat(police().freshness(now)).isEqualTo(new Freshness.Stale(NINE));
    }

    @Test
    void callsASenderDownAfterThreeBrokenPromisesWithoutAWord() {
        send(heartbeat("h-1", NINE, ""));

        assertThat(police().freshness(NINE.plus(Duration.ofHours(3))))
                .isEqualTo(new Freshness.Stale(NINE));
        assertThat(police().freshness(NINE.plus(Duration.ofHours(3)).plusSeconds(1)))
                .isEqualTo(new Freshness.Down(NINE));
    }

    @Test
    void showsALostNumberAndSinceWhenItIsOwed() {
        send(Post.numbered("m-1", 1));
        now = NINE.plusSeconds(60);
        send(Post.numbered("m-4", 4), heartbeat("h-1", now, ",'lastNumber':6"));

        var health = police();

        assertThat(health.gaps()).containsExactly(new Gap(2, 3, now), new Gap(5, 6, now));
        assertThat(health.missing()).isEqualTo(4);
        assertThat(health.freshness(now)).isEqualTo(new Freshness.Incomplete(health.gaps(), 4));
    }

    @Test
    void closesAGapWhenItsMessagesCome() {
        send(Post.numbered("m-3", 3), heartbeat("h-1", NINE, ",'lastNumber':3"));
        assertThat(police().missing()).isEqualTo(2);

        send(Post.numbered("m-2", 2), Post.numbered("m-1", 1));

        assertThat(police().gaps()).isEmpty();
        assertThat(police().freshness(NINE)).isEqualTo(new Freshness.Fresh(NINE));
    }

    @Test
    void numbersInAnyOrderMakeOneRun() {
        var seed = Long.getLong("seed", 7L);
        var numbers = new ArrayList<Long>();
        for (var i = 1L; i <= 300; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(seed));
        var bodies = numbers.stream().map(n -> Post.numbered("m-" + n, n)).toList();

        for (var i = 0; i < 300; i += 50) {
            send(bodies.subList(i, i + 50).toArray(byte[][]::new));
        }

        assertThat(police().gaps()).as("seed %s", seed).isEmpty();
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT first_number || '-' || last_number FROM feeds.number_run")
                                .query(String.class)
                                .list())
                .containsExactly("1-300");
    }

    @Test
    void countsForASenderThatDoesNotNumberItsMessages() {
        send(Post.message("m-1"), heartbeat("h-1", NINE, ",'count':3"));

        assertThat(police().freshness(NINE)).isEqualTo(new Freshness.Incomplete(List.of(), 2));
    }

    @Test
    void anOlderHeartbeatThatComesLateChangesNothing() {
        send(heartbeat("h-2", NINE, ""), heartbeat("h-1", NINE.minus(HOUR), ""));

        assertThat(police().completeUpTo()).contains(NINE);
    }

    @Test
    void setsAsideAHeartbeatThatCannotBeBelieved() {
        send(heartbeat("h-1", NINE.plus(HOUR), ",'count':-1"));

        var health = police();

        assertThat(health.completeUpTo()).isEmpty();
        assertThat(health.quarantined()).isEqualTo(1);
        var listed =
                transactions.asJob(
                        JobName.WATCH,
                        sql ->
                                new Quarantine(transactions)
                                        .list(sql, Optional.of(POLICE), Optional.empty()));
        assertThat(listed.getFirst().problems())
                .extracting(Problem::field)
                .containsExactly("body.completeUpTo", "body.count");
    }

    @Test
    void neverHandsAHeartbeatOn() {
        intake.receive(POLICE, heartbeat("h-1", NINE, ""));

        assertThat(
                        transactions.<List<RawMessage>>asJob(
                                JobName.PIPELINE, sql -> unread.next(sql, 10)))
                .isEmpty();
    }

    @Test
    void countsWhatIsUnreadInConflictTooLargeAndUndeclared() {
        send(Post.message("m-1"));
        intake.receive(POLICE, Post.message("m-1", "other"));
        intake.refuse(POLICE, 2_000_000);
        intake.receive(POLICE, Post.message("m-2"));

        var health = police();

        assertThat(health.undeclared()).containsExactly("note");
        assertThat(health.conflicts()).isEqualTo(1);
        assertThat(health.tooLarge()).isEqualTo(1);
        assertThat(health.unread()).isEqualTo(1);
        assertThat(health.lastHeard()).contains(NINE);
    }

    private void send(byte[]... bodies) {
        intake.receiveAll(POLICE, List.of(bodies));
        while (readSome()) {
            // The pipeline, too, goes on until nothing waits.
        }
    }

    private boolean readSome() {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    var outcomes =
                            unread.next(sql, 1000).stream()
                                    .map(m -> new ReadOutcome(m.receiptId(), List.of()))
                                    .toList();
                    unread.read(sql, outcomes);
                    return !outcomes.isEmpty();
                });
    }

    private static byte[] heartbeat(String id, Instant completeUpTo, String rest) {
        return Post.heartbeat(id, completeUpTo.toString(), rest);
    }

    private FeedHealth police() {
        return transactions
                .<Optional<FeedHealth>>asJob(
                        JobName.WATCH, sql -> new FeedHealths().of(sql, POLICE))
                .orElseThrow();
    }

    private List<FeedHealth> all() {
        return transactions.asJob(JobName.WATCH, sql -> new FeedHealths().all(sql));
    }
}
