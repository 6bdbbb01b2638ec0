package sightline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class RegisterPacksCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyPackIsPrintedWithWhatItRestsOn() {
        assertThat(run()).isZero();

        List<String> keys = RegisterPackReader.shipped().stream().map(RegisterPack::key).toList();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(8);
        assertThat(out.toString()).contains(keys).contains(" [P]").contains(" [GK, unconfirmed]");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void forMachinesEachPackIsOneLine() {
        assertThat(run("--json")).isZero();

        JsonMapper json = JsonMapper.builder().build();
        assertThat(out.toString().lines().map(line -> json.readTree(line).isObject()).toList())
                .hasSize(RegisterPackReader.shipped().size())
                .containsOnly(true);
    }

    @Test
    void aFileThatIsNoPackIsSaidToBeAndTheNextIsLookedAt() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "key: nobody\n");
        Path none = folder.resolve("none.yaml");

        assertThat(run(wrong.toString(), none.toString())).isEqualTo(Outcome.DATA_PROBLEM.code());
        assertThat(err.toString())
                .contains("wrong.yaml: ")
                .contains("none.yaml: it cannot be read; give the path of a pack in YAML");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return new CommandLine(new RegisterPacksCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
