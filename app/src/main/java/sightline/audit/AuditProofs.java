package sightline.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.Secrets;
import sightline.database.Transactions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Proves single things of the journal to somebody who has only a signed checkpoint: that an entry
 * is in it, and that it goes on from an older checkpoint without a change.
 */
public final class AuditProofs {
    private final Transactions transactions;
    private final JournalKey key;

    /** Proofs of the journal of this installation. */
    public AuditProofs(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.key = JournalKey.of(secrets);
    }

    /**
     * That an entry stands at a position.
     *
     * @param leaf the entry, exactly as it was hashed
     * @param path hashes in base64, from the leaf to the root
     * @param checkpoint the signed note of the tree
     */
    public record Inclusion(long position, String leaf, List<String> path, String checkpoint) {
        public Inclusion {
            path = List.copyOf(path);
        }
    }

    /**
     * That a journal goes on from an older checkpoint.
     *
     * @param path hashes in base64
     */
    public record Consistency(String older, List<String> path, String newer) {
        public Consistency {
            path = List.copyOf(path);
        }
    }

    /** The line of the public key, for whoever checks: keep it apart from the database. */
    public String publicKey() {
        return key.line();
    }

    /** The newest signed checkpoint: given back later, it shows a journal that was rolled back. */
    public Optional<String> newest() {
        return transactions.asSequencer(AuditProofs::newest);
    }

    /** Proves that an entry is in the journal; empty for a position that no checkpoint covers. */
    public Optional<Inclusion> inclusion(long position) {
        Optional<String> note = newest();
        long size = note.map(this::read).map(Checkpoint::size).orElse(0L);
        if (position < 0 || position >= size) {
            return Optional.empty();
        }
        List<String> path = texts(HashProof.inclusion(tree(), position, size));
        String leaf = transactions.asSequencer(sql -> leaf(sql, position));
        return Optional.of(new Inclusion(position, leaf, path, note.orElseThrow()));
    }

    /**
     * Proves that the journal goes on from an older checkpoint of its own; empty where there are
     * not as many entries as that.
     */
    public Optional<Consistency> consistency(String older) {
        Checkpoint from = read(older);
        Optional<String> note = newest();
        long size = note.map(this::read).map(Checkpoint::size).orElse(0L);
        if (from.size() > size) {
            return Optional.empty();
        }
        List<byte[]> proof = HashProof.consistency(tree(), from.size(), size);
        return Optional.of(new Consistency(older, texts(proof), note.orElseThrow()));
    }

    /** Whether a proof holds, by the public key alone. */
    public static boolean holds(Inclusion proof, String publicKey) {
        return Checkpoint.parse(proof.checkpoint(), JournalKey.parse(publicKey))
                .filter(signed ->
                        HashProof.includes(
                                HashTree.leafHash(proof.leaf().getBytes(StandardCharsets.UTF_8)),
                                proof.position(),
                                signed.size(),
                                hashes(proof.path()),
                                bytes(signed.root())))
                .isPresent();
    }

    /** Whether a proof holds, by the public key alone. */
    public static boolean holds(Consistency proof, String publicKey) {
        JournalKey open = JournalKey.parse(publicKey);
        Optional<Checkpoint> older = Checkpoint.parse(proof.older(), open);
        Optional<Checkpoint> newer = Checkpoint.parse(proof.newer(), open);
        return older.isPresent()
                && newer.isPresent()
                && HashProof.continues(
                        older.get().size(),
                        bytes(older.get().root()),
                        newer.get().size(),
                        bytes(newer.get().root()),
                        hashes(proof.path()));
    }

    private Checkpoint read(String note) {
        return Checkpoint.parse(note, key)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "This is no checkpoint that this installation signed."));
    }

    private static Optional<String> newest(JdbcClient sql) {
        return sql.sql("SELECT note FROM audit.checkpoint ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    private static String leaf(JdbcClient sql, long position) {
        return sql.sql(
                        """
                        SELECT e.leaf FROM audit.leaf l JOIN audit.entry e ON e.writer = l.writer AND e.counter = l.counter
                         WHERE l.position = :position
                        """)
                .param("position", position)
                .query(String.class)
                .single();
    }

    private Subtrees tree() {
        return new StoredTree((level, from, count) ->
                transactions.asSequencer(sql -> hashes(sql, level, from, count)));
    }

    private static List<byte[]> hashes(JdbcClient sql, int level, long from, int count) {
        return sql.sql(
                        level == 0
                                ? """
                                SELECT hash FROM audit.leaf WHERE position >= :from AND position < :until
                                 ORDER BY position
                                """
                                : """
                                SELECT hash FROM audit.node
                                 WHERE level = %d AND index >= :from AND index < :until ORDER BY index
                                """
                                        .formatted(level))
                .param("from", from)
                .param("until", from + count)
                .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                .list();
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(h -> Base64.getEncoder().encodeToString(h)).toList();
    }

    private static List<byte[]> hashes(List<String> texts) {
        return texts.stream().map(AuditProofs::bytes).toList();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
