package sightline.console;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.AgencyId;
import sightline.feeds.CsvMapping;
import sightline.feeds.CsvMessages;
import sightline.feeds.CsvRow;
import sightline.feeds.Problem;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The messages of a file, in its order: one object, one a line, or one a row of a CSV. */
final class FileMessages implements Closeable {
    /** What stands at one place of the file. */
    sealed interface Item {
        /** A message to send, without line ends. */
        record Message(int number, String json) implements Item {
            byte[] bytes() {
                return json.getBytes(StandardCharsets.UTF_8);
            }
        }

        /** A row that is none. */
        record Bad(int number, List<Problem> problems) implements Item {}
    }

    private interface Reading {
        Optional<Item> next() throws IOException;
    }

    private final InputStream in;
    private final Reading reading;
    private int number;

    private FileMessages(InputStream in, @Nullable CsvMessages rows, boolean wholeFile) {
        this.in = in;
        if (rows != null) {
            reading = () -> rows.next().map(FileMessages::item);
        } else {
            reading = wholeFile ? this::wholeFile : this::nextLine;
        }
    }

    /**
     * Opens a file: {@code .csv} by the mapping, {@code .json} as one message, any other as lines.
     *
     * @throws IllegalArgumentException when a CSV has no mapping, or one that does not fit it
     */
    static FileMessages open(Path file, AgencyId sender, Optional<CsvMapping> mapping)
            throws IOException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv")) {
            var in = new BufferedInputStream(Files.newInputStream(file));
            return new FileMessages(in, null, name.endsWith(".json"));
        }
        if (mapping.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " is a CSV.\nSay with --mapping which of its columns mean what.");
        }
        var in = new BufferedInputStream(Files.newInputStream(file));
        // Strict: a wrong character set must be seen, not turned into question marks in names.
        var text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        var made = Files.getLastModifiedTime(file).toInstant();
        return new FileMessages(in, new CsvMessages(mapping.get(), sender, made, text), false);
    }

    /** The next one; none at the end. */
    Optional<Item> next() throws IOException {
        return reading.next();
    }

    private static Item item(CsvRow row) {
        return switch (row) {
            case CsvRow.Message(var number, var json) -> new Item.Message(number, json);
            case CsvRow.Bad(var number, var problems) -> new Item.Bad(number, problems);
        };
    }

    private static Item item(int number, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Item.Message(
                    number, text.toString().replace('\n', ' ').replace('\r', ' ').strip());
        } catch (CharacterCodingException malformed) {
            var problem = new Problem("message", "it is no UTF-8", "write the file in UTF-8");
            return new Item.Bad(number, List.of(problem));
        }
    }

    /** Line ends within a JSON text stand between its parts only, where a blank does as well. */
    private Optional<Item> wholeFile() throws IOException {
        number++;
        if (number > 1) {
            return Optional.empty();
        }
        return Optional.of(item(1, in.readAllBytes()));
    }

    private Optional<Item> nextLine() throws IOException {
        while (true) {
            var line = new ByteArrayOutputStream();
            var next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
            number++;
            if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
                return Optional.of(item(number, line.toByteArray()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
