package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static sightline.feeds.Post.POLICE;
import static sightline.feeds.Post.SCHOOL;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.UserId;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

final class UnreadTest {
    private static final UserId STEWARD = new UserId("amara-vale");
    private static final SourceRecord CHILD = new SourceRecord(POLICE, "NICHE-1");
    private static final List<Problem> PROBLEMS =
            List.of(new Problem("when", "it is no date", "send one like 2025-09-16"));

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
    void handsOutMessagesInTheOrderOfTheirReceipts() {
        var receipts = send("m-3", "m-1", "m-2");

        assertThat(next(2)).extracting(RawMessage::receiptId).isEqualTo(receipts.subList(0, 2));
    }

    @Test
    void handsThemOutAgainUntilTheyAreRead() {
        var receipts = send("m-1", "m-2");
        next(10);

        assertThat(next(10)).hasSize(2);
        pipeline(sql -> unread.read(sql, List.of(outcome(receipts.getFirst()))));

        assertThat(next(10)).extracting(RawMessage::receiptId).containsExactly(receipts.getLast());
    }

    @Test
    void losesNothingWhenAnIntakeThatBeganEarlierCommitsLater() throws Exception {
        var inserted = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stalled =
                    threads.submit(() ->
                            transactions.asIntake(sql -> {
                                storeOne(sql, "stalled");
                                inserted.countDown();
                                await(mayCommit);
                                return true;
                            }));
            await(inserted);
            var later = send("later").getFirst();
            assertThat(next(10)).extracting(RawMessage::receiptId).containsExactly(later);
            pipeline(sql -> unread.read(sql, List.of(outcome(later))));
            mayCommit.countDown();
            stalled.get();
        }

