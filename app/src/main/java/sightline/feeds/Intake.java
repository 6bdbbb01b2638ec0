package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.UserId;
import sightline.core.kernel.AgencyId;
import sightline.database.Secrets;
import sightline.database.SqlArrays;
import sightline.database.Transactions;

import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Takes messages in. When a method returns, bytes, key and receipt are committed: the receipt is
 * for ever, whatever happens to the process. Safe for many threads.
 */
public final class Intake {
    /** The largest message, in bytes. */
    public static final int MESSAGE_BYTES_MAX = 1024 * 1024;

    /** The most messages of one call of {@link #receiveAll}. */
    public static final int BATCH_MAX = 1000;

    private final Transactions transactions;
    private final Storing storing;
    private final ReceiptSigning signing;
    private final AtomicBoolean keyed = new AtomicBoolean();
    private final GroupCommit group;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Intake(Transactions transactions, Secrets secrets, Optional<InstantSource> clock) {
        this.transactions = transactions;
        this.signing = new ReceiptSigning(transactions, secrets);
        this.storing = new Storing(new MessageSeal(secrets), clock);
        this.group = new GroupCommit(this::commit);
    }

    /** An intake whose receipts take the database's time. */
    public static Intake of(Transactions transactions, Secrets secrets) {
        return new Intake(transactions, secrets, Optional.empty());
    }

    /** An intake whose receipts take a clock's time: for a replay, where messages bring it. */
    public static Intake onClock(Transactions transactions, Secrets secrets, InstantSource clock) {
        return new Intake(transactions, secrets, Optional.of(clock));
    }

