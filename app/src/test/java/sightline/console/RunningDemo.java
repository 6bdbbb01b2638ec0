package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The newcomer's first command, with fewer people, on a thread of its own until it is stopped. */
final class RunningDemo {
    private static final String PASSWORD = "password  ";

    private final Path folder;
    private final Thread command;
    private final String address;
    private final String password;
    private final List<String> names;

    /** Returns when its pages answer. */
    RunningDemo(Path folder, int people) throws IOException, InterruptedException {
        this.folder = folder;
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        var out =
                new PrintWriter(new StringWriter(), true) {
                    @Override
                    public void println(String line) {
                        printed.add(line);
                    }
                };
        this.command =
                Thread.ofPlatform()
                        .start(() ->
                                Sightline.commandLine()
                                        .setOut(out)
                                        .setErr(new PrintWriter(new StringWriter(), true))
                                        .execute(
                                                "demo",
                                                "--port",
                                                "0",
                                                "--people",
                                                String.valueOf(people),
                                                "--data",
                                                folder.toString()));
        this.address = String.valueOf(printed.poll(40, TimeUnit.MINUTES));
        assertThat(address).startsWith("http://localhost:");
        String said = String.valueOf(printed.poll(10, TimeUnit.SECONDS));
        assertThat(said).startsWith(PASSWORD);
        this.password = said.substring(PASSWORD.length());
        this.names =
                Files.readAllLines(folder.resolve("sign-ins.txt")).stream()
                        .map(line -> line.split("\\|", -1))
                        .filter(parts -> parts.length == 4)
                        .map(parts -> parts[3])
                        .toList();
    }

    /** Where its keys and its database lie. */
    Path folder() {
        return folder;
    }

    String address() {
        return address;
    }

    /** Everybody's. */
    String password() {
        return password;
    }

    /** Under which somebody may sign in. */
    List<String> names() {
        return names;
    }

    void stop() throws InterruptedException {
        command.interrupt();
        assertThat(command.join(Duration.ofMinutes(5))).isTrue();
    }
}
