package sightline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.DirectoryEntries;
import sightline.pipeline.ReplayedDirectory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An invented family of the shapes that inquiries describe, told by its agencies: in {@code
 * messages.ndjson}, with what must be said of it in {@code expected.csv}, and in {@code
 * messages-twin.ndjson} with ordinary facts, of which nothing is said.
 */
record Family(
        String name,
        List<String> messages,
        List<String> twin,
        DirectoryEntries agencies,
        List<WantedRow> wanted) {

    static Family of(String name) {
        List<String> messages = lines(name, "messages.ndjson");
        List<String> twin = lines(name, "messages-twin.ndjson");
        List<String> all = new ArrayList<>(messages);
        all.addAll(twin);
        DirectoryEntries agencies =
                ReplayedDirectory.of(all, String.join("\n", lines(name, "agencies.ndjson")));
        return new Family(
                name,
                messages,
                twin,
                agencies,
                lines(name, "expected.csv").stream().skip(1).map(WantedRow::read).toList());
    }

    /** Fails with what was said of the rule instead. */
    void assertMet(WantedRow row, Collection<Said> said) {
        List<Said> near = said.stream().filter(s -> row.rules().contains(s.rule())).toList();
        if (row.never()) {
            assertThat(near)
                    .filteredOn(s -> s.about().containsAll(row.about()))
                    .noneMatch(Said::alert);
            return;
        }
        List<Said> met = near.stream().filter(row::met).toList();
        assertThat(met).as("%s; said of it: %s", row, near).isNotEmpty();
        Map<String, AgencyType> types =
                agencies.agencies().stream()
                        .collect(Collectors.toMap(a -> a.id().value(), Agency::type));
        Set<String> told = met.stream().flatMap(s -> s.to().stream()).collect(Collectors.toSet());
        for (String wanted : row.to()) {
            assertThat(told)
                    .as("%s is told to %s", row, wanted)
                    .anyMatch(t -> told(wanted, t.split("/", 2)[0], types));
        }
    }

    private static boolean told(String wanted, String agency, Map<String, AgencyType> types) {
        return List.of(wanted.split("\\|")).stream()
                .anyMatch(w ->
                        w.equals(agency)
                                || AgencyType.of(w)
                                        .filter(t -> t == types.get(agency))
                                        .isPresent());
    }

    private static List<String> lines(String name, String file) {
        String path = "/families/" + name + "/" + file;
        try (InputStream in = Family.class.getResourceAsStream(path)) {
            if (in == null) {
                if (file.startsWith("agencies")) {
                    return List.of();
                }
                throw new IllegalStateException("the family has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
