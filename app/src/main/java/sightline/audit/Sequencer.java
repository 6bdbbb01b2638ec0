package sightline.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.database.Secrets;
import sightline.database.Transactions;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts journal entries into the tree and signs it. Any number of processes may run one: the lock on
 * the head elects, and what one does is committed or undone as a whole.
 */
public final class Sequencer {
    /** The most leaves between two checkpoints. */
    public static final int BATCH = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Transactions transactions;
    private final JournalKey key;

    /** A sequencer with the key of this installation. */
    public Sequencer(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.key = JournalKey.of(secrets);
    }

    /**
     * Takes at most {@link #BATCH} entries and signs one checkpoint over them.
     *
     * @return how many it took; 0 means that the journal is all in the tree
     */
    public int run() {
        return transactions.asSequencer(this::batch);
    }

    /** The public half of the key, for whoever verifies: keep it apart from the database. */
    public String publicKey() {
        return key.line();
    }

    private int batch(JdbcClient sql) {
        var tree =
                sql.sql("SELECT size, frontier FROM audit.head FOR UPDATE")
                        .query((row, _) -> HashTree.of(row.getLong(1), text(row.getString(2))))
                        .single();
        var waiting = waiting(sql);
        if (waiting.isEmpty()) {
            return 0;
        }
        store(sql, tree, waiting);
        var at = sql.sql("SELECT clock_timestamp()").query(java.sql.Timestamp.class).single();
        checkpoint(sql, tree, at.toInstant());
        return waiting.size();
    }

    /** In the order of the writers' clocks, but never against a writer's own count. */
    private static List<Waiting> waiting(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT e.writer, e.counter, e.leaf
                          FROM audit.progress p
                         CROSS JOIN LATERAL (
                               SELECT w.writer, w.counter, w.leaf, max(w.at) OVER (ORDER BY w.counter) AS at
                                 FROM audit.entry w
                                WHERE w.writer = p.writer AND w.counter > p.counter
                                ORDER BY w.counter LIMIT :most) e
                         ORDER BY e.at, e.writer, e.counter LIMIT :most
                        """)
                .param("most", BATCH)
                .query((row, _) ->
                        new Waiting(text(row.getString(1)), row.getLong(2), text(row.getString(3))))
                .list();
    }

    private static void store(JdbcClient sql, HashTree tree, List<Waiting> waiting) {
        var rows = new ArrayList<Map<String, Object>>();
        var nodes = new ArrayList<Map<String, Object>>();
        var progress = new HashMap<String, Long>();
        for (var entry : waiting) {
            var hash = HashTree.leafHash(entry.leaf().getBytes(StandardCharsets.UTF_8));
            rows.add(
                    Map.of(
                            "position", tree.size(),
                            "writer", entry.writer(),
                            "counter", entry.counter(),
                            "hash", HexFormat.of().formatHex(hash)));
            tree.append(
                    hash,
                    (level, index, node) -> {
                        if (level % StoredTree.LEVELS == 0) {
                            nodes.add(
                                    Map.of(
                                            "level", level,
                                            "index", index,
                                            "hash", HexFormat.of().formatHex(node)));
                        }
                    });
            progress.merge(entry.writer(), entry.counter(), Math::max);
        }
        sql.sql(
                        """
                        INSERT INTO audit.leaf (position, writer, counter, hash)
                        SELECT l.position, l.writer, l.counter, decode(l.hash, 'hex')
                          FROM jsonb_to_recordset(:rows::jsonb)
                            AS l (position bigint, writer text, counter bigint, hash text)
                        """)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
        sql.sql(
                        """
                        INSERT INTO audit.node (level, index, hash)
                        SELECT n.level, n.index, decode(n.hash, 'hex')
                          FROM jsonb_to_recordset(:nodes::jsonb) AS n (level smallint, index bigint, hash text)
                        """)
                .param("nodes", JSON.writeValueAsString(nodes))
                .update();
        sql.sql(
                        """
                        UPDATE audit.progress p SET counter = n.value::bigint
                          FROM jsonb_each_text(:progress::jsonb) n WHERE n.key = p.writer
                        """)
                .param("progress", JSON.writeValueAsString(progress))
                .update();
    }

    private void checkpoint(JdbcClient sql, HashTree tree, Instant at) {
        sql.sql("UPDATE audit.head SET size = :size, frontier = :frontier")
                .param("size", tree.size())
                .param("frontier", tree.frontier())
                .update();
        sql.sql(
                        """
                        INSERT INTO audit.checkpoint (size, signed_at, note)
                        VALUES (:size, :at::timestamptz, :note)
                        """)
                .param("size", tree.size())
                .param("at", at.toString())
                .param("note", Checkpoint.of(tree, at).note(key))
                .update();
    }

    private static String text(@org.jspecify.annotations.Nullable String column) {
        return Objects.requireNonNull(column);
    }

    private record Waiting(String writer, long counter, String leaf) {}
}
