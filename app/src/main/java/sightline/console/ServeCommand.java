package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try (var server = Server.start(port, data, Map.of("sightline.database-url", databaseUrl))) {
            err.println("sightline: serving on http://localhost:" + server.port());
            err.flush();
            server.waitUntilStopped();
        }
        return Outcome.OK.code();
    }
}
