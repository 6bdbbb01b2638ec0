package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

final class SightlineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionIsDataAndGoesToStandardOutput() {
        assertThat(run("--version")).isEqualTo(Outcome.OK.code());

        assertThat(out.toString()).startsWith("sightline ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void noCommandIsAUsageErrorThatListsTheCommandsOnStandardError() {
        assertThat(run()).isEqualTo(Outcome.USAGE.code());

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Which command?", "doctor");
    }

    @Test
    void anUnknownCommandIsAUsageError() {
        assertThat(run("dcotor")).isEqualTo(Outcome.USAGE.code());

        assertThat(err.toString()).contains("dcotor", "doctor");
    }

    @Test
    void doctorFindsJavaAndTheEmbeddedServerOnAMachineThatBuilds() {
        assertThat(run("doctor")).isEqualTo(Outcome.OK.code());

        assertThat(out.toString()).containsPattern("Java +ok").containsPattern("PostgreSQL +ok");
    }

    @Test
    void aProcessorWithoutAnEmbeddedServerHasNoArchive() {
        assertThat(EmbeddedPostgresArchive.named("Linux", "sparcv9")).isEmpty();
    }

    private int run(String... arguments) {
        return Sightline.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
