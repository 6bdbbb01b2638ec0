package sightline.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keepers of the directory change, and what they may not. */
final class DirectoryChangeTest {
    private static final AreaId NORTH = new AreaId("north");
    private static final AreaId SOUTH = new AreaId("south");
    private static final AgencyId AMBULANCE = new AgencyId("north-ambulance");
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

    private final DirectoryEntries entries =
            new DirectoryBuilder()
                    .add(new Area(NORTH, "North", Nation.ENGLAND, List.of("WX")))
                    .add(new Area(SOUTH, "South", Nation.ENGLAND))
                    .add(agency("north-csc", AgencyType.CHILDRENS_SOCIAL_CARE, NORTH))
                    .add(agency("north-ambulance", AgencyType.AMBULANCE, NORTH))
                    .add(agency("north-school", AgencyType.SCHOOL, NORTH))
                    .add(agency("south-csc", AgencyType.CHILDRENS_SOCIAL_CARE, SOUTH))
                    .add(agency("south-school-1", AgencyType.SCHOOL, SOUTH))
                    .add(agency("south-school-2", AgencyType.SCHOOL, SOUTH))
                    .build()
                    .entries();

    @Test
    void aHolidayIsEnteredAndTakenAwayAgain() {
        var with = new DirectoryChange.Holiday(NORTH, APRIL, Optional.of(" Fair ")).in(entries);
        assertThat(with.areas().getFirst().holidays()).containsEntry(APRIL, "Fair");
        assertThat(FixedDirectory.of(with).calendar(NORTH).isWorkingDay(APRIL)).isFalse();

        var without = new DirectoryChange.Holiday(NORTH, APRIL, Optional.of("")).in(with);
        assertThat(without.areas().getFirst().holidays()).isEmpty();
    }

    @Test
    void aPostcodeLiesInOneAreaOnly() {
        var more = new DirectoryChange.Postcodes(SOUTH, List.of("wx4", "WX4", " ")).in(entries);
        assertThat(more.areas().getLast().postcodes()).containsExactly("WX4");
        assertThat(FixedDirectory.of(more).areaOf("1 Mill Row", Optional.of("WX4 2QT")))
                .contains(SOUTH);

        assertThatThrownBy(() -> new DirectoryChange.Postcodes(SOUTH, List.of("WX")).in(entries))
                .hasMessageContaining("lies in north already");
        assertThatThrownBy(() -> new DirectoryChange.Postcodes(SOUTH, List.of("WX4 2QT")))
                .hasMessageContaining("Write WM, WM4 or WM4 2");
    }

    @Test
    void anAgencyServesAnAreaThatIsNotItsHome() {
        var from = new DirectoryChange.Serve(AMBULANCE, SOUTH, Period.from(APRIL));
        assertThat(from.area(entries)).contains(SOUTH);
        assertThat(from.said()).isEqualTo("north-ambulance serves south, from 1 April 2027");
        var with = from.in(entries);
        assertThat(served(with, APRIL)).containsExactly(NORTH, SOUTH);
        assertThat(served(with, APRIL.minusDays(1))).containsExactly(NORTH);

        var ended =
                new DirectoryChange.Serve(
                                AMBULANCE, SOUTH, Period.between(APRIL, APRIL.plusDays(30)))
                        .in(with);
        assertThat(served(ended, APRIL.plusDays(30))).containsExactly(NORTH, SOUTH);
        assertThat(served(ended, APRIL.plusDays(31))).containsExactly(NORTH);

        var again =
                new DirectoryChange.Serve(AMBULANCE, SOUTH, Period.from(APRIL.plusYears(1)))
                        .in(ended);
        assertThat(served(again, APRIL)).containsExactly(NORTH, SOUTH);
        assertThat(served(again, APRIL.plusDays(31))).containsExactly(NORTH);
        assertThat(served(again, APRIL.plusYears(1))).containsExactly(NORTH, SOUTH);
    }

    @Test
    void whoeverTakesOverServesWhatTheClosedOneServed() {
        var wider =
                new DirectoryChange.Serve(new AgencyId("north-school"), SOUTH, Period.always())
                        .in(entries);
        var taken = succession("south-school-1", "north-school").in(wider);
        assertThat(agency(taken, "north-school").serves())
                .containsExactly(new Agency.Service(SOUTH, Period.always()));

        var other = succession("north-school", "south-school-1").in(entries);
        assertThat(agency(other, "south-school-1").areas(APRIL)).containsExactly(SOUTH, NORTH);
        assertThat(agency(other, "south-school-1").areas(APRIL.minusDays(1)))
                .containsExactly(SOUTH);
        assertThat(FixedDirectory.of(other).agenciesIn(NORTH, AgencyType.SCHOOL, APRIL))
                .extracting(Agency::id)
                .containsExactly(new AgencyId("south-school-1"));
    }

