package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.core.register.PackSheet;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints the packs that ship, or checks the files given. */
@Command(
        name = "packs",
        description = "Print the register's packs with their sources, or check pack files.",
        mixinStandardHelpOptions = true)
final class RegisterPacksCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Pack files to check.")
    private List<Path> files = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            RegisterPackReader.shipped().forEach(this::print);
            return Outcome.OK.code();
        }
        return new FilesChecked<>(spec, "pack", RegisterPackReader::read, this::print)
                .of(files)
                .code();
    }

    private void print(RegisterPack pack) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(node(pack));
        } else {
            out.printf("%s  %s%n", pack.key(), pack.title());
            out.printf("  %s. %s.%n", pack.where(), pack.status().words());
            PackSheet.of(pack)
                    .forEach(row ->
                            out.printf(
                                    "  %-13s %s [%s%s]%n",
                                    row.section(),
                                    row.value(),
                                    row.law().mark(),
                                    row.law().unconfirmed() ? ", unconfirmed" : ""));
            out.println();
        }
        out.flush();
    }

    private static ObjectNode node(RegisterPack pack) {
        ObjectNode node = JSON.createObjectNode();
        node.put("key", pack.key()).put("title", pack.title()).put("where", pack.where());
        node.put("status", pack.status().words()).put("version", pack.version());
        node.put("manner", pack.manner()).put("penalty", pack.penalty());
        ArrayNode rows = node.putArray("rows");
        PackSheet.of(pack)
                .forEach(row ->
                        rows.addObject()
                                .put("section", row.section())
                                .put("value", row.value())
                                .put("source", row.law().source())
                                .put("mark", row.law().mark())
                                .put("unconfirmed", row.law().unconfirmed()));
        return node;
    }
}
