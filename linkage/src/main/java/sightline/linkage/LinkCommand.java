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
            usage: sightline link FILE... --model MODEL --output OUT [--engine local]
                   sightline link explain A B FILE... [--model MODEL]

            Finds which records of the CSV files are about one person. OUT is a CSV file with
            record_id (the files' id column, or the number of the row), source and cluster_id.
            MODEL is auto, which writes what it took the columns for to OUT.settings, or such a file.
            explain tells why the records A and B are one person or not.
            """;

    private final PrintStream data;
    private final PrintStream progress;
    private final List<String> explained = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private String model = "auto";
    private String output = "";

    private LinkCommand(PrintStream data, PrintStream progress) {
        this.data = data;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream data, PrintStream progress) {
        LinkCommand command = new LinkCommand(data, progress);
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
        boolean explains = arguments.length > from + 2 && arguments[from].equals("explain");
        if (explains) {
            explained.addAll(List.of(arguments[from + 1], arguments[from + 2]));
            from += 3;
        }
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
        return !files.isEmpty() && output.isEmpty() == explains;
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
        List<Table> tables = new ArrayList<>();
        for (Path file : files) {
            Table table = distinct(CsvReader.read(file), tables);
            table.remarks().forEach(r -> progress.println(table.name() + ": " + r));
            tables.add(table);
        }
        long start = System.nanoTime();
        Progress steps =
                step -> progress.printf("%6.2f s  %s%n", (System.nanoTime() - start) / NANOS, step);
        Linkage linkage =
                model.equals("auto")
                        ? Linkage.auto(tables, steps)
                        : Linkage.with(settings(tables.size()), tables, steps);
        if (!explained.isEmpty()) {
            data.print(linkage.explain(explained.getFirst(), explained.getLast()).text());
            return;
        }
        write(linkage);
        if (model.equals("auto")) {
            Files.writeString(Path.of(output + ".settings"), linkage.settings().text());
        }
        linkage.remarks().stream().filter(r -> r.contains("left out")).forEach(progress::println);
        progress.printf(
                "%d records, %d people%n", linkage.records().size(), linkage.clusters().count());
    }

    /** The table under a name of its own: files of two folders may be called the same. */
    private static Table distinct(Table table, List<Table> before) {
        String name = table.name();
        int number = 2;
        while (isTaken(name, before)) {
            name = table.name() + "~" + number++;
        }
        return new Table(name, table.columns(), table.rows(), table.remarks());
    }

    private static boolean isTaken(String name, List<Table> tables) {
        return tables.stream().anyMatch(t -> t.name().equals(name));
    }

    private Settings settings(int tables) throws IOException {
        return Settings.parse(Files.readString(Path.of(model)), tables);
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
