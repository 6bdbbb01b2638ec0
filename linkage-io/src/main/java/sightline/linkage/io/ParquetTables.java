package sightline.linkage.io;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.schema.SchemaNode;

import org.jspecify.annotations.Nullable;

import sightline.linkage.Column;
import sightline.linkage.LinkageException;
import sightline.linkage.Table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Reads a Parquet file into a {@link Table}: text as it is, numbers and dates in their plain form,
 * a list as its values with a bar between them. What is nested otherwise is left out, and said.
 */
final class ParquetTables {
    private static final Logger LOG = Logger.getLogger("dev.hardwood");
    private static final String BETWEEN = "|";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static {
        // Which decompressor was found is nothing to tell people.
        LOG.setLevel(Level.WARNING);
    }

    private ParquetTables() {}

    static Table read(Path file) {
        return read(file, PATIENCE);
    }

    /**
     * Reads it in a thread of its own: in a damaged file the library may wait for ever for a part
     * that failed. Where nothing was read for so long, the file is refused.
     */
    static Table read(Path file, Duration patience) {
        Reading reading = new Reading(file);
        FutureTask<Table> task = new FutureTask<>(reading::table);
        Thread.ofPlatform().daemon().name("parquet").start(task);
        try {
            Optional<Table> table = Optional.empty();
            int before = -1;
            while (table.isEmpty()) {
                int rows = reading.rowsRead;
                if (rows == before) {
                    throw refused(file, "a part of it cannot be read", null);
                }
                before = rows;
                table = within(patience, task);
            }
            return table.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkageException refused) {
                throw refused;
            }
            throw refused(file, String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(file, "reading was interrupted", e);
        }
    }

    private static Optional<Table> within(Duration patience, FutureTask<Table> task)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private static LinkageException refused(Path file, String why, @Nullable Throwable cause) {
        String message =
                "%s is no Parquet file that can be read: %s.%nWrite it again, or save it as CSV."
                        .formatted(file, why);
        return cause == null ? new LinkageException(message) : new LinkageException(message, cause);
    }

    private static final class Reading {
        private final Path file;
        private final String name;
        private volatile int rowsRead;
        private final List<String> remarks = new ArrayList<>();
        private final List<Column.Builder> columns = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        Reading(Path file) {
            this.file = file;
            this.name = String.valueOf(file.getFileName());
        }

        Table table() throws IOException {
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
                return table(reader);
            }
        }

        private Table table(ParquetFileReader reader) throws IOException {
            long rows = reader.getFileMetaData().numRows();
            if (rows > Integer.MAX_VALUE - 64) {
                throw new LinkageException(
                        "%s has %,d rows.%nSplit it into files of at most two thousand million."
                                .formatted(name, rows));
            }
            int place = 0;
            for (SchemaNode node : reader.getFileSchema().getRootNode().children()) {
                boolean group = node instanceof SchemaNode.GroupNode;
                if (!group || ((SchemaNode.GroupNode) node).isList()) {
                    columns.add(new Column.Builder(node.name()));
                    places.add(place);
                } else {
                    remarks.add(node.name() + " is nested, and left out");
                }
                place++;
            }
            try (RowReader row = reader.rowReader()) {
                for (int read = 0; row.hasNext(); read++) {
                    rowsRead = read;
                    row.next();
                    for (int c = 0; c < columns.size(); c++) {
                        columns.get(c).add(text(row, places.get(c)));
                    }
                }
            }
            return new Table(
                    name,
                    columns.stream().map(Column.Builder::build).toList(),
                    (int) rows,
                    remarks);
        }

        private static String text(RowReader row, int place) {
            return row.isNull(place) ? "" : text(row.getValue(place));
        }

        private static String text(Object value) {
            return switch (value) {
                case null -> "";
                case String text -> text.strip();
                case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8).strip();
                case Double number -> plain(number);
                case Float number -> plain(number.doubleValue());
                case Instant moment -> day(moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
                case LocalDateTime moment -> day(moment);
                case PqList list ->
                        list.values().stream()
                                .map(Reading::text)
                                .filter(v -> !v.isEmpty())
                                .collect(Collectors.joining(BETWEEN));
                default -> value.toString();
            };
        }

        /** A whole number without a fraction, as columns of whole numbers with gaps often are. */
        private static String plain(double number) {
            if (Double.isNaN(number)) {
                return "";
            }
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }

        private static String day(LocalDateTime moment) {
            return moment.toLocalDate().toString();
        }
    }
}
