package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.FixedDirectory;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.household.Then;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was readable on a day, by the roles, teams, posts and relationships of that day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadableThenTest {
    private static final String RECORD = "csc:child-1";
    private static final Instant FEBRUARY = Instant.parse("2026-02-15T12:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-15T12:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-15T12:00:00Z");

    private static final AgencyId CLOSED = new AgencyId("csc-closed");

    /** One agency closed at the end of March; the heir's has its work. */
    private final Directory directory =
            FixedDirectory.of(
                    new DirectoryEntries(
                            List.of(new Area(new AreaId("north"), "North", Nation.ENGLAND)),
                            List.of(
                                    agency(CLOSED.value())
                                            .succeededBy(
                                                    new AgencyId("csc-heir"),
                                                    LocalDate.of(2026, 3, 31)),
                                    agency("csc-heir")),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));

    private final TestDatabase database = TestDatabase.fresh();
    private final Accounts accounts = new Accounts(database.transactions(), Secrets.throwAway());

    private static Agency agency(String id) {
        return new Agency(
                new AgencyId(id), id, AgencyType.CHILDRENS_SOCIAL_CARE, new AreaId("north"));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aRoleThatBeganLaterOpenedNothingBefore() {
        ReaderContext reader = account("later", AccessRole.SOCIAL_WORKER, "2026-03-01", "");
        relate(new Grantee.Agency(new AgencyId(reader.agency())), "2026-01-01", "");

        assertThat(at(reader, FEBRUARY).roles()).isEmpty();
        assertThat(events(reader, FEBRUARY)).isFalse();
        assertThat(at(reader, APRIL).roles()).containsExactly("social-worker");
        assertThat(events(reader, APRIL)).isTrue();
    }

    @Test
    void aRoleThatEndedOpenedItThenWhateverTheReaderIsToday() {
        ReaderContext reader =
                account("before", AccessRole.SOCIAL_WORKER, "2026-01-01", "2026-05-01");
        relate(new Grantee.Agency(new AgencyId(reader.agency())), "2026-01-01", "");
        role("before", AccessRole.PRIVACY_OFFICER, "2026-05-01");
        ReaderContext today =
                new ReaderContext(
                        reader.session(),
                        reader.user(),
                        new AgencyId(reader.agency()),
                        Set.of(AccessRole.PRIVACY_OFFICER),
                        Set.of(),
                        Set.of(),
                        Purpose.OVERSIGHT);

        assertThat(events(today, APRIL)).isTrue();
        assertThat(events(today, JUNE)).isFalse();
        assertThat(at(today, JUNE).roles()).containsExactly("privacy-officer");
    }

    @Test
    void aRelationshipThatBeganLaterOrHadEndedOpenedNothing() {
        ReaderContext reader = account("ended", AccessRole.SOCIAL_WORKER, "2026-01-01", "");
        relate(new Grantee.User(reader.user()), "2026-03-01", "2026-05-01");

        assertThat(events(reader, FEBRUARY)).isFalse();
        assertThat(events(reader, APRIL)).isTrue();
        assertThat(events(reader, JUNE)).isFalse();
    }

    @Test
    void aPostOpensWhatItOpenedToWhoeverHeldItThen() {
        ReaderContext reader = account("holder", AccessRole.SOCIAL_WORKER, "2026-01-01", "");
        relate(new Grantee.Post(new sightline.core.kernel.PostId("north-desk")), "2026-01-01", "");

        assertThat(events(reader, APRIL)).isFalse();
        assertThat(events(reader, APRIL, "north-desk", "csc-holder/social-worker")).isTrue();
    }

    @Test
    void whoeverMovedAgencyReadsByTheAgencyOfThatDay() {
        ReaderContext before = account("mover", AccessRole.SOCIAL_WORKER, "2026-01-01", "");
        relate(new Grantee.Agency(new AgencyId(before.agency())), "2026-01-01", "");
        accounts.move(before.user(), new AgencyId("csc-elsewhere"));
        database.owner()
                .sql("UPDATE access.user_agency SET until = '2026-05-01' WHERE user_id = 'mover'")
                .update();
        accounts.grant(before.user(), AccessRole.SOCIAL_WORKER, new UserId("set-up"));
        var today =
                new ReaderContext(
                        before.session(),
                        before.user(),
                        new AgencyId("csc-elsewhere"),
                        before.accessRoles(),
                        Set.of(),
                        Set.of(),
                        Purpose.SECTION_47);

        assertThat(accounts.agencyOf(before.user())).contains(new AgencyId("csc-elsewhere"));
        assertThat(events(today, APRIL)).isTrue();
        assertThat(events(today, JUNE)).isFalse();
    }

    @Test
    void whoeverHadTheWorkOfAClosedAgencyReadAsItToo() {
        ReaderContext reader = account("heir", AccessRole.SOCIAL_WORKER, "2026-01-01", "");
        relate(new Grantee.Agency(CLOSED), "2026-01-01", "");

        assertThat(events(reader, FEBRUARY)).isFalse();
        assertThat(events(reader, APRIL)).isTrue();
    }

    private boolean events(ReaderContext reader, Instant moment, String... posts) {
        String key = RecordKey.of(SourceRecord.parse(RECORD)) + "|" + Sensitivity.EVENT.name();
        return at(reader, moment, posts).readable().contains(key);
    }

    private Then at(ReaderContext reader, Instant moment, String... posts) {
        return database.transactions()
                .asReader(
                        reader,
                        List.of(Readers.subject("child", RECORD)),
                        sql -> Then.at(sql, new Then.Asked(moment, Set.of(posts), directory)));
    }

    /** Somebody of an agency of their own, so that no test opens another's. */
    private ReaderContext account(String user, AccessRole role, String from, String until) {
        AgencyId agency = new AgencyId("csc-" + user);
        accounts.create(
                new NewAccount(
                        new UserId(user),
                        user,
                        agency,
                        Sensitive.of("Ray Poole"),
                        Sensitive.of("four plain words here"),
                        Set.of(),
                        Set.of(),
                        new UserId("set-up")));
        role(user, role, from);
        if (!until.isEmpty()) {
            database.owner()
                    .sql(
                            "UPDATE access.user_role SET ends_at = :end::timestamptz WHERE user_id = :user")
                    .param("end", until)
                    .param("user", user)
                    .update();
        }
        return new ReaderContext(
                "s-" + user,
                new UserId(user),
                agency,
                Set.of(role),
                Set.of(),
                Set.of(),
                Purpose.SECTION_47);
    }

    private void role(String user, AccessRole role, String from) {
        accounts.grant(new UserId(user), role, new UserId("set-up"));
        database.owner()
                .sql(
                        """
                        UPDATE access.user_role SET starts_at = :from::timestamptz
                         WHERE user_id = :user AND role = :role
                        """)
                .param("from", from)
                .param("user", user)
                .param("role", role.slug())
                .update();
    }

    private void relate(Grantee grantee, String from, String until) {
        Relationship relationship =
                new Relationship(
                        grantee,
                        SourceRecord.parse(RECORD),
                        Relationship.Kind.ALLOCATION,
                        Readers.fact("f-" + grantee.hashCode()),
                        Instant.parse(from + "T00:00:00Z"),
                        until.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Instant.parse(until + "T00:00:00Z")));
        database.transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Relationships().publish(sql, List.of(relationship));
                            return true;
                        });
    }
}
