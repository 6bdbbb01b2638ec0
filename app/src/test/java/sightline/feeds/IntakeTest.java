package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static sightline.feeds.Post.POLICE;
import static sightline.feeds.Post.SCHOOL;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import sightline.access.UserId;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.database.DatabaseException;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

final class IntakeTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final Transactions transactions = DATABASE.transactions();
    private final Secrets secrets = Secrets.throwAway();
    private final Intake intake = Intake.of(transactions, secrets);
    private final Unread unread = new Unread(secrets);
    private final Quarantine quarantine = new Quarantine(transactions);

    @AfterEach
    void empty() {
        Post.empty(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsAMessageAndGivesItBackToBeRead() {
        var body = Post.message("m-1", "Ünïcode");

        var receipt = kept(intake.receive(POLICE, body));

        assertThat(receipt.message()).contains(new MessageId("m-1"));
        assertThat(receipt.readable()).isTrue();
        var waiting = next();
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().body()).isEqualTo(body);
        assertThat(waiting.getFirst().receiptId()).isEqualTo(receipt.id());
        assertThat(waiting.getFirst().sender()).isEqualTo(POLICE);
        assertThat(waiting.getFirst().kind()).contains("note");
        assertThat(waiting.getFirst().received()).isEqualTo(receipt.received());
    }

    @Test
    void givesTheSameReceiptForTheSameMessageForEver() {
        var first = kept(intake.receive(POLICE, Post.message("m-1")));
        read(first);

        var again = intake.receive(POLICE, Post.message("m-1"));

        assertThat(again).isEqualTo(new Answer.KeptBefore(first));
        assertThat(next()).isEmpty();
    }

    @Test
    void aProcessThatStallsInItsTransactionHoldsNobodyUpForLong() throws Exception {
        kept(intake.receive(POLICE, Post.message("m-0")));
        var stored = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> stalled = threads.submit(() -> storesAndStalls(stored, goOn));
            stored.await();
            Future<Boolean> sameKey = threads.submit(() -> isTaken("m-1"));
            var began = System.nanoTime();
            kept(intake.receive(SCHOOL, Post.message("m-2")));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("a sender waits four seconds at the most")
                    .isLessThan(Duration.ofSeconds(4));

            assertThat(sameKey.get()).as("nothing is known of that message yet").isFalse();
            var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            var taken = false;
            while (!taken && System.nanoTime() < end) {
                taken = isTaken("m-1");
            }
            assertThat(taken).as("the database ends what stalls").isTrue();
            goOn.countDown();
            assertThatThrownBy(stalled::get).isInstanceOf(ExecutionException.class);
        }
    }

    private boolean storesAndStalls(CountDownLatch stored, CountDownLatch goOn) {
        var arrival = Arrival.bySystem(POLICE, Post.message("m-1"));
        return transactions.asIntake(sql -> {
            new Storing(new MessageSeal(secrets), Optional.empty()).store(sql, List.of(arrival));
            stored.countDown();
            try {
                return goOn.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private boolean isTaken(String id) {
        try {
            return intake.receive(POLICE, Post.message(id)) instanceof Answer.Kept;
        } catch (DataAccessException | DatabaseException _) {
            return false;
        }
    }

    @Test
    void keepsIdsOfDifferentSendersApart() {
        var police = kept(intake.receive(POLICE, Post.message("m-1")));
        var school = kept(intake.receive(SCHOOL, Post.message("m-1")));

        assertThat(police.id()).isNotEqualTo(school.id());
    }

    @Test
    void storesTheSameMessageSentSixtyFourTimesAtOnceOnce() throws Exception {
        var barrier = new CyclicBarrier(64);
        var answers = new ArrayList<Future<Answer>>();
        var elsewhere = Intake.of(transactions, secrets);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 64; i++) {
                var process = i % 2 == 0 ? intake : elsewhere;
                answers.add(
                        threads.submit(() -> {
                            barrier.await();
                            return process.receive(POLICE, Post.message("m-1"));
                        }));
            }
        }

        var receipts = new ArrayList<Receipt>();
        var fresh = 0;
        for (var answer : answers) {
            switch (answer.get()) {
                case Answer.Kept(var receipt) -> {
                    receipts.add(receipt);
                    fresh++;
                }
                case Answer.KeptBefore(var receipt) -> receipts.add(receipt);
                case Answer.Conflicting _, Answer.TooLarge _ -> throw new AssertionError();
            }
        }
        assertThat(receipts).hasSize(64).containsOnly(receipts.getFirst());
        assertThat(fresh).isEqualTo(1);
        assertThat(next()).hasSize(1);
    }

    @Test
    void keepsOtherBytesUnderAUsedIdAndTellsOfThem() {
        var first = kept(intake.receive(POLICE, Post.message("m-1", "one")));

        var answer = intake.receive(POLICE, Post.message("m-1", "two"));
        intake.receive(POLICE, Post.message("m-1", "two"));

        assertThat(answer).isEqualTo(new Answer.Conflicting(first));
        assertThat(next()).hasSize(1);
        assertThat(count("feeds.conflict WHERE times = 2")).isEqualTo(1);
        assertThat(count("feeds.conflict_raw")).isEqualTo(1);
    }

    @Test
    void answersDuplicatesWithinABatchInTheirOrder() {
        var answers =
                intake.receiveAll(
                        POLICE,
                        List.of(
                                Post.message("m-1", "one"),
                                Post.message("m-1", "one"),
                                Post.message("m-1", "two"),
                                Post.message("m-2")));

        var receipt = kept(answers.getFirst());
        assertThat(answers.get(1)).isEqualTo(new Answer.KeptBefore(receipt));
        assertThat(answers.get(2)).isEqualTo(new Answer.Conflicting(receipt));
        assertThat(answers.get(3)).isInstanceOf(Answer.Kept.class);
    }

    @Test
    void setsAsideWhatIsNoJsonOrHasNoIdUnderItsHash() {
        for (var bad :
                List.of(
                        "not json",
                        "",
                        "[]",
                        "{\"id\":",
                        "{\"id\":\"a\"} {}",
                        "{\"kind\":\"note\"}",
                        "{\"id\":7}",
                        "{\"id\":\"\"}",
                        "{\"id\":\" a\"}",
                        "{\"id\":\"a\\u0000b\"}",
                        "{\"id\":\"\\ud800\"}",
                        "{\"id\":\"a\",\"id\":\"b\"}",
                        "{\"id\":\"" + "x".repeat(129) + "\"}",
                        "[".repeat(5000))) {
            var receipt = kept(intake.receive(POLICE, bad.getBytes(StandardCharsets.UTF_8)));

            assertThat(receipt.message()).isEmpty();
            assertThat(receipt.readable()).isFalse();
            assertThat(intake.receive(POLICE, bad.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Answer.KeptBefore(receipt));
            var state = intake.state(POLICE, receipt.id()).orElseThrow();
            assertThat(state.word()).isEqualTo(MessageState.Word.QUARANTINED);
            assertThat(state.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.fix()).isNotBlank());
        }
        assertThat(next()).isEmpty();
    }

    @Test
    void takesNoHarmFromOddEnvelopes() {
        for (var odd :
                List.of(
                        "{\"id\":\"a\",\"number\":99999999999999999999999999}",
                        "{\"id\":\"b\",\"number\":-1,\"kind\":7}",
                        "{\"id\":\"c\",\"kind\":{\"id\":\"x\"},\"people\":[{\"id\":\"y\"}]}",
                        "{\"id\":\"d\",\"kind\":\"no such KIND\",\"number\":\"1\"}",
                        "{\"id\":\"sha256:æøå 中文\",\"kind\":null}")) {
            assertThat(kept(intake.receive(POLICE, odd.getBytes(StandardCharsets.UTF_8))))
                    .matches(Receipt::readable);
        }
        assertThat(next()).hasSize(5).allMatch(message -> message.kind().isEmpty());
    }

    @Test
    void refusesWhatIsTooLargeAndRecordsItsSize() {
        var answer = intake.receive(POLICE, new byte[Intake.MESSAGE_BYTES_MAX + 1]);

        assertThat(answer).isEqualTo(new Answer.TooLarge(Intake.MESSAGE_BYTES_MAX + 1));
        assertThat(count("feeds.refusal WHERE size = 1048577")).isEqualTo(1);
        assertThat(count("feeds.receipt")).isZero();
    }

    @Test
    void takesAMessageOfTheLargestSize() {
        var start = "{\"id\":\"big\",\"x\":\"";
        var body = start + "y".repeat(Intake.MESSAGE_BYTES_MAX - start.length() - 2) + "\"}";

        kept(intake.receive(POLICE, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(next().getFirst().body()).hasSize(Intake.MESSAGE_BYTES_MAX);
    }

    @Test
    void tellsTheStateToNobodyButTheSender() {
        var receipt = kept(intake.receive(POLICE, Post.message("m-1")));

        assertThat(intake.state(POLICE, receipt.id()).orElseThrow().word())
                .isEqualTo(MessageState.Word.RECEIVED);
        assertThat(intake.state(SCHOOL, receipt.id())).isEmpty();

        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    unread.read(sql, List.of(new ReadOutcome(receipt.id(), List.of("a note"))));
                    return true;
                });
        var state = intake.state(POLICE, receipt.id()).orElseThrow();
        assertThat(state.word()).isEqualTo(MessageState.Word.READ);
        assertThat(state.notes()).containsExactly("a note");
    }

    @Test
    void keepsNothingReadableInTheTables() {
        intake.receive(POLICE, Post.message("m-1", "Zanzibar"));

        var found =
                DATABASE.owner()
                        .sql(
                                "SELECT count(*) FROM feeds.raw_message WHERE position('Zanzibar'::bytea IN sealed) > 0")
                        .query(Long.class)
                        .single();
        assertThat(found).isZero();
    }

    @Test
    void endsTheContentButNotTheReceiptOnErasure() {
        var receipt = kept(intake.receive(POLICE, Post.message("m-1")));
        intake.receive(POLICE, Post.message("m-1", "other"));

        var ended =
                transactions.asEraser(sql ->
                        new Erasure()
                                .destroy(
                                        sql,
                                        List.of(new MessageRef(POLICE, new MessageId("m-1")))));

        assertThat(ended).isEqualTo(1);
        assertThat(
                        count("feeds.raw_key")
                                + count("feeds.raw_message")
                                + count("feeds.conflict_raw"))
                .isZero();
        assertThat(intake.receive(POLICE, Post.message("m-1")))
                .isEqualTo(new Answer.KeptBefore(receipt));
        assertThat(next()).isEmpty();
        assertThat(intake.state(POLICE, receipt.id()).orElseThrow().notes())
                .containsExactly("its content was erased before it was read");
    }

    @Test
    void takesWhatAPractitionerEntersUnderTheirAgencysName() {
        var by = new UserId("amara-vale");

        kept(new Entries(intake).submit(POLICE, by, Post.message("form-1")));

        assertThat(count("feeds.receipt WHERE channel = 'page' AND entered_by = 'amara-vale'"))
                .isEqualTo(1);
        assertThat(next()).hasSize(1);
    }

    @Test
    void anErasedMessageCannotBeReleased() {
        var receipt = kept(intake.receive(POLICE, Post.message("m-1")));
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    unread.quarantine(sql, receipt.id(), List.of(), List.of(), Sensitivity.EVENT);
                    return true;
                });
        transactions.asEraser(sql ->
                new Erasure().destroy(sql, List.of(new MessageRef(POLICE, new MessageId("m-1")))));

        assertThat(quarantine.release(receipt.id(), new UserId("amara-vale")))
                .isEqualTo(Quarantine.Decided.ERASED);
    }

    private List<RawMessage> next() {
        return transactions.asJob(JobName.PIPELINE, sql -> unread.next(sql, 100));
    }

    private void read(Receipt receipt) {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    unread.read(sql, List.of(new ReadOutcome(receipt.id(), List.of())));
                    return true;
                });
    }

    private long count(String from) {
        return DATABASE.owner().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private static Receipt kept(Answer answer) {
        return Optional.of(answer)
                .filter(Answer.Kept.class::isInstance)
                .map(Answer.Kept.class::cast)
                .map(Answer.Kept::receipt)
                .orElseThrow(() -> new AssertionError("not kept: " + answer));
    }
}
