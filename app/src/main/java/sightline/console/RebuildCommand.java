package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.screening.Catalogue;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.pipeline.Rebuild;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Derives everything anew from the facts, and compares it with what is kept, or replaces it. */
@Command(
        name = "rebuild",
        description = {
            "Derive everything anew from the facts, in recorded order on the recorded clock, sending nothing.",
            "Needs room for a second, temporary database. The server may run on meanwhile."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--compare",
            description = "Change nothing; exit with 3 where what is kept is not what follows.")
    private boolean compare;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin private Installation installation = new Installation();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Installation.Open open = installation.open();
                Database shadow = Database.throwAway()) {
            err.println("sightline: deriving everything again ...");
            err.flush();
            Journal journal = new Journal(open.secrets());
            String how = compare ? "compare" : "replace";
            open.transactions()
                    .asJob(
                            JobName.REBUILD,
                            sql -> journal.write(sql, Entry.of(Event.REBUILD, how)));
            Rebuild.Result result = run(open, new Transactions(shadow));
            print(result);
            boolean found = compare && !result.differences().isEmpty();
            return (found ? Outcome.DATA_PROBLEM : Outcome.OK).code();
        } catch (Installation.Absent absent) {
            err.println(absent.getMessage());
            return Outcome.FAILED.code();
        }
    }

    private Rebuild.Result run(Installation.Open open, Transactions shadow) {
        PostgresDirectory directory = new PostgresDirectory(open.transactions());
        Rebuild rebuild =
                new Rebuild(
                        open.transactions(),
                        shadow,
                        open.secrets(),
                        directory::now,
                        new Derivation(Catalogue.screening(), Clocks.shipped()));
        return compare ? rebuild.compare() : rebuild.rebuild();
    }

    private void print(Rebuild.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        for (Rebuild.Difference difference : result.differences()) {
            String how = difference.how().name().toLowerCase(java.util.Locale.ROOT);
            out.println(
                    json
                            ? JSON.createObjectNode()
                                    .put("type", "difference")
                                    .put("table", difference.table())
                                    .put("key", difference.key())
                                    .put("how", how)
                                    .toString()
                            : how + " " + difference.table() + " " + difference.key());
        }
        if (json) {
            out.println(
                    JSON.createObjectNode()
                            .put("type", "summary")
                            .put("batches", result.batches())
                            .put("facts", result.facts())
                            .put("rows", result.rows())
                            .put("unprovable", result.unprovable())
                            .put("differences", result.differences().size()));
        } else {
            out.printf(
                    "%d batches, %d facts, %d rows compared: %d %s, %d rest on what was erased%n",
                    result.batches(),
                    result.facts(),
                    result.rows(),
                    result.differences().size(),
                    compare ? "differ" : "put right",
                    result.unprovable());
        }
        out.flush();
    }
}
