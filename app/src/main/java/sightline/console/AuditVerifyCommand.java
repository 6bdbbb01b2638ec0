package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import sightline.audit.AuditExport;
import sightline.audit.AuditProofs;
import sightline.audit.AuditVerify;
import sightline.audit.Verdict;
import sightline.audit.Verdict.Broken;
import sightline.audit.Verdict.Sound;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Verifies the journal, and names the first position that is not proven. */
@Command(
        name = "verify",
        description = {
            "Verify the whole journal: every entry is the one that was signed, and no writer lost one.",
            "Exit with 3 and the first bad position where it is not."
        },
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A signed checkpoint that was kept elsewhere.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Verify this export instead of the database; needs --key.")
    private @Nullable Path export;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The public key as it was kept elsewhere.")
    private @Nullable Path key;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try {
            Verdict verdict = verdict();
            print(verdict);
            return verdict.exitCode();
        } catch (Installation.Absent | IllegalArgumentException refused) {
            err.println(refused.getMessage());
            return Outcome.FAILED.code();
        } catch (IOException unreadable) {
            err.println("cannot read or write " + unreadable.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private Verdict verdict() throws IOException, Installation.Absent {
        Optional<String> known =
                checkpoint == null ? Optional.empty() : Optional.of(Files.readString(checkpoint));
        if (export != null) {
            if (key == null) {
                throw new ParameterException(
                        spec.commandLine(), "An export is verified with --key.");
            }
            return new AuditVerify(Files.readString(key)).verify(export, known);
        }
        try (Installation.Open open = installation.open()) {
            String line =
                    key == null
                            ? new AuditProofs(open.transactions(), open.secrets()).publicKey()
                            : Files.readString(key);
            Path written = Files.createTempDirectory(installation.folder(), "verify");
            try {
                new AuditExport(open.transactions()).to(written);
                return new AuditVerify(line).verify(written, known);
            } finally {
                delete(written);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void print(Verdict verdict) {
        var out = spec.commandLine().getOut();
        ObjectNode node = JSON.createObjectNode();
        switch (verdict) {
            case Sound(long leaves, long checkpoints) -> {
                node.put("sound", true).put("leaves", leaves).put("checkpoints", checkpoints);
                say(node, "sound: %d entries under %d checkpoints".formatted(leaves, checkpoints));
            }
            case Broken(var kind, long from, long to, String words) -> {
                String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                node.put("sound", false).put("kind", name).put("from", from).put("to", to);
                node.put("words", words);
                String where = from == to ? "at " + from : "between " + from + " and " + to;
                say(node, "%s %s: %s".formatted(name, where, words));
            }
        }
        out.flush();
    }

    private void say(ObjectNode node, String words) {
        spec.commandLine().getOut().println(json ? node.toString() : words);
    }
}
