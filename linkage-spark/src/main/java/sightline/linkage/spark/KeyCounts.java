package sightline.linkage.spark;

import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

import scala.Tuple2;

import sightline.linkage.PairPlan;
import sightline.linkage.PairWorker;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many records have each key. Counted where the records are and added up key by key, so that a
 * key of very many records is never gathered in one place.
 */
final class KeyCounts {
    private static final int WIDTH = 5;

    private KeyCounts() {}

    /** Counts the keys of some records; to each part go the counts of its keys. */
    static PairFlatMapFunction<Iterator<int[]>, Integer, byte[]> ofSlices(
            Broadcast<PairPlan> plan, int width, int parts) {
        return slices -> {
            PairWorker worker = plan.value().worker();
            IntRows[] out = Stream.generate(IntRows::new).limit(parts).toArray(IntRows[]::new);
            while (slices.hasNext()) {
                int[] rows = slices.next();
                for (int rule = 0; rule < worker.rules(); rule++) {
                    count(worker, rule, rows, width, out);
                }
            }
            return addressed(out);
        };
    }

    private static void count(PairWorker worker, int rule, int[] rows, int width, IntRows[] out) {
        KeyTable table = new KeyTable();
        for (int at = 0; at < rows.length; at += width) {
            long key = worker.key(rule, rows, at);
            if (key >= 0) {
                table.add(key, 1, rows[at]);
            }
        }
        table.forEach((key, count, first) -> {
            IntRows to = out[Hash.part(Hash.of(rule, key), out.length)];
            to.add(rule);
            to.add((int) (key >>> Integer.SIZE));
            to.add((int) key);
            to.add(count);
            to.add(first);
        });
    }

    static Iterator<Tuple2<Integer, byte[]>> addressed(IntRows[] out) {
        List<Tuple2<Integer, byte[]>> messages = new ArrayList<>();
        for (int part = 0; part < out.length; part++) {
            if (!out[part].isEmpty()) {
                messages.add(new Tuple2<>(part, out[part].toBytes()));
            }
        }
        return messages.iterator();
    }

    /** Adds up one part's counts. */
    static KeySummary sum(Iterator<Tuple2<Integer, byte[]>> messages, PairPlan plan, int tile) {
        List<KeyTable> tables = Stream.generate(KeyTable::new).limit(plan.rules()).toList();
        while (messages.hasNext()) {
            byte[] bytes = messages.next()._2();
            int[] rows = new int[IntRows.size(bytes)];
            IntRows.read(bytes, rows, 0);
            for (int at = 0; at < rows.length; at += WIDTH) {
                long key =
                        (long) rows[at + 1] << Integer.SIZE | Integer.toUnsignedLong(rows[at + 2]);
                tables.get(rows[at]).add(key, rows[at + 3], rows[at + 4]);
            }
        }
        KeySummary summary = new KeySummary(plan.rules());
        MeetingKeys meeting = new MeetingKeys(tables.stream().mapToInt(KeyTable::meeting).sum());
        for (int rule = 0; rule < plan.rules(); rule++) {
            int of = rule;
            int limit = plan.limit(rule);
            tables.get(rule)
                    .forEach((key, count, first) -> {
                        if (count > limit) {
                            summary.leaveOut(of, key, count);
                        } else {
                            summary.count(of, count);
                            if (count > 1) {
                                meeting.add(of, key);
                            }
                            if (count > tile) {
                                int groups = Math.ceilDiv(count, tile);
                                summary.share(new KeySummary.SharedKey(of, key, groups, first));
                            }
                        }
                    });
        }
        summary.meeting(meeting);
        return summary;
    }
}
