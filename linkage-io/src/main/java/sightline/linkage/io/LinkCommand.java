package sightline.linkage.io;

import sightline.linkage.Assessment;
import sightline.linkage.Engine;
import sightline.linkage.Group;
import sightline.linkage.Linkage;
import sightline.linkage.LinkageException;
import sightline.linkage.Progress;
import sightline.linkage.Quality;
import sightline.linkage.Table;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The command {@code link}: files in, clusters out, in a process of its own so that it starts at
 * once. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the data or the settings cannot be used.
 */
public final class LinkCommand {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int DATA = 3;
    private static final String HELP =
            """
            usage: sightline link FILE... --model MODEL --output OUT [--save-model FILE] [--report HTML]
                   sightline link explain A B FILE... [--model MODEL]
                   sightline link evaluate FILE... --truth COLUMN [--group COLUMN]... [--report HTML]

            Finds which records of the files (CSV or Parquet) are about one person. OUT is a CSV
            file, or Parquet where it is called OUT.parquet, with record_id (the files' id column,
            or the number of the row), source and cluster_id.
            MODEL is auto, which writes how the records were linked to OUT.settings.yaml; or such a
            file, edited; or a model learnt before and kept with --save-model, used as it is.
            explain tells why the records A and B are one person or not.
            evaluate tells how right the result is, and for whom: COLUMN names the person of each
            record, and is not shown to linkage. --report writes a page with pictures; it holds
            values of records.
            --checkpoint DIR keeps what is scored there as it is done, so that a run that was broken
            off goes on. --engine spark compares the pairs on Apache Spark, with the very same
            result; --master says where (local[*], spark://HOST:PORT).
            """;

    private final PrintStream data;
    private final PrintStream progress;
    private final LinkOptions options;
    private final Optional<Engine> engine;

