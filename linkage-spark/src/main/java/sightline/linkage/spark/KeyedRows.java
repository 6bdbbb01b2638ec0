package sightline.linkage.spark;

import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

import scala.Tuple2;

import sightline.linkage.PairPlan;
import sightline.linkage.PairWorker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Records on their way to the workers of their keys: a row is the rule and tile, the record's
 * number and its codes. The key itself does not travel: whoever gets a row makes it again.
 */
final class KeyedRows {
    private static final int GROUP_BITS = 12;
    private static final int RULE_FROM = 2 * GROUP_BITS;
    private static final int MOST_GROUPS = 1 << GROUP_BITS;
    private static final int GROUP = MOST_GROUPS - 1;
    private static final int INDEX_BITS = 24;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    /** The largest number of rules: what is left of an int for it. */
    static final int MOST_RULES = 1 << (Integer.SIZE - 1 - RULE_FROM);

    private final int[] rows;
    private final int width;
    private final PairWorker worker;
    private final Keys keys;

    private KeyedRows(int[] rows, PairWorker worker, Keys keys) {
        this.rows = rows;
        this.width = 1 + worker.width();
        this.worker = worker;
        this.keys = keys;
    }

    /** Sends the records of slices to the parts of their keys. */
    static PairFlatMapFunction<Iterator<int[]>, Integer, byte[]> ofSlices(
            Broadcast<PairPlan> plan, Broadcast<Keys> keys, int parts) {
        return slices -> {
            PairWorker worker = keys.value().worker(plan.value());
            IntRows[] out = Stream.generate(IntRows::new).limit(parts).toArray(IntRows[]::new);
            while (slices.hasNext()) {
                int[] rows = slices.next();
                for (int at = 0; at < rows.length; at += worker.width()) {
                    for (int rule = 0; rule < worker.rules(); rule++) {
                        long key = worker.key(rule, rows, at);
                        if (key >= 0 && keys.value().mayMeet(rule, key)) {
                            send(rule, key, keys.value(), rows, at, worker.width(), out);
                        }
                    }
                }
            }
            keys.value().done(worker);
            return KeyCounts.addressed(out);
        };
    }

    private static void send(
            int rule, long key, Keys keys, int[] rows, int at, int width, IntRows[] out) {
        KeySummary.SharedKey shared = keys.shared(rule, key);
        int groups = shared == null ? 1 : Math.min(shared.groups(), MOST_GROUPS);
        int own = groups == 1 ? 0 : PairWorker.Tile.group(rows[at], groups);
        for (int other = 0; other < groups; other++) {
            int head = head(rule, Math.min(own, other), Math.max(own, other));
            IntRows to = out[Hash.part(Hash.of(head, key), out.length)];
            to.add(head);
            to.add(rows, at, width);
        }
    }

    private static int head(int rule, int one, int other) {
        return (rule << RULE_FROM) | (one << GROUP_BITS) | other;
    }

    /** Gives every block of a part to somebody, its records in order. */
    static void forEachBlock(
            Iterator<Tuple2<Integer, byte[]>> messages,
            PairWorker worker,
            Keys keys,
            Consumer<PairWorker.Block> use) {
        List<byte[]> chunks = new ArrayList<>();
        messages.forEachRemaining(m -> chunks.add(m._2()));
        chunks.sort(Comparator.comparingInt(rows -> ByteBuffer.wrap(rows).getInt(Integer.BYTES)));
        int[] all = new int[chunks.stream().mapToInt(IntRows::size).reduce(0, Math::addExact)];
        int at = 0;
        for (byte[] rows : chunks) {
            IntRows.read(rows, all, at);
            at += IntRows.size(rows);
        }
        new KeyedRows(all, worker, keys).forEachBlock(use);
    }

    private void forEachBlock(Consumer<PairWorker.Block> use) {
        int count = rows.length / width;
        if (count > INDEX) {
            throw new IllegalStateException("%d rows are too many for one part.".formatted(count));
        }
        long[] order = new long[count];
        for (int row = 0; row < count; row++) {
            order[row] = (Hash.of(rows[row * width], key(row)) & ~INDEX) | row;
        }
        Arrays.sort(order);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && (order[to] & ~INDEX) == (order[from] & ~INDEX)) {
                to++;
            }
            split(order, from, to, use);
            from = to;
        }
    }

    /** Rows of one hash are rows of one key, but for the very odd time. */
    private void split(long[] order, int from, int to, Consumer<PairWorker.Block> use) {
        int[] left = new int[to - from];
        for (int k = from; k < to; k++) {
            left[k - from] = (int) (order[k] & INDEX);
        }
        while (left.length > 1) {
            int head = rows[left[0] * width];
            long key = key(left[0]);
            int[] same = new int[left.length];
            int[] others = new int[left.length];
            int found = 0;
            int apart = 0;
            for (int row : left) {
                if (rows[row * width] == head && key(row) == key) {
                    same[found++] = row;
                } else {
                    others[apart++] = row;
                }
            }
            if (found > 1) {
                use.accept(block(head, key, same, found));
            }
            left = Arrays.copyOf(others, apart);
        }
    }

    private long key(int row) {
        int at = row * width;
        return worker.key(rows[at] >>> RULE_FROM, rows, at + 1);
    }

    private PairWorker.Block block(int head, long key, int[] members, int size) {
        int[] own = new int[size * worker.width()];
        for (int m = 0; m < size; m++) {
            System.arraycopy(rows, members[m] * width + 1, own, m * worker.width(), worker.width());
        }
        int rule = head >>> RULE_FROM;
        KeySummary.SharedKey shared = keys.shared(rule, key);
        if (shared == null) {
            return new PairWorker.Block(rule, own[0], PairWorker.Tile.WHOLE, own, worker.width());
        }
        var tile =
                new PairWorker.Tile(
                        Math.min(shared.groups(), MOST_GROUPS),
                        (head >>> GROUP_BITS) & GROUP,
                        head & GROUP);
        return new PairWorker.Block(rule, shared.first(), tile, own, worker.width());
    }
}
