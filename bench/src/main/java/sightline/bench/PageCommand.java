package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.core.directory.AgencyType;
import sightline.database.Database;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** How long the largest pages take, from the request to the last byte, on the same machine. */
@Command(
        name = "page",
        description = "Read the pages of a child of whom much is recorded, again and again.",
        mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
    @Option(names = "--entries", defaultValue = "500", description = "What is recorded.")
    private int entries;

    @Option(names = "--times", defaultValue = "300", description = "How often each is read.")
    private int times;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(
            names = "--data",
            required = true,
            description =
                    "A new folder for the installation; it stays. One that stands is read again.")
    private Path data = Path.of("");

    @Option(names = "--statements", description = "Say which statements cost the database most.")
    private boolean statements;

    @Option(names = "--record", description = "Record the server's flight into this file.")
    private Path recording = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;

    PageCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(Machine.line(clock.instant(), seed, Path.of("")));
        World world = new World(seed, 100, clock.instant());
        Childhood child = new Childhood(world, entries);
        boolean again = Files.exists(data.resolve("keys"));
        try (Installation installation =
                again
                        ? Installation.left(data)
                        : Installation.make(data, world.directory(), world.goLive())) {
            if (!again) {
                fill(installation, child);
                Reader.register(installation, world.first(AgencyType.CHILDRENS_SOCIAL_CARE));
            }
            read(installation, "/children/" + Crowded.person(installation, child));
        }
        return 0;
    }

    private void fill(Installation installation, Childhood child) {
        try (Database database = installation.open()) {
            History live = new History(installation, database, clock, _ -> {});
            child.messages().forEach(live::keep);
            live.follow();
        }
    }

    private void read(Installation installation, String page) {
        Optional<Statements> counted =
                statements ? Optional.of(Statements.countedIn(installation)) : Optional.empty();
        List<String> options =
                recording.toString().isEmpty()
                        ? List.of()
                        : List.of(ServeProcess.recordingInto(recording));
        try (ServeProcess server = ServeProcess.start(installation.folder(), options, List.of());
                Reader reader = Reader.signedIn(server.awaitServing())) {
            for (String path : List.of(page, page + "/chronology", "/work")) {
                for (int i = 0; i < times / 2; i++) {
                    reader.get(path);
                }
                counted.ifPresent(Statements::reset);
                measure(installation, server, reader, path, page);
                counted.ifPresent(c -> c.costliest().forEach(out::println));
            }
            if (!recording.toString().isEmpty()) {
                LoadCommand.jcmd(server, "JFR.dump", "filename=" + recording.toAbsolutePath());
            }
        }
    }

    private void measure(
            Installation installation,
            ServeProcess server,
            Reader reader,
            String path,
            String page) {
        Latencies took = new Latencies();
        Duration program = server.processorTime();
        Duration database = installation.processorTime();
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            bytes = reader.get(path).length();
            took.add(System.nanoTime() - start);
        }
        out.printf(
                Locale.ROOT,
                "%s with %d entries, %d bytes: %s; processor time a page: server %.1f ms, database %.1f"
                        + " ms; load %.1f%n",
                path.replace(page, "/children/ID"),
                entries,
                bytes,
                took,
                server.processorTime().minus(program).toNanos() / 1e6 / times,
                installation.processorTime().minus(database).toNanos() / 1e6 / times,
                Machine.load());
    }
}