    /** Tells of each commit of messages, so that whoever reads them need not ask all the time. */
    public void whenKept(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Receives one message of a sender who has signed in.
     *
     * @throws IntakeBusy when too many wait; nothing is stored
     * @throws org.springframework.dao.DataAccessException when the database did not take it;
     *     whether it is stored is not known, and sending it again is safe
     */
    public Answer receive(AgencyId sender, byte[] body) {
        return tooLarge(sender, body).orElseGet(() -> group.submit(Arrival.bySystem(sender, body)));
    }

    /** As {@link #receive}, for several messages in one transaction; the answers in their order. */
    public List<Answer> receiveAll(AgencyId sender, List<byte[]> bodies) {
        return all(sender, bodies, body -> Arrival.bySystem(sender, body));
    }

    /** As {@link #enter}, for several messages in one transaction; the answers in their order. */
    List<Answer> enterAll(AgencyId agency, UserId by, List<byte[]> bodies) {
        return all(agency, bodies, body -> Arrival.onPage(agency, by, body));
    }

    /** Which of these ids of messages are kept already, with the number of each's receipt. */
    Map<String, Long> known(AgencyId sender, Collection<String> ids) {
        Map<String, Long> known = new HashMap<>();
        transactions.asIntake(sql -> {
            sql.sql(
                            """
                            SELECT message_id, receipt_id FROM feeds.receipt
                             WHERE sender = :sender AND NOT keyed_by_hash AND message_id = ANY (:ids::text[])
                            """)
                    .param("sender", sender.value())
                    .param("ids", SqlArrays.texts(ids))
                    .query((ResultSet row) -> {
                        known.put(row.getString(1), row.getLong(2));
                    });
            return true;
        });
        return known;
    }

    /** What is kept under an id of a message. */
    Optional<Entries.Sent> sent(AgencyId sender, String id) {
        return transactions.asIntake(sql ->
                sql.sql(
                                """
                                SELECT encode(body_hash, 'hex'), state = 'received', entered_by FROM feeds.receipt
                                 WHERE sender = :sender AND NOT keyed_by_hash AND message_id = :id
                                """)
                        .param("sender", sender.value())
                        .param("id", id)
                        .query((row, _) ->
                                new Entries.Sent(
                                        row.getString(1),
                                        row.getBoolean(2),
                                        Optional.ofNullable(row.getString(3)).map(UserId::new)))
                        .optional());
    }

    /** How many messages wait to be read from one receipt to another. */
    long unread(long first, long last) {
        return transactions.asIntake(sql ->
                sql.sql(
                                "SELECT count(*) FROM feeds.unread WHERE receipt_id BETWEEN :first AND :last")
                        .param("first", first)
                        .param("last", last)
                        .query(Long.class)
                        .single());
    }

    private List<Answer> all(
            AgencyId sender, List<byte[]> bodies, Function<byte[], Arrival> arriving) {
        if (bodies.size() > BATCH_MAX) {
            throw new IllegalArgumentException(
                    bodies.size() + " messages in one batch.\nUse at most " + BATCH_MAX + ".");
        }
        var answers = new ArrayList<Optional<Answer>>();
        var arrivals = new ArrayList<Arrival>();
        for (var body : bodies) {
            var refused = tooLarge(sender, body);
            answers.add(refused);
            if (refused.isEmpty()) {
                arrivals.add(arriving.apply(body));
            }
        }
        var stored = commit(arrivals).iterator();
        return answers.stream().map(answer -> answer.orElseGet(stored::next)).toList();
    }

    /** Receives what somebody entered on a page, under their agency's own name. */
    Answer enter(AgencyId agency, UserId by, byte[] body) {
        return tooLarge(agency, body)
                .orElseGet(() -> group.submit(Arrival.onPage(agency, by, body)));
    }

    /** Records that a sender's message was refused for its size, without its bytes. */
    public Answer refuse(AgencyId sender, long size) {
        transactions.asIntake(sql ->
                sql.sql(
                                """
                                INSERT INTO feeds.refusal (sender, size, refused_at) VALUES (:sender, :size, now())
                                """)
                        .param("sender", sender.value())
                        .param("size", size)
                        .update());
        return new Answer.TooLarge(size);
    }

    /** A receipt as its sender gets it, signed. */
    public SignedReceipt signed(Receipt receipt) {
        return signing.sign(receipt);
    }

    /** With which keys receipts are and were signed. */
    public ReceiptSigning signing() {
        return signing;
    }

    /** What became of a message; none unless this sender sent it. */
    public Optional<MessageState> state(AgencyId sender, ReceiptId receipt) {
        return transactions.asIntake(sql -> state(sql, sender, receipt));
    }

    private static Optional<MessageState> state(
            JdbcClient sql, AgencyId sender, ReceiptId receipt) {
        return sql.sql(
                        """
                        SELECT r.*, coalesce(q.problems, '[]') AS problems
                          FROM feeds.receipt r
                          LEFT JOIN feeds.quarantine q
                            ON q.receipt_id = r.receipt_id AND r.state IN ('quarantined', 'returned')
                         WHERE r.receipt_id = :receipt AND r.sender = :sender
                        """)
                .param("receipt", receipt.value())
                .param("sender", sender.value())
                .query((row, _) ->
                        new MessageState(
                                ReceiptRows.receipt(row),
                                MessageState.Word.of(row.getString("state")),
                                List.of((String[]) row.getArray("notes").getArray()),
                                ReceiptRows.problems(row.getString("problems"))))
                .optional();
    }

    private Optional<Answer> tooLarge(AgencyId sender, byte[] body) {
        return body.length > MESSAGE_BYTES_MAX
                ? Optional.of(refuse(sender, body.length))
                : Optional.empty();
    }

    private List<Answer> commit(List<Arrival> arrivals) {
        return arrivals.isEmpty()
                ? List.of()
                : keyed(
                        transactions.asIntake(sql -> {
                            if (!keyed.get()) {
                                signing.begin(sql);
                            }
                            return storing.store(sql, arrivals);
                        }));
    }

    /** It is committed: the first key is there, and need not be looked for again. */
    private List<Answer> keyed(List<Answer> committed) {
        keyed.set(true);
        listeners.forEach(Runnable::run);
        return committed;
    }
}
