package sightline.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A real, migrated, empty database for a test class, in about 100 ms: one throw-away server a JVM,
 * one migrated template in it, one copy of the template a call.
 *
 * <pre>{@code
 * final class FactsTest {
 *     private final TestDatabase database = TestDatabase.fresh(); // or static, with @AfterAll
 *     private final Transactions transactions = database.transactions();
 *
 *     @AfterEach
 *     void close() {
 *         database.close();
 *     }
 *
 *     @Test
 *     void storesAFact() {
 *         transactions.asJob(JobName.PIPELINE, sql -> sql.sql("INSERT ...").update());
 *         var seen = transactions.asReader(reader, List.of(subject), sql -> ...);
 *     }
 * }
 * }</pre>
 *
 * <p>It runs on the packed PostgreSQL 18, or on an installed one with {@code
 * -Dsightline.postgres.programs=/usr/lib/postgresql/15/bin}. {@link #owner} reads and writes past
 * row security, for set-up and for looking at what is really stored; only tests have it.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "sightline_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, Boolean> FILLED = new ConcurrentHashMap<>();

    private final Database database;
    private final SingleConnectionDataSource owner;

    private TestDatabase(String name, Database database) {
        var server = Cluster.SHARED.server();
        this.database = database;
        this.owner =
                new SingleConnectionDataSource(
                        server.url(name), server.administrator(), server.password(), true);
    }

    /** A fresh one. */
    public static TestDatabase fresh() {
        return copyOf(TEMPLATE, "test_" + COUNT.incrementAndGet());
    }

    /**
     * A fresh one with what always stands in databases of that name: it is put into the first of
     * them, of which all are copies.
     *
     * @param name of lower case letters
     * @param fill puts it there, and leaves no connection open
     */
    public static TestDatabase filled(String name, Consumer<TestDatabase> fill) {
        var template = "filled_" + name;
        FILLED.computeIfAbsent(
                template,
                _ -> {
                    try (var first = copyOf(TEMPLATE, template)) {
                        fill.accept(first);
                    }
                    return true;
                });
        return copyOf(template, "test_" + COUNT.incrementAndGet());
    }

    private static TestDatabase copyOf(String template, String name) {
        return new TestDatabase(name, copied(template, name));
    }

    /** One at a time: a template that is being copied cannot be copied. */
    private static synchronized Database copied(String template, String name) {
        return Database.copy(Cluster.SHARED.server(), template, name, Cluster.SECRETS);
    }

    /** The only way to it that the program has, too. */
    public Transactions transactions() {
        return new Transactions(database);
    }

    /** The database, as the program holds it. */
    public Database database() {
        return database;
    }

    /** The keys of this installation. */
    public Secrets secrets() {
        return Cluster.SECRETS;
    }

    /** The server's administrator, past all row security. Commits each statement. Tests only. */
    public JdbcClient owner() {
        return JdbcClient.create(owner);
    }

    /** Closes its connections; the database goes with the server, at the end of the JVM. */
    @Override
    public void close() {
        owner.destroy();
        database.close();
    }

    private static final class Cluster {
        static final Secrets SECRETS = Secrets.throwAway();
        static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            var server = EmbeddedPostgres.throwAway(SECRETS);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            Database.prepareThrowAway(server.server(), TEMPLATE, SECRETS).close();
            return server;
        }
    }
}
