package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/messages.md: its tables are those of the program, and each example in it is read. */
final class MessagesPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("sightline.root", ".."), "docs", "messages.md");
    private static final String MARK = "## Kinds\n\n";
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theTablesAreThoseOfTheProgram() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(MARK)) + MARK + KindsPage.tables();
        Path asItShouldBe = Path.of("target", "messages.md");
        Files.createDirectories(asItShouldBe.getParent());
        Files.writeString(asItShouldBe, expected);

        assertThat(page)
                .as("app/target/messages.md is the page as it should be")
                .isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> eachExampleIsRead() throws IOException {
        List<String> examples =
                EXAMPLE.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(5);
        return examples.stream()
                .map(e ->
                        DynamicTest.dynamicTest(
                                JSON.readTree(e).path("kind").asString(), () -> assertRead(e)));
    }

    private static void assertRead(String example) {
        JsonNode node = JSON.readTree(example);
        AgencyId sender = new AgencyId(node.path("sender").asString());
        AgencyType type =
                AgencyType.of(sender.value().replaceFirst("^westmarsh-", ""))
                        .orElse(AgencyType.OTHER);

        Reading reading =
                new MessageReader()
                        .read(
                                example.getBytes(StandardCharsets.UTF_8),
                                sender,
                                type,
                                Instant.parse(node.path("sentAt").asString()));

        assertThat(reading)
                .isInstanceOfSatisfying(Reading.Read.class, r -> assertThat(r.notes()).isEmpty());
    }
}
