package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.DirectoryEntries;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which area a sender lies in and what it is, from its id alone. */
final class ReplayDirectoryTest {

    @Test
    void whoseIdBeginsWithADeclaredAreaLiesThere() {
        ReplayCase told =
                ReplayCase.of(
                        "case", "", "{\"id\":\"ms-7\",\"type\":\"police\",\"area\":\"marle\"}");

        assertThat(
                        ReplayDirectory.entries(
                                        told.agencies(),
                                        Stream.of("marle-maternity", "oxley-police", "oxley-gp")
                                                .map(AgencyId::new)
                                                .toList())
                                .agencies())
                .filteredOn(a -> a.id().value().equals("marle-maternity"))
                .extracting(a -> a.area().value())
                .containsExactly("marle");
    }

    @Test
    void anAreaLiesInTheNationThatOneOfItsAgenciesSays() {
        ReplayCase told =
                ReplayCase.of(
                        "case",
                        "",
                        """
                        {"id":"kilbrae-police","type":"police","area":"kilbrae","nation":"Scotland"}
                        {"id":"oxley-police","type":"police","area":"oxley"}
                        """);

        assertThat(ReplayDirectory.entries(told.agencies(), List.of()).areas())
                .extracting(a -> a.id().value() + " " + a.nation().slug())
                .containsExactlyInAnyOrder("kilbrae scotland", "oxley england");
        assertThatThrownBy(() ->
                        ReplayCase.of("case", "", "{\"id\":\"a-police\",\"nation\":\"albion\"}"))
                .hasMessageContaining("wales");
    }

    @Test
    void whoeverServesAnAreaLeavesNoRoomForAStandIn() {
        ReplayCase told =
                ReplayCase.of(
                        "case",
                        "",
                        """
                        {"id":"oxley-police","type":"police","area":"oxley","serves":["marle",{"area":"kilbrae","from":"2020-04-01","until":"2026-03-31"}]}
                        """);

        DirectoryEntries entries = ReplayDirectory.entries(told.agencies(), List.of());

        assertThat(entries.agencies())
                .filteredOn(a -> a.type() == AgencyType.POLICE)
                .hasSize(2)
                .first()
                .satisfies(a ->
                        assertThat(a.serves())
                                .containsExactly(
                                        new Agency.Service(new AreaId("marle"), Period.always()),
                                        new Agency.Service(
                                                new AreaId("kilbrae"),
                                                Period.between(
                                                        LocalDate.of(2020, 4, 1),
                                                        LocalDate.of(2026, 3, 31)))));
        assertThat(entries.agencies())
                .extracting(a -> a.id().value())
                .contains("marle-childrens-social-care", "kilbrae-childrens-social-care");
        assertThat(entries.agencies())
                .filteredOn(a -> a.id().value().equals("kilbrae-police"))
                .as("from the day after the last on which the other serves it")
                .extracting(Agency::open)
                .containsExactly(Period.from(LocalDate.of(2026, 4, 1)));
        for (String wrong : List.of("{\"area\":\"marle\",\"from\":\"soon\"}", "7")) {
            assertThatThrownBy(() ->
                            ReplayCase.of(
                                    "case",
                                    "",
                                    "{\"id\":\"a-police\",\"serves\":[%s]}".formatted(wrong)))
                    .hasMessageContaining("Write the id of an area");
        }
    }

    @Test
    void aSchoolLiesInTheAreaThatItsIdBeginsWith() {
        assertThat(area("oxley-primary-school", "oxley-police", "oxley-social-care"))
                .isEqualTo("oxley");
        assertThat(area("oxley-st-annes-school", "oxley-social-care", "marle-social-care"))
                .isEqualTo("oxley");
        assertThat(area("marle-army-welfare", "marle-social-care", "oxley-social-care"))
                .isEqualTo("marle");
    }

    @Test
    void theLongestNameOfAnAreaCounts() {
        assertThat(
                        area(
                                "north-oxley-school",
                                "north-oxley-gp",
                                "north-oxley-hospital",
                                "oxley-police"))
                .isEqualTo("north-oxley");
    }

    @Test
    void aSchoolOfAnotherNameLiesWhereMostOthersLie() {
        assertThat(area("st-annes-school", "oxley-police", "oxley-social-care")).isEqualTo("oxley");
        assertThat(area("oxleyfield-school", "oxley-police", "oxley-gp", "marle-police"))
                .isEqualTo("oxley");
    }

    @Test
    void aPracticeAloneMakesNoAreaOfItsName() {
        assertThat(area("riverside-surgery", "oxley-police", "oxley-social-care"))
                .isEqualTo("oxley");
    }

    private static String area(String id, String... others) {
        List<AgencyId> named =
                Stream.concat(Stream.of(id), Stream.of(others)).map(AgencyId::new).toList();
        return ReplayDirectory.entries(List.of(), named).agencies().stream()
                .filter(a -> a.id().value().equals(id))
                .map(Agency::area)
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void whatASenderIsStandsInItsId() {
        assertThat(ReplayDirectory.typeOf(new AgencyId("oxley-primary-school")))
                .isEqualTo(AgencyType.SCHOOL);
        assertThat(ReplayDirectory.typeOf(new AgencyId("oxley-army-welfare")))
                .isEqualTo(AgencyType.OTHER);
    }
}
