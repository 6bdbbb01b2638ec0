package sightline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One Sightline database, open: a small pool of connections for each role that works in it. The
 * only use of the pools is {@link Transactions}.
 */
public final class Database implements AutoCloseable {
    private static final int POOL_SIZE = 12;
    private static final String NAME = "sightline";

    private final String url;
    private final Secrets secrets;
    private final List<EmbeddedPostgres> servers = new ArrayList<>();
    private final Map<DatabaseRole, HikariDataSource> pools = new EnumMap<>(DatabaseRole.class);
    private final CompletableFuture<Boolean> lost = new CompletableFuture<>();

    private Database(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /**
     * Starts, or adopts, the embedded server in {@code home} and opens its database; both close
     * together. A server that ends by itself is started again; see {@link #lost}.
     */
    public static Database embedded(Path home, Secrets secrets) {
        var server = EmbeddedPostgres.in(home, secrets);
        try {
            var database = prepare(server.server(), NAME, secrets).closing(server);
            server.keepUp(() -> database.lost.complete(true));
            return database;
        } catch (DatabaseException e) {
            server.close();
            throw e;
        }
    }

    /**
     * As {@link #embedded}, for a command: closing it leaves a server alone that ran already or
     * that another program uses by now.
     */
    public static Database beside(Path home, Secrets secrets) {
        var server = EmbeddedPostgres.beside(home, secrets);
        try {
            return prepare(server.server(), NAME, secrets).closing(server);
        } catch (DatabaseException e) {
            server.close();
            throw e;
        }
    }

    /** A fast database without durability, deleted when closed: replay. */
    public static Database throwAway() {
        var secrets = Secrets.throwAway();
        var server = EmbeddedPostgres.throwAway(secrets);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return prepareThrowAway(server.server(), NAME, secrets).closing(server);
    }

    /**
     * Makes roles and database on {@code server} where they are missing, brings the schemas up to
     * date and opens the database. For kept data: refuses a server that may lose what it
     * acknowledged.
     */
    public static Database prepare(Server server, String name, Secrets secrets) {
        try (var connection = connect(server, "postgres")) {
            Durability.check(connection);
        } catch (SQLException e) {
            throw unreachable(server.url("postgres"), e);
        }
        return prepareThrowAway(server, name, secrets);
    }

    /** As {@link #prepare}, on a server that need not be durable: replay and tests only. */
    public static Database prepareThrowAway(Server server, String name, Secrets secrets) {
        try (var connection = connect(server, "postgres")) {
            lock(connection);
            execute(connection, RoleScript.forServer(secrets));
            createIfMissing(connection, name, "");
        } catch (SQLException e) {
            throw unreachable(server.url("postgres"), e);
        }
        grant(server, name);
        return open(server.url(name), secrets);
    }

    /**
     * Opens a database whose roles an administrator has made ({@link #scriptForAdministrator}), and
     * brings the schemas up to date.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, without user or password
     */
    public static Database open(String url, Secrets secrets) {
        var database = new Database(url, secrets);
        var migrator = database.simple(DatabaseRole.MIGRATE);
        new Migrations(migrator).run();
        try (var connection = migrator.getConnection()) {
            ContextKey.install(connection, secrets);
        } catch (SQLException e) {
            throw unreachable(url, e);
        }
        return database;
    }

    /** As {@link #open(String, Secrets)}, after checking that the server is durable. */
    public static Database openDurable(String url, Secrets secrets) {
        var database = new Database(url, secrets);
        try (var connection = database.simple(DatabaseRole.MIGRATE).getConnection()) {
            Durability.check(connection);
        } catch (SQLException e) {
            throw unreachable(url, e);
        }
        return open(url, secrets);
    }

    /** What an administrator runs, as superuser, in a new database that Sightline shall use. */
    public static String scriptForAdministrator(String database, Secrets secrets) {
        var statements = new ArrayList<>(RoleScript.forServer(secrets));
        statements.addAll(RoleScript.forDatabase(database));
        return String.join(";\n", statements) + ";\n";
    }

    /**
     * A fresh database on {@code server} with the content of another one. Its files are copied: a
     * copy that is written to the log page by page takes several times as long.
     */
    static Database copy(Server server, String template, String name, Secrets secrets) {
        try (var connection = connect(server, "postgres")) {
            createIfMissing(connection, name, " STRATEGY FILE_COPY TEMPLATE \"" + template + "\"");
        } catch (SQLException e) {
            throw unreachable(server.url("postgres"), e);
        }
        grant(server, name);
        return new Database(server.url(name), secrets);
    }

    /** Completes when the embedded server has ended and cannot be started again. */
    public CompletionStage<Boolean> lost() {
        return lost;
    }

    Connection connection(DatabaseRole role) throws SQLException {
        if (!role.works()) {
            throw new IllegalArgumentException("no work is done as " + role);
        }
        return pool(role).getConnection();
    }

    Secrets secrets() {
        return secrets;
    }

    String url() {
        return url;
    }

    /** A login outside the pools, for tests that try what a stolen connection could do. */
    Connection login(DatabaseRole role) throws SQLException {
        return simple(role).getConnection();
    }

    @Override
    public synchronized void close() {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
        servers.forEach(EmbeddedPostgres::close);
        servers.clear();
    }

    private Database closing(EmbeddedPostgres server) {
        servers.add(server);
        return this;
    }

    private synchronized HikariDataSource pool(DatabaseRole role) {
        return pools.computeIfAbsent(
                role,
                wanted -> {
                    var config = new HikariConfig();
                    config.setDataSource(simple(wanted));
                    config.setPoolName(wanted.sqlName());
                    config.setAutoCommit(false);
                    config.setMaximumPoolSize(POOL_SIZE);
                    config.setMinimumIdle(0);
                    config.setInitializationFailTimeout(-1);
                    return new HikariDataSource(config);
                });
    }

    private DriverManagerDataSource simple(DatabaseRole role) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "sightline");
        properties.setProperty("reWriteBatchedInserts", "true");
        // The server's details quote rows; no row enters an exception, and with it a log.
        properties.setProperty("logServerErrorDetail", "false");
        var source = new DriverManagerDataSource(url, properties);
        source.setUsername(role.sqlName());
        source.setPassword(secrets.password(role.sqlName()));
        return source;
    }

    private static void grant(Server server, String name) {
        try (var connection = connect(server, name)) {
            execute(connection, RoleScript.forDatabase(name));
        } catch (SQLException e) {
            throw unreachable(server.url(name), e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        execute(connection, List.of("SELECT pg_advisory_lock(7243098172)"));
    }

    private static void createIfMissing(Connection connection, String name, String from)
            throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (var query =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    execute(connection, List.of("CREATE DATABASE \"" + name + "\"" + from));
                }
            }
        }
    }

    private static Connection connect(Server server, String database) throws SQLException {
        Properties login = server.administratorLogin();
        return DriverManager.getConnection(server.url(database), login);
    }

    private static void execute(Connection connection, List<String> statements)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static DatabaseException unreachable(String url, SQLException cause) {
        return new DatabaseException(
                "The database at "
                        + url
                        + " cannot be used (SQLSTATE "
                        + cause.getSQLState()
                        + ").\n"
                        + "Check that it runs, that the address is right and that its roles were made"
                        + " with this installation's keys.",
                cause);
    }
}
