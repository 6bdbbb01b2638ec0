package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.core.kernel.AgencyId;
import sightline.database.Database;
import sightline.database.EmbeddedPostgres;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.feeds.Sender;
import sightline.feeds.Senders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The server on a PostgreSQL of somebody else's, set up as docs/database.md says, from an empty
 * database to a signed receipt.
 */
final class ServeEndToEndTest {
    private static final AgencyId SCHOOL = new AgencyId("westmarsh-brook-school");

    private static final String CONNECTED =
            "SELECT usename FROM pg_stat_activity WHERE usename LIKE 'sl\\_%'";

    @TempDir private Path folder;

    @Test
    void servesOnAnExistingPostgresqlAndGivesAReceipt() throws Exception {
        var data = folder.resolve("installation");
        try (var postgres = EmbeddedPostgres.in(folder.resolve("elsewhere"), Secrets.throwAway())) {
            var url = postgres.server().url("agencies");
            setUp(
                    postgres,
                    run("serve", "--data", data.toString(), "--database-setup", "agencies"));
            assertThat(superusersAmongRoles(postgres)).isEmpty();

            try (var serving = new Serving(data, url)) {
                var keys = keys(data, url);
                var file = folder.resolve("m.ndjson");
                Files.writeString(file, message());

                var sent =
                        run(
                                "feed",
                                "send",
                                "--sender",
                                SCHOOL.value(),
                                "--keys",
                                keys.toString(),
                                "--to",
                                serving.address(),
                                file.toString());

                assertThat(sent).matches("(?s).*m\\.ndjson:1 201 \\d+ m-1\\s*");
                assertThat(readEventually(postgres)).isTrue();
                assertThat(status(serving.address() + "/sign-in")).isEqualTo(200);
            }
            assertThat(texts(postgres, CONNECTED)).as("it has let go of the database").isEmpty();
        }
    }

    /** What the administrator of that server does, once. */
    private static void setUp(EmbeddedPostgres postgres, String script) throws SQLException {
        try (var connection = connect(postgres, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE agencies ENCODING 'UTF8' TEMPLATE template0");
        }
        try (var connection = connect(postgres, "agencies");
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String database)
            throws SQLException {
        var server = postgres.server();
        return DriverManager.getConnection(
                server.url(database), server.administrator(), server.password());
    }

    private static List<String> superusersAmongRoles(EmbeddedPostgres postgres)
            throws SQLException {
        return texts(
                postgres, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'sl\\_%' AND rolsuper");
    }

    /** The pipeline of the server has taken the message up: its facts are there. */
    private static boolean readEventually(EmbeddedPostgres postgres)
            throws SQLException, InterruptedException {
        var waiting = new LinkedBlockingQueue<Boolean>();
        for (var tries = 0; tries < 300; tries++) {
            if (!texts(postgres, "SELECT state FROM feeds.receipt WHERE state = 'read'")
                    .isEmpty()) {
                return true;
            }
            waiting.poll(100, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private static List<String> texts(EmbeddedPostgres postgres, String query) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var connection = connect(postgres, "agencies");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private Path keys(Path data, String url) throws IOException {
        var file = folder.resolve("school.keys");
        try (var database = Database.openDurable(url, Secrets.in(data.resolve("keys")))) {
            var senders = new Senders(new Transactions(database));
            senders.register(Sender.of(SCHOOL, LocalDate.of(2026, 1, 1), Duration.ofHours(1)));
            senders.issue(SCHOOL).write(file);
        }
        return file;
    }

    private static String message() {
        return """
        {"sender":"westmarsh-brook-school","id":"m-1","number":1,"sentAt":"2026-03-02T09:30:00Z","kind":"concern",\
        "when":"2026-03-02","people":[{"role":"child","localId":"S-11","names":[{"given":["Rowan"],"family":"Ashdown"}],\
        "dateOfBirth":"2018-08-01"}],"body":{"topic":"hunger","words":"Hungry."}}
        """;
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void aFileOfQuestionsThatCannotBeReadStopsItWithWordsAlone() throws IOException {
        Path data = folder.resolve("installation");
        Path questions = Files.createDirectories(data.resolve("questions")).resolve("pets.yaml");
        Files.writeString(questions, "set: pets\ntitle: [Animals\nmark: GK\n");
        var said = new StringWriter();
        var printed = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        int code;
        try {
            code =
                    Sightline.commandLine()
                            .setErr(new PrintWriter(said, true))
                            .execute("serve", "--data", data.toString(), "--port", "0");
        } finally {
            System.setErr(err);
        }
        assertThat(code).isEqualTo(Outcome.DATA_PROBLEM.code());
        assertThat(said.toString())
                .startsWith("sightline: " + questions + ": line 3: the question set is no YAML")
                .contains("Mend it, or take it out of the folder")
                .doesNotContain("\tat ");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    }

    /** Runs a command to its end; what it printed as data. */
    private static String run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code =
                Sightline.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    /** The serve command on a thread of its own, until it is told to stop. */
    private static final class Serving implements AutoCloseable {
        private static final String SAYS = "sightline: serving on ";

        private final Thread thread;
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final String address;

        Serving(Path data, String url) throws InterruptedException {
            var err =
                    new PrintWriter(new StringWriter(), true) {
                        @Override
                        public void println(String line) {
                            said.add(line);
                        }
                    };
            this.thread =
                    Thread.ofPlatform()
                            .start(() ->
                                    exit.complete(
                                            Sightline.commandLine()
                                                    .setErr(err)
                                                    .execute(
                                                            "serve",
                                                            "--port",
                                                            "0",
                                                            "--data",
                                                            data.toString(),
                                                            "--database-url",
                                                            url)));
            var line = said.poll(180, TimeUnit.SECONDS);
            assertThat(line).startsWith(SAYS);
            this.address = line.substring(SAYS.length());
        }

        String address() {
            return address;
        }

        @Override
        public void close() {
            thread.interrupt();
            assertThat(exit.orTimeout(60, TimeUnit.SECONDS).join()).as(said.toString()).isZero();
        }
    }
}
