package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.Period;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.database.JobName;
import sightline.directory.PostgresDirectory;
import sightline.pipeline.RegisterSimulation;
import sightline.pipeline.RegisterSimulation.Change;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says who would come on a register, and who would come off, before its pack is switched on. */
@Command(
        name = "simulate",
        description = {
            "Say who would come on, who would come off, and whose period would change.",
            "Changes nothing. People by ids alone."
        },
        mixinStandardHelpOptions = true)
final class RegisterSimulateCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Parameters(
            paramLabel = "PACK",
            description = "A pack that ships, by its key, or the file of one.")
    private String pack = "";

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<RegisterPack> read;
        try {
            read = read();
        } catch (IllegalArgumentException unreadable) {
            err.println(unreadable.getMessage());
            return Outcome.DATA_PROBLEM.code();
        }
        if (read.isEmpty()) {
            err.printf(
                    "There is no pack '%s'.%nGive a key that 'register packs' prints, or the path of"
                            + " a pack in YAML.%n",
                    pack);
            return Outcome.USAGE.code();
        }
        try (Installation.Open open = installation.open()) {
            Journal journal = new Journal(open.secrets());
            open.transactions()
                    .asJob(
                            JobName.PIPELINE,
                            sql -> journal.write(sql, Entry.of(Event.VISIT, "register simulate")));
            PostgresDirectory directory = new PostgresDirectory(open.transactions());
            print(
                    new RegisterSimulation(
                                    open.transactions(),
                                    open.secrets(),
                                    directory::now,
                                    open.clock())
                            .of(read.get()));
            return Outcome.OK.code();
        } catch (Installation.Absent absent) {
            err.println(absent.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private Optional<RegisterPack> read() {
        Optional<RegisterPack> shipped =
                RegisterPackReader.shipped().stream().filter(p -> p.key().equals(pack)).findFirst();
        Path file = Path.of(pack);
        if (shipped.isPresent() || !Files.isRegularFile(file)) {
            return shipped;
        }
        try {
            return Optional.of(RegisterPackReader.read(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "%s cannot be read; give the path of a pack in YAML, in UTF-8"
                            .formatted(file.getFileName()),
                    unreadable);
        }
    }

    private void print(RegisterSimulation.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        result.changes().forEach(change -> out.println(json ? node(change) : line(change)));
        if (json) {
            out.println(
                    JSON.createObjectNode()
                            .put("type", "summary")
                            .put("looked", result.looked())
                            .put("under", result.under())
                            .put("questions", result.questions())
                            .put("changes", result.changes().size()));
        } else {
            out.printf(
                    "%d people looked at: %d would be under it, of %d the record leaves it open, for"
                            + " %d something would change%n",
                    result.looked(), result.under(), result.questions(), result.changes().size());
        }
        out.flush();
    }

    private static String line(Change change) {
        return "%-12s %-24s %-22s %s  %s"
                .formatted(
                        slug(change.how().name()),
                        change.keeper().agency().value(),
                        slug(change.then().state().name()),
                        change.then().run().map(RegisterSimulateCommand::days).orElse("-"),
                        change.person().value());
    }

    private static String days(Period run) {
        return run.from().map(LocalDate::toString).orElse("")
                + "/"
                + run.until().map(LocalDate::toString).orElse("");
    }

    private static ObjectNode node(Change change) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", slug(change.how().name()));
        node.put("about", change.person().value());
        node.put("keeper", change.keeper().agency().value());
        node.put("state", slug(change.then().state().name()));
        change.then().run().ifPresent(run -> node.put("days", days(run)));
        change.then().coverage().liabilities().stream()
                .findFirst()
                .ifPresent(l -> node.put("because", l.because()));
        return node;
    }

    private static String slug(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
