package sightline.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code link}: files in, clusters out, in a process of its own so that it starts at
 * once. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the data cannot be linked.
 */
public final class LinkCommand {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int DATA = 3;
    private static final double NANOS = 1e9;
    private static final String HELP =
            """
            usage: sightline link FILE... --model auto --output OUT [--engine local]

            Finds which records of the CSV files are about one person. OUT is a CSV file with
            record_id (the files' id column, or the number of the row), source and cluster_id.
            """;

    private final PrintStream progress;
    private final List<Path> files = new ArrayList<>();
    private String model = "auto";
    private String output = "";

    private LinkCommand(PrintStream progress) {
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.err));
    }

    static int run(String[] arguments, PrintStream progress) {
        LinkCommand command = new LinkCommand(progress);
        try {
            if (!command.understands(arguments)) {
                progress.print(HELP);
                return USAGE;
            }
            command.link();
            return 0;
        } catch (LinkageException e) {
            progress.println("sightline link: " + e.getMessage());
            return DATA;
        } catch (IOException e) {
            progress.println("sightline link: " + e.getMessage());
            return FAILED;
        }
    }

    private boolean understands(String[] arguments) {
        int from = arguments.length > 0 && arguments[0].equals("link") ? 1 : 0;
        for (int i = from; i < arguments.length; i++) {
            String word = arguments[i];
            boolean last = i + 1 == arguments.length;
            switch (word) {
                case "--model", "--output", "--engine" -> {
                    if (last || !option(word, arguments[++i])) {
                        return false;
                    }
                }
                default -> {
                    if (word.startsWith("-")) {
                        return false;
                    }
                    files.add(Path.of(word));
                }
            }
        }
        return !files.isEmpty() && !output.isEmpty();
    }

    private boolean option(String name, String value) {
        switch (name) {
            case "--model" -> model = value;
            case "--output" -> output = value;
            default -> {
                if (!value.equals("local")) {
                    progress.println("sightline link: only --engine local is there");
                    return false;
                }
            }
        }
        return !value.isEmpty();
    }

    private void link() throws IOException {
        if (!model.equals("auto")) {
            throw new LinkageException("Only --model auto is there so far.");
        }
        List<Table> tables = new ArrayList<>();
        for (Path file : files) {
            Table table = CsvReader.read(file);
            table.remarks().forEach(r -> progress.println(table.name() + ": " + r));
            tables.add(table);
        }
        long start = System.nanoTime();
        Linkage linkage =
                Linkage.auto(
                        tables,
                        step ->
                                progress.printf(
                                        "%6.2f s  %s%n",
                                        (System.nanoTime() - start) / NANOS, step));
        write(linkage);
        progress.printf(
                "%d records, %d people%n", linkage.records().size(), linkage.clusters().count());
    }

    private void write(Linkage linkage) throws IOException {
        Records records = linkage.records();
        Clusters clusters = linkage.clusters();
        String[] names = clusterNames(records, clusters);
        try (BufferedWriter out =
                Files.newBufferedWriter(Path.of(output), StandardCharsets.UTF_8)) {
            out.write("record_id,source,cluster_id\n");
            for (int source = 0; source < records.sources(); source++) {
                String name = quoted(records.sourceName(source));
                for (int i = records.firstOf(source); i < records.firstOf(source + 1); i++) {
                    out.write(quoted(records.idOf(i)));
                    out.write(',');
                    out.write(name);
                    out.write(',');
                    out.write(quoted(names[clusters.of(i)]));
                    out.write('\n');
                }
            }
        }
    }

    private static String[] clusterNames(Records records, Clusters clusters) {
        String[] names = new String[records.size()];
        for (int source = 0; source < records.sources(); source++) {
            String prefix = records.sources() == 1 ? "" : records.sourceName(source) + ":";
            for (int i = records.firstOf(source); i < records.firstOf(source + 1); i++) {
                String name = prefix + records.idOf(i);
                int cluster = clusters.of(i);
                if (names[cluster] == null || name.compareTo(names[cluster]) < 0) {
                    names[cluster] = name;
                }
            }
        }
        return names;
    }

    private static String quoted(String value) {
        if (value.indexOf(',') < 0
                && value.indexOf('"') < 0
                && value.indexOf('\n') < 0
                && value.indexOf('\r') < 0) {
            return value;
        }
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
