package sightline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the database went about every statement that it was given, as its log tells it, with the
 * roles, the row security and the values of the running program.
 */
final class Plans {
    private static final Pattern DURATION = Pattern.compile("LOG:  duration: ([0-9.]+) ms  plan:");
    private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\S+)");

    private final Installation installation;
    private final Path log;
    private final long from;

    private Plans(Installation installation, Path log, long from) {
        this.installation = installation;
        this.log = log;
        this.from = from;
    }

    /** Has every statement of new connections explained from here on. */
    static Plans from(Installation installation) {
        return from(installation, "off");
    }

    /** The same, and of those that a function asks, too. */
    static Plans withNestedFrom(Installation installation) {
        return from(installation, "on");
    }

    private static Plans from(Installation installation, String nested) {
        Path log = installation.folder().resolve("database/server.log");
        try (Installation.Owner owner = installation.owner()) {
            for (String setting :
                    List.of(
                            "session_preload_libraries = 'auto_explain'",
                            "auto_explain.log_min_duration = 0",
                            "auto_explain.log_analyze = on",
                            "auto_explain.log_timing = off",
                            "auto_explain.log_nested_statements = " + nested,
                            "auto_explain.log_parameter_max_length = 0",
                            "auto_explain.log_verbose = on")) {
                owner.sql().sql("ALTER DATABASE sightline SET " + setting).update();
            }
            return new Plans(installation, log, Files.size(log));
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot read " + log, cannot);
        }
    }

    /**
     * One statement, whenever it ran.
     *
     * @param text its first words
     * @param runs how often it ran
     * @param longest the longest run in milliseconds
     * @param all all runs together in milliseconds
     * @param whole the tables that it read from end to end in one of its runs
     * @param plan how the longest run went, line by line
     */
    record Statement(
            String text,
            int runs,
            double longest,
            double all,
            Set<String> whole,
            List<String> plan) {
        Statement {
            whole = Set.copyOf(whole);
            plan = List.copyOf(plan);
        }

        private Statement with(Statement more) {
            Set<String> both = new LinkedHashSet<>(whole);
            both.addAll(more.whole);
            return new Statement(
                    text,
                    runs + more.runs,
                    Math.max(longest, more.longest),
                    all + more.all,
                    both,
                    longest >= more.longest ? plan : more.plan);
        }
    }

    /** Every statement so far, the one with the longest run first. */
    List<Statement> statements() {
        Map<String, Statement> found = new LinkedHashMap<>();
        for (List<String> entry : entries()) {
            Matcher duration = DURATION.matcher(entry.getFirst());
            if (duration.find()) {
                Statement one = read(Double.parseDouble(duration.group(1)), entry);
                found.merge(one.text(), one, Statement::with);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Statement::longest).reversed())
                .toList();
    }

    private static Statement read(double millis, List<String> entry) {
        StringBuilder query = new StringBuilder();
        Set<String> whole = new LinkedHashSet<>();
        List<String> plan = new ArrayList<>();
        boolean inPlan = false;
        for (String line : entry.subList(1, entry.size())) {
            inPlan = inPlan || line.contains("(cost=");
            if (inPlan) {
                plan.add(line.replaceFirst("^\\t", ""));
            } else {
                query.append(line.replace("Query Text:", "").strip()).append(' ');
            }
            Matcher scan = WHOLE.matcher(line);
            if (scan.find()) {
                whole.add(scan.group(1));
            }
        }
        return new Statement(query.toString().strip(), 1, millis, millis, whole, plan);
    }

    /** The log's entries: a line, and those after it that begin with a tab. */
    private List<List<String>> entries() {
        List<List<String>> entries = new ArrayList<>();
        try (var lines = Files.newBufferedReader(log)) {
            if (lines.skip(from) < from) {
                return List.of();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("\t") || entries.isEmpty()) {
                    entries.add(new ArrayList<>());
                }
                entries.getLast().add(line);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot read " + log, cannot);
        }
        return entries;
    }

    /** The tables that no statement of the running program may read from end to end. */
    Set<String> large(long rows) {
        try (Installation.Owner owner = installation.owner()) {
            return Set.copyOf(
                    owner.sql()
                            .sql(
                                    """
                                    SELECT c.oid::regclass::text FROM pg_class c
                                     WHERE c.relkind = 'r' AND c.reltuples >= :rows
                                    """)
                            .param("rows", rows)
                            .query((row, _) -> row.getString(1))
                            .list());
        }
    }
}
