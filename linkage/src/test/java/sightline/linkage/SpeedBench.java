package sightline.linkage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints pairs scored a second, warm, on all cores, and the times of single queries and inserts:
 * {@code FILE [QUERIES]}.
 */
final class SpeedBench {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final double NANOS = 1e9;

    private SpeedBench() {}

    public static void main(String[] arguments) {
        Table table = CsvReader.read(Path.of(arguments[0]));
        Linkage linkage = Linkage.auto(List.of(table));
        System.out.printf(
                Locale.ROOT,
                "%d records, %d columns%n",
                linkage.size(),
                linkage.pairCells().columns());
        score(linkage);
        if (arguments.length > 1) {
            ask(linkage.live(), table, Integer.parseInt(arguments[1]));
        }
    }

    private static void score(Linkage linkage) {
        double[] clock = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        long pairs = linkage.blocking.rules().stream().mapToLong(r -> r.pairs).sum();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Duration before = spent();
            long start = System.nanoTime();
            linkage.scoring(step -> {}).keep(-7);
            if (round >= 0) {
                clock[round] = pairs / ((System.nanoTime() - start) / NANOS);
                processor[round] = pairs / (spent().minus(before).toNanos() / NANOS);
            }
        }
        Arrays.sort(clock);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%d pairs; %.2f million a second of clock, %.2f a second of one core's processor time (medians of %d)%n",
                pairs,
                clock[ROUNDS / 2] / 1e6,
                processor[ROUNDS / 2] / 1e6,
                ROUNDS);
    }

    private static Duration spent() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void ask(LiveIndex live, Table table, int queries) {
        Random random = new Random(1);
        long[] query = new long[queries];
        long[] insert = new long[queries];
        for (int round = 0; round < 2; round++) {
            for (int q = 0; q < queries; q++) {
                Map<String, String> record = changed(table, random);
                long start = System.nanoTime();
                live.query(record);
                long middle = System.nanoTime();
                live.insert("live" + round + "-" + q, record);
                insert[q] = System.nanoTime() - middle;
                query[q] = middle - start;
            }
        }
        print("query", query);
        print("insert", insert);
    }

    /** A record with one letter of one value dropped. */
    private static Map<String, String> changed(Table table, Random random) {
        int row = random.nextInt(table.rows());
        Map<String, String> record = new HashMap<>();
        for (Column column : table.columns()) {
            record.put(column.name(), column.text(row));
        }
        Column column = table.columns().get(random.nextInt(table.columns().size()));
        String text = column.text(row);
        if (text.length() > 2) {
            int at = random.nextInt(text.length());
            record.put(column.name(), text.substring(0, at) + text.substring(at + 1));
        }
        return record;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.3f ms, p99 %.3f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
