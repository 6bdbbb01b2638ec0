package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.kernel.London;
import sightline.core.register.Notice;
import sightline.core.register.RegisterEntry;
import sightline.database.JobName;
import sightline.directory.PostgresDirectory;
import sightline.register.RegisterLine;
import sightline.register.RegisterList;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Lists what registered people are to tell, by area and by when: ids, states and dates. */
@Command(
        name = "due",
        description = "List what is to be told, by area and by when; people by ids alone.",
        mixinStandardHelpOptions = true)
final class RegisterDueCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--late",
            description = "Only what is overdue, or whose whereabouts are unknown.")
    private boolean late;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    /** A line with the area that answers. */
    private record Due(String area, RegisterLine line) {}

    @Override
    public Integer call() {
        try (Installation.Open open = installation.open()) {
            Journal journal = new Journal(open.secrets());
            LocalDate today = London.day(open.clock().instant());
            Directory directory = new PostgresDirectory(open.transactions()).now();
            List<RegisterLine> lines =
                    open.transactions()
                            .asJob(
                                    JobName.WATCH,
                                    sql -> {
                                        journal.write(sql, Entry.of(Event.VISIT, "register due"));
                                        return new RegisterList(sql).lines();
                                    });
            lines.stream()
                    .filter(line -> line.entry().state().under())
                    .filter(line -> !late || overdue(line.entry(), today))
                    .map(line -> new Due(area(directory, line), line))
                    .sorted(
                            Comparator.comparing(Due::area)
                                    .thenComparing(d -> day(d.line().entry()))
                                    .thenComparing(d -> d.line().subject().value()))
                    .forEach(d -> print(d, today));
            spec.commandLine().getOut().flush();
            return Outcome.OK.code();
        } catch (Installation.Absent absent) {
            spec.commandLine().getErr().println(absent.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private static boolean overdue(RegisterEntry entry, LocalDate today) {
        return entry.state() == sightline.core.register.State.WHEREABOUTS_UNKNOWN
                || entry.due().filter(today::isAfter).isPresent();
    }

    private static String area(Directory directory, RegisterLine line) {
        return directory
                .area(line.entry().keeper())
                .map(Area::id)
                .map(id -> id.value())
                .orElse(line.entry().keeper().value());
    }

    private static LocalDate day(RegisterEntry entry) {
        return entry.due().orElse(LocalDate.MAX);
    }

    private void print(Due due, LocalDate today) {
        RegisterEntry entry = due.line().entry();
        Optional<String> owed = entry.owed().map(Notice::slug);
        if (json) {
            ObjectNode node = JSON.createObjectNode();
            node.put("area", due.area()).put("keeper", entry.keeper().value());
            node.put("about", due.line().subject().value()).put("register", entry.pack());
            node.put("state", slug(entry.state().name()));
            owed.ifPresent(o -> node.put("owed", o));
            entry.due().ifPresent(day -> node.put("due", day.toString()));
            node.put("late", overdue(entry, today));
            entry.away().ifPresent(where -> node.put("away", slug(where.name())));
            entry.offeredTo().ifPresent(to -> node.put("offeredTo", to.value()));
            spec.commandLine().getOut().println(node);
            return;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%-5s %-12s %-10s %-8s %-22s %-14s %s%n",
                        overdue(entry, today) ? "late" : "",
                        due.area(),
                        entry.due().map(LocalDate::toString).orElse("no date"),
                        owed.orElse("-"),
                        slug(entry.state().name()),
                        entry.pack(),
                        due.line().subject().value());
    }

    private static String slug(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
