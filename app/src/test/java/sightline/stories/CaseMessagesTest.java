package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

final class CaseMessagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> cases() {
        return CaseFolder.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMessageOfACaseIsReadWithoutAProblem(String name) {
        CaseFolder folder = new CaseFolder(name);

        assertReadable(folder, folder.messages());
        assertReadable(folder, folder.twin());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void messagesStandInTheOrderInWhichTheyWereSentAndNamedOnce(String name) {
        List<JsonNode> messages =
                new CaseFolder(name).messages().stream().map(JSON::readTree).toList();

        assertThat(messages).extracting(m -> Instant.parse(m.path("sentAt").asString())).isSorted();
        assertThat(messages).extracting(m -> m.path("id").asString()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReplacedInTheTwinIsInTheTwinAndWhatIsPutBackIsInTheCase(String name) {
        CaseFolder folder = new CaseFolder(name);
        Set<String> inCase = ids(folder.messages());
        Set<String> inTwin = ids(folder.twin());

        assertThat(folder.harmful())
                .isNotEmpty()
                .allSatisfy(h -> {
                    assertThat(inCase).containsAll(h.put());
                    assertThat(inTwin).containsAll(h.without());
                    assertThat(h.put().size() + h.without().size()).isPositive();
                });
    }

    private static Set<String> ids(List<String> lines) {
        Set<String> ids = new HashSet<>();
        lines.forEach(l -> ids.add(CaseFolder.id(l)));
        return ids;
    }

    private static void assertReadable(CaseFolder folder, List<String> lines) {
        MessageReader reader = new MessageReader();
        Map<String, AgencyType> types = folder.types();
        for (String line : lines) {
            JsonNode node = JSON.readTree(line);
            String sender = node.path("sender").asString();
            assertThat(types).containsKey(sender);
            Reading reading =
                    reader.read(
                            line.getBytes(StandardCharsets.UTF_8),
                            new AgencyId(sender),
                            types.getOrDefault(sender, AgencyType.OTHER),
                            Instant.parse(node.path("sentAt").asString()));
            assertThat(reading)
                    .as(line)
                    .isInstanceOfSatisfying(
                            Reading.Read.class,
                            r -> {
                                assertThat(r.facts()).isNotEmpty();
                                assertThat(r.notes()).isEmpty();
                            });
        }
    }
}
