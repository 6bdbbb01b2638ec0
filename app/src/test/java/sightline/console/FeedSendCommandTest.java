package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.api.ApiServer;
import sightline.core.kernel.AgencyId;
import sightline.feeds.Sender;
import sightline.feeds.Senders;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

final class FeedSendCommandTest {
    private static final ApiServer SERVER = new ApiServer();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final AgencyId sender = new AgencyId("school-" + COUNT.incrementAndGet());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;
    private Path keys = Path.of("keys");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void register() throws IOException {
        keys = folder.resolve("school.keys");
        var senders = new Senders(SERVER.database().transactions());
        senders.register(Sender.of(sender, LocalDate.of(2026, 1, 1), Duration.ofHours(1)));
        senders.issue(sender).write(keys);
    }

    @Test
    void sendsLinesAndPrintsAReceiptForEach() throws IOException {
        var file = write("m.ndjson", message("m-1") + "\n\n" + message("m-2") + "\n");

        assertThat(send(file)).isZero();

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).matches(".*m\\.ndjson:1 201 \\d+ m-1"),
                        second -> assertThat(second).matches(".*m\\.ndjson:3 201 \\d+ m-2"));
        assertThat(err.toString()).contains("2 sent, 0 set aside");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void endsWithThreeWhenAReceiptIsNotSignedByTheInstallationThatItKnows() throws IOException {
        var stranger = Base64.getEncoder().encodeToString(new byte[32]);
        var keys =
                write(
                        "keys.json",
                        "[{\"key\":1,\"publicKey\":\"%s\",\"since\":\"2026-01-01T00:00:00Z\"}]"
                                .formatted(stranger));
        var file = write("m.ndjson", message("m-1"));

        var code = send(file, "--receipt-keys", keys.toString());

        assertThat(code).isEqualTo(Outcome.DATA_PROBLEM.code());
        assertThat(err.toString()).contains("is not signed by this installation");
        assertThat(send(file)).isZero();
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        var lines = new ArrayList<String>();
        for (var i = 1; i <= 1500; i++) {
            lines.add(message("m-" + i));
        }
        var file = write("m.ndjson", String.join("\n", lines.subList(0, 1200)));
        send(file);
        out.getBuffer().setLength(0);
        assertThat(send(file)).isZero();
        assertThat(out.toString()).isEmpty();

        Files.writeString(file, String.join("\n", lines));
        assertThat(send(file)).isZero();

        assertThat(out.toString().lines().filter(line -> line.matches(".*:\\d+ 200 .*")))
                .hasSize(1200);
        assertThat(out.toString().lines().filter(line -> line.matches(".*:\\d+ 201 .*")))
                .hasSize(300);
        assertThat(kept()).isEqualTo(1500);
    }

    @Test
    void resumesAfterTheLineThatItsProgressNames() throws IOException {
        var file = write("m.ndjson", message("m-1") + "\n" + message("m-2") + "\n");
        SendProgress.of(file, SERVER.url()).reached(1);

        assertThat(send(file)).isZero();

        assertThat(out.toString()).contains("m-2").doesNotContain("m-1");
        assertThat(kept()).isEqualTo(1);
        assertThat(send(file, "--again")).isZero();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void sendsAJsonFileAsOneMessage() throws IOException {
        var file = write("one.json", message("m-1").replace(",", ",\n  "));

        assertThat(send(file, "--json")).isZero();

        assertThat(out.toString()).contains("\"status\":201", "\"file\":", "\"sha256\":");
    }

    @Test
    void saysWhatWasSetAsideAndEndsWithSix() throws IOException {
        var file = write("m.ndjson", message("m-1") + "\nnonsense\n{\"id\":\"m-1\"}\n");

        assertThat(send(file)).isEqualTo(Outcome.SET_ASIDE.code());

        assertThat(err.toString())
                .contains(":2: message:")
                .contains(":3: id: you have used it")
                .contains("3 sent, 2 set aside");
    }

    @Test
    void setsAsideALineInAnotherCharacterSet() throws IOException {
        var file = folder.resolve("latin.ndjson");
        Files.write(file, message("é").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(send(file)).isEqualTo(Outcome.SET_ASIDE.code());

        assertThat(err.toString()).contains("it is no UTF-8");
        assertThat(kept()).isZero();
    }

    @Test
    void sendsTheRowsOfACsvByItsMapping() throws IOException {
        var mapping =
                write(
                        "map.yaml",
                        "fields: {id: '{n}', kind: {value: note}, when: {column: day, date: dd/MM/uuuu}}");
        var file = write("rows.csv", "n,day\n1,02/03/2026\n2,30/02/2026\n3,04/03/2026\n");

        var code = send(file, "--mapping", mapping.toString());

        assertThat(code).isEqualTo(Outcome.SET_ASIDE.code());
        assertThat(err.toString()).contains("rows.csv:2: when: the cell is not a day");
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void endsWithFourWhenTheKeysAreNotKnown() throws IOException {
        var senders = new Senders(SERVER.database().transactions());
        senders.keys(sender).forEach(key -> senders.end(sender, key.id()));

        assertThat(send(write("m.ndjson", message("m-1")))).isEqualTo(Outcome.NOT_ALLOWED.code());
        assertThat(err.toString()).contains("Ask Sightline's operator for new keys");
    }

    @Test
    void endsWithFiveWhenNobodyAnswers() throws IOException {
        var file = write("m.ndjson", message("m-1"));

        var code = run("--to", "http://localhost:1", file.toString());

        assertThat(code).isEqualTo(Outcome.UNAVAILABLE.code());
        assertThat(err.toString()).contains("it goes on where it stopped");
    }

    @Test
    void endsWithFiveWhenItIsSaidEachTimeThatItCameTooSlowly() throws IOException {
        var slow = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        slow.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(408, -1);
                    exchange.close();
                });
        slow.start();
        try {
            var code =
                    run(
                            "--to",
                            "http://localhost:" + slow.getAddress().getPort(),
                            write("m.ndjson", message("m-1")).toString());

            assertThat(code).isEqualTo(Outcome.UNAVAILABLE.code());
            assertThat(err.toString()).contains("it goes on where it stopped");
        } finally {
            slow.stop(0);
        }
    }

    @Test
    void endsWithTwoWhenKeysOrMappingAreMissing() throws IOException {
        var file = write("rows.csv", "a\n1\n");

        assertThat(send(file)).isEqualTo(Outcome.USAGE.code());
        assertThat(err.toString()).contains("--mapping");
        keys = folder.resolve("none.keys");
        assertThat(send(file)).isEqualTo(Outcome.USAGE.code());
        assertThat(err.toString()).contains("--keys");
    }

    private int send(Path file, String... more) {
        var arguments = new ArrayList<>(List.of("--to", SERVER.url()));
        arguments.addAll(List.of(more));
        arguments.add(file.toString());
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "feed",
                                "send",
                                "--sender",
                                sender.value(),
                                "--keys",
                                keys.toString(),
                                "--first-wait",
                                "PT0.001S"));
        arguments.addAll(List.of(more));
        return Sightline.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private long kept() {
        return SERVER.database()
                .owner()
                .sql("SELECT count(*) FROM feeds.receipt WHERE sender = :sender")
                .param("sender", sender.value())
                .query(Long.class)
                .single();
    }

    private String message(String id) {
        return "{\"sender\":\"%s\",\"id\":\"%s\",\"kind\":\"note\"}".formatted(sender, id);
    }
}
