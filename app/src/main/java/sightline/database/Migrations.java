package sightline.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.sql.DataSource;

/**
 * Brings every room's schema up to date: one schema, one folder {@code db/ROOM} and one history
 * table a room, in the order of {@link #FLOORS}. Runs as {@code sl_owner}.
 */
final class Migrations {
    /**
     * The rooms with tables, ground floor first; a schema may call functions of those before it.
     */
    static final List<String> FLOORS =
            List.of(
                    "access",
                    "audit",
                    "directory",
                    "feeds",
                    "facts",
                    "identity",
                    "household",
                    "register",
                    "chronology",
                    "classification",
                    "screening",
                    "duties",
                    "alerts",
                    "checks",
                    "locator",
                    "upkeep",
                    "casework",
                    "reviews",
                    "library",
                    "web",
                    "api",
                    "console");

    private static final String HISTORY = "schema_history";

    private final DataSource migrator;

    /**
     * @param migrator connections as {@code sl_migrate}
     */
    Migrations(DataSource migrator) {
        this.migrator = migrator;
    }

    /** Runs what has not run yet. */
    void run() {
        try (var lock = migrator.getConnection();
                var statement = lock.createStatement()) {
            // Held until this connection closes: several programs may start on one database at
            // once.
            statement.execute("SELECT pg_advisory_lock(7243098173)");
            var digest = OnClassPath.DIGEST;
            if (!digest.equals(upTo(statement))) {
                runLocked();
                statement.execute("SET ROLE sl_owner");
                statement.execute("COMMENT ON SCHEMA access IS '" + digest + "'");
                statement.execute("RESET ROLE");
            }
        } catch (SQLException e) {
            throw new DatabaseException("cannot wait for other programs' migrations", e);
        }
    }

    /** What the schemas were brought up to last; empty where they never were. */
    private static String upTo(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace
                         WHERE nspname = 'access'
                        """)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Worked out once a program: what is on its class path stays. */
    private static final class OnClassPath {
        static final String DIGEST = digest();
    }

    /** Of every migration, its name and its text, and of the roles that they are for. */
    private static String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var files = new TreeMap<String, Resource>();
            for (var file : resources()) {
                var path = file.getURL().getPath();
                files.put(path.substring(path.lastIndexOf("/db/")), file);
            }
            for (var file : files.entrySet()) {
                sha.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                sha.update(file.getValue().getContentAsByteArray());
            }
            sha.update(Arrays.toString(DatabaseRole.values()).getBytes(StandardCharsets.UTF_8));
            return "migrated " + HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the migrations on the class path", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static Resource[] resources() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*.sql");
    }

    private void runLocked() {
        var rooms = discover();
        for (var room : FLOORS) {
            if (rooms.contains(room)) {
                prepare(room);
                migrate(room);
                letBackupRead(room);
            }
        }
    }

    /** The rooms that bring a folder of migrations. */
    static Set<String> discover() {
        var rooms = new TreeSet<String>();
        try {
            for (var file : resources()) {
                var parts = file.getURL().getPath().split("/");
                rooms.add(parts[parts.length - 2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations on the class path", e);
        }
        if (!FLOORS.containsAll(rooms)) {
            rooms.removeAll(FLOORS);
            throw new IllegalStateException("rooms with migrations that no floor names: " + rooms);
        }
        return rooms;
    }

    private void prepare(String room) {
        try (var connection = migrator.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE sl_owner");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + room + " AUTHORIZATION sl_owner");
            statement.execute("REVOKE ALL ON SCHEMA " + room + " FROM PUBLIC");
            for (var role : DatabaseRole.values()) {
                if (role.works()) {
                    statement.execute("GRANT USAGE ON SCHEMA " + room + " TO " + role.sqlName());
                }
            }
            // What is made later is nobody's until a migration grants it.
            statement.execute("ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
            statement.execute("RESET ROLE");
        } catch (SQLException e) {
            throw new DatabaseException("cannot prepare the schema " + room, e);
        }
    }

    /** The role of backups reads every table, but for the history of migrations and the keys. */
    private void letBackupRead(String room) {
        try (var connection = migrator.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE sl_owner");
            statement.execute("GRANT USAGE ON SCHEMA " + room + " TO sl_backup");
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA " + room + " TO sl_backup");
            statement.execute("REVOKE ALL ON " + room + "." + HISTORY + " FROM sl_backup");
            if (room.equals("access")) {
                statement.execute("REVOKE ALL ON access.signing_key FROM sl_backup");
            }
            statement.execute("RESET ROLE");
        } catch (SQLException e) {
            throw new DatabaseException("cannot let backups read the room " + room, e);
        }
    }

    private void migrate(String room) {
        try {
            Flyway.configure()
                    .dataSource(migrator)
                    .initSql("SET ROLE sl_owner")
                    .locations("classpath:db/" + room)
                    .schemas(room)
                    .defaultSchema(room)
                    .createSchemas(false)
                    .table(HISTORY)
                    .loggers("slf4j")
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("the migrations of the room " + room + " failed", e);
        }
    }
}
