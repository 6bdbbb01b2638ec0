package sightline.core.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The rows of identifier_vectors.csv, which no field quotes. */
final class IdentifierVectors {
    record Row(IdentifierType type, String written, boolean valid, String normal, String note) {
        /** For the name of the test case: these values belong to nobody. */
        @Override
        public String toString() {
            return type + " " + written + " " + (valid ? "valid" : "invalid") + " " + note;
        }
    }

    private IdentifierVectors() {}

    static List<Row> all() {
        var stream =
                Objects.requireNonNull(
                        IdentifierVectors.class.getResourceAsStream("identifier_vectors.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return lines.lines().skip(1).map(IdentifierVectors::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        var fields = line.split(",", -1);
        if (fields.length != 6) {
            throw new IllegalStateException("Not six fields: " + line);
        }
        return new Row(
                IdentifierType.valueOf(fields[0]),
                fields[1],
                Boolean.parseBoolean(fields[2]),
                fields[3],
                fields[4]);
    }
}
