package sightline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.feeds.Post.POLICE;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many messages a second are kept and handed out on this machine, printed; the bound asserted
 * is far below, so that a busy machine passes. The durable figures are in {@code bench}: this
 * server does not wait for the disk.
 */
final class IntakeThroughputTest {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeThroughputTest.class);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int PER_SECOND_MIN = 100;

    private final Transactions transactions = DATABASE.transactions();
    private final Secrets secrets = Secrets.throwAway();
    private final Intake intake = Intake.of(transactions, secrets);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsSinglePostsTogetherAndStreamsInBatches() throws Exception {
        singly("warm-", 200);
        var alone = perSecond(1000, () -> singly("single-", 1000));
        var batched = perSecond(10_000, () -> batches("batch-", 10_000));
        var read = perSecond(11_200, this::readAll);
        var bytes =
                DATABASE.owner()
                        .sql(
                                """
                                SELECT sum(pg_total_relation_size(c.oid)) / 11200 FROM pg_class c
                                 WHERE c.oid::regclass::text IN (
                                   'feeds.receipt', 'feeds.raw_message', 'feeds.raw_key', 'feeds.unread')
                                """)
                        .query(Long.class)
                        .single();

        LOG.warn(
                "intake: {} a second by 64 posts at once, {} a second in batches, {} a second read,"
                        + " {} bytes a message of 420",
                alone,
                batched,
                read,
                bytes);
        assertThat(List.of(alone, batched, read)).allMatch(rate -> rate > PER_SECOND_MIN);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long perSecond(int messages, Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return messages * 1_000_000_000L / (System.nanoTime() - start);
    }

    private void singly(String prefix, int count) throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (var i = 0; i < count; i++) {
                var body = message(prefix + i);
                answers.add(threads.submit(() -> intake.receive(POLICE, body)));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isInstanceOf(Answer.Kept.class);
        }
    }

    private void batches(String prefix, int count) {
        var bodies = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            bodies.add(message(prefix + i));
            if (bodies.size() == 500) {
                intake.receiveAll(POLICE, bodies);
                bodies.clear();
            }
        }
    }

    private void readAll() {
        var unread = new Unread(secrets);
        while (transactions.<Boolean>asJob(
                JobName.PIPELINE,
                sql -> {
                    var messages = unread.next(sql, 500);
                    unread.read(
                            sql,
                            messages.stream()
                                    .map(m -> new ReadOutcome(m.receiptId(), List.of()))
                                    .toList());
                    return !messages.isEmpty();
                })) {
            // Until nothing waits.
        }
    }

    private static byte[] message(String id) {
        return Post.message(id, "word ".repeat(66));
    }
}
