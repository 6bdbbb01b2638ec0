package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.api.ApiServer;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.directory.PostgresDirectory;
import sightline.feeds.Sender;
import sightline.feeds.Senders;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A check from the shell, against a server to which no source is connected. */
final class CheckCommandTest {
    private static final ApiServer SERVER = new ApiServer();
    private static final AgencyId HOMES = new AgencyId("westmarsh-homes");

    @TempDir private static Path folder;
    private static Path keys = Path.of("keys");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void homes() throws IOException {
        keys = folder.resolve("homes.keys");
        AreaId area = new AreaId("westmarsh");
        new PostgresDirectory(SERVER.database().transactions())
                .replace(
                        new DirectoryBuilder()
                                .add(new Area(area, "Westmarsh", Nation.ENGLAND))
                                .add(new Agency(HOMES, "Westmarsh Homes", AgencyType.HOUSING, area))
                                .entries());
        Senders senders = new Senders(SERVER.database().transactions());
        senders.register(Sender.of(HOMES, LocalDate.of(2026, 1, 1), Duration.ofHours(1)));
        senders.issue(HOMES).write(keys);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void theDetailsAloneAreEnoughAndNoAnswerIsNoCarryOn() throws IOException {
        Path details =
                write(
                        """
                        {"people":[{"role":"subject","localId":"app-1","names":[{"given":"Kit","family":"Rowsell"}],
                          "dateOfBirth":"1990-11-09"}],"place":{"line":"6 Sluice Road, Westmarsh"},
                         "body":{"reference":"WH-1"}}
                        """);

        int code = run("--reason", "housing-application", "--file", details.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(Outcome.UNAVAILABLE.code());
        assertThat(out.toString())
                .contains("could-not-check")
                .contains("Probation: not-connected")
                .doesNotContain("Rowsell");
    }

    @Test
    void whatIsWrongIsSaidFieldByField() throws IOException {
        Path nameAlone =
                write(
                        """
                        {"people":[{"role":"subject","localId":"app-2","names":[{"given":"Kit","family":"Rowsell"}]}],
                         "body":{"reference":"WH-2"}}
                        """);

        assertThat(run("--reason", "housing-application", "--file", nameAlone.toString()))
                .isEqualTo(Outcome.DATA_PROBLEM.code());
        assertThat(err.toString()).contains("message.people[0]: a name alone finds nobody");
        assertThat(run("--reason", "housing-application", "--file", "none.json"))
                .isEqualTo(Outcome.USAGE.code());
        assertThat(run("--reason", "note", "--file", write("{\"kind\":\"birth\"}").toString()))
                .isEqualTo(Outcome.USAGE.code());
        assertThat(run("--reason", "housing-application", "--file", write("[]").toString()))
                .isEqualTo(Outcome.USAGE.code());
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "check",
                                "--sender",
                                HOMES.value(),
                                "--keys",
                                keys.toString(),
                                "--to",
                                SERVER.url()));
        arguments.addAll(List.of(more));
        return Sightline.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private static Path write(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "details", ".json"), content);
    }
}