    private LinkCommand(
            LinkOptions options, Optional<Engine> engine, PrintStream data, PrintStream progress) {
        this.options = options;
        this.engine = engine;
        this.data = data;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        Path own = Path.of(System.getProperty("java.class.path"));
        System.exit(run(List.of(arguments), Elsewhere.beside(own), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream data, PrintStream progress) {
        return run(arguments, new Elsewhere.Nowhere(), data, progress);
    }

    /** Gives the engine that the command line asks for. */
    @FunctionalInterface
    public interface Start {
        /**
         * The engine.
         *
         * @param master where it runs, as {@code --master} says
         * @param checkpoint where it keeps what is done, as {@code --checkpoint} says
         * @param progress where it may tell how it went
         */
        Engine engine(Optional<String> master, Optional<String> checkpoint, PrintStream progress);
    }

    /**
     * Runs the command where an engine other than this process is to be had; gives its exit code.
     */
    public static int run(List<String> arguments, Start start) {
        return run(arguments, new Elsewhere.InThisProgram(start), System.out, System.err);
    }

    static int run(
            List<String> arguments, Elsewhere elsewhere, PrintStream data, PrintStream progress) {
        try {
            LinkOptions options = LinkOptions.of(arguments);
            if (options.engine().equals("local")) {
                Optional<Engine> keeping =
                        options.value("--checkpoint").map(Path::of).map(Engine::keepingIn);
                new LinkCommand(options, keeping, data, progress).run();
                return 0;
            }
            switch (elsewhere) {
                case Elsewhere.InThisProgram(Start start) -> {
                    Engine engine =
                            start.engine(
                                    options.value("--master"),
                                    options.value("--checkpoint"),
                                    progress);
                    new LinkCommand(options, Optional.of(engine), data, progress).run();
                    return 0;
                }
                case Elsewhere.InAnother another -> {
                    return another.run(arguments);
                }
                case Elsewhere.Nowhere _ ->
                        throw new LinkOptions.UsageException(
                                "--engine spark is a program of its own, linkage-spark/run, which is not here");
            }
        } catch (LinkOptions.UsageException e) {
            progress.println("sightline link: " + e.getMessage() + ".");
            progress.print(HELP);
            return USAGE;
        } catch (LinkageException e) {
            progress.println("sightline link: " + e.getMessage());
            return DATA;
        } catch (IOException e) {
            progress.println("sightline link: " + e.getMessage());
            return FAILED;
        }
    }

    private void run() throws IOException {
        for (String written : List.of("--output", "--report", "--save-model")) {
            refuseNoFolder(options.value(written));
        }
        List<Table> tables = read();
        switch (options.verb()) {
            case LINK -> write(link(tables), tables);
            case EXPLAIN ->
                    data.print(
                            link(tables)
                                    .explain(options.words().getFirst(), options.words().getLast())
                                    .text());
            case EVALUATE -> evaluate(tables);
        }
    }

    /** Long work whose result has no place to go is not begun. */
    private static void refuseNoFolder(Optional<String> written) throws IOException {
        Optional<Path> folder = written.map(f -> Path.of(f).toAbsolutePath().getParent());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new IOException(
                    "%s cannot be written: there is no such folder.%nMake it first."
                            .formatted(written.get()));
        }
    }

    private void evaluate(List<Table> tables) throws IOException {
        Truth truth = Truth.of(tables, options.value("--truth").orElseThrow());
        Linkage linkage = link(truth.tables());
        Assessment assessment = Assessment.of(linkage, truth.people());
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        options.values("--group")
                .forEach(g -> groups.put(g, assessment.by(Truth.columns(tables, g))));
        groups.put("completeness", assessment.byCompleteness());
        data.print(Figures.text(linkage, assessment, groups));
        Optional<String> report = options.value("--report");
        if (report.isPresent()) {
            Files.writeString(Path.of(report.get()), Report.of(linkage, assessment, groups));
        }
    }

    private List<Table> read() {
        List<Table> tables = new ArrayList<>();
        for (Path file : options.files()) {
            Table table = distinct(TableFile.read(file), tables);
            table.remarks().forEach(r -> progress.println(table.name() + ": " + r));
            tables.add(table);
        }
        return tables;
    }

    private Linkage link(List<Table> tables) {
        Progress steps = new Steps(progress, System::nanoTime);
        if (options.model().equals("auto")) {
            return engine.isPresent()
                    ? Linkage.auto(tables, engine.get(), steps)
                    : Linkage.auto(tables, steps);
        }
        SettingsFile file = SettingsFile.read(Path.of(options.model()), tables);
        return engine.isPresent()
                ? link(file, tables, engine.get(), steps)
                : link(file, tables, steps);
    }

    private static Linkage link(SettingsFile file, List<Table> tables, Progress steps) {
        return file.trained().isPresent()
                ? Linkage.with(file.trained().get(), tables, steps)
                : Linkage.with(file.settings(), tables, steps);
    }

    private static Linkage link(
            SettingsFile file, List<Table> tables, Engine engine, Progress steps) {
        return file.trained().isPresent()
                ? Linkage.with(file.trained().get(), tables, engine, steps)
                : Linkage.with(file.settings(), tables, engine, steps);
    }

    private void write(Linkage linkage, List<Table> tables) throws IOException {
        String output = options.value("--output").orElseThrow();
        CompletableFuture<Quality> quality = CompletableFuture.supplyAsync(linkage::quality);
        ClusterFile.write(linkage, Path.of(output));
        List<String> names = tables.stream().map(Table::name).toList();
        if (options.model().equals("auto")) {
            Files.writeString(
                    Path.of(output + ".settings.yaml"),
                    SettingsFile.text(linkage.settings(), names));
        }
        Optional<String> report = options.value("--report");
        if (report.isPresent()) {
            Files.writeString(Path.of(report.get()), Report.of(linkage));
        }
        Optional<String> kept = options.value("--save-model");
        if (kept.isPresent()) {
            Files.writeString(Path.of(kept.get()), SettingsFile.text(linkage.trained(), names));
        }
        linkage.remarks().stream().filter(r -> r.contains("left out")).forEach(progress::println);
        progress.printf("%d records, %d people%n", linkage.size(), linkage.clusters().count());
        progress.println(quality.join().text());
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
}
