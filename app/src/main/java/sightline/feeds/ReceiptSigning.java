package sightline.feeds;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.Secrets;
import sightline.database.Transactions;

import java.util.Base64;
import java.util.List;
import java.util.Map;
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
     * Begins the next generation: receipts from now on are signed with it, those of before keep
     * their signatures and can be verified with the keys of before.
     */
    public ReceiptKey rotate() {
        return transactions.asIntake(sql -> {
            begin(sql, 1);
            begin(sql, keys(sql).getLast().generation() + 1);
            return keys(sql).getLast();
        });
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
                                row.getTimestamp("since").toInstant()))
                .list();
    }

    private Pair pair(int generation) {
        return pairs.computeIfAbsent(
                generation, g -> new Pair(secrets.key(PURPOSE + g, Signatures.PRIVATE_BYTES)));
    }
}
