package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.database.Database;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** History by the bulk path, then live messages over HTTP to a real server. */
@Command(
        name = "load",
        description = "Load a population's history, then send its life to a running server.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

    @Option(names = "--people", defaultValue = "10000", description = "How many people live.")
    private int people;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(
            names = "--live-days",
            defaultValue = "150",
            description = "How many of the last days come over HTTP; the rest is history.")
    private int liveDays;

    @Option(names = "--rate", defaultValue = "100", description = "Live messages a second.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long they are sent.")
    private int seconds;

    @Option(
            names = "--warm-seconds",
            defaultValue = "10",
            description = "How long half of that is sent before, while the compiler warms up.")
    private int warmSeconds;

    @Option(
            names = "--most-seconds",
            defaultValue = "30",
            description = "How long the greatest rate is looked for.")
    private int mostSeconds;

    @Option(names = "--history", description = "Only load the history.")
    private boolean onlyHistory;

    @Option(names = "--record", description = "Record the server's flight to this file.")
    private Path recording = Path.of("");

    @Option(names = "--statements", description = "Say which statements cost the database most.")
    private boolean statements;

    @Option(
            names = "--data",
            required = true,
            description = "A new folder for the installation; it stays.")
    private Path data = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;

    LoadCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        Instant now = clock.instant();
        out.println(Machine.line(now, seed, Path.of("")));
        World world = new World(seed, people, now);
        try (Installation installation =
                Installation.make(data, world.directory(), world.goLive())) {
            Optional<Statements> counted =
                    statements ? Optional.of(Statements.countedIn(installation)) : Optional.empty();
            Traffic life = world.life();
            long before = size(installation);
            List<Traffic.Sent> first = history(installation, world, life);
            out.printf(Locale.ROOT, "people %d: %s%n", people, bytes(installation, before));
            tell("history", counted);
            if (!onlyHistory) {
                live(installation, world, after(first, life));
                tell("live", counted);
            }
        }
        out.printf(
                Locale.ROOT,
                "load %.1f at the end; the driver used %s s of processor time%n",
                Machine.load(),
                Machine.processorTime().toMillis() / 1e3);
        return 0;
    }

    private void tell(String when, Optional<Statements> counted) {
        counted.ifPresent(c -> {
            out.printf(Locale.ROOT, "statements, %s:%n", when);
            c.costliest().forEach(out::println);
            c.reset();
        });
    }

    private static Iterator<Traffic.Sent> after(List<Traffic.Sent> first, Traffic life) {
        return new Iterator<>() {
            private final Iterator<Traffic.Sent> held = first.iterator();

            @Override
            public boolean hasNext() {
                return held.hasNext() || life.hasNext();
            }

            @Override
            public Traffic.Sent next() {
                return held.hasNext() ? held.next() : life.next();
            }
        };
    }

    /** Loads what was recorded before the live days; the first live message was taken already. */
    private List<Traffic.Sent> history(Installation installation, World world, Traffic life) {
        Instant end = world.day(liveDays);
        List<Traffic.Sent> first = new ArrayList<>();
        try (Database database = installation.open()) {
            History history = new History(installation, database, clock, out::println);
            world.known().forEach(history::add);
            while (first.isEmpty() && life.hasNext()) {
                Traffic.Sent message = life.next();
                if (message.recorded().isBefore(end)) {
                    history.add(message);
                } else {
                    first.add(message);
                }
            }
            Duration used = Machine.processorTime();
            out.printf(Locale.ROOT, "history, %d people: %s%n", people, history.finish().lines());
            out.printf(
                    Locale.ROOT,
                    "  processor time of reading and following: %.0f s here, %.0f s database so far%n",
                    Machine.processorTime().minus(used).toMillis() / 1e3,
                    installation.processorTime().toMillis() / 1e3);
        }
        return first;
    }

    private void live(Installation installation, World world, Iterator<Traffic.Sent> life) {
        List<String> options = new ArrayList<>();
        if (!recording.toString().isEmpty()) {
            options.add(ServeProcess.recordingInto(recording));
        }
        try (ServeProcess server = ServeProcess.start(data, options, List.of())) {
            LoadRun run = new LoadRun(installation, world, life, seed, server.awaitServing());
            run.at(Math.max(20, rate / 2), Duration.ofSeconds(warmSeconds), Duration.ofMinutes(5));
            steady(installation, server, run);
            if (mostSeconds > 0) {
                out.printf(
                        Locale.ROOT,
                        "greatest rate with everything current: %.0f messages a second, for %d s%n",
                        run.most(Duration.ofSeconds(mostSeconds)),
                        mostSeconds);
            }
            out.printf(
                    Locale.ROOT,
                    "server heap after a full collection: %d MiB of 960%n",
                    heap(server));
            if (!recording.toString().isEmpty()) {
                jcmd(server, "JFR.dump", "filename=" + recording.toAbsolutePath());
            }
        }
    }

    private void steady(Installation installation, ServeProcess server, LoadRun run) {
        Duration driver = Machine.processorTime();
        Duration program = server.processorTime();
        Duration database = installation.processorTime();
        long before = size(installation);
        LoadRun.Outcome outcome =
                run.at(rate, Duration.ofSeconds(seconds), Duration.ofSeconds(10L * seconds));
        double per = 1e3 * Math.max(1, outcome.sent());
        out.printf(
                Locale.ROOT,
                "live at %d a second for %.0f s: %d sent, %d not acknowledged, %d never read; current"
                        + " %.1f s after the last%n",
                rate,
                outcome.sending().toMillis() / 1e3,
                outcome.sent(),
                outcome.refused(),
                outcome.unread(),
                outcome.current().toMillis() / 1e3);
        outcome.bySort()
                .forEach((sort, times) ->
                        out.printf(
                                Locale.ROOT, "  acknowledged to readable, %s: %s%n", sort, times));
        out.printf(
                Locale.ROOT,
                "  processor time a message: server %.2f ms, database %.2f ms, driver %.2f ms%n",
                server.processorTime().minus(program).toNanos() / per / 1e3,
                installation.processorTime().minus(database).toNanos() / per / 1e3,
                Machine.processorTime().minus(driver).toNanos() / per / 1e3);
        out.printf(
                Locale.ROOT,
                "  %.0f bytes a message%n",
                (size(installation) - before) / (double) Math.max(1, outcome.sent()));
    }

    private static String bytes(Installation installation, long before) {
        try (Installation.Owner owner = installation.owner()) {
            long messages =
                    owner.sql()
                            .sql("SELECT count(*) FROM feeds.receipt")
                            .query(Long.class)
                            .single();
            long facts =
                    owner.sql().sql("SELECT position FROM facts.head").query(Long.class).single();
            long records =
                    owner.sql()
                            .sql("SELECT count(*) FROM identity.record")
                            .query(Long.class)
                            .single();
            long alerts =
                    owner.sql().sql("SELECT count(*) FROM alerts.alert").query(Long.class).single();
            return "%d messages, %d facts, %d source records, %d alerts, %d bytes a message on disk"
                    .formatted(
                            messages,
                            facts,
                            records,
                            alerts,
                            (size(installation) - before) / Math.max(1, messages));
        }
    }

    private static long size(Installation installation) {
        try (Installation.Owner owner = installation.owner()) {
            return owner.sql()
                    .sql("SELECT pg_database_size(current_database())")
                    .query(Long.class)
                    .single();
        }
    }

    private static long heap(ServeProcess server) {
        jcmd(server, "GC.run");
        Matcher found = HEAP.matcher(jcmd(server, "GC.heap_info"));
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : -1;
    }

    static String jcmd(ServeProcess server, String... command) {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        whole.add(Long.toString(server.pid()));
        whole.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new UncheckedIOException("jcmd does not run", cannot);
        }
    }
}
