package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.SQLException;

final class TransactionsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final Transactions transactions = DATABASE.transactions();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void opensTheContextOfAJobBeforeItsWork() {
        var actor =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> sql.sql("SELECT access.actor()").query(String.class).single());

        assertThat(actor).isEqualTo("job:pipeline");
    }

    @Test
    void aJobIsNotAnotherJob() {
        var found =
                transactions.asJob(
                        JobName.COURIER,
                        sql ->
                                sql.sql("SELECT access.is_job('pipeline')")
                                        .query(Boolean.class)
                                        .single());

        assertThat(found).isFalse();
    }

    @Test
    void refusesATransactionWithinATransaction() {
        assertThatThrownBy(() ->
                        transactions.asIntake(
                                sql -> transactions.asJob(JobName.PIPELINE, inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Pass its JdbcClient on");
    }

    @Test
    void rollsBackWhenTheWorkFails() {
        assertThatThrownBy(() ->
                        transactions.asJob(
                                JobName.PIPELINE,
                                sql -> {
                                    insert(sql);
                                    throw new IllegalArgumentException("no");
                                }))
                .isInstanceOf(IllegalArgumentException.class);

        var count =
                DATABASE.owner().sql("SELECT count(*) FROM access.relationship").query(Long.class);
        assertThat(count.single()).isZero();
    }

    @Test
    void theClientIsUselessAfterItsTransaction() {
        var kept = transactions.asJob(JobName.PIPELINE, sql -> sql);

        assertThatThrownBy(() -> kept.sql("SELECT 1").query(Integer.class).single())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void withoutAContextEveryGuardRaises() throws SQLException {
        try (var stolen = DATABASE.database().login(DatabaseRole.JOB);
                var statement = stolen.createStatement()) {
            DATABASE.owner()
                    .sql(
                            """
                            INSERT INTO access.conflict (actor, record_key, kind, registered_by, starts_at)
                            VALUES ('a', gen_random_uuid(), 'self', 'a', now())
                            """)
                    .update();

            assertThatThrownBy(() -> statement.execute("SELECT count(*) FROM access.conflict"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("SL001"));
        }
    }

    @Test
    void aForgedTokenIsRefused() throws SQLException {
        try (var stolen = DATABASE.database().login(DatabaseRole.APP);
                var statement = stolen.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute(
                                    "SELECT access.begin('{\"kind\":\"reader\"}', 'x', '\\x00')"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("SL002"));
        }
    }

    @Test
    void anErrorOfTheDatabaseQuotesNoRow() {
        assertThatThrownBy(() ->
                        transactions.asJob(
                                JobName.ACCOUNTS,
                                sql ->
                                        sql.sql(
                                                        """
                                                        INSERT INTO access.user_account
                                                          (user_id, sign_in_name, agency, display_name, password_hash)
                                                        VALUES ('u', 'UPPER', 'a', 'Canary Name', 'h')
                                                        """)
                                                .update()))
                .rootCause()
                .hasMessageContaining("check constraint")
                .hasMessageNotContaining("Canary");
    }

    @Test
    void contextsOfAnHourAgoAreSweptAndNewerOnesStay() {
        transactions.asIntake(sql -> 1);
        var before = contexts();
        DATABASE.owner()
                .sql("UPDATE access.context SET opened_at = now() - interval '2 hours'")
                .update();

        var swept = transactions.sweepContexts();

        assertThat(swept).isEqualTo(before);
        assertThat(contexts()).as("the sweep's own").isEqualTo(1);
    }

    private static long contexts() {
        return DATABASE.owner()
                .sql("SELECT count(*) FROM access.context")
                .query(Long.class)
                .single();
    }

    private static void insert(JdbcClient sql) {
        sql.sql(
                        """
                        INSERT INTO access.relationship
                          (grantee_kind, grantee, record_key, kind, opens_content, reason_fact, starts_at)
                        VALUES ('team', 't', :key, 'allocation', true, 'f', now())
                        """)
                .param("key", java.util.UUID.randomUUID())
                .update();
    }
}
