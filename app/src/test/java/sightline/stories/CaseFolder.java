package sightline.stories;

import sightline.core.directory.AgencyType;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the folder of a shipped case holds. */
final class CaseFolder {
    static final List<String> NAMES = List.of("suffolk", "haringey", "southampton", "birmingham");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;

    CaseFolder(String name) {
        this.name = name;
    }

    /**
     * A harmful fact.
     *
     * @param signal the rule or clock that it raises by itself
     * @param put messages of the case that are put into the twin
     * @param without messages of the twin that it replaces
     */
    record Harmful(String signal, Set<String> put, Set<String> without, String note) {
        @Override
        public String toString() {
            return signal + ": " + note;
        }
    }

    String name() {
        return name;
    }

    List<String> messages() {
        return lines("messages.ndjson");
    }

    List<String> twin() {
        return lines("messages-twin.ndjson");
    }

    String agencies() {
        return text("agencies.ndjson");
    }

    /** What each agency of the case is. */
    Map<String, AgencyType> types() {
        Map<String, AgencyType> types = new LinkedHashMap<>();
        for (String line : lines("agencies.ndjson")) {
            JsonNode agency = JSON.readTree(line);
            AgencyType type = AgencyType.of(agency.path("type").asString()).orElseThrow();
            types.put(agency.path("id").asString(), type);
        }
        return types;
    }

    List<ExpectedRow> expected() {
        return lines("expected.csv").stream().skip(1).map(ExpectedRow::read).toList();
    }

    List<Harmful> harmful() {
        List<Harmful> found = new ArrayList<>();
        for (JsonNode node : JSON.readTree(text("harmful.json"))) {
            found.add(
                    new Harmful(
                            node.path("signal").asString(),
                            ids(node.path("put")),
                            ids(node.path("without")),
                            node.path("note").asString()));
        }
        return found;
    }

    /** The twin with one harmful fact put back, in the order of sending. */
    List<String> twinWith(Harmful harmful) {
        List<String> lines = new ArrayList<>();
        messages().stream().filter(l -> harmful.put().contains(id(l))).forEach(lines::add);
        twin().stream()
                .filter(l -> !harmful.put().contains(id(l)) && !harmful.without().contains(id(l)))
                .forEach(lines::add);
        lines.sort(java.util.Comparator.comparing(l -> JSON.readTree(l).path("sentAt").asString()));
        return lines;
    }

    static String id(String line) {
        return JSON.readTree(line).path("id").asString();
    }

    private static Set<String> ids(JsonNode array) {
        Set<String> ids = new java.util.LinkedHashSet<>();
        array.forEach(n -> ids.add(n.asString()));
        return ids;
    }

    private List<String> lines(String file) {
        return text(file).lines().filter(l -> !l.isBlank()).toList();
    }

    private String text(String file) {
        String path = "/cases/" + name + "/" + file;
        try (InputStream in = CaseFolder.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the case has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
