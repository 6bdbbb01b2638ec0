package sightline.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.DirectoryContractTest;
import sightline.core.directory.DirectoryEntries;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.database.JobName;
import sightline.database.TestDatabase;

final class PostgresDirectoryTest extends DirectoryContractTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Area AREA = new Area(new AreaId("westmarsh"), "Westmarsh", Nation.ENGLAND);
    private static final Agency POLICE =
            new Agency(new AgencyId("police"), "Police", AgencyType.POLICE, AREA.id());
    private static final Agency COUNCIL =
            new Agency(
                    new AgencyId("council"),
                    "Council",
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AREA.id());

    private final PostgresDirectory kept = new PostgresDirectory(DATABASE.transactions());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected Directory directoryOf(DirectoryEntries entries) {
        kept.replace(entries);
        return new PostgresDirectory(DATABASE.transactions()).now();
    }

    @Test
    void givesBackEveryEntryInTheOrderEntered() {
        var entries = new DirectoryBuilder().add(AREA).add(POLICE).add(COUNCIL).entries();

        kept.replace(entries);

        assertThat(kept.now().entries()).isEqualTo(entries);
    }

    @Test
    void isReadAgainOnlyWhenAnotherProcessHasChangedIt() {
        kept.replace(new DirectoryBuilder().add(AREA).add(POLICE).entries());
        var before = kept.now();

        assertThat(kept.now()).isSameAs(before);
        new PostgresDirectory(DATABASE.transactions())
                .add(new DirectoryBuilder().add(COUNCIL).entries());

        assertThat(before.agency(COUNCIL.id())).isEmpty();
        assertThat(kept.now().agency(COUNCIL.id())).contains(COUNCIL);
        assertThat(kept.now().agency(POLICE.id())).contains(POLICE);
    }

    @Test
    void keepsWhatItHasWhenEntriesReferToNone() {
        kept.replace(new DirectoryBuilder().add(AREA).entries());
        var lost =
                new Agency(new AgencyId("lost"), "Lost", AgencyType.GP, new AreaId("no-such-area"));

        assertThatThrownBy(() -> kept.add(new DirectoryBuilder().add(lost).entries()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no area no-such-area");

        assertThat(kept.now().entries().agencies()).isEmpty();
    }

    @Test
    void isReadWithinTheTransactionOfOtherWork() {
        kept.replace(new DirectoryBuilder().add(AREA).add(POLICE).entries());

        var found =
                DATABASE.transactions()
                        .asJob(JobName.PIPELINE, sql -> kept.now(sql).agency(POLICE.id()));

        assertThat(found).contains(POLICE);
    }
}
