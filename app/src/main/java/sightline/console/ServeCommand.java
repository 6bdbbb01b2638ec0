package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.database.Database;
import sightline.database.Secrets;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description = "Run the server, with the embedded database or one of your own.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port; default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--data",
            defaultValue = ".sightline/data",
            description = "Folder of keys and of the embedded database; default ${DEFAULT-VALUE}.")
    private Path data = Path.of(".sightline/data");

    @Option(
            names = "--database-url",
            defaultValue = "",
            description = "A PostgreSQL 15 or later, as a JDBC URL.")
    private String databaseUrl = "";

    @Option(
            names = "--database-setup",
            paramLabel = "DATABASE",
            defaultValue = "",
            description = {
                "Print what the administrator of your PostgreSQL runs once, as superuser, in the empty",
                "database of that name, and end. It holds no password."
            })
    private String databaseSetup = "";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (!databaseSetup.isBlank()) {
            var out = spec.commandLine().getOut();
            out.print(
                    Database.scriptForAdministrator(
                            databaseSetup, Secrets.in(data.toAbsolutePath().resolve("keys"))));
            out.flush();
            return Outcome.OK.code();
        }
        var err = spec.commandLine().getErr();
        try (var server = Server.start(port, data, Map.of("sightline.database-url", databaseUrl))) {
            err.println("sightline: serving on http://localhost:" + server.port());
            err.flush();
            server.waitUntilStopped();
            if (server.lostItsDatabase()) {
                err.println(
                        "sightline: the database ended and cannot be started again; what was acknowledged is in "
                                + data.toAbsolutePath().resolve("database"));
                err.flush();
                return Outcome.UNAVAILABLE.code();
            }
        }
        return Outcome.OK.code();
    }
}
