package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may send, and with which keys. Two keys of each kind may be live at once: to rotate, make the
 * second, use it, end the first.
 */
public final class Senders {
    /** How many keys of one kind may be live at once. */
    public static final int LIVE_KEYS_MAX = 2;

    private final Transactions transactions;

    /** The senders of the database that these transactions reach. */
    public Senders(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Lets an agency send, or changes what it said it would send. */
    public void register(Sender sender) {
        transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO feeds.sender (agency, go_live, kinds, promise_seconds)
                                        VALUES (:agency, :go_live, :kinds::text[], :promise)
                                        ON CONFLICT (agency) DO UPDATE
                                          SET go_live = excluded.go_live, kinds = excluded.kinds,
                                              promise_seconds = excluded.promise_seconds
                                        """)
                                .param("agency", sender.agency().value())
                                .param("go_live", sender.goLive())
                                .param(
                                        "kinds",
                                        sender.kinds()
                                                .map(kinds ->
                                                        Columns.texts(
                                                                List.copyOf(kinds), kind -> kind))
                                                .orElse(null))
                                .param("promise", sender.promise().toSeconds())
                                .update());
    }

    /** All senders, in the order of their ids. */
    public List<Sender> all() {
        return transactions.asJob(JobName.WATCH, this::all);
    }

    /** All senders, in the order of their ids, in the transaction of whoever asks. */
    public List<Sender> all(JdbcClient sql) {
        return sql.sql("SELECT * FROM feeds.sender ORDER BY agency")
                .query((row, _) -> {
                    var kinds = row.getArray("kinds");
                    return new Sender(
                            new AgencyId(row.getString("agency")),
                            row.getObject("go_live", LocalDate.class),
                            kinds == null
                                    ? Optional.empty()
                                    : Optional.of(Set.of((String[]) kinds.getArray())),
                            Duration.ofSeconds(row.getLong("promise_seconds")));
                })
                .list();
    }

    /** From which day each sender sends as things happen, in the transaction of whoever asks. */
    public static Map<AgencyId, LocalDate> goLive(JdbcClient sql) {
        return sql
                .sql("SELECT agency, go_live FROM feeds.sender")
                .query((row, _) ->
                        Map.entry(
                                new AgencyId(row.getString("agency")),
                                row.getObject("go_live", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Makes a bearer key. It is shown now and never again.
     *
     * @throws IllegalStateException when two are live: end one first
     */
    public BearerKey issueBearer(AgencyId agency) {
        var key = BearerKey.random();
        add(agency, SenderKey.Kind.BEARER, key.hash());
        return key;
    }

    /**
     * Makes all that an agency's system needs in order to send: a bearer key and a signing key.
     *
     * @throws IllegalStateException when two of one kind are live: end one first
     */
    public SenderCredentials issue(AgencyId agency) {
        var privateKey = Signatures.newPrivateKey();
        addSigningKey(agency, Signatures.publicKey(privateKey));
        return new SenderCredentials(agency, issueBearer(agency), privateKey);
    }

    /**
     * Accepts signatures of a key that the agency made itself.
     *
     * @param publicKey the 32 bytes of RFC 8032
     * @throws IllegalStateException when two are live: end one first
     */
    public KeyId addSigningKey(AgencyId agency, byte[] publicKey) {
        if (!Signatures.isPublicKey(publicKey)) {
            throw new IllegalArgumentException(
                    "This is no Ed25519 public key.\nSend its 32 bytes as RFC 8032 writes them.");
        }
        return add(agency, SenderKey.Kind.ED25519, publicKey);
    }

    /** The live keys of a sender, oldest first. */
    public List<SenderKey> keys(AgencyId agency) {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql(
                                        """
                                        SELECT * FROM feeds.sender_key
                                         WHERE agency = :agency AND ended_at IS NULL ORDER BY key_id
                                        """)
                                .param("agency", agency.value())
                                .query((row, _) ->
                                        new SenderKey(
                                                new KeyId(row.getLong("key_id")),
                                                SenderKey.Kind.of(row.getString("kind")),
                                                row.getTimestamp("added_at").toInstant()))
                                .list());
    }

    /** Ends a key, within seconds on every server. Whether it was live and this agency's. */
    public boolean end(AgencyId agency, KeyId key) {
        return transactions.asJob(
                        JobName.ACCOUNTS,
                        sql ->
                                sql.sql(
                                                """
                                                UPDATE feeds.sender_key SET ended_at = now()
                                                 WHERE agency = :agency AND key_id = :key AND ended_at IS NULL
                                                """)
                                        .param("agency", agency.value())
                                        .param("key", key.value())
                                        .update())
                == 1;
    }

    private KeyId add(AgencyId agency, SenderKey.Kind kind, byte[] value) {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    requireRoom(sql, agency, kind);
                    return sql.sql(
                                    """
                                    INSERT INTO feeds.sender_key (agency, kind, value)
                                    VALUES (:agency, :kind, :value) RETURNING key_id
                                    """)
                            .param("agency", agency.value())
                            .param("kind", kind.slug())
                            .param("value", value)
                            .query((row, _) -> new KeyId(row.getLong(1)))
                            .single();
                });
    }

    /** The sender's row is the lock, so that two at once do not make three. */
    private static void requireRoom(JdbcClient sql, AgencyId agency, SenderKey.Kind kind) {
        var known =
                sql.sql("SELECT agency FROM feeds.sender WHERE agency = :agency FOR UPDATE")
                        .param("agency", agency.value())
                        .query(String.class)
                        .optional();
        if (known.isEmpty()) {
            throw new IllegalStateException(agency + " is no sender.\nRegister it first.");
        }
        var live =
                sql.sql(
                                """
                                SELECT count(*) FROM feeds.sender_key
                                 WHERE agency = :agency AND kind = :kind AND ended_at IS NULL
                                """)
                        .param("agency", agency.value())
                        .param("kind", kind.slug())
                        .query(Long.class)
                        .single();
        if (live >= LIVE_KEYS_MAX) {
            throw new IllegalStateException(
                    agency + " has " + live + " live " + kind.slug() + " keys.\nEnd one first.");
        }
    }
}
