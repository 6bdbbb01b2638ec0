package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.TestDatabase;
import sightline.database.Transactions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the guards of {@code V002__guards.sql} let through, by plain SQL as the program's own roles.
 */
final class GuardsTest {
    private static final Subject MIA = Readers.subject("mia", "csc:m1", "school:m2", "police:m3");
    private static final Subject TOM = Readers.subject("tom", "csc:t1", "police:t2");
    private static final ReaderContext WORKER =
            Readers.reader("worker", "csc", AccessRole.SOCIAL_WORKER, "north");
    private static final ReaderContext TEACHER =
            Readers.reader("teacher", "school", AccessRole.SAFEGUARDING_LEAD, "school-staff");

    private final TestDatabase database = TestDatabase.fresh();
    private final Transactions transactions = database.transactions();

    @BeforeEach
    void makeGuardedTables() {
        database.owner()
                .sql(
                        """
                        SET ROLE sl_owner;
                        CREATE TABLE access.t_record (record_key uuid, class text, n int);
                        CREATE TABLE access.t_set (record_keys uuid[], class text, n int);
                        CREATE TABLE access.t_subject (subject text, n int);
                        CREATE TABLE access.t_address (recipient text, record_key uuid, n int);
                        CREATE TABLE access.t_shared (n int);
                        CREATE TABLE access.t_closed (n int);
                        DO $$ BEGIN
                          PERFORM access.guard_records('access.t_record', 'record_key', 'class');
                          PERFORM access.guard_record_sets('access.t_set', 'record_keys', 'class');
                          PERFORM access.guard_subjects('access.t_subject', 'subject', 'EVENT');
                          PERFORM access.guard_addressed('access.t_address', 'recipient');
                          PERFORM access.forbid_conflicts('access.t_address', 'record_key');
                          PERFORM access.guard_shared('access.t_shared');
                          PERFORM access.guard_closed('access.t_closed');
                          PERFORM access.grant_job('access.t_record', 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
                        END $$;
                        RESET ROLE;
                        INSERT INTO access.t_shared VALUES (1);
                        INSERT INTO access.t_subject VALUES ('mia', 1), ('tom', 2);
                        """)
                .update();
        for (var subject : List.of(MIA, TOM)) {
            subject.records().forEach(this::fill);
        }
    }

    private void fill(SourceRecord record) {
        database.owner()
                .sql(
                        """
                        INSERT INTO access.t_record
                        SELECT :key, c, 1 FROM unnest(ARRAY['CORE', 'EVENT', 'CRIMINAL', 'COVERT']) c;
                        INSERT INTO access.t_set
                        SELECT ARRAY[:key, gen_random_uuid()], c, 1 FROM unnest(ARRAY['CORE', 'EVENT', 'CRIMINAL', 'COVERT']) c;
                        INSERT INTO access.t_address VALUES ('north', :key, 1), ('south', :key, 1);
                        """)
                .param("key", RecordKey.of(record))
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutARelationshipThereIsNothing() {
        assertThat(count(WORKER, List.of(MIA, TOM), "t_record")).isZero();
        assertThat(count(WORKER, List.of(MIA, TOM), "t_set")).isZero();
        assertThat(count(WORKER, List.of(MIA, TOM), "t_subject")).isZero();
    }

    @Test
    void aRelationshipOpensTheNamedSubjectAndNobodyElse() {
        Readers.allocate(transactions, "north", "csc:m1", "f1");

        assertThat(count(WORKER, List.of(MIA, TOM), "t_record")).isEqualTo(9);
        assertThat(count(WORKER, List.of(MIA, TOM), "t_set")).isEqualTo(9);
        assertThat(count(WORKER, List.of(MIA, TOM), "t_subject")).isEqualTo(1);
        assertThat(count(WORKER, List.of(), "t_record")).as("nobody named").isZero();
    }

    @Test
    void anotherAgencySeesItsOwnContentOnly() {
        Readers.allocate(transactions, "school-staff", "school:m2", "f1");

        var seen =
                transactions.asReader(
                        TEACHER,
                        List.of(MIA),
                        sql ->
                                sql.sql(
                                                "SELECT class || ' ' || count(*) FROM access.t_record GROUP BY class")
                                        .query(String.class)
                                        .list());

        assertThat(seen).containsExactlyInAnyOrder("CORE 3", "EVENT 1");
    }

    @Test
    void theEndOfTheReasonEndsAccessInTheNextTransaction() {
        Readers.allocate(transactions, "north", "csc:m1", "f1");
        assertThat(count(WORKER, List.of(MIA), "t_record")).isPositive();

        transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        new Relationships()
                                .end(
                                        sql,
                                        Readers.fact("f1"),
                                        Readers.LONG_AGO,
                                        Readers.fact("f2")));

        assertThat(count(WORKER, List.of(MIA), "t_record")).isZero();
    }

