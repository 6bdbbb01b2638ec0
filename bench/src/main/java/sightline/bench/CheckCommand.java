package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.audit.Journal;
import sightline.checks.Asked;
import sightline.checks.Asker;
import sightline.checks.CheckResult;
import sightline.checks.Checks;
import sightline.checks.LocalIds;
import sightline.core.alerts.Derivation;
import sightline.core.checks.TouchpointPack;
import sightline.core.directory.AgencyType;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Catalogue;
import sightline.database.Database;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.identity.Identities;
import sightline.population.Address;
import sightline.population.AgencyRecord;
import sightline.population.Population;
import sightline.population.Settings;
import sightline.population.SourceRecord;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Checks at the touchpoint, in process: from the message to what is said and kept. */
@Command(
        name = "checks",
        description = "Load a population's history, then check applicants for homes, one by one.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int RECORDS = 5_000;
    private static final double KNOWN = 0.8;
    private static final int MOST_APPLICANTS = 4;

    @Option(names = "--people", defaultValue = "1500", description = "How many people live.")
    private int people;

    @Option(names = "--checks", defaultValue = "500", description = "Checks measured.")
    private int measured;

    @Option(names = "--warm", defaultValue = "200", description = "Checks before those.")
    private int warm;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(names = "--statements", description = "Say which statements cost the database most.")
    private boolean statements;

    @Option(names = "--data", description = "A new folder for the installation; it stays.")
    private Path data = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;
    private int asked;

    CheckCommand(InstantSource clock, PrintStream out) {
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
                        Installation.folder(data, "checks"), world.directory(), world.goLive())) {
            Statements counted = Statements.countedIn(installation);
            try (Database database = installation.open()) {
                history(world, installation, database);
                measure(world, installation, database, counted);
            }
        }
        out.printf(Locale.ROOT, "load %.1f at the end%n", Machine.load());
        return 0;
    }

    private void history(World world, Installation installation, Database database) {
        History history = new History(installation, database, clock, out::println);
        world.known().forEach(history::add);
        Traffic life = world.life();
        while (life.hasNext()) {
            history.add(life.next());
        }
        out.printf(Locale.ROOT, "history, %d people: %s%n", people, history.finish().lines());
    }

    private void measure(
            World world, Installation installation, Database database, Statements counted) {
        Transactions transactions = new Transactions(database);
        Facts facts = new Facts(installation.secrets());
        Checks checks =
                new Checks(
                        transactions,
                        facts,
                        new Identities(installation.secrets(), facts),
                        new PostgresDirectory(transactions)::now,
                        new Derivation(Catalogue.screening(), Clocks.shipped()),
                        TouchpointPack.shipped(),
                        new Journal(installation.secrets()),
                        new LocalIds(installation.secrets()),
                        clock);
        Intake intake = Intake.onClock(transactions, installation.secrets(), clock);
        List<AgencyRecord> records = records(world);
        AgencyId housing = world.first(AgencyType.HOUSING);
        Random random = new Random(seed);
        run("warming up", warm, checks, intake, housing, records, random, installation, counted);
        counted.reset();
        run("measured", measured, checks, intake, housing, records, random, installation, counted);
        if (statements) {
            counted.costliest().forEach(out::println);
        }
    }

    private void run(
            String phase,
            int howMany,
            Checks checks,
            Intake intake,
            AgencyId housing,
            List<AgencyRecord> records,
            Random random,
            Installation installation,
            Statements counted) {
        Latencies times = new Latencies();
        Map<String, Integer> answers = new TreeMap<>();
        long before = counted.calls();
        Duration program = Machine.processorTime();
        Duration base = installation.processorTime();
        for (int i = 0; i < howMany; i++) {
            byte[] message = application(housing, records, random);
            long start = System.nanoTime();
            CheckResult result =
                    checks.check(
                            new Asker.AgencySystem(housing),
                            "WH-" + asked,
                            message,
                            () -> intake.receive(housing, message));
            times.add(System.nanoTime() - start);
            String said =
                    result instanceof CheckResult.Answered(Asked answer)
                            ? answer.words().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            : "not answered (" + result.getClass().getSimpleName() + ")";
            answers.merge(said, 1, Integer::sum);
        }
        out.printf(
                Locale.ROOT,
                "%s: a check %s; processor time a check: program %.1f ms, database %.1f ms;"
                        + " %.1f statements a check; %s%n",
                phase,
                times,
                each(program, Machine.processorTime(), howMany),
                each(base, installation.processorTime(), howMany),
                (counted.calls() - before) / (double) howMany,
                answers);
    }

    private static double each(Duration from, Duration until, int howMany) {
        return until.minus(from).toNanos() / 1e6 / howMany;
    }

    /** Records of the population, as other agencies have them. */
    private List<AgencyRecord> records(World world) {
        Population population =
                new Population(
                        Settings.of(seed, people, world.today().minusDays(365), world.today()));
        List<AgencyRecord> records = new ArrayList<>();
        Iterator<SourceRecord> all = population.sourceRecords();
        while (all.hasNext() && records.size() < RECORDS) {
            AgencyRecord record = all.next().record();
            if (record.address() != null && record.dateOfBirth() != null) {
                records.add(record);
            }
        }
        return records;
    }

    /** Up to four who apply for a home in which somebody lives; most of them are known. */
    private byte[] application(AgencyId housing, List<AgencyRecord> records, Random random) {
        asked++;
        StringBuilder applicants = new StringBuilder();
        int many = 1 + random.nextInt(MOST_APPLICANTS);
        for (int i = 0; i < many; i++) {
            AgencyRecord record = records.get(random.nextInt(records.size()));
            String family =
                    random.nextDouble() < KNOWN
                            ? Objects.requireNonNull(record.surname())
                            : "Nobody" + World.letters(asked);
            applicants.append(
                    """
                    %s{"role":"%s","localId":"applicant-%d-%d","names":[{"given":"%s","family":"%s"}],"dateOfBirth":"%s"}
                    """
                            .formatted(
                                    i == 0 ? "" : ",",
                                    i == 0 ? "subject" : "occupant",
                                    asked,
                                    i,
                                    record.forename(),
                                    family,
                                    record.dateOfBirth()));
        }
        Address home =
                Objects.requireNonNull(records.get(random.nextInt(records.size())).address());
        return """
        {"sender":"%s","id":"check-%d","sentAt":"%s","kind":"housing-application","when":"%s","people":[%s],
         "place":{"line":"%s %s, %s","postcode":"%s"},"body":{"reference":"WH-%d"}}
        """
                .formatted(
                        housing.value(),
                        asked,
                        clock.instant().minusSeconds(1),
                        clock.instant().toString().substring(0, 10),
                        applicants,
                        home.number(),
                        home.street(),
                        home.town(),
                        home.postcode(),
                        asked)
                .getBytes(StandardCharsets.UTF_8);
    }
}
