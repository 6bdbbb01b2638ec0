package sightline.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.TeamId;
import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class FixedDirectoryTest extends DirectoryContractTest {
    private static final Area AREA = new Area(new AreaId("westmarsh"), "Westmarsh", Nation.ENGLAND);
    private static final Agency AGENCY =
            new Agency(new AgencyId("council"), "Council", AgencyType.OTHER, AREA.id());

    @Override
    protected Directory directoryOf(DirectoryEntries entries) {
        return FixedDirectory.of(entries);
    }

    @Test
    void saysWhoSucceedsThemselvesAndWhoIsSucceededByNobodyThere() {
        var day = LocalDate.of(2026, 3, 31);
        var other = new Agency(new AgencyId("other"), "Other", AgencyType.GP, AREA.id());
        var builder =
                new DirectoryBuilder()
                        .add(AREA.mergedInto(new AreaId("nowhere"), day))
                        .add(AGENCY.succeededBy(other.id(), day))
                        .add(other.succeededBy(AGENCY.id(), day));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no area nowhere")
                .hasMessageContaining("The agency other succeeds itself.");
    }

    @Test
    void listsEveryEntryThatIsDoubleOrRefersToNone() {
        var missing = new PostId("missing");
        var post = Post.of(new PostId("desk"), AGENCY.id(), "Desk", Role.MANAGER);
        var builder =
                new DirectoryBuilder()
                        .add(AREA)
                        .add(AREA)
                        .add(AGENCY)
                        .add(
                                new Agency(
                                        new AgencyId("lost"),
                                        "Lost",
                                        AgencyType.GP,
                                        new AreaId("x")))
                        .add(post.withManager(missing).inTeam(new TeamId("no-team")))
                        .add(
                                new Team(
                                        new TeamId("team"),
                                        new AgencyId("gone"),
                                        "T",
                                        Period.always()))
                        .add(new Holder(missing, new StaffId("a"), new Text("A"), Period.always()))
                        .add(new Cover(post.id(), missing, Period.always()))
                        .add(new Rota(missing, List.of(), Optional.of(missing), Period.always()))
                        .add(ContactRoute.workList(missing))
                        .add(new Leave(new StaffId("stranger"), Period.always()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two entries for the area westmarsh")
                .hasMessageContaining("no area x")
                .hasMessageContaining("no team no-team")
                .hasMessageContaining("no agency gone")
                .hasMessageContaining("no post missing, which the post desk names")
                .hasMessageContaining("no post missing, which the holder a names")
                .hasMessageContaining("no post missing, which a cover of desk names")
                .hasMessageContaining("no post missing, which the rota of missing names")
                .hasMessageContaining("no post missing, which a contact route names")
                .hasMessageContaining("no holder stranger");
    }

    @Test
    void givesBackItsEntries() {
        var entries = new DirectoryBuilder().add(AREA).add(AGENCY).entries();

        assertThat(FixedDirectory.of(entries).entries()).isEqualTo(entries);
    }
}
