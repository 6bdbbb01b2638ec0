package sightline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code serve}: a Java process of its own with the launcher's options, which may die. */
final class ServeProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("serving on (http://localhost:\\d+)");
    private static final Duration START = Duration.ofMinutes(10);
    private static final int LINES_KEPT = 60;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Deque<String> said = new ArrayDeque<>();

    private ServeProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon(true).name("serve-output").start(this::listen);
    }

    /**
     * Starts one and waits until it serves.
     *
     * @param virtualMachine further options of the Java virtual machine
     * @param options further options of the command
     */
    static ServeProcess start(Path data, List<String> virtualMachine, List<String> options) {
        ServeProcess started = begin(data, virtualMachine, options);
        started.awaitServing();
        return started;
    }

    /** As {@link #start}, without waiting. */
    static ServeProcess begin(Path data, List<String> virtualMachine, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms128m", "-Xmx960m", "-XX:+UseG1GC"));
        command.addAll(
                List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(virtualMachine);
        command.addAll(List.of("-cp", classPath(), "sightline.console.Sightline", "serve"));
        command.addAll(List.of("--port", "0", "--data", data.toString()));
        command.addAll(options);
        try {
            return new ServeProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot start a Java process", cannot);
        }
    }

    /** The option of the Java virtual machine that records its flight into a file. */
    static String recordingInto(Path file) {
        return "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + file.toAbsolutePath();
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    /** Where it answers, once it does. */
    URI awaitServing() {
        try {
            return address.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            kill();
            throw new IllegalStateException("the server did not start:\n" + output(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean runs() {
        return process.isAlive();
    }

    /** How much processor time it has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it said last. */
    String output() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    /** Stops it in the middle of whatever it does, without a word, and lets it lie. */
    void halt() {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() {
        signal("CONT");
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void signal(String name) {
        try {
            int ended =
                    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
            if (ended != 0) {
                throw new IllegalStateException("cannot signal the server");
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot signal the server", cannot);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(URI.create(found.group(1)));
                }
                keep(line);
            }
        } catch (IOException gone) {
            keep("its output ended: " + gone.getMessage());
        }
        address.completeExceptionally(new IllegalStateException("it ended"));
    }

    private void keep(String line) {
        synchronized (said) {
            said.add(line);
            if (said.size() > LINES_KEPT) {
                said.remove();
            }
        }
    }

    /** Killed, since a server that ends by itself takes the database with it. */
    @Override
    public void close() {
        kill();
    }
}
