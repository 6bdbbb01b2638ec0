package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.audit.AuditExport;
import sightline.audit.AuditProofs;
import sightline.audit.AuditVerify;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.audit.Verdict;
import sightline.database.Backup;
import sightline.database.JobName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Puts a backup into an empty installation, and verifies it. */
@Command(
        name = "restore",
        description = {
            "Put a backup into an empty installation: put keys/master.key in its folder first.",
            "Counts, checksums and the journal are verified; exit with 3 where the journal is not sound.",
            "Then run: rebuild --compare, and audit verify --checkpoint with one kept elsewhere."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
    private Path folder = Path.of("backup");

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (Installation.Open open = installation.open()) {
            Backup.Copied copied = Backup.restore(open.database(), folder);
            Verdict verdict = verify(open);
            Journal journal = new Journal(open.secrets());
            open.transactions()
                    .asJob(
                            JobName.WATCH,
                            sql -> journal.write(sql, Entry.of(Event.RESTORE, "whole database")));
            line.getOut().println(BackupCommand.words(copied, json, "restored"));
            line.getOut().flush();
            if (verdict instanceof Verdict.Broken(var _, long from, long _, String words)) {
                line.getErr().println("The journal is not sound from " + from + ": " + words);
            }
            return verdict.exitCode();
        } catch (Installation.Absent | Backup.Refused refused) {
            line.getErr().println(refused.getMessage());
            return Outcome.FAILED.code();
        } catch (IOException unwritable) {
            line.getErr().println("cannot write " + unwritable.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private Verdict verify(Installation.Open open) throws IOException {
        Path written = Files.createTempDirectory(installation.folder(), "verify");
        try {
            new AuditExport(open.transactions()).to(written);
            String key = new AuditProofs(open.transactions(), open.secrets()).publicKey();
            return new AuditVerify(key).verify(written);
        } finally {
            AuditVerifyCommand.delete(written);
        }
    }
}