        var found = next(10);
        assertThat(found).hasSize(1);
        assertThat(new String(found.getFirst().body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("stalled");
    }

    @Test
    void refusesToFinishAMessageTwice() {
        var receipt = send("m-1").getFirst();
        pipeline(sql -> unread.read(sql, List.of(outcome(receipt))));

        assertThatThrownBy(() -> pipeline(sql -> unread.read(sql, List.of(outcome(receipt)))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMessageThatFailedComesAloneAndIsSetAsideAfterFiveTries() {
        var receipts = send("poison", "m-2");
        pipeline(sql -> unread.failed(sql, naming(receipts)));

        for (var attempt = 1; attempt < Unread.ATTEMPTS_MAX; attempt++) {
            assertThat(next(10))
                    .extracting(RawMessage::receiptId)
                    .containsExactly(receipts.getFirst());
            pipeline(sql -> unread.failed(sql, naming(List.of(receipts.getFirst()))));
        }

        assertThat(next(10)).extracting(RawMessage::receiptId).containsExactly(receipts.getLast());
        assertThat(state(receipts.getFirst())).isEqualTo(MessageState.Word.QUARANTINED);
        assertThat(quarantined())
                .singleElement()
                .satisfies(q -> assertThat(q.problems().getFirst().message()).contains("5 times"));
    }

    @Test
    void setsAMessageAsideWithItsReasonsAndWhomItMayConcern() {
        var receipt = send("m-1").getFirst();

        setAside(receipt);

        assertThat(state(receipt)).isEqualTo(MessageState.Word.QUARANTINED);
        assertThat(intake.state(POLICE, receipt).orElseThrow().problems()).isEqualTo(PROBLEMS);
        assertThat(quarantined())
                .singleElement()
                .satisfies(q -> {
                    assertThat(q.sender()).isEqualTo(POLICE);
                    assertThat(q.kind()).contains("note");
                    assertThat(q.problems()).isEqualTo(PROBLEMS);
                    assertThat(q.returned()).isFalse();
                });
        assertThat(concerning(CHILD))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.sender()).isEqualTo(POLICE);
                    assertThat(waiting.count()).isEqualTo(1);
                });
        assertThat(concerning(new SourceRecord(SCHOOL, "NICHE-1"))).isEmpty();
        assertThat(next(10)).isEmpty();
    }

    @Test
    void aReleasedMessageIsReadAgainAndThenConcernsNobodyAnyMore() {
        var receipt = send("m-1").getFirst();
        setAside(receipt);

        assertThat(quarantine.release(receipt, STEWARD)).isEqualTo(Quarantine.Decided.DONE);
        assertThat(quarantine.release(receipt, STEWARD)).isEqualTo(Quarantine.Decided.NOT_THERE);

        assertThat(state(receipt)).isEqualTo(MessageState.Word.RECEIVED);
        assertThat(concerning(CHILD)).hasSize(1);
        assertThat(next(10)).hasSize(1);
        pipeline(sql -> unread.read(sql, List.of(outcome(receipt))));
        assertThat(concerning(CHILD)).isEmpty();
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aReleasedMessageMayBeSetAsideAgain() {
        var receipt = send("m-1").getFirst();
        setAside(receipt);
        quarantine.release(receipt, STEWARD);
        next(10);

        setAside(receipt);

        assertThat(quarantined()).hasSize(1);
        assertThat(concerning(CHILD)).hasSize(1);
    }

    @Test
    void aReturnedMessageStaysInSightUntilItsCorrectionIsRead() {
        var receipt = send("m-1").getFirst();
        setAside(receipt);

        assertThat(quarantine.returnToSender(receipt, STEWARD)).isEqualTo(Quarantine.Decided.DONE);

        assertThat(state(receipt)).isEqualTo(MessageState.Word.RETURNED);
        assertThat(quarantined()).singleElement().matches(Quarantined::returned);
        assertThat(concerning(CHILD)).hasSize(1);
        intake.receive(POLICE, Post.correcting("m-2", "m-1"));
        var correction = next(10).getFirst().receiptId();
        pipeline(sql -> unread.read(sql, List.of(outcome(correction))));
        assertThat(concerning(CHILD)).isEmpty();
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void listsTheQuarantineOfOneSender() {
        setAside(send("m-1").getFirst());
        intake.receive(SCHOOL, Post.json("no json"));

        assertThat(list(Optional.of(SCHOOL), Optional.empty()))
                .singleElement()
                .satisfies(q -> assertThat(q.sender()).isEqualTo(SCHOOL));
        assertThat(quarantined()).hasSize(2);
        assertThat(list(Optional.empty(), Optional.of(quarantined().getFirst().receipt())))
                .hasSize(1);
    }

    @Test
    void handsOutNoMoreThanFitsIntoMemory() {
        var body = "{\"id\":\"%s\",\"x\":\"" + "y".repeat(1_000_000) + "\"}";
        for (var i = 0; i < 40; i++) {
            intake.receive(POLICE, Post.json(body.formatted("m-" + i)));
        }

        assertThat(next(100)).hasSizeBetween(30, 35);
    }

    private void storeOne(JdbcClient sql, String id) {
        new Storing(new MessageSeal(secrets), Optional.empty())
                .store(sql, List.of(Arrival.bySystem(POLICE, Post.message(id))));
    }

    private List<ReceiptId> send(String... ids) {
        var receipts = new ArrayList<ReceiptId>();
        for (var id : ids) {
            if (intake.receive(POLICE, Post.message(id)) instanceof Answer.Kept(var receipt)) {
                receipts.add(receipt.id());
            }
        }
        return receipts;
    }

    private void setAside(ReceiptId receipt) {
        pipeline(sql ->
                unread.quarantine(sql, receipt, PROBLEMS, List.of(CHILD), Sensitivity.EVENT));
    }

    private List<RawMessage> next(int limit) {
        return transactions.asJob(JobName.PIPELINE, sql -> unread.next(sql, limit));
    }

    private List<NotYetReadable> concerning(SourceRecord record) {
        return transactions.asJob(
                JobName.PIPELINE, sql -> quarantine.notYetReadable(sql, List.of(record)));
    }

    private List<Quarantined> quarantined() {
        return list(Optional.empty(), Optional.empty());
    }

    private List<Quarantined> list(
            Optional<sightline.core.kernel.AgencyId> sender, Optional<ReceiptId> after) {
        return transactions.asJob(JobName.WATCH, sql -> quarantine.list(sql, sender, after));
    }

    private MessageState.Word state(ReceiptId receipt) {
        return intake.state(POLICE, receipt).orElseThrow().word();
    }

    private void pipeline(Consumer<JdbcClient> work) {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    work.accept(sql);
                    return true;
                });
    }

    private static ReadOutcome outcome(ReceiptId receipt) {
        return new ReadOutcome(receipt, List.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<ReceiptId, Set<SourceRecord>> naming(List<ReceiptId> receipts) {
        return receipts.stream().collect(Collectors.toMap(r -> r, _ -> Set.of()));
    }
}
