package sightline.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the accuracy of untuned clusters on sets with known truth: {@code
 * NAME:KEY:FILE[,FILE]...}, where KEY is the column with the truth, or {@code febrl} for ids that
 * hold it. The truth column is taken out before linkage sees the table.
 */
final class AccuracyBench {
    private AccuracyBench() {}

    public static void main(String[] sets) throws IOException {
        for (String set : sets) {
            String[] parts = set.split(":");
            if (parts[0].equals("made")) {
                made(parts[1], parts.length > 2 ? Long.parseLong(parts[2]) : 1);
                continue;
            }
            if (parts[0].equals("odd")) {
                odd(parts[1], parts.length > 2 ? Long.parseLong(parts[2]) : 1);
                continue;
            }
            if (parts[0].equals("write")) {
                write(Path.of(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 1);
                continue;
            }
            run(parts[0], parts[1], parts[2].split(","));
        }
    }

    private static void odd(String name, long seed) {
        for (String odd : OddSets.NAMES) {
            if (name.equals("all") || name.equals(odd)) {
                OddSets set = OddSets.of(odd, seed);
                measure(odd, set.tables(), set.truth(), set.sources());
            }
        }
    }

    /** All made-up sets as files, for other programs. */
    private static void write(Path folder, long seed) throws IOException {
        for (String odd : OddSets.NAMES) {
            OddSets.of(odd, seed).write(folder);
        }
        for (MadeUp.Shape shape : MadeUp.SHAPES) {
            MadeUp.of(shape, seed).write(folder);
        }
    }

    private static void run(String name, String key, String[] files) {
        List<Table> tables = new ArrayList<>();
        Map<String, Integer> people = new HashMap<>();
        List<Integer> truth = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        for (int f = 0; f < files.length; f++) {
            Table table = CsvReader.read(Path.of(files[f]));
            Column column = table.column(key.equals("febrl") ? "rec_id" : key).orElseThrow();
            for (int row = 0; row < table.rows(); row++) {
                String person = column.text(row);
                if (key.equals("febrl")) {
                    person = person.split("-")[1];
                }
                truth.add(people.computeIfAbsent(person, p -> people.size()));
                sources.add(f);
            }
            tables.add(
                    new Table(
                            table.name(),
                            table.columns().stream()
                                    .filter(c -> key.equals("febrl") || c != column)
                                    .toList(),
                            table.rows(),
                            table.remarks()));
        }
        measure(
                name,
                tables,
                truth.stream().mapToInt(x -> x).toArray(),
                sources.stream().mapToInt(x -> x).toArray());
    }

    private static void made(String name, long seed) {
        for (MadeUp.Shape shape : MadeUp.SHAPES) {
            if (name.equals("all") || name.equals(shape.name())) {
                MadeUp set = MadeUp.of(shape, seed);
                measure(shape.name(), set.tables(), set.truth(), set.sources());
            }
        }
    }

    private static void measure(String name, List<Table> tables, int[] t, int[] s) {
        long start = System.nanoTime();
        Linkage linkage = Linkage.auto(tables);
        double seconds = (System.nanoTime() - start) / 1e9;
        Evaluation e =
                tables.size() > 1
                        ? Evaluation.acrossSources(linkage.clusters(), t, s)
                        : Evaluation.of(linkage.clusters(), t);
        System.out.printf(
                Locale.ROOT,
                "%-16s %s F1 %.4f P %.4f R %.4f (tp %d fp %d fn %d) B3 %.4f  %.2f s, %s%n",
                name,
                linkage.isOneToOne() ? "1:1" : "   ",
                e.f1(),
                e.precision(),
                e.recall(),
                e.truePositive(),
                e.falsePositive(),
                e.falseNegative(),
                e.cubed(),
                seconds,
                curve(
                        linkage.edges().renumbered(linkage.records()::rowOf),
                        t,
                        s,
                        tables.size() > 1));
        Evaluation all = Evaluation.of(linkage.clusters(), t);
        System.out.printf(
                Locale.ROOT,
                "  %s; were %.3f, %.3f%n",
                linkage.quality().text(),
                all.precision(),
                all.recall());
        if (Boolean.getBoolean("verbose")) {
            Report.print(linkage);
            Report.wrong(linkage, t);
        }
    }

    /**
     * The best F1 of pairs that any threshold on the pairs' odds gives, and the recall of blocking.
     */
    private static String curve(Edges edges, int[] truth, int[] source, boolean across) {
        long real = 0;
        Map<Integer, Map<Integer, Integer>> people = new HashMap<>();
        for (int i = 0; i < truth.length; i++) {
            people.computeIfAbsent(truth[i], k -> new HashMap<>())
                    .merge(source[i], 1, Integer::sum);
        }
        for (var person : people.values()) {
            long all = person.values().stream().mapToInt(x -> x).sum();
            real += all * (all - 1) / 2;
            if (across) {
                for (int c : person.values()) {
                    real -= (long) c * (c - 1) / 2;
                }
            }
        }
        long tp = 0;
        long n = 0;
        double best = 0;
        double at = 0;
        double atZero = 0;
        for (int e : edges.descending()) {
            if (across && source[edges.left[e]] == source[edges.right[e]]) {
                continue;
            }
            n++;
            if (truth[edges.left[e]] == truth[edges.right[e]]) {
                tp++;
            }
            double f1 = 2.0 * tp / (n + real);
            if (edges.odds[e] >= 0) {
                atZero = f1;
            }
            if (f1 > best) {
                best = f1;
                at = edges.odds[e];
            }
        }
        return String.format(
                Locale.ROOT,
                "pairs at 0 %.4f best %.4f at %.1f, reach %.4f of %d edges",
                atZero,
                best,
                at,
                (double) tp / real,
                edges.size);
    }

    /** What was recognised and learnt. */
    private static final class Report {
        static void wrong(Linkage linkage, int[] truth) {
            Edges edges = linkage.edges();
            int shown = 0;
            byte[] cells = new byte[linkage.model.comparators.size()];
            double[] joint = new double[Population.COUNT];
            PairCells pairCells = linkage.pairCells();
            for (int e = 0; e < edges.size && shown < 60; e++) {
                int i = edges.left[e];
                int j = edges.right[e];
                int x = linkage.records().rowOf(i);
                int y = linkage.records().rowOf(j);
                boolean same = linkage.clusters().of(x) == linkage.clusters().of(y);
                if (same != (truth[x] == truth[y]) && (i * 31 + j) % 7 == 0) {
                    shown++;
                    pairCells.compare(i, j, cells);
                    linkage.model.joint(cells, joint);
                    System.out.printf("%s %.1f%n", same ? "FALSE" : "MISSED", edges.odds[e]);
                    StringBuilder kinds = new StringBuilder();
                    for (Population k : Population.values()) {
                        kinds.append(String.format(" %s %.1e", k, joint[k.index]));
                    }
                    for (int r : new int[] {i, j}) {
                        StringBuilder line = new StringBuilder();
                        for (Comparator c : linkage.model.comparators) {
                            int code = c.feature.codes[r];
                            line.append(code < 0 ? "" : c.feature.text[code]).append(" | ");
                        }
                        System.out.println("    " + line);
                    }
                    System.out.println("   " + kinds);
                }
            }
        }

        static void print(Linkage linkage) {
            for (Field field : linkage.records().fields()) {
                System.out.println("  " + field);
            }
            linkage.blocking.describe().forEach(d -> System.out.println("  " + d));
            Model model = linkage.model;
            System.out.println("  share " + Arrays.toString(model.share));
            for (int c = 0; c < model.comparators.size(); c++) {
                Comparator comparator = model.comparators.get(c);
                System.out.println("  " + comparator.feature.name + " " + comparator.feature.kind);
                for (int cell = 0; cell < comparator.missing(); cell++) {
                    StringBuilder line = new StringBuilder();
                    for (int k = 0; k < Population.COUNT; k++) {
                        line.append(
                                String.format(
                                        Locale.ROOT,
                                        " %9.2e",
                                        model.probability[c][cell * Population.COUNT + k]));
                    }
                    String level = comparator.levels.get(Comparator.level(cell)).name();
                    System.out.printf("    %-24s %s%n", level, line);
                }
            }
        }
    }
}
