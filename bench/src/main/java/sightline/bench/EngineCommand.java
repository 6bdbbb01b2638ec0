package sightline.bench;

import com.sun.management.ThreadMXBean;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.database.Database;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;

/** The pipeline in this process, without HTTP: what a message costs, step by step. */
@Command(
        name = "engine",
        description = "Load a population's history, then send its life batch by batch, in process.",
        mixinStandardHelpOptions = true)
final class EngineCommand implements Callable<Integer> {
    private static final double MARKS = 0.05;
    private static final double HUBS = 0.01;

    @Option(names = "--people", defaultValue = "1500", description = "How many people live.")
    private int people;

    @Option(names = "--messages", defaultValue = "1280", description = "Live messages measured.")
    private int messages;

    @Option(
            names = "--warm",
            defaultValue = "1280",
            description = "Live messages before those, while the compiler warms up.")
    private int warm;

    @Option(names = "--batch", defaultValue = "64", description = "Messages stored at a time.")
    private int batch;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(
            names = "--live-days",
            defaultValue = "150",
            description = "How many of the last days come live; the rest is history.")
    private int liveDays;

    @Option(names = "--statements", description = "Say which statements cost the database most.")
    private boolean statements;

    @Option(names = "--data", description = "A new folder for the installation; it stays.")
    private Path data = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;

    EngineCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        Instant now = clock.instant();
        out.println(Machine.line(now, seed, Path.of("")));
        World world = new World(seed, people, now);
        try (Installation installation =
                Installation.make(
                        Installation.folder(data, "engine"), world.directory(), world.goLive())) {
            Statements counted = Statements.countedIn(installation);
            try (Database database = installation.open()) {
                measure(world, installation, database, counted);
            }
        }
        out.printf(Locale.ROOT, "load %.1f at the end%n", Machine.load());
        return 0;
    }

    private void measure(
            World world, Installation installation, Database database, Statements counted) {
        Traffic life = world.life();
        History engine = new History(installation, database, clock, out::println);
        List<Traffic.Sent> first = history(world, life, engine, installation);
        tell(counted);
        Live live = new Live(world, life, first, engine, installation, counted);
        live.send("warming up", warm);
        counted.reset();
        live.send("measured", messages);
        tell(counted);
    }

    private void tell(Statements counted) {
        if (statements) {
            counted.costliest().forEach(out::println);
        }
        counted.reset();
    }

    /** Loads what was recorded before the live days; gives the first live message. */
    private List<Traffic.Sent> history(
            World world, Traffic life, History engine, Installation installation) {
        Instant end = world.day(liveDays);
        List<Traffic.Sent> first = new ArrayList<>();
        Used start = Used.until(installation);
        world.known().forEach(engine::add);
        while (first.isEmpty() && life.hasNext()) {
            Traffic.Sent message = life.next();
            if (message.recorded().isBefore(end)) {
                engine.add(message);
            } else {
                first.add(message);
            }
        }
        History.Times times = engine.finish();
        out.printf(Locale.ROOT, "history, %d people: %s%n", people, times.lines());
        out.println(
                "  with making them: " + Used.until(installation).since(start, times.messages()));
        return first;
    }

    /**
     * Processor time used so far.
     *
     * @param thread of the thread that asks, which is the pipeline's
     * @param program of the whole program, its compiler and collector included
     * @param allocated bytes by the thread that asks: the same on a machine that is busy otherwise
     */
    private record Used(Duration thread, Duration program, Duration database, long allocated) {
        private static final ThreadMXBean THREADS =
                (ThreadMXBean) ManagementFactory.getThreadMXBean();

        static Used until(Installation installation) {
            return new Used(
                    Duration.ofNanos(THREADS.getCurrentThreadCpuTime()),
                    Machine.processorTime(),
                    installation.processorTime(),
                    THREADS.getCurrentThreadAllocatedBytes());
        }

        String since(Used before, long messages) {
            return String.format(
                    Locale.ROOT,
                    "processor time a message: pipeline %.2f ms, whole program %.2f ms, database %.2f ms;"
                            + " the pipeline allocated %d kB a message",
                    each(before.thread, thread, messages),
                    each(before.program, program, messages),
                    each(before.database, database, messages),
                    (allocated - before.allocated) / 1000 / Math.max(1, messages));
        }

        private static double each(Duration from, Duration until, long messages) {
            return until.minus(from).toNanos() / 1e6 / Math.max(1, messages);
        }
    }

    /** Messages as they come, a batch at a time. */
    private final class Live {
        private final World world;
        private final Traffic life;
        private final List<Traffic.Sent> first;
        private final History engine;
        private final Installation installation;
        private final Statements counted;
        private final Random random = new Random(seed);

        Live(
                World world,
                Traffic life,
                List<Traffic.Sent> first,
                History engine,
                Installation installation,
                Statements counted) {
            this.world = world;
            this.life = life;
            this.first = new ArrayList<>(first);
            this.engine = engine;
            this.installation = installation;
            this.counted = counted;
        }

        void send(String phase, int howMany) {
            Latencies times = new Latencies();
            History.Followed all = History.Followed.NOTHING;
            long statementsBefore = counted.calls();
            Used before = Used.until(installation);
            long began = System.nanoTime();
            for (int sent = 0; sent < howMany; sent += batch) {
                for (int i = 0; i < batch; i++) {
                    engine.add(next());
                }
                engine.store();
                long start = System.nanoTime();
                all = all.and(engine.follow());
                times.add(System.nanoTime() - start);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Used after = Used.until(installation);
            out.printf(
                    Locale.ROOT,
                    "%s, %d messages, %d at a time: %.0f a second; %.2f people looked at a message;"
                            + " %.1f statements a batch; a batch: %s%n",
                    phase,
                    all.messages(),
                    batch,
                    all.messages() / seconds,
                    all.looked() / (double) Math.max(1, all.messages()),
                    (counted.calls() - statementsBefore) / (double) Math.max(1, all.batches()),
                    times);
            out.println("  " + after.since(before, all.messages()));
        }

        /** The next message; where no more life is left, marks take its place. */
        private Traffic.Sent next() {
            double chance = random.nextDouble();
            if (chance < HUBS) {
                return world.atHub();
            }
            if (chance < HUBS + MARKS || (first.isEmpty() && !life.hasNext())) {
                return world.mark();
            }
            return first.isEmpty() ? life.next() : first.removeFirst();
        }
    }
}
