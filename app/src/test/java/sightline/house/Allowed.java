package sightline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The exceptions from the bans, each a line of {@code allowed.txt}: the ban's name, the file, and
 * after a hash sign the reason.
 */
record Allowed(Set<Exemption> exemptions) {

    record Exemption(String ban, String path) {}

    static Allowed read() {
        try (var stream = Allowed.class.getResourceAsStream("allowed.txt")) {
            if (stream == null) {
                throw new IllegalStateException("allowed.txt is missing from the test resources");
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Allowed parse(String text) {
        return new Allowed(
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Allowed::exemption)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean covers(Ban ban, String path) {
        return exemptions.contains(new Exemption(ban.name(), path));
    }

    private static Exemption exemption(String line) {
        var reasonAt = line.indexOf('#');
        var words = line.substring(0, Math.max(reasonAt, 0)).strip().split("\\s+", -1);
        if (words.length != 2 || line.substring(reasonAt + 1).isBlank()) {
            throw new IllegalArgumentException(
                    "Not of the form 'ban path # reason' in allowed.txt: " + line);
        }
        return new Exemption(words[0], words[1]);
    }
}
