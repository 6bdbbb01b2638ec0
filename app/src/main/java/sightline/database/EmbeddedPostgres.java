package sightline.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server beside the program: loopback only, passwords from the first moment, no Unix
 * socket, all in one folder that only its owner may enter.
 *
 * <p>A kept server ({@link #in}) writes durably and outlives {@code kill -9} of the program: the
 * next start adopts the orphan. Programs that start or look for it at the same time take turns
 * ({@link StartingTurn}). A throw-away server ({@link #throwAway}) trades durability for speed and
 * is deleted when closed, or by a later throw-away start when its program was killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String ADMINISTRATOR = "postgres";
    private static final int START_SECONDS = 60;

    /** What a server answers that still recovers (SQLSTATE cannot_connect_now). */
    private static final String STARTING_UP = "57P03";

    private static final int PORT_ATTEMPTS = 5;
    private static final int RESTART_ATTEMPTS = 8;

    /** What a killed server's last processes need until they notice, and let its memory go. */
    private static final Duration BETWEEN_RESTARTS = Duration.ofMillis(500);

    private static final Duration RECOVERY_LONGEST = Duration.ofMinutes(30);
    private static final int RESTARTS_MOST = 5;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(10);

    private final Path home;
    private final Path data;
    private final Path programs;
    private final ServerAccount account;
    private final String password;
    private final boolean throwAway;
    private final Server server;
    private final boolean found;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private boolean beside;
    private boolean closed;

    private EmbeddedPostgres(Path home, Secrets secrets, ServerAccount account, boolean throwAway)
            throws IOException {
        this.home = OwnerOnly.folder(home.toAbsolutePath());
        this.data = this.home.resolve("data");
        this.account = account;
        this.password = secrets.password(ADMINISTRATOR);
        this.throwAway = throwAway;
        this.programs = programs();
        try (var _ = StartingTurn.at(this.home)) {
            initialise();
            Optional<Integer> running = adopt();
            this.found = running.isPresent();
            this.server =
                    new Server(
                            "127.0.0.1", running.orElseGet(this::start), ADMINISTRATOR, password);
        }
    }

    /** Starts, or adopts, the server whose data are kept in {@code home}. */
    public static EmbeddedPostgres in(Path home, Secrets secrets) {
        return in(home, secrets, ServerAccount.choose());
    }

    /**
     * As {@link #in}, for a command that works beside the program: a server that ran already, or
     * that another program uses by now, runs on when this is closed.
     */
    static EmbeddedPostgres beside(Path home, Secrets secrets) {
        var postgres = in(home, secrets);
        postgres.beside = true;
        return postgres;
    }

    static EmbeddedPostgres in(Path home, Secrets secrets, ServerAccount account) {
        try {
            return new EmbeddedPostgres(home, secrets, account, false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the database in " + home, e);
        }
    }

    /**
     * Starts a fast server without durability, deleted at close: replay and tests, never people.
     */
    public static EmbeddedPostgres throwAway(Secrets secrets) {
        return throwAway(secrets, ServerAccount.choose());
    }

    static EmbeddedPostgres throwAway(Secrets secrets, ServerAccount account) {
        try {
            return new EmbeddedPostgres(ThrowAwayFolders.create(), secrets, account, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a throw-away database", e);
        }
    }

    /**
     * From now on a server that ends although nobody closed it is started again, where it was;
     * whoever is connected connects again. What it acknowledged is on disk.
     *
     * @param lost what is done when it cannot be started, or ends again and again
     */
    void keepUp(Runnable lost) {
        keepUp(lost, BETWEEN_RESTARTS);
    }

    /** The same, with another wait after the first start that failed; after each it is longer. */
    void keepUp(Runnable lost, Duration wait) {
        try {
            CompletableFuture<?> end =
                    PostmasterFile.of(data)
                            .flatMap(file -> ProcessHandle.of(file.process()))
                            .<CompletableFuture<?>>map(ProcessHandle::onExit)
                            .orElseGet(() -> CompletableFuture.completedFuture(null));
            var _ =
                    end.thenRunAsync(
                            () -> ended(lost, wait), task -> Thread.ofVirtual().start(task));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch the database in " + home, e);
        }
    }

    private synchronized void ended(Runnable lost, Duration wait) {
        if (closed) {
            return;
        }
        LOG.error("The database ended, and nobody told it to. It is started again.");
        if (mayRestart() && startedAgain(wait)) {
            LOG.info("The database runs again; what it acknowledged is there.");
            keepUp(lost, wait);
        } else {
            LOG.error(
                    "The database cannot be kept running; look into {}.",
                    home.resolve("server.log"));
            lost.run();
        }
    }

    /** Not again and again: what ends a server five times in ten minutes is for a person. */
    private boolean mayRestart() {
        long now = System.nanoTime();
        while (!restarts.isEmpty() && now - restarts.getFirst() > RESTARTS_WITHIN.toNanos()) {
            restarts.removeFirst();
        }
        restarts.addLast(now);
        return restarts.size() <= RESTARTS_MOST;
    }

    private boolean startedAgain(Duration wait) {
        for (int attempt = 1; attempt <= RESTART_ATTEMPTS; attempt++) {
            try (var _ = StartingTurn.at(home)) {
                int port = adopt().orElseGet(() -> launch(server.port()));
                return port == server.port();
            } catch (IOException | UncheckedIOException | DatabaseException notYet) {
                LOG.warn("The database did not start; it is tried {} times.", RESTART_ATTEMPTS);
                if (attempt < RESTART_ATTEMPTS) {
                    LockSupport.parkNanos(attempt * wait.toNanos());
                }
            }
        }
        return false;
    }

    /** How its administrator reaches it. */
    public Server server() {
        return server;
    }

    /** Stops the server; a throw-away server is deleted with all its data. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (beside && (found || isUsed())) {
            return;
        }
        var mode = throwAway ? "immediate" : "fast";
        try {
            run(List.of(program("pg_ctl"), "-D", data.toString(), "-m", mode, "-w", "stop"));
            if (throwAway) {
                ThrowAwayFolders.delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop the database in " + home, e);
        }
    }

    /** Whether another program is connected. */
    private boolean isUsed() {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.administratorLogin());
                var statement = connection.createStatement();
                var others =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                                        + " AND pid <> pg_backend_pid()")) {
            return others.next() && others.getInt(1) > 0;
        } catch (SQLException gone) {
            LOG.info("The database has stopped already.");
            return true;
        }
    }

    private Path programs() throws IOException {
        var installed = System.getProperty("sightline.postgres.programs");
        var programs =
                installed != null
                        ? Path.of(installed)
                        : PostgresBinaries.unpackedIn(
                                throwAway ? ThrowAwayFolders.programs() : home);
        account.own(home);
        return programs;
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private void initialise() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        OwnerOnly.delete(data);
        var passwordFile = home.resolve("first-password");
        OwnerOnly.write(passwordFile, password);
        account.own(home);
        try {
            var command = new ArrayList<String>();
            command.addAll(List.of(program("initdb"), "-D", data.toString(), "-U", ADMINISTRATOR));
            command.addAll(
                    List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8"));
            command.addAll(List.of("--data-checksums", "--no-instructions"));
            command.addAll(locale());
            if (throwAway) {
                command.add("--no-sync");
            }
            run(command);
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** From 17 on the server brings its own order of letters, which no operating system changes. */
    private List<String> locale() throws IOException {
        var version = run(List.of(program("postgres"), "--version"));
        var major = Integer.parseInt(version.replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
        return major >= 17
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C.UTF-8");
    }

    /** The port of a server that still runs on this data folder after the program was killed. */
    private Optional<Integer> adopt() throws IOException {
        var pidFile = PostmasterFile.of(data);
        if (pidFile.isEmpty()) {
            return Optional.empty();
        }
        var orphan = pidFile.get();
        if (!orphan.runs()) {
            LOG.info("The database was not stopped properly last time; it recovers by itself.");
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return Optional.empty();
        }
        if (answers(orphan)) {
            LOG.info(
                    "Adopted the database that a killed program left behind, on port {}.",
                    orphan.port());
            return Optional.of(orphan.port());
        }
        run(List.of(program("pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "stop"));
        return Optional.empty();
    }

    /**
     * A server that says that it recovers is waited for; one that says nothing is not, for long.
     */
    private boolean answers(PostmasterFile orphan) {
        var candidate = new Server("127.0.0.1", orphan.port(), ADMINISTRATOR, password);
        var recovered = System.nanoTime() + RECOVERY_LONGEST.toNanos();
        for (var silent = 0; silent < 20 && System.nanoTime() < recovered; ) {
            try (var connection =
                    DriverManager.getConnection(
                            candidate.url("postgres"), candidate.administratorLogin())) {
                return connection.isValid(5);
            } catch (SQLException notYet) {
                silent += STARTING_UP.equals(notYet.getSQLState()) ? 0 : 1;
                pause(orphan);
            }
        }
        return false;
    }

    private int start() {
        for (var attempt = 1; ; attempt++) {
            try {
                var port =
                        attempt == 1
                                ? lastPort().orElseGet(EmbeddedPostgres::freePort)
                                : freePort();
                return launch(port);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot configure the database in " + home, e);
            } catch (DatabaseException e) {
                Optional<Integer> recovered = startedLate();
                if (recovered.isPresent()) {
                    return recovered.get();
                }
                if (attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** It may recover for longer than its start was waited for. */
    private Optional<Integer> startedLate() {
        try {
            return throwAway ? Optional.empty() : adopt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for the database in " + home, e);
        }
    }

    private int launch(int port) {
        try {
            configure(port);
            run(
                    List.of(
                            program("pg_ctl"),
                            "-D",
                            data.toString(),
                            "-l",
                            home.resolve("server.log").toString(),
                            "-t",
                            Integer.toString(START_SECONDS),
                            "-w",
                            "start"));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot configure the database in " + home, e);
        }
    }

    /** Where it answered last time, so that whoever else works on this database finds it again. */
    private Optional<Integer> lastPort() throws IOException {
        var settings = data.resolve("sightline.conf");
        if (!Files.exists(settings)) {
            return Optional.empty();
        }
        return Files.readAllLines(settings).stream()
                .filter(line -> line.matches("port = \\d{1,5}"))
                .map(line -> Integer.valueOf(line.substring("port = ".length())))
                .findFirst();
    }

    private void configure(int port) throws IOException {
        var main = data.resolve("postgresql.conf");
        var include = "include_if_exists = 'sightline.conf'";
        if (!Files.readString(main).contains(include)) {
            Files.writeString(main, Files.readString(main) + "\n" + include + "\n");
        }
        OwnerOnly.write(data.resolve("sightline.conf"), ServerSettings.text(port, throwAway));
        account.own(data);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    private String run(List<String> command) throws IOException {
        var output = Files.createTempFile(home, "run", ".out");
        try {
            var process =
                    new ProcessBuilder(account.command(command))
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            process.getOutputStream().close();
            var ended = process.waitFor(2L * START_SECONDS, TimeUnit.SECONDS);
            var said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new DatabaseException(
                        Path.of(command.getFirst()).getFileName()
                                + " failed: "
                                + said
                                + "\nLook into "
                                + home.resolve("server.log"));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    "interrupted while the database was starting or stopping", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Waits a moment for a server that still starts, or that is about to end. */
    private static void pause(PostmasterFile server) {
        try {
            var ended = ProcessHandle.of(server.process()).map(ProcessHandle::onExit);
            ended.orElseGet(() -> CompletableFuture.completedFuture(null))
                    .get(250, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            LOG.debug("The database found on start does not answer yet.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
