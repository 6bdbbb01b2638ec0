package sightline.bench;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import sightline.console.demo.DemoDirectory;
import sightline.core.kernel.AgencyId;
import sightline.database.Database;
import sightline.database.EmbeddedPostgres;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.feeds.Sender;
import sightline.feeds.SenderCredentials;
import sightline.feeds.Senders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One installation in a folder: its keys, its durable embedded database with the demonstration's
 * directory, and what its senders need in order to send. A server process started on the folder
 * adopts the database.
 */
final class Installation implements AutoCloseable {
    private static final String NAME = "sightline";

    private final Path folder;
    private final Secrets secrets;
    private final Map<AgencyId, SenderCredentials> senders = new LinkedHashMap<>();
    private EmbeddedPostgres server;

    private Installation(Path folder) {
        this.folder = folder;
        this.secrets = Secrets.in(folder.resolve("keys"));
        this.server = EmbeddedPostgres.in(folder.resolve("database"), secrets);
    }

    /** The folder that was given, or one in the machine's own place for what is thrown away. */
    static Path folder(Path given, String measurement) {
        try {
            return given.toString().isEmpty()
                    ? Files.createTempDirectory("sightline-" + measurement).resolve("installation")
                    : given;
        } catch (IOException cannot) {
            throw new UncheckedIOException("no folder for the installation", cannot);
        }
    }

    /** Makes one in an empty folder, where every agency of the directory may send from a day on. */
    static Installation make(Path folder, DemoDirectory directory, LocalDate goLive) {
        Installation made = new Installation(folder);
        try (Database database = made.open()) {
            Transactions transactions = new Transactions(database);
            new PostgresDirectory(transactions).replace(directory.entries());
            Senders senders = new Senders(transactions);
            directory
                    .agencies()
                    .forEach(a -> {
                        senders.register(Sender.of(a.id(), goLive, Duration.ofDays(1)));
                        made.senders.put(a.id(), senders.issue(a.id()));
                    });
        }
        return made;
    }

    /** The one that a run before left in a folder. */
    static Installation left(Path folder) {
        return new Installation(folder);
    }

    /** Another installation with these keys, so that everything in it is named alike. */
    Installation twin(Path other, DemoDirectory directory, LocalDate goLive) {
        try {
            Files.createDirectories(other.resolve("keys"));
            Files.copy(folder.resolve("keys/master.key"), other.resolve("keys/master.key"));
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot copy the keys to " + other, cannot);
        }
        return make(other, directory, goLive);
    }

    Path folder() {
        return folder;
    }

    Secrets secrets() {
        return secrets;
    }

    SenderCredentials sender(AgencyId agency) {
        SenderCredentials found = senders.get(agency);
        if (found == null) {
            throw new IllegalArgumentException(agency + " does not send here");
        }
        return found;
    }

    /** The database as the program holds it, for work in this process; the server outlives it. */
    Database open() {
        return Database.prepare(server.server(), NAME, secrets);
    }

    /** The database's address, for further processes. */
    String url() {
        return server.server().url(NAME);
    }

    /** The administrator's view, past row security: for looking at what is really stored. */
    Owner owner() {
        var at = server.server();
        return new Owner(
                new SingleConnectionDataSource(url(), at.administrator(), at.password(), true));
    }

    /** A connection of the administrator; each statement commits. */
    record Owner(SingleConnectionDataSource source) implements AutoCloseable {
        JdbcClient sql() {
            return JdbcClient.create(source);
        }

        @Override
        public void close() {
            source.destroy();
        }
    }

    /** The process that owns the database. */
    ProcessHandle postmaster() {
        try {
            var lines = Files.readAllLines(folder.resolve("database/data/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        } catch (IOException cannot) {
            throw new UncheckedIOException("the database does not run", cannot);
        }
    }

    /** How much processor time the database's processes have used. */
    Duration processorTime() {
        ProcessHandle whole = postmaster();
        return whole.descendants()
                .map(process -> Machine.processorTime(process.pid()))
                .reduce(Machine.processorTime(whole.pid()), Duration::plus);
    }

    /**
     * Makes it a database that answers before anything lies on the disk: it may lose what it said.
     */
    void stopWaitingForTheDisk() {
        try (Owner owner = owner()) {
            owner.sql().sql("ALTER SYSTEM SET wal_writer_delay = '10s'").update();
            owner.sql().sql("ALTER SYSTEM SET wal_writer_flush_after = '1GB'").update();
            owner.sql().sql("SELECT pg_reload_conf()").query(Boolean.class).single();
            owner
                    .sql()
                    .sql("SELECT rolname FROM pg_roles WHERE rolname LIKE 'sl\\_%' AND rolcanlogin")
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(role -> !role.equals("sl_migrate"))
                    .forEach(role ->
                            owner.sql()
                                    .sql("ALTER ROLE " + role + " SET synchronous_commit = off")
                                    .update());
        }
    }

    /** Starts the database again after its process was killed, or takes it from whoever did. */
    void startDatabaseAgain() {
        server = EmbeddedPostgres.in(folder.resolve("database"), secrets);
    }

    @Override
    public void close() {
        server.close();
    }
}
