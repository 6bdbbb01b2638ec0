package sightline.locator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.SourceRecord;
import sightline.core.locator.PairKey;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.locator.Wire.Acknowledgement;
import sightline.locator.Wire.Answer;
import sightline.locator.Wire.Question;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks linked installations about whom the pipeline wants to know, tells them that the answer came,
 * and goes on trying one that does not answer. Each question is journalled before it is sent.
 */
public final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final String QUESTION = "/api/locator";
    private static final String ACKNOWLEDGED = "/api/locator/acknowledged";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int PAUSES_DOUBLED = 7;

    private final Transactions transactions;
    private final Peers peers;
    private final LocatorKey key;
    private final Identities identities;
    private final Journal journal;
    private final Indexing indexing;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * @param wait how long the other may take to answer
     */
    public Asking(
            Transactions transactions,
            Peers peers,
            LocatorKey key,
            Identities identities,
            Journal journal,
            Duration wait,
            InstantSource clock) {
        this.transactions = transactions;
        this.peers = peers;
        this.key = key;
        this.identities = identities;
        this.journal = journal;
        this.indexing = new Indexing(transactions, peers, identities);
        this.caller = new Caller(wait);
        this.clock = clock;
    }

    /** Does some of what waits, once; whether more does. */
    public boolean run() {
        boolean more = indexing.run(clock.instant());
        List<Peer> all = transactions.asJob(JobName.PIPELINE, peers::all);
        for (Peer peer : all) {
            if (peer.nextAt().filter(at -> at.isAfter(clock.instant())).isEmpty()) {
                more |= ask(peer);
            }
        }
        return more;
    }

    private boolean ask(Peer peer) {
        List<UUID> waiting =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> new Questions(sql, identities).toAcknowledge(peer.name()));
        boolean answers = waiting.stream().allMatch(nonce -> acknowledge(peer, nonce));
        List<Questions.Due> due =
                !answers
                        ? List.of()
                        : transactions.asJob(
                                JobName.PIPELINE,
                                sql -> new Questions(sql, identities).due(peer, clock.instant()));
        return !due.isEmpty()
                && due.stream().allMatch(question -> ask(peer, question))
                && due.size() == Questions.AT_ONCE;
    }

    private boolean ask(Peer peer, Questions.Due due) {
        Instant now = clock.instant();
        UUID nonce = UUID.randomUUID();
        long epoch = PairKey.epoch(now);
        byte[] body =
                Question.about(
                                peer.knownAs(),
                                nonce,
                                now,
                                epoch,
                                due.why(),
                                due.forms().stream().map(f -> peer.key().hash(f, epoch)).toList())
                        .bytes();
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Questions(sql, identities).asked(peer, due, nonce, now);
                    return journal.write(sql, asked(peer, due.records()));
                });
        Optional<Answer> answer =
                caller.call(peer, QUESTION, body, key)
                        .flatMap(said -> Wire.whole(said, Answer::read))
                        .filter(a ->
                                a.nonce().equals(nonce) && Wire.fresh(a.at(), clock.instant()));
        if (answer.isEmpty()) {
            return failed(peer);
        }
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Questions(sql, identities)
                            .answered(peer, due, answer.get(), clock.instant());
                    return answered(sql, peer, answer.get());
                });
        return acknowledge(peer, nonce);
    }

    private static Entry asked(Peer peer, List<SourceRecord> records) {
        return new Entry(
                Event.DISCLOSE,
                List.of(),
                records,
                Set.of(Sensitivity.CORE),
                records.size(),
                Set.of("AL-02"),
                "locator question to %s: keyed hashes".formatted(peer.name()),
                Optional.empty());
    }

    private boolean acknowledge(Peer peer, UUID nonce) {
        byte[] body = new Acknowledgement(peer.knownAs(), nonce, clock.instant()).bytes();
        if (caller.call(peer, ACKNOWLEDGED, body, key).isEmpty()) {
            return failed(peer);
        }
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> new Questions(sql, identities).acknowledged(peer.name(), nonce));
    }

    private boolean answered(JdbcClient sql, Peer peer, Answer answer) {
        return sql.sql(
                                """
                                UPDATE locator.peer SET failing_since = NULL, failures = 0, next_at = NULL,
                                  answered_at = :now, complete_up_to = :complete WHERE name = :name
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("complete", answer.completeUpTo().atOffset(ZoneOffset.UTC))
                        .param("name", peer.name().value())
                        .update()
                == 1;
    }

    /** It is tried again later, and later still: up to once an hour, for as long as it takes. */
    private boolean failed(Peer peer) {
        Instant now = clock.instant();
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    int failures =
                            sql.sql(
                                            """
                                            UPDATE locator.peer SET failing_since = coalesce(failing_since, :now),
                                              failures = failures + 1 WHERE name = :name RETURNING failures
                                            """)
                                    .param("now", now.atOffset(ZoneOffset.UTC))
                                    .param("name", peer.name().value())
                                    .query(Integer.class)
                                    .optional()
                                    .orElse(1);
                    return sql.sql("UPDATE locator.peer SET next_at = :next WHERE name = :name")
                            .param("next", now.plus(pause(failures)).atOffset(ZoneOffset.UTC))
                            .param("name", peer.name().value())
                            .update();
                });
        LOG.warn("{} does not answer; it is asked again", peer.name());
        return false;
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, PAUSES_DOUBLED));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
