package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.bench.OrdinaryYear.Raised;
import sightline.bench.OrdinaryYear.True;
import sightline.core.kernel.PersonId;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** What the rules cost families in whose lives nothing happens but life, by rule and by group. */
@Command(
        name = "rules",
        description = "Alerts per 1,000 children and year of ordinary life, by rule and group.",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
    private static final double Z = 1.96;

    @Option(names = "--people", defaultValue = "4000", description = "How many people, each seed.")
    private int people;

    @Option(
            names = "--seeds",
            defaultValue = "1,2",
            split = ",",
            description = "Other seeds, other people.")
    private List<Long> seeds = List.of();

    @Option(names = "--each", description = "Print each alert with its path.")
    private boolean each;

    private final PrintStream out;

    RulesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Figures all = new Figures();
        for (long seed : seeds) {
            OrdinaryYear year = OrdinaryYear.of(people, seed);
            all.add(year);
            if (each) {
                year.alerts().forEach(this::print);
            }
        }
        all.print(out);
        return 0;
    }

    private void print(Raised alert) {
        out.printf(
                "%s of %s at %s, true: %s%n",
                alert.rule(), alert.subject().value(), alert.home(), alert.isTrue());
        alert.headlines().forEach(h -> out.println("    " + h));
    }

    /** The figures of some years together. */
    private static final class Figures {
        private final List<Raised> alerts = new ArrayList<>();
        private final Map<String, Integer> size = new TreeMap<>();
        private final Map<String, List<Raised>> ofGroup = new TreeMap<>();
        private int children;
        private long families;
        private long alerted;

        void add(OrdinaryYear year) {
            Map<PersonId, Map<String, String>> groups = year.children();
            children += groups.size();
            families += year.families();
            alerted += year.alerts().stream().map(Raised::home).distinct().count();
            alerts.addAll(year.alerts());
            groups.values()
                    .forEach(g -> g.forEach((k, v) -> size.merge(key(k, v), 1, Integer::sum)));
            for (Raised alert : year.alerts()) {
                groups.getOrDefault(alert.subject(), Map.of())
                        .forEach((k, v) ->
                                ofGroup.computeIfAbsent(key(k, v), _ -> new ArrayList<>())
                                        .add(alert));
            }
        }

        private static String key(String kind, String value) {
            return kind + ": " + value;
        }

        void print(PrintStream out) {
            out.printf(
                    Locale.ROOT,
                    "%d children, %d alerts; %.1f %% of %d families have none%n%n",
                    children,
                    alerts.size(),
                    100.0 * (families - alerted) / families,
                    families);
            out.println(
                    "| group | rule | alerts | per 1,000 and year (95 %) | share true (95 %) |");
            out.println("|---|---|---|---|---|");
            rows(out, "everybody", alerts, children);
            size.forEach((group, n) ->
                    rows(
                            out,
                            group + " (" + n + ")",
                            Objects.requireNonNull(ofGroup.getOrDefault(group, List.of())),
                            n));
        }

        private static void rows(PrintStream out, String group, List<Raised> alerts, int children) {
            row(out, group, "all", alerts, children);
            for (String rule : new TreeSet<>(alerts.stream().map(Raised::rule).toList())) {
                row(
                        out,
                        group,
                        rule,
                        alerts.stream().filter(a -> a.rule().equals(rule)).toList(),
                        children);
            }
        }

        private static void row(
                PrintStream out, String group, String rule, List<Raised> alerts, int children) {
            long yes = alerts.stream().filter(a -> a.isTrue() == True.YES).count();
            long judged = alerts.stream().filter(a -> a.isTrue() != True.NOT_JUDGED).count();
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1f (%.1f to %.1f) | %s |%n",
                    group,
                    rule,
                    alerts.size(),
                    1000.0 * alerts.size() / children,
                    1000 * fewest(alerts.size()) / children,
                    1000 * most(alerts.size()) / children,
                    judged == 0 ? "not judged" : share(yes, judged));
        }

        /** Of a count, by Byar's approximation of the Poisson interval. */
        private static double fewest(int count) {
            return count == 0
                    ? 0
                    : count * Math.pow(1 - 1 / (9.0 * count) - Z / (3 * Math.sqrt(count)), 3);
        }

        private static double most(int count) {
            double next = count + 1.0;
            return next * Math.pow(1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next)), 3);
        }

        /** Of a share, by Wilson's interval. */
        private static String share(long yes, long of) {
            double p = (double) yes / of;
            double centre = p + Z * Z / (2 * of);
            double half = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
            double scale = 1 + Z * Z / of;
            return String.format(
                    Locale.ROOT,
                    "%d of %d (%.0f to %.0f %%)",
                    yes,
                    of,
                    100 * (centre - half) / scale,
                    100 * (centre + half) / scale);
        }
    }
}
