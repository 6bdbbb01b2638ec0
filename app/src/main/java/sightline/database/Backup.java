package sightline.database;

import org.postgresql.PGConnection;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Copies a whole database as it is at one moment, while it is in use, and puts such a copy into an
 * empty one. Without {@code pg_dump}, which the embedded server does not bring. Keys are not in a
 * copy: whoever has it alone can open no body.
 */
public final class Backup {
    private static final String MANIFEST = "manifest.json";
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What each database makes for itself, or what means nothing afterwards. */
    private static final Set<String> LEFT_OUT = Set.of("access.signing_key", "access.context");

    /** What an installation that nobody used yet has no row of. */
    private static final List<String> USED =
            List.of("feeds.receipt", "facts.fact", "access.user_account", "audit.entry");

    private Backup() {}

    /** What was copied. */
    public record Copied(int tables, long rows) {}

    /** A copy that cannot be put back here. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** A table and its columns, in their order. */
    private record Table(String name, List<String> columns) {
        private String columnList() {
            List<String> quoted = columns.stream().map(c -> '"' + c + '"').toList();
            return String.join(", ", quoted);
        }

        private Path file(Path folder) {
            return folder.resolve(name + ".copy.gz");
        }
    }

    /** Copies everything as it is at this moment to a new or empty folder. */
    public static Copied to(Database database, Path folder) throws Refused {
        try {
            OwnerOnly.folder(folder);
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new Refused(folder + " is not empty.\nName a new folder.");
                }
            }
            ObjectNode manifest = JSON.createObjectNode();
            manifest.put("format", FORMAT).put("key", fingerprint(database));
            manifest.set("migrations", JSON.valueToTree(migrations(database)));
            Copied copied = copy(database, folder, manifest.putArray("tables"));
            Files.writeString(folder.resolve(MANIFEST), manifest.toPrettyString() + "\n");
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the backup to " + folder, e);
        } catch (SQLException e) {
            throw new DatabaseException("the backup failed (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private static Copied copy(Database database, Path folder, ArrayNode entries)
            throws SQLException, IOException {
        try (var connection = database.login(DatabaseRole.BACKUP)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            long rows = 0;
            List<Table> tables = tables(connection);
            for (Table table : tables) {
                MessageDigest digest = sha256();
                long copied;
                try (OutputStream out =
                        new GZIPOutputStream(
                                new DigestOutputStream(
                                        Files.newOutputStream(table.file(folder)), digest))) {
                    copied =
                            connection
                                    .unwrap(PGConnection.class)
                                    .getCopyAPI()
                                    .copyOut(
                                            "COPY %s (%s) TO STDOUT"
                                                    .formatted(table.name(), table.columnList()),
                                            out);
                }
                rows += copied;
                ObjectNode entry = entries.addObject();
                entry.put("name", table.name()).put("rows", copied);
                entry.put("sha256", HexFormat.of().formatHex(digest.digest()));
                entry.set("columns", JSON.valueToTree(table.columns()));
            }
            connection.rollback();
            return new Copied(tables.size(), rows);
        }
    }

    /**
     * Puts a copy into an empty database, all of it or nothing.
     *
     * @throws Refused for a database that is in use, another key, another version, or a copy that
     *     is not as it was written
     */
    public static Copied restore(Database database, Path folder) throws Refused {
        try (var connection = database.login(DatabaseRole.MIGRATE)) {
            JsonNode manifest = JSON.readTree(Files.readString(folder.resolve(MANIFEST)));
            check(database, manifest);
            connection.setAutoCommit(false);
            execute(connection, "SET ROLE sl_owner");
            Copied copied = load(connection, folder, manifest);
            connection.commit();
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the backup in " + folder, e);
        } catch (SQLException e) {
            throw new DatabaseException("the restore failed (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private static void check(Database database, JsonNode manifest) throws SQLException, Refused {
        if (manifest.path("format").intValue() != FORMAT) {
            throw new Refused("This is no backup that this version reads.");
        }
        if (!manifest.path("key").stringValue().equals(fingerprint(database))) {
            throw new Refused(
                    "The backup was made under another master key.\nPut that keys/master.key here first.");
        }
        JsonNode here = JSON.valueToTree(migrations(database));
        if (!manifest.path("migrations").equals(here)) {
            throw new Refused(
                    "The backup was made by another version of the program.\n"
                            + "Restore it with that version, then upgrade.");
        }
    }

    private static Copied load(Connection connection, Path folder, JsonNode manifest)
            throws SQLException, IOException, Refused {
        List<Table> tables = inOrder(connection, tables(connection));
        // The owner's own row security stands aside within this transaction only, which locks all.
        for (Table table : tables) {
            execute(connection, "ALTER TABLE " + table.name() + " NO FORCE ROW LEVEL SECURITY");
        }
        for (String used : USED) {
            if (number(connection, "SELECT count(*) FROM " + used) > 0) {
                throw new Refused(
                        "This installation is in use: "
                                + used
                                + " has rows.\nRestore into a new, empty one.");
            }
        }
        execute(
                connection,
                "TRUNCATE " + String.join(", ", tables.stream().map(Table::name).toList()));
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        manifest.path("tables").forEach(t -> entries.put(t.path("name").stringValue(), t));
        long rows = 0;
        for (Table table : tables) {
            JsonNode entry = entries.remove(table.name());
            if (entry == null || !JSON.valueToTree(table.columns()).equals(entry.path("columns"))) {
                throw new Refused("The backup lacks the table " + table.name() + ".");
            }
            rows += load(connection, table, folder, entry);
        }
        if (!entries.isEmpty()) {
            throw new Refused("The backup has tables that are not here: " + entries.keySet());
        }
        sequences(connection);
        for (Table table : tables) {
            execute(connection, "ALTER TABLE " + table.name() + " FORCE ROW LEVEL SECURITY");
        }
        return new Copied(tables.size(), rows);
    }

    private static long load(Connection connection, Table table, Path folder, JsonNode entry)
            throws SQLException, IOException, Refused {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(table.file(folder))) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.path("sha256").stringValue())) {
            throw new Refused(
                    "The file of "
                            + table.name()
                            + " is not as it was written.\nUse another backup.");
        }
        try (InputStream in =
                new GZIPInputStream(
                        new DigestInputStream(
                                Files.newInputStream(table.file(folder)), sha256()))) {
            long rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "COPY %s (%s) FROM STDIN"
                                            .formatted(table.name(), table.columnList()),
                                    in);
            if (rows != entry.path("rows").longValue()) {
                throw new Refused("Rows of " + table.name() + " are missing.");
            }
            return rows;
        }
    }

    /** Every table of every room with its columns, in the order of their names. */
    private static List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (var query =
                connection.prepareStatement(
                        """
                        SELECT n.nspname || '.' || c.relname, a.attname FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         WHERE c.relkind = 'r' AND n.nspname = ANY (?) AND c.relname <> 'schema_history'
                           AND a.attgenerated = '' ORDER BY 1, a.attnum
                        """)) {
            query.setArray(1, connection.createArrayOf("text", Migrations.FLOORS.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (!LEFT_OUT.contains(row.getString(1))) {
                        found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2));
                    }
                }
            }
        }
        return found.entrySet().stream().map(e -> new Table(e.getKey(), e.getValue())).toList();
    }

    /** Tables after those to which their rows refer. */
    private static List<Table> inOrder(Connection connection, List<Table> tables)
            throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                SELECT n.nspname || '.' || c.relname, m.nspname || '.' || d.relname
                                  FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                  JOIN pg_class d ON d.oid = f.confrelid
                                  JOIN pg_namespace m ON m.oid = d.relnamespace
                                 WHERE f.contype = 'f' AND f.conrelid <> f.confrelid
                                """)) {
            while (row.next()) {
                needs.computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
                        .add(row.getString(2));
            }
        }
        List<Table> ordered = new ArrayList<>();
        List<Table> left = new ArrayList<>(tables);
        while (!left.isEmpty()) {
            Set<String> waiting = new LinkedHashSet<>(left.stream().map(Table::name).toList());
            List<Table> next =
                    left.stream()
                            .filter(t ->
                                    needs.getOrDefault(t.name(), Set.of()).stream()
                                            .noneMatch(waiting::contains))
                            .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException(
                        "tables refer to each other in a circle: " + waiting);
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    /** Numbers go on after the highest that was used. */
    private static void sequences(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (var query =
                connection.prepareStatement(
                        """
                        SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %s',
                                      n.nspname || '.' || c.relname, a.attname, a.attname, n.nspname || '.' || c.relname)
                          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
                         WHERE c.relkind = 'r' AND n.nspname = ANY (?)
                        """)) {
            query.setArray(1, connection.createArrayOf("text", Migrations.FLOORS.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    statements.add(row.getString(1));
                }
            }
        }
        for (String statement : statements) {
            execute(connection, statement);
        }
    }

    /** Which migrations each room has run, with their checksums. */
    private static Map<String, List<String>> migrations(Database database) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (var connection = database.login(DatabaseRole.MIGRATE);
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE sl_owner");
            for (String room : Migrations.FLOORS) {
                if (!Migrations.discover().contains(room)) {
                    continue;
                }
                try (var row =
                        statement.executeQuery(
                                "SELECT DISTINCT script, checksum FROM %s.schema_history WHERE checksum IS NOT NULL ORDER BY 1, 2"
                                        .formatted(room))) {
                    while (row.next()) {
                        found.computeIfAbsent(room, _ -> new ArrayList<>())
                                .add(row.getString(1) + " " + row.getString(2));
                    }
                }
            }
        }
        return found;
    }

    private static String fingerprint(Database database) {
        return HexFormat.of().formatHex(database.secrets().key("backup fingerprint", 16));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