    @Test
    void aConflictForbidsWhateverPermits() {
        Readers.allocate(transactions, "north", "csc:m1", "f1");
        conflict(WORKER.user(), "police:m3");

        assertThat(count(WORKER, List.of(MIA), "t_record")).isZero();
        assertThat(count(WORKER, List.of(MIA), "t_set")).isZero();
        assertThat(count(WORKER, List.of(MIA), "t_subject")).isZero();
    }

    @Test
    void aNewPermissionCannotUndoAConflict() {
        conflict(WORKER.user(), "police:m3");
        database.owner()
                .sql("CREATE POLICY generous ON access.t_record FOR SELECT TO sl_app USING (true)")
                .update();

        var all = 4L * 5;
        var ofMia = 4L * 3;
        assertThat(count(WORKER, List.of(MIA, TOM), "t_record")).isEqualTo(all - ofMia);
    }

    @Test
    void aSealedClassOpensToThoseNamedOnly() {
        Readers.allocate(transactions, "north", "csc:m1", "f1");
        seal("csc:m1", new Grantee.User(WORKER.user()));

        var other = Readers.reader("other", "csc", AccessRole.SOCIAL_WORKER, "north");
        assertThat(count(WORKER, List.of(MIA), "t_record")).isEqualTo(10);
        assertThat(count(other, List.of(MIA), "t_record")).isEqualTo(9);
    }

    @Test
    void aWorkListShowsWhatIsAddressedToTheReaderButNoConflict() {
        assertThat(count(WORKER, List.of(), "t_address")).isEqualTo(5);

        conflict(WORKER.user(), "police:m3");

        assertThat(count(WORKER, List.of(), "t_address")).isEqualTo(4);
        assertThat(count(TEACHER, List.of(), "t_address")).isZero();
    }

    @Test
    void sharedTablesNeedAContextAndClosedOnesHaveNoReader() {
        assertThat(count(TEACHER, List.of(), "t_shared")).isEqualTo(1);
        assertThatThrownBy(() -> count(TEACHER, List.of(), "t_closed"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aJobWorksOnItsOwnTablesAndAnotherJobDoesNot() {
        var mine = jobCount(JobName.PIPELINE);
        var others = jobCount(JobName.COURIER);

        assertThat(mine).isEqualTo(20);
        assertThat(others).isZero();
        assertThatThrownBy(() ->
                        transactions.asJob(
                                JobName.COURIER,
                                sql ->
                                        sql.sql(
                                                        "INSERT INTO access.t_record VALUES (NULL, 'CORE', 1)")
                                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aReaderCannotOpenAnotherContextOrWriteTheRegisters() {
        for (var attempt :
                List.of(
                        "SELECT access.open_context('{}', 'job')",
                        "SELECT * FROM access.signing_key",
                        "SELECT * FROM access.context",
                        "INSERT INTO access.relationship DEFAULT VALUES",
                        "SELECT access.signature('a', 'b')",
                        "SET ROLE sl_owner",
                        "SET SESSION AUTHORIZATION sl_job",
                        "CREATE TABLE access.mine (n int)",
                        "CREATE TEMP TABLE mine (n int)",
                        "TRUNCATE access.t_record",
                        "SELECT access.guard_shared('access.t_closed')")) {
            assertThatThrownBy(() ->
                            transactions.asReader(
                                    WORKER,
                                    List.of(MIA),
                                    sql -> {
                                        sql.sql(attempt).update();
                                        return null;
                                    }))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private long count(ReaderContext reader, List<Subject> subjects, String table) {
        return transactions.asReader(
                reader,
                subjects,
                sql -> sql.sql("SELECT count(*) FROM access." + table).query(Long.class).single());
    }

    private long jobCount(JobName job) {
        return transactions.asJob(
                job,
                sql -> sql.sql("SELECT count(*) FROM access.t_record").query(Long.class).single());
    }

    private void conflict(UserId user, String record) {
        var conflict =
                new Conflict(
                        user,
                        SourceRecord.parse(record),
                        Conflict.Kind.RELATIVE,
                        user,
                        Readers.LONG_AGO,
                        Optional.empty());
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Conflicts().register(sql, List.of(conflict));
                    return null;
                });
    }

    private void seal(String record, Grantee reader) {
        var seal =
                new Seal(
                        SourceRecord.parse(record),
                        Optional.of(sightline.core.facts.Sensitivity.COVERT),
                        Set.of(reader),
                        "panel",
                        Readers.fact("seal"),
                        java.time.LocalDate.EPOCH,
                        Readers.LONG_AGO,
                        Optional.empty());
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Seals().place(sql, seal);
                    return null;
                });
    }
}