    @Test
    void whoeverTakesOverServesWhatIsEnteredOfTheClosingOneLater() {
        var next = new AgencyId("north-school");
        var closing = new AgencyId("south-school-1");
        var first = APRIL.plusMonths(1);
        var west = new AreaId("west");
        var wider =
                entries.with(
                        Stream.concat(
                                        entries.areas().stream(),
                                        Stream.of(new Area(west, "West", Nation.ENGLAND)))
                                .toList(),
                        entries.agencies());
        var own = new DirectoryChange.Serve(next, west, Period.from(first)).in(wider);
        var taken = succession(closing.value(), next.value()).in(own);
        var later =
                new DirectoryChange.Serve(
                                closing,
                                west,
                                Period.between(APRIL.minusMonths(3), APRIL.plusMonths(2)))
                        .in(taken);
        var onward =
                new DirectoryChange.Succession(
                                next, new AgencyId("south-school-2"), APRIL.plusYears(1))
                        .in(later);

        for (var day : List.of(APRIL, first, APRIL.plusMonths(2).plusDays(1))) {
            assertThat(FixedDirectory.of(later).agenciesIn(west, AgencyType.SCHOOL, day))
                    .as("%s", day)
                    .extracting(Agency::id)
                    .containsExactly(next);
        }
        assertThat(agency(onward, "south-school-2").areas(APRIL.plusYears(1).plusDays(1)))
                .containsExactlyInAnyOrder(SOUTH, NORTH, west);
        assertThat(FixedDirectory.of(later).nextSuccession(APRIL)).contains(first);
    }

    @Test
    void whatIsEnteredLaterCutsWhatItOverlapsAndErasesNoEarlierDay() {
        var open = new DirectoryChange.Serve(AMBULANCE, SOUTH, Period.from(APRIL)).in(entries);
        var month = Period.between(APRIL.plusDays(30), APRIL.plusDays(59));
        var ended = new DirectoryChange.Serve(AMBULANCE, SOUTH, month).in(open);

        for (int day : List.of(0, 29, 30, 59)) {
            assertThat(served(ended, APRIL.plusDays(day))).containsExactly(NORTH, SOUTH);
        }
        assertThat(served(ended, APRIL.plusDays(60))).containsExactly(NORTH);
        assertThat(served(ended, APRIL.minusDays(1))).containsExactly(NORTH);
    }

    private static Agency agency(DirectoryEntries entries, String id) {
        return FixedDirectory.of(entries).agency(new AgencyId(id)).orElseThrow();
    }

    @Test
    void whatCannotServeAnAreaIsRefused() {
        assertThatThrownBy(() ->
                        new DirectoryChange.Serve(AMBULANCE, NORTH, Period.from(APRIL)).in(entries))
                .hasMessageContaining("is at home in north");
        assertThatThrownBy(() ->
                        new DirectoryChange.Serve(AMBULANCE, new AreaId("west"), Period.from(APRIL))
                                .in(entries))
                .hasMessageContaining("no area west");
        var closed = succession("north-school", "south-school-1").in(entries);
        assertThatThrownBy(() ->
                        new DirectoryChange.Serve(
                                        new AgencyId("north-school"),
                                        SOUTH,
                                        Period.from(APRIL.plusYears(1)))
                                .in(closed))
                .hasMessageContaining("is closed by then");
        assertThatThrownBy(() ->
                        new DirectoryBuilder()
                                .add(new Area(NORTH, "North", Nation.ENGLAND))
                                .add(
                                        agency("a", AgencyType.GP, NORTH)
                                                .serving(
                                                        List.of(
                                                                new Agency.Service(
                                                                        NORTH, Period.always()))))
                                .build())
                .hasMessageContaining("need not say that it serves it");
    }

    private static List<AreaId> served(DirectoryEntries entries, LocalDate day) {
        return FixedDirectory.of(entries).agency(AMBULANCE).orElseThrow().areas(day);
    }

    @Test
    void anAgencyIsSucceededByOneOfItsTypeThatIsOpen() {
        assertThatThrownBy(() -> succession("north-csc", "north-school").in(entries))
                .hasMessageContaining("of another type");
        assertThatThrownBy(() -> succession("north-csc", "nowhere").in(entries))
                .hasMessageContaining("no agency nowhere");
        var closed = succession("south-csc", "north-csc").in(entries);
        assertThatThrownBy(() -> succession("north-csc", "south-csc").in(closed))
                .hasMessageContaining("closed itself by then");
    }

