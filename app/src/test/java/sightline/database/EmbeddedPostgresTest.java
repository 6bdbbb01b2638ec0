package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class EmbeddedPostgresTest {
    private final Secrets secrets = Secrets.throwAway();

    @Test
    void keepsDataAndAdoptsTheServerThatAKilledProgramLeft(@TempDir Path folder) throws Exception {
        var home = folder.resolve("database");
        var killed = EmbeddedPostgres.in(home, secrets);
        execute(killed.server(), "CREATE TABLE kept AS SELECT 42 AS answer");

        try (var next = EmbeddedPostgres.in(home, secrets)) {
            assertThat(next.server()).isEqualTo(killed.server());
            assertThat(number(next.server(), "SELECT answer FROM kept")).isEqualTo(42);
        }
        assertThat(PostmasterFile.of(home.resolve("data"))).isEmpty();
    }

    @Test
    void recoversWhenTheServerItselfWasKilled(@TempDir Path folder) throws Exception {
        var home = folder.resolve("database");
        var first = EmbeddedPostgres.in(home, secrets);
        execute(first.server(), "CREATE TABLE kept AS SELECT 42 AS answer");
        kill(home);

        try (var next = EmbeddedPostgres.in(home, secrets)) {
            assertThat(number(next.server(), "SELECT answer FROM kept")).isEqualTo(42);
            assertThat(next.server().port())
                    .as("where the other processes look for it")
                    .isEqualTo(first.server().port());
        }
    }

    /**
     * Several programs that find the same killed server agree on one. Who deletes the lock file of
     * a server that another has just started ends that server within a minute.
     */
    @Test
    void manyThatStartAtOnceHaveOneServer(@TempDir Path folder) throws Exception {
        var home = folder.resolve("database");
        var first = EmbeddedPostgres.in(home, secrets);
        var starting = Executors.newVirtualThreadPerTaskExecutor();
        for (var round = 0; round < 3; round++) {
            kill(home);

            var servers =
                    starting.invokeAll(
                            Collections.<Callable<EmbeddedPostgres>>nCopies(
                                    4, () -> EmbeddedPostgres.in(home, secrets)));

            for (var server : servers) {
                assertThat(server.get().server()).isEqualTo(first.server());
            }
            assertThat(PostmasterFile.of(home.resolve("data")).orElseThrow().runs()).isTrue();
        }
        starting.close();
        first.close();
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgainWhereItWasOrItIsTold(@TempDir Path folder)
            throws Exception {
        var home = folder.resolve("database");
        var lost = new CompletableFuture<Boolean>();
        var kept = EmbeddedPostgres.in(home, secrets);
        kept.keepUp(() -> lost.complete(true), Duration.ofMillis(200));
        execute(kept.server(), "CREATE TABLE kept AS SELECT 42 AS answer");

        kill(home);

        assertThat(answersAgain(kept.server())).isTrue();
        assertThat(number(kept.server(), "SELECT answer FROM kept")).isEqualTo(42);
        assertThat(lost).isNotDone();

        Files.move(home.resolve("data/global"), home.resolve("data/gone"));
        kill(home);

        assertThat(lost.get(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void kill(Path home) throws Exception {
        var postmaster = PostmasterFile.of(home.resolve("data")).orElseThrow();
        var process = ProcessHandle.of(postmaster.process()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static boolean answersAgain(Server server) throws InterruptedException {
        var waiting = new LinkedBlockingQueue<Boolean>();
        for (var tries = 0; tries < 300; tries++) {
            try {
                return number(server, "SELECT 1") == 1;
            } catch (SQLException notYet) {
                waiting.poll(100, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    @Test
    void aPidFileOfAnotherProcessIsNoServer(@TempDir Path folder) throws IOException {
        Files.write(
                folder.resolve("postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), "x", "0", "5432"));

        assertThat(PostmasterFile.of(folder).orElseThrow().runs()).isFalse();
    }

    @Test
    void isDurableOnLoopbackWithPasswordsAndWithoutSocket(@TempDir Path folder) throws Exception {
        try (var embedded = EmbeddedPostgres.in(folder.resolve("database"), secrets)) {
            var server = embedded.server();

            assertThat(text(server, "SHOW fsync")).isEqualTo("on");
            assertThat(text(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(text(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(server, "SHOW unix_socket_directories")).isEmpty();
            var stranger =
                    new Server(server.host(), server.port(), server.administrator(), "guess");
            assertThatThrownBy(() -> text(stranger, "SHOW fsync"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("database"))).hasSize(3);
        }
    }

    @Test
    void refusesAServerThatMayLoseWhatItAcknowledged() {
        try (var fast = EmbeddedPostgres.throwAway(secrets)) {
            assertThatThrownBy(() -> Database.prepare(fast.server(), "sightline", secrets))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("fsync")
                    .hasMessageContaining("full_page_writes");
        }
    }

    /** Where this test runs as root, as if the machine refused user namespaces. */
    @Test
    void runsUnderAnUnprivilegedAccountOfTheMachine() throws Exception {
        var root = "root".equals(System.getProperty("user.name"));
        var account = root ? new ServerAccount.Unprivileged("nobody") : new ServerAccount.Own();

        try (var embedded = EmbeddedPostgres.throwAway(secrets, account)) {
            assertThat(text(embedded.server(), "SHOW server_version_num")).isGreaterThan("150000");
        }
    }

    private static void execute(Server server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.administratorLogin());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Server server, String sql) throws SQLException {
        return Integer.parseInt(text(server, sql));
    }

    private static String text(Server server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.administratorLogin());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
