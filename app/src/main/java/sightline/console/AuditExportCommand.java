package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.audit.AuditExport;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.database.JobName;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Writes the journal to a folder that can be verified anywhere. */
@Command(
        name = "export",
        description = {
            "Write the journal to a folder, to be verified elsewhere with --export and --key.",
            "Names, reasons and keys are not in it; people and records are keyed hashes."
        },
        mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder that is made where it is missing.")
    private Path folder = Path.of(".");

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try (Installation.Open open = installation.open()) {
            Journal journal = new Journal(open.secrets());
            open.transactions()
                    .asJob(
                            JobName.WATCH,
                            sql -> journal.write(sql, Entry.of(Event.EXPORT, "journal")));
            long leaves = new AuditExport(open.transactions()).to(folder);
            spec.commandLine().getErr().println(leaves + " leaves written");
            return Outcome.OK.code();
        } catch (Installation.Absent absent) {
            spec.commandLine().getErr().println(absent.getMessage());
            return Outcome.FAILED.code();
        }
    }
}
