package sightline.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.SourceRecord;
import sightline.database.TestDatabase;
import sightline.facts.Facts;
import sightline.identity.Identities;

import java.util.Set;

/** A search by whoever may only check: nobody is looked for. */
final class SearchTest {
    private static final RecordDetails TYPED =
            RecordDetails.about(new SourceRecord(new AgencyId("sightline"), "typed"))
                    .identifier(
                            Identifier.parse(IdentifierType.NHS, "999 000 1235")
                                    .toOptional()
                                    .orElseThrow())
                    .build();

    private final TestDatabase database = TestDatabase.fresh();
    private final Facts facts = new Facts(database.secrets());
    private final Search search =
            new Search(
                    database.transactions(),
                    new People(database.transactions(), new Identities(database.secrets(), facts)),
                    facts,
                    new Journal(database.secrets()));

    @AfterEach
    void close() {
        database.close();
    }

    /** Without the table of keys whoever looks for somebody fails, and whoever does not goes on. */
    @Test
    void whoIsToldOfNobodyHasNobodyLookedForAndIsInTheJournal() {
        assertThat(search.find(reader(AccessRole.GP, Purpose.DIRECT_WORK), TYPED)).isEmpty();
        database.owner().sql("ALTER TABLE identity.blocking RENAME TO taken_away").update();

        assertThat(search.find(reader(AccessRole.HOUSING_OFFICER, Purpose.TOUCHPOINT), TYPED))
                .isEmpty();
        assertThatThrownBy(() -> search.find(reader(AccessRole.GP, Purpose.DIRECT_WORK), TYPED))
                .isInstanceOf(DataAccessException.class);
        assertThat(searches()).isEqualTo(2);
    }

    private long searches() {
        return database.owner()
                .sql("SELECT count(*) FROM audit.entry WHERE leaf::text LIKE '%/people%'")
                .query(Long.class)
                .single();
    }

    private static ReaderContext reader(AccessRole role, Purpose purpose) {
        return new ReaderContext(
                "session",
                new UserId("reader"),
                new AgencyId("westmarsh-agency"),
                Set.of(role),
                Set.of(),
                Set.of(),
                purpose);
    }
}
