package sightline.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.core.kernel.UnusableFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An area whose own sets are not read is told so before anybody works without them. */
final class OfferedQuestionsTest {
    @TempDir private Path data;

    private void file(String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(data.resolve("questions")).resolve(name), bytes);
    }

    private void start() {
        new OfferedQuestions("", data.toString());
    }

    @Test
    void anInstallationWithoutSetsOfItsOwnStarts() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatIsNamedAndNotThereIsNoEmptyOne() {
        assertThatThrownBy(() -> new OfferedQuestions(data.resolve("qestions").toString(), ""))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("qestions")
                .hasMessageContaining("sightline.questions");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        file("pets.yaml", new byte[] {'s', 'e', 't', ':', ' ', (byte) 0xE9});
        assertThatThrownBy(this::start)
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("pets.yaml");
    }

    @Test
    void theOtherEndingOfYamlIsReadToo() throws IOException {
        file("pets.yml", "set: pets".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::start)
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("pets.yml");
    }

    @Test
    void whatIsWrongIsSaidWithItsFileItsLineAndWhatToDo() throws IOException {
        file(
                "pets.yaml",
                """
                set: pets
                title: Animals
                version: 2026-11-26
                source: Westmarsh, 2026
                mark: GK
                questions:
                  - id: dogs
                    text: Is there a dog?
                    topic: household
                  - id: cats
                    text: Is there a cat?
                    topick: household
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::start)
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("pets.yaml: line 10: Question cats: 'topick' means nothing")
                .hasMessageContaining("sightline questions")
                .hasMessageContaining("Mend it, or take it out");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() throws IOException {
        file(
                "pets.yaml",
                "set: pets\ntitle: [Animals\nmark: GK\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::start)
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("pets.yaml: line 3: the question set is no YAML");
    }
}
