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
import sightline.database.Backup;
import sightline.database.JobName;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Copies everything but the keys, as it is at one moment, while the server runs. */
@Command(
        name = "backup",
        description = {
            "Copy the whole database, as it is at this moment, to a new folder; the server may run.",
            "The keys are not in it: keep keys/master.key apart, without it nothing can be opened."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    private Path folder = Path.of("backup");

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (Installation.Open open = installation.open()) {
            Journal journal = new Journal(open.secrets());
            open.transactions()
                    .asJob(
                            JobName.WATCH,
                            sql -> journal.write(sql, Entry.of(Event.BACKUP, "whole database")));
            Backup.Copied copied = Backup.to(open.database(), folder);
            line.getOut().println(words(copied, json, "copied"));
            line.getOut().flush();
            return Outcome.OK.code();
        } catch (Installation.Absent | Backup.Refused refused) {
            line.getErr().println(refused.getMessage());
            return Outcome.FAILED.code();
        }
    }

    static String words(Backup.Copied copied, boolean json, String done) {
        return json
                ? "{\"tables\":%d,\"rows\":%d}".formatted(copied.tables(), copied.rows())
                : "%d tables, %d rows %s".formatted(copied.tables(), copied.rows(), done);
    }
}
