package sightline.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * The only way to the database: opens a transaction as the role that the work needs, opens its
 * signed context, runs the work, commits. A transaction is not opened within another on the same
 * thread; pass the {@code JdbcClient} on instead.
 */
public final class Transactions {
    private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

    private final Database database;
    private final ContextKey key;
    private final InstantSource clock;

    /** Transactions on a database, with tokens that expire by the machine's clock. */
    public Transactions(Database database) {
        this.database = database;
        this.key = ContextKey.of(database.secrets());
        // Tokens are compared with the database's own clock, so no clock of a simulation enters
        // here.
        this.clock = InstantSource.system();
    }

    /**
     * Works for a reader, who sees only what they may see of the named subjects.
     *
     * @param subjects those whose records the work reads; empty for work lists and forms
     */
    public <T extends @Nullable Object> T asReader(
            Claims reader, List<Subject> subjects, Work<T> work) {
        return run(DatabaseRole.APP, Token.reader(reader, subjects, clock), work);
    }

    /** Works as a job. */
    public <T extends @Nullable Object> T asJob(JobName job, Work<T> work) {
        return run(DatabaseRole.JOB, Token.job(job, clock), work);
    }

    /** Receives messages: raw bytes, natural keys and receipts. */
    public <T extends @Nullable Object> T asIntake(Work<T> work) {
        return run(DatabaseRole.INTAKE, Token.kind("intake", clock), work);
    }

    /** Nulls what an erasure or the end of retention ends. */
    public <T extends @Nullable Object> T asEraser(Work<T> work) {
        return run(DatabaseRole.ERASER, Token.kind("eraser", clock), work);
    }

    /** Numbers journal entries and signs checkpoints. */
    public <T extends @Nullable Object> T asSequencer(Work<T> work) {
        return run(DatabaseRole.SEQUENCER, Token.kind("sequencer", clock), work);
    }

    private <T extends @Nullable Object> T run(DatabaseRole role, String token, Work<T> work) {
        if (OPEN.isBound()) {
            throw new IllegalStateException(
                    "a transaction is open on this thread already.\nPass its JdbcClient on.");
        }
        return ScopedValue.where(OPEN, true).call(() -> onConnection(role, token, work));
    }

    private <T extends @Nullable Object> T onConnection(
            DatabaseRole role, String token, Work<T> work) {
        try (var connection = database.connection(role)) {
            var done = false;
            try {
                begin(connection, token);
                var result = work.run(client(connection));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            var translated = new SQLExceptionSubclassTranslator().translate("transaction", null, e);
            throw translated != null
                    ? translated
                    : new DatabaseException("the transaction failed", e);
        }
    }

    private void begin(Connection connection, String token) throws SQLException {
        try (var begin = connection.prepareStatement("SELECT access.begin(?, ?, ?)")) {
            begin.setString(1, token);
            begin.setString(2, key.id());
            begin.setBytes(3, key.sign(token));
            begin.execute();
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Clears away the contexts of finished transactions; gives how many. */
    long sweepContexts() {
        return asJob(
                JobName.WATCH, sql -> sql.sql("SELECT access.sweep()").query(Long.class).single());
    }
}
