package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/** How the database goes about every statement of the running program, beside very many rows. */
@Command(
        name = "plans",
        description =
                "Fill the tables, run messages and pages, and tell how each statement was done.",
        mixinStandardHelpOptions = true)
final class PlansCommand implements Callable<Integer> {
    private static final long LARGE = 10_000;
    private static final int MESSAGES = 100;
    private static final int SHOWN = 40;
    private static final int WORDS = 140;

    @Option(names = "--facts", defaultValue = "20000000", description = "How many facts there are.")
    private long facts;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other messages.")
    private long seed;

    @Option(
            names = "--data",
            required = true,
            description = "A new folder for the installation; it stays.")
    private Path data = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;

    PlansCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(Machine.line(clock.instant(), seed, Path.of("")));
        try (Crowded crowded = new Crowded(data, seed, clock, MESSAGES)) {
            Plans plans = crowded.run(facts, out::println);
            Set<String> large = plans.large(LARGE);
            List<Plans.Statement> statements = plans.statements();
            out.printf(
                    Locale.ROOT,
                    "%d facts: %d statements, %d tables of %d rows or more%n",
                    facts,
                    statements.size(),
                    large.size(),
                    LARGE);
            statements.stream().limit(SHOWN).forEach(this::tell);
            List<Plans.Statement> bad =
                    statements.stream()
                            .filter(s -> s.whole().stream().anyMatch(large::contains))
                            .toList();
            out.println("statements that read a large table from end to end: " + bad.size());
            bad.forEach(this::tell);
            return bad.isEmpty() ? 0 : 1;
        }
    }

    private void tell(Plans.Statement statement) {
        String text = statement.text();
        out.printf(
                Locale.ROOT,
                "%8.1f ms longest, %8.1f ms in %d runs%s  %s%n",
                statement.longest(),
                statement.all(),
                statement.runs(),
                statement.whole().isEmpty() ? "" : " whole " + statement.whole(),
                text.substring(0, Math.min(WORDS, text.length())));
    }
}
