package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.TeamId;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.TestDatabase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an agency was asked about a child before the birth is open of the child to everybody there
 * but those whom the unborn child's record touches, or against whom it is sealed.
 */
final class AskedOfBornTest {
    private static final SourceRecord CHILD = SourceRecord.parse("csc:child-1");
    private static final SourceRecord UNBORN = SourceRecord.parse("csc:unborn-1");
    private static final Subject SUBJECT = Readers.subject("p1", CHILD.toString());
    private static final ReaderContext ONE = Readers.reader("one", "gp", AccessRole.GP, "practice");
    private static final ReaderContext OTHER =
            Readers.reader("other", "gp", AccessRole.GP, "surgery");

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void thePracticeWasAskedBeforeTheBirth() {
        asJob(sql ->
                new Relationships()
                        .publish(
                                sql,
                                List.of(
                                        new Relationship(
                                                new Grantee.Agency(new AgencyId("gp")),
                                                CHILD,
                                                Relationship.Kind.ASKED,
                                                Readers.fact("asked"),
                                                Readers.LONG_AGO,
                                                Optional.empty()))));
        database.owner()
                .sql("UPDATE access.relationship SET follows = :unborn")
                .param("unborn", RecordKey.of(UNBORN))
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoeverWasAskedReadsTheQuestionOfTheChild() {
        assertThat(asked(ONE)).isEqualTo(1);
    }

    @Test
    void whomTheUnbornChildsRecordTouchesReadsItNoMore() {
        conflict(UNBORN);

        assertThat(asked(ONE)).isZero();
        assertThat(asked(OTHER)).isEqualTo(1);
    }

    @Test
    void whomTheChildsRecordTouchesReadsItNoMore() {
        conflict(CHILD);

        assertThat(asked(ONE)).isZero();
        assertThat(asked(OTHER)).isEqualTo(1);
    }

    @Test
    void aSealOfTheUnbornChildsRecordIsOneOfTheQuestion() {
        for (Optional<Sensitivity> of :
                List.of(Optional.<Sensitivity>empty(), Optional.of(Sensitivity.EVENT))) {
            database.owner().sql("TRUNCATE access.seal, access.seal_reader").update();
            asJob(sql ->
                    new Seals()
                            .place(
                                    sql,
                                    new Seal(
                                            UNBORN,
                                            of,
                                            Set.of(new Grantee.Team(new TeamId("surgery"))),
                                            "panel",
                                            Readers.fact("sealed"),
                                            LocalDate.EPOCH,
                                            Readers.LONG_AGO,
                                            Optional.empty())));

            assertThat(asked(ONE)).as("sealed %s", of).isZero();
            assertThat(asked(OTHER)).as("named by the seal of %s", of).isEqualTo(1);
        }
    }

    private void conflict(SourceRecord record) {
        var user = new UserId("one");
        asJob(sql ->
                new Conflicts()
                        .register(
                                sql,
                                List.of(
                                        new Conflict(
                                                user,
                                                record,
                                                Conflict.Kind.RELATIVE,
                                                user,
                                                Readers.LONG_AGO,
                                                Optional.empty()))));
    }

    private void asJob(Consumer<JdbcClient> work) {
        database.transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            work.accept(sql);
                            return true;
                        });
    }

    private long asked(ReaderContext reader) {
        return database.transactions()
                .asReader(
                        reader,
                        List.of(SUBJECT),
                        sql ->
                                sql.sql("SELECT cardinality(access.asked_messages())")
                                        .query(Long.class)
                                        .single());
    }
}
