package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.audit.AuditProofs;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Prints the newest signed checkpoint, or the key by which it is checked. */
@Command(
        name = "checkpoint",
        description = {
            "Print the newest signed checkpoint. Keep it elsewhere, at another agency:",
            "given to verify later, it shows a journal that was rolled back or written anew."
        },
        mixinStandardHelpOptions = true)
final class AuditCheckpointCommand implements Callable<Integer> {
    @Option(names = "--key", description = "Print the public key instead; keep it elsewhere too.")
    private boolean key;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (Installation.Open open = installation.open()) {
            AuditProofs proofs = new AuditProofs(open.transactions(), open.secrets());
            Optional<String> note = key ? Optional.of(proofs.publicKey() + "\n") : proofs.newest();
            note.ifPresentOrElse(
                    line.getOut()::print,
                    () -> line.getErr().println("Nothing was signed yet: run the server first."));
            line.getOut().flush();
            return (note.isPresent() ? Outcome.OK : Outcome.FAILED).code();
        } catch (Installation.Absent absent) {
            line.getErr().println(absent.getMessage());
            return Outcome.FAILED.code();
        }
    }
}
