package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.web.OrganisationNames.Known;
import sightline.web.OrganisationNames.Strange;
import sightline.web.OrganisationNames.Unclear;

import java.time.LocalDate;
import java.util.List;

final class OrganisationNamesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final AreaId WEST = new AreaId("west");
    private static final AreaId EAST = new AreaId("east");
    private static final AgencyId BAYS = new AgencyId("bays-council");
    private static final AgencyId PORT = new AgencyId("port-council");
    private static final OrganisationNames NAMES =
            new OrganisationNames(
                    new DirectoryBuilder()
                            .add(new Area(WEST, "West", Nation.ENGLAND))
                            .add(new Area(EAST, "East", Nation.WALES))
                            .add(council(BAYS, "Bays, Cliff  and Pool Council", WEST))
                            .add(council(PORT, "Port Council", WEST))
                            .add(surgery("west-surgery", WEST))
                            .add(surgery("east-surgery", EAST))
                            .build(),
                    DAY);

    private static Agency council(AgencyId id, String name, AreaId area) {
        return new Agency(id, name, AgencyType.COUNCIL_EDUCATION, area);
    }

    private static Agency surgery(String id, AreaId area) {
        return new Agency(new AgencyId(id), "The Surgery", AgencyType.GP, area);
    }

    @Test
    void aNameMayHaveCommasOfItsOwn() {
        assertThat(NAMES.read("Bays, Cliff and Pool Council")).containsExactly(new Known(BAYS));
        assertThat(NAMES.read("port council,bays ,cliff  and pool council, port-council,"))
                .containsExactly(new Known(PORT), new Known(BAYS), new Known(PORT));
    }

    @Test
    void ofSeveralOfOneNameNoneIsTakenAndEachIsListedWithItsArea() {
        assertThat(NAMES.read("the surgery"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear ->
                                assertThat(unclear.why())
                                        .contains("2 are called The Surgery")
                                        .contains("west-surgery (West)")
                                        .contains("east-surgery (East)"));
        assertThat(NAMES.read("east-surgery"))
                .containsExactly(new Known(new AgencyId("east-surgery")));
    }

    @Test
    void whatIsInNoDirectoryIsKeptApartFromWhatIs() {
        assertThat(NAMES.read("prot-council"))
                .containsExactly(new Strange(new AgencyId("prot-council")));
        assertThat(NAMES.read("Prot Council, Port Council"))
                .satisfiesExactly(
                        unclear ->
                                assertThat(((Unclear) unclear).why())
                                        .contains("“Prot Council” is neither"),
                        known -> assertThat(known).isEqualTo(new Known(PORT)));
        assertThat(NAMES.read(" , ,")).isEqualTo(List.of());
    }

    @Test
    void noMatterHowManyCommasAreWrittenItIsReadAtOnce() {
        assertThat(NAMES.read("a,".repeat(100_000))).hasSize(100_000);
    }
}