    @Test
    void amergedAreasAgenciesAreSucceededWhereTheOtherHasOneOfTheirTypeAndServeTheWholeElse() {
        var merged = FixedDirectory.of(new DirectoryChange.Merge(NORTH, SOUTH, APRIL).in(entries));
        var before = APRIL.minusDays(1);

        assertThat(merged.current(NORTH, before)).isEqualTo(NORTH);
        assertThat(merged.current(NORTH, APRIL)).isEqualTo(SOUTH);
        assertThat(merged.current(new AgencyId("north-csc"), APRIL))
                .isEqualTo(new AgencyId("south-csc"));
        assertThat(merged.havingWorkOf(new AgencyId("south-csc"), before))
                .containsExactly(new AgencyId("south-csc"));
        assertThat(merged.havingWorkOf(new AgencyId("south-csc"), APRIL))
                .containsExactlyInAnyOrder(new AgencyId("south-csc"), new AgencyId("north-csc"));
        assertThat(merged.current(new AgencyId("north-school"), APRIL))
                .isEqualTo(new AgencyId("north-school"));
        assertThat(merged.agenciesIn(SOUTH, AgencyType.AMBULANCE, before)).isEmpty();
        assertThat(merged.agenciesIn(SOUTH, AgencyType.AMBULANCE, APRIL))
                .extracting(Agency::id)
                .containsExactly(new AgencyId("north-ambulance"));
        assertThatThrownBy(() -> new DirectoryChange.Merge(NORTH, NORTH, APRIL).in(entries))
                .hasMessageContaining("not merged into itself");
    }

    @Test
    void whoStaysOpenAfterAMergerIsAskedInTheWholeBesideThoseAtHomeThere() {
        var merged = FixedDirectory.of(new DirectoryChange.Merge(NORTH, SOUTH, APRIL).in(entries));

        assertThat(merged.agenciesIn(SOUTH, AgencyType.SCHOOL, APRIL.minusDays(1)))
                .extracting(a -> a.id().value())
                .containsExactly("south-school-1", "south-school-2");
        assertThat(merged.agenciesIn(SOUTH, AgencyType.SCHOOL, APRIL))
                .extracting(a -> a.id().value())
                .containsExactly("south-school-1", "south-school-2", "north-school");
        assertThat(merged.agenciesIn(SOUTH, AgencyType.CHILDRENS_SOCIAL_CARE, APRIL))
                .extracting(a -> a.id().value())
                .containsExactly("south-csc");
    }

    @Test
    void whoServedAMergedAreaIsAskedInTheWholeOnce() {
        var west = new AreaId("west");
        var trusts =
                new DirectoryBuilder()
                        .add(new Area(NORTH, "North", Nation.ENGLAND))
                        .add(new Area(SOUTH, "South", Nation.ENGLAND))
                        .add(new Area(west, "West", Nation.ENGLAND))
                        .add(agency("south-hospital-1", AgencyType.HOSPITAL, SOUTH))
                        .add(agency("south-hospital-2", AgencyType.HOSPITAL, SOUTH))
                        .add(agency("west-hospital", AgencyType.HOSPITAL, west))
                        .build()
                        .entries();
        var hospital = new AgencyId("west-hospital");
        var serving = new DirectoryChange.Serve(hospital, NORTH, Period.always()).in(trusts);
        var both = new DirectoryChange.Serve(hospital, SOUTH, Period.from(APRIL.plusDays(7)));
        var merged =
                FixedDirectory.of(
                        both.in(new DirectoryChange.Merge(NORTH, SOUTH, APRIL).in(serving)));

        for (var day : List.of(APRIL, APRIL.plusDays(7))) {
            assertThat(merged.agenciesIn(SOUTH, AgencyType.HOSPITAL, day))
                    .extracting(a -> a.id().value())
                    .containsExactly("south-hospital-1", "south-hospital-2", "west-hospital");
        }
        assertThat(merged.agenciesIn(SOUTH, AgencyType.HOSPITAL, APRIL.minusDays(1)))
                .extracting(a -> a.id().value())
                .containsExactly("south-hospital-1", "south-hospital-2");
    }

    @Test
    void theAreasOfAnAgencyAreWhatTheyArePartOfByThen() {
        var both = new DirectoryChange.Serve(AMBULANCE, SOUTH, Period.always()).in(entries);
        var merged = FixedDirectory.of(new DirectoryChange.Merge(NORTH, SOUTH, APRIL).in(both));

        assertThat(merged.areasOf(AMBULANCE, APRIL.minusDays(1))).containsExactly(NORTH, SOUTH);
        assertThat(merged.areasOf(AMBULANCE, APRIL)).containsExactly(SOUTH);
        assertThat(merged.areasOf(new AgencyId("nowhere"), APRIL)).isEmpty();
    }

    @Test
    void nobodyBeginsToServeAnAreaThatIsPartOfAnotherByThen() {
        var merged = new DirectoryChange.Merge(NORTH, SOUTH, APRIL).in(entries);
        var school = new AgencyId("south-school-1");

        assertThatThrownBy(() ->
                        new DirectoryChange.Serve(school, NORTH, Period.from(APRIL)).in(merged))
                .hasMessage("north is part of south by then.\nName that one as the area served.");
        var before = new DirectoryChange.Serve(school, NORTH, Period.from(APRIL.minusDays(1)));
        assertThat(agency(before.in(merged), school.value()).serves(NORTH, APRIL)).isTrue();
    }

    private static DirectoryChange succession(String closing, String next) {
        return new DirectoryChange.Succession(
                new AgencyId(closing), new AgencyId(next), APRIL.minusDays(1));
    }

    private static Agency agency(String id, AgencyType type, AreaId area) {
        return new Agency(new AgencyId(id), id, type, area);
    }
}
