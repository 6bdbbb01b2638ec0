package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.console.demo.DemoHeartbeats;
import sightline.console.demo.DemoWorld;
import sightline.database.Database;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Starts everything on this machine with made-up records. */
@Command(
        name = "demo",
        description = "Start everything here with made-up records, and print whom to sign in as.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port; default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--data",
            defaultValue = ".sightline/demo",
            description = "Folder of the demonstration; default ${DEFAULT-VALUE}.")
    private Path data = Path.of(".sightline/demo");

    @Option(names = "--reset", description = "Throw the demonstration's data away and begin again.")
    private boolean reset;

    @Option(names = "--people", hidden = true, defaultValue = "" + DemoWorld.PEOPLE)
    private int people = DemoWorld.PEOPLE;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = data.toAbsolutePath();
        Path signIns = folder.resolve("sign-ins.txt");
        Path loaded = folder.resolve("loaded");
        try {
            if (reset || !Files.exists(loaded)) {
                delete(folder);
                Files.createDirectories(folder);
                load(folder, signIns);
                Files.createFile(loaded);
            }
            Map<String, Object> demonstration =
                    Map.of("sightline.demo", "true", "sightline.demo-sign-ins", people(signIns));
            try (var server = Server.start(port, folder, demonstration);
                    var _ = heartbeats(server)) {
                announce(server.port(), signIns);
                server.waitUntilStopped();
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot use " + folder, cannot);
        }
        return Outcome.OK.code();
    }

    private static DemoHeartbeats heartbeats(Server server) {
        var senders = server.part(Senders.class).all().stream().map(Sender::agency).toList();
        return DemoHeartbeats.start(server.part(Intake.class), senders, InstantSource.system());
    }

    private void load(Path folder, Path signIns) {
        say("making the demonstration (some hundred invented people)");
        Secrets secrets = Secrets.in(folder.resolve("keys"));
        Instant now = InstantSource.system().instant();
        try (Database database = Database.embedded(folder.resolve("database"), secrets)) {
            new DemoWorld(new Transactions(database), secrets, this::say, people)
                    .load(now, signIns);
        }
    }

    private void announce(int bound, Path signIns) throws IOException {
        var out = spec.commandLine().getOut();
        out.println("http://localhost:" + bound);
        Files.readAllLines(signIns).forEach(line -> out.println(readable(line)));
        out.flush();
    }

    private static String people(Path signIns) throws IOException {
        return Files.readAllLines(signIns).stream()
                .filter(line -> line.contains("|"))
                .collect(Collectors.joining("\n"));
    }

    /** A line of the file as somebody reads it: sign-in, name, what they are, where. */
    private static String readable(String line) {
        String[] parts = line.split("\\|", -1);
        return parts.length < 4
                ? line
                : "%-14s  %s, %s (%s)".formatted(parts[3], parts[0], parts[1], parts[2]);
    }

    private void say(String line) {
        spec.commandLine().getErr().println("sightline: " + line);
        spec.commandLine().getErr().flush();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
