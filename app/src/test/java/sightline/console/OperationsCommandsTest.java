package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.audit.Sequencer;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Commands on a real installation: what they print, and how they end. */
final class OperationsCommandsTest {
    @TempDir private static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void anInstallationWithAJournal() {
        Secrets secrets = Secrets.in(data.resolve("keys"));
        try (Database database = Database.embedded(data.resolve("database"), secrets)) {
            Transactions transactions = new Transactions(database);
            Journal journal = new Journal(secrets);
            for (int i = 0; i < 5; i++) {
                transactions.asJob(
                        JobName.WATCH, sql -> journal.write(sql, Entry.of(Event.VISIT, "a page")));
            }
            new Sequencer(transactions, secrets).run();
        }
    }

    @Test
    void theJournalIsVerifiedAndItsProofsArePrinted() throws IOException {
        assertThat(run("audit", "checkpoint")).isEqualTo(Outcome.OK.code());
        Path checkpoint = Files.writeString(data.resolve("checkpoint"), out.toString());

        assertThat(run("audit", "verify", "--json", "--checkpoint", checkpoint.toString()))
                .isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).startsWith("{\"sound\":true,\"leaves\":");

        assertThat(run("audit", "prove", "2")).isEqualTo(Outcome.OK.code());
        assertThat(out.toString()).contains("\"position\":2", "\"checkpoint\":\"sightline/journal");
        assertThat(run("audit", "prove", "2000")).isEqualTo(Outcome.DATA_PROBLEM.code());
    }

    @Test
    void aCommandOnNoInstallationSaysWhereItLooked() {
        int code = execute("rebuild", "--compare", "--data", data.resolve("none").toString());

        assertThat(code).isEqualTo(Outcome.FAILED.code());
        assertThat(err.toString()).contains("There is no installation in", "--data");
    }

    @Test
    void aRebuildOfAnEmptyInstallationFindsNothing() {
        assertThat(run("rebuild", "--compare", "--json")).isEqualTo(Outcome.OK.code());

        assertThat(out.toString()).contains("\"type\":\"summary\"", "\"differences\":0");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return execute(all);
    }

    private int execute(String... arguments) {
        return Sightline.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
