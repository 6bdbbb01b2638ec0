package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import sightline.database.TestDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for a word everywhere: in every row of every table of every schema, statistics included; in
 * what lies sealed under a key of the installation; in the files of every relation and index, once
 * what was deleted is cleared out of them; in the server's log and in the program's.
 */
final class Canary implements AutoCloseable {
    private static final int WHOLE_GROUP = 3;

    private final String word;
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    /** Listens to what the program logs from now on. */
    Canary(String word) {
        this.word = word;
        said.start();
        root.addAppender(said);
    }

    @Override
    public void close() {
        root.detachAppender(said);
    }

    /** The names of tables that have it in a row. */
    List<String> tables(TestDatabase database) {
        List<String> found = new ArrayList<>();
        for (String table : names(database)) {
            String as = table.equals("pg_catalog.pg_statistic") ? statistics() : "t::text";
            if (database.owner()
                    .sql("SELECT EXISTS (SELECT FROM %s t WHERE %s)".formatted(table, has(as)))
                    .query(Boolean.class)
                    .single()) {
                found.add(table);
            }
        }
        return found;
    }

    private static String statistics() {
        return "concat(stavalues1::text, stavalues2::text, stavalues3::text, stavalues4::text)";
    }

    private String has(String text) {
        return String.join(
                " OR ",
                spellings().stream().map(s -> "%s ILIKE '%%%s%%'".formatted(text, s)).toList());
    }

    private static List<String> names(TestDatabase database) {
        return database.owner()
                .sql(
                        """
                        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT LIKE 'pg_toast%'
                         ORDER BY 1
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** The columns of bytes that have it once they are opened with a key of the installation. */
    List<String> sealed(TestDatabase database, List<Predicate<byte[]>> openedHas) {
        Map<String, List<byte[]>> values = new java.util.TreeMap<>();
        database.owner()
                .sql(
                        """
                        SELECT format('%I.%I', table_schema, table_name), format('%I', column_name)
                          FROM information_schema.columns WHERE data_type = 'bytea'
                           AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(c ->
                        values.put(
                                c.getFirst() + "." + c.getLast(),
                                database.owner()
                                        .sql(
                                                "SELECT %2$s FROM %1$s WHERE %2$s IS NOT NULL"
                                                        .formatted(c.getFirst(), c.getLast()))
                                        .query((row, _) -> row.getBytes(1))
                                        .list()));
        return values.entrySet().stream()
                .filter(e ->
                        e.getValue().stream()
                                .anyMatch(v -> openedHas.stream().anyMatch(p -> p.test(v))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a text has it. */
    boolean in(String text) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    /** The files of the database that have it once what was deleted is cleared away. */
    List<String> files(TestDatabase database) {
        database.owner().sql("VACUUM FULL").update();
        database.owner().sql("CHECKPOINT").update();
        Path data =
                Path.of(database.owner().sql("SHOW data_directory").query(String.class).single());
        String number =
                database.owner()
                        .sql("SELECT oid::text FROM pg_database WHERE datname = current_database()")
                        .query(String.class)
                        .single();
        List<Path> files = new ArrayList<>(under(data.resolve("base").resolve(number)));
        assertThat(files).hasSizeGreaterThan(300);
        files.addAll(
                under(Objects.requireNonNull(data.getParent())).stream()
                        .filter(f -> f.toString().endsWith(".log"))
                        .toList());
        return files.stream().filter(this::has).map(f -> f.getFileName().toString()).toList();
    }

    private static List<Path> under(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private boolean has(Path file) {
        try {
            String bytes =
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .toLowerCase(Locale.ROOT);
            return spellings().stream().anyMatch(s -> bytes.contains(s.toLowerCase(Locale.ROOT)));
        } catch (java.nio.file.NoSuchFileException dropped) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Plainly, as hexadecimal, and in base64 wherever it stands among other bytes. */
    private List<String> spellings() {
        List<String> all = new ArrayList<>();
        for (String as : List.of(word, word.toLowerCase(Locale.ROOT))) {
            byte[] bytes = as.getBytes(StandardCharsets.UTF_8);
            all.add(as);
            all.add(HexFormat.of().formatHex(bytes));
            for (int skip = 0; skip < WHOLE_GROUP; skip++) {
                int from = (WHOLE_GROUP - skip) % WHOLE_GROUP;
                int until = from + (bytes.length - from) / WHOLE_GROUP * WHOLE_GROUP;
                all.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, until)));
            }
        }
        return all.stream().distinct().toList();
    }

    /** What the program logged that has it. */
    List<String> logged() {
        return said.list.stream()
                .map(e ->
                        e.getFormattedMessage()
                                + (e.getThrowableProxy() == null
                                        ? ""
                                        : e.getThrowableProxy().getMessage()))
                .filter(this::in)
                .toList();
    }
}
