package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an installation has run stays as it was: a database that was brought up to date with another
 * text refuses the new program. What is to be another is a migration of its own, or stands in one
 * that is run again.
 */
final class WrittenMigrationsTest {
    private static final Path DB =
            Path.of(System.getProperty("sightline.root", ".."))
                    .resolve("app/src/main/resources/db");
    private static final int SHOWN = 16;

    @Test
    void noMigrationIsChangedOnceItIsWritten() throws Exception {
        assertThat(found())
                .as("one that is new is added to migrations/written.txt; another stays as it was")
                .containsExactlyElementsOf(written());
    }

    private static List<String> found() throws IOException {
        try (Stream<Path> files = Files.walk(DB)) {
            return files.filter(f -> f.getFileName().toString().matches("V\\d+__.*\\.sql"))
                    .map(f -> digest(f) + " " + DB.relativize(f))
                    .sorted(Comparator.comparing(line -> line.substring(SHOWN)))
                    .toList();
        }
    }

    private static List<String> written() throws IOException {
        try (var list =
                Objects.requireNonNull(
                        WrittenMigrationsTest.class.getResourceAsStream(
                                "/migrations/written.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String digest(Path file) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(sha).substring(0, SHOWN);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }
}
