package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.audit.AuditProofs;
import sightline.audit.AuditProofs.Consistency;
import sightline.audit.AuditProofs.Inclusion;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Prints a proof that can be checked with a signed checkpoint and the public key alone. */
@Command(
        name = "prove",
        description = {
            "Print, as JSON, a proof by RFC 9162: that an entry stands at a position of the newest checkpoint,",
            "or that the newest checkpoint goes on from an older one. Positions begin at 0."
        },
        mixinStandardHelpOptions = true)
final class AuditProveCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    static final class What {
        @Parameters(paramLabel = "POSITION", arity = "0..1", description = "Which entry.")
        private @Nullable Long position;

        @Option(names = "--since", paramLabel = "FILE", description = "An older checkpoint.")
        private @Nullable Path since;
    }

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (Installation.Open open = installation.open()) {
            AuditProofs proofs = new AuditProofs(open.transactions(), open.secrets());
            Optional<ObjectNode> proof = prove(proofs);
            proof.ifPresentOrElse(
                    line.getOut()::println,
                    () ->
                            line.getErr()
                                    .println(
                                            "The journal has not as many signed entries as that."));
            line.getOut().flush();
            return (proof.isPresent() ? Outcome.OK : Outcome.DATA_PROBLEM).code();
        } catch (Installation.Absent | IllegalArgumentException refused) {
            line.getErr().println(refused.getMessage());
            return Outcome.FAILED.code();
        } catch (IOException unreadable) {
            line.getErr().println("cannot read " + unreadable.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private Optional<ObjectNode> prove(AuditProofs proofs) throws IOException {
        if (what.since != null) {
            return proofs.consistency(Files.readString(what.since))
                    .map(AuditProveCommand::consistency);
        }
        return Optional.ofNullable(what.position)
                .flatMap(proofs::inclusion)
                .map(AuditProveCommand::inclusion);
    }

    private static ObjectNode inclusion(Inclusion proof) {
        ObjectNode node = JSON.createObjectNode();
        node.put("position", proof.position()).put("leaf", proof.leaf());
        return path(node, proof.path()).put("checkpoint", proof.checkpoint());
    }

    private static ObjectNode consistency(Consistency proof) {
        ObjectNode node = JSON.createObjectNode().put("older", proof.older());
        return path(node, proof.path()).put("newer", proof.newer());
    }

    private static ObjectNode path(ObjectNode node, List<String> hashes) {
        var array = node.putArray("path");
        hashes.forEach(array::add);
        return node;
    }
}
