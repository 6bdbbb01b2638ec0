package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.alerts.OpenDuties;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.database.JobName;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists what is owed: about people by ids alone, and about sources and the installation. */
@Command(
        name = "duties",
        description = "List what is owed, by ids, clocks and dates; the longest late first.",
        mixinStandardHelpOptions = true)
final class DutiesCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--late", description = "Only what is late now.")
    private boolean late;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (Installation.Open open = installation.open()) {
            Instant now = open.clock().instant();
            Journal journal = new Journal(open.secrets());
            open.transactions()
                    .asJob(
                            JobName.WATCH,
                            sql -> journal.write(sql, Entry.of(Event.VISIT, "open duties")));
            new SiteDuties(open.transactions(), journal)
                    .open().stream().filter(d -> !late || d.late(now)).forEach(d -> print(d, now));
            List<OpenDuties.OpenDuty> people = new OpenDuties(open.transactions()).list(late, now);
            people.forEach(d -> print(d, now));
            if (people.size() == OpenDuties.MOST) {
                line.getErr().println("Only the first " + OpenDuties.MOST + " are listed.");
            }
            line.getOut().flush();
            return Outcome.OK.code();
        } catch (Installation.Absent absent) {
            line.getErr().println(absent.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private void print(OpenDuties.OpenDuty duty, Instant now) {
        print(
                duty.clock(),
                duty.reference(),
                duty.subject().value(),
                duty.due(),
                !now.isBefore(duty.due()),
                duty.rung(),
                duty.owedBy());
    }

    private void print(OpenSiteDuty duty, Instant now) {
        print(
                duty.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                duty.key(),
                duty.source().map(s -> "source " + s.value()).orElse("installation"),
                duty.due(),
                duty.late(now),
                duty.level(),
                duty.owedBy());
    }

    private void print(
            String clock,
            String reference,
            String about,
            Instant due,
            boolean isLate,
            int rung,
            List<String> owedBy) {
        if (json) {
            ObjectNode node = JSON.createObjectNode();
            node.put("clock", clock).put("reference", reference).put("about", about);
            node.put("due", due.toString()).put("late", isLate).put("rung", rung);
            var by = node.putArray("owedBy");
            owedBy.forEach(by::add);
            spec.commandLine().getOut().println(node);
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%-5s %s  %-22s %s  %s%n",
                            isLate ? "late" : "", due, clock, about, String.join(", ", owedBy));
        }
    }
}
