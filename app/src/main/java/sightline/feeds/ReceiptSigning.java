package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs receipts by the installation's key. A receipt names the generation of its key, and Ed25519
 * has no chance in it: the same receipt gets the same signature for ever, also after a new
 * generation was begun.
 */
public final class ReceiptSigning {
    private static final String PURPOSE = "receipts ";

    /** Both halves of a key, as arrays that nobody writes to. */
    private static final class Pair {
        private final byte[] privateKey;
        private final byte[] publicKey;

        Pair(byte[] privateKey) {
            this.privateKey = privateKey;
            this.publicKey = Signatures.publicKey(privateKey);
        }
    }

    private final Transactions transactions;
    private final Secrets secrets;
    private final Map<Integer, Pair> pairs = new ConcurrentHashMap<>();

    /** The signing of an installation's receipts, for whoever keeps its keys. */
    public static ReceiptSigning of(Transactions transactions, Secrets secrets) {
        return new ReceiptSigning(transactions, secrets);
    }

    ReceiptSigning(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /** A receipt with its signature. */
    SignedReceipt sign(Receipt receipt) {
        var unsigned = SignedReceipt.unsigned(receipt);
        var pair = pair(receipt.keyGeneration());
        var signature = Signatures.sign(pair.privateKey, pair.publicKey, unsigned.canonical());
        return unsigned.signed(Base64.getEncoder().encodeToString(signature));
    }

    /** The public keys of all receipts ever given, oldest first. */
    public List<ReceiptKey> keys() {
        return transactions.asIntake(sql -> {
            begin(sql, 1);
            return keys(sql);
        });
    }

    /**
     * Publishes the next key. It signs once the one before is retired.
     *
     * @throws IllegalStateException when two are valid: retire one first
     */
    public ReceiptKey make() {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    begin(sql, 1);
                    List<ReceiptKey> keys = keys(sql);
                    if (valid(keys).size() > 1) {
                        throw new IllegalStateException(
                                "Two keys of receipts are valid.\nRetire one first.");
                    }
                    begin(sql, keys.getLast().generation() + 1);
                    return keys(sql).getLast();
                });
    }

    /**
     * Ends the use of a key, at once and in every process; what it signed verifies for ever.
     *
     * @throws IllegalStateException when it is the only valid one: make another first
     */
    public ReceiptKey retire(int generation) {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    List<ReceiptKey> valid = valid(keys(sql));
                    if (valid.stream().noneMatch(k -> k.generation() == generation)) {
                        throw new IllegalStateException(
                                "No valid key of receipts has the number %d.\nList them with: receipt keys"
                                        .formatted(generation));
                    }
                    if (valid.size() == 1) {
                        throw new IllegalStateException(
                                "This is the only valid key of receipts.\nMake another one first.");
                    }
                    sql.sql(
                                    """
                                    UPDATE feeds.receipt_key SET retired_at = now() WHERE generation = :generation
                                    """)
                            .param("generation", generation)
                            .update();
                    return keys(sql).get(generation - 1);
                });
    }

    private static List<ReceiptKey> valid(List<ReceiptKey> keys) {
        return keys.stream().filter(k -> k.retired().isEmpty()).toList();
    }

    /** Makes sure that the first generation is there: in the transaction of the first receipt. */
    void begin(JdbcClient sql) {
        begin(sql, 1);
    }

    private void begin(JdbcClient sql, int generation) {
        sql.sql(
                        """
                        INSERT INTO feeds.receipt_key (generation, public_key) VALUES (:generation, :key)
                        ON CONFLICT DO NOTHING
                        """)
                .param("generation", generation)
                .param("key", pair(generation).publicKey)
                .update();
    }

    private static List<ReceiptKey> keys(JdbcClient sql) {
        return sql.sql("SELECT * FROM feeds.receipt_key ORDER BY generation")
                .query((row, _) ->
                        new ReceiptKey(
                                row.getInt("generation"),
                                Base64.getEncoder().encodeToString(row.getBytes("public_key")),
                                row.getTimestamp("since").toInstant(),
                                Optional.ofNullable(row.getTimestamp("retired_at"))
                                        .map(Timestamp::toInstant)))
                .list();
    }

    private Pair pair(int generation) {
        return pairs.computeIfAbsent(
                generation, g -> new Pair(secrets.key(PURPOSE + g, Signatures.PRIVATE_BYTES)));
    }
}
