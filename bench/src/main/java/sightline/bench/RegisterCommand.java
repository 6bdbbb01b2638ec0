package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.core.register.RegisteredLife;
import sightline.core.register.Registration;
import sightline.core.register.Registrations;
import sightline.core.register.State;
import sightline.database.Database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A national register: every duty worked out anew, and one notice to what follows from it. */
@Command(
        name = "register",
        description = {
            "Work out every registered person's duties anew: in memory, for a whole nation, and in",
            "the running system's pipeline and database, for fewer. Then time single notices."
        },
        mixinStandardHelpOptions = true)
final class RegisterCommand implements Callable<Integer> {
    @Option(names = "--people", defaultValue = "100000", description = "How many in memory.")
    private int people;

    @Option(names = "--notices", defaultValue = "20", description = "How many each gave.")
    private int notices;

    @Option(names = "--stored", defaultValue = "1000", description = "How many in the database.")
    private int stored;

    @Option(names = "--live", defaultValue = "300", description = "Single notices timed.")
    private int live;

    @Option(names = "--nights", defaultValue = "7", description = "Nights that pass at the end.")
    private int nights;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(
            names = "--statements",
            description = "Say which statements cost the database most as nights pass.")
    private boolean statements;

    private final InstantSource clock;
    private final PrintStream out;

    /** How far the installation's clock has been moved on. */
    private Duration ahead = Duration.ZERO;

    RegisterCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        Instant now = clock.instant();
        out.println(Machine.line(now, seed, Path.of("")));
        World world = new World(seed, 100, now);
        inMemory(world.today());
        inTheDatabase(world);
        out.printf(Locale.ROOT, "load %.1f at the end%n", Machine.load());
        return 0;
    }

    private void inMemory(LocalDate today) {
        List<RegisterPack> packs =
                RegisterPackReader.switchedOn().stream()
                        .filter(p -> p.heldIn(Set.of(Nation.ENGLAND)))
                        .toList();
        List<RegisteredLife> lives =
                IntStream.range(0, people)
                        .parallel()
                        .mapToObj(i -> RegisteredPerson.of(seed, i, notices, today).life())
                        .toList();
        long told = lives.stream().mapToLong(l -> l.happenings().size()).sum();
        WorkingCalendar calendar = WorkingCalendar.of(Nation.ENGLAND);
        for (String round : List.of("cold", "warm")) {
            Duration before = Machine.processorTime();
            long began = System.nanoTime();
            Map<State, Long> states =
                    lives.parallelStream()
                            .flatMap(l ->
                                    packs.stream()
                                            .map(p -> Registrations.of(p, l, calendar, today)))
                            .collect(
                                    Collectors.groupingBy(
                                            Registration::state,
                                            () -> new EnumMap<>(State.class),
                                            Collectors.counting()));
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "in memory, %s: %d people, %d happenings, %d registers: %.1f s (%.1f s of processor)%n",
                    round,
                    people,
                    told,
                    packs.size(),
                    seconds,
                    Machine.processorTime().minus(before).toMillis() / 1e3);
            out.println("  " + states);
        }
    }

    private void inTheDatabase(World world) {
        Path folder = Installation.folder(Path.of(""), "register");
        LocalDate longAgo = world.today().minusYears(70);
        try (Installation installation = Installation.make(folder, world.directory(), longAgo)) {
            Optional<Statements> counted =
                    statements ? Optional.of(Statements.countedIn(installation)) : Optional.empty();
            try (Database database = installation.open()) {
                inTheDatabase(world, installation, database, counted);
            }
        }
    }

    private void inTheDatabase(
            World world,
            Installation installation,
            Database database,
            Optional<Statements> counted) {
        InstantSource moved = () -> clock.instant().plus(ahead);
        History engine = new History(installation, database, moved, out::println);
        RegisterMessages messages = new RegisterMessages(world);
        List<RegisteredPerson> kept =
                IntStream.range(0, stored)
                        .mapToObj(i -> RegisteredPerson.of(seed, i, notices, world.today()))
                        .toList();
        kept.stream().map(messages::of).forEach(all -> all.forEach(engine::add));
        out.println("in the database: " + engine.finish().lines());
        anew(engine, installation);
        single(engine, messages, kept, world.today());
        counted.ifPresent(Statements::reset);
        nights(engine, installation);
        counted.ifPresent(c -> c.costliest().forEach(out::println));
    }

    /**
     * Everybody once more, with nothing new: what a night would cost that worked out everything.
     */
    private void anew(History engine, Installation installation) {
        Duration program = Machine.processorTime();
        Duration server = installation.processorTime();
        Duration took = engine.everybody();
        out.printf(
                Locale.ROOT,
                "in the database, worked out anew: %d people in %.1f s, %.0f a second; %.2f ms and"
                        + " %.2f ms of processor a person (program, database)%n",
                stored,
                took.toMillis() / 1e3,
                stored * 1e3 / took.toMillis(),
                each(program, Machine.processorTime()),
                each(server, installation.processorTime()));
    }

    /** What a night really works out: whoever is due by midnight, as time alone has made them. */
    private void nights(History engine, Installation installation) {
        for (int night = 1; night <= nights; night++) {
            ZonedDateTime now = clock.instant().plus(ahead).atZone(London.ZONE);
            ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(London.ZONE);
            ahead = ahead.plus(Duration.between(now, midnight)).plusSeconds(1);
            Duration program = Machine.processorTime();
            Duration server = installation.processorTime();
            long start = System.nanoTime();
            History.Followed followed = engine.follow();
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "night %d: %d of %d people were due, %.2f s; of 100,000 at this rate %.0f s;"
                            + " %.0f and %.0f ms of processor (program, database)%n",
                    night,
                    followed.looked(),
                    stored,
                    seconds,
                    seconds * 100_000 / stored,
                    Machine.processorTime().minus(program).toNanos() / 1e6,
                    installation.processorTime().minus(server).toNanos() / 1e6);
        }
    }

    private double each(Duration from, Duration until) {
        return until.minus(from).toNanos() / 1e6 / stored;
    }

    private void single(
            History engine,
            RegisterMessages messages,
            List<RegisteredPerson> kept,
            LocalDate today) {
        Latencies times = new Latencies();
        Function<Integer, RegisteredPerson> one = i -> kept.get(i * 7 % kept.size());
        for (int i = 0; i < live; i++) {
            engine.add(messages.current(one.apply(i), today));
            long start = System.nanoTime();
            engine.store();
            engine.follow();
            times.add(System.nanoTime() - start);
        }
        out.println("one notice, from its arrival to what follows: " + times);
    }
}
